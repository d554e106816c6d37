"""The head of a cable as telegraph offices print it, from routing to references, and the name at its end (TEI 4.2)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import CLASSIFICATIONS
from diple.recognisers.frame.lines import Line, give, inner, is_capitals, is_prose, lines_of
from diple.recognisers.frame.tokens import mark_dateline, mark_tokens, tokens_of

_MOST_LINES = 70
_TIME_GROUP = re.compile(
    r"(?:DTG:?\s)?(?:[A-Z]{1,2}\s){0,3}\d{6}Z\s(?:[A-Z]{3}|[A-Z][a-z]{2})\s?\d{2}(?:\d\d)?(?:\s[A-Z\d ]{1,12})?"
)
"""Precedence and date-time group: "O R 091640Z MAY 73"."""
_FROM = re.compile(r"FM\s\S|FROM:?\s[A-Z]")
_LABEL = re.compile(
    r"(?P<label>FM|FROM|TO|INFO|ACTION|SUBJECTS?|SUBJ|REFS?|TAGS|E\.?\s?O\.?\s?\d{4,5}|ORIGIN|DRAFTED BY|APPROVED BY|"
    r"PASS|CITE|DECL|CABINET|ZEN|XMT|DEPT(?:\sPASS)?|COUNTRY|DOI|ACQ|SOURCE|DIST|DE|BT|ZNY|ZNR)(?=[\s:./-]|$)"
)
_ROUTING = re.compile(r"(?:ACTION|INFO|ORIGIN):?(?:\s+[A-Z/]{1,8}-\d{1,2})+(?:\s+/\d{3}\s\w)?")
"""The offices among which the department passes a cable on: "ACTION NEA-12"."""
_TYPES = {"FM": "from", "FROM": "from", "TO": "to", "ACTION": "to", "SUBJECT": "subject", "SUBJECTS": "subject",
          "SUBJ": "subject", "REF": "reference", "REFS": "reference"}  # fmt: skip
_SPACED = r"(?:[A-Z][ -]){3,}[A-Z]"
_CLASSIFIED = re.compile(
    rf"(?P<class>{_SPACED}(?:\s{{1,3}}{_SPACED})*|(?:{'|'.join(CLASSIFICATIONS)}))(?![A-Z])"
    r"(?:\s*/\s*(?:[A-Z]+\s?)+?)?(?P<section>\s+(?:SECTION|FINAL SECTION|PART)\s\d+\sOF\s\d+)?"
    r"(?:\s+(?P<number>[A-Z][A-Z .]*\s?\d{1,6}(?:/\d+)?))?(?:\s+(?P<rest>[A-Z/ ]{2,40}))?",
    re.I,
)
_CLASSES = re.compile(rf"(?:{'|'.join(CLASSIFICATIONS)})(?![A-Z])", re.I)
_TEXT = re.compile(r"(?:\d{1,2}|[A-Z])\.\s|\(\w\)\s|(?:BEGIN )?(?:SUMMARY|TEXT|INTRODUCTION)\b")
_NAME = re.compile(
    r"(?<=[.!?”\"\])])\s+(?:(?P<end>UNQUOTE\.?|END (?:TEXT|MESSAGE|QUOTE)\.?)\s+)?(?P<name>[A-Z][A-Z’'-]{2,}"
    r"(?: (?:JR|SR|II|III)\.?)?)\s*\Z"
)
"""Who sends it, behind the last sentence: "… PLEASE INSTRUCT BY MAY 11. HOLBECK"."""
_NO_NAMES = frozenset(
    "ENDS END UNQUOTE QUOTE THANKS REGARDS STOP COMMENT SUMMARY NODIS EXDIS LIMDIS NOFORN SECRET CONFIDENTIAL ADVISE "
    "CONCUR CONCURS OVER OUT PERIOD TEXT MESSAGE NOTE UNCLASSIFIED CONTINUED MORE INFORMATION ACTION".split()
)
_LONGEST_FIELD = 4
"""The most lines that the subject or the references of a cable take."""


class _Part(NamedTuple):
    """Lines of the head that are one element: what it is, and where it begins and ends."""

    kind: str
    start: int
    end: int


def recognise_cable(draft: Draft, blocks: list[Block]) -> bool:
    """Give the head of a cable its roles and part the sender's name from its last paragraph; tell whether it is one.

    A date-time group with a line "FM …" beside it proves a cable; all lines above belong to its head.
    """
    lines = [line for block in blocks[:_MOST_LINES] if block.role is None for line in lines_of(draft, block)]
    lines = lines[:_MOST_LINES]
    group = next((number for number, line in enumerate(lines) if _TIME_GROUP.fullmatch(line.text)), None)
    if group is None or not any(_FROM.match(line.text) for line in lines[group + 1 : group + 4]):
        return False
    for part in _parts(lines, group):
        _give(draft, part)
    _part_name(draft, blocks)
    return True


def _parts(lines: list[Line], group: int) -> list[_Part]:
    """Return the parts of the head, from its first line to the last of its references."""
    parts: list[_Part] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        kind = _kind(line.text, parts, is_above=position < group, is_group=position == group)
        if not kind and not _stands_above_fields(lines, position):
            break
        kind = kind or "line"
        end = _end_of_field(lines, position) if kind in {"subject", "reference"} else position + 1
        parts.append(_Part(kind, line.start, lines[end - 1].end))
        position = end
    return parts


def _kind(text: str, parts: list[_Part], *, is_above: bool, is_group: bool) -> str:
    """Return what a line of a cable's head is, empty if the text begins with it."""
    if is_group:
        return "group"
    if _TEXT.match(text) and not is_above:
        return ""
    if (match := _CLASSIFIED.fullmatch(text)) and (is_capitals(text)):
        return "classified" if match["number"] or not tokens_of(text) else "tokens"
    if tokens_of(text):
        return "tokens"
    if _ROUTING.fullmatch(text):
        return "line"
    if label := _LABEL.match(text):
        return _TYPES.get(label["label"], "line")
    if is_above:
        return "line" if len(text) < 100 else ""
    if _CLASSES.match(text):
        return "line"
    is_addressed = bool(parts) and parts[-1].kind in {"to", "also"} and is_capitals(text) and len(text) < 60
    if is_addressed:
        return "also"
    return "line" if is_capitals(text) and len(text) < 64 and not text.endswith((".", ",")) else ""


