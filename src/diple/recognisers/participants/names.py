"""Personal names and offices in a list: "A. L. Orlov, Deputy Minister; and S. Aune, First Secretary"."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.participants.elsewhere import OF
from diple.recognisers.participants.elsewhere import OFFICES as FOREIGN_OFFICES
from diple.recognisers.participants.honours import without_honours
from diple.recognisers.participants.late import LATE_NAME
from diple.recognisers.participants.letters import named
from diple.recognisers.participants.naming import INITIAL, INVERTED, Found, is_office, name_in
from diple.recognisers.participants.offices import tidy, without_address
from diple.recognisers.participants.parts import (
    CONNECTED,
    OPEN_END,
    THE_PLACE,
    Chunk,
    begins_with_office,
    chunks,
    holds,
    second_of_two,
    with_offices_first,
)
from diple.recognisers.participants.trades import is_trade
from diple.recognisers.participants.wording import ADDRESS, INSTITUTIONS, NATIONS, is_office_word, is_party

_PLURAL = re.compile(
    r"(?:stadträte|gemeinderäte|ratsherren|ministers|ambassadors|secretaries|members|generals|directors|deputies|delegates|advis[eo]rs|representatives|"
    r"senators|councillors|crs\.?|cllrs\.?|aldermen|comrades|cdes\.?|coms\.?|comrs\.?|messrs\.?|consuls|counsel+ors|colonels|professors|marshals|commissioners|interpreters|translators)",
    re.I,
)


def _is_plural(word: str) -> bool:
    """Tell whether a word is the office or form of address of several persons: "secretaries", "Messrs", "wardens"."""
    return _PLURAL.fullmatch(word) is not None or (word.islower() and word.endswith("s") and is_trade(word))


_SERVES = re.compile(r"(?:of|for|to|from|at|in)\b")
_DEMONYM = re.compile(
    r"(?:[a-z]ian|[a-z]ean|[a-z]ese|ish|[a-z]an|French|Dutch|Greek|Swiss|Czech|Thai|Iraqi|Israeli)s?$"
)
_OFFICE_ROLES = (
    (re.compile(r"(?:the |an )?(?:(?:interpret|translat)(?:er|or|ing|ion|our)s?|interp\.?)$", re.I), "interpreter"),
    (re.compile(r"(?:the |a )?(?:note-?[ ]?taker|notes|recorder|stenographer|rapporteur|minutes)$", re.I), "recorder"),
)
_SERVED = re.compile(r"\b(?:of|for)\b")
"""What an office is of may have several parts: "Minister of Food, Fuel and Power"."""
_ASIDE = re.compile(r"\(([^()]{3,40})\)$")
"""What somebody did there, behind the office: "Attaché (interpreter)"."""
_ROUND = re.compile(r"\([^()]*\)")
_PARTY = re.compile(r"\s*(?:the|an?|other|others|his|her|their|members|several|some|all|officials|staff)\b", re.I)
_SEVERAL = re.compile(
    r"(?:(?:the|two|three|several|other|their|his|with|and) )*(?:interpreters|translators|advis[eo]rs|experts|"
    r"others?|another|officials|aides|note-?takers|secretaries|assistants)(?:,? and)?|"
    r"(?:and|as well as) (?:the|an?|his|her|their) (?:[a-z]+ )?(?:interpreter|translator|stenographer|secretary|"
    r"note-?taker|aide)(?: of [\w’' ]{3,40})?|(?:and |as well as )?(?:the undersigned|the (?:present )?writer|myself|I)"
)
"""Those whom nobody named, among persons of a list: "and interpreters", "and the interpreter"."""
_INITIALS_LAST = re.compile(r"\s(?:[A-Z]\.[ ]?){1,3}$")


class Listed(NamedTuple):
    """A person in a list: offsets of the name in the text, the name, and the office as worded, possibly empty."""

    start: int
    end: int
    name: str
    office: str


def listed_persons(
    text: str, is_known: Callable[[str], bool] = lambda name: False, *, in_list: bool = False
) -> list[Listed]:
    """Return the persons of a list in order.

    In a list of bare names each part is a name; in one with offices a part is a name if it looks like one, and else
    belongs to the office before it. ``is_known`` tells whether one word alone is a person's name; ``in_list`` says
    that the text is a list of persons by its label, so that a part of one word with a capital is one.
    """
    plain, offsets = without_honours(text)
    found = _Listing(plain, is_known, in_list=in_list).persons()
    return [one._replace(start=offsets[one.start], end=offsets[one.end - 1] + 1) for one in found]


def run_on(lines: list[str]) -> bool:
    """Tell whether lines hold several names each and are broken anywhere, not behind a name."""
    several = sum(line.strip(" ,").count(",") > 2 and "Hon." not in line for line in lines)
    return several > 1 and any(line.rstrip()[-1:].isalpha() for line in lines[:-1])


class _Listing:
    """Reads a list of persons part by part: who has been read, and what the parts before a name say."""

    def __init__(self, text: str, is_known: Callable[[str], bool], *, in_list: bool) -> None:
        self.alone = in_list and not _STATES.search(text)
        lines = text.split("\n")
        is_wrapped = len(_WITHIN_LINES.findall(text)) > 1 or run_on(lines)
        is_wrapped = is_wrapped or any(OPEN_END.search(line.rstrip()) for line in lines[:-1])
        self.text = text.replace("\n", " ") if is_wrapped else text
        self.is_known = is_known
        self.chunks = with_offices_first(self.text, list(chunks(self.text)))
        self.has_groups = self.text.count(";") > 1
        self.grouped = second_of_two(self.chunks)
        self.bare = not any(is_office(_ROUND.sub("", self._words(chunk))) for chunk in self.chunks)
        self.is_mixed = sum(map(str.islower, text)) > len(text) // 4
        self.people: list[Listed] = []
        self.joint = ""
        self.is_open, self.before, self.several, self.of_party = False, "", False, False

    def persons(self) -> list[Listed]:
        """Return the persons of the list in order."""
        for number, chunk in enumerate(self.chunks):
            following = self._words(self.chunks[number + 1]) if number + 1 < len(self.chunks) else ""
            self._take(chunk, following)
        return self.people

    def _words(self, chunk: Chunk) -> str:
        return self.text[chunk.start : chunk.end]

    def _take(self, chunk: Chunk, following: str) -> None:
        words, text = self._words(chunk), self.text
        self.joint = chunk.joint
        found = None if _INSTITUTION.fullmatch(words.strip()) and self.is_mixed else name_in(words)
        is_bare = found is not None and not found.lead
        self.several = self.several and chunk.joint != ";" and is_bare and found is not None and found.rest in {"", "."}
        is_whole = self.alone and found is not None and _is_whole(words, found, chunk)
        is_whole = is_whole and not (self.is_open and chunk.joint != ";" and _SERVED.search(self.people[-1].office))
        was_of_party, self.of_party = self.of_party, self.is_open and is_party(words)
        of_group = self.has_groups and not self.several and chunk in self.grouped and is_bare and words[1:].isalpha()
        if self.people and chunk.joint == "," and _OF_SEVERAL.fullmatch(words.strip(" .")):
            self.is_open = False
        elif self.is_open and (self.of_party or of_group or (was_of_party and _is_state(words, chunk))):
            # "Republican, South Dakota", "Petek, War; Holm, Finances; Dahl, Trade"
            self.people[-1] = _with_office(self.people[-1], text, chunk.end)
        elif found is not None and (
            self.several or is_whole or _is_person(words, found, self.bare, chunk, text, self.is_known, following)
        ):
            self._enter(_listed(chunk, words, found), found)
        elif self.people and _leads_to_next(words, chunk, following):
            self.is_open, self.before = False, without_address(words.strip())
        elif self.is_open and (
            _may_continue(f"and {words}" if chunk.is_last else words, chunk.joint) or self._goes_on_with(words)
        ):
            self.people[-1] = _with_office(self.people[-1], text, chunk.end)
        else:
            self.is_open = False
            self.before = without_address(words.strip()) if not self.people and begins_with_office(words) else ""

    def _goes_on_with(self, words: str) -> bool:
        """Tell whether a part behind "and" is what an office is of, as well: "for Asia" and "the Near East"."""
        is_of = self.joint in {"and", "&"} and CONNECTED.search(self.people[-1].office) is not None
        return is_of and THE_PLACE.fullmatch(words.strip(" .")) is not None and not holds(words)

    def _enter(self, person: Listed, found: Found) -> None:
        is_led = bool(found.lead) and _is_plural(found.lead.split()[-1])
        self.several = self.several or (is_led and not found.rest)
        self.before = "" if self.joint == ";" or (self.joint in {"and", "&"} and found.lead) else self.before
        self.people.append(person if person.office or is_led else person._replace(office=self.before))
        self.before = ""
        self.is_open = not found.rest.startswith(("'", "’"))


_OF_SEVERAL = re.compile(
    r"(?i:(?:ruling |lay |acting |deputy |vice[- ]|senior |assistant )?(?:ministers|elders|deacons|(?:church)?wardens|"
    r"secretaries|directors|members|delegates|councillors|aldermen|commissioners|assessors|tellers|trustees|managers|"
    r"clerks|stewards|overseers|guardians|magistrates|justices|bailiffs|judges|deputies|advis[eo]rs|auditors))"
)
"""What several persons are, behind the last of them: "Messrs. A and B, Ruling Elders"."""
_INSTITUTION = re.compile(
    r"(?:the )?(?:Acting |Deputy )?(?:[A-Z]{2,5}|[A-Z]{1,5}(?:/[A-Z]{1,5})+|White House)"
    r"(?: (?:Staff|Secretariat|Chief of Staff|Staff Secretary))?\.?(?: \(.*\))?"
)
"""What is no person's name in a list whose names have small letters."""
_WITHIN_LINES = re.compile(r";[^\S\n]*(?=[^\s;])")
"""What divides persons in the middle of a line."""


