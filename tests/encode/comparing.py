"""Comparing the facts of an encoded document with those stated by hand: exactly, and as precision and recall."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from facts import Fact
from reading import is_like

# A fact that begins with "?" may be missing: the contract allows another form, which belongs to another kind.
# Data of which the hand-made fact gives the end, a part or a choice: what stands before a note, names of a person.
AT_THE_END = {"notes": 3}
AMONG_NAMES = {"to_whom": (1,), "reported": (0,), "participants": (0, 1), "attendance": (0,)}
# Kinds whose order says nothing: lists of the header.
UNORDERED = frozenset({"participants", "attendance", "persons", "shelf", "correspondence", "funders", "genre"})


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

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both; nothing wanted and nothing found is right."""
        both = self.wanted + self.found
        return 2 * self.right / both if both else 1.0

    @property
    def wrong(self) -> int:
        """Return how many facts are missing or too much."""
        return self.wanted + self.found - 2 * self.right


def total(scores: Iterable[Score]) -> Score:
    """Return the sum of scores."""
    columns = list(zip(*scores, strict=True)) or [(0,), (0,), (0,)]
    return Score(*(sum(column) for column in columns))


def _agrees(kind: str, index: int, wanted: str | None, found: str | None) -> bool:
    if wanted == "*" or wanted is None or found is None:
        return wanted == "*" or wanted is found
    if AT_THE_END.get(kind) == index:
        return any(choice == "*" or found.endswith(choice) for choice in wanted.split(" || "))
    if index in AMONG_NAMES.get(kind, ()):
        return any(choice == "*" or choice.lower() in found.lower() for choice in wanted.split(" || "))
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
    """Return turns stated as label and key with the first label of each key in its place, as ``facts`` reads them.

    The key ``*`` is for a turn of which the source does not say whose it is.
    """
    first: dict[str | None, str | None] = {}
    return [[label, "*" if key == "*" else first.setdefault(key, label)] for label, key in speakers]


def _paired_in_any_order(kind: str, wanted: list[Fact], found: list[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    rest = list(found)
    pairs: list[tuple[Fact | None, Fact | None]] = []
    for fact in sorted(wanted, key=is_optional):
        other = next((one for one in rest if same(kind, fact, one)), None)
        if other is not None:
            rest.remove(other)
        pairs.append((fact, other))
    return pairs + [(None, one) for one in rest]


def align(kind: str, wanted: list[Fact], found: list[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    """Pair each wanted fact with at most one that was found; None stands for what is missing or too much.

    Facts are paired in the order of the text (longest common subsequence), but for kinds without an order.
    """
    if kind in UNORDERED:
        return _paired_in_any_order(kind, wanted, found)
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
