"""Personal names and offices in a list: "A. L. Orlov, Deputy Minister; and S. Aune, First Secretary"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from diple.recognisers.participants.letters import named
from diple.recognisers.participants.places import is_capital
from diple.recognisers.participants.wording import (
    ACRONYM,
    ADDRESS,
    INSTITUTIONS,
    NATIONS,
    NO_NAMES,
    OFFICES,
    PARTICLES,
    vocabulary,
)

_SEPARATOR = re.compile(
    r"\s*;\s*(?:and\s+)?|\s*,\s*(?:and\s+|as well as\s+)?|\s+(?:and|&|as well as)\s+|\s*\n\s*|[^\S\n]{4,}|\t+"
)
_WORD = re.compile(r"\(|[^\s,;()]+")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?){1,3}|[^\W\d_a-z]")
_LATE_ADDRESSED = re.compile(
    r"\b(?:[Cc]omrade|[Cc]de\.?|[Cc]om\.|Mr\.?|Mrs\.?|Dr\.?)[ ](?P<name>[A-Z][\w.’'\-]*(?:[ ][A-Z][\w.’'\-]*){0,3})$"
)
_LATE_NAME = re.compile(r"(?:(?!(?:Mr|Ms|Dr|St)\.)[A-Z][a-z]?\.[ ]?){1,3}[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+)?$")
_LATE_FULL_NAME = re.compile(
    r"(?P<office>[A-Z][\w’'\-]*(?: [\w’'\-]+){0,6}? (?:of|for|to|in|at)(?: the)?(?: (?:[A-Z][\w’'.\-]*|and|of|the))+?) "
    r"(?P<name>[A-Z][a-z][\w’'\-]+ (?:[A-Z]\. )?[A-Z][a-z][\w’'\-]+)"
)
"""An office and what it is of, and a full name: "Secretary of State Paul Drost"."""
_ENDS_OF_PLACES = frozenset(
    "africa arabia city emirates germany guinea islands kingdom korea lanka nations rica salvador states union vietnam "
    "zealand region oblast province district county staff congress".split()
)
_LEAD_IN = re.compile(r"(?:(?:and|also:?|as well as|both|with|by|including|namely|the following|of)\s+)+", re.I)
_POSSESSIVE = re.compile(r"[’']s?$")
_PLURAL = re.compile(
    r"(?:ministers|ambassadors|secretaries|members|generals|directors|deputies|delegates|advis[eo]rs|representatives|"
    r"senators|comrades|cdes\.?|coms\.?|messrs\.?|consuls|counsel+ors|colonels|professors|marshals|commissioners)",
    re.I,
)
_HONOURS = vocabulary("M.P. Q.C. K.C. K.C.M.G. K.C.B. C.M.G. C.B. C.H. O.B.E. D.S.O. M.A. Ph.D. J.P.")
"""Letters after a name that are no initials."""
_SERVES = re.compile(r"(?:of|for|to|from|at|in)\b")
_DEMONYM = re.compile(
    r"(?:[a-z]ian|[a-z]ean|[a-z]ese|ish|[a-z]an|French|Dutch|Greek|Swiss|Czech|Thai|Iraqi|Israeli)s?$"
)
_OFFICE_ROLES = (
    (re.compile(r"(?:the |an )?(?:interpret|translat)(?:er|or|ing|ion)s?$", re.I), "interpreter"),
    (re.compile(r"(?:the |a )?(?:note-?[ ]?taker|notes|recorder|stenographer|rapporteur|minutes)$", re.I), "recorder"),
)
_ROUND = re.compile(r"\([^()]*\)")
_PARTY = re.compile(r"\s*(?:the|an?|other|others|his|her|their|members|several|some|all|officials|staff)\b", re.I)
_CONNECTED = re.compile(r"(?:^|\s)(?:of|for)\s[^,;]*$")


class Listed(NamedTuple):
    """A person in a list: offsets of the name in the text, the name, and the office as worded, possibly empty."""

    start: int
    end: int
    name: str
    office: str


class _Chunk(NamedTuple):
    start: int
    end: int
    joint: str  # what stands before it: ";", ",", "and" or a line end


class _Found(NamedTuple):
    start: int
    end: int
    lead: str
    rest: str
    rest_start: int
    is_late: bool = False


def listed_persons(
    text: str, is_known: Callable[[str], bool] = lambda name: False, *, in_list: bool = False
) -> list[Listed]:
    """Return the persons of a list in order.

    In a list of bare names each part is a name; in one with offices a part is a name if it looks like one, and else
    belongs to the office before it. ``is_known`` tells whether one word alone is a person's name; ``in_list`` says
    that the text is a list of persons by its label, so that a part of one word with a capital is one.
    """
    alone = in_list and not _STATES.search(text)
    chunks = list(_chunks(text))
    bare = not any(_is_office(_ROUND.sub("", text[chunk.start : chunk.end])) for chunk in chunks)
    people: list[Listed] = []
    is_open, before, several = False, "", False
    for number, chunk in enumerate(chunks):
        words = text[chunk.start : chunk.end]
        found = _name_in(words)
        following = text[chunks[number + 1].start : chunks[number + 1].end] if number + 1 < len(chunks) else ""
        several = several and chunk.joint != ";" and found is not None and not found.lead and found.rest in {"", "."}
        is_whole = alone and found is not None and _is_whole(words, found, chunk)
        if found is not None and (
            several or is_whole or _is_person(words, found, bare, chunk, text, is_known, following)
        ):
            several = several or bool(found.lead and not found.rest and _PLURAL.fullmatch(found.lead.split()[-1]))
            person = _listed(chunk, words, found)
            people.append(person if person.office else person._replace(office=before))
            before = ""
            is_open = not found.rest.startswith(("'", "’"))
        elif people and _leads_to_next(words, chunk, following):
            is_open, before = False, _without_address(words.strip())
        elif is_open and _may_continue(words, chunk.joint):
            people[-1] = _with_office(people[-1], text, chunk.end)
        else:
            is_open = False
            before = _without_address(words.strip()) if not people and _is_office(words) else ""
    return people


_STATES = re.compile(r"\b(?:States|countries|delegations of|representatives of|members of|following)\b")


def _is_whole(words: str, found: _Found, chunk: _Chunk) -> bool:
    """Tell whether a part of a list is one name and nothing but an office behind a colon: "Stein", "Asrat: adviser"."""
    name = words[found.start : found.end]
    rest = words[found.end :].strip(" .")
    is_plain = name[:1].isupper() and name[1:2].islower() and len(name) > 2 and not found.lead
    return is_plain and (rest.startswith(":") or (not rest and chunk.joint in {",", ";", "and", "\n"}))


def role_of(office: str, role: str) -> str:
    """Return the role of a person in the talk: what the office says of it, else ``role``."""
    if role != "participant":
        return role
    return next((name for pattern, name in _OFFICE_ROLES if pattern.match(office)), role)


def _chunks(text: str) -> Iterator[_Chunk]:
    start, joint = 0, ";"
    for match in _SEPARATOR.finditer(text):
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        if match.start() > start:
            yield _Chunk(start, match.start(), joint)
        start = match.end()
        joint = ";" if ";" in match.group() else "," if "," in match.group() else match.group().strip() or "\n"
    if start < len(text):
        yield _Chunk(start, len(text), joint)


def _is_office(words: str) -> bool:
    """Tell whether a part of a list is, or holds, an office."""
    first = _LEAD_IN.sub("", words.strip()).split(" ")[0]
    if first[:1].islower() and first not in PARTICLES:
        return True
    return any(_is_office_word(word) for word in words.split())


def _is_office_word(word: str) -> bool:
    plain = word.strip(".,:;()").lower()
    return plain in OFFICES and plain not in ADDRESS


def _name_in(words: str) -> _Found | None:
    """Return the name in one part of a list, with what stands before and after it."""
    lead_in = _LEAD_IN.match(words)
    tokens = list(_WORD.finditer(words, lead_in.end() if lead_in else 0))
    first = 0
    while first < len(tokens) and _is_lead(tokens, first):
        first += 1
    last = first
    while last < len(tokens) and last - first < 6 and _is_name_word(tokens, first, last):
        last += 1
        if _POSSESSIVE.search(tokens[last - 1].group()):
            break
    while last > first and tokens[last - 1].group() in PARTICLES:
        last -= 1
    if last == first:
        return _late_name(words)
    start, end = tokens[first].start(), _name_end(tokens[last - 1])
    lead = words[tokens[0].start() : start].strip()
    return None if is_capital(words[start:end], lead) else _Found(start, end, lead, words[end:].strip(), end)


def _name_end(token: re.Match[str]) -> int:
    """Return where a name's last word ends, without a possessive or the full stop of the sentence."""
    word = token.group()
    if possessive := _POSSESSIVE.search(word):
        return token.start() + possessive.start()
    ends_sentence = word.endswith(":") or (word.endswith(".") and len(word) > 3 and not _INITIAL.fullmatch(word))
    return token.end() - ends_sentence


