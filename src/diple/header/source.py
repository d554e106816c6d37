"""Where the text comes from: the archival document, the print, the web page (TEI 2.2.7 and chapter 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from diple.header.elements import Facts, certainty, datable, make, paragraph, plain
from diple.header.file import document_title
from diple.model import Fact

_WORD = re.compile(r"[\w.\-/*]+")
_UNITS = ("fond", "opis", "delo", "series", "volume", "box", "folder", "file", "record-group")
_COUNTED = (
    ("stamp", "stamp", "stamps"),
    ("mark", "mark in the margin", "marks in the margin"),
    ("annotation", "note by hand", "notes by hand"),
    ("addition", "addition by hand", "additions by hand"),
    ("signature", "signature", "signatures"),
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def source_description(facts: Facts) -> etree._Element:
    """Return ``sourceDesc``: the archival unit, the print, the web copy, as far as the source tells of them."""
    parts = [_manuscript(facts), _print(facts), _copy(facts), *_citations(facts)]
    present = [part for part in parts if part is not None]
    return make("sourceDesc", *(present or [paragraph("The transcript does not say where its original is.")]))


def _manuscript(facts: Facts) -> etree._Element | None:
    identifier, contents, physical = _identifier(facts), _contents(facts), _physical(facts)
    if identifier is None and contents is None and physical is None:
        return None
    if identifier is None:
        identifier = make("msIdentifier", make("msName", document_title(facts)))
    history = [make("history", *[facts.say("provenance", fact) for fact in told])] if (
        told := facts.all("provenance")) else []  # fmt: skip
    return make("msDesc", identifier, contents, physical, *history)


def _identifier(facts: Facts) -> etree._Element | None:
    """Return where the document is kept, by the archive named first; another one is left for the notes."""
    archives, marks = facts.all("repository"), facts.all("shelfmark")
    if not archives and not marks:
        return None
    same = [fact for fact in archives if plain(fact.value) == plain(archives[0].value)]
    repository = facts.say_each("repository", same)
    collections = [facts.say("collection", fact) for fact in facts.all("collection")]
    numbers = [facts.say("idno", fact, {"type": "shelfmark"}) for fact in marks]
    parts = [
        make("altIdentifier", number, attrs={"type": unit})
        for unit in _UNITS
        for number in facts.say_each("idno", facts.all(unit))
    ]
    return make("msIdentifier", *repository, *collections, *numbers, *parts)


def _contents(facts: Facts) -> etree._Element | None:
    """Return leaves, title and language of the original."""
    leaves = [facts.say("locus", fact, _extent(fact)) for fact in facts.all("locus")]
    languages = [facts.say("textLang", fact, _language(fact)) for fact in facts.all("original-language")]
    if not leaves and not languages:
        return None
    title = make("title", document_title(facts))
    return make("msContents", make("msItem", *leaves, title, *languages))


def _extent(fact: Fact) -> dict[str, str]:
    return {name: fact.attrs[name] for name in ("from", "to") if _WORD.fullmatch(fact.attrs.get(name, ""))}


def _language(fact: Fact) -> dict[str, str]:
    return {"mainLang": fact.attrs["ident"]} if fact.attrs.get("ident") else {}


def _physical(facts: Facts) -> etree._Element | None:
    hands = [_hand_note(hand.id, hand.description, hand.scribe) for hand in facts.draft.hands]
    described = [make("handDesc", *hands)] if hands else []
    sentence = _additions(facts)
    added = [make("additions", paragraph(sentence))] if sentence else []
    return make("physDesc", *described, *added) if described or added else None


def _hand_note(identifier: str, description: str, scribe: str) -> etree._Element:
    attrs = {"{http://www.w3.org/XML/1998/namespace}id": identifier, "scope": "minor"}
    if scribe and not scribe.split()[1:]:
        attrs["scribe"] = scribe
    return make("handNote", paragraph(plain(description) or "Whose hand this is is not said."), attrs=attrs)


def _additions(facts: Facts) -> str:
    """Return a sentence that counts what was set on the page beside the text, or nothing."""
    found = list(_kinds_of_addition(facts))
    counts = [(found.count(kind), one, several) for kind, one, several in _COUNTED]
    said = [f"{_number(count)} {one if count == 1 else several}" for count, one, several in counts if count]
    if not said:
        return ""
    joined = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
    return f"The transcript gives {joined}."


def _kinds_of_addition(facts: Facts) -> Iterator[str]:
    for span in facts.draft.spans:
        match span.tag, span.attrs.get("type"), span.attrs.get("reason"):
            case "stamp", _, _:
                yield "stamp"
            case "note", "annotation", _:
                yield "annotation"
            case "add", _, _:
                yield "addition"
            case "supplied", _, "signature":
                yield "signature"
    yield from ("mark" for point in facts.draft.points if point.tag == "metamark")


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _print(facts: Facts) -> etree._Element | None:
    """Return the printed work the text was taken from."""
    told = facts.all("print-note", "print-title", "print-publisher", "print-place", "print-date", "print-pages")
    if not told:
        return None
    record = make("bibl", attrs={"type": "printed"})
    for number, fact in enumerate(sorted(told, key=lambda fact: fact.start)):
        if number and len(record):
            record[-1].tail = " "
        record.append(_printed_part(facts, fact))
    return record


def _printed_part(facts: Facts, fact: Fact) -> etree._Element:
    match fact.field:
        case "print-title":
            return facts.say("title", fact, {"level": "m"})
        case "print-publisher":
            return facts.say("publisher", fact)
        case "print-place":
            return facts.say("pubPlace", fact)
        case "print-date":
            return facts.say("date", fact, datable(fact))
        case "print-pages":
            return facts.say("biblScope", fact, {"unit": "page", **_extent(fact)})
        case _:
            return facts.say("note", fact, {"type": "source"})


def _copy(facts: Facts) -> etree._Element | None:
    """Return the web page or file the text was taken from: what it says of itself, its record number and address."""
    said = facts.all("digital-note")
    links = facts.all("url")
    numbers = [plain(fact.value) for fact in facts.all("record-id")]
    if not said and not links and not numbers:
        return None
    record = make("bibl", attrs={"type": "digital"})
    parts = [facts.say("note", fact, {"type": "source", **certainty(fact)}) for fact in said]
    parts += [make("idno", number, attrs={"type": "record"}) for number in numbers]
    parts += [facts.say("idno", fact, {"type": "uri"}) for fact in links]
    for part in [make("title", document_title(facts)), *parts]:
        if len(record):
            record[-1].tail = " "
        record.append(part)
    return record


def _citations(facts: Facts) -> list[etree._Element]:
    """Return citations and references to related documents, kept as they stand."""
    given = [facts.say("bibl", fact, {"type": "citation"}) for fact in facts.all("citation")]
    return given + [facts.say("bibl", fact, {"type": "related"}) for fact in facts.all("related")]
