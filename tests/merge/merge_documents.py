"""Small TEI files for the cases of a merge, and how to read its outcome."""

from __future__ import annotations

import re

from diple.merge import Merged, merge

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
TAIL = "</body></text></TEI>"


def tei(body: str) -> bytes:
    """Return a TEI file with this body."""
    return f"{HEAD}{body}{TAIL}".encode()


def body_of(data: bytes) -> str:
    """Return what stands in the body of a TEI file."""
    text = data.decode()
    return text[text.index("<body>") + len("<body>") : text.index("</body>")]


def merged(base: str, edited: str, new: str, *, keep_ids: bool = True) -> Merged:
    """Merge three bodies."""
    return merge(tei(base), tei(edited), tei(new), keep_ids=keep_ids)


def body(base: str, edited: str, new: str) -> str:
    """Return the body that merging gives where no conflict is expected."""
    outcome = merged(base, edited, new)
    assert outcome.conflicts == ()
    return body_of(outcome.data)


def readings(outcome: Merged) -> list[tuple[str, str, str]]:
    """Return the conflicts: where, what stands, what is new; white space evened out."""
    return [
        (one.at, " … ".join(_even(part.mine) for part in one.parts), " … ".join(_even(part.new) for part in one.parts))
        for one in outcome.conflicts
    ]


def _even(xml: str) -> str:
    return re.sub(r"\s+", " ", xml).strip()
