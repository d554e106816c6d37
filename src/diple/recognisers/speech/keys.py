"""Keys to the labels of a talk: "EH = Premier Edvard Holt; JV – Jonas Viken", "Holt (EH)", at its head or foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.participants.contents import names_only
from diple.recognisers.participants.entering import GROUP
from diple.recognisers.participants.names import Listed, listed_persons

_LABEL = r"(?P<label>[^\W\d_a-z][^\W\d_]{0,3}\.?)"
_PAIR = re.compile(rf"(?:^|(?<=[\s;,:(\[])){_LABEL}[ ]?=[ ]?(?P<who>[^\W\d_a-z][^;=\n]{{2,80}})")
_SAID = re.compile(
    rf"(?:^|(?<=[;,:(\[.]\s)|(?<=\n)){_LABEL}(?:[ ]?[–—:-]|[ ](?:is|stands for|means|was|for)(?= )|\t|(?=[ ]))[ ]*"
    r"(?P<who>[^\W\d_a-z][^;=\n]{2,80}?)"
    r"(?=[;\n]|\.?$|,? (?:and )?[^\W\d_a-z][^\W\d_]{0,3}\.? (?:is|stands for|means|was|for) )"
)
"""A label that the talk uses, and its person: "EH – Edvard Holt", "E. is Edvard Holt", "EH Edvard Holt"."""
_BEHIND = re.compile(
    r"(?P<who>[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){0,3}) \((?P<label>[^\W\d_a-z][^\W\d_]{0,3}\.?)\)"
)
_TURN = re.compile(
    r"(?:^|\n)[^\S\n]*(?:[\[(]?\d{1,2}:\d\d(?:[:.]\d\d)*[\])]?[^\S\n]+|\d{1,4}[.)]?[^\S\n]+)?(?P<label>[^\W\d_a-z][^\W\d_]{0,3})(?:\.?:|\.(?=\s+[A-Z“\"(]))(?=\s*\S)"
)
"""A label at the head of a line, the time or the number of the turn before it."""
_LONGEST, _FARTHEST = 1500, 60_000
_ENOUGH = 2
"""The initials, in number, that make a key."""
_OF_IT = 0.5
"""The share of a line's words from which on it is a key and says nothing else."""
_LINE = re.compile(r"\n[^\S\n]*(?=\S)")


class _Pair(NamedTuple):
    label: str
    who: Listed
    start: int
    end: int


def read_keys(draft: Draft) -> None:
    """Let the persons of a talk be known by the initials that a key gives them; a key alone is a list of persons."""
    turns = list(_TURN.finditer(draft.lined, 0, _FARTHEST))
    used = {turn["label"] for turn in turns}
    first = _again(turns)
    run: list[tuple[Block, _Pair]] = []
    for block in draft.blocks:
        if block.end - block.start > _LONGEST or (block.role is Role.META and block.start > first):
            continue
        if block.start >= first and "=" not in draft.text[block.start : block.end]:
            continue  # behind the first turns only equations tell who is meant
        words = draft.clean(block.start, block.end).text
        pairs = list(_pairs(draft, words, used if block.start < first else set(), enough=1))
        is_next = len(pairs) == 1 and block.role is None and block.start < first and _is_whole(words, pairs)
        if run and not (is_next and block.blank_before == 0):
            _take_run(draft, run)
            run = []
        run += [(block, pairs[0])] if is_next else []
        if len(pairs) >= _ENOUGH:
            _know(draft, pairs)
            _take_lines(draft, block, used)
    _take_run(draft, run)


def _is_whole(words: str, pairs: list[_Pair]) -> bool:
    return sum(pair.end - pair.start for pair in pairs) >= _OF_IT * len(words.strip())


def _take_run(draft: Draft, run: list[tuple[Block, _Pair]]) -> None:
    """Take blocks of one label each that stand one under another."""
    if len(run) >= _ENOUGH:
        _know(draft, [pair for _, pair in run])
        for block, _ in run:
            draft.give_role(block, Role.ITEM, group=GROUP, why="a key to the labels of those who speak")


def _know(draft: Draft, pairs: list[_Pair]) -> None:
    for pair in pairs:
        known = draft.people.match(pair.who.name)
        person = known or draft.people.add(pair.who.name, office=pair.who.office, role="participant")
        draft.people.alias(person, pair.label, short=True)


def _again(turns: list[re.Match[str]]) -> int:
    """Return where a label comes for the second time; above it a key may stand that looks like turns."""
    seen: set[str] = set()
    for turn in turns:
        if turn["label"] in seen:
            return turn.start()
        seen.add(turn["label"])
    return 0


def _take_lines(draft: Draft, block: Block, used: set[str]) -> None:
    """Make items of the lines of a block that are a key and nothing else."""
    if block.role is not None:
        return
    starts = [block.start, *(match.end() for match in _LINE.finditer(draft.lined, block.start, block.end))]
    lines = [draft.lined[start:end] for start, end in zip(starts, [*starts[1:], block.end], strict=True)]
    keys = [_is_whole(line, list(_pairs(draft, line, used, enough=1))) for line in lines]
    if not any(keys):
        return
    for part, is_key in zip(draft.split_block(block, *starts[1:]), keys, strict=True):
        if is_key:
            draft.give_role(part, Role.ITEM, group=GROUP, why="a key to the labels of those who speak")


def _pairs(draft: Draft, words: str, used: set[str], enough: int) -> Iterator[_Pair]:
    """Yield the labels that words explain, each with its person; without ``=`` only those that turns bear."""
    for pattern in (_PAIR, _SAID, _BEHIND) if used or "=" in words else ():
        found = []
        for match in pattern.finditer(words):
            label = match["label"].rstrip(".")
            is_meant = pattern is _PAIR or (
                label in used and _may_shorten(label, match["who"]) and names_only(draft, match["who"])
            )
            listed = listed_persons(match["who"].rstrip(" .,"), in_list=True)[:1] if is_meant else []
            found += [_Pair(match["label"], one, *match.span()) for one in listed]
        if len(found) >= enough:
            yield from found
            return


def _may_shorten(label: str, name: str) -> bool:
    """Tell whether a label begins as one of the words of a name does."""
    return any(word.startswith(label[0]) for word in name.split()) and name.split()[0] != label
