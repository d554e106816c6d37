"""Dates, signers and offices that stand side by side on one line of a foot (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.frame.conventions import (
    CAPITALS_NAME,
    CLOSING_FORMULA,
    INITIALS_NAME,
    OFFICE,
    OWN_HAND,
    PLAIN_NAME,
    SEAL,
    SIGNATURE,
    SIGNED_BY,
)
from diple.recognisers.frame.footnames import is_named_in_title, is_writer
from diple.recognisers.frame.lines import Line
from diple.recognisers.frame.tokens import dateline_of, tokens_of

LONGEST = 130
"""The most characters of a line of a foot that is no formula."""


def cells_beside(draft: Draft, line: Line) -> list[Line]:
    """Return a line divided where a date, a signer or several signers stand side by side on it."""
    raw = draft.text[line.start : line.end]
    if barred := _cells_at_bars(draft, line):
        return barred
    if SEALED.fullmatch(raw):
        return [line]
    signed = _NAME_AND_DATE.fullmatch(raw)
    closing = _FORMULA_AND_NAME.fullmatch(raw)
    gaps = list(_WIDE.finditer(raw)) or ([signed] if signed and _is_persons(draft, signed["name"]) else [])
    dated = _DATE_AND_NAME.fullmatch(raw)
    if dated and (INITIALS_NAME.fullmatch(dated["name"]) or _signs(draft, dated["name"], line.start)):
        gaps = gaps or [dated]
    initialled = _INITIALS_AND_DAY.fullmatch(raw)
    gaps = gaps or ([initialled] if initialled else [])
    if not gaps and (dated_formula := _formula_and_date(raw)):
        closing, gaps = None, [dated_formula]
    if not gaps and closing and CLOSING_FORMULA.fullmatch(closing["name"]):
        first, last = closing.span("gap")
        halves = ((0, first), (last, len(raw)))
        return [Line(line.block, line.start + low, line.start + high, raw[low:high]) for low, high in halves]
    if not gaps or len(raw) > LONGEST:
        return [line]
    spans = [gap.span("gap") for gap in gaps]
    bounds = [0, *(offset for span in spans for offset in span), len(raw)]
    pairs = list(zip(bounds[::2], bounds[1::2], strict=True))
    words = [draft.clean(line.start + first, line.start + last).text.strip() for first, last in pairs]
    is_sign = SIGNATURE.fullmatch(words[0]) is not None and re.search(r"si?g|sd\b|/s", words[0], re.I) is not None
    if len(words) == 2 and is_sign and not dateline_of(words[1]):
        return [line]  # the sign of an autograph, and the name
    texts = [(first, last, text) for (first, last), text in zip(pairs, words, strict=True)]
    is_office = _ON_OFFICE.fullmatch(words[0]) and INITIALS_NAME.fullmatch(words[-1]) and len(words) == 2
    if not (is_office or initialled or all(_stands_beside(text) for _, _, text in texts)) or all(
        tokens_of(text) for _, _, text in texts
    ):
        return [line]
    return [Line(line.block, line.start + first, line.start + last, text) for first, last, text in texts]


def _cells_at_bars(draft: Draft, line: Line) -> list[Line]:
    """Return a line divided at the bars that stand for line ends in a closer, "Ever yours | J. Rask", or nothing."""
    raw = draft.text[line.start : line.end]
    bars = list(BAR.finditer(raw)) if len(raw) < _LONGEST_BARRED else []
    if not bars:
        return []
    bounds = [0, *(offset for bar in bars for offset in bar.span()), len(raw)]
    spans = [(line.start + first, line.start + last) for first, last in zip(bounds[::2], bounds[1::2], strict=True)]
    cells = [Line(line.block, first, last, " ".join(draft.clean(first, last).text.split())) for first, last in spans]
    closes = any(CLOSING_FORMULA.fullmatch(cell.text) for cell in cells)
    is_signed = PLAIN_NAME.fullmatch(cells[-1].text.rstrip(".")) or CLOSING_FORMULA.fullmatch(cells[-1].text)
    return _whole_formulas(cells) if closes and is_signed and all(cell.text for cell in cells) else []


def _whole_formulas(cells: list[Line]) -> list[Line]:
    """Put together what is a formula only with the words behind the next bar: "Believe me | yours ever"."""
    whole: list[Line] = []
    for cell in cells:
        joined = f"{whole[-1].text} {cell.text}" if whole else ""
        if joined and not CLOSING_FORMULA.fullmatch(whole[-1].text) and CLOSING_FORMULA.fullmatch(joined):
            whole[-1] = Line(cell.block, whole[-1].start, cell.end, joined)
        else:
            whole.append(cell)
    return whole


_SEAL = r"[\[(]\s?(?:L\.?\s?S|[Ss]eal|SEAL)\.?\s?[\])]"
_SIGNER = rf"(?:{INITIALS_NAME.pattern}|{PLAIN_NAME.pattern})"
SEALED = re.compile(rf"{_SEAL}[.,]?\s*{_SIGNER}\.?|{_SIGNER}[.,]?\s*{_SEAL}\.?")
"""A signer with the place of his seal on one line: "(L.S.)     HENRY ALDOUS.", "John Teverson, [SEAL.]"."""


def _formula_and_date(raw: str) -> re.Match[str] | None:
    """Return where a line is divided that has place and date behind a formula: "God guard you. Varnik, 4 May 1873."."""
    stops = _STOP.finditer(raw) if len(raw) <= LONGEST else iter(())
    return next(
        (stop for stop in stops if dateline_of(raw[stop.end() :]) and CLOSING_FORMULA.fullmatch(raw[: stop.start()])),
        None,
    )


_STOP = re.compile(r"(?<=[a-z]\.)(?P<gap>\s+)(?=[A-Z])")
BAR = re.compile(r"\s*\|\s*|(?<=\s)/\s+")
"""The sign of a line end within a closer, where its lines are put on one."""
_LONGEST_BARRED = 250


_ON_OFFICE = re.compile(r"(?:of|for|in|to|at|on|and) [^.!?:;]{2,70}")
"""How an office goes on from the line above it, with the name of its holder beside."""
NAME_AND_TRADE = re.compile(rf"{INITIALS_NAME.pattern},\s[a-z][a-z -]{{2,30}}")
"""A signer with what he is, among others: "P. Krag, hatter"."""
_FORMULA_AND_NAME = re.compile(
    rf"(?P<name>[^\n]{{4,60}}?,)(?P<gap>\s)(?:{INITIALS_NAME.pattern}|[A-Z]\.?|[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){{0,3}})\.?"
)
NAME_AND_OFFICE = re.compile(rf"{INITIALS_NAME.pattern},\s(?P<office>[^,.!?:;]{{3,60}})[.,]?")
ON_BEHALF = re.compile(r"\(?(?:for|on behalf of)\s(?:the\s)?[A-Z]", re.I)
"""Whom a signer signs for, at the foot of a treaty or agreement."""
_STATE = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,4}(?:Republic|Kingdom|States?|Union|Federation|Empire)(?: of(?: [\w’'-]+){1,4})?"
)
_WIDE = re.compile(r"(?P<gap>[ \xa0]{2,}|\t+)(?=\S)")
_NAME_AND_DATE = re.compile(
    rf"(?P<name>{INITIALS_NAME.pattern}|{PLAIN_NAME.pattern}),(?P<gap>\s+)\d{{1,2}}[./-][\dIVX]{{1,4}}[./-]\d{{2,4}}\.?"
)
_INITIALS_AND_DAY = re.compile(
    r"(?:[A-Z]\. ?){1,3}[A-Z]\.?(?P<gap>,?\s+)"
    r"(?P<day>\d{1,2}\s?[./]\s?(?:\d{1,2}|[ivxIVX]{1,4})(?:\s?[./]\s?\d{2,4})?\.?|"
    r"\d{1,2}(?:st|nd|rd|th)?\.? [A-Z][a-zé]{2,9}\.?,?(?: \d{4})?\.?)"
)
"""Initials with their day: "R. T. 6/5", "A.B. 4th March, 1951"."""
_DATE_AND_NAME = re.compile(
    rf"\d{{1,2}}[./-][\dIVX]{{1,4}}[./-]\d{{2,4}}\.?(?P<gap>\s)"
    rf"(?P<name>{INITIALS_NAME.pattern}|[A-ZÀ-Ž][\w’'-]{{2,}})\.?"
)
_ACTS = r"(?:said|says|remarked|noted|asked|replied|stated|added|answered|thanked|stressed|informed|explained)"


_CAPITALS_AND_OFFICE = re.compile(
    r"(?P<name>[A-ZÀ-Ž][A-ZÀ-Ž’'.-]{2,}(?: [A-ZÀ-Ž][A-ZÀ-Ž’'.-]+){0,2}),\s(?P<office>[^,.!?:;]{3,60})[.,]?"
)


def is_name_with_office(text: str) -> bool:
    """Tell whether words are a name in capitals and an office: "FERDINAND, Regent"."""
    match = _CAPITALS_AND_OFFICE.fullmatch(text)
    return match is not None and OFFICE.search(match["office"]) is not None and OFFICE.search(match["name"]) is None


def _signs(draft: Draft, name: str, offset: int) -> bool:
    """Tell whether a surname behind a date is the writer's: the head says so, or it is in capitals and in the title."""
    return is_writer(draft, name, offset) or (name.isupper() and is_named_in_title(draft, name))


