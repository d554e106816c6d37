"""What brackets in a label say: that somebody goes on or presides, or who else may be speaking."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Span

_GOES_ON = re.compile(
    r"(?:continuing|resuming|presiding|interrupting|interposing|interjecting|in reply|aside)\W*", re.I
)
_OR = re.compile(r"or (?:possibly |perhaps )?[^\W\d_a-z][^\n]{0,60}")
_LABEL_END = re.compile(r"[\])?\s]*[:.]")


def read_asides(draft: Draft) -> list[int]:
    """Free directions in labels from the brackets' reading, and note who else may speak; return where notes stand.

    "Mr. Orme [continuing]." has a direction, which its label tells; "PRESIDENT [or STRAND?]:" an editor's note.
    """
    noted: list[tuple[int, int]] = []
    kept: list[Span] = []
    for span in draft.spans:
        words = draft.text[span.start : span.end] if span.tag in {"supplied", "unclear"} else ""
        if words and _LABEL_END.match(draft.text, span.end):
            if _GOES_ON.fullmatch(words):
                continue
            if _OR.fullmatch(words) and _opens_line(draft, span.start):
                noted.append((span.start, span.end))
                continue
        kept.append(span)
    draft.spans = kept
    for start, end in noted:
        resp = draft.agents.require(draft.bracket_agent)
        draft.span(start, end, "note", {"type": draft.bracket_agent, "resp": resp}, why="who else may speak")
    return [start for start, _ in noted]


def _opens_line(draft: Draft, offset: int) -> bool:
    """Tell whether no more than a name stands before a bracket on its line."""
    line = draft.text[draft.text.rfind("\n", 0, offset) + 1 : offset]
    return len(line) < 60 and line[:1].isupper() and not re.search(r"\w{3}[.!?:;,] [A-Z]", line)
