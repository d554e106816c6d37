"""What a web site sets around a document: ways to other pages, buttons, its own address; it is left out (TEI 2.3.2)."""

from __future__ import annotations

from itertools import islice, pairwise, takewhile

from diple import patterns as re
from diple.datewords import parse_date
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.record.conventions import NAVIGATION, SKIP_WORDS, SUPPORT
from diple.recognisers.record.lines import Line, claim, lines_of, tell

REASON = "navigation of the web page"
_FOOT = 1_500
"""The last characters of a page, in which its foot is looked for."""
_HEAD = 12
"""The first lines, in number, in which rows of ways to other pages are looked for."""
_LONGEST_ITEM = 45
_BUTTONS = frozenset(
    "search in filter add cancel citation share download get cite view document documents english html pdf print "
    "export original scan translation transcript options tools language save this record".split()
)
"""Words of which the buttons of a web page consist."""
_LAST_UPDATED = re.compile(
    r"(?:page )?last (?:updated|modified|reviewed|changed|revised)\b:?.{0,40}|(?:show|hide) headers|"
    r"(?:this )?(?:document|page) (?:is )?also available (?:in|as)\b.{0,40}",
    re.I,
)
_TURNING = re.compile(
    r"previous (?:document|page|section|letter)\b.{0,80}\bnext (?:document|page|section|letter)", re.I
)
_SHARE = re.compile(
    r"(?:share|like|tweet|print|e-?mail) this(?: \w+)?:?|like(?: this)?:? loading\W*|loading\W*|like loading\W*|"
    r"(?:leave|post) a (?:comment|reply)|\d+ (?:comments?|replies)|posted (?:in|on|by) .{2,80}|filed under:? .{2,80}|"
    r"noticed a typo\W*|report (?:other|an?) (?:issues?|errors?)|contact (?:us )?by e-?mail|readme|other formats:.*|"
    r"questions\? .{3,40}|<{1,3}\s*(?:begin|end)(?: of)? (?:doc(?:ument)?|text|message)\s*>{1,3}|"
    r"view (?:this|the) (?:document|page|item)\b.{0,40}|go to (?:the )?(?:top|page|document)\b.{0,40}",
    re.I,
)
_TURN = re.compile(
    r"(?i:[<«‹←]+\s*(?:back(?:ward)?|prev(?:ious)?)\b.{0,60}|.{0,60}\b(?:forward|next)\s*[>»›→]+)|"
    r"(?:Back|Forward|Return) to (?:the )?[A-ZÀ-Þ][^a-z]{2,90}|"
    r"(?i:(?:back|return|forward) to (?:the )?(?:top|main|home|list|index|contents|table|results|search|collection)\b"
    r".{0,40})"
)
_WAY = re.compile(
    r"(?:.{0,30}\b)?(?:home(?: ?page)?|index|site ?map|contact(?: us)?|search|feedback|top(?: of (?:the )?page)?)|"
    r"(?:table of )?contents|(?:previous|next|prev)(?: (?:page|document|letter|chapter|section|item))?|back|forward|up|"
    r"print(?:er)?[ -]friendly(?: version)?|privacy(?: notice| policy| statement)?|disclaimers?|"
    r"terms (?:of use|and conditions)|"
    r"document collections?|sources|abbreviations|persons|preface|errata|note on .{3,40}|"
    r"list of .{3,40}|interview transcript|notices and restrictions|statement of purpose|"
    r"about(?: us| this \w+)?|help|faq|links|log ?in|sign in|noticed a typo\??|report (?:other )?issues|"
    r"accessibility.{0,20}|\w+ statement of purpose|"
    r"©.{3,40}|thumbnails",
    re.I,
)
_RETURN = re.compile(r"(?:return|back|go) to:? \S", re.I)
_SEPARATORS = re.compile(r"\s*[|•·»¦→›]\s*|\t+|\s{3,}|\]\s*\[")
_ONLY_SEPARATORS = re.compile(r"[|\s]*\|[|\s]*\|[|\s]*")
_ADDRESS = re.compile(
    r"(?:phone|tel(?:ephone)?|fax|e-?mail)\s?[.:]\s?\S.*|suite \d+.*|\d+ [A-Z]\w+(?: [A-Z][\w.]*){0,3},? (?:N\.?W\.?|"
    r"S\.?W\.?|N\.?E\.?|S\.?E\.?)|(?:.*, )?[A-Z]\w+(?: \w+)?,? (?:D\.C\.|[A-Z]{2}|[A-Z][a-z]+),? \d{5}(?:-\d{4})?\.?|"
    r"(?:\d+ \w+ (?:street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|drive|square)\b.*)",
    re.I,
)
"""A line of the address of an institution of today."""