def _stands_above_fields(lines: list[Line], position: int) -> bool:
    """Tell whether a short line of unknown kind stands right above the labels or the classification of the head."""
    text = lines[position].text
    if len(text) > _LONGEST_UNKNOWN or _TEXT.match(text) or is_prose(text):
        return False
    below = [line.text for line in lines[position + 1 : position + 1 + _NEAR]]
    return any(_LABEL.match(words) or (_CLASSIFIED.fullmatch(words) and is_capitals(words)) for words in below)


_LONGEST_UNKNOWN, _NEAR = 64, 3
"""The most characters of a line of unknown kind in the head, and how many lines below it may prove it."""


def _end_of_field(lines: list[Line], position: int) -> int:
    """Return the position behind the lines of a subject or of references: to a label, a blank line, the text."""
    end = position + 1
    while end < min(len(lines), position + _LONGEST_FIELD):
        line = lines[end]
        parted = line.block is not lines[end - 1].block
        if parted or _LABEL.match(line.text) or _TEXT.match(line.text) or tokens_of(line.text):
            break
        if " PASS " in f" {line.text} " or len(lines[end - 1].text) < 40:
            break
        end += 1
    return end


# ---- roles


def _give(draft: Draft, part: _Part) -> None:
    block = _block_of(draft, part)
    if block is None or not give(draft, block, Role.OPENER, why="head of a cable"):
        return
    start, end = inner(draft, block)
    match part.kind:
        case "group":
            mark_dateline(draft, start, end)
            draft.span(start, end, "dateline", rank=40)
        case "tokens":
            mark_tokens(draft, start, tokens_of(draft.text[start:end]), dateline=True)
        case "classified":
            _mark_classified(draft, start, end)
        case "from" | "to" | "subject" | "reference":
            draft.span(start, end, "seg", {"type": part.kind})
        case "also":
            draft.span(start, end, "seg", {"type": "to"})


def _block_of(draft: Draft, part: _Part) -> Block | None:
    """Return the lines of a part as a block of their own."""
    block = draft.block_at(part.start)
    if block is None or block.role is not None:
        return None
    parts = draft.split_block(block, part.start, part.end)
    return next((one for one in parts if one.start <= part.start < one.end), None)


def _mark_classified(draft: Draft, start: int, end: int) -> None:
    """Mark classification and number in a line such as "S E C R E T LENKA 1877"."""
    match = _CLASSIFIED.fullmatch(draft.text, start, end)
    if match is None:
        return
    draft.span(*match.span("class"), "seg", {"type": "classification"})
    if match["number"]:
        draft.span(*match.span("number"), "idno", {"type": "telegram"})


def _part_name(draft: Draft, blocks: list[Block]) -> None:
    """Part the name of the sender from the last paragraph of the text."""
    text = [block for block in draft.blocks if block.role is None and block.start >= blocks[0].start]
    for block in reversed(text[-6:]):
        lines = lines_of(draft, block)
        rest = [line for line in lines if not _is_of_page_foot(line.text)]
        if not rest:
            continue
        if rest[-1] is not lines[-1]:
            block = _head_of(draft, block, rest[-1].end)
        match = _NAME.search(draft.text, block.start, block.end)
        if match and match["name"].split()[0] not in _NO_NAMES:
            _head_of(draft, block, match.start("name"))
        return


def _is_of_page_foot(text: str) -> bool:
    """Tell whether a line at a cable's end is classification, end of message, or the telegraph office's note."""
    return bool(tokens_of(text)) or re.fullmatch(r"N{3,4}|BT|NOTE BY\b.*", text) is not None


def _head_of(draft: Draft, block: Block, offset: int) -> Block:
    """Divide a block at an offset and return its first part, which goes on with what the block went on with."""
    first, *_ = draft.split_block(block, offset)
    first.joined, first.join_text = block.joined, block.join_text
    return first
