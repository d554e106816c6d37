"""What holds for all brackets of a document: whose they are, where the text begins, which words its English has."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from diple import patterns as re
from diple.draft import Draft
from diple.language import ENGLISH, language_of
from diple.model import Block, Role

RUNNING_WORDS = 40
"""A block of this many words is running text: what follows the first of them is no longer the opener."""

SENTENCE_WORDS = 12
"""So is one of this many words that ends as a sentence does."""

_LATIN_WORD = re.compile(r"\b[a-z]{3,}\b")
_TRANSLATED = re.compile(r"\[\s*(?:translator|trans|tr)\b|translat(?:ed|ion) (?:by|from)|\btranslator", re.I)
_TRANSCRIBED = re.compile(r"\[\s*transcriber|transcribed (?:by|for)|prepared [^\n]{0,20}for the internet", re.I)
_RUSSIAN_ARCHIVE = re.compile(
    r"\b(?:RGANI|RGASPI|GARF|AVPRF|AVP RF|APRF|TsKhSD|RGAE|TsAMO)\b|\bopis[’']?\s+\d|\bop\.\s*\d+,\s*d\.", re.I
)
_TURN = re.compile(
    r"[\s*_]*(?:[A-Z][\w.’'-]*(?: [\w.’'-]+){0,5}(?: ?[(\[][^)\]\n]{1,60}[)\]])?[*_]*:[*_]*\s|"
    r"(?:(?:Mr|Mrs|MR|MRS|The|THE|Captain|Dr)\.? )?[A-Z]{3,}\.\s|[QA][.:]\s|"
    r"(?:Mr|Mrs|Ms|Miss|Sir|Dr|Senator)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?: ?[(\[][^)\]\n]{1,60}[)\]]){0,2}"
    r"(?:\. ?[-–—]| [-–—] |[–—]))"
)
_LINE_LABEL = re.compile(
    r"^[ \t*_]*((?:(?:Mr|Mrs|MR|MRS|Ms|The|THE|Captain|Dr|Senator|Sen)\.? )[A-Z][A-Z’'-]{2,}(?=\.\s)|[QA](?=[.:]\s)|"
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?=[*_]*:[*_]*\s))",
    re.M,
)
"""What may be the label of a turn where a line begins."""
_FROM = re.compile(
    r"\b(?:[Tt]ranslat(?:ed|ion)|[Oo]riginal)\b[^\n]{0,80}?\b(?:from|in|is)\s+(?:the\s+)?([A-Z][a-z]+)\b"
)
_BOXES = 20
_GROUPS = re.compile(
    r"\bgroups?\s+(?:un-?\s?(?:recovered|recoverable|deciphered)|undecypherable|not\s+recovered|garbled|unidentified)|"
    r"\[[A-D]%\s",
)
_NOT_LATIN = frozenset({"ru", "zh", "bg", "ko"})
_TURNS = 2
"""How many turns make a document a talk."""
_LONGEST_NAME = 40
_NAME_ALONE = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}")
"""What may be a speaker's name on a line of its own."""
_PASSED_OVER = frozenset({Role.VOID, Role.META, Role.NOTE_BODY})
_LANGUAGES = {
    "russian": "ru", "chinese": "zh", "german": "de", "french": "fr", "polish": "pl", "czech": "cs", "hungarian": "hu",
    "romanian": "ro", "spanish": "es", "italian": "it", "vietnamese": "vi", "korean": "ko", "bulgarian": "bg",
}  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """A draft as the rules for brackets see it."""

    draft: Draft
    line_gaps: set[int] = field(default_factory=set)
    """The offsets at which white space between the lines of one bracket begins."""

    @cached_property
    def agent(self) -> str:
        """The role of the agent whose the unlabelled brackets are: translator, transcriber or editor."""
        if self.draft.bracket_agent != "editor":
            return self.draft.bracket_agent
        named = self.draft.agents.named
        if "translator" in named or _TRANSLATED.search(self.draft.text):
            return "translator"
        return "transcriber" if "transcriber" in named or _TRANSCRIBED.search(self.draft.text) else "editor"

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The offsets of the paragraph that each block belongs to, by the index of the block."""
        bounds: list[tuple[int, int]] = [(block.start, block.end) for block in self.draft.blocks]
        run: list[int] = []
        for index, block in enumerate(self.draft.blocks):
            if block.role in _PASSED_OVER:
                continue
            if not block.joined:
                run = []
            run.append(index)
            if block.joined:
                extent = (self.draft.blocks[run[0]].start, block.end)
                for member in run[-_LONGEST_RUN:]:
                    bounds[member] = (extent[0], extent[1])
        return bounds

    @cached_property
    def text_begins(self) -> int:
        """The offset of the first block of running text."""
        running = (block.start for block in self.draft.body_blocks() if self._is_running(block))
        return next(running, len(self.draft.text))

    def _is_running(self, block: Block) -> bool:
        words = self.draft.text[block.start : block.end].split(None, RUNNING_WORDS)
        ends = self.draft.text[block.end - 1 : block.end] in ".!?”)"
        return len(words) >= RUNNING_WORDS or (ends and len(words) >= SENTENCE_WORDS)

    @cached_property
    def text_ends(self) -> int:
        """The offset after the last block of running text."""
        return max((block.end for block in self.draft.body_blocks() if self._is_running(block)), default=0)

    @cached_property
    def english(self) -> frozenset[str]:
        """The words in lower case that the document uses outside its brackets, at least twice."""
        outside = re.sub(r"\[[^\[\]]*\]", " ", self.draft.text[:400_000])
        seen: set[str] = set()
        again: set[str] = set()
        for word in _LATIN_WORD.findall(outside):
            (again if word in seen else seen).add(word)
        return frozenset(again)

    @cached_property
    def has_boxes(self) -> bool:
        """Tell whether empty brackets are so many that they are the boxes of a form."""
        return self.draft.text.count("[ ]") > _BOXES

    @cached_property
    def is_decrypt(self) -> bool:
        """Tell whether the document is a deciphered message, of which some groups were not read."""
        return _GROUPS.search(self.draft.text) is not None

    @cached_property
    def expected_language(self) -> str:
        """The language tag of the original, where the record names one, else ""."""
        for fact in self.draft.facts:
            if "language" in fact.field:
                found = next((tag for name, tag in _LANGUAGES.items() if name in fact.value.casefold()), "")
                if found:
                    return found
        if (said := _FROM.search(self.draft.text)) and said[1].casefold() in _LANGUAGES:
            return _LANGUAGES[said[1].casefold()]
        return "ru" if _RUSSIAN_ARCHIVE.search(self.draft.text) else ""

    @cached_property
    def is_english(self) -> bool:
        """Tell whether the text is English, so that what is foreign to English is the original's."""
        return language_of(self.draft.text) == ENGLISH

    @property
    def unnamed_language(self) -> str:
        """The language tag for words of the original that show none of their own; ``und`` if nothing tells."""
        expected = self.expected_language
        return f"{expected}-Latn" if expected in _NOT_LATIN else expected or "und"

    @cached_property
    def is_talk(self) -> bool:
        """Tell whether several paragraphs begin with a speaker's label, so that brackets between them may be scenes."""
        turns = sum(bool(_TURN.match(self.draft.text, block.start, block.end)) for block in self.draft.body_blocks())
        return turns >= _TURNS or self._has_turns_by_line() or self._has_names_over_turns()

    def _has_names_over_turns(self) -> bool:
        """Tell whether names stand alone over what is said: two short lines that come back between paragraphs."""
        lines = Counter(
            self.draft.text[block.start : block.end]
            for block in self.draft.body_blocks()
            if block.end - block.start < _LONGEST_NAME and not block.heading
        )
        names = [text for text, count in lines.items() if count >= _TURNS and _NAME_ALONE.fullmatch(text)]
        return len(names) > 1

    def _has_turns_by_line(self) -> bool:
        """Tell whether lines within blocks begin turns: labels of a verbatim record, or one label that comes back."""
        seen: set[str] = set()
        for block in self.draft.body_blocks():
            for match in _LINE_LABEL.finditer(self.draft.text, block.start, block.end):
                if match[1] in seen:
                    return True
                seen.add(match[1])
        return False

    def index_of(self, offset: int) -> int:
        """Return the index of the block in which an offset stands (the block before it, between blocks)."""
        return max(0, bisect_right(self.draft.blocks, offset, key=_start_of) - 1)


_LONGEST_RUN = 12
"""Of a paragraph in more parts than this, only the last ones are told where it ends, so that the work stays linear."""


def _start_of(block: Block) -> int:
    return block.start
