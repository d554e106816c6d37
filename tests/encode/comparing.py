"""Comparing the facts of an encoded document with those stated by hand: exactly, and as precision and recall."""

from __future__ import annotations

from typing import NamedTuple

from facts import Fact
from reading import is_like

# A fact that begins with "?" may be missing: the contract allows another form, which belongs to another kind.
# Data of which the hand-made fact gives the end, a part or a choice: what stands before a note, names of a person.
AT_THE_END = {"notes": 3}
AMONG_NAMES = {"to_whom": 1, "reported": 0, "participants": 0}


class Score(NamedTuple):
    """How many facts were wanted, found, and both."""

    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def _agrees(kind: str, index: int, wanted: str | None, found: str | None) -> bool:
    if wanted == "*" or wanted is None or found is None:
        return wanted == "*" or wanted is found
    if AT_THE_END.get(kind) == index:
        return any(found.endswith(choice) for choice in wanted.split(" || "))
    if AMONG_NAMES.get(kind) == index:
        return any(choice.lower() in found.lower() for choice in wanted.split(" || "))
    return is_like(wanted, found)


def is_optional(fact: Fact) -> bool:
    """Say whether a fact may be missing."""
    return (fact if isinstance(fact, str) else fact[0] or "").startswith("?")


def _required(fact: Fact) -> Fact:
    return fact[1:] if isinstance(fact, str) else [(fact[0] or "")[1:], *fact[1:]]


def _weight(fact: Fact) -> int:
    return 1 if is_optional(fact) else 2


def same(kind: str, wanted: Fact, found: Fact) -> bool:
    """Say whether a found fact is the wanted one."""
    wanted = _required(wanted) if is_optional(wanted) else wanted
    if isinstance(wanted, str) or isinstance(found, str):
        return isinstance(wanted, str) and isinstance(found, str) and is_like(wanted, found)
    return len(wanted) == len(found) and all(
        _agrees(kind, index, *pair) for index, pair in enumerate(zip(wanted, found, strict=True))
    )


def by_first_label(speakers: list[Fact]) -> list[Fact]:
    """Return turns stated as label and key with the first label of each key in its place, as ``facts`` reads them."""
    first: dict[str | None, str | None] = {}
    return [[label, first.setdefault(key, label)] for label, key in speakers]


def align(kind: str, wanted: list[Fact], found: list[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    """Pair facts in order (longest common subsequence); None stands for what is missing or too much."""
    wanted = by_first_label(wanted) if kind == "speakers" else wanted
    rows, columns = len(wanted), len(found)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            hit = best[i + 1][j + 1] + _weight(wanted[i]) if same(kind, wanted[i], found[j]) else 0
            best[i][j] = max(hit, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[Fact | None, Fact | None]] = []
    i = j = 0
    while i < rows and j < columns:
        if same(kind, wanted[i], found[j]) and best[i][j] == best[i + 1][j + 1] + _weight(wanted[i]):
            pairs.append((wanted[i], found[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            pairs.append((wanted[i], None))
            i += 1
        else:
            pairs.append((None, found[j]))
            j += 1
    return pairs + [(fact, None) for fact in wanted[i:]] + [(None, fact) for fact in found[j:]]


def differences(kind: str, wanted: list[Fact], found: list[Fact]) -> list[str]:
    """Return a line for each fact that is missing or too much; none where the document is right."""
    pairs = align(kind, wanted, found)
    missing = [f"missing: {one}" for one, other in pairs if one is not None and other is None and not is_optional(one)]
    return missing + [f"not in the document: {str(other)[:300]}" for one, other in pairs if one is None]


def score(kind: str, wanted: list[Fact], found: list[Fact]) -> Score:
    """Return the counts from which precision and recall of a kind come."""
    pairs = align(kind, wanted, found)
    right = sum(one is not None and other is not None for one, other in pairs)
    spared = sum(one is not None and other is None and is_optional(one) for one, other in pairs)
    return Score(len(wanted) - spared, len(found), right)
