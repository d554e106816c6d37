"""A reference to the archive on a line of its own behind a document that has no other record."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Role
from diple.recognisers.record.lines import claim, sign_adornment, sign_free
from diple.recognisers.record.people import repeat_credits
from diple.recognisers.record.references import is_bare_reference
from diple.recognisers.record.shelfmark import is_reference, parts_of
from diple.recognisers.record.values import tell_source

_SOURCE = re.compile(
    r"(?P<open>\[|\()?\s*(?:source|archival source|provenance)s?\s*:\s*(?P<reference>\S.{0,600}?)\s*[\])]?\.?",
    re.I | re.S,
)


def tell_loose_source(draft: Draft, start: int) -> None:
    """Record a last (or first) paragraph "Source: RGANI, f. 5 …"; in brackets it stays a note, and is told besides."""
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META]
    for block in (*blocks[:1], *blocks[-1:]) if len(blocks) > 2 else ():
        if block.role is None and is_bare_reference(draft.text_of(block)):
            sign_adornment(draft, block.start, block.end)
            tell_source(draft, block.start, block.end)
            claim(draft, block.start, block.end)
            return
    for block in (*blocks[-1:], *(blocks[:1] if len(blocks) > 1 else [])):
        match = _SOURCE.fullmatch(draft.text, block.start, block.end)
        if match is None or not is_reference(match["reference"]) or block.end - block.start > 800:
            continue
        if match["open"]:
            reference = " ".join(match["reference"].split())
            for part in parts_of(reference.partition(";")[0]):
                draft.fact(part.field, part.value, match.start(), match.end(), consumed=False, attrs=part.attrs)
            repeat_credits(draft, block.start, block.end)
            return
        sign_free(draft, block.start, match.start("reference"), why="label of the record")
        tell_source(draft, match.start("reference"), block.end)
        claim(draft, block.start, block.end)
        return