def _is_persons(draft: Draft, name: str) -> bool:
    """Tell whether a name before a date is a signer's and no place: with initials, or of somebody who speaks above."""
    if INITIALS_NAME.fullmatch(name):
        return True
    word = re.escape(name.split()[-1])
    called = rf"\b{word} {_ACTS}\b|\b(?:Mr|Cde|Dr|[A-Z])\.? {word}\b|\bComrade {word}\b"
    return re.search(called, draft.text) is not None


def _stands_beside(text: str) -> bool:
    """Tell whether words may stand beside others on a line of the foot: a date, a name, a typist's initials."""
    shouted = CAPITALS_NAME.fullmatch(text) and len(text) > 3 and not OFFICE.search(text)
    if SEAL.fullmatch(text) or CLOSING_FORMULA.fullmatch(text) or NAME_AND_TRADE.fullmatch(text):
        return True
    if tokens_of(text) or NAME_AND_OFFICE.fullmatch(text) or is_name_with_office(text):
        return True
    if signature_in(text) or _STATE.fullmatch(text) or ON_BEHALF.match(text):
        return True
    is_name = INITIALS_NAME.fullmatch(text) or shouted or PLAIN_NAME.fullmatch(text.rstrip(","))
    is_office = OFFICE.search(text) and not INITIALS_NAME.fullmatch(text)
    return (
        bool(is_name and not is_office)
        or dateline_of(text) is not None
        or re.fullmatch(r"[a-z]{2,3}", text) is not None
    )


SIGNATURE_ALONE = re.compile(r"(?P<words>(?:illegible )?signature(?: illegible)?|signed)[:.]?", re.I)
"""The place of a signature told by a word without brackets, alone on its line."""


def signature_in(text: str) -> bool:
    """Tell whether a line is a signature: a signature's place, with or without a name or office beside it."""
    if match := SIGNATURE.search(text):
        rest = (text[: match.start()] + " " + text[match.end() :]).strip(" ,.")
        return len(rest) < 90 and not re.search(r"\w{3,}[.!?]\s+[A-Z][a-z]+\s+[a-z]", rest)
    if SIGNATURE_ALONE.fullmatch(text):
        return True
    return len(text) < 80 and (SIGNED_BY.match(text) is not None or OWN_HAND.search(text) is not None)
