"""What a line at the foot of a document is by the lines beside it: names, offices, bodies, places (TEI 4.2.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.frame.conventions import (
    CAPITALS_NAME,
    INSTITUTION,
    OFFICE,
    PLAIN_NAME,
    SALUTATION,
    TYPIST,
)
from diple.recognisers.frame.footabove import (
    HOLDER,
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
from diple.recognisers.frame.footkinds import SHORT_DAY
from diple.recognisers.frame.footnames import PLACE
from diple.recognisers.frame.footproof import DOCKETS, SIGNERS
from diple.recognisers.frame.lines import Line, is_capitals, label_in
from diple.recognisers.frame.signatories import SEVERAL

_BELOW_SIGNER = DOCKETS | {"date", "number", "postscript", "address", "office", "loose", "others", "stamp", "place"}
PROOFS = frozenset({"signature", "name", "formula", "copies", "docket"})
"""Kinds of lines that prove a foot by their own words."""


class Beside(NamedTuple):
    """A line of a foot among the others: all lines, what is known of them, and which it is.

    ``is_letter`` says that the head has an addressee or a salutation.
    """

    lines: list[Line]
    kinds: list[str]
    number: int
    is_letter: bool

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.lines[self.number].text

    @property
    def above(self) -> str:
        """The words of the line above, or nothing."""
        return self.lines[self.number - 1].text if self.number else ""

    @property
    def before(self) -> str:
        """What the line above is, or nothing."""
        return self.kinds[self.number - 1] if self.number else ""

    @property
    def after(self) -> str:
        """What the line below is, or nothing."""
        return self.kinds[self.number + 1] if self.number + 1 < len(self.lines) else ""

    @property
    def follows(self) -> list[str]:
        """What the lines below are, up to a docket: who attests a signature signs below it."""
        kinds = self.kinds[self.number + 1 :]
        return kinds[: kinds.index("docket")] if "docket" in kinds else kinds

    @property
    def is_last(self) -> bool:
        """Whether nobody signs below."""
        return all(kind in _BELOW_SIGNER for kind in self.follows)

    @property
    def has_formula(self) -> bool:
        """Whether a closing formula stands above."""
        near = self.kinds[max(0, self.number - 3) : self.number]
        return "formula" in near or ends_with_comma(self.lines, self.number)


def weak_kind(lines: list[Line], kinds: list[str], number: int, *, is_letter: bool) -> str:
    """Return what a line is by its neighbours, or nothing."""
    one = Beside(lines, kinds, number, is_letter)
    found = (test(one) for test in _TESTS)
    return next((kind for kind in found if kind is not None), "")


def _by_day_or_office(one: Beside) -> str | None:
    """Return the kind of the day of a minute, of whom somebody signs for, of an office that goes on."""
    number = one.number
    if one.after in SIGNERS and (_FOR_OFFICE.fullmatch(one.text) or _FOR_MARK.fullmatch(one.text)):
        return "office"
    if one.after in SIGNERS and one.text.endswith(":") and _is_office(one.text[:-1]):
        return "office"
    is_beside = one.after in SIGNERS and one.lines[number].block is one.lines[number + 1].block
    if SHORT_DAY.fullmatch(one.text) and (
        is_beside or one.before in {"name", "signature"} or name_above(one.lines, one.number)
    ):
        return "date"
    if one.after in SIGNERS and ON_OFFICE.match(one.text) and OFFICE.search(one.above):
        return "office"
    return None


def _is_office(words: str) -> bool:
    """Tell whether words are the office of one person, as it stands with a colon over his name."""
    is_one = OFFICE.search(words) is not None and SEVERAL.search(words) is None
    return is_one and len(words.split()) < _MOST_WORDS and not re.search(r"[.!?:;,]", words)


_MOST_WORDS = 12


def _by_word(one: Beside) -> str | None:
    """Return the kind of a typist's mark and of a signer told by a sign before him; nothing for lists and labels."""
    text = one.text
    if one.before == "number" and _LONE_WORD.fullmatch(text) and {"name", "signature"} & set(one.kinds[: one.number]):
        return "typist"
    if one.before == "formula" and re.fullmatch(r"[A-Z][a-z]{0,4}: [A-Z][\w’'-]+", text):
        return "weak-name"
    if text.count("(") != text.count(")") or label_in(text) or (_NAMES.fullmatch(text) and not OFFICE.search(text)):
        return ""
    return None


