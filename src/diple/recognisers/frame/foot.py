"""Giving the lines at the foot of a document their roles and elements."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import (
    CAPITALS_NAME,
    DISTRIBUTION,
    OFFICE,
    SIGNATURE,
    SIGNED_BY,
)
from diple.recognisers.frame.footcells import BAR, ON_BEHALF
from diple.recognisers.frame.footkinds import TELEGRAPHED
from diple.recognisers.frame.footlines import BARE_NOTE, give_note
from diple.recognisers.frame.footmarks import OFFICE_AND_SURNAME, mark_autograph, mark_name, mark_words
from diple.recognisers.frame.footproof import SIGNERS, FootLine
from diple.recognisers.frame.lines import divide, ends_open, give, inner, join
from diple.recognisers.frame.recipients import mark_recipients
from diple.recognisers.frame.signatories import give_row, give_signatory
from diple.recognisers.frame.tokens import mark_dateline, mark_tokens, tokens_of

_DOCKETS = frozenset({"copies", "docket", "typist"})
_NAMES = frozenset({"signature", "name", "weak-name"})
_CLOSING = SIGNERS | {"formula", "signatory", "row", "signatories"}
"""Kinds of lines of a closer, which one of unknown kind above them is part of."""


def give_foot(draft: Draft, foot: list[FootLine]) -> None:
    """Divide the blocks of a foot into its lines and make closers and postscripts of them."""
    items = _told_apart(draft, _one_block_each(draft, foot))
    docket_begins = next((n for n, (kind, _) in enumerate(items) if kind in _DOCKETS | {"distribution"}), len(items))
    position = 0
    while position < len(items):
        kind, block = items[position]
        if kind in SIGNERS:
            position = _give_signature(draft, items, position)
            continue
        if kind == "signatories":
            position = _give_labelled(draft, items, position)
            continue
        if kind == "place":
            position = _give_place(draft, items, position)
            continue
        if kind == "address":
            position = _give_address(draft, items, position)
            continue
        if kind in _DOCKETS or (kind in {"date", "number"} and position > docket_begins):
            position = _give_docket(draft, items, position)
            continue
        _give_single(draft, kind, block)
        position += 1
        if kind == "signatory" and position < len(items) and items[position][0] == "signatory-office":
            join(draft, block, items[position][1], Role.CLOSER, "signed")
            draft.span(*inner(draft, items[position][1]), "roleName")
            position += 1


def _told_apart(draft: Draft, items: list[tuple[str, Block]]) -> list[tuple[str, Block]]:
    """Return the lines, those of unknown kind among the signers called ``unknown``, dockets those below them."""
    docket = next((number for number, (kind, _) in enumerate(items) if kind in _DOCKETS), len(items))
    last = max(
        (n for n, (kind, _) in enumerate(items) if kind in _CLOSING or (kind in {"date", "place"} and n < docket)),
        default=-1,
    )
    told: list[tuple[str, Block]] = []
    for number, (kind, block) in enumerate(items):
        is_loose = kind == "loose"
        if is_loose and number < last:
            kind = "unknown"
        elif is_loose and ends_open(draft.clean_block(block).rstrip("0123456789")):
            kind = "docket"
        told.append((kind, block))
    return told


def _one_block_each(draft: Draft, foot: list[FootLine]) -> list[tuple[str, Block]]:
    """Return each line of the foot as a block of its own, with its kind."""
    items: list[tuple[str, Block]] = []
    by_block: dict[int, list[FootLine]] = {}
    for item in foot:
        by_block.setdefault(id(item.line.block), []).append(item)
    for members in by_block.values():
        block = members[0].line.block
        parts = divide(draft, block, [member.line.start for member in members])[-len(members) :]
        for before, member in pairwise(members):
            if draft.text[before.line.end : member.line.start].strip() in {"|", "/"}:
                draft.sign(before.line.end, member.line.start, why="bar at a line end")
        items += [(member.kind, part) for member, part in zip(members, parts, strict=False)]
    return items


def _give_single(draft: Draft, kind: str, block: Block) -> None:
    match kind:
        case "formula":
            give(draft, block, Role.CLOSER, "salute", why="closing formula")
            _mark_bars(draft, block)
        case "date":
            give(draft, block, Role.CLOSER, "dateline", why="date at the end")
            mark_dateline(draft, *inner(draft, block))
        case "number":
            give(draft, block, Role.POSTSCRIPT, "ab", attrs={"type": "docket"}, why="number at the end")
            start, end = inner(draft, block)
            mark_tokens(draft, start, tokens_of(draft.text[start:end]), dateline=False)
        case "stamp":
            give(draft, block, Role.CLOSER, why="stamp at the end")
            _mark_stamp(draft, block)
        case "distribution":
            _give_distribution(draft, block)
        case "signatory" | "signatory-office":
            give_signatory(draft, block)
        case "row":
            give_row(draft, block)
        case "endnote" if match := BARE_NOTE.match(draft.text, block.start, block.end):
            give(draft, block, Role.NOTE, why="body of a note without a mark")
            draft.sign(*match.span("sign"), why="number of a note")
            give_note(draft, match.end("sign"), block.end, match["n"] or "")
        case "others":
            give(draft, block, Role.CLOSER, why="those who signed and are not named")
        case "unknown":
            give(draft, block, Role.CLOSER, why="a line between others of the foot")
        case "postscript" | "endnote" | "loose":
            give(draft, block, Role.POSTSCRIPT, "p", why="postscript")


def _mark_stamp(draft: Draft, block: Block) -> None:
    if not any(span.tag == "stamp" and block.start <= span.start < block.end for span in draft.spans):
        draft.span(*inner(draft, block), "stamp")


def _mark_bars(draft: Draft, block: Block) -> None:
    """Make line beginnings of the bars within a formula: "Believe me | yours ever"."""
    for bar in BAR.finditer(draft.text, *inner(draft, block)):
        draft.sign(*bar.span(), why="bar at a line end")
        draft.point(bar.end(), "lb", rank=5, after=False)


def _give_labelled(draft: Draft, items: list[tuple[str, Block]], position: int) -> int:
    """Let the label over those who signed stand before the first of them; return the position behind his name."""
    label = items[position][1]
    give(draft, label, Role.CLOSER, "signed", why="over those who signed")
    if autograph := SIGNATURE.search(draft.text, *inner(draft, label)):
        mark_autograph(draft, autograph)
    if position + 1 == len(items):
        return position + 1
    kind, first = items[position + 1]
    (give_row if kind == "row" else give_signatory)(draft, first)
    join(draft, label, first, Role.CLOSER, "signed")
    if items[position + 2 : position + 3] and items[position + 2][0] == "signatory-office":
        join(draft, first, items[position + 2][1], Role.CLOSER, "signed")
        draft.span(*inner(draft, items[position + 2][1]), "roleName")
        return position + 3
    return position + 2


def _give_place(draft: Draft, items: list[tuple[str, Block]], position: int) -> int:
    """Make one place of its lines, and one dateline of it and the date below; return the position behind them."""
    end = _run([kind for kind, _ in items], position, {"place"}, most=4)
    blocks = [block for _, block in items[position:end]]
    give(draft, blocks[0], Role.CLOSER, "dateline", why="place at the end")
    is_dated = items[end : end + 1] and items[end][0] == "date"
    for before, block in pairwise([*blocks, items[end][1]] if is_dated else blocks):
        join(draft, before, block, Role.CLOSER, "dateline")
    first, last = blocks[0].start, blocks[-1].end
    draft.span(first, first + len(draft.text[first:last].rstrip(" ,.;\n")), "placeName")
    if is_dated:
        mark_dateline(draft, *inner(draft, items[end][1]))
    return end + bool(is_dated)


def _give_address(draft: Draft, items: list[tuple[str, Block]], position: int) -> int:
    """Make one address of lines that no blank line parts; return the position behind them."""
    end = position + 1
    while end < len(items) and items[end][0] == "address" and not items[end][1].blank_before:
        end += 1
    blocks = [block for _, block in items[position:end]]
    give(draft, blocks[0], Role.CLOSER, why="address")
    for before, block in pairwise(blocks):
        join(draft, before, block, Role.CLOSER, "")
    draft.span(blocks[0].start, blocks[-1].end, "seg", {"type": "addressee"})
    return end


def _give_distribution(draft: Draft, block: Block) -> None:
    match = DISTRIBUTION.fullmatch(draft.text, block.start, block.end)
    if match is None:
        give(draft, block, Role.POSTSCRIPT, "item", group="distribution", why="who gets a copy")
        return
    give(draft, block, Role.POSTSCRIPT, "item", attrs={"n": match["n"]}, group="distribution", why="who gets a copy")
    draft.sign(match.start("sign"), match.end("sign"), why="number in a distribution list")


# ---- dockets


def _give_docket(draft: Draft, items: list[tuple[str, Block]], position: int) -> int:
    """Make one docket of a line and those that go on with it; return the position behind them."""
    start, first = position, items[position][1]
    give(draft, first, Role.POSTSCRIPT, "ab", attrs={"type": "docket"}, why="docket")
    _mark_docket(draft, items[position])
    position += 1
    while position < len(items) and _goes_on(items, position):
        join(draft, items[position - 1][1], items[position][1], Role.POSTSCRIPT, "ab")
        _mark_docket(draft, items[position])
        position += 1
    copies = [block for kind, block in items[start:position] if kind == "copies"]
    if copies and copies[0] is first:
        mark_recipients(draft, inner(draft, first)[0], inner(draft, copies[-1])[1])
    return position


def _goes_on(items: list[tuple[str, Block]], position: int) -> bool:
    """Tell whether a line belongs to the docket before it: no blank line between, or the sentence runs on."""
    kind, block = items[position]
    if kind not in _DOCKETS | {"date", "number"}:
        return False
    return items[position - 1][0] != "distribution" and block.blank_before <= 2


def _mark_docket(draft: Draft, item: tuple[str, Block]) -> None:
    kind, block = item
    start, end = inner(draft, block)
    if kind == "date":
        mark_dateline(draft, start, end)
    elif kind == "number":
        mark_tokens(draft, start, tokens_of(draft.text[start:end]), dateline=False)
    elif match := TELEGRAPHED.fullmatch(draft.text, start, end):
        draft.span(*match.span("n"), "idno", {"type": "telegram"})
    elif match := SIGNATURE.search(draft.text, start, end):
        mark_autograph(draft, match)
        mark_words(draft, match.end(), end)


# ---- signatures


def _give_signature(draft: Draft, items: list[tuple[str, Block]], position: int) -> int:
    """Make one ``signed`` of the lines of one signer, office and name; return the position behind them."""
    known = [number for number in range(position, len(items)) if items[number][0] != "unknown"]
    end = known[_end_of_signer(draft, [items[number] for number in known], 0) - 1] + 1
    kinds = [kind for kind, _ in items[position:end]]
    blocks = [block for _, block in items[position:end]]
    give(draft, blocks[0], Role.CLOSER, "signed", why="signature")
    for before, block in pairwise(blocks):
        join(draft, before, block, Role.CLOSER, "signed")
    _mark_offices(draft, kinds, blocks)
    for kind, block in zip(kinds, blocks, strict=True):
        if kind in _NAMES:
            mark_name(draft, block)
        elif kind == "stamp":
            _mark_stamp(draft, block)
    if bodies := [block for kind, block in zip(kinds, blocks, strict=True) if kind == "body"]:
        draft.span(bodies[0].start, bodies[-1].end, "orgName")
    return end


def _end_of_signer(draft: Draft, items: list[tuple[str, Block]], position: int) -> int:
    """Return the position behind one signer's lines: offices then name, or name then offices."""
    kinds = [kind for kind, _ in items]
    end = position
    if kinds[position] in _NAMES:
        end = _run(kinds, position, _NAMES, most=2 if _is_bare_sign(draft, items[position]) else 1)
        if end < len(items) and end == position + 1 and _is_place_of_signature(draft, items, end):
            end += 1
        return _run_of_offices(draft, items, end, most=3) if not _office_begins_next(draft, items, end) else end
    end = _run(kinds, position, {"office", "body"}, most=6)
    if kinds[end : end + 1] == ["stamp"] and kinds[end + 1 : end + 2] and kinds[end + 1] in _NAMES:
        end += 1  # stamped over
    has_sign = end < len(kinds) and kinds[end] in _NAMES
    if has_sign and end + 1 < len(items) and _is_place_of_signature(draft, items, end + 1):
        return end + 2
    if has_sign and _is_bare_sign_at(items, end):
        return _run(kinds, end, _NAMES, most=2)
    goes_on = has_sign and not _office_begins_next(draft, items, end + 1)
    return _run_of_offices(draft, items, end + 1, most=2) if goes_on else end + has_sign


