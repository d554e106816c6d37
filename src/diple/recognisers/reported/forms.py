"""The forms of name under which the people of a document may be the subjects of its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.agents import People, Person
from diple.recognisers.participants.naming import begins_name
from diple.recognisers.participants.wording import OFFICES


def forms_of(people: People) -> Iterator[tuple[str, Person]]:
    """Yield each form of name with its person: known forms, then single words that mean one person only."""
    for person in people:
        if "mentioned" in person.roles:
            continue
        for name in (*person.names, *person.short):
            if name[:1].isupper() and " " in name.strip():
                yield plain(name), person
        words = {word.strip(".,") for name in (*person.names, *person.short) for word in name.split()}
        for word in sorted(words):
            if len(word) > 2 and begins_name(word) and word.lower() not in OFFICES and people.match(word) is person:
                yield from ((form, person) for form in dict.fromkeys((word, word[0].upper() + word[1:], word.upper())))
        given = person.names[0].split()[0]
        if " " in person.names[0] and len(given) > 2 and given[0].isupper() and people.match(given) is None:
            yield from ((f"{title} {given}", person) for title in ("Sir", "Dame"))
    yield from _single_initials(people)


def _single_initials(people: People) -> Iterator[tuple[str, Person]]:
    """Yield the first letter of each surname that only one person has, as notes abbreviate names: "S. asked"."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        surname = person.names[0].split()[-1]
        if "mentioned" not in person.roles and not person.is_group and surname[:1].isupper() and len(surname) > 2:
            bearers.setdefault(f"{surname[0]}.", []).append(person)
    yield from ((letter, persons[0]) for letter, persons in bearers.items() if len(persons) == 1)


def plain(name: str) -> str:
    """Return a name with a space behind each initial."""
    return " ".join(name.replace(".", ". ").split())


def flexible(form: str) -> str:
    """Return a pattern for a name in which initials may stand close together."""
    return re.escape(form).replace(r"\.\ ", r"\.\s?").replace(r"\ ", r"\s+")
