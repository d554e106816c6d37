"""Who is reported in minutes and listed nowhere: names and offices that open sentences with a reporting verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from diple import patterns as re
from diple.agents import People
from diple.recognisers.participants.attendance import Presence, principals
from diple.recognisers.participants.letters import in_small_letters
from diple.recognisers.participants.places import CAPITALS
from diple.recognisers.participants.trades import is_noun_of_a_person, is_trade
from diple.recognisers.participants.wording import COUNTRIES, HOLDERS, NATIONS, NO_NAMES, OFFICES, TALK
from diple.recognisers.reported.leads import OFFICE_SECOND
from diple.recognisers.reported.offices import is_held, named_by_office, with_article, without_article
from diple.recognisers.reported.subjects import REACH
from diple.recognisers.reported.wording import (
    ASIDE,
    BETWEEN,
    BODIES,
    CALLED,
    OFFICE_SUBJECT,
    SMALL_OFFICE,
    TITLES,
    VERB,
)
from diple.recognisers.speech.speakers import by_office
from diple.sentences import GIVEN, sentences

_OFFICE_OPENS = re.compile(
    r"(?:Ad \d{1,2}[.)] |\d{1,3}\.\s+|\([a-z\d]\)\s+)?(?:[^,.;:]{2,60},\s+)??"
    rf"{OFFICE_SUBJECT}{ASIDE}\s*(?:{BETWEEN}{VERB}|{CALLED})"
)
_SMALL_OPENS = re.compile(
    rf"(?:\d{{1,3}}[.)]\s+)?(?:[^,.;:]{{2,60}},\s+)??{SMALL_OFFICE}{ASIDE}\s*(?:{BETWEEN}{VERB}|{CALLED})"
)
_NAME = (
    rf"(?:(?:[A-Z]|{GIVEN})\.[ ]?){{1,3}}[A-Z][\w’'\-]+|(?:Wm|Jno|Thos|Geo|Jas) [A-Z][\w’'\-]+|"
    r"[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+){0,2}"
)
_OPENING = re.compile(
    r"(?:Ad \d{1,2}[.)] |\d{1,3}[.)]\s+|\([a-z\d]\)\s+)?"
    r"(?P<lead>(?:(?:In|During|At) (?:the course of )?(?:an?|the|our|my|his|another) (?:\w+ ){0,2}?"
    rf"{TALK}(?: on (?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+|[A-Z][a-z]+ \d{{1,2}})(?:,? \d{{4}})?)?"
    r"(?: (?:at|in|with) [^,.;:]{2,40}?)?|"
    r"[A-Z][a-z]+ing [^,.;]{2,60}|Then|Next|Further|Furthermore|Finally|Later|Thereupon|"
    r"Continuing|Afterwards|Thus|However|Meanwhile|"
    r"(?:In|After|On|At) (?:reply|response|answer|conclusion|turn|addition|this|that|this connection|the end|closing)"
    rf"),?[ ])?(?P<titles>{TITLES})"
    rf"(?P<name>{_NAME})"
    r"(?:[ ](?:[A-Z]\.[ ]?){1,3}(?=\s))?"
    rf"{ASIDE}\s+(?:{BETWEEN}{VERB}|{CALLED})"
)
_APPOSED = re.compile(
    rf"(?:\d{{1,3}}[.)]\s+)?(?:[^,.;:]{{2,60}},\s+)??{OFFICE_SUBJECT},\s+{TITLES}(?P<name>{_NAME}),\s+{BETWEEN}{VERB}"
)
"""An office with the name of whoever holds it: "The Treasurer, Mr. H. Lund, reported"."""
_TITLED = re.compile(r"(?!The\s|the\s)(?:\w[\w.’'é-]*\s+)+$")
_MEETS = re.compile(
    r"(?:[^,.]{2,60},?\s+)??I (?:again |also )?(?:received|met|visited|saw|called (?:up)?on|paid a visit to)\b"
)
_FIRST_PERSON = re.compile(rf"(?:[^,.]{{2,80}},?\s+)??I\s+{BETWEEN}{VERB}")


def opens_report(words: str, people: People) -> bool:
    """Tell whether words open with a name, or an office, as the subject of a reporting verb."""
    named = _OPENING.match(words)
    if named and (people.match(named["name"]) or (_is_titled(words, named) and _is_name(named["name"]))):
        return True
    if _OFFICE_OPENS.match(words):
        return True
    small = _SMALL_OPENS.match(words)
    return small is not None and by_office(people, small["office"]) is not None


def _is_small_office(office: str) -> bool:
    """Tell whether an office in small letters is a person's by its noun: "The clerk of works", "The surveyor"."""
    noun = office.split(" of ")[0].split()[-1]
    return noun not in _WHO_SPEAKS and (noun in HOLDERS or is_noun_of_a_person(noun))


