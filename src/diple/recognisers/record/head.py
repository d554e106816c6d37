"""What a web page or an archive sets above a document: navigation, date, title, thanks; or front matter."""

from __future__ import annotations

from itertools import islice

from diple import patterns as re
from diple.datewords import parse_date
from diple.draft import Draft
from diple.recognisers.record.conventions import LINE_VALUES, NAVIGATION, SKIP_WORDS, SUPPORT
from diple.recognisers.record.lines import Line, claim, lines_of, sign_free, tell
from diple.recognisers.record.people import tell_funders
from diple.recognisers.record.shelfmark import is_reference
from diple.recognisers.record.tail import label_of
from diple.recognisers.record.values import sign_free_joints, tell_value

_HEAD_LINES = 24
_LONGEST_TITLE = 500
_UNDATED = re.compile(r"(?:undated|no date|n\.\s?d\.|date unknown)\.?", re.I)
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_ITEM = re.compile(r"[\s,\"']*(?P<item>[^\s,\"'][^,\"']*)")
_KEY = re.compile(r"(?P<key>[\w][\w -]{0,40}?)[ \t]*:(?P<value>.*)")


def head_lines(draft: Draft, start: int = 0) -> list[Line]:
    """Return the first lines with words in them, as many as a head may have."""
    return list(islice(lines_of(draft, start, len(draft.text)), _HEAD_LINES))


def tell_page_head(draft: Draft, start: int, *, is_record: bool) -> int:
    """Record navigation, date, title and thanks above the document; return the offset behind them.

    ``is_record`` says that a block of metadata follows the document, so that date and title are the record's even where
    neither navigation nor thanks stand around them.
    """
    lines = head_lines(draft, start)
    navigation = _navigation(lines)
    rest = lines[navigation:]
    thanks = next((number for number, line in enumerate(rest[:5]) if SUPPORT.fullmatch(line.text)), None)
    if not (is_record or thanks is not None or any(SKIP_WORDS.fullmatch(line.text) for line in lines[:navigation])):
        return start
    for line in lines[:navigation]:
        draft.drop(line.start, line.end, "navigation of the web page")
    rest = _without_site(draft, rest)
    used = _tell_date_and_title(draft, rest[:thanks] if thanks is not None else rest[:4], is_bounded=thanks is not None)
    while used < len(rest) and (SUPPORT.fullmatch(rest[used].text) or rest[used].key in NAVIGATION):
        _tell_thanks_or_navigation(draft, rest[used])
        used += 1
    taken = lines[: len(lines) - len(rest) + used]
    if taken:
        claim(draft, start, taken[-1].end)
        return taken[-1].end
    return start


def _without_site(draft: Draft, lines: list[Line]) -> list[Line]:
    """Drop the name of a part of the site that stands above a numbered title; return the lines behind it."""
    if len(lines) < 2 or len(lines[0].text.split()) > 3 or not _NUMBERED_TITLE.fullmatch(lines[1].text):
        return lines
    draft.drop(lines[0].start, lines[0].end, "name of the web site")
    return lines[1:]


_NUMBERED_TITLE = re.compile(r"\d{1,4}\s+[A-Z][^.!?]{2,120}\sto\s[A-Z][^.!?]{2,80}")
"""The title of a letter or cable with its number in an edition."""


def _navigation(lines: list[Line]) -> int:
    """Return how many lines at the head are navigation."""
    count = 0
    while count < len(lines) and (lines[count].key in NAVIGATION or SKIP_WORDS.fullmatch(lines[count].text)):
        count += 1
    return count


def _tell_date_and_title(draft: Draft, lines: list[Line], *, is_bounded: bool) -> int:
    """Record the date line and the title beside it; return how many lines they take.

    The title may go on over the lines that follow without a blank one. It follows the date, or stands before it; where
    thanks bound the head, what stands before date and title names the web site. Sentences above the date are the
    archive's summary.
    """
    summary = _lines_of_summary(lines)
    for line in lines[:summary]:
        tell(draft, "abstract", line.start, line.end)
    return summary + _tell_date_beside_title(draft, lines[summary:], is_bounded=is_bounded)


def _lines_of_summary(lines: list[Line]) -> int:
    """Return how many lines above the date are sentences, none if no title can follow the date."""
    dated = next((number for number, line in enumerate(lines[:4]) if _is_date(line)), 0)
    if dated + 1 >= len(lines) or not all(_PROSE.fullmatch(line.text) for line in lines[:dated]):
        return 0
    return dated


_PROSE = re.compile(r"[A-Z“\"'](?=(?:.*?\s[a-z]{2,}){6}).{40,}[.!?][)\]”\"’']?")
"""A sentence or more."""