def _by_name_and_office(one: Beside) -> str | None:
    """Return the kind of a holder's word below a name, of a name with an office, of what stands beside a known line."""
    lines, number, text = one.lines, one.number, one.text
    if HOLDER.fullmatch(text) and (name_above(lines, number) or name_above_offices(lines, number)):
        return "office"
    if (match := NAME_THEN_OFFICE.fullmatch(text)) and OFFICE.search(match["office"]):
        is_for = bool(ON_BEHALF.match(one.above))
        if is_for or one.after in SIGNERS or one.is_last:
            return "weak-name"
    if beside := _kind_beside(one):
        is_unsigned = beside == "body" and not one.is_letter and not PROOFS & set(one.kinds[:number])
        return "place" if is_unsigned and _HOUSE.search(text) else beside
    return None


def _by_full_stop(one: Beside) -> str | None:
    """Return the kind of a name with a full stop; nothing for what else ends as a sentence does."""
    text = one.text
    is_below = {"formula", "date", "stamp"} & set(one.kinds[max(0, one.number - 2) : one.number])
    if text.endswith(".") and _is_name_with_stop(text) and is_below:
        return "weak-name"
    is_shout = text.isupper() and _is_name_with_stop(text) and len(text) > 3 and not _is_phrase(text)
    is_shout = is_shout and not OFFICE.search(text)
    if one.is_letter and one.is_last and is_shout:
        return "weak-name"
    if re.search(r"[.!?:;]$|(?<=[a-z])[.!?]\d{1,2}$", text) and not re.search(r"\b(?:[A-Z][a-z]{0,2}|Jr|Sr)\.$", text):
        return ""
    return None


def _by_initials(one: Beside) -> str | None:
    """Return the kind of initials, of a typist's mark, and of the addressee's office below a name."""
    text = one.text
    if one.before == "formula" and re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}", text):
        return "weak-name"
    if one.is_last and INITIALS.fullmatch(text.rstrip("0123456789")):
        return "weak-name"
    if TYPIST.fullmatch(text) and (one.before in DOCKETS | {"date"} or docket_above(one.lines, one.number)):
        return "typist"
    is_addressed = TO_OFFICE.match(text) and OFFICE.search(text) and len(text) < 60
    if one.has_formula and is_addressed and signed_above(one.lines, one.number):
        return "address"
    return None


def _by_office(one: Beside) -> str | None:
    """Return the kind of an office by its words and the signer near it."""
    lines, number, text = one.lines, one.number, one.text
    is_office = OFFICE.search(text) and len(text) < _LONGEST
    is_under_name = name_above(lines, number) or name_above_offices(lines, number)
    if is_office and (one.after in SIGNERS or is_under_name or one.has_formula):
        return "office"
    if is_capitals(text) and is_capitals(one.above) and one.after in SIGNERS and OFFICE.search(one.above):
        return "office"
    if is_office and is_capitals(text) and one.is_last and not one.follows.count("office"):
        return "office"
    speaks_for = re.match(r"(?:for|on behalf of)\s", text, re.I) or (INSTITUTION.search(text) and is_capitals(text))
    return "office" if speaks_for and one.after in SIGNERS else None


def _by_name(one: Beside) -> str | None:
    """Return the kind of a bare name that signs, and of the body for which nobody does."""
    lines, number, text = one.lines, one.number, one.text
    if is_bare_name(text) and _is_signer(one):
        return "weak-name"
    if one.after == "weak-name" and one.has_formula and _is_full_name(text) and _is_full_name(lines[number + 1].text):
        return "weak-name"  # two sign one letter
    is_plain = re.search(r"\d", text) is None
    is_body = INSTITUTION.search(text) and one.is_last and is_titled(text) and is_plain and len(text) < _LONGEST
    if is_body and is_letter_end(lines, number):
        return "body"
    is_open = is_titled(text) or not name_above(lines, number)
    may_sign = one.has_formula and text[:1].isupper() and is_plain and is_open
    if may_sign and (one.is_last or one.after in {"body", "weak-name"}) and len(text) < _LONGEST:
        return "body" if INSTITUTION.search(text) or one.after in {"body", "weak-name"} else "weak-name"
    return None


def _is_full_name(text: str) -> bool:
    """Tell whether words are a person's first name or initials and surname."""
    is_named = is_bare_name(text) and not INSTITUTION.search(text) and not OFFICE.search(text)
    return is_named and 1 < len(text.split()) < _MOST_OF_NAME and not _is_phrase(text.upper())


_MOST_OF_NAME = 4


def _by_comma(one: Beside) -> str | None:
    """Return the kind of a name before its office, of a formula that a comma ends, of a body in lines."""
    text = one.text
    if text.endswith(",") and one.after == "office" and is_bare_name(text[:-1]) and not OFFICE.search(text):
        return "weak-name"
    if text.endswith(",") and one.after in SIGNERS and len(text) < 100:
        return "formula"
    if one.after == "body" and text[:1].isupper() and len(text) < _LONGEST:
        return "body"
    return None