def _is_place_of_signature(draft: Draft, items: list[tuple[str, Block]], position: int) -> bool:
    """Tell whether a line is the place of the signature of the name above it, and of no name below."""
    is_last = position + 1 == len(items) or items[position + 1][0] not in _NAMES
    return _is_bare_sign(draft, items[position]) and not _is_bare_sign(draft, items[position - 1]) and is_last


def _run(kinds: list[str], start: int, wanted: set[str] | frozenset[str], most: int) -> int:
    end = start
    while end < len(kinds) and end - start < most and kinds[end] in wanted:
        end += 1
    return end


def _run_of_offices(draft: Draft, items: list[tuple[str, Block]], start: int, most: int) -> int:
    """Return the position behind the offices below a name, up to the line that says for whom the next one signs."""
    end = _run([kind for kind, _ in items], start, {"office"}, most)
    behalf = (number for number in range(start, end) if ON_BEHALF.match(draft.text_of(items[number][1])))
    return next(behalf, end)


def _office_begins_next(draft: Draft, items: list[tuple[str, Block]], start: int) -> bool:
    """Tell whether offices behind a name belong to the next name: one follows, no farther than they."""
    kinds = [kind for kind, _ in items]
    after = _run_of_offices(draft, items, start, most=6)
    if not start < after < len(kinds) or kinds[after] not in _NAMES:
        return False
    return bool(items[start][1].blank_before) or not items[after][1].blank_before


