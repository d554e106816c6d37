"""What a line at the head of a document is, told by its own words and those behind it alone."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.recognisers.frame.conventions import FIELDS, GENRE, INSTITUTION, OFFICE, PLAIN_NAME, SALUTATION, STATUS
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.headforms import ADDRESSED, BARE_FIELD, FOR, FOR_NAME, SENT_BY, is_classified
from diple.recognisers.frame.lines import ends_open, is_capitals, is_prose, label_in
from diple.recognisers.frame.titlelines import NUMBER_OF_DOCUMENT, TELLS
from diple.recognisers.frame.tokens import dateline_of, is_lone_number, tokens_of
from diple.recognisers.frame.wires import CABLE_FIELD, CABLED


def is_loose_between(text: str, following: list[str]) -> bool:
    """Tell whether a short line of unknown kind stands between lines that are plainly of the head."""
    if len(text) > 80 or not ends_open(text) or not text[:1].isupper() or label_in(text):
        return False
    return any(
        tokens_of(words)
        or is_classified(words)
        or dateline_of(words)
        or SALUTATION.fullmatch(words)
        or (is_capitals(words) and len(words) > 5)
        for words in following[:1]
    )


def is_for_somebody(text: str) -> bool:
    """Tell whether a line says whom a message is for: "For Comrade Rask.", "TO AMBASSADOR LUND"."""
    is_called = text.endswith(":") and ADDRESSED.fullmatch(text) is not None
    return (
        is_called or FOR.fullmatch(text) is not None or (FOR_NAME.fullmatch(text) is not None and len(text.split()) > 2)
    )


def is_part_of_letterhead(text: str, seen: list[str]) -> bool:
    """Tell whether a line below a letterhead is a part of the body, between dashes: "- Second Department -"."""
    inside = re.fullmatch(r"[-–—] ?(?P<words>[^\W_].{3,70}?) ?[-–—]", text)
    return inside is not None and seen[-1:] == ["byline"] and INSTITUTION.search(inside["words"]) is not None


def names_correspondent(text: str) -> bool:
    """Tell whether a line is the title of a letter by its sender or addressee and day: "To J. R. Lund 17 May 1861"."""
    dates = find_dates(text)
    is_one = len(dates) == 1 and dates[0].end >= len(text.rstrip(" .]"))
    named = re.sub(r"[\s,\[(]+$", "", text[: dates[0].start]) if is_one else ""
    return bool(re.match(r"(?:From|To) ", named)) and PLAIN_NAME.fullmatch(named.partition(" ")[2]) is not None and (
        len(named.split()) > 2
    )  # fmt: skip


_READER = re.compile(
    r"To (?:(?:Brig|Maj|Lt|Lieut|Gen|General|Col|Colonel|Capt|Captain|Adm|Admiral|Major|Sir|Lord|Lady|Dr|Rev)\.? ){0,3}"
    r"(?P<name>[A-Z][\w’'.-]*(?: (?:de|du|von|van|la|the|of)| [A-Z][\w’'.-]*){1,4})"
)
"""To whom a letter is, as an edition has it for its title: "To Brig. Gen. Jonas T. Rudd"."""


_KIN = re.compile(
    r"To (?:the|his|her|my|a) (?:Brother|Sister|Mother|Father|Parents|Wife|Husband|Son|Daughter|Friend|Cousin|Aunt|"
    r"Uncle|Same|Family|Comrades|Workers|Friends)(?: (?:in|at|of|on) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?",
    re.I,
)
"""The same where the reader is told by kinship: "To his Brother", "To the Same"."""


def reader_in(text: str) -> str:
    """Return the reader whom an edition's title of a letter names: "Jonas Rudd" of "5. To Jonas Rudd"; else nothing."""
    text = re.sub(r"^\d{1,4}\. ", "", text)
    match = _READER.fullmatch(text)
    is_named = match is not None and PLAIN_NAME.fullmatch(match["name"]) is not None
    if OFFICE.search(text) or INSTITUTION.search(text) or not (is_named or _KIN.fullmatch(text)):
        return ""
    return text.partition(" ")[2]


def names_reader(text: str, following: list[str]) -> bool:
    """Tell whether a line is an edition's title of a letter, by its reader, over place and day: "To Jonas Rudd"."""
    if not reader_in(text):
        return False
    return any(dateline_of(words) is not None or _is_dated_address(words) for words in following[:1])


def _is_dated_address(text: str) -> bool:
    """Tell whether words are an address with place and day beside it: a date of a day, and no verb."""
    is_plain = len(text) < _LONGEST_ADDRESS and _VERB.search(text) is None
    return is_plain and any(date.precision == "day" for date in find_dates(text))


_LONGEST_ADDRESS = 260
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|do|did|I|we|you|he|they|that|this)\b"
)


def is_bare_field(text: str, following: list[str], seen: list[str]) -> bool:
    """Tell whether a line is a field without a colon: about a subject, or beside others of its form."""
    bare = BARE_FIELD.fullmatch(text)
    if bare is None or is_capitals(text):
        return False
    is_beside = seen[-1:] == ["field"] or any(map(BARE_FIELD.fullmatch, following[:2]))
    return is_beside or (bare["label"].startswith("SUBJ") and bool(seen))


def is_bare_number(text: str, following: list[str], seen: list[str], *, is_first: bool) -> bool:
    """Tell whether a line is a number without a sign: below a dateline or the like, or with a stroke over a title."""
    if not is_lone_number(text.strip("()")):
        return False
    is_filed = len(text) >= _SHORTEST_FILED and re.search(r"\d/\w", text) is not None and "/" in text
    if is_filed and (seen or is_first) and text.count("/") > 1:
        return True
    if is_filed and seen and any(map(_is_framed, following[:1])):
        return True
    is_over_title = is_first and not seen and any(map(GENRE.match, following[:1]))
    is_below = bool(seen) and seen[-1] in {"dateline", "byline", "tokens"}
    return is_below or (is_over_title and re.search(r"\d[/-]", text) is not None)