def _by_block(one: Beside) -> str | None:
    """Return the kind of a line right below a signature in its block, which says what the signer is."""
    is_below = one.before in {"signature", "name"} and one.lines[one.number].block is one.lines[one.number - 1].block
    text = one.text.removesuffix(".") if one.above.endswith(",") else one.text
    is_plain = text[:1].isupper() and text[-1] not in ".!?:;," and len(text) < _LONGEST_UNIT
    return "office" if is_below and is_plain and len(text.split()) > 1 and not is_bare_name(text) else None


_LONGEST_UNIT = 70
"""The most characters of what a signer is, be it no office that is known: "Adjt 4 Harbour Bn"."""


_TESTS: tuple[Callable[[Beside], str | None], ...] = (
    _by_day_or_office,
    _by_word,
    _by_name_and_office,
    _by_block,
    _by_full_stop,
    _by_initials,
    _by_office,
    _by_name,
    _by_comma,
)
"""The tests of a line in their order: each returns its kind, nothing if it is of no kind, None if it cannot say."""
_LONGEST = 110
"""The fewest characters of a line that is too long for an office or a body."""
_HOUSE = re.compile(r"\b(?:Offices?|House|Palace|Gardens|Street|Terrace|Buildings?)$")
"""How the name of a place ends where minutes were written: "Cabinet Office"."""
_FOR_OFFICE = re.compile(r"\(?(?:for|on behalf of|by(?: order of)?) (?:the )?[A-Z][^.!?:;()]{2,70}(?::\)?|\))", re.I)
"""Whom somebody signs for, on the line over the name: "For the Secretary of State:", "(for the Under-Secretary)"."""
_FOR_MARK = re.compile(r"(?:[Ii]\. ?[AV]\.|[Pp]\. ?[pPAOao]\.|per pro\.?|p\. ?d\.|por orden|par ordre|by order)[:,]?")
"""Letters that say that somebody signs for another: "i. A.", "p. p."."""
_NAMES = re.compile(r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)?, ?){2,}(?:and )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)?[,;]?")
"""Several names on one line, as in a list of who was present, and no signature."""
_LONE_WORD = re.compile(r"[A-Z][a-z]{1,4}\.?")
"""A typist's mark below the number of the paper."""
INITIALS = re.compile(r"(?:(?:Mac|Mc|St)?\.?\s?[A-Z]\.\s?){2,4}|(?:[A-Z]\.\s?){1,2}(?:Mac|Mc)[A-Z]?[a-z]?\.?")
"""Initials alone, as the writer of a memorandum signs it: "E.H.", "McG. B.", "G. McN."."""


def _is_name_with_stop(text: str) -> bool:
    """Tell whether words are a name of at most five words with a full stop behind it: "JOHN B. FERRY."."""
    name = re.sub(r",?\s(?:Jr|Sr|Esq)\.$", "", text).rstrip(".")
    return len(text.split()) <= 5 and bool(CAPITALS_NAME.fullmatch(name) or PLAIN_NAME.fullmatch(name))


def _is_phrase(text: str) -> bool:
    """Tell whether words in capitals are three or more, and all of the language: "WHETHER SHIP IS TO SAIL."."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) > 2 and all(len(word) > 1 and is_english(word.lower()) for word in words)


def _kind_beside(one: Beside) -> str:
    """Return what a line is by the line right above or below it: body or place over a date, office under a name."""
    lines, kinds, number, text, before, after = one.lines, one.kinds, one.number, one.text, one.before, one.after
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
    if after in SIGNERS and len(text) < 80 and any(runs_on(line.text) for line in lines[max(0, number - 2) : number]):
        return "office"
    return ""


def _is_signer(one: Beside) -> bool:
    """Tell whether a bare name signs: near a formula, an office or a date, for somebody, or in capitals at the end."""
    lines, kinds, number, text = one.lines, one.kinds, one.number, one.text
    on_behalf = any(ON_BEHALF.match(line.text) for line in lines[max(0, number - 6) : number])
    if not one.is_last and not (on_behalf and kinds[number + 1] in {"weak-name", "office"}):
        return _is_over_office_apart(lines, kinds, number) or _is_beside_signer(lines, kinds, number)
    is_dated = kinds[number + 1 : number + 2] == ["date"] and 1 < len(text.split()) < 4 and not PLACE.match(text)
    if is_dated and not INSTITUTION.search(text) and not OFFICE.search(text) and not is_capitals(text):
        return True
    near = one.is_letter or one.has_formula
    if near or on_behalf or office_beside(lines, number) or one.before in {"date", "signature", "formula"}:
        return True
    is_name = CAPITALS_NAME.fullmatch(text) and len(text.split()) <= 4 and not INSTITUTION.search(text)
    return bool(is_name) and not _is_phrase(text)


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
