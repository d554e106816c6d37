"""Title, responsibility and publication (TEI 2.2)."""

from __future__ import annotations

import re
from itertools import groupby, pairwise, takewhile

from lxml import etree

from diple.agents import slug
from diple.draft import Draft
from diple.edition import Edition
from diple.header.elements import Facts, certainty, datable, make, paragraph, plain
from diple.model import Block, Fact, Role
from diple.xmlio import XML_ID

_TITLE_LENGTH = 240
_VERBS = {
    "translator": "translated by",
    "contributor": "contributed by",
    "transcriber": "transcribed by",
    "editor": "edited by",
    "author": "written by",
}
"""What those do who are responsible for words that are not the document's own, by their role."""
_WORDS_BY = "notes and supplied words by"
_UNNAMED = {"author": ("notes by", "the author of the document")}
"""What an agent is said to have done whom the source does not name, and how it is spoken of."""


def document_title(facts: Facts) -> str:
    """Return the title by which a document goes: the record's, its own head, "A to B, date" for a letter, or its id."""
    if told := facts.first("title"):
        return plain(told.value)
    main = takewhile(lambda block: block.role is not Role.ENCLOSURE, facts.draft.blocks)
    heads = [block for block in main if block.role is Role.HEAD]
    heads = [block for block in heads[:2] if _tells_correspondents(facts, block)] or heads
    text = " ".join(dict.fromkeys(_lines_as_words(facts.draft, block) for block in heads[:2]))
    return _shortened(plain(text)) or _title_of_letter(facts) or facts.doc_id


def _tells_correspondents(facts: Facts, head: Block) -> bool:
    """Tell whether a head says who writes to whom: it is a whole title."""
    told = facts.first("received-by", "received-by-org", "received-by-name")
    return told is not None and head.start == told.start


def _lines_as_words(draft: Draft, block: Block) -> str:
    """Return the words of a head, a space for each line end that it keeps."""
    breaks = [point.offset for point in draft.points if point.tag == "lb" and block.start < point.offset < block.end]
    parts = (draft.clean(start, end).text for start, end in pairwise([block.start, *sorted(breaks), block.end]))
    return " ".join(" ".join(parts).split())


def _shortened(words: str) -> str:
    """Return the words of a title, those of a very long one up to the last that still fits."""
    return words if len(words) <= _TITLE_LENGTH else f"{words[:_TITLE_LENGTH].rpartition(' ')[0]} …"


def _title_of_letter(facts: Facts) -> str:
    """Return who writes to whom, and when, where a letter without title tells it."""
    sender = facts.first("sent-by", "sent-by-org", "sent-by-name", "author")
    addressee = facts.first("received-by", "received-by-org", "received-by-name")
    if sender is None or addressee is None:
        return ""
    written = facts.first("document-date", "setting-date", "date")
    when = f", {plain(written.value)}" if written else ""
    to = re.sub(r"^The (?=[A-Z])", "the ", plain(addressee.value))
    return f"{plain(sender.value)} to {to}{when}"


def title_statement(facts: Facts) -> etree._Element:
    """Return ``titleStmt``: titles, author, funders, and everyone responsible for anything."""
    told = facts.all("title")
    if told:
        titles = [facts.say("title", fact, {"type": "sub" if n else "main"}) for n, fact in enumerate(told)]
    else:
        titles = [make("title", document_title(facts), attrs={"type": "main"})]
    authors = facts.say_each("author", facts.all("author"))
    funders = facts.say_each("funder", facts.all("funder"))
    return make("titleStmt", *titles, *authors, *funders, *_responsible(facts))


def _responsible(facts: Facts) -> list[etree._Element]:
    """Return one ``respStmt`` for each kind of work; those that ``@resp`` may point to carry the role as their id."""
    used_ids: set[str] = set()
    statements: list[etree._Element] = []
    declared: set[str] = set()
    work: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts.all("resp"):
        work.setdefault((fact.attrs.get("role", "editor"), fact.attrs.get("verb", "")), []).append(fact)
    for (role, verb), members in work.items():
        attrs = {} if role in declared or role not in {"translator", "transcriber", "editor"} else {XML_ID: role}
        declared.update(attrs.values())
        names = facts.say_each("persName", members)
        for name in names:
            _name_id(name, used_ids)
        resp = make("resp", verb or _VERBS.get(role, role))
        for fact in facts.all("resp-verb"):
            if fact.attrs.get("verb") == verb:
                facts.note(fact, resp)
        statements.append(make("respStmt", resp, *names, attrs=attrs))
    agents = facts.draft.agents
    verbs = {**_VERBS, **agents.work}
    unnamed = [_unnamed(role, agents.named.get(role, []), verbs) for role in agents.required if role not in declared]
    return statements + unnamed