_SHORTEST_FILED = 5
"""The fewest characters of a number of files with strokes, without a sign: "136/9/2/1"."""


def _is_framed(text: str) -> bool:
    return bool(tokens_of(text)) or dateline_of(text) is not None or SALUTATION.fullmatch(text) is not None


def is_number_of_document(text: str, following: list[str]) -> bool:
    """Tell whether a line is the number of a document in an edition, alone above its title."""
    if (
        not re.fullmatch(r"\d{1,4}\.?|(?=[IVXLC])(?:XC|XL|L?X{0,3}|C{1,3}L?X{0,3})(?:IX|IV|V?I{0,3})\.?", text)
        or not following
    ):
        return False
    title = following[0]
    return correspondence_in(title) is not None or GENRE.match(title) is not None or is_capitals(title)


def is_numbered_title(text: str, following: list[str]) -> bool:
    """Tell whether a line is a kind of document with its number, which the line below goes on with."""
    return _NUMBERED_TITLE.fullmatch(text) is not None and any(map(_OF_BODY.match, following[:1]))


NUMBERS = frozenset({"tokens", "number", "numbered", "dateline", "status"})
"""Kinds of lines that stand between the title of a decree or decision and what it is about."""
_NUMBERED_TITLE = re.compile(
    r"(?:(?:PROTOCOL|MINUTES|RECORD|Protocol|Minutes|Record)s?|"
    r"[Ee]x(?:tract|cerpt)s? from (?:the )?(?:[Pp]rotocol|[Mm]inutes))"
    r",? (?:No\.?|N[º°o]|№|#)\s?[\w/-]{1,12}"
)
"""A protocol's number as its title: "PROTOCOL No. 31", over "of the meeting of the Secretariat"."""
_OF_BODY = re.compile(r"(?:of|from) (?:the|a|an) (?:\w+ ){0,2}(?:meeting|session|sitting|plenum|conference)\b")


def is_dated(text: str) -> bool:
    """Tell whether a line is a dateline, be it behind the kind and number of a message."""
    if dateline_of(text):
        return True
    cabled = CABLED.fullmatch(text)
    return cabled is not None and dateline_of(cabled["line"]) is not None


def is_head_of_letter(text: str, following: list[str], *, below_title: bool) -> bool:
    """Tell whether a line is the letterhead: the name of a body over a date or number, or in capitals over a title."""
    if (
        not INSTITUTION.search(text)
        or GENRE.match(NUMBER_OF_DOCUMENT.sub("", text))
        or _ENDS_AS_TITLE.search(text)
        or len(text) > 160
        or not (ends_open(text.removesuffix(",")) and text[:1].isalpha())
        or (below_title and not (dateline_of("".join(following[:1])) and len(text) < 80))
    ):
        return False
    after = following[:2]
    if not after or is_prose(after[0]):
        return False
    titled = is_capitals(text) and (is_capitals(after[0]) or bool(GENRE.match(after[0])) or _is_division(after[0]))
    return titled or any(dateline_of(words) or is_lone_number(words.strip("()")) or tokens_of(words) for words in after)


def _is_division(text: str) -> bool:
    """Tell whether a line names a part of the body above it: "Regional Division IV", "Political Department"."""
    is_plain = len(text) < _LONGEST_DIVISION and ends_open(text) and not label_in(text) and not _VERB.search(text)
    return is_plain and _DIVISION.search(text) is not None


_LONGEST_DIVISION = 60
_DIVISION = re.compile(r"\b(?:Department|Division|Section|Branch|Directorate|Desk|Secretariat|Abteilung|Referat)\b")
_ENDS_AS_TITLE = re.compile(r"\b(?:memorandum|minutes|telegram|circular|report)$", re.I)
"""How the title of a house's form ends: "OFFICE MEMORANDUM"."""


def reads_as_title(text: str, following: list[str]) -> bool:
    """Tell whether a first line reads as a title: short, open at its end, with text or a date behind it."""
    numbered = re.match(r"\d{1,4}(?:/\d{1,4}|\s?\([IVXLC]+\))?\.\s+[A-Z]", text) is not None
    if not ends_open(text) or len(text) > 150 or len(text.split()) < 2 or not (text[:1].isupper() or numbered):
        return False
    after = following[:2]
    if after and after[0].endswith(",") and INSTITUTION.search(after[0]) and len(after[0]) < 80:
        return True  # "The General Assembly," under the title of a resolution
    return bool(after) and any(
        is_prose(words) or dateline_of(words) or STATUS.fullmatch(words) or label_in(words) or TELLS.search(words)
        for words in after
    )


def field_of(text: str) -> str:
    """Return the type of the seg that a line of a letter's or cable's head becomes (contract: ``seg/@type``)."""
    if kind := FIELDS.get(label_in(text)):
        return kind
    if bare := BARE_FIELD.fullmatch(text):
        return FIELDS.get(bare["label"].lower(), "reference")
    if SENT_BY.fullmatch(text):
        return "via"
    cable = CABLE_FIELD.match(text)
    return _OF_CABLES[cable["label"]] if cable else "reference"


_OF_CABLES = {"FM": "from", "TO": "to", "INFO": "to", "ACTION": "to", "SUBJ": "subject", "SUBJECT": "subject",
              "REF": "reference"}  # fmt: skip
