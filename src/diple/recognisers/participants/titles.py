"""Persons named in the title of a record of a talk: "between O. Lindqvist and I. Brandt", "X's conversation with Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from diple import patterns as re
from diple.agents import name_key
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.participants.attendance import Presence, diarists, principals
from diple.recognisers.participants.letters import in_small_letters
from diple.recognisers.participants.names import Listed, listed_persons
from diple.recognisers.participants.reading import Reader, is_spelling
from diple.recognisers.participants.wording import ADDRESS, OFFICES, TALK

COVER = "line of a cover"
"""Why a block is of the cover of a talk, each line of which says something else, and where nobody speaks yet."""
_HEAD = 30
"""The blocks at the head of a document, in number, among which its title stands."""
_READ = 100_000
"""How many characters of a document are read for the names in its title."""
_PAIR = re.compile(r"((?:[A-Z]\. ?)*[A-Z][a-z][\w’'-]+) ?/ ?((?:[A-Z]\. ?)*[A-Z][a-z][\w’'-]+)")
_BEYOND_LATIN = "\N{COMBINING GRAVE ACCENT}"
"""Above it are other alphabets than Latin; one word in two alphabets is no pair of persons."""
_GOES_ON = re.compile(r"(?:between|with|of|and|by|to|from|on|at|in|concerning)\s", re.I)
_LONGEST = 400
IS_TITLE = re.compile(
    r"(?:\d{1,4}\. )?(?:(?:Editorial|Partial) )?(?:Transcripts?|Memorandum|Record|Minutes|Notes?|Summary|Stenogram)\b"
    r"[^.:]{0,60}\b(?:Conversations?|Meetings?|Talks?|Discussions?|Interview)\b.{0,20}?"
    r"\b(?:Between|With|Of)\b(?!(?-i:.*[a-z](?<!\b[DMS][rt])(?<!\b(?:Mrs|Gen|Col|Cde|Com|Amb|Hon|Smt|Adm))"
    r"(?<!\b(?:Capt|Prof|Cdes))\. [A-Z]))",
    re.I,
)
"""A title that is too long for a head, or stands before what looks like one."""
_HOUSES = frozenset(
    "Residence House Palace Hall Hotel Castle Villa Building Street Room Mission Embassy Office".split()
)
"""Last words of the names of places where people meet."""
_SURNAMES = frozenset({"Hall", "House", "Street"})
_OF_RECORDS = frozenset(
    "history project program programme collection archive archives library university college society oral interview "
    "protocol protokół protokoll protokol rada rat cabinet council secretariat board ministry ministers transcript "
    "deposition testimony evidence hearing hearings committee subcommittee court commission".split()
)
"""Words of what a record is called and whose it is, which no name of a person has."""
_NO_NAME = re.compile(r"[\d/]")
"""What numbers of files have, and no name."""
_BY_LINE = re.compile(
    r"^[^\S\n]*(?:(?:(?:Interview(?:ed)? |INTERVIEW(?:ED)? )?(?:[Cc]onducted |CONDUCTED )?)(?:[Bb]y|BY):?|"
    r"Interviewer:)[ ]"
    r"(?:(?:Dr|DR|Mrs?|MRS?|Ms|MS|Prof|PROF)\. )?"
    r"(?P<who>[A-Z][\w’'-]+(?: [A-Z]\.)*(?: [A-Z][\w’'-]+){1,2}(?:, Jr\.)?)(?: \((?P<initials>[A-Z]{2,3})\))?"
    r"(?: (?:and|AND|&) (?:(?:Dr|DR|Mrs?|MRS?|Ms|MS|Prof|PROF)\. )?"
    r"(?P<other>[A-Z][\w’'-]+(?: [A-Z]\.)*(?: [A-Z][\w’'-]+){1,2})(?: \((?P<others>[A-Z]{2,3})\))?)?[^\S\n]*$",
    re.M,
)
"""A line that says who held an interview."""
_SPACED = re.compile(r"^[A-Z](?: [a-z]){3,}\b|^[A-Z](?: [A-Z]){3,}\b")
"""A first word whose letters are set apart: "N o t e"."""
_TITLE_FIELDS = ("title", "main-title")
_WITH = re.compile(r"^(?P<first>.{0,200}?)\bwith[ ]+(?P<second>.+)$", re.I)
_KIND = re.compile(rf"^.*\b(?:{TALK}|record|notes|memorandum|minutes)\b(?:\s+(?:of|by))?", re.I)
_RECORD = re.compile(
    r"^.*?\b(?:records?|notes?|memorandum|minutes|transcript|summary)\s+(?:of|on)\s+(?:an?\s|the\s)?", re.I
)
_NOTES_BY = re.compile(
    r"\b(?:(?:working|handwritten|rough|personal|stenographic|diary)\s+notes?\s+(?:of|by)|(?:notes?|minutes|record)\s+"
    r"(?:taken\s+|kept\s+|made\s+)?by)\s+(?:the\s+)?(?P<who>[A-Z].*)$",
    re.I,
)
"""Who kept the record, as its title says: "working notes of V. Marin"."""
_OF = re.compile(r"^(?:.*?\b(?:of|by)[ ](?:an?[ ]|the[ ])?)(?P<who>[A-Z].*)$")
_BEHIND_OFFICE = re.compile(
    r"(?:\b(?:[Bb]etween|[Oo]f|[Ww]ith|[Ff]rom|[Tt]o|[Bb]y|and)|,) (?:the )?"
    r"(?P<office>(?:[A-Z][\w.’'-]*)(?: (?:(?!and the\b|[Bb]etween\b|Conversation\b)[\w.’'-]+))*?),? "
    r"\((?P<name>(?:[A-Z]\. ?)*[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\)"
)
"""Who holds an office, in brackets behind it: "between the Minister of Trade (Lie) and the Ambassador (Kos)"."""
_TITLED = re.compile(
    r"\b(?:[Bb]etween|[Ww]ith|and|of)[ ](?P<office>(?:Vice[ ])?President|Premier|(?:Prime[ ]|Foreign[ ])?Minister|"
    r"(?:Party[ ])?Chairman|King|Queen|Prince|Chancellor|General[ ]Secretary|Secretary(?:[ ]of[ ]State)?|Ambassador|"
    r"Senator|General|Admiral|Governor|Marshal)[ ](?P<name>[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?)"
    r"(?=,?[ ](?:and|With|with|in|on|at)\b|,|$)"
)
"""Who is named behind a title, beside others whose names stand in brackets: "Between President Holm and …"."""
_MARK_OF_NOTE = re.compile(r"(?<=[a-z)])\d{1,2}(?=$|[ ,])")
"""The mark of a note that touches the word before it."""
_END = re.compile(
    r"""[,;:]?[ ](?:on[ ](?:\d|the|[A-Z][a-z]+[ ]\d) | in[ ](?:Moscow|Beijing|Peking|\d|the) | held\b | about\b
    | regarding\b | concerning\b | during\b | dated\b | at[ ]the\b | from[ ]\d)
    | [ ]in[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?$
    | ,[ ](?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ ]\d)
    | [.\"”]$""",
    re.X,
)


