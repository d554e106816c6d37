"""The foot of a document: closing formula, signatures, date, docket, copies, distribution, postscript (TEI 4.2.2)."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.conventions import (
    CAPITALS_NAME,
    INSTITUTION,
    OFFICE,
    PLAIN_NAME,
    SALUTATION,
    TYPIST,
)
from diple.recognisers.frame.footabove import (
    HOLDERS,
    NAME_THEN_OFFICE,
    ON_OFFICE,
    TO_OFFICE,
    docket_above,
    ends_with_comma,
    is_bare_name,
    is_letter_end,
    is_place_above,
    is_seat_above,
    is_titled,
    name_above,
    name_above_offices,
    office_beside,
    runs_on,
    signed_above,
)
from diple.recognisers.frame.footcells import ON_BEHALF
from diple.recognisers.frame.footkinds import SHORT_DAY, strong_kind
from diple.recognisers.frame.footlines import COMPLETED, last_lines
from diple.recognisers.frame.footlists import extend_copies, extend_distribution, fill_distribution, keep_lists
from diple.recognisers.frame.footnames import (
    PLACE,
    extend_address,
    find_address_below,
    find_lone_name,
    find_named_holder,
    find_offices_above,
)
from diple.recognisers.frame.footproof import FootLine, believed
from diple.recognisers.frame.lines import Line, is_capitals, label_in
from diple.recognisers.frame.signatories import find_signatories
from diple.recognisers.frame.unknown import kinds_around_unknown

MOST_LINES = 80
_DOCKETS = frozenset({"copies", "docket", "typist", "distribution", "endnote"})
_BELOW_SIGNER = _DOCKETS | {"date", "number", "postscript", "address", "office", "loose", "others", "stamp"}
_SIGNERS = frozenset({"signature", "name", "office", "weak-name", "body"})


def foot_of(draft: Draft, blocks: list[Block], most: int = MOST_LINES, *, is_letter: bool = False) -> list[FootLine]:
    """Return the lines at the end of a document that are its foot, in order, each with its kind.

    At most about ``most`` lines are looked at. ``is_letter`` says that the head has an addressee or a salutation, so
    that a bare name at the end is a signature.
    """
    lines = last_lines(draft, blocks, most)
    kinds = kinds_around_unknown(lines, lambda kept: _kinds_of(draft, kept, is_letter=is_letter))
    start = len(lines)
    while start > 0 and kinds[start - 1]:
        start -= 1
    return believed([FootLine(kind, line) for kind, line in zip(kinds[start:], lines[start:], strict=True)])


def _kinds_of(draft: Draft, lines: list[Line], *, is_letter: bool) -> list[str]:
    """Return what each of the last lines is, by its own words and by those beside it; empty for text."""
    kinds = [strong_kind(line) if line.text.count("(") == line.text.count(")") else "" for line in lines]
    for number, line in enumerate(lines):
        if not kinds[number] and COMPLETED.fullmatch(draft.text, line.start, line.end):
            kinds[number] = "name"
    find_address_below(lines, kinds)
    find_offices_above(lines, kinds)
    _find_stamps(draft, lines, kinds)
    extend_address(kinds)
    keep_lists(lines, kinds)
    extend_copies(lines, kinds)
    fill_distribution(lines, kinds)
    extend_distribution(lines, kinds)
    find_named_holder(draft, lines, kinds)
    find_signatories(lines, kinds)
    _add_weak_kinds(lines, kinds, is_letter=is_letter)
    find_lone_name(draft, lines, kinds)
    return kinds


def _is_left_unknown(lines: list[Line], kinds: list[str], number: int) -> bool:
    """Tell whether a short line is of a foot though what it is is not known: a signature or docket is right above it.

    It stands in a block apart from the lines above that are known, so that it is no part of them.
    """
    first = number
    while first and lines[first - 1].block is lines[number].block:
        first -= 1
    above = kinds[max(0, first - _MOST_UNKNOWN) : first]
    is_short = all(len(line.text) < _LONGEST_UNKNOWN for line in lines[first : number + 1])
    return is_short and not any(kinds[first:number]) and any(kind in _PROOFS for kind in above)


_PROOFS = frozenset({"signature", "name", "formula", "copies", "docket"})
"""Kinds of lines that prove a foot by their own words."""
_MOST_UNKNOWN = 4
"""The most lines of unknown kind in a row at the foot."""
_LONGEST_UNKNOWN = 100
"""The most characters of such a line."""


def _find_stamps(draft: Draft, lines: list[Line], kinds: list[str]) -> None:
    """Find the stamps and seals that stand alone on their lines."""
    stamps = [(span.start, span.end) for span in draft.spans if span.tag == "stamp"]
    for number, line in enumerate(lines):
        if any(
            line.start <= start and end <= line.end and end - start > line.end - line.start - 4 for start, end in stamps
        ):
            kinds[number] = "stamp"


def _add_weak_kinds(lines: list[Line], kinds: list[str], *, is_letter: bool) -> None:
    """Find names, offices and bodies by the lines beside them: those before a signature or behind a formula."""
    for number in range(len(lines) - 1, -1, -1):
        if kinds[number]:
            continue
        kinds[number] = _weak_kind(lines, kinds, number, is_letter=is_letter)
        if not kinds[number] and _is_left_unknown(lines, kinds, number):
            kinds[number] = "loose"
        if not kinds[number]:
            break
    for number in range(1, len(kinds)):
        if kinds[number - 1] == "body" and kinds[number] == "weak-name":
            kinds[number] = "body"


def _weak_kind(lines: list[Line], kinds: list[str], number: int, *, is_letter: bool) -> str:
    """Return what a line is by its neighbours, or nothing."""
    text = lines[number].text
    before = kinds[number - 1] if number else ""
    after = kinds[number + 1] if number + 1 < len(lines) else ""
    follows = kinds[number + 1 :]
    if "docket" in follows:
        follows = follows[: follows.index("docket")]  # who attests a signature signs below it
    is_last = all(kind in _BELOW_SIGNER for kind in follows)
    if after in _SIGNERS and _FOR_OFFICE.fullmatch(text):
        return "office"
    if SHORT_DAY.fullmatch(text) and (before in {"name", "signature"} or name_above(lines, number)):
        return "date"
    if after in _SIGNERS and ON_OFFICE.match(text) and number and OFFICE.search(lines[number - 1].text):
        return "office"
    if before == "number" and _LONE_WORD.fullmatch(text) and {"name", "signature"} & set(kinds[:number]):
        return "typist"
    if before == "formula" and re.fullmatch(r"[A-Z][a-z]{0,4}: [A-Z][\w’'-]+", text):
        return "weak-name"
    if text.count("(") != text.count(")") or label_in(text) or (_NAMES.fullmatch(text) and not OFFICE.search(text)):
        return ""
    if text in HOLDERS and name_above(lines, number):
        return "office"
    if (match := NAME_THEN_OFFICE.fullmatch(text)) and OFFICE.search(match["office"]):
        is_for = bool(ON_BEHALF.match(lines[number - 1].text)) if number else False
        if is_for or after in _SIGNERS or is_last:
            return "weak-name"
    if beside := _kind_beside(lines, kinds, number):
        is_unsigned = beside == "body" and not is_letter and not _PROOFS & set(kinds[:number])
        return "place" if is_unsigned and _HOUSE.search(text) else beside
    is_below = {"formula", "date", "stamp"} & set(kinds[max(0, number - 2) : number])
    if text.endswith(".") and _is_name_with_stop(text) and is_below:
        return "weak-name"
    if is_letter and is_last and text.isupper() and _is_name_with_stop(text) and len(text) > 3:
        return "weak-name"
    if re.search(r"[.!?:;]$|(?<=[a-z])[.!?]\d{1,2}$", text) and not re.search(r"\b(?:[A-Z][a-z]{0,2}|Jr|Sr)\.$", text):
        return ""
    if before == "formula" and re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}", text):
        return "weak-name"
    if is_last and _INITIALS.fullmatch(text.rstrip("0123456789")):
        return "weak-name"
    formula_above = "formula" in kinds[max(0, number - 3) : number] or ends_with_comma(lines, number)
    if TYPIST.fullmatch(text) and (before in _DOCKETS | {"date"} or docket_above(lines, number)):
        return "typist"
    if (
        formula_above
        and TO_OFFICE.match(text)
        and OFFICE.search(text)
        and len(text) < 60
        and signed_above(lines, number)
    ):
        return "address"
    is_under_name = name_above(lines, number) or name_above_offices(lines, number)
    if OFFICE.search(text) and len(text) < 110 and (after in _SIGNERS or is_under_name or formula_above):
        return "office"
    above = lines[number - 1].text if number else ""
    if is_capitals(text) and is_capitals(above) and after in _SIGNERS and OFFICE.search(above):
        return "office"
    if OFFICE.search(text) and is_capitals(text) and len(text) < 110 and is_last and not follows.count("office"):
        return "office"
    speaks_for = re.match(r"(?:for|on behalf of)\s", text, re.I) or (INSTITUTION.search(text) and is_capitals(text))
    if speaks_for and after in _SIGNERS:
        return "office"
    if is_bare_name(text) and _is_signer(lines, kinds, number, is_last=is_last, near=is_letter or formula_above):
        return "weak-name"
    is_plain = re.search(r"\d", text) is None
    if (
        INSTITUTION.search(text)
        and is_last
        and is_titled(text)
        and is_plain
        and len(text) < 110
        and is_letter_end(lines, number)
    ):
        return "body"
    may_sign = formula_above and text[:1].isupper() and is_plain and (is_titled(text) or not name_above(lines, number))
    if may_sign and (is_last or after in {"body", "weak-name"}) and len(text) < 110:
        return "body" if INSTITUTION.search(text) or after in {"body", "weak-name"} else "weak-name"
    if text.endswith(",") and after == "office" and is_bare_name(text[:-1]) and not OFFICE.search(text):
        return "weak-name"
    if text.endswith(",") and after in _SIGNERS and len(text) < 100:
        return "formula"
    if after == "body" and text[:1].isupper() and len(text) < 110:
        return "body"
    return ""


_HOUSE = re.compile(r"\b(?:Offices?|House|Palace|Gardens|Street|Terrace|Buildings?)$")
"""How the name of a place ends where minutes were written: "Cabinet Office"."""
_FOR_OFFICE = re.compile(r"\(?(?:for|on behalf of|by(?: order of)?) (?:the )?[A-Z][^.!?:;()]{2,70}:\)?", re.I)
"""Whom somebody signs for, on the line over the name: "For the Secretary of State:"."""
_NAMES = re.compile(r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)?, ?){2,}(?:and )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)?[,;]?")
"""Several names on one line, as in a list of who was present, and no signature."""
_LONE_WORD = re.compile(r"[A-Z][a-z]{1,4}\.?")
"""A typist's mark below the number of the paper."""
_INITIALS = re.compile(r"(?:(?:Mac|Mc|St)?\.?\s?[A-Z]\.\s?){2,4}")
"""Initials alone, as the writer of a memorandum signs it: "E.H.", "McG. B."."""


