"""Whose words a sentence of minutes reports: a person, or an office, that is the subject of a reporting verb."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diple.agents import People, Person
from diple.recognisers.participants.letters import in_small_letters
from diple.recognisers.participants.places import CAPITALS
from diple.recognisers.participants.wording import COUNTRIES, HOLDERS, NATIONS, NO_NAMES, OFFICES
from diple.recognisers.reported.wording import (
    BETWEEN,
    BODIES,
    FIRST_ACTS,
    IMPERSONAL,
    NO_SUBJECT_AFTER,
    OFFICE_SUBJECT,
    TITLES,
    VERB_PHRASES,
    VERBS,
    WEAK_VERBS,
)
from diple.recognisers.speech.speakers import by_office

REACH = 500
"""The characters of a sentence in which its subject and verb are looked for."""

_FORMS_LIMIT = 200
_NO_REPORT = r"(?!\s+(?:a|the|his|another)\s+toast\b)"
_VERB = rf"(?P<verb>(?:{'|'.join(sorted([*VERB_PHRASES, *VERBS], key=len, reverse=True))})\b{_NO_REPORT})"
_ASIDE = r"(?:\s*(?:,[^,.;]{2,160},|\([^()]{2,80}\)))?"
_AFTER = re.compile(rf"{_ASIDE}\s*(?:{FIRST_ACTS}[^.;]{{0,100}}? and )?{BETWEEN}{_VERB}")
_MET_ME = re.compile(r"\s(?:received|visited|called on|summoned|sent for|invited) (?:me|us)\b")
_REPLY = re.compile(r"[’']s? (?:reply|answer|response|question|view|opinion|position)s? (?:was|were|is|to this)\b")
_JOINT = re.compile(r"(?:,)?\s+and\s+$")
_HAS_VERB = re.compile(_VERB)
_PRONOUN = re.compile(rf"(?:[^,.]{{2,80}},\s+)?(?:He|She|he|she)\s*{BETWEEN}{_VERB}")
_FIRST_PERSON = re.compile(rf"(?:[^,.]{{2,80}},?\s+)??(?P<name>I)\s+{BETWEEN}{_VERB}")
_OFFICE = re.compile(
    rf"(?:[^,.]{{2,80}},?\s+)??{OFFICE_SUBJECT}{_ASIDE}\s*(?:{FIRST_ACTS}[^.;]{{0,100}}? and )?{BETWEEN}{_VERB}"
)
_OFFICE_OPENS = re.compile(
    rf"(?:\d{{1,3}}\.\s+|\([a-z\d]\)\s+)?(?:[^,.;:]{{2,60}},\s+)??{OFFICE_SUBJECT}{_ASIDE}\s*{BETWEEN}{_VERB}"
)
_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OPENING = re.compile(
    rf"{TITLES}(?P<name>(?:[A-Z]\.[ ]?){{1,3}}[A-Z][\w’'\-]+|[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+){{0,2}})\s+"
    rf"{BETWEEN}{_VERB}"
)
_TITLED = re.compile(
    r"\b(?:Secretary|Senator|Congressman|President|Premier|Chairman|Marshal|Admiral|Governor|Sir|Lord|Lady|Chancellor|"
    r"[Cc]omrade|Cde\.?|Com\.|Mr\.?|Mrs\.?|Dr\.?|M\.|Mme\.?|Herr|Ambassador|Amb\.|Minister|General|Gen\.|Brigadier|Judge|"
    r"Major|Captain|Commander|Counsel+or|Col\.?|Colonel)\s+$"
)
_VERB_FIRST = re.compile(
    rf"[^.]{{3,200}}[,?!”\"] (?:said|replied|answered|continued|added|remarked|noted|declared|stated|observed|"
    rf"explained|concluded) {TITLES}"
)
_TITLES = re.compile(rf"\s*{TITLES}")
_WORD_BEFORE = re.compile(rf"(?P<word>[\w’'\-]+[,;:]?)\s+{TITLES}$")


class Subject(NamedTuple):
    """Who is reported in a sentence: the persons (none for a pronoun), the offset of the name, and how clear it is."""

    persons: tuple[Person, ...]
    start: int
    is_strong: bool
    cert: str = "high"
    verb: str = ""


class Subjects:
    """Finds the subjects of reporting verbs among the people of one document."""

    def __init__(self, people: People) -> None:
        """Take the forms of name under which the document knows its people so far."""
        self._people = people
        self._persons = dict(_forms(people))
        forms = sorted(self._persons, key=len, reverse=True)[:_FORMS_LIMIT]
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(_flexible, forms))})(?![\w-])") if forms else None
        self._host: tuple[Person, ...] = ()
        self._authors = tuple(person for person in people if "author" in person.roles)

    def of(self, sentence: str) -> Subject | None:
        """Return the subject of the sentence's reporting verb, or None if there is none that is known."""
        words = sentence[:REACH]
        host, self._host = self._host, self._receives(words)
        if self._host or not _HAS_VERB.search(words):
            return None
        found = self._named(words) or self._behind(words) or self._by_office(words) or self._first_person(words)
        found = found or _pronoun(words)
        if found and host and not found.persons:  # the one who received the author, in the sentence before
            return found._replace(persons=host, is_strong=True, cert="medium")
        return found

    def _receives(self, words: str) -> tuple[Person, ...]:
        """Return the one person who is said to have received, or called on, the author of the record."""
        met = _MET_ME.search(words)
        named = (
            [self._person(match) for match in self._names.finditer(words, 0, met.start())]
            if met and self._names
            else []
        )
        return (named[0],) if len(named) == 1 and named[0] else ()

    def _named(self, words: str) -> Subject | None:
        before: re.Match[str] | None = None
        for match in self._names.finditer(words) if self._names else ():
            joint = before if before and _JOINT.fullmatch(words, before.end(), match.start()) else None
            if _may_be_subject(words, (joint or match).start()):
                after = _AFTER.match(words, match.end())
                if after or _REPLY.match(words, match.end()):
                    found = [self._person(part) for part in (joint, match) if part]
                    persons = tuple(person for person in found if person)
                    strong = after is None or after["verb"] not in WEAK_VERBS
                    verb = after["verb"] if after else ""
                    return Subject(persons, match.start(), strong, verb=verb) if persons else None
            before = match
        return None

    def _behind(self, words: str) -> Subject | None:
        """Return who is named behind the verb: "What can I think, said Comrade Holm."."""
        verb = _VERB_FIRST.match(words)
        match = self._names.match(words, verb.end()) if verb and self._names else None
        person = self._person(match) if match and re.match(r"[.,;:]|$", words[match.end() :]) else None
        return Subject((person,), match.start(), is_strong=True, cert="medium") if match and person else None

    def _person(self, match: re.Match[str]) -> Person | None:
        return self._persons.get(_plain(match.group())) or self._people.match(match.group())

    def _by_office(self, words: str) -> Subject | None:
        match = _OFFICE.match(words)
        person = self._holder(match["office"]) if match else None
        return Subject((person,), match.start("office"), is_strong=True) if match and person else None

    def _holder(self, office: str) -> Person | None:
        """Return who holds an office, or bears the name that ends it: "The Minister for Housing Wildermann"."""
        return by_office(self._people, office) or self._people.find(office) or self._people.match(office.split()[-1])

    def _first_person(self, words: str) -> Subject | None:
        match = _FIRST_PERSON.match(words)
        return (
            Subject(self._authors, match.start("name"), True, "medium") if match and len(self._authors) == 1 else None
        )