def is_button(line: Line) -> bool:
    """Tell whether a line leads the reader of a web page about and is no text."""
    words = re.findall(r"[^\W\d_]+", line.key)
    is_row_of_buttons = bool(words) and len(words) <= 6 and all(word in _BUTTONS for word in words)
    return is_row_of_buttons or line.key in NAVIGATION or SKIP_WORDS.fullmatch(line.text) is not None


def is_row(text: str) -> bool:
    """Tell whether words are a row of ways to other pages: "Home | Index | Next", "[Contents] [Previous]"."""
    if _ONLY_SEPARATORS.fullmatch(text):
        return True
    items = [item.strip(" []<>«»\\") for item in _SEPARATORS.split(text.strip())]
    items = [item for item in items if item]
    if text.count("→") > 1 or text.count("»") - text.count("«") > 1 or len(_GLUED.findall(text)) > _MOST_GLUED:
        return True
    if not items or any(len(item) > _LONGEST_ITEM for item in items):
        return False
    ways = sum(_is_way(item) for item in items)
    if len(items) == 1:
        return bool(ways) and text.startswith("[") and text.endswith("]")
    return 2 * ways >= len(items) or (ways > 0 and len(items) > 3 and not any(item.endswith(".") for item in items))


_GLUED = re.compile(r"[a-z](?=[A-Z][a-z]+ ?[A-Za-z])")
"""Where the words of two ways to other pages are glued together."""
_MOST_GLUED = 3


def _is_way(item: str) -> bool:
    return item.lower() in NAVIGATION or (_WAY.fullmatch(item) or _RETURN.match(item)) is not None


def is_foot(line: Line) -> bool:
    """Tell whether a line can be nothing but what a web page sets below a document."""
    forms = (_LAST_UPDATED, _TURNING, _SHARE, _TURN)
    return is_row(line.text) or any(form.fullmatch(line.text) for form in forms)


def is_address(lines: list[Line]) -> bool:
    """Tell whether lines are the name and address of the institution whose page it is."""
    told = sum(_ADDRESS.fullmatch(line.text) is not None for line in lines)
    return told > 1 and 2 * told >= len(lines)


def drop_turning(draft: Draft, start: int) -> int:
    """Drop rows of ways to other pages near the head of a page, as to the document before and the next.

    Return the offset behind them if nothing but the site's own words stands above the last of them.
    """
    lines = list(islice(lines_of(draft, start, len(draft.text)), _HEAD))
    rows = _rows(draft, lines)
    last = max(rows, default=-1)
    begins = 0 in rows and last > 0 and 2 * len(set(rows)) > last
    for number, line in enumerate(lines[: last + 1]):
        first, end = _row_in(draft, line) or (_first(draft, line), line.end)
        if not (begins or (number in rows and not is_button(line))):
            continue
        claim(draft, first, end)
        if begins and _VOLUME.fullmatch(line.text) and not any(fact.field == "print-title" for fact in draft.facts):
            tell(draft, "print-title", first, end)
        else:
            draft.drop(first, end, REASON)
    for match in _ROW_IN_BRACKETS.finditer(draft.text):
        block = draft.block_at(match.start("row"))
        if is_row(match["row"]) and block is not None and block.role is not Role.META:
            claim(draft, *match.span("row"))
            draft.drop(*match.span("row"), REASON)
    return lines[last].end if begins else start


_PICTURE = re.compile(r"(?:[A-Z][\w.’'-]*,? ){2,4}(?:photo|portrait|photograph|image|picture)")
"""What stands for a picture above the text of a page: "Anna B. Lie photo"."""