def _is_name_with_stop(text: str) -> bool:
    """Tell whether words are a name of at most five words with a full stop behind it: "JOHN B. FERRY."."""
    name = re.sub(r",?\s(?:Jr|Sr|Esq)\.$", "", text).rstrip(".")
    return len(text.split()) <= 5 and bool(CAPITALS_NAME.fullmatch(name) or PLAIN_NAME.fullmatch(name))


def _kind_beside(lines: list[Line], kinds: list[str], number: int) -> str:
    """Return what a line is by the line right above or below it: body or place over a date, office under a name."""
    text = lines[number].text
    before = kinds[number - 1] if number else ""
    after = kinds[number + 1] if number + 1 < len(lines) else ""
    is_body = INSTITUTION.search(text) and not OFFICE.search(text) and "," not in text and is_titled(text)
    if after == "date" and is_body and len(text) < 80:
        return "body"
    if after == "date" and (is_place_above(lines, number) or is_seat_above(lines, number)):
        return "place"
    is_held: object = text.endswith(".") and OFFICE.search(text) and len(text) < 80 and name_above(lines, number)
    if is_held and not (TO_OFFICE.match(text) and signed_above(lines, number)):
        return "office"
    if "formula" in (before, after) and SALUTATION.fullmatch(text):
        return "formula"
    is_within = after == "formula" and "formula" in kinds[max(0, number - 3) : number]
    if is_within and text.endswith(",") and len(text) < 60:
        return "formula"
    if before in {"name", "office", "signature"} and re.fullmatch(r"(?:in|at|of|to|for) [A-Z][^!?]{2,60}", text):
        return "office"
    if after in _SIGNERS and len(text) < 80 and any(runs_on(line.text) for line in lines[max(0, number - 2) : number]):
        return "office"
    return ""


