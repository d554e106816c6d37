"""A talk told in a telegram or a memorandum: "received me … He told me that … I answered that"."""

from __future__ import annotations

from collections.abc import Sequence

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.participants.wording import TALK
from diple.recognisers.reported.runs import Paragraph
from diple.recognisers.reported.wording import BETWEEN, TITLES, VERB
from diple.sentences import sentences

_MEETS = re.compile(
    r"\b(?:received (?:me|us)\b|whom (?:I|we) (?:saw|met|visited)\b|"
    r"(?:I|we) (?:again |also )?(?:saw|met|visited|called (?:up)?on|was received by|spoke (?:to|with)|"
    r"had an? (?:\w+ )?(?:talk|conversation|interview|audience) with) (?=(?:the |Mr|Dr|Cde|[A-Z])))|"
    r"^(?:\(?\w{1,4}[.)] )?(?:In|During|At) (?:the course of )?(?:an?|the|our|my|his|another) "
    rf"(?:\w+ ){{0,2}}{TALK}\b[^.;:]{{0,80}}?\b"
    r"(?:stated|told|said|declared|informed|asked|replied|remarked|explained|complained|announced)\b"
)
"""That the author, or one of his side, met somebody, or what was said at the meeting."""
_NAMED = (
    rf"(?:[Tt]he [A-Za-z]|{TITLES}(?!(?:My|Our|It|This|That|There)\b)[A-Z])[\w’'-]+"
    r"(?: (?:of (?:the )?)?[A-Z][\w’'-]+){0,3}"
)
_REPORTS = re.compile(
    rf"(?:[^,.]{{2,60}},?\s+)??(?:He|She|I|[Tt]he latter|{_NAMED})"
    rf"\s+{BETWEEN}{VERB}(?: \w+){{0,4}}? (?:that|whether|if|why|how|me|him|us)\b"
)
"""A sentence that says what one of the two said."""
_FIRST = 600
"""The characters at the head of a paragraph in which it says that somebody met somebody."""


def told_talk(draft: Draft, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that tell of a talk, from that which says who met to the last in a row that reports.

    A letter tells of talks too, in whatever form; none is told in a document that greets somebody.
    """
    if any(block.tag == "salute" for block in draft.blocks):
        return []
    told: list[Paragraph] = []
    for paragraph in paragraphs:
        text = paragraph.clean.text.lstrip()
        if paragraph.blocks and not paragraph.is_item and (told or _MEETS.search(text[:_FIRST])):
            if not (_REPORTS.match(text) if told else _count(text)):
                break
            told.append(paragraph)
    return told if sum(_count(one.clean.text.lstrip()) for one in told) > 1 else []


def _count(text: str) -> int:
    """Return in how many sentences of a paragraph somebody says something."""
    return sum(_REPORTS.match(text[one.start : one.end]) is not None for one in sentences(text))
