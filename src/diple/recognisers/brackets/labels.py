"""Labels of notes: who speaks, said at the head of a note or at its end (TEI 3.9.1)."""

from __future__ import annotations

from diple import patterns as re

AGENTS = (
    ("translator", r"translators?|transl?|tr|t\.? ?n|translator[’'`]?s|translators[’'`]?"),
    (
        "transcriber",
        r"transcribers?|transcriber[’'`]?s|transcr|transcription|typists?|digiti[sz]er[’'`]?s?|"
        r"shorthand[- ]?writers?|shorthand[- ]?writer[’'`]?s|stenographers?|stenographer[’'`]?s|court reporters?",
    ),
    ("author", r"authors?|author[’'`]?s|auth"),
    (
        "editor",
        r"editors?|editor[’'`]?s|editors[’'`]?|editorial|eds?|compilers?|compiler[’'`]?s|publishers?|publisher[’'`]?s",
    ),
)
"""Who may head a note, and how the label names them."""

_WHO = "|".join(f"(?P<{agent}>{names})" for agent, names in AGENTS)
_LABEL = re.compile(
    rf"(?:(?:{_WHO})[.’'`]*s?\s*(?:(?P<kind>notes?|n\.?\s?b|comments?|remarks?|addition|"
    rf"explanation)\b)?|(?P<bare>note|n\.?b)\b)"
    r"\.?\s*(?P<stop>:|[–—]|--?(?=\s)|$|\.(?=\s))\s*",
    re.I,
)
_BY = re.compile(
    rf"(?:note|comment|remark)s?\s+(?:by|of|from)\s+(?:the\s+)?(?:{_WHO})\.?\s*(?P<stop>:|[–—]|--?(?=\s))\s*", re.I
)
_TRAILER = re.compile(rf"\s*(?:[-–—]+|,|;|\.|\()\s*(?:{_WHO})[.’'`]*s?(?:\s*(?:notes?|remark|comment))?\.?\)?$", re.I)


def label_of(content: str) -> tuple[str, int] | None:
    """Return the agent that a note's label names ("" if it names none) and the label's length, or None."""
    match = _LABEL.match(content) or _BY.match(content)
    if match is None:
        return None
    groups = match.groupdict()
    named = next((agent for agent, _ in AGENTS if groups.get(agent)), "")
    if (
        named
        and not groups.get("kind")
        and match["stop"] not in (":", "–", "—", "-", "--")
        and "note" not in match[0].lower()
    ):
        return None
    if not match["stop"] or (match["stop"] == "." and not groups.get("kind") and not groups.get("bare")):
        return None
    return named, match.end()


def trailer_of(content: str) -> tuple[str, int] | None:
    """Return the agent whose label closes a note, as in "[… – Trans.]", and the offset at which that label begins."""
    tail = content[-40:]
    match = _TRAILER.search(tail)
    if match is None or match.start() == 0:
        return None
    agent = next(agent for agent, _ in AGENTS if match.groupdict().get(agent))
    return agent, len(content) - len(tail) + match.start()
