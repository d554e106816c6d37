"""Drafts for tests: what the recognisers of words and pages make of a text, told in plain strings."""

from __future__ import annotations

from diple.draft import Draft
from diple.model import Role
from diple.recognisers import dates, footnotes, joins, lists, markdown, names, pages, quotations
from diple.source import source_from_text

ORDER = (markdown, pages, footnotes, joins, lists, quotations, dates, names)


def drafted(text: str, *, name: str = "source.txt", people: tuple[str, ...] = ()) -> Draft:
    """Return the draft of a text after the recognisers of this family, in their order."""
    draft = Draft(source_from_text(text, name))
    for person in people:
        draft.people.add(person)
    for module in ORDER:
        draft.recogniser = module.__name__.rpartition(".")[2]
        module.recognise(draft)
    return draft


def words(draft: Draft, tag: str) -> list[str]:
    """Return the words of each element of this tag, in order of the source."""
    spans = sorted((span for span in draft.spans if span.tag == tag), key=lambda span: (span.start, -span.end))
    return [draft.text[span.start : span.end] for span in spans]


def attrs(draft: Draft, tag: str) -> list[dict[str, str]]:
    """Return the attributes of each element of this tag, points among them, in order of the source."""
    spans = [(span.start, span.attrs) for span in draft.spans if span.tag == tag]
    points = [(point.offset, point.attrs) for point in draft.points if point.tag == tag]
    return [found for _, found in sorted(spans + points, key=lambda item: item[0])]


def codes(draft: Draft) -> list[str]:
    """Return the codes of the doubts, in order of the source."""
    return [doubt.code for doubt in sorted(draft.doubts, key=lambda doubt: doubt.offset)]


def paragraphs(draft: Draft) -> list[str]:
    """Return the text as it will read, the parts of joined paragraphs together, notes and page numbers left out."""
    found: list[str] = []
    before = 0
    for block in draft.blocks:
        if block.role in {Role.VOID, Role.META, Role.NOTE_BODY}:
            continue
        if block.joined and found:
            found[-1] += draft.clean(before, block.end).text
        else:
            found.append(draft.clean(block.start, block.end).text)
        before = block.end
    return [" ".join(text.split()) for text in found]
