"""Blocks and their lines as the frame looks at them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import FIELDS, GENRE, HANDLED, INITIALS_NAME, INSTITUTION, SETTING_LABELS
from diple.recognisers.prose import ends_sentence
from diple.source import LINE_END

OUTSIDE = frozenset({Role.META, Role.VOID, Role.NOTE_BODY})
_SENTENCE_END = re.compile(r"[.!?:;,…][\"”’')\]]*$")
_CAPITALS_END = re.compile(r"(?<=[A-Z)])[A-Z)][.?!][\"”]?$|\bUNQUOTE\.?$")
_HOUR_END = re.compile(r"(?:\d\s?[ap]\. ?m\.|\b(?:noon|midnight|o[’']clock|hours|hrs)\.?)$", re.I)
_VERBS = re.compile(r"\b(?:WAS|WERE|IS|ARE|HAS|HAVE|HAD|WILL|WOULD|TOLD|SAID|HE|SHE|THEY|WE|I)\b")
"""Words that a title in capitals has none of, but a sentence has."""
_NUMBER = re.compile(r"^\d{1,4}\.\s+")
"""The number of a document in an edition, before its title."""
_LETTERS = re.compile(r"[^\W\d_]")
_TWO_SENTENCES = re.compile(r"^[A-Z“\"][^:]{20,}?[a-z]{4}[.!?][”\"]?\S{0,6}\s+[A-Z][a-z]+\s+[a-z]")
"""A sentence that ends, and the beginning of another: no title, though the block be cut short."""
_ADDRESSEE = re.compile(
    r"(?:To:?\s+)?(?:(?:The )?(?:Rt\.?|Right) Hon|The Hon|His |Her |Mr\b|Mrs\b|Miss\b|Ms\b|Messrs\b|Dr\b|Prof|"
    r"Sir |Lord |Lady |Comrade |Cde|Gen|Col|Capt|Adm|Amb)"
)
_GAP = re.compile(r"[ \xa0]{6,}|\t+[ \t]*")
"""The white space between two columns."""
_BEFORE_ADDRESSEE = re.compile(r"(?<=[\dA-ZА-Я.])(?<!\bTo)\s+(?=(?:To )?(?:Comrade|Cde\.|Com\.)\s[A-Z])")
"""The space before an addressee behind a number or date: "No. 212 To Comrade T. Rask"."""
LABELLED = re.compile(
    r"(?P<label>(?:(?:[Oo]ur |[Yy]our )?(?:[Rr]ef|[Nn]o|[Ss]ubj?|[Bb]etr|[Aa]ttn)\.|[^:\n.!?]{1,60}?))\s?:(?:\s|$)"
)


class Line(NamedTuple):
    """A line of a block: offsets without outer white space, and its words as they will read."""

    block: Block
    start: int
    end: int
    text: str


def lines_of(draft: Draft, block: Block) -> list[Line]:
    """Return the lines of a block that have words; signs do not count, and line ends that are signs part nothing."""
    lines = []
    position = block.start
    ends = [match.span() for match in LINE_END.finditer(draft.text, block.start, block.end)]
    for stop, following in [*(end for end in ends if not draft.is_signed(*end)), (block.end, block.end)]:
        raw = draft.text[position:stop]
        start, end = position + len(raw) - len(raw.lstrip()), position + len(raw.rstrip())
        if start < end:
            text = draft.words(start, end)
            if text:
                lines.append(Line(block, start, end, text))
        position = following
    return lines


def free_of_bullets(draft: Draft, blocks: list[Block]) -> None:
    """Make signs of the bullets before the fields of a head: "• From: LENKA"; two or more fields prove them."""
    lines = [line for block in blocks if block.role in {None, Role.ITEM} for line in lines_of(draft, block)]
    bulleted = [(line, match) for line in lines if (match := _BULLET.match(draft.text, line.start, line.end))]
    fields = [line for line, match in bulleted if label_in(line.text[match.end() - match.start() :]) in FIELDS]
    if len(fields) < 2:
        return
    for line, match in bulleted:
        if line.block.role is Role.ITEM:
            line.block.role = None
        draft.sign(*match.span(), why="bullet before a field")


_BULLET = re.compile(r"[•·*]\s+")


def is_prose(text: str) -> bool:
    """Tell whether words are running text rather than a line of the frame."""
    if len(text) <= 300 and GENRE.match(text) and ends_with_hour(text):
        return False  # a title that ends with an hour: "CONCLUSIONS of a Meeting held … at 11 a.m."
    if _is_capitals_prose(text):
        return True
    if len(text) > 300 or (len(text) > 150 and not is_capitals(text) and not GENRE.match(_NUMBER.sub("", text))):
        return True
    return len(text) > 60 and (ends_sentence(text) or bool(_TWO_SENTENCES.match(text))) and not is_capitals(text)


def ends_with_hour(text: str) -> bool:
    """Tell whether a line ends with an hour, as the title of minutes does: "at 11 a.m.", "at 12 noon."."""
    return _HOUR_END.search(text) is not None


def _is_capitals_prose(text: str) -> bool:
    """Tell whether words in capitals are running text, as in a cable: long, and ended as a sentence is."""
    if len(text) < 60 or not _CAPITALS_END.search(text) or not is_capitals(text):
        return False
    return len(text) > 110 or re.match(r"\d{1,2}\.\s", text) is not None or _VERBS.search(text) is not None


def is_capitals(text: str) -> bool:
    """Tell whether nearly all letters are capitals."""
    letters = _LETTERS.findall(text)
    return len(letters) >= 2 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def ends_open(text: str) -> bool:
    """Tell whether a line ends as a title does, without punctuation."""
    return _SENTENCE_END.search(text) is None


def label_in(text: str) -> str:
    """Return the label before a colon in lower case, empty if there is none."""
    match = LABELLED.match(text)
    return match["label"].strip().lower().rstrip(".") if match else ""


def bare_label(text: str) -> str:
    """Return a label of the setting or of a letter's head that stands alone on its line, in lower case, or nothing."""
    label = text.strip(" :*.").lower()
    if re.fullmatch(r"\w(?: \w){3,}", label):
        label = label.replace(" ", "")  # letters set apart
    if label in {"contents", "content"}:
        return ""  # over a table of contents
    return label if label in SETTING_LABELS or (label in FIELDS and len(label) > 2 and text[:1].isupper()) else ""