def _is_signer(lines: list[Line], kinds: list[str], number: int, *, is_last: bool, near: bool) -> bool:
    """Tell whether a bare name signs: near a formula, an office or a date, for somebody, or in capitals at the end."""
    text = lines[number].text
    before = kinds[number - 1] if number else ""
    on_behalf = any(ON_BEHALF.match(line.text) for line in lines[max(0, number - 6) : number])
    if not is_last and not (on_behalf and kinds[number + 1] in {"weak-name", "office"}):
        return _is_over_office_apart(lines, kinds, number) or _is_beside_signer(lines, kinds, number)
    is_dated = kinds[number + 1 : number + 2] == ["date"] and 1 < len(text.split()) < 4 and not PLACE.match(text)
    if is_dated and not INSTITUTION.search(text) and not OFFICE.search(text) and not is_capitals(text):
        return True
    if near or on_behalf or office_beside(lines, number) or before in {"date", "signature", "formula"}:
        return True
    return bool(CAPITALS_NAME.fullmatch(text)) and len(text.split()) <= 4 and not INSTITUTION.search(text)


def _is_beside_signer(lines: list[Line], kinds: list[str], number: int) -> bool:
    """Tell whether a full name in capitals stands right over another that signs, as under a treaty."""
    pair = [line.text for line in lines[number : number + 2]]
    is_over = kinds[number + 1] == "weak-name" and lines[number].block is lines[number + 1].block
    return is_over and all(text.isupper() and 1 < len(text.split()) <= 4 for text in pair)


def _is_over_office_apart(lines: list[Line], kinds: list[str], number: int) -> bool:
    """Tell whether a name stands over its office in a block of their own, and the next block is the next signer's."""
    block = lines[number].block
    end = next((place for place in range(number + 1, len(lines)) if lines[place].block is not block), len(lines))
    is_first = not number or lines[number - 1].block is not block
    offices = kinds[number + 1 : end]
    return is_first and bool(offices) and set(offices) == {"office"} and kinds[end : end + 1] in _NEXT_SIGNERS


_NEXT_SIGNERS = (["name"], ["weak-name"], ["signature"])
