"""A bracket with its words and with what stands around it, as every rule for brackets sees it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Clean, Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.tree import Bracket
from diple.source import LINE_END

_CUT_SHORT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,3}\.\Z")
"""The first letters of a word, with a full stop."""
WINDOW = 200
"""How many characters before and after a bracket the rules look at."""

_WORDS_WITHIN = 100
"""How many characters before a bracket are read as words."""

WORD = re.compile(r"[^\W_]+(?:[-’'./][^\W_]+|(?<=\d),\d{3}(?!\d))*[’']?(?:\.(?=\w))?")
"""A word with its inner hyphens, apostrophes and stops (moral’nye, 9-10, U.S)."""


class Word(NamedTuple):
    """A word with its offsets in the source."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Place:
    """A bracket of a draft. ``content`` is what it holds, white space runs as single spaces, nested brackets included.

    ``paragraph_start`` and ``paragraph_end`` bound the paragraph around it, ``block`` is the block it begins in.
    """

    setting: Setting
    bracket: Bracket
    block: Block
    paragraph_start: int
    paragraph_end: int

    @property
    def draft(self) -> Draft:
        """The draft that the bracket stands in."""
        return self.setting.draft

    @cached_property
    def content(self) -> str:
        """The words in the bracket, signs of emphasis aside."""
        start, end = self.bracket.inner_start, self.bracket.inner_end
        signed = self.draft.is_signed(start, end)
        return " ".join((self.draft.clean(start, end).text if signed else self.draft.text[start:end]).split())

    @cached_property
    def inner(self) -> str:
        """The characters in the bracket, offsets counting from ``bracket.inner_start``."""
        return self.draft.text[self.bracket.inner_start : self.bracket.inner_end]

    @cached_property
    def _before(self) -> Clean:
        start = max(self.paragraph_start, self.bracket.start - WINDOW)
        return self.draft.clean(start, self.bracket.start)

    @property
    def before(self) -> str:
        """What stands before in the paragraph, notes and signs left out."""
        return self._before[0]

    @cached_property
    def after(self) -> str:
        """What stands after in the paragraph, as in the source."""
        return self.draft.text[self.bracket.end : min(self.paragraph_end, self.bracket.end + WINDOW)]

    @cached_property
    def words_before(self) -> list[Word]:
        """The words before in the paragraph, in order: those in the last hundred characters."""
        text, offsets = self._before
        return [
            Word(match.group(), offsets[match.start()], offsets[match.end() - 1] + 1)
            for match in WORD.finditer(text, self._first_word)
        ]

    @property
    def word_before(self) -> Word | None:
        """The word that stands directly before, only white space or a closing quotation mark between."""
        last, before = self._last_word, self.before.rstrip()
        if last is None or (before[-1:] in ".,;:!?)]—–" and not before.endswith(last.text)):
            return None
        return last

    @cached_property
    def _last_word(self) -> Word | None:
        text, offsets = self._before
        last = deque(WORD.finditer(text, self._first_word), maxlen=1)
        return Word(last[0].group(), offsets[last[0].start()], offsets[last[0].end() - 1] + 1) if last else None

    @property
    def _first_word(self) -> int:
        """Where, in what stands before, the words begin that are looked at."""
        text = self.before
        return max(0, text.find(" ", len(text) - _WORDS_WITHIN) + 1) if len(text) > _WORDS_WITHIN else 0

    @property
    def block_words(self) -> list[str]:
        """The words of the block that the bracket begins in, at most twenty."""
        return self.draft.text[self.block.start : min(self.block.end, self.block.start + WINDOW)].split(None, 20)[:20]

    @property
    def is_glued_before(self) -> bool:
        """Tell whether a letter, or a word cut short, stands directly before the bracket: Thai[land], L.[alouette]."""
        if self.content[:1].islower() and _CUT_SHORT.search(self.before):
            return True
        return self.draft.text[self.bracket.start - 1 : self.bracket.start].isalnum() and self.before[-1:].isalnum()

    @property
    def is_glued_after(self) -> bool:
        """Tell whether a letter stands directly after the bracket: [re]united."""
        return self.after[:1].isalnum()

    @property
    def stands_alone(self) -> bool:
        """Tell whether the bracket, with a full stop after it at most, is all of its paragraph."""
        behind = self._unsigned(self.bracket.end, min(self.paragraph_end, self.bracket.end + WINDOW))
        return behind in ("", ".") and not self._unsigned(self.paragraph_start, self.bracket.start)

    def _unsigned(self, start: int, end: int) -> str:
        """Return what is no sign between two offsets, outer white space aside; one character of it is enough."""
        for first, last in self.draft.unsigned(start, end):
            if words := self.draft.text[first:last].strip():
                return words
        return ""

    @property
    def space_before(self) -> int:
        """The offset at which the white space before the bracket begins, in the same block."""
        start = self.bracket.start
        while start > self.block.start and (self.draft.text[start - 1].isspace() or self._opens_emphasis(start - 1)):
            start -= 1
        return start

    def _opens_emphasis(self, offset: int) -> bool:
        return self.draft.text[offset] in "*_\\" and self.draft.is_signed(offset, offset + 1)

    @property
    def resp(self) -> str:
        """The pointer to the agent whose brackets these are."""
        return self.draft.agents.require(self.agent)

    @property
    def agent(self) -> str:
        """The role of the agent whose brackets these are: translator, transcriber or editor."""
        return self.setting.agent

    def take_signs(self, inner_start: int, inner_end: int, *, with_space: bool = False) -> None:
        """Consume bracket and label up to ``inner_start``, what follows ``inner_end``, if asked the space before."""
        start = self.space_before if with_space else self.bracket.start
        sign_rest(self.draft, start, inner_start)
        end = self.bracket.end
        if with_space and start == self.block.start:
            end = self._skip_space(end)
        sign_rest(self.draft, inner_end, end)

    def _skip_space(self, offset: int) -> int:
        while offset < self.block.end and self.draft.text[offset].isspace():
            offset += 1
        return offset

    def element(self, tag: str, attrs: Attrs, *, inner_start: int | None = None) -> None:
        """Make the words an element where they stand; the brackets (and a label before the words) are signs."""
        start = self.bracket.inner_start if inner_start is None else self._first_of_words(inner_start)
        self.take_signs(start, self.bracket.inner_end)
        if start < self.bracket.inner_end:
            self.draft.span(start, self.bracket.inner_end, tag, attrs)

    def _first_of_words(self, start: int) -> int:
        """Return where the words behind a label begin: signs of emphasis that end it, and space behind them, aside."""
        while start < self.bracket.inner_end and self.draft.is_signed(start, start + 1):
            start += 1
            while start < self.bracket.inner_end and self.draft.text[start].isspace():
                start += 1
        return start

    def note(
        self, attrs: Attrs, *, inner_start: int | None = None, inner_end: int | None = None, of_word: bool = False
    ) -> None:
        """Make the words a note; one that is a whole paragraph is a block of its own.

        A note on a sentence stands after the full stop that follows the bracket; a note ``of_word`` stays at its word.
        """
        start = self.bracket.inner_start if inner_start is None else self._first_of_words(inner_start)
        end = self.bracket.inner_end if inner_end is None else inner_end
        if start >= end:
            return
        stop = self._stray_stop()
        if stop is not None and of_word and not self._sentence_ended():
            stop = None
        move_to = stop + 1 if stop is not None and not self._sentence_ended() else None
        self.take_signs(start, end, with_space=True)
        if stop is not None and move_to is None:
            self.draft.sign(stop, stop + 1)
        if self._is_of_lines():
            self.break_lines(LINE_END, start)
            self.join_blocks()
            for block in self.blocks:
                self.draft.give_role(block, Role.NOTE)
        elif self.stands_alone and self.paragraph_start == self.block.start and self.paragraph_end == self.block.end:
            self.draft.give_role(self.block, Role.NOTE)
        self.draft.span(start, end, "note", attrs, move_to=move_to)

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks that the bracket reaches over, in order."""
        blocks = self.draft.blocks
        first = last = self.setting.index_of(self.bracket.start)
        while last + 1 < len(blocks) and blocks[last + 1].start < self.bracket.end:
            last += 1
        return blocks[first : last + 1]

    @property
    def fills_blocks(self) -> bool:
        """Tell whether the bracket is all of its blocks, a full stop after it aside, and none has a role yet."""
        rest = self.draft.text[self.bracket.end : self.blocks[-1].end].strip()
        alone = self.bracket.start == self.blocks[0].start and rest in ("", ".")
        return alone and all(block.role is None for block in self.blocks)

    def break_lines(self, ends: re.Pattern[str], first: int) -> None:
        """Keep as ``lb`` what ends a line in the bracket after its words begin, at ``first``.

        That is the ends of its blocks, and what fits ``ends`` in them.
        """
        draft = self.draft
        for block in self.blocks:
            if block.start > first:
                draft.point(block.start, "lb")
            start, end = max(block.start, first), min(block.end, self.bracket.inner_end)
            for match in ends.finditer(draft.text, start, end):
                stop = match.end()
                while stop < end and draft.text[stop].isspace():
                    stop += 1
                if draft.sign(match.start(), stop):
                    draft.point(stop, "lb")

    def join_blocks(self) -> None:
        """Make one block of those that the bracket reaches over, a line break where each ends."""
        for before, block in pairwise(self.blocks):
            block.joined, block.join_text = True, ""
            if not self.draft.sign(before.end, block.start):
                self.setting.line_gaps.add(before.end)

    def _is_of_lines(self) -> bool:
        """Tell whether the bracket fills several blocks that are lines of one note, no blank line between them."""
        ends = [self.draft.text[before.end : block.start] for before, block in pairwise(self.blocks)]
        return bool(ends) and self.fills_blocks and all(len(LINE_END.findall(end)) == 1 for end in ends)

    def _stray_stop(self) -> int | None:
        """Return the offset of a full stop that follows the bracket directly."""
        return self.bracket.end if self.after[:1] == "." and self.after[1:2] != "." else None

    @property
    def ends_sentence_within(self) -> bool:
        """Tell whether the full stop of the sentence around stands in the bracket: "at the [name deleted.] He"."""
        stops = self.content.endswith(".") and self.content[-2:-1].islower() and not self.content[:1].isupper()
        return stops and not self._sentence_ended() and self.after[:1] == " " and self.after[1:2].isupper()

    def _sentence_ended(self) -> bool:
        before = self.before.rstrip()
        return not before or before.rstrip("”’\"'»)").endswith((".", "!", "?", "…", ":"))


def sign_rest(draft: Draft, start: int, end: int) -> None:
    """Consume what is no sign yet between two offsets, such as a bracket around what emphasis has claimed in part."""
    for first, last in list(draft.unsigned(start, end)):
        draft.sign(first, last)


def place_of(setting: Setting, bracket: Bracket) -> Place:
    """Return the place of a bracket."""
    index = setting.index_of(bracket.start)
    start, end = setting.paragraphs[index]
    return Place(setting, bracket, setting.draft.blocks[index], start, end)


def reason_of_doubt(place: Place) -> str:
    """Return the reason for supplied words of this agent: a translator translates, others edit."""
    return "translation" if place.agent == "translator" else "editorial"