def _name_id(name: etree._Element, used: set[str]) -> None:
    """Give one who is responsible an ``xml:id``, surname first; none if the name has no letters or has its id."""
    words = (name.text or "").split()
    identifier = f"resp-{slug(' '.join([*words[-1:], *words[:-1]]))}"
    if identifier != "resp-" and identifier not in used:
        used.add(identifier)
        name.set(XML_ID, identifier)


def _unnamed(role: str, names: list[str], verbs: dict[str, str]) -> etree._Element:
    """Return the statement for an agent to whom words are ascribed.

    Where the source does not say who it is, ``name`` is of the type "unnamed": it is no name that a citation may give.
    """
    if names:
        who = [make("persName", plain(name)) for name in names]
        return make("respStmt", make("resp", verbs.get(role, role)), *who, attrs={XML_ID: role})
    resp, words = _UNNAMED.get(role, (_WORDS_BY, f"the {role}, who is not named in the source"))
    return make("respStmt", make("resp", resp), make("name", words, attrs={"type": "unnamed"}), attrs={XML_ID: role})


def publication(facts: Facts, edition: Edition | None) -> etree._Element:
    """Return ``publicationStmt``: publisher, the record's number and date, what may be done with text and markup."""
    publisher = edition.publisher if edition and edition.publisher else "Not published"
    numbers = [facts.say("idno", fact, {"type": "record"}) for fact in facts.all("record-id")]
    dates = [facts.say("date", fact, {**datable(fact), "type": "uploaded"}) for fact in facts.all("uploaded")]
    return make("publicationStmt", make("publisher", publisher), *numbers, *dates, _availability(facts, edition))


def _availability(facts: Facts, edition: Edition | None) -> etree._Element:
    rights = facts.all("rights")
    parts = [list(group) for _, group in groupby(rights, key=lambda fact: fact.attrs.get("paragraph", str(fact.start)))]
    statements = [_statement(facts, part) for part in parts]
    licences: list[etree._Element] = []
    if edition and edition.licence_name:
        target = {"target": edition.licence_url} if edition.licence_url else {}
        licences = [make("licence", edition.licence_name, attrs=target)]
        statements += [paragraph(edition.rights)] if edition.rights else []
    if not licences and not statements:
        unknown = paragraph("The source says nothing of the rights in it.")
        return make("availability", unknown, attrs={"status": "unknown"})
    return make("availability", *licences, *statements)


def _statement(facts: Facts, parts: list[Fact]) -> etree._Element:
    """Return a paragraph of a statement of rights; ``email`` in a part says on which side an address is hidden."""
    statement = make("p")
    for fact in parts:
        hidden = fact.attrs.get("email", "")
        if hidden in {"before", "both"}:
            _append(statement, _hidden_address())
        _append(statement, _edges(fact))
        facts.note(fact, statement)
        if hidden in {"after", "both"}:
            _append(statement, _hidden_address())
    return statement


def _hidden_address() -> etree._Element:
    return make("email", make("gap", attrs={"reason": "obfuscated"}))


def _edges(fact: Fact) -> str:
    """Return a fact's words with the spaces at its ends kept as one."""
    words = plain(fact.value)
    lead = " " if fact.value[:1].isspace() else ""
    tail = " " if fact.value[-1:].isspace() else ""
    return f"{lead}{words}{tail}" if words else ""


def _append(element: etree._Element, item: etree._Element | str) -> None:
    if not isinstance(item, str):
        element.append(item)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + item
    else:
        element.text = (element.text or "") + item


def unplaced(facts: Facts) -> etree._Element | None:
    """Return ``notesStmt`` with whatever the record tells that has no place of its own, or None."""
    notes = [facts.say("note", fact, {"type": "source", **certainty(fact)}) for fact in facts.homeless()]
    return make("notesStmt", *notes) if notes else None