def persons_of_titles(draft: Draft) -> Iterator[Presence]:
    """Yield the persons whom the title of the web page, then the document's own head, name."""
    titles = [fact.value for fact in draft.facts if fact.field in _TITLE_FIELDS]
    yield from _parties(draft)
    yield from _interviewers(draft)
    yield from _named_on_cover(draft)
    for title in _titles_of_talks([*titles, *_heads(draft)]):
        words = _MARK_OF_NOTE.sub("", " ".join(title.split()))
        shouted = words.isupper()
        if keepers := list(diarists(in_small_letters(words) if shouted else words, draft.people)):
            yield from keepers
            continue
        for presence in _of_title(_who_met(in_small_letters(words) if shouted else words), draft):
            known = draft.people.match(presence.name)
            if not _OF_RECORDS.isdisjoint(presence.name.lower().split()) or _is_no_person(presence):
                continue
            if presence.office and re.search(
                rf"\b{re.escape(presence.office)} and {re.escape(presence.name)}", words, re.I
            ):
                presence = presence._replace(office="")  # two persons: "the President and A. B. Lie"
            if known is not None and shouted and (" " in known.names[0] or " " not in presence.name):
                presence = presence._replace(name=known.names[0])
            elif shouted and name_key(presence.name).count(" ") == 0 and not presence.office:
                continue
            yield presence


def _is_no_person(presence: Presence) -> bool:
    """Tell whether what a title names is a number of a file or a house: "Lenka Castle", "Boyana Residence"."""
    name = f"{presence.name} {presence.office}" if presence.office in _HOUSES else presence.name
    return _NO_NAME.search(name) is not None or (" " in name and name.split()[-1] in _HOUSES - _SURNAMES)


def _titles_of_talks(titles: list[str]) -> Iterator[str]:
    """Yield titles, those in two parts each: whose journal it is from, and what it records; no remark behind them."""
    for title in titles:
        words = _DAY_BEHIND.sub("", _EXCERPTS.sub("", " ".join(title.split())))
        words = _SPELLED.sub(
            lambda match: match["name"] if is_spelling(match["name"], match["other"]) else match[0], words
        )
        inner = _INNER_TITLE.search(words) if _OF_DIARY.match(words) else None
        if inner is None:
            yield words
        else:
            yield words[: inner.start()]
            yield words[inner.end() :].strip("'’”\" ")


