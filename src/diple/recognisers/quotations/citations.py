"""Citations in parentheses: the newspaper and its day, the report and its place (TEI 3.12.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block

_PARENTHESES = re.compile(r"\((?P<inner>[^()\n]{4,220})\)")
_LEAD = re.compile(r"\s*(?:(?:see|cf\.?|from|in|source:|quoted (?:from|in))(?: also)?(?: the)?\s+)*", re.I)
PERIODICAL = re.compile(
    r"\b(?:bulletin|gazette|times|daily|news|journal|tribune|herald|post|review|zeitung|newspaper|star|telegraph|"
    r"pravda|izvestia|izvestiya|sinmun|shinmun|ribao|jen-min|magazine|weekly|chronicle|observer|guardian|express|"
    r"courier|messenger|monitor|advertiser|gazeta|krasnaya|trud)\b",
    re.I,
)
_WORK = re.compile(
    r"\b(?:report|speech|article|letter|platform|statement|declaration|interview|resolution|memorandum|telegram|book|"
    r"programme|program|address|message|communiqu[eé]|appeal|note|protocol|minutes|theses|editorial|treaty|constitution|"
    r"charter|record|works|lecture|pamphlet)\b",
    re.I,
)
_LOCATOR = re.compile(
    r"[,;]?\s*\b(?:vol|bk|no|nos|nr|pp?|fol|ff?|ll?|issue|page|pages|chapter|ch)\b\.? ?\W{0,2}[\dIVX]", re.I
)
_QUOTED = re.compile(r"[“\"«„](?P<title>[^”\"»“]{2,120})[”\"»“]?")
_TITLE = re.compile(r"(?P<title>[^\W\d_][^,;“”\"]{1,80}?)\s*(?=,|;|\s\d|$)")
_NEXT_SENTENCE = re.compile(r"[a-z]{3}[.!?] [A-Z]")
_QUOTE_BEFORE = re.compile(r"[”\"»’…][.,;]?\s*\Z")


class Citation(NamedTuple):
    """A citation, the words between the parentheses; ``title`` are offsets too, where a title is told."""

    start: int
    end: int
    title: tuple[int, int] | None


def citations_in(draft: Draft, block: Block) -> Iterator[Citation]:
    """Yield the parentheses of a block that cite a newspaper, a report or another work."""
    for match in _PARENTHESES.finditer(draft.text, block.start, block.end):
        start, end = match.span("inner")
        if (found := _citation(draft, start, end, block)) is not None:
            yield found


def _citation(draft: Draft, start: int, end: int, block: Block) -> Citation | None:
    inner = draft.text[start:end]
    if _NEXT_SENTENCE.search(inner):
        return None
    lead = _LEAD.match(inner)
    words = lead.end() if lead else 0
    after_quote = bool(_QUOTE_BEFORE.search(draft.text[max(block.start, start - 4) : start - 1]))
    dated = next((found for found in find_dates(inner) if found.start > words), None)
    locator = _LOCATOR.search(inner, words)
    title = _title(inner, words, dated.start if dated else len(inner))
    quoted = title is not None and title[0] > 0 and inner[title[0] - 1 : title[0]] in '“"«„'
    is_periodical = bool(title and PERIODICAL.search(inner, *title))
    is_work = words > 0 and (bool(_WORK.search(inner, words)) or locator is not None)
    if not (dated or locator) and not (is_work and after_quote):
        return None
    if not (after_quote or quoted or is_periodical or is_work) or title is None:
        return None
    told = quoted or is_periodical or (after_quote and not is_work)
    return Citation(start, end, (start + title[0], start + title[1]) if told else None)


def _title(inner: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return where the title stands in the words of a citation: what is quoted, else what comes before the comma."""
    if quoted := _QUOTED.search(inner, begin, end):
        title = quoted["title"].rstrip(" ,.;")
        return quoted.start("title"), quoted.start("title") + len(title)
    match = _TITLE.match(inner, begin, end)
    if match is None or not inner[begin].isupper():
        return (begin, end) if begin and _WORK.search(inner, begin) else None
    return match.span("title")
