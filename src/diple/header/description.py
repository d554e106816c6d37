"""How this document was encoded: only statements that are true of it (TEI 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

import diple
from diple.draft import Draft
from diple.header.elements import Facts, make, paragraph, plain

_QUOTED = 80
_LISTED = 20
_WHOSE = {"translator": "the translator’s", "transcriber": "the transcriber’s", "editor": "the editor’s"}

_CORRECTION = "Suspected errors stand as they are in sic; a correction beside them, in corr, names who made it."
_HYPHENATION = "The hyphen of a word that a page end divides is not kept; the page break stands inside the word."
_QUOTATION = "Quotation marks stay in the text as they are."
_SEGMENTATION = "A paragraph divided by a page end or a stray blank line of the copy is one paragraph."
_NORMALIZATION = "Spelling and punctuation are those of the source; white space is evened out."
_VALUES = "Values of dates follow ISO 8601."
_KEPT_BRACKETS = "Where the source says that brackets stand in the original, they are kept as text."
_MARKS = "Marks in the margin are known from notes; the words they stand beside were found by what the notes say."
_REPORTED = "Whose words a paragraph of the minutes reports was told from the verbs that report them."


class _Traits(NamedTuple):
    """What was met in a document that a reader of the encoding has to know."""

    tags: frozenset[str]
    has_brackets: bool
    keeps_brackets: bool
    breaks_words: bool
    joins: bool
    has_quotation_marks: bool


def encoding_description(facts: Facts) -> etree._Element:
    """Return ``encodingDesc``: what was left out, by which rules the rest was encoded, by which program."""
    draft = facts.draft
    program = make("application", make("label", "diple"), attrs={"ident": "diple", "version": diple.__version__})
    rules = make("editorialDecl", *facts.say_each("p", facts.all("editorial-practice")), *_rules(draft))
    return make("encodingDesc", _sampling(draft), rules, make("appInfo", program))


def _sampling(draft: Draft) -> etree._Element | None:
    """Return what was dropped, by reason, each wording once; None if nothing was."""
    reasons: dict[str, list[str]] = {}
    for item in draft.furniture:
        wording = plain(draft.text[item.start : item.end])[:_QUOTED]
        wordings = reasons.setdefault(plain(item.reason), [])
        if wording and wording not in wordings:
            wordings.append(wording)
    sentences = [
        paragraph(f"Left out ({reason}): {', '.join(f'“{wording}”' for wording in wordings[:_LISTED])}.")
        for reason, wordings in reasons.items()
        if wordings
    ]
    return make("samplingDecl", *sentences) if sentences else None


def _traits(draft: Draft) -> _Traits:
    wrapped = {wrapper.tag for wrapper in draft.wrappers}
    return _Traits(
        tags=frozenset({span.tag for span in draft.spans} | wrapped | {point.tag for point in draft.points}),
        has_brackets=any(sign.by == "brackets" for sign in draft.signs),
        keeps_brackets=any(fact.field == "brackets-original" for fact in draft.facts),
        breaks_words=any(point.attrs.get("break") == "no" for point in draft.points),
        joins=any(block.joined for block in draft.blocks),
        has_quotation_marks=any(mark in draft.text for mark in '"“”«»„'),
    )


def _rules(draft: Draft) -> Iterator[etree._Element]:
    traits = _traits(draft)
    if traits.tags & {"sic", "corr"}:
        yield _rule("correction", {"method": "markup"}, _CORRECTION)
    if traits.breaks_words:
        yield _rule("hyphenation", {"eol": "none"}, _HYPHENATION)
    if traits.has_quotation_marks:
        yield _rule("quotation", {"marks": "all"}, _QUOTATION)
    if meanings := list(_meanings(draft, traits)):
        yield _rule("interpretation", {}, *meanings)
    if traits.joins:
        yield _rule("segmentation", {}, _SEGMENTATION)
    yield _rule("normalization", {}, _NORMALIZATION)
    if "date" in traits.tags:
        yield _rule("stdVals", {}, _VALUES)


def _meanings(draft: Draft, traits: _Traits) -> Iterator[str]:
    """Yield what the signs of this source are taken to mean."""
    whose = _WHOSE.get(str(getattr(draft, "bracket_agent", "")), "the editor’s")
    if traits.has_brackets:
        yield f"Square brackets without a label are {whose}; their content is marked up and the brackets are not kept."
    if traits.keeps_brackets:
        yield _KEPT_BRACKETS
    if "metamark" in traits.tags:
        yield _MARKS
    if "said" in traits.tags:
        yield _REPORTED


def _rule(tag: str, attrs: dict[str, str], *sentences: str) -> etree._Element:
    return make(tag, *[paragraph(sentence) for sentence in sentences], attrs=attrs)
