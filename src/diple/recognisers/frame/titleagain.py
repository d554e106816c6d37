"""The title of the record, which the document itself bears again over one line or several (TEI 4.2.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import INSTITUTION, PLAIN_NAME
from diple.recognisers.frame.lines import Line, is_prose, lines_of
from diple.recognisers.frame.titlelines import GOES_ON, bare_title

_MOST_LINES = 12
_SHORTEST = 24
"""The fewest letters of a part of a title that proves it."""
_LONG = 40
"""The letters of a title that prove a line that has more than it."""
_QUOTED = re.compile(r"[,:]?\s['‘“\"](?P<title>.{20,}?)[’'”\"]{1,2}\.?$", re.S)
"""The document's own title, quoted behind who made it: "Embassy of Velm, 'Note about a Talk with Mr. Lund'"."""
_REMARK = re.compile(
    r"\s*(?:\[[^\[\]]{3,30}\]|\((?:excerpts?|fragments?|extracts?|draft|[^()]{0,12}excerpts?)\))\.?\s*$", re.I
)
_MARK = re.compile(r"\s*(?:\[\d{1,2}\]|\(\d{1,2}\)|\*{1,3})\.?$")
_MARKS = re.compile(r"\[\d{1,2}\]")
"""Marks of notes, behind a line and amid it."""
OF_MEETING = re.compile(r"sessionof|meetingof|minutes|workingnotes|plenum|stenogra|politburo(?:meeting|session)")
"""What the bare title of a session's record has."""
CALLED = re.compile(r"(?:Cdes?\.|Com\.|Comrades?) [A-Z][^\n.!?;:,]{2,40}:")
"""A name with a colon that calls on its bearer in a letter, and is a label in the record of a session."""
_FIRST_WORD = re.compile(r"^[A-Z][\w’'-]+\s")
_SMALL = re.compile(r"[a-z]")


def titles_of(draft: Draft) -> frozenset[str]:
    """Return the titles that a record gives a document, bare: each whole, without remarks and dates, and as quoted."""
    titles: set[str] = set()
    for fact in draft.facts:
        if fact.field == "title":
            words = _REMARK.sub("", " ".join(fact.value.split()))
            quoted = _QUOTED.search(words)
            for title in (fact.value, words, quoted["title"] if quoted else ""):
                titles |= {bare_title(title), bare_title(_undated(title))}
    return frozenset(titles - {""})


def is_title_again(text: str, titles: frozenset[str]) -> bool:
    """Tell whether a line is a title of the record, with or without a date or a mark behind it."""
    words = _MARK.sub("", text)
    return bare_title(words) in titles or (len(words) > _SHORTEST and bare_title(_undated(words)) in titles)


def is_named_as_writer(text: str, titles: frozenset[str]) -> bool:
    """Tell whether a line is nothing but the name of whom a title calls the writer: "Report from Tove Rask"."""
    if len(text) > _LONGEST_NAME or PLAIN_NAME.fullmatch(text) is None or len(text.split()) < 2:
        return False
    name = bare_title(text)
    return not INSTITUTION.search(text) and any(f"{word}{name}" in title for word in ("from", "by") for title in titles)


_LONGEST_NAME = 40


def _undated(text: str) -> str:
    """Return a title without the date at its end: "Talk with Mr. Lund, 3 May 1961"."""
    dates = find_dates(text)
    if not dates or dates[-1].end < len(text.rstrip(" .)’'”\"")):
        return text
    return re.sub(r"(?:[\s,(–-]|\b(?:on|of|from|dated))+$", "", text[: dates[-1].start])


def title_lines(draft: Draft, blocks: list[Block], titles: frozenset[str]) -> list[Line]:
    """Return the lines from the first block on that together are the title of the record; none if they are not.

    Lines that go on with it in small letters are taken with it; the first word of the title may be missing.
    """
    lines: list[Line] = []
    for block in blocks[:_MOST_LINES] if titles else []:
        if block.role not in {None, Role.HEAD} or len(lines) >= _MOST_LINES:
            break
        lines += lines_of(draft, block)
    if not lines:
        return []
    wanted = titles | _without_first_word(draft) if _SMALL.match(lines[0].text) else titles
    met = ""
    for number, line in enumerate(lines[:_MOST_LINES], 1):
        met += bare_title(_MARKS.sub("", _MARK.sub("", line.text)))
        is_whole = met in wanted or _runs_over(met, wanted, line)
        if is_whole and number == 1:
            return []
        if is_whole and len(met) >= _SHORTEST:
            lines = lines[: number + _going_on(lines[number:])]
            return lines if lines[-1].end >= _last_word(draft, lines[-1].block) else []
        if not any(title.startswith(met) for title in wanted):
            return []
    return []


def _runs_over(met: str, wanted: frozenset[str], line: Line) -> bool:
    """Tell whether a long title of the record ends within a line, which tells a little more: the hours of a talk."""
    is_more = any(len(title) > _LONG and met.startswith(title) for title in wanted)
    return is_more and not is_prose(line.text) and not line.text.endswith((".", ":"))


def _last_word(draft: Draft, block: Block) -> int:
    return block.start + len(draft.text[block.start : block.end].rstrip())


def _without_first_word(draft: Draft) -> frozenset[str]:
    """Return the titles without their first word, which a page may have lost: "[Note] about the Talk with …"."""
    found: set[str] = set()
    for fact in draft.facts:
        quoted = _QUOTED.search(fact.value) if fact.field == "title" else None
        words = quoted["title"] if quoted else fact.value if fact.field == "title" else ""
        found.add(bare_title(_FIRST_WORD.sub("", words)))
    return frozenset(title for title in found if len(title) >= _SHORTEST)


def _going_on(lines: list[Line]) -> int:
    """Return how many lines go on with a title: in small letters, and no sentence."""
    count = 0
    for line in lines:
        if not GOES_ON.fullmatch(line.text) or is_prose(line.text) or line.text.endswith((".", ":", ";")):
            break
        count += 1
    return count