def _is_state(words: str, chunk: Chunk) -> bool:
    """Tell whether a part of a list behind a party may be the state or constituency that somebody sits for."""
    return chunk.joint == "," and len(words.split()) < 4 and not set(words.lower().replace(".", " ").split()) & ADDRESS


_STATES = re.compile(r"\b(?:States|countries|delegations of|representatives of|members of|following)\b")


def _is_whole(words: str, found: Found, chunk: Chunk) -> bool:
    """Tell whether a part of a list is one name and nothing but an office behind a colon: "Stein", "Asrat: adviser"."""
    name = words[found.start : found.end]
    rest = words[found.end :].strip(" .")
    is_plain = name[:1].isupper() and name[1:2].islower() and len(name) > 2 and not found.lead
    return is_plain and (rest.startswith(":") or (not rest and chunk.joint in {",", ";", "and", "&", "\n"}))


def role_of(office: str, role: str) -> str:
    """Return the role of a person in the talk: what the office says of it, else ``role``."""
    if role != "participant":
        return role
    aside = _ASIDE.search(office)
    told = (office, aside[1]) if aside else (office,)
    return next((name for pattern, name in _OFFICE_ROLES if any(map(pattern.match, told))), role)


_ALSO_THE = re.compile(r"(?:also |and also )?the ")
"""How an office begins that stands for whoever holds it, behind a semicolon."""


