"""What the document is about: abstract, date, languages, persons, setting, kind, correspondence (TEI 2.4)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from diple.agents import Person
from diple.header.elements import Facts, certainty, datable, make, plain
from diple.language import ENGLISH
from diple.model import Fact
from diple.xmlio import XML_ID, XML_LANG

LANGUAGES = {
    "und": "undetermined",
    "en": "English", "ru": "Russian", "zh": "Chinese", "ko": "Korean", "vi": "Vietnamese", "de": "German",
    "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "pl": "Polish", "cs": "Czech", "sk": "Slovak",
    "hu": "Hungarian", "ro": "Romanian", "bg": "Bulgarian", "sr": "Serbian", "hr": "Croatian", "sl": "Slovenian",
    "sq": "Albanian", "mk": "Macedonian", "uk": "Ukrainian", "be": "Belarusian", "lt": "Lithuanian", "lv": "Latvian",
    "et": "Estonian", "fi": "Finnish", "sv": "Swedish", "no": "Norwegian", "da": "Danish", "nl": "Dutch",
    "el": "Greek", "tr": "Turkish", "fa": "Persian", "ar": "Arabic", "he": "Hebrew", "ja": "Japanese",
    "mn": "Mongolian", "ka": "Georgian", "hy": "Armenian", "la": "Latin", "af": "Afrikaans", "am": "Amharic",
    "ur": "Urdu", "hi": "Hindi", "id": "Indonesian", "km": "Khmer", "lo": "Lao", "th": "Thai", "my": "Burmese",
}  # fmt: skip
"""English names of languages by their BCP 47 tag."""

_ROLES = frozenset({"author", "addressee", "participant", "recorder", "interpreter", "mentioned"})
_SENT = (("sent-by", "persName"), ("sent-by-org", "orgName"), ("sent-by-name", "name"), ("sent-place", "placeName"))
_RECEIVED = (
    ("received-by", "persName"),
    ("received-by-org", "orgName"),
    ("received-by-name", "name"),
    ("received-place", "placeName"),
)


def profile(facts: Facts, language: str) -> etree._Element:
    """Return ``profileDesc``; ``language`` is the BCP 47 tag of the text."""
    return make(
        "profileDesc",
        _abstract(facts),
        _creation(facts),
        _languages(facts, language),
        _participants(facts.draft.people),
        _setting(facts),
        _keywords(facts),
        _correspondence(facts),
    )


def _abstract(facts: Facts) -> etree._Element | None:
    told = facts.all("abstract")
    return make("abstract", *[facts.say("p", fact, certainty(fact)) for fact in told]) if told else None


def _creation(facts: Facts) -> etree._Element | None:
    """Return when and where the document was written: as the record says, else as its dateline does."""
    dates = facts.all("date") or _written(facts)
    places = facts.all("place") or facts.all("document-place")[:1]
    made = [facts.say("date", fact, datable(fact)) for fact in dates]
    made += [facts.say("placeName", fact) for fact in places]
    spaced = [item for element in made for item in (element, " ")][:-1]
    return make("creation", *spaced) if made else None


def _written(facts: Facts) -> list[Fact]:
    """Return the date that the document itself gives: its dateline's, else that of its setting or title."""
    return (facts.all("document-date") or facts.all("setting-date") or facts.all("title-date"))[:1]


def _languages(facts: Facts, language: str) -> etree._Element:
    told = facts.all("language")
    named = [facts.say("language", fact, {"ident": fact.attrs.get("ident", "und")}) for fact in told]
    known = {element.get("ident", "") for element in named}
    if language not in known and (language != ENGLISH or not named):
        named.insert(0, _language(language))
        known.add(language)
    others = {span.attrs.get("xml:lang") or span.attrs.get(XML_LANG, "") for span in facts.draft.spans}
    return make("langUsage", *named, *[_language(tag) for tag in sorted(others - known - {""})])


def _language(tag: str) -> etree._Element:
    base, _, script = tag.partition("-")
    name = LANGUAGES.get(base, base)
    return make("language", f"{name} in Latin letters" if script == "Latn" else name, attrs={"ident": tag})


def _participants(people: Iterable[Person]) -> etree._Element | None:
    """Return the persons by side, in the order in which they were met; those of no side come last."""
    everyone = list(people)
    sides = {person.side: None for person in everyone if person.side}
    lists = [
        make("listPerson", make("head", plain(side)), *[_person(one) for one in everyone if one.side == side],
             attrs={"type": "side"})
        for side in sides
    ]  # fmt: skip
    others = [_person(one) for one in everyone if not one.side]
    return make("particDesc", make("listPerson", *lists, *others)) if everyone else None


def _person(person: Person) -> etree._Element:
    roles = [role for role in person.roles if role in _ROLES]
    attrs = {XML_ID: person.id}
    if roles:
        attrs["role"] = roles[0] if person.is_group else " ".join(roles)
    if person.cert:
        attrs["cert"] = person.cert
    if person.entry:
        attrs["corresp"] = person.entry
    names = [make("persName", plain(name)) for name in person.names]
    names += [make("persName", plain(name), attrs={"type": "short"}) for name in person.short]
    offices = [make("occupation", plain(office)) for office in person.offices]
    return make("personGrp" if person.is_group else "person", *names, *offices, attrs=attrs)


def _setting(facts: Facts) -> etree._Element | None:
    kinds = (("setting-date", "date"), ("setting-time", "time"), ("setting-place", "placeName"))
    parts = [facts.say(tag, fact, datable(fact)) for field, tag in kinds for fact in facts.all(field)]
    return make("settingDesc", make("setting", *parts)) if parts else None


def _keywords(facts: Facts) -> etree._Element | None:
    terms = [facts.say("term", fact) for fact in facts.all("genre")]
    kinds = ("subject", "keyword-place", "original-classification")
    terms += [facts.say("term", fact, {"type": _term_type(fact)}) for field in kinds for fact in facts.all(field)]
    return make("textClass", make("keywords", *terms)) if terms else None


def _term_type(fact: Fact) -> str:
    return {"keyword-place": "place", "original-classification": "classification"}.get(fact.field, fact.field)


def _correspondence(facts: Facts) -> etree._Element | None:
    """Return who sent the document to whom, when and from where, if it names an addressee as a letter does."""
    if not facts.all("received-by", "received-by-org", "received-by-name"):
        return None
    sent = _action(facts, "sent", _SENT, facts.all("sent-date")[:1] or _written(facts) or facts.all("date")[:1])
    received = _action(facts, "received", _RECEIVED, facts.all("received-date")[:1])
    return make("correspDesc", *[action for action in (sent, received) if action is not None])


def _action(facts: Facts, kind: str, fields: tuple[tuple[str, str], ...], dates: list[Fact]) -> etree._Element | None:
    parts: list[etree._Element] = []
    said: set[tuple[str, str]] = set()
    for field, tag in fields:
        for fact in facts.all(field):
            if (tag, plain(fact.value)) not in said:
                said.add((tag, plain(fact.value)))
                parts.append(facts.say(tag, fact, {"ref": fact.attrs["ref"]} if fact.attrs.get("ref") else {}))
    parts += [facts.say("date", fact, datable(fact)) for fact in dates]
    return make("correspAction", *parts, attrs={"type": kind}) if parts else None


__all__ = ["LANGUAGES", "profile"]