def _late_name(words: str) -> _Found | None:
    """Return a name with initials at the end, after an office: "Ambassador to North Korea V. V. Puzanov"."""
    words = words.rstrip(". ")
    near = max(0, len(words) - 60)
    match = _LATE_ADDRESSED.search(words, near)
    if match is None or any(_is_office_word(word) for word in match["name"].split()):
        match = _LATE_NAME.search(words, near)
    if match is None:
        return _late_full_name(words)
    start = match.start("name") if match.re is _LATE_ADDRESSED else match.start()
    return _Found(start, match.end(), words[:start].strip(), "", match.end(), is_late=True)


def _late_full_name(words: str) -> _Found | None:
    """Return a full name at the end, after an office and what it is of."""
    match = _LATE_FULL_NAME.fullmatch(words) if len(words) < 160 else None
    if match is None or not _is_office_word(words.split()[0]):
        return None
    lower = [word.lower() for word in match["name"].split()]
    if any(word in OFFICES or word in NATIONS or word in NO_NAMES or word in _ENDS_OF_PLACES for word in lower):
        return None
    return _Found(match.start("name"), match.end(), match["office"], "", match.end(), is_late=True)


def _is_lead(tokens: list[re.Match[str]], place: int) -> bool:
    """Tell whether a word is an office, nation, title or institution before a name."""
    word, following = tokens[place].group(), tokens[place + 1 : place + 2]
    plain = word.strip(".,:[]").lower()
    if plain in OFFICES or plain in ADDRESS:
        return bool(following)
    if plain in NATIONS or word in INSTITUTIONS:
        return True
    acronym = bool(ACRONYM.fullmatch(word)) and not _INITIAL.fullmatch(word)
    addressed = place > 0 and tokens[place - 1].group().strip(".").lower() in ADDRESS - {"the"}
    name_follows = bool(following) and not following[0].group().strip(".,").isupper()
    return acronym and not addressed and (name_follows or bool(following and _INITIAL.match(following[0].group())))


