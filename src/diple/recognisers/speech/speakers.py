"""Who a label means: a person known by name, by initials or by office, or somebody new."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.agents import People, Person, name_key
from diple.recognisers.participants.elsewhere import ARTICLES
from diple.recognisers.participants.letters import named
from diple.recognisers.speech.labels import Label
from diple.recognisers.speech.wording import ADDRESSED, GROUPS, VOICE

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.? ?){2,3}|[^\W\d_a-zQA]\.?")
_EITHER = re.compile(r"\s+or\s+|\s*/\s*")
_TOGETHER = re.compile(r"\s+and\s+|\s*&\s*|,\s+")
ASKING, ANSWERING = frozenset({"q", "question"}), frozenset({"a", "answer"})
"""The labels of who asks and of who answers, in lower case."""
_INTERVIEWERS = frozenset({"interviewer", "interrogator", "investigator", "questioner", "examining officer"})
"""The offices of who asks."""
_LESSER = frozenset({"deputy", "vice", "assistant", "second", "third", "former", "acting"})
"""Words that make another office of the one they stand before."""
_OFFICE_OF = re.compile(
    r"(?:the )?(?:clerk|marshal|secretary|usher|bailiff|registrar|sergeant|officer|president|member) (?:of|to) "
    r"(?:the )?(?:court|tribunal|council|assembly|house|committee|commission|board|senate|convention|society)\Z",
    re.I,
)
"""An office at a court or house, which shares no name with another: "CLERK OF THE COURT", "MARSHAL OF THE COURT"."""
_OFFICE_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


_CHAIRS = frozenset(
    "president speaker chair chairperson chairwoman präsident vorsitzender vorsitzende président presidente".split()
)
"""Words for who is in the chair, besides the one under which such a person is entered."""


_BEFORE_OFFICE = re.compile(
    r"^(?:(?:m|mme|mr|mrs|herr|frau)\.? )?(?:(?:the|le|la|der|die|el) )?(?:acting |temporary )?"
)
"""What stands before a word for who is in the chair."""


class Parts(NamedTuple):
    """Who may ask and who may answer where labels are Q. and A.: as heads of an examination say, or as is left over."""

    interviewee: Person | None = None
    asks: Person | None = None
    answers: Person | None = None


def speakers_of(people: People, label: Label, parts: Parts) -> tuple[list[Person], str]:
    """Return the persons a label means, entered if new, and how sure it is (``cert``, empty if it is)."""
    if label.meant:
        return speakers_of(people, label._replace(name=label.meant, meant=""), parts)[0], "medium"
    if label.asker:
        asker = speaker_named(people, label.asker)
        if label.office and label.office not in asker.offices:
            asker.offices.append(label.office)
        return [asker], ""
    for pattern, cert in ((_EITHER, "low"), (_TOGETHER, "")):
        names = pattern.split(label.name)
        if len(names) > 1 and " or " in label.name and all(name[:1].isupper() for name in names):
            return [speaker_named(people, name) for name in names], "low"
        if len(names) > 1 and all(people.match(name) for name in names):
            return [person for name in names if (person := people.match(name))], cert
    if label.name.lower() in ASKING | ANSWERING:
        return _in_interview(people, label, parts)
    if parts.answers is not None and label.name.lower() == "the witness" and people.find(label.name) is None:
        return [parts.answers], ""
    if ADDRESSED.match(label.office) and label.name.startswith("The "):
        label = label._replace(name=label.office, office=label.name)
        people.alias(speaker_named(people, label.name), label.office, short=True)
    person, cert = _one_speaker(people, label.name)
    _enter_forms(people, person, label)
    if label.sic or label.shape == "bracketed":
        return [person], "low"
    return [person], "medium" if label.shape == "damaged" else cert


def speaker_named(people: People, name: str) -> Person:
    """Return the person a name or an office means, entered as one who takes part if new."""
    person, _ = _one_speaker(people, name[:1].upper() + name[1:])
    if "participant" not in person.roles:
        person.roles.append("participant")
    return person


def _in_interview(people: People, label: Label, parts: Parts) -> tuple[list[Person], str]:
    """Return who asks, or who answers: Q and Question are one person, and so are A and Answer."""
    asks = label.name.lower() in ASKING
    told = parts.asks if asks else parts.answers
    if told is not None:
        return [told], ""
    asking = [person for person in people if _INTERVIEWERS & {office.lower() for office in person.offices}]
    others = [person for person in people if person not in asking and not _is_part(person)]
    answering = others if asking else [parts.interviewee] if parts.interviewee else []
    known = asking if asks else answering
    if len(known) == 1:
        return known, "medium"
    part = next((person for person in people if person.names[0].lower() in (ASKING if asks else ANSWERING)), None)
    person = part or people.add(label.name, role="participant")
    people.alias(person, label.name, short=True)
    return [person], ""


def _is_part(person: Person) -> bool:
    return person.names[0].lower() in ASKING | ANSWERING


def _one_speaker(people: People, name: str) -> tuple[Person, str]:
    is_part = VOICE.fullmatch(name) or _OFFICE_OF.match(name)
    if person := people.find(name) if is_part else people.match(name):
        return person, ""
    if person := by_office(people, name):
        return person, ""
    if person := _in_chair(people, name) or by_initials(people, name):
        return person, "medium"
    person = people.add(named(name), role="participant")
    person.is_group = bool(GROUPS & set(name.lower().split()))
    return person, ""


def _in_chair(people: People, name: str) -> Person | None:
    """Return the one person said to have been in the chair whom another word for the office means: "PRESIDENT"."""
    if _BEFORE_OFFICE.sub("", name.lower(), count=1) not in _CHAIRS:
        return None
    found = [person for person in people if "Chairman" in person.offices]
    return found[0] if len(found) == 1 else None


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
    outer = [] if len(letters) != 2 else [person for person in people if _outer_initials(person) == letters]
    fitting = exact or found or outer or [person for person in people if _is_surname_from(person, letters[-1])]
    if not fitting and len(letters) == 1:  # P for the President
        fitting = [
            one for one in people if any(" " not in office and _begins(office, letters) for office in one.offices)
        ]
    return fitting[0] if len(fitting) == 1 else None


def _begins(office: str, letter: str) -> bool:
    return office[:1].lower() == letter


def _is_surname_from(person: Person, letter: str) -> bool:
    """Tell whether a letter is the first of a person's surname."""
    surname = name_key(person.names[0]).split()[-1]
    return len(surname) > 2 and surname[0] == letter and not person.is_group


