"""Attendance in prose: "A, Deputy Minister, and B took part from the Norvanian side", "received X", "X recorded"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from diple import patterns as re
from diple.agents import People
from diple.recognisers.participants.chairing import who_presides, without_chair
from diple.recognisers.participants.elsewhere import PRESENT_FIRST
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.recording import parts_with_roles, who_kept, without_clauses
from diple.recognisers.participants.siding import SIDE_MARK, last_side, side_first, stretches_by_side
from diple.recognisers.participants.wording import (
    COUNTRIES,
    HOLDERS,
    NATIONS,
    PRESENCE,
    PRESENCE_BY,
    TALK,
)
from diple.sentences import sentences

_LONGEST = 3000
"""Sentences longer than this, in characters, tell of no attendance."""
_LABEL = 200
"""The characters that a label of a list of those present stays below."""

_PRESENT_FIRST = re.compile(
    rf"""^(?:{PRESENT_FIRST.replace(" ", "[ ]")}|
    (?:The[ ]following[ ](?:persons[ ])?|There[ ](?:were|was)[ ](?:also[ ])?)?(?:Also[ ])?
    (?:[Pp]resent|Participating|Taking[ ]part|In[ ]attendance|Attending|Participants|Sederunt)\b
    (?:(?!\b(?:from|on|for)[ ](?:the|our|their)[ ])[^:,]){{0,120}}?
    (?:\b(?:were|was|are|included|is)\b|:|(?=\b(?:from|on|for)[ ](?:the|our|their)[ ]))
    | The[ ]following[ ](?:\w+[ ])?{PRESENCE}\b(?:(?!\b(?:from|on|for)[ ]the[ ])[^:,]){{0,120}}?
    (?::|(?=\b(?:from|on|for)[ ]the[ ]))
    | (?:The|This|Our)[ ]{TALK}[ ](?:was|were)[ ](?:also[ ])?{PRESENCE_BY}
    | (?:Attended|Accompanied|Joined)[ ]by\b
    | (?:[^;:]{{2,120}},?[ ])?[Tt]here[ ](?:were[ ]|was[ ])?
      (?:came[ ]together|assembled|gathered|met|appeared|convened)\b
      (?:[ ](?:before|with)[ ](?:me|us))?(?:[ ](?:in|at|on)[ ][^,:;]{{2,40}}?)?,?(?=[ ](?:the[ ]|[A-Z]))
    | (?:Also[ ])?[Ii]nvited[ ](?:(?:to|for)[ ](?:the|this)[ ][^:,]{{3,40}}[ ])?(?:were|was)\b
    | Present(?:,[ ](?=the[ ]|[A-Z])|[ ](?=(?:Messrs|Mr|Rev|Revd|Sir|Lord|Dr|the)\b))
    | .{{0,160}}?\b(?:was|were)[ ](?:also[ ])?{PRESENCE_BY}
    | .{{0,160}}?\b(?:was|were)[ ](?:also[ ])?attended[ ](?=(?:on|from)[ ](?:the|our|their)[ ][^,;:]{{1,40}}[ ]by\b)
    | .{{0,120}}?[,;]?[ ]{PRESENCE_BY}\b
    | (?:Those|The[ ]persons)[ ](?:who[ ])?(?:{PRESENCE}|attending|present)\b
      (?:(?!\b(?:were|are)\b)[^:,]){{0,60}}?(?:\b(?:were|are)\b|:)
    | [^:]{{0,160}}?\b(?:were|was)[ ](?:also[ ])?present\b[^:,]{{0,60}}:
    | (?:At|During|In)[ ](?:the|this|our)[ ]{TALK},?[ ](?:there[ ])?(?:were|was)[ ](?:also[ ])?present\b
    | With[ ](?:me|him|her|us|them)[ ](?:was|were)\b | (?:Members|Comrades|Others|Delegates)[ ]present\b:?
    | (?:An?other|Other|The[ ]other|Further)[ ](?:participants?|persons?[ ]present)\b[^:,]{{0,40}}?
      \b(?:was|were|are|is)\b
    )(?:[ ](?:also|as[ ]follows))?:?""",
    re.X,
)
_PRESENT_LAST = re.compile(
    rf"^(?P<who>.+?(?<!\bnot)(?<!\bnever)(?<!\bto)(?<!ould)(?<!\bcan)(?<!\bmay)),?[ ](?:also[ ]|then[ ])?{PRESENCE}\b"
    r"(?P<tail>.*)$"
)
_ARE_PRESENT = re.compile(rf"[ ]{PRESENCE}\b")
_OF_TALK = re.compile(rf"{SIDE_MARK.pattern}|^[ ](?:at|in|during)[ ](?:the|this|our)[ ]{TALK}\b")
_MEETING = re.compile(
    rf"""^(?P<host>.*?)\b(?:
    received|Received(?=[ ](?:the[ ])?(?:Ambassador|Minister|Comrade|Mr|Chargé|Counsell?or|Consul|Envoy)\b)
    | Receives?|saw|Meets?(?:[ ]with)?|met(?:[ ]with)?|visited
    | (?:called|calls)[ ](?:up)?on|(?:called|came)[ ](?:in[ ])?to[ ]see
    | (?:had|held)[ ](?:an?[ ]|another[ ])?(?:[\w-]+[ ]){{0,3}}?{TALK}
      (?:[ ](?:yesterday|today|this[ ]\w+|last[ ]\w+|on[ ][\w ]{{3,24}}|again|alone|privately))?[ ]with
    | (?:talked|spoke|conversed|chatted|dined|lunched)[ ]with
    )(?:(?:,?[ ](?:this[ ]\w+|yesterday|today|last[ ]\w+|at[ ](?:his|her|their|my)[ ](?:\w+[ ])?request
    |by[ ]appointment)\b){{1,3}},?)?
    [ ](?P<guest>.+)$""",
    re.X,
)
_ANNOUNCES = re.compile(
    r"^I (?:have|had) the honou?r (?:to|of) [^.;]{3,60}? that (?=I\b)|^I beg to [^.;]{3,60}? that (?=I\b)"
)
"""What stands before the first thing a report tells: "I have the honour to inform Your Excellency that I received"."""
_REPORTS = re.compile(r"\b(?:that|which|whether|if|not|said|says|asked|replied|how)\b|\b(?:had|has|have)\s*$")
"""Words before a verb of meeting with which it tells what somebody says, and no meeting of the record."""
_TOLD = re.compile(
    r"\b(?:informed|told|that|which|familiari[sz]ed|acquainted|inquired|asked|touched|mentioned|discussed|raised|referred|"
    r"dwelt|explained|stressed|noted)\b"
)
"""Words before talks that are told of, and are not those of the record."""
_HELD = re.compile(r"\b(?:that|which) (?=(?:took place|(?:was|were) held)\b)")
"""What stands before the place and hour of the talk itself: "the conversation which took place on 4 May"."""
_BETWEEN = re.compile(rf"\b{TALK}\b[^.]{{0,140}}?\bbetween[ .]+(?P<both>.+)$", re.I)
_LAST_OF_TWO = re.compile(
    rf"\band (?P<name>(?!(?i:{'|'.join(sorted(NATIONS | COUNTRIES))})\b)[A-Z][a-z]{{3,}})(?:, \d[^,]*)?[ .]*$"
)
"""A surname alone, the second of two who met."""
_GUEST_END = re.compile(
    r""",?[ ](?:
    and[ ](?:then[ ])?(?:on|in|at|by|had|held|spoke|told|gave|made|put|set|laid|left|brought|took|sent|read|[a-z]+ed)\b
    | at[ ](?:his|her|their|the|my|our|whose|an?)\b | on[ ](?:the|his|\d)
    | in[ ](?:his|her|the[ ]course|connection|accordance|my|our|Moscow)\b
    | whom\b | that\b | which\b | to[ ](?:discuss|whom) | for[ ](?:a|the)[ ] | (?:was|were)[ ]held | took[ ]place
    | during\b | after\b | before\b | where\b | this[ ]\w+ing\b
    )|\.$""",
    re.X,
)
_WHERE_MET = re.compile(
    r"^(?:(?:today|yesterday|again|also|here|there|briefly|in (?:his|her|my|our|the) (?:office|home|study|residence)|"
    r"at (?:his|her|my|our|the)(?: own)? (?:request|residence|office|home|house|villa|ministry|embassy)),?\s+)+",
    re.I,
)
"""Where or when somebody was received, said before who it was: "received in his office the Ambassador"."""
_ACCOMPANIED = re.compile(
    r",?[ ](?:who[ ](?:was|were)[ ])?(?:accompanied[ ]by|joined[ ]by|together[ ]with|in[ ]the[ ]presence[ ]of|"
    r"as[ ]well[ ]as)[ ]"
)
_DATE_LEAD = re.compile(
    r"""^(?:(?:On|In|At|From)[ ](?:the[ ]\w+[ ]of[ ])?)?
    (?:\d{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?[A-Z]\w+(?:,?[ ]\d{4})? | [A-Z]\w+[ ]\d{1,2}(?:,?[ ]\d{4})?
    | Today | Yesterday | (?:This|The[ ]same)[ ]\w+ | that[ ]\w+)\b
    (?:[ ]at[ ][\d:.]+(?:[ ](?:[ap]\.?m\.?|hours|hrs|o[’']clock))?)?,?[ ]?(?:(?:in|at)[ ][A-Z]\w+,?[ ])?""",
    re.X,
)
_FIRST_PERSON = re.compile(r"(?:^|\s)[Ii]\s*$")
_FIRST_PERSON_MET = re.compile(r"(?:me|us)\b")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|\(?[a-z]\))\s+")
"""The number of a paragraph."""
_INITIALS = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z][.a-z])")
_DIARY = re.compile(
    r"^(?:(?:Excerpts? )?From the |The )?(?:official )?(?:diary|journal) of (?:the )?(?P<who>.+?)"
    r"(?:[,:]? (?:for|during|on|in the period|from|dated) (?:the )?(?:period )?\d.*|"
    r"[,:]? (?:for|during) the(?: period)?\b.*)?$",
    re.I,
)
_RECORDS = re.compile(
    r",\s+(?=\d)|[,.:;]?\s+(?=[‘'“\"]?(?:Record|Records|Memorandum|Notes?|Report|Transcript|Minutes|Account|Summary|Entry|Excerpts?)\b)"
)
"""Where the title of what a diary holds begins, behind whose diary it is."""


_OWN_DIARY = re.compile(
    r"^(?:Excerpts? |Extracts? )?(?:[Ff]rom )?(?:the )?(?P<who>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}?)[’']s? "
    r"(?:[a-z]+ )?(?:diary|journal|diaries)\b"
)
"""Whose diary it is, in the possessive: "Excerpts from Holm's diary"."""


class Presence(NamedTuple):
    """What a sentence says of one person's part in the talk."""

    name: str
    office: str = ""
    side: str = ""
    role: str = "participant"
    principal: bool = False


def presences(text: str, people: People, *, is_talk: bool) -> Iterator[Presence]:
    """Yield who was present, met or kept the record, as a paragraph's words say it.

    Meetings told in passing count in the record of a talk only (``is_talk``).
    """
    text = _INITIALS.sub(" ", _NUMBER.sub("", text))
    for sentence in sentences(text):
        words = " ".join(text[sentence.start : sentence.end].split())
        if len(words) <= _LONGEST:
            for aside in _IN_PARENTHESES.finditer(words):
                yield from _of_sentence(aside["said"], people, is_talk)
            yield from _of_sentence(without_clauses(_IN_PARENTHESES.sub("", words)), people, is_talk)


_PRESIDES = re.compile(r"(?:[Pp]resident|[Ss]peaker|[Cc]hair\w*)(?: of the [A-Z]?[a-z]+)?")
"""The offices of those who preside as such."""
_IN_PARENTHESES = re.compile(
    r"\s?\((?P<said>[A-Z][^()]{8,240}\b(?:took part|participated|(?:was|were) (?:also )?present|attended)\b"
    r"[^()]{0,80})\)"
)
"""Who else was there, said in parentheses behind who was met: "(V. Lund, the deputy, took part in the talk)"."""


def announces_list(text: str) -> bool:
    """Tell whether a paragraph says no more than that those named in the next were present."""
    words = " ".join(text.split()) if len(text) < _LABEL else ""
    match = _PRESENT_FIRST.match(words) if words.endswith(":") else None
    return match is not None and not words[match.end() :].strip(" :")


def _of_sentence(words: str, people: People, is_talk: bool) -> Iterator[Presence]:
    present = _PRESENT_FIRST.match(words)
    who, is_all = who_presides(words, is_of_presence=present is not None)
    presiding = list(_listed(who, people, "")) if who else []
    yield from (
        found if _PRESIDES.fullmatch(found.office) else found._replace(office="Chairman") for found in presiding
    )
    if presiding and is_all:
        return
    words = without_chair(words) if presiding else words
    present = _PRESENT_FIRST.match(words)
    recorders = list(_recorders(words, people))
    if recorders:
        yield from recorders
    elif (sided := side_first(words)) and not _PRESENT_LAST.match(sided[1]):
        yield from _by_sides(sided[1], people, sided[0])
    elif met := _met_with_company(words, present, people) if is_talk else []:
        yield from met
    elif present:
        yield from _by_sides(words[present.end() :].strip(), people, last_side(present[0]))
        yield from _offices_alone(words[present.end() :].strip(" .:"), people)
    elif (match := _present_behind(words)) and (is_talk or _OF_TALK.search(match["tail"])):
        yield from _present_last(match, people)
    elif is_talk:
        yield from principals(words, people)


def _present_behind(words: str) -> re.Match[str] | None:
    """Return a sentence that says behind the names that they were present, and tells nothing else of them."""
    match = _PRESENT_LAST.match(words) if _ARE_PRESENT.search(words) else None
    return None if match is None or _TELLS.search(match["who"]) else match


_TELLS = re.compile(r"\b(?:(?:was|were) [a-z]+ed|so that|could|would|might|[Aa]fter|[Bb]efore)\b|\bto$")


def _present_last(match: re.Match[str], people: People) -> Iterator[Presence]:
    side, tail = SIDE_MARK.search(match["tail"]), match["tail"]
    yield from _by_sides(match["who"], people, "") if side is None else _listed(match["who"], people, side["side"])
    if side is not None and (other := SIDE_MARK.search(tail, side.end())):
        yield from _by_sides(tail[other.start() :], people, "")


def _met_with_company(words: str, present: re.Match[str] | None, people: People) -> list[Presence]:
    """Return those who met and who came with them, where words of presence stand behind a verb of meeting."""
    is_met = present is not None and _ACCOMPANIED.search(f"{present[0]} ") and _MEETING.match(present[0])
    return list(principals(words, people)) if is_met else []


def _by_sides(words: str, people: People, lead: str) -> Iterator[Presence]:
    """Yield the persons of a list, each with the side named before or behind it, ``lead`` before any other."""
    for stretch, side in stretches_by_side(words, lead, lambda part: _has_persons(part, people)):
        yield from _listed(stretch, people, side)


_BETWEEN_OFFICES = re.compile(
    r"\s*;\s*(?:and\s+)?|,\s+(?:and\s+)?(?=the\s)|"
    r"\s+and\s+(?=the\s|(?:Mrs?|Ms|Dr|Prof|Sir|Shri|Cde|Comrade|Gen|Lord)\b|[A-Z]\.|(?!General\b)[A-Z][a-z]+ [A-Z])"
)
_OFFICE_ALONE = re.compile(
    r"(?:(?:His|Her|Their) (?:[A-Z][a-z]+ ){0,2}(?:Highness|Majesty|Excellency|Eminence),? )?"
    r"[Tt]he (?P<office>(?:[A-Z][\w’'.-]*)(?:,? (?:[A-Z][\w’'.-]*|of|for|to|and|the))*)(?P<after>,.*)?"
)
_PART = re.compile(
    r"(?:,? (?:presiding|in the chair|\(presiding\)|\((?:for |participating in )?[Ii]tems?\b[^()]*\)))+$"
)


def _offices_alone(words: str, people: People) -> Iterator[Presence]:
    """Yield who is present by an office alone: "the Vice President; the Secretary of State"."""
    for part in _BETWEEN_OFFICES.split(words):
        match = _OFFICE_ALONE.fullmatch(_PART.sub("", part.strip(" ,")))
        if match and HOLDERS & set(match["office"].lower().split(",")[0].split()) and not _has_persons(part, people):
            yield Presence(f"The {match['office']}", match["office"])


def _has_persons(words: str, people: People) -> bool:
    return bool(listed_persons(words, lambda name: people.match(name) is not None))


def _listed(words: str, people: People, side: str, role: str = "participant") -> Iterator[Presence]:
    for part, told in parts_with_roles(words):
        plain = re.sub(r"^(?:(?:also|then|there|were|was|and|,|:|[Cc]omrades:)[ ]+)+", "", part.strip(" ,;")).rstrip(
            " .;,"
        )
        found = listed_persons(plain, lambda name: people.match(name) is not None)
        for number, person in enumerate(found, 1):
            part_of = told if told and role == "participant" and number == len(found) else role
            yield Presence(person.name, person.office, " ".join(side.split()), part_of)


def principals(words: str, people: People) -> Iterator[Presence]:
    """Yield the persons who met, as a sentence or a title has it: "X received Y, Minister of Z, and …"."""
    is_between = "between" in words.lower()
    match = _BETWEEN.search(words) if is_between else None
    if match and not _TOLD.search(_HELD.sub("", words[: match.start("both")])):
        both = _GUEST_END.split(match["both"], maxsplit=1)[0]
        met = list(_listed(both, people, ""))
        if len(met) == 1 and (last := _LAST_OF_TWO.search(both)) and last["name"] not in met[0].name:
            met = [*_listed(both[: last.start()], people, ""), Presence(last["name"])]
        yield from (found._replace(principal=True) for found in (*met, *_offices_alone(both, people)))
        return
    match = _MEETING.match(_ANNOUNCES.sub("", words))
    if match is None:
        return
    if _REPORTS.search(match["host"]):
        return
    guest = _GUEST_END.split(_WHERE_MET.sub("", match["guest"]), maxsplit=1)[0]
    main, *company = _ACCOMPANIED.split(guest)
    guests = list(_listed(main, people, "")) or list(_offices_alone(main, people))
    host = _DATE_LEAD.sub("", re.sub(r"\s(?:was|were)$", "", match["host"].strip()) + " ")
    if _FIRST_PERSON_MET.match(guest):
        yield from (found._replace(principal=True) for found in _listed(host, people, ""))
    elif guests:
        yield from (
            found._replace(principal=True) for found in _listed(host, people, "") if not _FIRST_PERSON.search(host)
        )
        yield from (found._replace(principal=True) for found in guests)
        for others in company:
            yield from _listed(others, people, "")


def _recorders(words: str, people: People) -> Iterator[Presence]:
    if keepers := list(diarists(words, people)):
        yield from keepers
        return
    if kept := who_kept(words):
        yield from _listed(kept.who, people, "", kept.role)


def diarists(words: str, people: People) -> Iterator[Presence]:
    """Yield whose diary or journal it is, as a head or title says: "From the diary of V. Orlov", author of it."""
    match = _DIARY.match(words) or _OWN_DIARY.match(words)
    if match:
        yield from islice(_listed(_RECORDS.split(match["who"], maxsplit=1)[0], people, "", "author"), 1)
