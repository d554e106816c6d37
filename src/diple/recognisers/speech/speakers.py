"""Who a label means: a person known by name, by initials or by office, or somebody new."""

from __future__ import annotations

import re

from diple.agents import People, Person, name_key
from diple.recognisers.participants.letters import named
from diple.recognisers.speech.labels import Label
from diple.recognisers.speech.wording import GROUPS

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.? ?){2,3}|[^\W\d_a-zQA]\.?")
_EITHER = re.compile(r"\s+or\s+|\s*/\s*")
_TOGETHER = re.compile(r"\s+and\s+|\s*&\s*|,\s+")
_LESSER = frozenset({"deputy", "vice", "assistant", "second", "third", "former", "acting"})
"""Words that make another office of the one they stand before."""
_OFFICE_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def speakers_of(people: People, label: Label) -> tuple[list[Person], str]:
    """Return the persons a label means, entered if new, and how sure it is (``cert``, empty if it is)."""
    for pattern, cert in ((_EITHER, "low"), (_TOGETHER, "")):
        parts = pattern.split(label.name)
        if len(parts) > 1 and all(people.match(part) for part in parts):
            return [person for part in parts if (person := people.match(part))], cert
    if answering := _in_interview(people, label):
        return [answering], "medium"
    person, cert = _one_speaker(people, label.name)
    _enter_forms(people, person, label)
    return [person], "low" if label.sic or label.shape == "bracketed" else cert


def _in_interview(people: People, label: Label) -> Person | None:
    """Return who asks, or who answers, in an interview of one person with an interviewer who is named."""
    name = label.name.lower()
    asking = [person for person in people if "interviewer" in person.offices]
    others = [person for person in people if person not in asking]
    if name not in {"q", "question", "a", "answer"} or len(asking) != 1 or len(others) != 1:
        return None
    return asking[0] if name in {"q", "question"} else others[0]


def _one_speaker(people: People, name: str) -> tuple[Person, str]:
    if person := people.match(name):
        return person, ""
    if person := by_office(people, name):
        return person, ""
    if person := by_initials(people, name):
        return person, "medium"
    person = people.add(named(name), role="participant")
    person.is_group = bool(GROUPS & set(name.lower().split()))
    return person, ""


def _enter_forms(people: People, person: Person, label: Label) -> None:
    if "participant" not in person.roles and not {"recorder", "interpreter", "author"} & set(person.roles):
        person.roles.append("participant")
    if label.office and label.office not in person.offices:
        person.offices.append(label.office)
    if named(label.name) not in person.names:
        people.alias(person, named(label.name), short=_is_shorter(label.name, person))
    if label.short:
        people.alias(person, label.short, short=True)


def _is_shorter(name: str, person: Person) -> bool:
    fewer = len(name_key(name).split()) < len(name_key(person.names[0]).split())
    return fewer or (_INITIALS.fullmatch(name) is not None and len(person.names[0]) > len(name))


def by_initials(people: People, name: str) -> Person | None:
    """Return the one person whose names begin with these letters: KI for Kim Il Sung, H.K. for Henry Kissinger."""
    if not _INITIALS.fullmatch(name):
        return None
    letters = re.sub(r"[. ]", "", name).lower()
    found = [person for person in people if any(_initials(form).startswith(letters) for form in person.names)]
    exact = [person for person in found if any(_initials(form) == letters for form in person.names)]
    fitting = exact or found
    return fitting[0] if len(fitting) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for part in name_key(name).split() for word in part.split("-") if word)


def by_office(people: People, name: str) -> Person | None:
    """Return the one person whose office begins with the label: "The Ambassador" for the Ambassador of Norvania."""
    wanted = [word.lower() for word in _OFFICE_WORD.findall(name) if word.lower() != "the"]
    if not wanted:
        return None
    offices = [(person, _first_words(office, len(wanted) + 1)) for person in people for office in person.offices]
    exact = {person.id: person for person, words in offices if words[:-1] == wanted or words == wanted}
    if exact:
        return next(iter(exact.values())) if len(exact) == 1 else None
    near = {person.id: person for person, words in offices if words[1:] == wanted and words[0] not in _LESSER}
    return next(iter(near.values())) if len(near) == 1 else None


def _first_words(office: str, count: int) -> list[str]:
    return [word.lower() for word in _OFFICE_WORD.findall(office)][:count]
