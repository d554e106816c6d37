"""Labels that were misread from a page image: "Mr. Harkeb." among turns of Mr. Harker, "Tlie Chairman."."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import DamerauLevenshtein

from diple.draft import Draft
from diple.recognisers.speech.evidence import Candidate
from diple.recognisers.speech.wording import VOICE

_MOST_FORMS = 60
_FEWEST_LETTERS = 5
"""The letters, in number, that the last word of a label must have to be known by the others."""
_LONG = 10
"""The characters of a label, in number, from which on two of them may be misread."""
_SHAPES = frozenset({"capitals", "plain", "colon", "line"})


def with_misread(draft: Draft, candidates: list[Candidate], turns: list[Candidate]) -> list[Candidate]:
    """Return the turns, in order, and the candidates whose labels are misreadings of theirs, as such.

    A misread label stands in the document once, and differs by a letter or two from one that comes back; a name that
    the text has elsewhere too, or that somebody is known by, is nobody's misreading.
    """
    counts = Counter(turn.label.name for turn in turns)
    often = [name for name, number in counts.most_common(_MOST_FORMS) if number > 1]
    starts = {turn.start for turn in turns}
    others = [found for found in candidates if found.start not in starts and found.block.role is None]
    read: list[Candidate] = []
    for found in sorted([*turns, *others], key=lambda turn: turn.start):
        meant = _meant(draft, found, often) if counts[found.label.name] < 2 else ""
        if meant:
            read.append(found._replace(label=found.label._replace(meant=meant)))
        elif found.start in starts:
            read.append(found)
    return read


def _meant(draft: Draft, found: Candidate, often: list[str]) -> str:
    """Return the label that comes back of which this one is a misreading, or nothing."""
    name = found.label.name
    if found.label.shape not in _SHAPES or VOICE.fullmatch(name) or draft.people.find(name) is not None:
        return ""
    meant = next((other for other in often if _is_near(name.casefold(), other.casefold())), "")
    is_met = bool(meant) and name.split()[0] == meant.split()[0] and draft.text.count(name.split()[-1]) > 1
    return "" if is_met else meant


def _is_near(name: str, other: str) -> bool:
    """Tell whether two labels differ by a letter, or, if they are long, by two."""
    most = 2 if min(len(name), len(other)) >= _LONG else 1
    if name == other or len(other.split()[-1]) < _FEWEST_LETTERS:
        return False
    return DamerauLevenshtein.distance(name, other, score_cutoff=most) <= most
