"""What a misspelt name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

# What people who know HTML, Word or another flavour of TEI write, and what this schema calls it.
HABITS = {
    "div": ("div0", "div1", "div2", "div3", "div4", "section"),
    "p": ("para", "paragraph"),
    "head": ("h1", "h2", "h3", "h4", "heading"),
    "list": ("ol", "ul"),
    "item": ("li",),
    "row": ("tr",),
    "cell": ("td", "th"),
    "hi": ("b", "i", "strong", "sub", "sup"),
    "emph": ("em",),
    "del": ("s", "strike"),
    "add": ("ins",),
    "lb": ("br",),
    "ref": ("a", "link"),
    "seg": ("span",),
    "graphic": ("img",),
    "quote": ("blockquote",),
    "note": ("footnote", "endnote"),
    "sp": ("u", "speech", "turn"),
}
_MEANING = {theirs: ours for ours, names in HABITS.items() for theirs in names}


def likely_meant(name: str, candidates: Iterable[str]) -> str:
    """Return the candidate that ``name`` is most likely a misspelling of, or an empty string.

    Counts letters put in, left out, changed or swapped with a neighbour; one is forgiven in a name of three letters,
    and one more for every four letters after that. A difference of capitals alone is always forgiven.
    """
    ranked = sorted((_distance(name, candidate), rank, candidate) for rank, candidate in enumerate(candidates))
    if not ranked or not name:
        return ""
    distance, _, candidate = ranked[0]
    return candidate if distance <= _forgiven(max(len(name), len(candidate))) else ""


def _distance(name: str, candidate: str) -> float:
    """Return the number of slips between two names; capitals count a quarter each, half a slip at most."""
    plain = OSA.distance(name.lower(), candidate.lower())
    return plain + min(0.5, 0.25 * (OSA.distance(name, candidate) - plain))


def _forgiven(letters: int) -> float:
    return 0.5 if letters < 3 else 1.5 + (letters - 3) // 4


def customary(name: str) -> str:
    """Return what this schema calls a thing that other formats call ``name``, or an empty string."""
    return _MEANING.get(name.lower(), "")