def _is_bare_sign(draft: Draft, item: tuple[str, Block]) -> bool:
    """Tell whether a line is the place of a signature without the name beside it."""
    if item[0] != "signature":
        return False
    text = draft.text_of(item[1])
    match = SIGNATURE.search(text) or SIGNED_BY.match(text)
    rest = f"{text[: match.start()]} {text[match.end() :]}" if match else text
    if len(rest.strip()) > 2 and CAPITALS_NAME.fullmatch(rest.strip()) and not OFFICE.search(rest):
        return False
    if (wide := OFFICE_AND_SURNAME.fullmatch(rest.strip())) and OFFICE.search(wide["office"]):
        return False
    return re.search(r"[A-Z]\.|[A-Z][a-z]+\.? [A-Z]", rest) is None


def _is_bare_sign_at(items: list[tuple[str, Block]], position: int) -> bool:
    return position < len(items) and items[position][0] == "signature" and position + 1 < len(items) and (
        items[position + 1][0] in {"name", "weak-name"}
    )  # fmt: skip


def _mark_offices(draft: Draft, kinds: list[str], blocks: list[Block]) -> None:
    """Put ``roleName`` around each run of office lines."""
    position = 0
    while position < len(kinds):
        end = _run(kinds, position, {"office"}, most=len(kinds))
        if end > position:
            words = draft.text[blocks[position].start : blocks[end - 1].end]
            draft.span(blocks[position].start, blocks[position].start + len(words.rstrip(" :\n")), "roleName")
        position = max(end, position + 1)
