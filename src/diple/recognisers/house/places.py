"""Where the wordings of a house may stand in a draft, and where they do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from diple import patterns as re
from diple.conventions.table import Convention
from diple.conventions.wording import PAIRS, Filled, Literal, Slot, fit
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.hands import place_value
from diple.recognisers.brackets.labels import label_of
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.tree import find_brackets
from diple.recognisers.brackets.wordings import is_wording
from diple.recognisers.brackets.words import LABEL_WORDS
from diple.recognisers.house.told import told_places
from diple.recognisers.stage.vocabulary import is_direction

_LINE = re.compile(r"[^\r\n]+")
_LONGEST = 8_000
"""The most characters of a stretch that one wording may fit."""


class Places:
    """The stretches of a draft that wordings may fit, each kind found once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.setting = Setting(draft)
        self._pairs: dict[str, dict[str, list[tuple[int, int]]]] = {}

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks in which there may be signs."""
        return [block for block in self.draft.blocks if block.role not in (Role.META, Role.VOID)]

    def of(self, convention: Convention) -> Iterator[Filled]:
        """Yield where a convention fits, in order."""
        if convention.is_told:
            yield from told_places(self.draft, convention)
            return
        parts, text = convention.wording.parts, self.draft.text
        for start, end, whole in self._candidates(convention):
            if found := fit(parts, text, start, end, whole=whole):
                yield found

    def _candidates(self, convention: Convention) -> Iterator[tuple[int, int, bool]]:
        match convention.where:
            case "line" | "paragraph":
                stretches = self._lines() if convention.where == "line" else self._paragraphs()
                yield from ((start, end, True) for start, end in stretches)
            case "start":
                yield from ((start, end, False) for start, end in self._lines())
            case _ if (opener := convention.wording.opener) and (opener == "[" or not _is_doubled(convention)):
                yield from (
                    (start, end, True) for start, end in self._bracketed(opener, convention.wording.written[1:2])
                )
            case _:
                yield from self._beginning_with(convention.wording.parts[0])

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        return ((block.start, block.end) for block in list(self.blocks) if block.end - block.start <= _LONGEST)

    def _lines(self) -> Iterator[tuple[int, int]]:
        for block in list(self.blocks):
            for match in _LINE.finditer(self.draft.text, block.start, block.end):
                words = match.group()
                start = match.start() + len(words) - len(words.lstrip())
                end = match.start() + len(words.rstrip())
                if start < end:
                    yield start, end

    def _bracketed(self, opener: str, following: str) -> list[tuple[int, int]]:
        """Return the pairs of a bracket in order; if a letter or figure is to follow, only those with it."""
        if opener not in self._pairs:
            self._pairs[opener] = {"": []}
            for start, end in self._pairs_of(opener):
                for key in ("", self.draft.text[start + 1].lower()):
                    self._pairs[opener].setdefault(key, []).append((start, end))
        return self._pairs[opener].get(following.lower() if following.isalnum() else "", [])

    def _pairs_of(self, opener: str) -> Iterator[tuple[int, int]]:
        """Yield the pairs of square brackets; of others the innermost ones, each within its block."""
        if opener == "[":
            yield from ((pair.start, pair.end) for pair in find_brackets(self.draft).pairs)
            return
        pattern = re.compile(f"[{re.escape(opener + PAIRS[opener])}]")
        for block in self.blocks:
            opened = -1
            for match in pattern.finditer(self.draft.text, block.start, block.end):
                if match.group() == opener:
                    opened = match.start()
                elif opened >= 0:
                    if match.end() - opened <= _LONGEST:
                        yield opened, match.end()
                    opened = -1

    def _beginning_with(self, first: Literal | Slot) -> Iterator[tuple[int, int, bool]]:
        assert isinstance(first, Literal)
        for block in self.blocks:
            for match in first.pattern.finditer(self.draft.text, block.start, block.end):
                yield match.start(), block.end, False


def _is_doubled(convention: Convention) -> bool:
    """Tell whether a wording opens with two brackets, as "<<{text}>>" does."""
    return convention.wording.written[:1] == convention.wording.written[1:2]


def is_free(draft: Draft, convention: Convention, found: Filled) -> bool:
    """Tell whether nothing that would be consumed is claimed, and no word is cut."""
    if any(draft.is_signed(start, end) for start, end in consumed(convention, found)):
        return False
    text = draft.text
    if convention.is_told and "text" in found.slots and _has_meaning(convention, text[slice(*found.slots["text"])]):
        return False
    before, after = text[found.start - 1 : found.start], text[found.end : found.end + 1]
    cuts = (before.isalnum() and text[found.start].isalnum()) or (after.isalnum() and text[found.end - 1].isalnum())
    place = found.slots.get("place")
    return not cuts and (place is None or is_place(text[slice(*place)]))


def _has_meaning(convention: Convention, words: str) -> bool:
    """Tell whether words in brackets say themselves what they are, such as "sic" or "Translator’s note: …"."""
    if convention.means in ("addition", "deletion") and words.isalpha() and gap_attrs(words) is None:
        return False  # one word may be anything, such as "no" or "perhaps"
    if convention.wording.written[:1] in "[(":
        return words.isdigit() or is_wording(words) or label_of(words) is not None or is_direction(words) is not None
    return convention.wording.opener != "" and (is_wording(words) or label_of(words) is not None)


def kept_words(convention: Convention, found: Filled) -> tuple[int, int] | None:
    """Return the bounds of the words that stay: those of a slot, else all within the brackets; None for a gap."""
    if convention.means == "stage" and convention.wording.opener == "(" and not _is_doubled(convention):
        return found.start, found.end
    if place := found.slots.get("text"):
        return place
    if convention.means in ("gap", "page", "line"):
        return None
    inner = 1 if convention.wording.opener else 0
    return found.start + inner, found.end - inner


def consumed(convention: Convention, found: Filled) -> list[tuple[int, int]]:
    """Return the stretches that become signs: all but the words that stay."""
    kept = kept_words(convention, found)
    if kept is None:
        return [(found.start, found.end)]
    return [stretch for stretch in ((found.start, kept[0]), (kept[1], found.end)) if stretch[0] < stretch[1]]


def is_place(words: str) -> bool:
    """Tell whether words say where something was written, and nothing else."""
    plain = [word.strip(".,").casefold() for word in words.split()]
    return all(word in LABEL_WORDS for word in plain) and place_value(words) != "unspecified"