_WHO_SPEAKS = frozenset("speaker author writer reporter member undersigned former latter visitor general king".split())
"""Nouns of persons that are nobody's office."""


def opens_narration(words: str) -> bool:
    """Tell whether words open with what their author said: "I told the Ambassador"."""
    return _FIRST_PERSON.match(words) is not None


def _is_titled(opening: str, match: re.Match[str]) -> bool:
    """Tell whether a title stands before the name."""
    return _TITLED.fullmatch(opening, match.start("titles"), match.start("name")) is not None


def partners(openings: Iterable[str], people: People) -> list[Presence]:
    """Return whom the author of a diary says, where a paragraph opens, that he met: "I received Envoy V. Petek"."""
    found: list[Presence] = []
    for words in filter(_MEETS.match, openings):
        first = next(iter(sentences(words)))
        found += principals(" ".join(words[first.start : first.end].split()), people)
    return [presence for presence in found if people.match(presence.name) is None]


def unlisted_speakers(openings: Iterable[str], people: People, inner: Iterable[str] = (), text: str = "") -> list[str]:
    """Return names that open paragraphs as subjects of reporting verbs and that nobody has listed.

    ``openings`` are the first words of each paragraph. One name counts if it opens two, if three names do so, if a
    title stands before it, if it has initials, or if it is a full one that ``text`` gives three times; of ``inner``,
    the first words of the other sentences, only a name with a title does.
    """
    names: Counter[str] = Counter()
    titled: set[str] = set()
    for opening in map(_without_question, openings):
        match = _OPENING.match(opening[:REACH])
        if match and _is_name(match["name"]) and people.match(match["name"]) is None:
            names[match["name"]] += 1
            titled |= {match["name"]} if _is_titled(opening, match) else set()
    for opening in inner:
        match = _OPENING.match(opening[:REACH])
        is_titled = match is not None and (_is_titled(opening, match) or _INITIALLED.match(match["name"]) is not None)
        if match and is_titled and _is_name(match["name"]) and people.match(match["name"]) is None:
            names[match["name"]] += 1
            titled.add(match["name"])
    believed = len(names) > 2 or (len(names) == 2 and not names.keys() & _PLACES)
    often = _given_often([name for name, count in names.items() if count == 1], text)
    given = {name.split()[0] for name in [*names, *(person.names[0] for person in people)] if " " in name}
    return [
        name
        for name, count in names.items()
        if (count > 1 or believed or name in titled or name in often) and name not in given
    ]


def _given_often(names: list[str], text: str) -> frozenset[str]:
    """Return the full names, of persons by their last words, that a text gives three times or more."""
    full = [name for name in names[:_MOST_NAMES] if " " in name and name.split()[-1].lower() not in BODIES | _WORKS]
    return frozenset(name for name in full if _INITIALLED.match(name) or text.count(name) > 2)


_INITIALLED = re.compile(rf"(?:(?:[A-Z]|{GIVEN})\. ?)+[A-Z][a-z]")
_MOST_NAMES = 50
_WORKS = frozenset("times post house news daily herald tribune review radio germany korea china vietnam".split())
"""Last words of the names of newspapers, houses and states."""


