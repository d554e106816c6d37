"""Recognise who signs a document and to whom it is written, as persons (TEI 2.4.6 and 16.2.2)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from diple import patterns as re
from diple.agents import Person
from diple.draft import Draft
from diple.model import Block, Fact, Role, Span
from diple.recognisers.frame.conventions import INITIALS_NAME, INSTITUTION, OFFICE, PLAIN_NAME
from diple.recognisers.frame.footnames import PLACE
from diple.recognisers.participants import is_record_of_talk
from diple.recognisers.participants.letters import in_small_letters, named
from diple.recognisers.participants.names import Listed, listed_persons
from diple.recognisers.participants.wording import ADDRESS, vocabulary
from diple.recognisers.speech.speakers import by_initials

_NO_PERSONS = vocabulary("""
    all brother brothers citizens colleague colleagues comrade comrades countrymen dad daughter excellencies excellency
    father friend friends gentlemen ladies madam majesty mother mum reader readers sir sirs sister son uncle aunt
    men women inhabitants voters electors soldiers sailors peasants farmers nation nations public youth fellow
    wife husband darling everyone centre center station headquarters addressee everybody people workers
""")
"""Words of addresses that name nobody (compared in lower case)."""

_GREETED = re.compile(
    r"\b(?:[Cc]omrade|[Cc]de\.?|Mr\.?|Mrs\.?|Dr\.?|Ambassador|Minister|Dear|Monsieur|Madame|Herrn?|Frau|Señora?|"
    r"Senhora?|Signora?|Genosse|Genossin|[Pp]an[eí]|[Tt]owarzyszu|[Ss]oudruhu|[Dd]omnule|[Tt]ovarășe)"
    r" (?P<name>[A-Z][\w’'\-]+)[,!:. ]*$"
)
_NAMED_BY = {"sent-by": "sent-by", "sent-by-name": "sent-by", "received-by": "received-by",
             "received-by-name": "received-by"}  # fmt: skip
_POST = re.compile(r"\b(?:AM|US|BRIT)?(?:EMBASSY|EMB|CONSUL|CONGEN|MISSION|LEGATION)\b|\bSECSTATE\b|\b[A-Z]+ \d{2,}\b")
"""A post, as cables address it: "AMEMBASSY LENKA", "SECSTATE WASHDC 5512"."""
_ESQUIRE = re.compile(r",?\s+Esq(?:uire|re?)?\b\.?.*|(?:,?\s+&c\.?)+,?.*$", re.I | re.S)
"""The title behind an addressee's name, with all that follows it: "A. B. Cole, Esq., &c., &c."."""
_SEVERAL = re.compile(r"(?:[Tt]o:?\s+)?(?:[Cc]omrades|[Cc]des\.?|[Mm]essrs\.?|[Mm]essieurs)\s")
_I_TOLD = re.compile(
    r"(?:^|[.;,] |\b(?:and|that|which|[Tt]hen|Further|Finally|Afterwards) )I (?:\w+ly |then |also |again |further )?"
    r"(?:received|visited|met|called on|replied|answered|said|told|asked|informed|handed|thanked|stated|noted|"
    r"explained|pointed out|remarked|observed|added|expressed|agreed|promised|emphasi[sz]ed|stressed|reminded)\b|"
    r"\b(?:called on|received|told|asked|informed|invited|visited|handed) me\b"
)
"""What the author of a record tells that he did or said, or was told."""
_OFTEN = 2
_ROLES = {"sent-by": "author", "received-by": "addressee"}


def recognise(draft: Draft) -> None:
    """Point the names in signatures to persons, and sender and addressee of a letter in the header too.

    Those who sign a document that records no talk are its authors, and so is who tells a talk as "I"; an enclosed
    document has signers of its own.
    """
    is_talk = is_record_of_talk(draft) and not _is_told_by_one(draft)
    parts = sorted(
        (span for span in draft.spans if span.tag in {"persName", "roleName"}), key=lambda span: (span.start, -span.end)
    )
    main_end = next((block.start for block in draft.blocks if block.role is Role.ENCLOSURE), len(draft.text))
    for index, span in list(_signatures(draft)):
        is_author = not is_talk and span.start < main_end
        if person := _signer(draft, span, parts, "author" if is_author else ""):
            draft.spans[index] = replace(span, attrs={**span.attrs, "ref": f"#{person.id}"})
    greetings = {block.start for block in draft.blocks if block.tag == "salute"}
    for index, fact in enumerate(draft.facts):
        field = _NAMED_BY.get(fact.field)
        persons = _correspondents(draft, fact, _ROLES[field], is_greeting=fact.start in greetings) if field else []
        if field and persons:
            ref = " ".join(f"#{person.id}" for person in persons)
            named = field if len(persons) == 1 else f"{field}-name"
            draft.facts[index] = fact._replace(field=named, attrs={**fact.attrs, "ref": ref})
    _know_greeted(draft)


def _is_told_by_one(draft: Draft) -> bool:
    """Tell whether prose without turns says what "I" did and said to somebody, and one name signs."""
    if any(block.role is Role.SPEECH for block in draft.blocks) or len(list(_signatures(draft))) != 1:
        return False
    told = [block for block in draft.blocks if block.role in {None, Role.PARAGRAPH, Role.ITEM}]
    return sum(len(_I_TOLD.findall(draft.text_of(block))) for block in told) >= _OFTEN


