"""The last lines of a document, and what each is by its own words alone (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import (
    CAPITALS_NAME,
    CLOSING_FORMULA,
    COPIES,
    DISTRIBUTION_HEAD,
    DOCKET,
    OFFICE,
    PLAIN_NAME,
    POSTSCRIPT,
)
from diple.recognisers.frame.footcells import LONGEST, ON_BEHALF, cells_beside
from diple.recognisers.frame.footforms import is_cleared
from diple.recognisers.frame.footkinds import END_NOTE, SIGLA_OF_COPY, is_addressed_to, strong_kind
from diple.recognisers.frame.lines import OUTSIDE, Line, is_prose, lines_of
from diple.recognisers.frame.recipients import names_recipients
from diple.recognisers.frame.signatories import are_signatories, is_row
from diple.recognisers.frame.tokens import dateline_of

COMPLETED = re.compile(r"(?:[A-Z]\[[a-z]{2,}\]\.?\s?){2,3}")
"""Initials that sign, completed by an editor: "C[olin] H[all]"."""
_NUMBERED = re.compile(r"(?P<sign>\[?\(?(?P<n>\d{1,3})[.)\]]{0,2}\s+)\S")
BARE_NOTE = re.compile(r"(?P<sign>(?:[-•] |\[?\(?(?P<n>\d{1,3})[.)\]]{0,2}\s))\S")
"""The body of a note below the foot with its number or, as a copy from a web page leaves it, a bullet."""
_LONGEST_NOTE = 600


def last_lines(draft: Draft, blocks: list[Block], most: int) -> list[Line]:
    """Return the last lines of a document, back to its last paragraph; notes and stamps are passed over."""
    lines: list[Line] = []
    notes = bodies_of_notes(draft)
    for block in reversed(blocks):
        if block.role is None and is_stray_note(draft, block, notes):
            continue
        if block.role in OUTSIDE or block.role in {Role.NOTE, Role.CLOSER, Role.OPENER}:
            continue
        if block.role is Role.STAGE and draft.text.startswith("[", block.start):
            continue  # an editor's words on the copy
        if block.role is Role.MILESTONE and not lines:
            continue
        if block.role is not None or len(lines) > most:
            break
        if block.joined:
            break
        of_block = [cell for line in lines_of(draft, block) for cell in cells_beside(draft, line)]
        whole = " ".join(line.text for line in of_block)
        if of_block and _is_one_line(draft, block, of_block, lines):
            lines.insert(0, Line(block, of_block[0].start, of_block[-1].end, whole))
            continue
        if is_prose(whole) and not _is_known(of_block, whole, lines):
            lines[:0] = _closing_lines(of_block)
            break
        lines[:0] = of_block
    return lines


def _is_known(of_block: list[Line], whole: str, below: list[Line]) -> bool:
    """Tell whether a block of the length of a paragraph is of the foot."""
    return bool(
        _is_office_above(below, whole)
        or COPIES.fullmatch(whole)
        or DOCKET.fullmatch(whole)
        or names_recipients(whole)
        or is_addressed_to(whole)
        or _is_set_in_lines(of_block, whole)
        or are_signatories(of_block)
        or is_row(whole)
    )


def _is_one_line(draft: Draft, block: Block, of_block: list[Line], below: list[Line]) -> bool:
    """Tell whether the lines of a block are one of the foot: a postscript, a formula, a note, a docket."""
    whole = " ".join(line.text for line in of_block)
    if POSTSCRIPT.match(whole) or _is_formula(of_block, whole) or is_cleared([line.text for line in of_block]):
        return True
    begins = END_NOTE.match(draft.text, block.start) or SIGLA_OF_COPY.match(draft.text, block.start)
    is_note = begins is not None or whole[-1:] == "↩"
    if is_note and len(whole) < _LONGEST_NOTE and all(strong_kind(line) for line in below):
        return True
    is_docket = len(of_block) > 1 and DOCKET.fullmatch(of_block[0].text) and DOCKET.fullmatch(whole)
    has_list = any(DISTRIBUTION_HEAD.fullmatch(line.text) for line in of_block)
    return bool(is_docket) and not has_list and not all(strong_kind(line) for line in of_block)


def _is_office_above(lines: list[Line], whole: str) -> bool:
    """Tell whether words are an office with a colon, over the name of its holder in the line below."""
    is_over_name = bool(lines) and strong_kind(lines[0]) in {"name", "signature"}
    return is_over_name and whole.endswith(":") and len(whole) < LONGEST and OFFICE.search(whole) is not None


def _closing_lines(lines: list[Line]) -> list[Line]:
    """Return the lines from the closing formula on that stand without a blank line under the last sentence."""
    for number in range(max(1, len(lines) - _MOST_CLOSING), len(lines)):
        ends = re.search(r"[.!?:…][”\"’')\]]?\d{0,2}$", lines[number - 1].text)
        behind = lines[number + 1 :]
        if ends and CLOSING_FORMULA.fullmatch(lines[number].text) and all(len(line.text) < 80 for line in behind):
            return lines[number:]
        if ends and _are_of_signers(lines[number:]):
            return lines[number:]
    return []


def _are_of_signers(lines: list[Line]) -> bool:
    """Tell whether lines under a last sentence are those of signers: short, a name among them, offices or dates."""
    kinds = [strong_kind(line) for line in lines]
    told = [kind or _may_be_signers(line.text) for kind, line in zip(kinds, lines, strict=True)]
    opens = kinds[0] in {"name", "signature", "date"} or ON_BEHALF.match(lines[0].text)
    is_named = bool({"name", "signature"} & set(kinds)) and opens
    return bool(is_named) and all(told) and all(len(line.text) < _LONGEST_SIGNER for line in lines)


def _may_be_signers(text: str) -> bool:
    """Tell whether a short line may be an office, whom somebody signs for, or a name in capitals before a comma."""
    is_name = text.endswith(",") and CAPITALS_NAME.fullmatch(text[:-1]) is not None
    return is_name or OFFICE.search(text) is not None or ON_BEHALF.match(text) is not None


_LONGEST_SIGNER = 60
"""The most characters of a line of a signer that stands without a blank line under the last sentence."""


_MOST_CLOSING = 7
"""The most lines from a closing formula to the end of a paragraph that it ends."""


def bodies_of_notes(draft: Draft) -> set[int]:
    """Return where the bodies of notes begin that have their marks."""
    return {block.start for block in draft.blocks if block.role is Role.NOTE_BODY}


def give_stray_notes(draft: Draft, blocks: list[Block], start: int) -> None:
    """Make notes of the bodies without a mark that stand below the foot, which begins at ``start``."""
    notes = bodies_of_notes(draft)
    for block in blocks:
        match = _NUMBERED.match(draft.text, block.start, block.end) if block.start > start else None
        if match and block.role is None and is_stray_note(draft, block, notes):
            draft.give_role(block, Role.NOTE, why="body of a note without a mark")
            draft.sign(*match.span("sign"), why="number of a note")
            give_note(draft, match.end("sign"), block.end, match["n"])


def give_note(draft: Draft, start: int, end: int, number: str) -> None:
    """Put a note of the editor's without a place in the text around what stands between two offsets.

    The arrow back to its mark, as web pages set it at the end of a note, is a sign.
    """
    body = draft.text[start:end].rstrip()
    if body.endswith("↩"):
        arrow = start + len(body) - 1
        draft.sign(arrow, arrow + 1, why="arrow back to the mark of a note")
        end = start + len(body[:-1].rstrip())
    is_source = draft.text.startswith("Source:", start)
    numbered = {"n": number} if number else {}
    kind = "source" if is_source else "editor"
    draft.span(start, end, "note", {"type": kind, "place": "foot", **numbered, "anchored": "false"})


def is_stray_note(draft: Draft, block: Block, notes: set[int]) -> bool:
    """Tell whether a block is the body of a note without a mark: numbered, and behind those that begin at ``notes``."""
    if not notes or block.start < min(notes) or block.joined or not _NUMBERED.match(draft.text, block.start):
        return False
    line = Line(block, block.start, block.end, draft.clean_block(block))
    return strong_kind(line) in {"", "endnote"}


def _is_formula(lines: list[Line], whole: str) -> bool:
    """Tell whether the lines of a block are one closing formula, and no formula with a name under it."""
    above = " ".join(line.text for line in lines[:-1])
    is_name = PLAIN_NAME.fullmatch(lines[-1].text) and not _SERVANT.fullmatch(lines[-1].text)
    named = is_name and (CLOSING_FORMULA.fullmatch(above) or CLOSING_FORMULA.fullmatch(lines[0].text))
    is_for = any(ON_BEHALF.match(line.text) for line in lines[1:])
    return CLOSING_FORMULA.fullmatch(whole) is not None and not named and not is_for


_SERVANT = re.compile(r"(?:[A-Z][\w’']* )?(?:Serv\w*|Sert|Friend|Brother|Sister|Son|Daughter)", re.I)
"""The last word of a formula, which is no name."""


def _is_set_in_lines(lines: list[Line], whole: str) -> bool:
    """Tell whether a block of the length of a paragraph is one of short lines, of which most are of the foot."""
    if dateline_of(whole):
        return True
    if len(lines) < 2 or any(len(line.text) >= 60 for line in lines):
        return False
    known = sum(bool(strong_kind(line)) or line.text.endswith(",") for line in lines)
    is_signed = PLAIN_NAME.fullmatch(lines[-1].text) or OFFICE.search(lines[-1].text)
    known += len(lines) if ON_BEHALF.match(whole) and is_signed else 0
    return 2 * known >= len(lines)