def cells_of(draft: Draft, lines: list[Line]) -> list[Line]:
    """Return lines with those divided that hold two columns: a wide gap, and what is of the frame behind it."""
    cells: list[Line] = []
    for line in lines:
        parts = _cells(draft, line, _BEFORE_ADDRESSEE if _is_number_to(line.text) else _GAP)
        is_field = len(parts) == 2 and parts[0].text.endswith(":")
        cells += parts if len(parts) > 1 and all(part.text for part in parts) and not is_field else [line]
    return cells


def _is_number_to(text: str) -> bool:
    """Tell whether an addressee stands behind a number or date on a line."""
    match = _BEFORE_ADDRESSEE.search(text)
    return match is not None and re.search(r"\d", text[: match.start()]) is not None


def fields_of(draft: Draft, lines: list[Line]) -> list[Line]:
    """Return lines with those divided that hold several fields: "From: PYRGOS    No. 8812    Received: 14:20"."""
    fields: list[Line] = []
    for line in lines:
        rows = (_cells(draft, line, gap) for gap in (_FIELD_GAP, _BEFORE_FROM)) if label_in(line.text) else ()
        row = next((parts for parts in rows if len(parts) > 1 and all(_is_field(part.text) for part in parts)), None)
        fields += row or [line]
    return fields


def _is_field(text: str) -> bool:
    """Tell whether a cell is a field of its own: a label with its value, or a number."""
    label = label_in(text)
    return label in FIELDS or label in HANDLED or re.match(r"(?:No\.?|Nº|№|#)\s?\d", text) is not None