def _rows(draft: Draft, lines: list[Line]) -> list[int]:
    """Return which of the first lines lead the reader about, up to the first that is more than words of a site."""
    rows = [number for number, line in enumerate(lines) if _TURNING.fullmatch(line.text) or _row_in(draft, line)]
    rows += [0] if lines and _PICTURE.fullmatch(lines[0].text) else []
    if not lines or not (is_button(lines[0]) or 0 in rows):
        return rows
    rows += [number for number, line in enumerate(lines) if is_button(line) and not line.text[-1].isdigit()]
    crumbs = next((number + 1 for number, line in enumerate(lines) if line.key == "breadcrumb"), len(lines))
    rows += range(crumbs, crumbs + sum(1 for _ in takewhile(lambda line: _CRUMB.match(line.text), lines[crumbs:])))
    ends = next((number for number, line in enumerate(lines) if number not in rows and _is_text(line)), len(lines))
    return [number for number in rows if number < ends]


_CRUMB = re.compile(r"\d{1,2}[.)]\s")
"""One of the steps that lead to a page, numbered as a list."""


def _row_in(draft: Draft, line: Line) -> tuple[int, int] | None:
    """Return where a line is a row of ways to other pages, or begins with one in brackets."""
    first = _first(draft, line)
    if brackets := _BRACKETS.match(draft.text, first, line.end):
        return brackets.span("row") if is_row(brackets["row"]) else None
    return (first, line.end) if is_row(draft.text[first : line.end].strip()) else None


def _is_text(line: Line) -> bool:
    """Tell whether a line is more than words of a site: long or a sentence, a date, thanks."""
    if _VOLUME.fullmatch(line.text):
        return False
    is_long = len(line.text) > 2 * _LONGEST_ITEM or line.text[-1] in ".!?:;,"
    return is_long or parse_date(line.text) is not None or SUPPORT.fullmatch(line.text) is not None


def _is_short(line: Line) -> bool:
    return len(line.text) <= 2 * _LONGEST_ITEM or is_row(line.text)


_VOLUME = re.compile(r"[A-Z][^.!?]{5,100},? (?:[Vv]ol\.|Volume) [IVXLC\d]+\b[^.!?]{0,120}")
"""The title of one volume of an edition."""


_BRACKETS = re.compile(r"(?P<row>\[[^\[\]\n]{2,40}\](?:\s*\[[^\[\]\n]{2,40}\])+)")
_ROW_IN_BRACKETS = re.compile(
    r"(?:^|\n)[ \t]*(?P<row>\\?\[[^\[\]\n|]{2,60}(?:\|[^\[\]\n|]{2,60}){1,12}\])[ \t]*(?=\n|$)"
)


def drop_repeated_title(draft: Draft, start: int) -> int:
    """Drop the page's title where the record tells it too, and the site's name above it; return the offset behind."""
    title = next((fact.value for fact in draft.facts if fact.field == "title" and fact.start > start), "")
    lines = list(islice(lines_of(draft, start, len(draft.text)), _TITLES))
    number = next((number for number, line in enumerate(lines) if title and _same(line.text, title)), None)
    if number is None or not all(_is_short(line) and _is_open(draft, line) for line in lines[: number + 1]):
        return start
    for line in lines[: number + 1]:
        draft.drop(line.start, line.end, "repeated in the record" if line is lines[number] else "name of the web site")
    claim(draft, start, lines[number].end)
    return lines[number].end


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()).rstrip(" .*") == " ".join(other.casefold().split()).rstrip(" .*")


_TITLES = 3


def drop_site_name(draft: Draft, start: int) -> int:
    """Drop the name of the site at the head of a page whose other furniture is known; return the offset behind it."""
    line = next((line for line in lines_of(draft, start, len(draft.text)) if _is_open(draft, line)), None)
    if line is None or not any(item.reason == REASON for item in draft.furniture):
        return start
    if len(line.text) > 2 * _LONGEST_ITEM or not _SITE_NAME.fullmatch(line.text):
        return start
    claim(draft, line.start, line.end)
    draft.drop(line.start, line.end, "name of the web site")
    return line.end


_SITE_NAME = re.compile(
    r"(?:the )?(?:[\w’'.&-]+ ){0,5}(?:project|online|web ?site|internet archive|"
    r"digital (?:archive|library|collections?)|correspondence|collections?|documents?)(?: ?: .+)?",
    re.I,
)


def drop_buttons(draft: Draft, start: int) -> int:
    """Drop lines right behind the record at the head that can be nothing but a page's; return where they end."""
    position = start
    lines = list(islice(lines_of(draft, start, len(draft.text)), _HEAD + 1))
    for line, below in pairwise(lines):
        if (not is_foot(line) and line.key not in _BETWEEN) or _TITLE_GOES_ON.match(below.text):
            break
        claim(draft, line.start, line.end)
        draft.drop(line.start, line.end, REASON)
        position = line.end
    return position