def _tell_date_beside_title(draft: Draft, lines: list[Line], *, is_bounded: bool) -> int:
    if not lines:
        return 0
    dated = next((number for number, line in enumerate(lines[:4]) if _is_date(line)), None)
    if dated is None:
        return _tell_title(draft, lines, 0) if is_bounded else 0
    names_site = is_bounded and dated and dated + 1 < len(lines)
    if dated and not names_site:
        if _lines_of_title(lines[:dated], 0) != dated:
            return 0
        _tell_title(draft, lines[:dated], 0)
    for site in lines[:dated] if names_site else ():
        draft.drop(site.start, site.end, "name of the web site")
    line = lines[dated]
    found = parse_date(line.text)
    tell(draft, "date", line.start, line.end, found.attrs if found else {})
    return dated + 1 + (_tell_title(draft, lines, dated + 1) if names_site or not dated else 0)


def _is_date(line: Line) -> bool:
    return parse_date(line.text) is not None or _UNDATED.fullmatch(line.text) is not None


def _tell_title(draft: Draft, lines: list[Line], first: int) -> int:
    """Record the title that begins with a line, and the lines wrapped from it; return how many lines it takes."""
    count = _lines_of_title(lines, first)
    if count:
        tell(draft, "title", lines[first].start, lines[first + count - 1].end)
    return count


def _lines_of_title(lines: list[Line], first: int) -> int:
    """Return how many lines the title takes that begins with a line, none if that line is no title.

    Where no blank line stands below it, each line of the page is a paragraph, and the title is one line.
    """
    if first >= len(lines) or label_of(lines[first]) or len(lines[first].text) > _LONGEST_TITLE:
        return 0
    last = first
    if not any(line.blank_before for line in lines[first + 1 :]):
        return 1
    while last + 1 < len(lines) and not lines[last + 1].blank_before and not _is_special(lines[last + 1]):
        last += 1
    return last - first + 1


def _is_special(line: Line) -> bool:
    is_known = SUPPORT.fullmatch(line.text) or line.key in NAVIGATION or label_of(line) or _is_date(line)
    return bool(is_known) or _SENTENCES.match(line.text) is not None


_SENTENCES = re.compile(r"[^\n]{40,}?[a-z]{3}[)\]”\"’']?[.!?] (?:\[?…\]? )?[A-Z][^\n]{40,}[.!?…][)\]”\"’']?$")
"""A line of several sentences: the text of the document below its title, though no blank line parts them."""


def _tell_thanks_or_navigation(draft: Draft, line: Line) -> None:
    match = SUPPORT.fullmatch(line.text)
    if match is None:
        draft.drop(line.start, line.end, "navigation of the web page")
        return
    sign_free(draft, line.start, line.start + match.start("names"), why="words of thanks")
    tell_funders(draft, line.start + match.start("names"), line.start + match.end("names"))
    sign_free(draft, line.start + match.end("names"), line.end, why="words of thanks")


# ---- front matter


def tell_front_matter(draft: Draft) -> int:
    """Record a block of YAML front matter; return the offset behind it, 0 where there is none."""
    start = 1 if draft.text.startswith("\ufeff") else 0
    opening = _FENCE.match(draft.text, start)
    if opening is None:
        return 0
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M).search(draft.text, opening.end(), opening.end() + 20_000)
    if closing is None or ":" not in draft.text[opening.end() : closing.start()]:
        return 0
    claim(draft, opening.start(), closing.end())
    sign_free(draft, opening.start(), opening.end(), why="front matter")
    field = "note"
    for line in lines_of(draft, opening.end(), closing.start()):
        field = _tell_entry(draft, line, field)
    sign_free(draft, closing.start(), closing.end(), why="front matter")
    return closing.end()


def _tell_entry(draft: Draft, line: Line, field: str) -> str:
    """Record one line of front matter; return the field to which items on the lines below belong."""
    match = _KEY.fullmatch(line.text)
    label = label_of(Line(line.start, line.end, line.text.replace("_", " "))) if match else None
    if match and match["key"].strip().lower() in {"reference", "ref"} and is_reference(match["value"]):
        label = ("source", line.start + match.start("value"))
    if label is None:
        if match is None and line.text.startswith("- "):
            sign_free(draft, line.start, line.start + 2, why="front matter")
            _tell_unquoted(draft, field, line.start + 2, line.end)
        else:
            tell(draft, "note", line.start, line.end)
        return field
    sign_free(draft, line.start, label[1], why="label of the record")
    _tell_unquoted(draft, label[0], label[1], line.end)
    return label[0]


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the values of a list in brackets stand, without the quotation marks around them."""
    return [match.span("item") for match in _ITEM.finditer(text, start, end)]


def _tell_unquoted(draft: Draft, field: str, start: int, end: int) -> None:
    opening = start
    while start < end and draft.text[start] in " \t\"'[":
        start += 1
    stop = end
    while stop > start and draft.text[stop - 1] in " \t\"']":
        stop -= 1
    sign_free(draft, opening, start, why="front matter")
    is_list = "[" in draft.text[opening:start] and field in LINE_VALUES
    for first, last in _items(draft.text, start, stop) if is_list else [(start, stop)]:
        tell_value(draft, field, first, last)
    if is_list:
        sign_free_joints(draft, start, stop)
    sign_free(draft, stop, end, why="front matter")