_BEFORE_FROM = re.compile(r"\s(?=(?:From|FROM|To|TO|Subject|SUBJECT)\s?:\s)")
"""The space before a second field on a line: "To: The Foreign Minister From: Ambassador Rask"."""
_FIELD_GAP = re.compile(r"[ \xa0]{2,}|\t+[ \t]*")


def _cells(draft: Draft, line: Line, gap_form: re.Pattern[str] = _GAP) -> list[Line]:
    starts = [line.start, *(gap.end() for gap in gap_form.finditer(draft.text, line.start, line.end))]
    ends = [*(gap.start() for gap in gap_form.finditer(draft.text, line.start, line.end)), line.end]
    return [Line(line.block, start, end, draft.words(start, end)) for start, end in zip(starts, ends, strict=True)]


def is_loose(line: Line) -> bool:
    """Tell whether a line may stand in a head though it says nothing of itself: short, with a capital, and open."""
    begins = line.text[:1].isupper() or re.match(r"\d+(?:st|nd|rd|th)\s[A-Za-z]", line.text)
    return len(line.text) <= 80 and ends_open(line.text) and bool(begins)


def is_address(lines: list[Line]) -> bool:
    """Tell whether lines are a name with an address: two to eight short ones, somebody's title or name first."""
    first = lines[0].text
    named = _ADDRESSEE.match(first) or INITIALS_NAME.fullmatch(first) or INSTITUTION.search(first)
    return 2 <= len(lines) <= 8 and all(len(line.text) <= 70 for line in lines) and named is not None


def without_spacing(text: str) -> str:
    """Return a line with letters that are set apart put together: "N o t e" becomes "Note"."""
    return _SPACED.sub("", text)


_SPACED = re.compile(r"(?<=\b\w) (?=\w\b)")


def is_line_of_address(text: str) -> bool:
    """Tell whether a line may be one of an address: names of persons, offices, bodies, places, and no label."""
    words = re.findall(r"[^\W\d_]+", without_spacing(text))
    is_plain = not label_in(text) and not is_prose(text) and not find_dates(text)
    return bool(words) and is_plain and text[:1].isupper() and (
        all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    )  # fmt: skip


_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "at", "to", "de", "la", "du", "des", "von", "der", "und"})


def is_letterhead(lines: list[Line], following: list[str]) -> bool:
    """Tell whether lines are the sender's address as British letters have it: a body, a place, commas."""
    texts = [line.text for line in lines]
    stops = all(text.endswith(",") for text in texts[:-1]) and texts[-1].endswith(".")
    return 2 <= len(texts) <= 5 and stops and all(len(text) <= 45 for text in texts) and (
        INSTITUTION.search(texts[0]) is not None and bool(following) and not is_prose(following[0])
    )  # fmt: skip


def is_letterhead_in_capitals(lines: list[Line], following: list[str]) -> bool:
    """Tell whether lines in capitals are one letterhead: a body, its state and seat, over a number or title."""
    texts = [line.text for line in lines if not _POSTAL.match(line.text)]
    is_short = 3 <= len(lines) <= 5 and all(is_capitals(text) and len(text) <= 60 for text in texts)
    is_short = is_short and len(texts) > 1
    is_short = is_short and not any(char.isdigit() for text in texts for char in text)
    is_headed = bool(following) and (re.search(r"\d", following[0]) is not None or not is_prose(following[0]))
    return is_short and is_headed and not any(GENRE.match(text) for text in texts)


_POSTAL = re.compile(
    r"(?:P\.? ?O\.? ?Box|Box|Postfach|B\.? ?P\.|Apartado|Caixa Postal|Tel(?:ephone|egrams|ex)?|Cables?)\b", re.I
)
"""A line of a letterhead that tells how mail or wires reach the house."""