def _pronoun(words: str) -> Subject | None:
    match = _PRONOUN.match(words)
    return Subject((), match.start(), is_strong=False) if match else None


def _may_be_subject(words: str, start: int) -> bool:
    """Tell whether what stands before a name lets it be the subject of the sentence."""
    match = _WORD_BEFORE.search(words, max(0, start - 80), start)
    if match is None or _TITLES.fullmatch(words, 0, start):
        return True
    word = match["word"]
    if word.endswith((",", ";", ":")):
        return True
    return word.lower() not in NO_SUBJECT_AFTER or (match.start() == 0 and word == "And")


def _forms(people: People) -> Iterator[tuple[str, Person]]:
    """Yield each form of name with its person: known forms, then single words that mean one person only."""
    for person in people:
        if "mentioned" in person.roles:
            continue
        for name in (*person.names, *person.short):
            if name[:1].isupper() and " " in name.strip():
                yield _plain(name), person
        words = {word.strip(".,") for name in (*person.names, *person.short) for word in name.split()}
        for word in sorted(words):
            if len(word) > 2 and word[0].isupper() and word.lower() not in OFFICES and people.match(word) is person:
                yield word, person
                yield word.upper(), person
    yield from _single_initials(people)


def _single_initials(people: People) -> Iterator[tuple[str, Person]]:
    """Yield the first letter of each surname that only one person has, as notes abbreviate names: "S. asked"."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        surname = person.names[0].split()[-1]
        if "mentioned" not in person.roles and not person.is_group and surname[:1].isupper() and len(surname) > 2:
            bearers.setdefault(f"{surname[0]}.", []).append(person)
    yield from ((letter, persons[0]) for letter, persons in bearers.items() if len(persons) == 1)


def _plain(name: str) -> str:
    return " ".join(name.replace(".", ". ").split())


def _flexible(form: str) -> str:
    """Return a pattern for a name in which initials may stand close together."""
    return re.escape(form).replace(r"\.\ ", r"\.\s?").replace(r"\ ", r"\s+")


def opens_report(words: str, people: People) -> bool:
    """Tell whether words open with a name, or an office, as the subject of a reporting verb."""
    named = _OPENING.match(words) or _OFFICE.match(words)
    return named is not None and (named.re is _OFFICE or people.match(named["name"]) is not None)


def unlisted_speakers(openings: Iterable[str], people: People, inner: Iterable[str] = ()) -> list[str]:
    """Return names that open paragraphs as subjects of reporting verbs and that nobody has listed.

    ``openings`` are the first words of each paragraph. One name counts if it opens two, if three names do so, or if
    a title stands before it; of ``inner``, the first words of the other sentences, only a name with a title does.
    """
    names: Counter[str] = Counter()
    titled: set[str] = set()
    for opening in map(_without_question, openings):
        match = _OPENING.match(opening[:REACH])
        if match and _is_name(match["name"]) and people.match(match["name"]) is None:
            names[match["name"]] += 1
            titled |= {match["name"]} if _TITLED.search(opening, 0, match.start("name")) else set()
    for opening in inner:
        match = _OPENING.match(opening[:REACH])
        is_titled = match is not None and _TITLED.search(opening, 0, match.start("name")) is not None
        if match and is_titled and _is_name(match["name"]) and people.match(match["name"]) is None:
            names[match["name"]] += 1
            titled.add(match["name"])
    believed = len(names) > 2 or (len(names) == 2 and not names.keys() & _PLACES)
    return [name for name, count in names.items() if count > 1 or believed or name in titled]


_PLACES = CAPITALS | {name.title() for name in COUNTRIES}
"""Names that may stand for a government as the subject of a reporting verb."""


def _without_question(opening: str) -> str:
    """Return first words without the question that is answered: "To the question how …, Comrade Berg replied"."""
    return _QUESTION.sub("", opening, count=1)


_QUESTION = re.compile(r"^(?:To|In reply to|In answer to|Asked) [^.;]{0,40}?\bquestions?\b[^.;]{0,200}?,\s+(?=[A-Z])")


def unlisted_offices(openings: Iterable[str], people: People) -> list[str]:
    """Return offices that open paragraphs as subjects of reporting verbs and that nobody listed holds: "The Regent"."""
    found: dict[str, str] = {}
    for opening in openings:
        match = _OFFICE_OPENS.match(opening[:REACH])
        if match and is_held(match["office"]) and not _is_known(match["office"], people):
            words = match["office"].split()
            name = " ".join(["The", *(_MARK.sub("", word) for word in words[1:])])
            found.setdefault(name.casefold(), in_small_letters(name) if name[4:].isupper() else name)
    return list(found.values())


_MARK = re.compile(r"(?<=[a-z])\d{1,2}$")
"""The mark of a note that sticks to a word."""


def _is_known(office: str, people: People) -> bool:
    return by_office(people, office) is not None or people.match(office.split()[-1]) is not None


def is_held(office: str) -> bool:
    """Tell whether an office is a person's and not the name of a body: "The Foreign Secretary", not "The Cabinet"."""
    words = [word.lower() for word in _WORDS.findall(office)[1:]]
    head = words[: next((number for number, word in enumerate(words) if word in {"of", "for", "to"}), len(words))]
    return bool(HOLDERS & set(head)) and not (head and head[-1] in BODIES)


def is_impersonal(sentence: str) -> bool:
    """Tell whether a sentence of minutes is nobody's words: a decision, a body's act, what was felt in general."""
    return any(pattern.match(sentence) for pattern in _IMPERSONAL)


_IMPERSONAL = tuple(re.compile(pattern) for pattern in IMPERSONAL)


def _is_name(name: str) -> bool:
    words = [word.lower() for word in name.split()]
    return words[0] not in NO_NAMES and not any(word in OFFICES or word in NATIONS for word in words)
