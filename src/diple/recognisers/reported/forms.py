"""The forms of name under which the people of a document may be the subjects of its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.agents import People, Person
from diple.recognisers.participants.naming import begins_name
from diple.recognisers.participants.wording import INSTITUTIONS, OFFICES


def forms_of(people: People) -> Iterator[tuple[str, Person]]:
    """Yield each form of name with its person: known forms, then single words that mean one person only."""
    for person in people:
        if "mentioned" in person.roles:
            continue
        for name in (*person.names, *person.short):
            if name[:1].isupper() and (" " in name.strip() or _LETTERS.fullmatch(name)):
                yield plain(name), person
        words = {word.strip(".,") for name in (*person.names, *person.short) for word in name.split()}
        for word in sorted(words):
            if len(word) > 2 and begins_name(word) and word.lower() not in OFFICES and people.match(word) is person:
                yield from ((form, person) for form in dict.fromkeys((word, word[0].upper() + word[1:], word.upper())))
        given = person.names[0].split()[0]
        if " " in person.names[0] and len(given) > 2 and given[0].isupper() and people.match(given) is None:
            yield from ((f"{title} {given}", person) for title in ("Sir", "Dame"))
    yield from _single_initials(people)
    yield from _initials_of_offices(people)


def _single_initials(people: People) -> Iterator[tuple[str, Person]]:
    """Yield the first letter of each surname that only one person has, as notes abbreviate names: "S. asked"."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        surname = person.names[0].split()[-1]
        if "mentioned" not in person.roles and not person.is_group and surname[:1].isupper() and len(surname) > 2:
            bearers.setdefault(f"{surname[0]}.", []).append(person)
    yield from ((letter, persons[0]) for letter, persons in bearers.items() if len(persons) == 1)


def _initials_of_offices(people: People) -> Iterator[tuple[str, Person]]:
    """Yield the initials of offices that one person only holds, as minutes abbreviate them: "P.M. observed"."""
    holders: dict[str, set[str]] = {}
    persons = {person.id: person for person in people if "mentioned" not in person.roles}
    for person in persons.values():
        for office in person.offices:
            words = _OFFICE_WORD.findall(office.partition(",")[0])
            if 1 < len(words) <= _MOST_WORDS:
                holders.setdefault("".join(f"{word[0].upper()}." for word in words), set()).add(person.id)
    for letters, ids in holders.items():
        if len(ids) == 1:
            person = persons[min(ids)]
            bare = letters.replace(".", "")
            yield from ((form, person) for form in (plain(letters), *([bare] if bare not in _NO_OFFICES else [])))


_NO_OFFICES = INSTITUTIONS | frozenset("CP PB SC ICP".split())
_LETTERS = re.compile(r"(?:[A-Z]\.){2,}")
_MOST_WORDS = 3
_OFFICE_WORD = re.compile(r"(?!(?:of|for|the|and|to)\b)[^\W\d_][\w’'-]*")
"""The words of an office that give it its initials, and the most of them."""


def plain(name: str) -> str:
    """Return a name with a space behind each initial."""
    return " ".join(name.replace(".", ". ").split())


def flexible(form: str) -> str:
    """Return a pattern for a name in which initials may stand close together; one alone is none of several."""
    alone = r"(?<![A-Z]\.)(?<![A-Z]\.\s)" if len(form) == len("M.") and form[-1] == "." else ""
    return alone + re.escape(form).replace(r"\.\ ", r"\.\s?").replace(r"\ ", r"\s+")