def is_house_and_seat(lines: list[Line], following: list[str]) -> bool:
    """Tell whether two lines in capitals are a house or office and its town, over a day, a number or a title."""
    texts = [line.text for line in lines]
    if len(texts) != 2 or not all(is_capitals(text) and not any(map(str.isdigit, text)) for text in texts):
        return False
    is_named = _HOUSE.match(texts[0]) is not None or INSTITUTION.search(texts[0]) is not None
    is_seat = len(texts[1].rstrip(".").replace(", D.C", "").split()) <= 2 and not INSTITUTION.search(texts[1])
    is_titled = any(GENRE.match(text) for text in texts) or not ends_open(texts[0]) or bool(NO_SEAT.search(texts[1]))
    below = following[0] if following else ""
    is_framed = bool(find_dates(below)) or re.search(r"\d", below) is not None or GENRE.match(below) is not None
    return is_named and is_seat and not is_titled and len(below) < _LONGEST_BELOW and is_framed


NO_SEAT = re.compile(
    r"\b(?:AGENDA|COPY|DRAFT|TRANSLATION|ANNEX|APPENDIX|ENCLOSURE|CIRCULAR|PRESS|RELEASE|BULLETIN|BRIEFING|NEWS|INDEX|"
    r"CONTENTS|ATTACHMENT|SUPPLEMENT|ADDENDUM|ORDERS?|TELEX|CABLEGRAM|PART|CHAPTER|SECTION|VOLUME)\b"
)
"""What stands in capitals below a letterhead and is no town."""
_LONGEST_BELOW = 120
_HOUSE = re.compile(
    r"THE (?:[A-Z]+ )?(?:HOUSE|LODGE|PALACE|SECRETARY|UNDER|DEPUTY|PRESIDENT|MINISTER|FOREIGN|PRIME|CHANCELLOR|"
    r"CHAIRMAN)\b"
)
"""How the name of a house or office begins in a letterhead: "THE WHITE HOUSE"."""


def break_lines(draft: Draft, lines: list[Line]) -> None:
    """Keep lines that follow each other in a block apart: each line end becomes an empty ``lb``."""
    for before, line in pairwise(lines):
        draft.sign(before.end, line.start, why="line end")
        draft.point(line.start, "lb", rank=5, after=False)


def divide(draft: Draft, block: Block, starts: list[int]) -> list[Block]:
    """Divide a block before the offsets given, keeping its gap before; return the parts."""
    inner = [offset for offset in starts if block.start < offset < block.end]
    return draft.split_block(block, *inner) if inner else [block]


def give(draft: Draft, block: Block, role: Role, tag: str = "", **details: object) -> bool:
    """Give a block its role, as a unit of its own that joins nothing before it."""
    attrs = details.get("attrs")
    given = draft.give_role(
        block, role, tag=tag, attrs=attrs if isinstance(attrs, dict) else None,
        group=str(details.get("group", "")), why=str(details.get("why", "")),
    )  # fmt: skip
    if given:
        block.joined = False
    return given


def join(draft: Draft, before: Block, block: Block, role: Role, tag: str, *, keeps_line: bool = True) -> None:
    """Let a block go on with the element of the block before it, on a new line of the page if that is to be kept."""
    if draft.text[before.end : block.start].strip():  # a note stands between them
        give(draft, block, role, tag)
        return
    draft.sign(before.end, block.start, why="line end")
    block.role, block.tag, block.by = role, tag, draft.recogniser
    block.joined, block.join_text = True, ""
    if keeps_line:
        draft.point(block.start, "lb", rank=5, after=False)


def inner(draft: Draft, block: Block) -> tuple[int, int]:
    """Return where the words of a block stand, without white space and signs at its ends."""
    return draft.inner(block.start, block.end)


def is_spaced_name(text: str) -> bool:
    """Tell whether a line is a name with its capitals set apart: "S. K R A G", "M A R L O W"."""
    return _SPACED_NAME.fullmatch(text) is not None


_SPACED_NAME = re.compile(r"(?:[A-ZА-Я]\. ?){0,2}[A-ZА-Я](?: [A-ZА-Я]){3,15}")