def _is_person(
    words: str,
    found: Found,
    bare: bool,
    chunk: Chunk,
    text: str,
    is_known: Callable[[str], bool],
    following: str,
) -> bool:
    name = words[found.start : found.end]
    lead = [word.strip(".,").lower() for word in found.lead.split()]
    is_late = found.is_late or LATE_NAME.fullmatch(name) or (lead and lead[-1] in ADDRESS - {"the", "his", "her"})
    if any(word in {"of", "to", "in", "for", "at"} | OF for word in lead) and not is_late:
        return False
    if name in INSTITUTIONS or _is_party(words, found) or (lead and lead[-1] in _ABROAD and name.split()[0] in OF):
        return False
    if _SERVES.match(found.rest) and not lead and not is_known(name):
        return False
    if re.fullmatch(r"(?:[A-Z](?:\.\s?|\s)){1,6}[A-Z]?", name) and not is_known(name):
        return False
    several = len(name.split()) > 1
    addressed = any(word in ADDRESS and word != "the" for word in lead)
    if is_known(name) or (bare and (several or len(name) > 1)):
        return True
    if found.is_late and several and begins_with_office(found.lead):
        return True
    if chunk.joint in {"and", "&"} and CONNECTED.search(text[max(0, chunk.start - 80) : chunk.start]):
        has_office = (
            not found.lead and not found.rest and text[chunk.end : chunk.end + 1] == "," and is_office(following)
        )
        return several and (bool(INITIAL.fullmatch(name.split()[0])) or has_office)
    if several:
        return name.split()[0].lower() not in NATIONS and (
            not lead or addressed or found.is_late or not _is_place(found)
        )
    return addressed or bool(lead) or found.rest.startswith(("(", "–", "—", "-")) or is_office(following)


