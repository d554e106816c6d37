"""What stands above and beside a line at the foot of a document: names, offices, places, formulas (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import CLOSING_FORMULA, INITIALS_NAME, INSTITUTION, OFFICE, PLAIN_NAME
from diple.recognisers.frame.footcells import LONGEST, signature_in
from diple.recognisers.frame.footkinds import strong_kind
from diple.recognisers.frame.footproof import DOCKETS
from diple.recognisers.frame.lines import Line, is_capitals

ON_OFFICE = re.compile(r"(?:for|of|on|in|to|with|and)\s[^!?:;]{3,100}$")
"""How the name of an office goes on from the line above it: "for Relations with the Northern Ports."."""
HOLDER = re.compile(
    r"(?:(?:Brevet|Bvt|Lt|Lieut|Maj|Brig|Col|Gen|Capt|Adm|Comdr|Cdr|Sgt|Vice|Rear)\b\.?,?[ -]?){1,4}"
    r"(?:Com(?:man)?d(?:in)?g\b\.?(?: [A-Z][^.!?:;]{2,50})?|U\. ?S\. ?[ANV]\.?|Vols\.?|R\. ?N\.?|&c\.?)?\.?|"
    r"Acting|ad interim|a\.\s?i\.|ad int\.|Commanding(?: [A-Z][^.!?:;]{2,50})?\.?|Presiding\.?|pro tem(?:pore)?\.?"
)
"""What stands under the name of who signs in another's place or commands: "Acting", "Commanding Fifth District."."""
TO_OFFICE = re.compile(r"The (?!Right)[A-Z]")
"""How the addressee's office begins below the name of an old letter's writer: "The Governor of the Islands"."""


def runs_on(text: str) -> bool:
    """Tell whether the name of an office or body runs on to the next line: "For the Government of the"."""
    return re.search(r"\s(?:the|of|and)$", text) is not None and len(text) < 80


def is_place_above(lines: list[Line], number: int) -> bool:
    """Tell whether a line is the place of writing over its date: right above it, short, and names with capitals."""
    text, below = lines[number].text, lines[number + 1]
    near = below.block is lines[number].block or below.block.blank_before == 0
    near = near and bool(INSTITUTION.search(text) or "," in text)
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in {"of", "the", "at", "in", "and"}]
    return near and len(text) <= 60 and not OFFICE.search(text) and bool(words) and all(w[0].isupper() for w in words)


def is_seat_above(lines: list[Line], number: int) -> bool:
    """Tell whether a word is the place of writing, between who signs and the date: below an office or a signature."""
    above, below = lines[number - 1 : number], lines[number + 1]
    is_word = re.fullmatch(r"[A-Z][\w’'-]+[.,]?", lines[number].text) is not None and not lines[number].text.isupper()
    is_signed = bool(above) and bool(OFFICE.search(above[0].text) or signature_in(above[0].text))
    return is_word and is_signed and below.block is lines[number].block and len(above[0].text) < 80


def is_bare_name(text: str) -> bool:
    """Tell whether words are a name of a person alone, without its number or brackets."""
    text = re.sub(r"(?<=[^\W\d_]) \d{1,4}$", "", text)  # the number of the telegram behind the name
    if NO_NAME.fullmatch(text):
        return False
    return PLAIN_NAME.fullmatch(text.strip("()—– ")) is not None and len(text) <= 60 and "," not in text


NO_NAME = re.compile(
    r"(?!(?:Vi|Di|Li|Mi|Xi)$)[IVXLCDM]{2,}\.?|(?:ACK|ACKN|ACKNOWLEDGE|INFM|ENDS|MESSAGE ENDS)\.?|"
    r"(?:AGENDA )?ITEMS?|(?:ARTICLE|SECTION|CHAPTER|PART|PAGE|SHEET|ANNEX|APPENDIX|TABLE|DOCUMENT|RESOLUTION)S?"
)
"""What stands alone in capitals and is nobody's name: a Roman number, a word of signallers, a part of a paper."""


def is_titled(text: str) -> bool:
    """Tell whether most long words of a line begin with a capital, as in the name of a body, which has no path."""
    if ">" in text:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def is_letter_end(lines: list[Line], number: int) -> bool:
    """Tell whether the line above is an exclamation or there is none but text."""
    return number == 0 or lines[number - 1].text.endswith(("!", ".", ","))


def name_above(lines: list[Line], number: int) -> bool:
    """Tell whether the line above is the name of a signer."""
    return number > 0 and bool(
        INITIALS_NAME.fullmatch(lines[number - 1].text.strip("()")) or signature_in(lines[number - 1].text)
        or is_bare_name(lines[number - 1].text.removesuffix(","))
    )  # fmt: skip


def name_above_offices(lines: list[Line], number: int) -> bool:
    """Tell whether a name stands above the other offices that stand above a line."""
    above = number - 1
    while above > 0 and len(lines[above].text) < LONGEST and OFFICE.search(lines[above].text):
        above -= 1
    return above < number - 1 and name_above(lines, above + 1)


def signed_above(lines: list[Line], number: int) -> bool:
    """Tell whether the line above is the name of a writer, with his closing formula over it."""
    above = [line.text for line in lines[max(0, number - 2) : number]]
    if len(above) < 2 or CLOSING_FORMULA.fullmatch(above[0]) is None:
        return False
    if NAME_THEN_OFFICE.fullmatch(above[1]):
        return True
    is_name = _OLD_INITIALS.fullmatch(above[1]) is not None or name_above(lines, number)
    return is_name and not OFFICE.search(above[1])


_OLD_INITIALS = re.compile(r"(?:[A-Z] ){1,2}[A-Z][\w’'-]+")


def office_beside(lines: list[Line], number: int) -> bool:
    """Tell whether the line above or below is an office."""
    neighbours = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    if number > 1 and ON_OFFICE.match(lines[number - 1].text) and len(lines[number - 2].text) < 110:
        neighbours.append(lines[number - 2])
    return any(
        (OFFICE.search(line.text) or HOLDER.fullmatch(line.text)) and len(line.text) < 110 for line in neighbours
    )


def docket_above(lines: list[Line], number: int) -> bool:
    """Tell whether one of the three lines above is of a docket."""
    return any(strong_kind(line) in DOCKETS for line in lines[max(0, number - 3) : number])


def ends_with_comma(lines: list[Line], number: int) -> bool:
    """Tell whether one of the two lines above is a closing formula by its comma: "I kiss you, and so do they all,"."""
    above = [line.text for line in lines[max(0, number - 2) : number]]
    return any(text.endswith(",") and len(text) < 100 and not (is_capitals(text) and len(text) > 30) for text in above)


NAME_THEN_OFFICE = re.compile(r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?: [A-Z][\w’'.-]+){1,3}, (?P<office>[A-Z][^.!?:;]{3,70})")
"""A full name and its bearer's office on one line: "Jonas Rask, First Secretary"."""