def _who_met(title: str) -> str:
    """Return a title as far as it says who met whom, without place, date and subject behind that."""
    parties = _PARTIES.search(title)
    end = _END.search(title, parties.end() if parties else 0)
    return title[: end.start()] if end else title


_PARTIES = re.compile(r"\b(?:between|with)\s", re.I)
_OF_DIARY = re.compile(
    r"(?:Excerpts? )?(?:From )?(?:the )?"
    r"(?:(?:official )?(?:diary|journal) of\b|[\w.-]+(?: [\w.-]+){0,3}?[’']s? (?:diary|journal)\b)",
    re.I,
)
_INNER_TITLE = re.compile(
    r"[,:.]?\s[‘'“\"]?(?=(?:A |The )?(?:Record|Memorandum|Minutes|Notes?|Transcript|Account|Report)\b)|"
    r"\s(?:on|about)\s(?=(?:his|her|the|an?)\s(?:conversation|meeting|talk|discussion)s?\b)",
    re.I,
)
"""Where the title of an entry begins behind that of the journal."""
_DAY_BEHIND = re.compile(
    r"(?<=[a-zé]),?\s(?:on\s)?(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s\d{1,2})?,?\s\d{4}$"
)
_SPELLED = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) \[(?P<other>[A-Z][\w’' -]{2,40})\]")
"""A name, and another spelling of it in brackets."""
_EXCERPTS = re.compile(
    r"\s*[(\[](?:fragments?|excerpts?|extracts?|abridged|summary|translation|draft)[^()\[\]]{0,40}[)\]]\s*$", re.I
)


def _interviewers(draft: Draft) -> Iterator[Presence]:
    """Yield who held an interview, as a line at its head has it: "By Ida Quill"."""
    blocks = [block for block in islice(draft.body_blocks(), _HEAD) if block.end - block.start < _LONGEST]
    if not any(re.search(r"\binterview(?:ed)?\b|\boral history\b", draft.text_of(block), re.I) for block in blocks[:6]):
        return
    for block in blocks:
        if match := _BY_LINE.search(draft.lined[block.start : block.end]):
            for who, initials in (match.group("who", "initials"), match.group("other", "others")):
                if who:
                    name = in_small_letters(who) if who.isupper() else " ".join(who.split())
                    _know_by_initials(draft, name, initials)
                    yield Presence(name, "interviewer")


def _know_by_initials(draft: Draft, name: str, initials: str | None) -> None:
    """Let somebody be known by the initials given in parentheses behind the name, under which he speaks."""
    if initials:
        draft.people.alias(draft.people.add(name, office="interviewer", role="participant"), initials, short=True)


def _named_on_cover(draft: Draft) -> Iterator[Presence]:
    """Yield those whose full names stand alone on lines of the head, and who speak under their surnames."""
    for block in islice(draft.body_blocks(), _HEAD):
        if block.role not in {Role.HEAD, Role.OPENER} or block.end - block.start > _LONGEST:
            continue
        for line in draft.lined[block.start : block.end].splitlines():
            name = _FULL_NAME.fullmatch(line.strip())
            if name is None or not _OF_RECORDS.isdisjoint(name[0].lower().split()):
                continue
            label = re.compile(rf"^\W*{re.escape(name['last'])}\s?:", re.I | re.M)
            if len(label.findall(draft.lined[:_READ])) > 1:
                yield Presence(in_small_letters(name[0]) if name[0].isupper() else name[0])


_FULL_NAME = re.compile(
    r"(?!(?i:by|with|for|and|to|from|the|interviewed|transcript)\b)"
    r"[A-Z][\w’'-]+(?: [A-Z]\.| [A-Z][\w’'-]+){0,2} (?P<last>[A-Z][\w’'-]+)(?:, (?:Jr|Sr|JR|SR)\.)?"
)


def _parties(draft: Draft) -> Iterator[Presence]:
    """Yield the two who talk on the telephone, as a line of the opener has them: "Lindqvist/Kiss"."""
    for block in islice(draft.body_blocks(), _HEAD):
        match = _PAIR.fullmatch(draft.clean_block(block)) if block.role in {Role.OPENER, Role.HEAD} else None
        if match is not None and len({max(name) < _BEYOND_LATIN for name in match.groups()}) == 1:
            yield from (Presence(name, principal=True) for name in match.groups())


def _heads(draft: Draft) -> list[str]:
    """Return the document's own first titles, each with the lines that go on with it."""
    heads: list[str] = []
    reader = Reader(draft)
    for block in islice(draft.body_blocks(), _HEAD):
        words = reader.read_block(block).text.strip() if block.end - block.start < _LONGEST else ""
        if words and block.why == COVER:
            words = " ".join(draft.lined[block.start : block.end].split())
        words = _SPACED.sub(lambda match: match[0].replace(" ", ""), words, count=1)
        if not words or (block.role is not Role.HEAD and not IS_TITLE.match(words)):
            continue
        if heads and ((block.joined and block.why != COVER) or _GOES_ON.match(words)):
            heads[-1] += f" {words}"
        else:
            heads.append(words)
    return heads[:4]


def _of_title(words: str, draft: Draft) -> Iterator[Presence]:
    if bracketed := [
        match for match in _BEHIND_OFFICE.finditer(words) if match["name"][1:] != match["name"][1:].upper()
    ]:
        titled = list(_TITLED.finditer(words))
        in_order = sorted([*titled, *bracketed], key=lambda match: match.start("name"))
        yield from (Presence(match["name"], match["office"], principal=True) for match in in_order)
        return
    if attended := _ATTENDED.search(words):
        yield from (Presence(found.name, found.office) for found in listed_persons(attended["who"]))
        return
    if match := _NOTES_BY.search(words):
        yield from (Presence(found.name, found.office, role="recorder") for found in listed_persons(match["who"]))
        words = words[: match.start()].rstrip(" ,[(")
    found = list(principals(words, draft.people))
    if found:
        yield from found
        return
    if (alone := _WITH_ONE.search(words)) and _speaks(alone["name"], draft):
        yield Presence(alone["name"], principal=True)
        return
    match = _WITH.match(words)
    parts = (match["first"], _TOPIC.split(match["second"])[0]) if match else (words,)
    for part in parts:
        yield from _of_part(_party(part), draft, is_alone=match is None)


_ATTENDED = re.compile(r"\bmeeting attended by\s+(?P<who>.+)$", re.I)
"""Who was there, as the title of a record of it says."""
_WITH_ONE = re.compile(rf"\b(?:{TALK})\s+with\s+(?P<name>[A-Z][a-z]{{3,}})(?:,\s+\d[^,]*)?$", re.I)


def _speaks(name: str, draft: Draft) -> bool:
    """Tell whether somebody of a name without given name says something in the text."""
    said = rf"\b{re.escape(name)},?\s(?:\w+\s)?(?:{_SAYS})\b"
    return name[:1].isupper() and re.search(said, draft.text) is not None


_SAYS = "said|asked|noted|replied|stated|remarked|thanked|requested|emphasi[sz]ed|continued"
_TOPIC = re.compile(r"\s(?:on|about|regarding|concerning)\s(?=[A-Z])")
"""What precedes the subject of a talk, behind who met whom."""


def _party(part: str) -> str:
    """Return a part of a title without what says that it is a record of a talk."""
    bare = _KIND.sub("", part).strip()
    rest = _RECORD.sub("", part)
    return bare or (rest if rest != part else "")


def _of_part(part: str, draft: Draft, *, is_alone: bool) -> Iterator[Presence]:
    """Yield the persons of one party, as it stands, or after the last "of" before a name: "conversation of X"."""
    while True:
        listed = listed_persons(part, lambda name: draft.people.match(name) is not None)
        found = [
            person for person in listed if " " in person.name or _is_addressed(part[: person.start], person, draft)
        ]
        match = None if found else _OF.match(part)
        if match is None:
            break
        part = match["who"]
    yield from (
        Presence(person.name, person.office, principal=True)
        for person in found
        if not is_alone or _is_surely_a_person(part[: person.start], person, draft)
    )


def _is_addressed(before: str, person: Listed, draft: Draft) -> bool:
    """Tell whether a surname alone is a known person's, or a form of address stands before it."""
    last = before.split()[-1:]
    address = bool(last) and last[0].strip(".").lower() in (ADDRESS | _TITLES) - {"the", "his", "her"}
    return address or draft.people.match(person.name) is not None


_TITLES = frozenset("minister ambassador president premier chairman chancellor secretary marshal king".split())
"""Offices that stand before a surname alone: "Comrade Minister Holm"."""


def _is_surely_a_person(before: str, person: Listed, draft: Draft) -> bool:
    """Tell whether two words with capitals in a title are a name: by title, office, initials, or the text."""
    if person.name.split()[-1] in _HOUSES:
        return False
    if draft.people.match(person.name) or person.office or "." in person.name:
        return True
    words = before.lower().replace(".", " ").split()
    if words and words[-1] in ADDRESS | OFFICES:
        return True
    surname = re.escape(person.name.split()[-1])
    text = draft.text[:_READ]
    return len(re.findall(rf"\b{surname}\b", text)) > 1 and not re.search(rf"\b{surname.lower()}\b", text)
