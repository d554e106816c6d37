"""A reference to the archive on a line of its own behind a document that has no other record."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.datewords import DateMatch, find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.record.conventions import URL
from diple.recognisers.record.lines import claim, sign_adornment, sign_free
from diple.recognisers.record.people import repeat_credits
from diple.recognisers.record.references import is_bare_reference
from diple.recognisers.record.shelfmark import is_reference, is_unit, parts_of
from diple.recognisers.record.values import tell_source, tell_value

_SOURCE = re.compile(
    r"(?P<open>\[|\()?\s*(?:source|archival source|provenance)s?\s*:\s*(?P<reference>\S.{0,600}?)\s*[\])]?\.?",
    re.I | re.S,
)


_CITATION = re.compile(
    r"[“\"](?P<title>[^“”\"]{8,300}?)[,.]?[”\"],?\s+(?P<rest>[^\n]{0,400}?(?:\bArchiv\w*|https?://)[^\n]{0,600})"
)
KEPT = re.compile(
    r"\[(?P<reference>[A-Z]{2,8}(?:\s[A-Z]{2,4})?\s?[:,]\s?(?=[^\[\]]*\d)(?:(?!\b[a-z]{5,}\b)[^\[\]!?]){3,140})\]\.?"
)
"""A reference to an archive in brackets, by its letters: "[AR: K1838, 3034/10/1]"."""
_LONGEST_CITATION, _NEAR = 1200, 80
"""The most characters of a citation, and of them those behind the title in which its date stands."""
_HEAD = 4
"""The first blocks, in number, of which one may be a reference to the archive."""


class Cited(NamedTuple):
    """What a citation says of the document: its title, its date, and the words behind the date."""

    title: str
    date: DateMatch
    words: str
    rest: str


def cited_in(text: str) -> Cited | None:
    """Return what words say that cite the document they stand above or below, by title, date and archive."""
    if len(text) > _LONGEST_CITATION:
        return None
    match = _CITATION.fullmatch(" ".join(text.split()))
    dated = next(iter(find_dates(match["rest"][:_NEAR])), None) if match else None
    if match is None or dated is None:
        return None
    return Cited(match["title"], dated, match["rest"][dated.start : dated.end], match["rest"][dated.end :])


def tell_cited(draft: Draft, start: int, end: int, cited: Cited) -> None:
    """Keep a citation whole, and take title, date and archive from it as the record's."""
    draft.fact("title", cited.title, start, end, consumed=False)
    draft.fact("date", cited.words, start, end, consumed=False, attrs=dict(cited.date.attrs))
    if reference := _reference_in(cited.rest):
        draft.fact("shelfmark", reference, start, end, consumed=False)
        for part in parts_of(reference):
            draft.fact(part.field, part.value, start, end, consumed=False, attrs=part.attrs)
    tell_value(draft, "citation", start, end)


_CREDITED = re.compile(r"[;,.]\s+(?=(?:translated|compiled|obtained|contributed|published|provided|edited)\s)", re.I)
"""Where a reference ends and the credits begin."""


def _reference_in(words: str) -> str:
    """Return the reference to an archive in a citation: from the segment before its first unit to the credits."""
    segments = re.split(r"(?<=\w)\.\s+(?=[A-Z])", _CREDITED.split(words)[0])[0].split(", ")
    online = [number for number, segment in enumerate(segments) if "Digital Archive" in segment]
    if online and any(is_unit(segment) for segment in segments[online[-1] + 1 :]):
        return ", ".join(segments[online[-1] + 1 :]).strip(" ,.")
    first = next((number for number, segment in enumerate(segments) if is_unit(segment)), 0)
    return ", ".join(segments[max(0, first - 1) :]).strip(" ,.") if first else ""


def tell_loose_source(draft: Draft, start: int) -> None:
    """Record paragraphs near the head, or the last, that say where the document is kept: "Source: RGANI, f. 5 …".

    In brackets, the first or last stays a note, and is told besides.
    """
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META]
    told = False
    for number, block in enumerate(blocks[:_HEAD][: len(blocks) - 1] if len(blocks) > _FEWEST else ()):
        is_told = block.role is None and _tell_above(draft, block, is_first=not number, has_source=told)
        told = told or is_told
    for block in blocks[-1:] if len(blocks) > 1 and not told else ():
        if block.role is None and (cited := cited_in(draft.text_of(block))):
            tell_cited(draft, block.start, block.end, cited)
            claim(draft, block.start, block.end)
            return
    for block in (*blocks[-1:], *(blocks[:1] if len(blocks) > 1 else [])):
        if block.role is not Role.META and _tell_labelled(draft, block):
            return


_FEWEST = 2
"""With so few paragraphs a page has no head."""


def _tell_above(draft: Draft, block: Block, *, is_first: bool, has_source: bool) -> bool:
    """Record a paragraph near the head if it is a citation, a reference or an address; return whether it is."""
    text = draft.text_of(block)
    source = _SOURCE.fullmatch(draft.text, block.start, block.end)
    start, end = (source.start("reference"), source.end("reference")) if source else (block.start, block.end)
    numbered = _NUMBERED.fullmatch(draft.text, block.start, block.end)
    if cited := cited_in(draft.text[start:end]):
        sign_free(draft, block.start, start, why="label of the record")
        tell_cited(draft, start, end, cited)
        sign_free(draft, end, block.end, why="label of the record")
    elif is_bare_reference(text):
        sign_adornment(draft, block.start, block.end)
        tell_source(draft, block.start, block.end)
    elif numbered and is_bare_reference(numbered["reference"]):
        start = numbered.start("reference")
        tell_source(draft, start, block.end)
        claim(draft, start, block.end)
        return True
    elif source and source["open"] != "[" and not is_first and _names_a_place(source["reference"]):
        sign_free(draft, block.start, start, why="label of the record")
        tell_source(draft, start, end)
        sign_free(draft, end, block.end, why="around a reference")
    elif has_source and URL.fullmatch(text.strip()):
        tell_value(draft, "url", block.start, block.end)
    else:
        return False
    claim(draft, block.start, block.end)
    return True


BACK = re.compile(r"[↩↑]")
"""What leads a reader from a note back to its mark."""
_NUMBERED = re.compile(r"(?:No\.? ?|Doc(?:ument)?\.? (?:No\.? )?)\d{1,4}[A-Z]?\s+(?P<reference>[A-Z]{2,6} \S.{4,60})")
"""The number of a document in an edition with the place of the original behind it: "No. 12 NAI DFA 305/14"."""


def _names_a_place(reference: str) -> bool:
    """Tell whether words name units of an archive, or begin with what its references begin with."""
    units = [part for part in parts_of(reference) if part.field not in {"repository", "locus"}]
    return bool(units) or is_bare_reference(reference.partition(". ")[0])


def _tell_labelled(draft: Draft, block: Block) -> bool:
    match = _SOURCE.fullmatch(draft.text, block.start, block.end)
    if match is None or not is_reference(match["reference"]) or block.end - block.start > _LONGEST_SOURCE:
        return False
    if BACK.search(match["reference"]):
        return False
    if match["open"]:
        reference = " ".join(match["reference"].split())
        for part in parts_of(reference.partition(";")[0]):
            draft.fact(part.field, part.value, match.start(), match.end(), consumed=False, attrs=part.attrs)
        repeat_credits(draft, block.start, block.end)
        return True
    sign_free(draft, block.start, match.start("reference"), why="label of the record")
    tell_source(draft, match.start("reference"), block.end)
    claim(draft, block.start, block.end)
    return True


_LONGEST_SOURCE = 800
