"""Who says "I" in a record of a talk: named at its head, in its title, or under it."""

from __future__ import annotations

from diple import patterns as re
from diple.agents import Person
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.participants.labels import OFFICE_ALONE
from diple.recognisers.participants.letters import in_small_letters
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import is_office_word

_MEETS = re.compile(
    r"""(?:^|[.,;]\s+|\bat[ ][\d:.]+[ ](?:[ap]\.?m\.?[ ])?|\b\d{4},?[ ]|\b[A-Z][a-z]+,?[ ]|\b\d{1,2}[ ][A-Z][a-z]+[ ])
    I[ ](?:again[ ]|also[ ])?(?:received|met|visited|called[ ]on|paid|had[ ]an?[ ]|went[ ]to|was[ ]received|invited|
    talked|spoke|handed|saw)\b""",
    re.X,
)
_TELLS = re.compile(
    r"""(?:^|[.;]\s+|[”"]\s+)(?:[^,.;]{2,60},?\s)??I[ ](?:then[ ]|also[ ]|again[ ])?(?:told|asked|replied|answered|said|
    thanked|informed|reminded|responded|inquired|explained|pointed[ ]out|noted|added|remarked|stated|expressed|
    emphasi[sz]ed|requested|advised|briefed|reported|assured)\b""",
    re.X,
)
"""Sentences of a narrator who takes part in the talk."""
_UNDERSIGNED = re.compile(
    r"\b[Tt]he undersigned\b[^.;]{0,80}?\b(?:present|attended|took part|accompanied|interpreted)\b"
)
"""That whoever signs was there."""
_BY = re.compile(
    r"^.*\b(?:conversation|meeting|talk|interview|record|notes?|minutes|memorandum)\b.*?,?\s+by\s+(?P<who>\S.*)$",
    re.I | re.S,
)
_NAMED_OFFICE = re.compile(
    r"(?:the )?(?P<office>[A-Z][^()]{3,90}?) \((?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})\)\d{0,3}\.?"
)
_SURNAME = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")
_SIGNATURES = 12
"""The blocks at the end of a document, in number, in which it may be signed."""
_TOLD = 12
"""The paragraphs at the head of a record, in number, in one of which its narrator says I."""


def find_author(draft: Draft, paragraphs: list[Block], principals: list[Person]) -> None:
    """Give the role of author to whoever writes "I received", if the document names them."""
    if any("author" in person.roles for person in draft.people):
        return
    first = [draft.text[block.start : min(block.end, block.start + 400)] for block in paragraphs[:_TOLD]]
    if any(_UNDERSIGNED.search(words) for words in first) and (signer := _signer(draft)):
        signer.roles += ["participant"] if "participant" not in signer.roles else []
    meets = any(_MEETS.search(words) for words in first[:3])
    if not meets and not any(_TELLS.search(words) for words in first):
        return
    person = _in_head(draft) or _sender(draft) or _signer(draft)
    if person is None and meets:
        person = _other_principal(draft, paragraphs[:3], principals)
    if person is None:
        person = _other_principal(draft, paragraphs, [one for one in draft.people if "participant" in one.roles])
    if person is not None:
        person.roles.append("author")


def _in_head(draft: Draft) -> Person | None:
    """Return whom a head names as writer: "Memorandum of Conversation, by the Under Secretary of State (Holm)"."""
    for block in draft.blocks[:40]:
        match = _BY.match(draft.clean_block(block)) if block.role is Role.HEAD else None
        if match is None:
            continue
        if named := _NAMED_OFFICE.fullmatch(match["who"]):
            return draft.people.add(named["name"], office=named["office"], role="participant")
        if alone := OFFICE_ALONE.fullmatch(match["who"].rstrip("0123456789. ")):
            return _holder(draft, alone["office"]) or draft.people.add(
                f"The {alone['office']}", office=alone["office"], role="participant"
            )
        return _person(draft, match["who"])
    return None


def _holder(draft: Draft, office: str) -> Person | None:
    """Return the one participant whose title is the office, or begins it: Secretary Holm, the Secretary of State."""
    holders = [
        person for person in draft.people if any(f"{office} ".startswith(f"{title} ") for title in person.offices)
    ]
    return holders[0] if len(holders) == 1 else None


def _sender(draft: Draft) -> Person | None:
    """Return the person of a line "From: …"."""
    for block in draft.blocks[:40]:
        text = draft.text_of(block)
        if block.role is Role.OPENER and text[:5].lower() == "from:":
            return _person(draft, text[5:])
    return None


def _signer(draft: Draft) -> Person | None:
    """Return the last person who signs the document."""
    for block in reversed(draft.blocks[-4 * _SIGNATURES :]):
        if block.role is not Role.CLOSER:
            continue
        lines = [line.strip() for line in draft.lined[block.start : block.end].split("\n") if line.strip()]
        if person := _person(draft, draft.text_of(block)):
            return person
        if len(lines) == 2 and _SURNAME.fullmatch(lines[0]) and is_office_word(lines[1].split()[-1]):
            return draft.people.add(lines[0], office=lines[1])
    return None


def _person(draft: Draft, text: str) -> Person | None:
    bare = re.sub(r"\[[^\[\]]*\]|/s/", " ", text)
    words = " ".join(re.sub(r"\([^()]*\)", " ", bare).split()) or " ".join(bare.strip(" ()").split())
    words = words.replace("/", " ").strip()
    words = in_small_letters(words) if words.isupper() else words
    for part in (words, " ".join(words.split()[-3:]), " ".join(words.split()[-2:]), " ".join(words.split()[-1:])):
        if person := draft.people.match(part):
            return person
    listed = [person for person in listed_persons(words[:300]) if " " in person.name]
    return draft.people.add(listed[0].name, office=listed[0].office) if len(listed) == 1 else None


def _other_principal(draft: Draft, paragraphs: list[Block], principals: list[Person]) -> Person | None:
    """Return the one of two principals whom the first paragraphs do not name as the other party."""
    told = " ".join(draft.text[block.start : min(block.end, block.start + 2000)] for block in paragraphs[:_TOLD])
    unnamed = [person for person in principals if person.names[0].split()[-1] not in told]
    return unnamed[0] if len(principals) == 2 and len(unnamed) == 1 else None