_PLACES = CAPITALS | {name.title() for name in COUNTRIES}
"""Names that may stand for a government as the subject of a reporting verb."""


def titles_of(openings: Iterable[str]) -> dict[str, str]:
    """Return, by name, the offices that stand as titles before the names of those who open reports: "Ambassador"."""
    found: dict[str, str] = {}
    for opening in map(_without_question, openings):
        match = _OPENING.match(opening[:REACH])
        title = match["titles"].strip() if match else ""
        if match and title.lower().split(" ")[-1:] and title.lower().split(" ")[-1] in HOLDERS:
            found.setdefault(match["name"], title[:1].upper() + title[1:].lower() if title.isupper() else title)
    return found


def apposed(openings: Iterable[str]) -> dict[str, str]:
    """Return, by name, the offices of those who open reports: "The Treasurer, Mr. H. Lund, reported"."""
    matches = (_APPOSED.match(opening[:REACH]) for opening in openings)
    held = [match for match in matches if match and is_held(match["office"]) and _is_name(match["name"])]
    return {match["name"]: without_article(match["office"]) for match in held}


def _without_question(opening: str) -> str:
    """Return first words without the question that is answered: "To the question how …, Comrade Berg replied"."""
    return _QUESTION.sub("", opening, count=1)


_QUESTION = re.compile(r"^(?:To|In reply to|In answer to|Asked) [^.;]{0,40}?\bquestions?\b[^.;]{0,200}?,\s+(?=[A-Z])")


def unlisted_offices(openings: Iterable[str], people: People) -> list[str]:
    """Return offices that open paragraphs as subjects of reporting verbs and that nobody listed holds: "The Regent"."""
    found: dict[str, str] = {}
    for opening in openings:
        match = _OFFICE_OPENS.match(opening[:REACH]) or OFFICE_SECOND.match(opening[:REACH])
        if match and is_held(match["office"]) and not _is_known(match["office"], people):
            name = named_by_office(" ".join(_MARK.sub("", word) for word in match["office"].split()))
            found.setdefault(name.casefold(), in_small_letters(name) if name[4:].isupper() else name)
    return [name for name in found.values() if not _is_short_for_one(name, found.values())]


def unlisted_small_offices(openings: Iterable[str], people: People) -> list[str]:
    """Return offices in small letters that open paragraphs as subjects, where two do, or one does twice."""
    found: Counter[str] = Counter()
    for opening in openings:
        match = _SMALL_OPENS.match(opening[:REACH])
        if match and _is_small_office(match["office"]) and not _is_known(match["office"], people):
            found[f"The {match['office'][4:]}"] += 1
    return [name for name in found if found.total() > 1]


def _is_short_for_one(name: str, names: Iterable[str]) -> bool:
    """Tell whether one office alone has this with more words: the Norvanian Ambassador is the Ambassador."""
    return sum(other.endswith(name[3:]) or other.startswith(f"{name} of ") for other in names) == 2


_MARK = re.compile(r"(?<=[a-z])\d{1,2}$")
"""The mark of a note that sticks to a word."""


def _is_known(office: str, people: People) -> bool:
    return by_office(people, with_article(office)) is not None or people.match(office.split()[-1]) is not None


_PAPERS = frozenset(
    "letter letters telegram telegrams petition petitions communication communications correspondence accounts tenders "
    "tender motion motions amendment amendments report reports minutes circular notice bill bills question questions "
    "answer applause laughter cheers".split()
)
"""Words with a capital that open sentences of minutes and are what was read or moved."""


def _is_name(name: str) -> bool:
    words = [word.lower() for word in name.split()]
    if len(words) == 1 and (words[0].endswith("men") or (words[0].endswith("s") and is_trade(words[0]))):
        return False  # "Fishermen", "Builders"
    return words[0] not in NO_NAMES | _PAPERS and not any(word in OFFICES or word in NATIONS for word in words)