def _is_name_word(tokens: list[re.Match[str]], first: int, last: int) -> bool:
    word = tokens[last].group()
    plain = word.strip("[]“”\"'’.:")
    if not plain or not plain[0].isalpha() or word.strip(",;") in _HONOURS:
        return False
    if _INITIAL.fullmatch(word.strip("[]")):
        return True
    if word in PARTICLES:
        return last + 1 < len(tokens) and tokens[last + 1].group()[:1].isupper() and word != "of"
    initialled = last > first and bool(_INITIAL.fullmatch(tokens[last - 1].group()))
    if plain.lower() in NO_NAMES or (plain.lower() in OFFICES and not initialled):
        return False
    acronym = bool(ACRONYM.fullmatch(plain)) and not initialled
    addressed = 0 < last == first and tokens[first - 1].group().strip(".").lower() in ADDRESS - {"the"}
    shouted = last == first and len(plain) > 2 and not any(t.group()[1:2].islower() for t in tokens)
    runs_on = last > first and acronym and tokens[last - 1].group().isupper() and "." not in tokens[last - 1].group()
    shouted = shouted or addressed or runs_on
    return plain[0].isupper() and (not acronym or shouted)


def _is_person(
    words: str,
    found: _Found,
    bare: bool,
    chunk: _Chunk,
    text: str,
    is_known: Callable[[str], bool],
    following: str,
) -> bool:
    name = words[found.start : found.end]
    lead = [word.strip(".,").lower() for word in found.lead.split()]
    is_late = found.is_late or _LATE_NAME.fullmatch(name) or (lead and lead[-1] in ADDRESS - {"the", "his", "her"})
    if any(word in {"of", "to", "in", "for", "at"} for word in lead) and not is_late:
        return False
    if _is_party(words, found) or (_SERVES.match(found.rest) and not lead and not is_known(name)):
        return False
    if re.fullmatch(r"[A-Z]\.", name) and not is_known(name):
        return False
    several = len(name.split()) > 1
    addressed = any(word in ADDRESS and word != "the" for word in lead)
    if is_known(name) or (bare and (several or len(name) > 1)):
        return True
    if chunk.joint in {"and", "&"} and _CONNECTED.search(text[max(0, chunk.start - 80) : chunk.start]):
        return bool(_INITIAL.fullmatch(name.split()[0])) and several
    if several:
        return name.split()[0].lower() not in NATIONS and (not lead or addressed or not _is_place(found))
    return addressed or bool(lead) or found.rest.startswith(("(", "–", "—", "-")) or _is_office(following)


