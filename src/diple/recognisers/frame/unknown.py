"""Lines at the foot whose words do not tell what they are: passed over, or told by where they stand on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.frame.lines import Line, is_prose, label_in
from diple.spacing import MOST_SET_RIGHT, SET_RIGHT

MOST_PASSED, _MOST_IN_A_ROW = 8, 3
"""The most lines of unknown kind that a foot passes over, and of those that follow one another."""
_LONGEST = 80
"""The most characters of such a line."""
_LONGEST_LABELLED = 40
"""The most characters of one with a label: "Execution: Lund"."""
_PROOFS = frozenset({"signature", "name", "formula", "copies", "docket", "date", "distribution", "signatory", "row"})
"""Kinds of lines that prove that the foot goes on above an unknown one."""
_SIGNERS = frozenset({"signature", "name", "weak-name"})
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|will|would|shall|should|can|could|may|must|do|does|did|"
    r"I(?=\s)|we|he|she|they|you|it|this|that)\b",
    re.I,
)
"""Words that a line of a foot has none of, but a sentence has."""
_ENDED = re.compile(r"[!?:;,]\d{0,2}$|[^\W\d_]{4}[.][”\"’')]*\d{0,2}$|[”\"]$")
"""The end of a line that goes on, asks or calls, or of a sentence; a short word may be shortened."""
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[-–—•·*]\s|§")


class _Read(NamedTuple):
    """Which lines are looked at, by their numbers, the kind of each, and where the run of known ones begins."""

    kept: list[int]
    kinds: list[str]
    start: int


def kinds_around_unknown(lines: list[Line], read: Callable[[list[Line]], list[str]]) -> list[str]:
    """Return the kind of each line, ``loose`` for one of unknown kind that others of the foot stand above.

    ``read`` tells the kinds of the lines it is given, empty for text. Where the lines that it knows end, the short
    line above them is left out and the rest is read anew; it was of the foot if more lines are known then.
    """
    state = _read(lines, list(range(len(lines))), read)
    for _ in range(MOST_PASSED):
        further = _without_next(lines, state, read)
        if further is None:
            break
        state = further
    kinds = ["loose"] * len(lines)
    for number, kind in zip(state.kept, state.kinds, strict=True):
        kinds[number] = kind
    return kinds


def _read(lines: list[Line], kept: list[int], read: Callable[[list[Line]], list[str]]) -> _Read:
    kinds = read([lines[number] for number in kept])
    return _Read(kept, kinds, known_from(kinds))


def known_from(kinds: list[str]) -> int:
    """Return where the run of known kinds begins that goes on to the last line; their number if the last is unknown."""
    start = len(kinds)
    while start and kinds[start - 1]:
        start -= 1
    return start


def _without_next(lines: list[Line], state: _Read, read: Callable[[list[Line]], list[str]]) -> _Read | None:
    """Return what is read without the next unknown lines above the known ones, if more is known then."""
    for many in range(1, _MOST_IN_A_ROW + 1):
        first = state.start - many
        if first < 1 or not _may_be_passed(lines[state.kept[first]]):
            return None
        if not any(state.kinds[max(0, first - _MOST_IN_A_ROW) : first]) and state.start == len(state.kept):
            continue
        without = _read(lines, [*state.kept[:first], *state.kept[state.start :]], read)
        if without.start < first and _is_proved(without, first):
            return without
    return None


def _is_proved(without: _Read, first: int) -> bool:
    """Tell whether the lines known above those left out are of a foot, or belong to who signs right below."""
    gained = set(without.kinds[without.start : first])
    below = without.kinds[first : first + 1]
    if gained == {"date"} and not below:
        return False  # the last day of a diary, and a word
    return bool(gained & _PROOFS) or ("office" in gained and bool(set(below) & _SIGNERS))


def _may_be_passed(line: Line) -> bool:
    """Tell whether a line may be of a foot though nothing says what it is: short, no sentence, no item, no label."""
    text = line.text
    if len(text) > _LONGEST or line.block.heading or is_prose(text) or _ITEM.match(text) or _VERB.search(text):
        return False
    is_labelled = bool(label_in(text)) and len(text) > _LONGEST_LABELLED
    return not _ENDED.search(text) and not is_labelled


_LONGEST_NAME = 40


def find_set_right(lines: list[Line], kinds: list[str]) -> None:
    """Find formula and name that stand alone at the right, under text at the left, as typewriters set them.

    The last of these lines is the name if none of them is known to be one, those of unknown kind above it a formula.
    """
    left = min((line.block.indent for line in lines), default=0)
    right = [number for number, line in enumerate(lines) if line.block.indent >= left + SET_RIGHT]
    if not right or right[0] == 0 or len(right) > MOST_SET_RIGHT or right[-1] - right[0] != len(right) - 1:
        return
    last = max((number for number in right if kinds[number] not in {"date", "stamp", "number"}), default=-1)
    known = {kinds[number] for number in right}
    if last < 0 or any(len(lines[number].text) > _LONGEST for number in right):
        return
    if not kinds[last] and not known & _SIGNERS and _may_be_name(lines[last].text):
        kinds[last] = "weak-name"
    if kinds[last] in _SIGNERS:
        for number in right[: right.index(last)]:
            kinds[number] = kinds[number] or ("formula" if _may_be_formula(lines[number].text) else "")


def _may_be_name(text: str) -> bool:
    """Tell whether a line may be how somebody signs: one to four words with capitals."""
    words = text.rstrip(".,").split()
    return 0 < len(words) <= 4 and len(text) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)


def _may_be_formula(text: str) -> bool:
    return not any(char.isdigit() for char in text) and not label_in(text)
