"""Date and title of a record above a line of credit, where nothing else of the record frames them (TEI 2.2.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import parse_date
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.record.lines import Line, claim, line_between, sign_adornment, tell

_MOST = 3
"""The most paragraphs down to the credit, it included."""
_LONGEST = 300
"""The most characters of a title."""
_CREDITED = frozenset({"resp", "resp-verb"})


def tell_title_above_credit(draft: Draft, start: int) -> None:
    """Record a title, with the date over it perhaps, above "Translated by …"; lines of the document's head follow.

    What stands between a title and the document's own head in the archive's words is the archive's, and so is the title
    above it. A title in capitals is the document's own.
    """
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.VOID][: _MOST + 2]
    credit = next((number for number, block in enumerate(blocks[:_MOST]) if _is_credit(draft, block)), 0)
    lines = [line_between(draft, block.start, block.end) for block in blocks[:credit]]
    told = [line for line in lines if line is not None and "\n" not in line.text]
    if not told or len(told) != len(lines) or not _is_headed(draft, blocks[credit + 1 :]):
        return
    dated = parse_date(told[0].text) if len(told) > 1 else None
    if (len(told) > 1 and dated is None) or not _is_title(told[-1]):
        return
    if dated is not None and not any(fact.field == "date" for fact in draft.facts):
        tell(draft, "date", told[0].start, told[0].end, dated.attrs)
    tell(draft, "title", told[-1].start, told[-1].end)
    for block in blocks[:credit]:
        sign_adornment(draft, block.start, block.end)
    claim(draft, blocks[0].start, blocks[credit].start)


def _is_credit(draft: Draft, block: Block) -> bool:
    """Tell whether a paragraph was taken out of the text and says who translated or contributed the document."""
    is_told = block.role is Role.META and block.by == draft.recogniser
    return is_told and any(fact.field in _CREDITED and block.start <= fact.start < block.end for fact in draft.facts)


def _is_headed(draft: Draft, below: list[Block]) -> bool:
    """Tell whether lines of the document's own head stand below the credit: a first short one, and no sentence."""
    first = next((block for block in below if block.role is not Role.META), None)
    words = draft.words(first.start, first.end) if first is not None else ""
    return 0 < len(words) < _LONGEST and not _SENTENCE.fullmatch(words) and not words.endswith((",", "!"))


_SENTENCE = re.compile(r"(?:[^\s]+ ){5,}[^\s]+[.?]")


def _is_title(line: Line) -> bool:
    """Tell whether a line may be the title of a record: of two words or more, open at its end, not in capitals."""
    words = line.text
    is_open = words[-1] not in ".:;,!?" or words.endswith(("U.S.", "U.S.S.R."))
    return (
        is_open and len(words.split()) > 1 and len(words) <= _LONGEST and not words.isupper() and words[0] not in "[("
    )