def _is_party(words: str, found: Found) -> bool:
    """Tell whether what looks like a name qualifies an office: "the Velmarian Trade Delegation"."""
    name = words[found.start : found.end]
    if found.rest.split(" ")[0].strip(",.") in _BODIES:
        return True
    office_next = bool(found.rest) and is_office_word(found.rest.split()[0])
    if " " not in name and office_next and found.rest[0].isupper():
        return True
    if office_next and not found.rest.startswith("(") and _DEMONYM.search(name):
        return True
    return found.lead.lower() in {"the", "a", "an"} and not INITIAL.fullmatch(name.split()[0])


def _is_place(found: Found) -> bool:
    return found.lead.split()[-1].lower() in NATIONS


def _listed(chunk: Chunk, words: str, found: Found) -> Listed:
    office = "" if found.rest.startswith(("'", "’")) else tidy(found.rest)
    lead = without_address(found.lead)
    if lead and (_is_plural(lead.split()[-1]) or _is_plural(lead.split()[0])):
        lead = ""
    if lead and _SERVES.match(office):
        office = f"{tidy(lead)} {office}"
    elif lead and any(pattern.match(office) for pattern, _ in _OFFICE_ROLES) and found.rest.startswith("("):
        office = f"{tidy(lead)} ({office})"
    name = " ".join(re.sub(r"[\[\]]", "", words[found.start : found.end]).split()).strip('“”":')
    if turned := INVERTED.fullmatch(name):
        name = f"{turned['initials'].strip()} {turned['surname']}"
    return Listed(chunk.start + found.start, chunk.start + found.end, named(name), office or tidy(lead))


def _leads_to_next(words: str, chunk: Chunk, following: str) -> bool:
    """Tell whether a part of a list is the office of the person after it: "A, and the Minister of Trade, Cde. B"."""
    if chunk.joint not in {",", "and", ";"} or not _ARTICLE.match(words) or not is_office(words):
        return False
    found = name_in(following)
    if chunk.is_last and found is not None and not found.lead and found.rest in {"", "."}:
        return " " in following.strip()  # the last of all: "and the clerk, Samuel Vine"
    address = found.lead.split()[-1:] if found else []
    return found is not None and found.rest in {"", "."} and bool(address) and address[0].strip(".").lower() in ADDRESS


_ARTICLE = re.compile(r"(?:the|an?|el|la|le|il|der|die)\s")


def _may_continue(words: str, joint: str) -> bool:
    """Tell whether a part of a list without a name goes on with the office before it, and is no party of its own."""
    unnamed = _SEVERAL.fullmatch(words.strip(" ."))
    words = words.removeprefix("and ")
    form = _PARTY if joint in {"and", "&", "as well as"} else _ALSO_THE if joint == ";" else None
    is_group = form is not None and form.match(words) is not None
    is_group = is_group or unnamed is not None or _SEVERAL.fullmatch(words.strip(" .")) is not None
    is_unread = joint == ";" and _INITIALS_LAST.search(words)
    is_numbered = words[:1].isdigit() and not _ORDINAL.match(words)
    return len(words) < 200 and not is_numbered and not is_group and not is_unread


def _with_office(person: Listed, text: str, end: int) -> Listed:
    """Return a person whose office runs to ``end`` of the text."""
    return person._replace(office=tidy(text[person.end : end]) or person.office)


_ABROAD = frozenset(FOREIGN_OFFICES.split())
"""Words of offices in other languages than English."""
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th|\.)? (?:[A-Z][\w-]+ )?[A-Z]\w")
"""How an office begins of which there are several: "2nd Secretary", "1. Sekretär"."""
_BODIES = frozenset("Committee Council Commission Board Conference Ministry Department Bureau Congress Agency".split())