def _outer_initials(person: Person) -> str:
    """Return the first letters of the first and the last word of a person's fullest name: GJ for George A. Johannes."""
    words = name_key(max(person.names, key=len)).split()
    return words[0][0] + words[-1][0] if len(words) > 2 and not person.is_group else ""


def _initials(name: str) -> str:
    return "".join(word[0] for part in name_key(name).split() for word in part.split("-") if word)


def by_office(people: People, name: str) -> Person | None:
    """Return the one person whose office begins with the label: "The Ambassador" for the Ambassador of Norvania."""
    wanted = [word.lower() for word in _OFFICE_WORD.findall(name) if word.lower() not in ARTICLES | {"the"}]
    if not wanted:
        return None
    offices = [(person, _first_words(office, len(wanted) + 1)) for person in people for office in person.offices]
    exact = {person.id: person for person, words in offices if words[:-1] == wanted or words == wanted}
    if len(exact) > 1:  # whoever is listed by the office alone goes by it
        exact = {key: person for key, person in exact.items() if person.names[0].startswith("The ")} or exact
    if exact:
        return next(iter(exact.values())) if len(exact) == 1 else None
    near = {person.id: person for person, words in offices if words[1:] == wanted and words[0] not in _LESSER}
    near = near or (_by_words_of_office(people, wanted) if len(wanted) > 1 else _by_title(people, wanted[0]))
    return next(iter(near.values())) if len(near) == 1 else None


def _by_title(people: People, wanted: str) -> dict[str, Person]:
    """Return who bears an office as a title before the name, be it cut short: "Archd. Holm" is the archdeacon."""
    found: dict[str, Person] = {}
    for person in people:
        for name in (*person.names, *person.short):
            title, _, rest = name.partition(" ")
            plain = title.rstrip(".").lower()
            is_cut = title.endswith(".") and len(plain) > _INITIAL and wanted.startswith(plain)
            if rest and wanted not in _GIVEN and (plain == wanted or is_cut):
                found[person.id] = person
    return found


_INITIAL = 2
_GIVEN = frozenset({"dean", "earl", "duke", "the"})
"""Titles that are given names as well."""


def _by_words_of_office(people: People, wanted: list[str]) -> dict[str, Person]:
    """Return who holds an office with all these words in it, in whatever order: the Foreign Secretary."""
    found: dict[str, Person] = {}
    for person in people:
        for office in person.offices:
            words = {word.lower() for word in _OFFICE_WORD.findall(office.partition("(")[0])}
            if all(word in words or _is_of(word, words) for word in wanted) and not (words & _LESSER) - set(wanted):
                found[person.id] = person
    return found


def _is_of(word: str, words: set[str]) -> bool:
    """Tell whether an adjective is of what an office is for: the Colonial Secretary is for the Colonies."""
    return word.endswith("ial") and len(word) > 7 and any(other.startswith(word[:-3]) for other in words)


def _first_words(office: str, count: int) -> list[str]:
    return [word.lower() for word in _OFFICE_WORD.findall(office)][:count]
