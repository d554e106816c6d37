"""The words of a stretch of the source as they serve for names and offices: without notes, expansions, corrections."""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher

from diple import patterns as re
from diple.draft import Clean, Draft
from diple.model import Block, Span

_LEFT_OUT = frozenset({"note", "expan", "corr", "gloss", "gap", "fw"})
_BULLET = re.compile(r"(?:[•·▪◦●‣○■□*+–—-](?:\s+(?=\S)|\s*$)|[•▪◦●‣](?=\S))")
_STOP_BETWEEN = re.compile(
    r"(?<=[a-z]{3})(?<!\b[cC]de)(?<!\b[cC]om)(?<!\b[tT]ov)(?<!\b[tT]ow)(?<!\bcdes)(?<!\bcoms)(?<!essrs)(?<!omrs)(?<!ieut)(?<!omdr)(?<!Cdes)(?<!Coms)(?<!Prof)(?<!Capt)(?<!Brig)(?<!Asst)\.(?=\s+(?:[A-Z]\.\s?)+[A-Z][a-z])|"
    r"(?<=[a-z)])\.(?=\s+(?:The )?(?:Right|Rt\.?|Most) Hon\b|"
    r"\s{2,}(?:Mr|Mrs|Sir|Lord|Dr|Admiral|General|Air|Field|Marshal|Lieutenant|Major|Colonel|Captain|Brigadier|"
    r"Professor|Viscount|Earl|Comrade|Cde)\b)"
)
_REGION = 80
"""The blocks at the head of a document, in number, in which attendance is looked for."""


_FULL_NAME = re.compile(r"\[?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+\]?")


def _respells(draft: Draft, span: Span) -> bool:
    """Tell whether words supplied are another spelling of the name before them: "Aksel Ron [Axel Rohn]"."""
    if span.tag != "supplied" or span.end - span.start > _LONGEST_NAME:
        return False
    name, other = draft.text[max(0, span.start - _LONGEST_NAME) : span.start], draft.text[span.start : span.end]
    before = name.split()[-2:] if span.attrs.get("reason") == "identification" else []
    is_full = len(before) == 2 and all(word[:1].isupper() for word in before)
    return is_spelling(name, other) or (is_full and _FULL_NAME.fullmatch(other.strip()) is not None)


def _remarks(draft: Draft, span: Span) -> bool:
    """Tell whether words supplied are a sentence of the editor's, or behind a name the state somebody speaks for."""
    words = draft.text[span.start : span.end]
    if span.tag == "supplied" and _STATE.fullmatch(words):
        return _INITIALLED.search(draft.text[max(0, span.start - _LONGEST_NAME) : span.start].rstrip(" [")) is not None
    return span.tag == "supplied" and len(words.split()) >= _SENTENCE and words.rstrip().endswith(".")


_STATE = re.compile(r"[A-Z][A-Za-z]{1,4}\.?")
"""Whom somebody speaks for, shortened: "W. Holm [GDR]"."""
_INITIALLED = re.compile(r"\b[A-Z][a-z]?\. ?[^\W\d_a-z][\w’'-]+$")
_SENTENCE = 6
"""The words of a sentence, at least."""


class Reader:
    """Reads stretches of one draft; what recognisers say afterwards is not seen."""

    def __init__(self, draft: Draft) -> None:
        """Note what is left out of every reading."""
        self.draft = draft
        left_out = (
            span for span in draft.spans if span.tag in _LEFT_OUT or _respells(draft, span) or _remarks(draft, span)
        )
        self._left_out = sorted((span.start, span.end) for span in left_out)

    def read(self, start: int, end: int) -> Clean:
        """Return the words from ``start`` to ``end`` with the offset of each character."""
        clean = self.draft.clean(start, end)
        pieces: list[str] = []
        offsets: list[int] = []
        kept = 0
        for first, last in self._left_out[bisect_left(self._left_out, (start, 0)) :]:
            if first >= end:
                break
            hole = max(kept, bisect_left(clean.offsets, first))
            pieces.append(clean.text[kept:hole])
            offsets += clean.offsets[kept:hole]
            kept = max(hole, min(bisect_left(clean.offsets, last), len(clean.text)))
        return Clean("".join([*pieces, clean.text[kept:]]), [*offsets, *clean.offsets[kept:]]) if kept else clean

    def read_block(self, block: Block) -> Clean:
        """Return the words of a block."""
        return self.read(block.start, block.end)

    def read_item(self, block: Block) -> tuple[Clean, bool]:
        """Return the words of a block without a bullet that opens them, and whether there is one.

        A full stop between persons who stand side by side reads as a semicolon.
        """
        clean = self.read_block(block)
        clean = Clean(_STOP_BETWEEN.sub(";", clean.text), clean.offsets)
        bullet = _BULLET.match(clean.text)
        end = bullet.end() if bullet else 0
        return Clean(clean.text[end:], clean.offsets[end:]), bullet is not None

    def sign_bullet(self, block: Block) -> None:
        """Let the bullet that opens a block be a sign."""
        if bullet := _BULLET.match(self.draft.text, block.start, block.end):
            for start, end in list(self.draft.unsigned(*bullet.span())):
                self.draft.sign(start, end, why="marker of an item")


_LIKE = 0.6
"""How like two spellings of a name are at least, of 1."""
_LONGEST_NAME = 60
"""The most characters of a name in another spelling, and of what is read before it."""


def is_spelling(before: str, words: str) -> bool:
    """Tell whether words are the name that ends what stands before them, spelled otherwise: "Song-ae" and "Song Ae"."""
    other = _words(words)
    name = _words(before)[-len(other) :]
    if not other or len(name) != len(other) or not all(word[:1].isalpha() for word in other):
        return False
    if len(other) == 1:
        return name[0][:1] == other[0][:1] and name != other and min(len(name[0]), len(other[0])) > 3
    likeness = SequenceMatcher(None, " ".join(name).lower(), " ".join(other).lower(), autojunk=False).ratio()
    return name[0] == other[0] or likeness > _LIKE


def _words(text: str) -> list[str]:
    """Return the words of a name, the parts of a double one apart."""
    return re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", text)


def source_stretch(draft: Draft, clean: Clean, start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the source of a stretch of a reading; a bracket that is a sign at its edge is inside."""
    first, last = clean.offsets[start], clean.offsets[end - 1] + 1
    while first > 0 and draft.text[first - 1] == "[" and draft.is_signed(first - 1, first):
        first -= 1
    while last < len(draft.text) and draft.text[last] == "]" and draft.is_signed(last, last + 1):
        last += 1
    return first, last


def opening_blocks(draft: Draft) -> list[Block]:
    """Return the blocks near the head of the document that stand in the text."""
    found: list[Block] = []
    for block in draft.body_blocks():
        found.append(block)
        if len(found) == _REGION:
            break
    return found