def _is_party(words: str, found: _Found) -> bool:
    """Tell whether what looks like a name qualifies an office: "the Velmarian Trade Delegation"."""
    name = words[found.start : found.end]
    office_next = bool(found.rest) and _is_office_word(found.rest.split()[0])
    if " " not in name and office_next and found.rest[0].isupper():
        return True
    if office_next and _DEMONYM.search(name):
        return True
    return found.lead.lower() in {"the", "a", "an"} and not _INITIAL.fullmatch(name.split()[0])


def _is_place(found: _Found) -> bool:
    return found.lead.split()[-1].lower() in NATIONS


def _listed(chunk: _Chunk, words: str, found: _Found) -> Listed:
    office = "" if found.rest.startswith(("'", "’")) else _tidy(found.rest)
    lead = _without_address(found.lead)
    if lead and _PLURAL.fullmatch(lead.split()[-1]):
        lead = ""
    if lead and _SERVES.match(office):
        office = f"{_tidy(lead)} {office}"
    name = " ".join(re.sub(r"[\[\]]", "", words[found.start : found.end]).split()).strip('“”":')
    return Listed(chunk.start + found.start, chunk.start + found.end, named(name), office or _tidy(lead))


def _without_address(lead: str) -> str:
    """Return what stands before a name without "the" at its beginning and forms of address at either end."""
    words = lead.split()
    while words and words[0].strip(".,").lower() in ADDRESS | {"and", "with", "by", "also"}:
        del words[0]
    while words and words[-1].strip(".,").lower() in ADDRESS:
        del words[-1]
    return " ".join(words)


def _leads_to_next(words: str, chunk: _Chunk, following: str) -> bool:
    """Tell whether a part of a list is the office of the person after it: "A, and the Minister of Trade, Cde. B"."""
    if not chunk.joint.startswith(",") or not re.match(r"(?:the|an?)\s", words) or not _is_office(words):
        return False
    found = _name_in(following)
    address = found.lead.split()[-1:] if found else []
    return found is not None and not found.rest and bool(address) and address[0].strip(".").lower() in ADDRESS


def _may_continue(words: str, joint: str) -> bool:
    """Tell whether a part of a list without a name goes on with the office before it, and is no party of its own."""
    is_party = (joint in {"and", "&", "as well as"} and _PARTY.match(words)) or (joint == ";" and words[:4] == "the ")
    return len(words) < 200 and not words[:1].isdigit() and not is_party


def _with_office(person: Listed, text: str, end: int) -> Listed:
    """Return a person whose office runs to ``end`` of the text."""
    return person._replace(office=_tidy(text[person.end : end]))


def _tidy(office: str) -> str:
    """Return an office without what joins it to a name."""
    plain = " ".join(office.split())
    plain = re.sub(r"^\([^()]*\)\s*(?=[–—,:-]\s)", "", plain)
    plain = re.sub(r"^(?:[–—:,-]\s*)+|^(?:who is|as)\s+", "", plain)
    plain = re.sub(r"^(?:(?:[A-Z]\.){2,}(?:[A-Z]\.)*,?\s+)+", "", plain)
    plain = re.sub(r"(?:,|;|\s+and|\s+also|\.)+$", "", plain).strip()
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        plain = plain[1:-1]
    return plain if len(plain) < 300 else ""
