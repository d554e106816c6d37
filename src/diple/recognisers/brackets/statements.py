"""What a document says of its own signs: "brackets are in the original", "additions are in angle brackets" (TEI 2.3.3).

Such a statement governs all that follows it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block

_SHAPES = {
    "angle": re.compile(r"[<⟨‹](?P<words>[^<>⟨⟩‹›\n/!]{1,120})[>⟩›]"),
    "curly": re.compile(r"\{(?P<words>[^{}\n]{1,120})\}"),
    "double": re.compile(r"(?:\[\[|⟦)(?P<words>[^\[\]⟦⟧\n]{1,120})(?:\]\]|⟧)"),
}
_NAMED = {
    "angle": "angle",
    "angled": "angle",
    "angular": "angle",
    "pointed": "angle",
    "curly": "curly",
    "double": "double",
}
_SHAPE = (
    r"\b(?P<shape>angled?|angular|pointed|curly|double)(?: square)? (?:brackets?|parenthes[ei]s|braces?)|"
    r"\b(?P<braces>braces)\b"
)
_ADDED = re.compile(
    r"\b(?:editor(?:ial|s|[’']s|s[’'])?|transcriber(?:s|[’']s)?|translator(?:s|[’']s)?|our|my|suppl(?:y|ied)|"
    r"add(?:ed|itions?)|conjectur\w+|restor\w+|missing)\b",
    re.I,
)
_DELETED = re.compile(r"\b(?:delet\w+|cancel\w+|crossed out|struck out|erased)\b", re.I)
_OWN = re.compile(
    r"\b(?:(?:square |all |these |the )*brackets|bracketed (?:words|text|passages)|words in (?:square )?brackets)\b"
    r"[^.;]{0,60}\b(?:(?:stand|appear|occur|are|as|is|were)(?: so| thus)? )?(?:in|of) the (?:original|manuscript|"
    r"source|"
    r"document|typescript)|\bbrackets are the author[’']s",
    re.I,
)
_UNDERLINED = re.compile(
    r"\bunderlin\w+\b[^.;]{0,60}\b(?:shown|given|indicated|represented|printed|rendered|marked|set) "
    r"(?:by|in|as|with) (?:the use of )?(?:italics?|asterisks|bold)",
    re.I,
)
_CLAUSE = re.compile(r"[^.;]+[.;]?")
_LONGEST = 600
"""The longest block, in characters, that is read for statements."""


class Statements(NamedTuple):
    """From which offset square brackets are the document's own, and from which a shape stands for an element."""

    own_from: int
    shapes: tuple[tuple[str, str, int], ...]


def read_statements(draft: Draft) -> Statements:
    """Return what the document says of its signs; what it says of underlining is carried out at once."""
    own_from, shapes = len(draft.text), []
    for block in draft.body_blocks():
        words = draft.text_of(block) if block.end - block.start <= _LONGEST else ""
        if "bracket" not in words and "braces" not in words and "nderlin" not in words:
            continue
        if _OWN.search(words):
            own_from = min(own_from, block.end)
        shapes += [(shape, tag, block.end) for shape, tag in _shapes_in(words)]
        if _UNDERLINED.search(words):
            _underline(draft, block)
    return Statements(own_from, tuple(shapes))


def _shapes_in(words: str) -> list[tuple[str, str]]:
    """Return the shapes of brackets that a statement explains, each with the element they stand for."""
    found = []
    for clause in _CLAUSE.findall(words):
        match = re.search(_SHAPE, clause, re.I)
        if match is None:
            continue
        shape = "curly" if match["braces"] else _NAMED[match["shape"].casefold()]
        tag = "del" if _DELETED.search(clause) else "supplied" if _ADDED.search(clause) else ""
        if tag:
            found.append((shape, tag))
    return found


def _underline(draft: Draft, block: Block) -> None:
    """Make what follows a statement and stands in italics or between asterisks underlined, as it is in the source."""
    for number, span in enumerate(draft.spans):
        if span.tag == "hi" and span.start >= block.end:
            draft.spans[number] = replace(span, attrs={**span.attrs, "rend": "underline"})


def claim_stated(draft: Draft, statements: Statements, resp: str) -> None:
    """Claim the brackets of the shapes that a statement explains."""
    for shape, tag, start in statements.shapes:
        for block in draft.body_blocks():
            if block.start < start:
                continue
            for match in _SHAPES[shape].finditer(draft.text, block.start, block.end):
                if not draft.is_signed(match.start(), match.start() + 1):
                    _claim(draft, match, tag, resp)


def _claim(draft: Draft, match: re.Match[str], tag: str, resp: str) -> None:
    first, last = match.span("words")
    doubted = tag == "supplied" and draft.text[last - 1] == "?"
    end = last - doubted
    if first >= end:
        return
    attrs = {"rend": "brackets"} if tag == "del" else {"reason": "editorial", "resp": resp}
    draft.sign(match.start(), first, why="a bracket that the document explains")
    draft.sign(end, match.end(), why="a bracket that the document explains")
    draft.span(first, end, tag, attrs | ({"cert": "low"} if doubted else {}))