def _know_greeted(draft: Draft) -> None:
    """Let the addressee be known by the name in the salutation too: "Esteemed Comrade Lund!"."""
    for block in draft.blocks:
        match = (
            _GREETED.search(draft.clean_block(block)) if block.tag == "salute" and block.role is Role.OPENER else None
        )
        if match and (person := draft.people.match(match["name"])):
            draft.people.alias(person, match["name"], short=True)


def _signatures(draft: Draft) -> Iterator[tuple[int, Span]]:
    """Yield the names in signatures that point to nobody yet, with their places among the spans."""
    closers = [block for block in draft.blocks if block.role is Role.CLOSER]
    starts = [block.start for block in closers]
    for index, span in enumerate(draft.spans):
        if span.tag == "persName" and span.by == "frame" and "ref" not in span.attrs:
            place = bisect_right(starts, span.start) - 1
            if place >= 0 and span.start < closers[place].end:
                yield index, span


def _signer(draft: Draft, span: Span, parts: list[Span], role: str) -> Person | None:
    """Return the person who signs, entered if new, with the office in the signature."""
    name = _written_name(draft.words(span.start, span.end))
    if not name:
        return None
    known = draft.people.match(name) or by_initials(draft.people, name)
    if known is None and re.fullmatch(r"(?:[A-Z]\.[ ]?)+", name):
        return None
    person = draft.people.add(known.names[0] if known else name, office=_office_beside(draft, span, parts), role=role)
    if " " in name and not re.fullmatch(r"(?:[A-Z]\.[ ]?)+", name):
        draft.people.complete(person, name)
    return person


def _written_name(words: str) -> str:
    """Return a name as the list of persons gives it, or nothing if the words are no name."""
    plain = words.strip("()[] ,;")
    if not (INITIALS_NAME.fullmatch(plain) or PLAIN_NAME.fullmatch(plain)) or len(plain) > 60:
        return ""
    if INSTITUTION.search(plain) or (OFFICE.search(plain) and not INITIALS_NAME.fullmatch(plain)):
        return ""
    return named(plain)


def _office_beside(draft: Draft, span: Span, parts: list[Span]) -> str:
    """Return the office in the same signature: of the block of the name and those joined to it.

    ``parts`` are the names and offices of the document in order.
    """
    block = draft.block_at(span.start)
    if block is None:
        return ""
    blocks = draft.paragraph_of(block)
    first, last = (
        bisect_left(parts, offset, key=lambda part: part.start) for offset in (blocks[0].start, blocks[-1].end)
    )
    names = [part for part in parts[first:last] if part.tag == "persName"]
    offices = [part for part in parts[first:last] if part.tag == "roleName"]
    if len(names) != 1 or len(offices) != 1:
        return ""
    words = " ".join(" ".join(_line_words(draft, offices[0], blocks)).split())
    return in_small_letters(words) if words.isupper() else words


def _line_words(draft: Draft, span: Span, parts: list[Block]) -> Iterator[str]:
    """Yield the words of a span line by line: no white space stands between the lines of a signature any more."""
    for part in parts:
        start, end = max(part.start, span.start), min(part.end, span.end)
        if start < end:
            yield draft.clean(start, end).text


def _correspondents(draft: Draft, fact: Fact, role: str, *, is_greeting: bool) -> list[Person]:
    """Return the persons that a sender or addressee is, entered if new; none for bodies, offices, readers at large."""
    words = " ".join(fact.value.split())
    if known := draft.people.match(words):
        return [draft.people.add(known.names[0], role=role)]
    return [_entered(draft, listed, role) for listed in _persons_in(words, is_greeting=is_greeting)]


def _entered(draft: Draft, listed: Listed, role: str) -> Person:
    known = draft.people.match(listed.name)
    return draft.people.add(known.names[0] if known else named(listed.name), office=listed.office, role=role)


def _persons_in(words: str, *, is_greeting: bool) -> list[Listed]:
    """Return the persons that an address names: one, or several after "Comrades".

    A single word that is no part of a greeting and has no title before it may be a place, and counts for nobody.
    """
    words = _ESQUIRE.sub("", words)
    if (
        len(words) > 200
        or _POST.search(words)
        or PLACE.match(words)
        or (INSTITUTION.search(words) and not INITIALS_NAME.search(words))
    ):
        return []
    shown = in_small_letters(words) if words.isupper() else words
    several = _SEVERAL.match(shown)
    listed = listed_persons(shown, lambda name: several is not None and name[:1].isupper())
    listed = [person for person in listed if not OFFICE.fullmatch(person.name.split()[-1])]
    found = [person for person in listed if _names_somebody(shown, person, may_be_bare=is_greeting or bool(several))]
    return found if len(found) == 1 or several else []


def _names_somebody(words: str, person: Listed, *, may_be_bare: bool) -> bool:
    parts = [part.strip(".,").lower() for part in person.name.split()]
    if any(part in _NO_PERSONS for part in parts) or INSTITUTION.search(person.name):
        return False
    before = re.findall(r"[^\W\d_]+", words[: person.start].lower())
    return len(parts) > 1 or may_be_bare or bool(before and before[-1] in ADDRESS - {"the", "his", "her"})