_TITLE_GOES_ON = re.compile(r"(?:of|on|about|from|between) (?:the|an?) ")
"""How a title goes on below a word that is no button then: "TRANSCRIPT" over "of the meeting of the Council"."""
_BETWEEN = frozenset(
    {
        "text",
        "full text",
        "transcript",
        "body",
        "content",
        "show headers",
        "readme",
        "• readme",
        "english",
        "english html",
        "html",
        "pdf",
    }
)


def drop_page_foot(draft: Draft) -> None:
    """Drop what a web page sets below the document: ways to other pages, when it was updated, whom to share it with."""
    lines = [
        line for line in lines_of(draft, max(0, len(draft.text) - _FOOT), len(draft.text)) if _is_open(draft, line)
    ]
    count = _below_address(draft, lines)
    is_below = count > 0
    while count < len(lines) and (more := _more(lines[: len(lines) - count], begun=count > 0)):
        count += more
    foot = lines[len(lines) - count :]
    is_sure = len(foot) > 1 and all(is_button(line) for line in foot)
    is_sure = is_sure or is_below or any(_LEADS_ON.fullmatch(line.text) for line in foot)
    if not is_sure and not any(is_foot(line) or line.key.startswith(("back to", "return to")) for line in foot):
        return
    claim(draft, _first(draft, foot[0]), foot[-1].end)
    for line in foot:
        draft.drop(_first(draft, line), line.end, REASON)


def _below_address(draft: Draft, lines: list[Line]) -> int:
    """Return how many short lines stand below the one that ends in the address of the page, as its categories do."""
    below = 0
    while below < len(lines) and below <= _MOST_BELOW:
        line = lines[len(lines) - 1 - below]
        if _ENDS_IN_ADDRESS.search(draft.text, line.start, line.end):
            return below
        if len(line.text) > _LONGEST_ITEM or line.text[-1] in ".!?:;," or line.text[:1].islower():
            return 0
        below += 1
    return 0


_MOST_BELOW = 8
_ENDS_IN_ADDRESS = re.compile(r"https?://[^\s/]+/\S+\s*\Z")


def _is_open(draft: Draft, line: Line) -> bool:
    block = draft.block_at(line.start)
    return block is not None and block.role is not Role.META


def _more(lines: list[Line], *, begun: bool) -> int:
    """Return how many of the last lines are of the foot of a page: a short one counts with a row right above it."""
    if begun and len(lines[-1].text) <= _LONGEST_ITEM and _is_way(lines[-1].text):
        return 1
    if is_foot(lines[-1]) or is_button(lines[-1]):
        return 1
    if led := _leading_on(lines):
        return led
    is_short = len(lines[-1].text) <= _LONGEST_ITEM and lines[-1].text[-1].isalpha()
    return 2 if is_short and len(lines) > 1 and not lines[-1].blank_before and is_row(lines[-2].text) else 0


def _leading_on(lines: list[Line]) -> int:
    """Return how many of the last lines lead to the page before and the next: both, or one that does not say where."""
    last = _LEADS_ON.fullmatch(lines[-1].text)
    above = _LEADS_ON.fullmatch(lines[-2].text) if len(lines) > 1 else None
    if last is None or not lines[-1].blank_before:
        return 0
    if above is not None and above["way"].casefold() != last["way"].casefold():
        return 2
    return 1 if not last["where"] else 0


_LEADS_ON = re.compile(
    r"(?P<way>(?i:back|forward|previous|next|zurück|weiter|précédent|suivant|anterior|siguiente))\b"
    r"(?: (?:to|zu|zur|zum|à|a))?:?"
    r"(?P<where>| [A-ZÀ-Þ(“\"\d].{1,120}(?<![.!?,;:]))"
)
"""The line that leads to the page before or the next by its title: "Back to Crofters (Fencing Grants)"."""


def _first(draft: Draft, line: Line) -> int:
    """Return where the words of a line begin, brackets and signs at its head included."""
    start = draft.source.line_starts[draft.source.line_of(line.start) - 1]
    return start + len(draft.text[start : line.start]) - len(draft.text[start : line.start].lstrip())
