"""The paragraphs of the running text as they read, with their sentences, and how to get back to the source."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from diple.draft import Clean, Draft
from diple.model import Block, Role
from diple.sentences import Sentence, sentences

_NO_TEXT = frozenset(
    {Role.VOID, Role.META, Role.NOTE_BODY, Role.NOTE, Role.MILESTONE, Role.HEAD, Role.SECTION,
     Role.ENCLOSURE, Role.OPENER, Role.STAGE}
)  # fmt: skip
_LINES = frozenset({Role.HEAD, Role.SECTION, Role.OPENER, Role.STAGE})
_BETWEEN = frozenset({Role.VOID, Role.META, Role.NOTE_BODY})


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its extent in the source; ``text`` is how it reads, notes and signs left out."""

    draft: Draft
    start: int
    end: int

    @cached_property
    def _clean(self) -> Clean:
        return self.draft.clean(self.start, self.end)

    @property
    def text(self) -> str:
        """The text as it reads; white space is as in the source."""
        return self._clean[0]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, by offsets of ``text``; a reference in parentheses belongs to the sentence before it."""
        known: list[Sentence] = []
        for sentence in sentences(self.text):
            if known and self._goes_on(known[-1], sentence):
                known[-1] = Sentence(known[-1].start, sentence.end)
            else:
                known.append(sentence)
        return known

    def _goes_on(self, before: Sentence, sentence: Sentence) -> bool:
        """Tell whether a sentence is a reference to the one before, or goes on after a quotation that began in it."""
        words = self.text[sentence.start : sentence.end]
        if _is_reference(words):
            return True
        earlier = self.text[before.start : before.end]
        closed = words.find("”")
        return earlier.count("“") > earlier.count("”") and 0 <= closed < len(words.rstrip(" .!?")) - 1

    def at(self, offset: int) -> int:
        """Return the offset in ``text`` of the first character at or after an offset of the source."""
        return bisect_left(self._clean[1], offset, hi=len(self.text))

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the source for a stretch of ``text`` without its outer white space."""
        piece = self.text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = max(first + 1, start + len(piece.rstrip()))
        offsets = self._clean[1]
        return offsets[first], offsets[min(last, len(self.text)) - 1] + 1


class Paragraphs:
    """The paragraphs of a draft in order."""

    def __init__(self, draft: Draft) -> None:
        self._all = [Paragraph(draft, start, end) for start, end in _extents(draft)]
        self._starts = [paragraph.start for paragraph in self._all]
        self._draft = draft

    def around(self, offset: int) -> tuple[Paragraph | None, int]:
        """Return the paragraph that holds an offset, if any, and the index at which those before it end."""
        index = bisect_left(self._starts, offset + 1) - 1
        if index >= 0 and offset <= self._all[index].end:
            return self._all[index], index
        return None, index + 1

    def line_at(self, offset: int) -> Paragraph | None:
        """Return the heading, or line of the frame, that holds an offset or ends at it, as a paragraph of its own."""
        block = self._draft.block_at(max(0, offset - 1))
        is_line = block is not None and block.role in _LINES
        return Paragraph(self._draft, block.start, block.end) if block is not None and is_line else None

    def before(self, index: int, count: int) -> list[Paragraph]:
        """Return up to ``count`` paragraphs that stand before an index."""
        return self._all[max(0, index - count) : max(0, index)]

    def after(self, index: int, count: int) -> list[Paragraph]:
        """Return up to ``count`` paragraphs from an index on."""
        return self._all[index : index + count]


def _is_reference(sentence: str) -> bool:
    """Tell whether a sentence is only a short reference in parentheses, such as "(Bulletin, 31 March 1969)."."""
    return sentence.startswith("(") and sentence.rstrip(" .").endswith(")") and len(sentence) < _LONGEST_REFERENCE


_LONGEST_REFERENCE = 120


def _extents(draft: Draft) -> list[tuple[int, int]]:
    extents: list[tuple[int, int]] = []
    last_is_text = False
    for block in draft.blocks:
        if block.role in _BETWEEN:
            continue
        if block.joined and last_is_text:
            extents[-1] = (extents[-1][0], block.end)
            continue
        last_is_text = block.role not in _NO_TEXT
        if last_is_text:
            extents.append((_words_start(block), block.end))
    return extents


def _words_start(block: Block) -> int:
    """Return where a block's words begin: after the label of a turn."""
    return max(block.start, block.label_end) if block.role is Role.SPEECH else block.start
