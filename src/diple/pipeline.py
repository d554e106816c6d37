"""The line from a transcript to TEI: read, recognise, settle, plan, build, account."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from diple.account import account
from diple.build import Builder
from diple.conventions import House, built_in, house_of
from diple.draft import Draft
from diple.findings import Finding
from diple.formats.tei import taken_ledger
from diple.header import build_header
from diple.header.profile import LANGUAGES
from diple.inputs import document_id, is_name_character, is_name_start
from diple.language import ENGLISH, language_of
from diple.ledger import Ledger
from diple.recognisers import RECOGNISERS
from diple.recognisers.registered import recognise_registered
from diple.register import register_of
from diple.serialise import serialise
from diple.settle import settle
from diple.source import Source, read_source
from diple.structure import plan
from diple.xmlio import NSMAP, XML_ID, XML_LANG, tei

if TYPE_CHECKING:
    from diple.edition import Edition

SCHEMAS = "../schema/"
"""Where a TEI file looks for the schema and its rules, as an address relative to it that ends in a slash."""

_MODELS = (
    ("diple.rng", "http://relaxng.org/ns/structure/1.0"),
    ("diple.sch", "http://purl.oclc.org/dsdl/schematron"),
)


@dataclass(frozen=True)
class Encoding:
    """The result of encoding one source.

    ``tei`` holds the file's bytes, ``ledger`` the account of the source, ``findings`` what was noticed on reading it
    (I…) and the places that want a person (D…), by the source's lines. ``transcript`` is the text that those lines are
    counted in, where the source is no plain text.
    """

    tei: bytes
    ledger: Ledger
    findings: tuple[Finding, ...]
    transcript: str = ""


def encode(
    source: Source, *, edition: Edition | None = None, house: House | None = None, schemas: str = SCHEMAS
) -> Encoding:
    """Encode a transcript as TEI P5.

    ``schemas`` is the address of the schema files as written into the TEI, relative to it. Names that the register of
    the ``edition`` knows point to it; the wordings of the ``house`` (``house_of``) are known, without one those
    built in. Never fails on text: what no recogniser understands stays text; TEI is taken as it is. The same source
    gives the same bytes. Raises ``DipleError`` if the register cannot be used (``read_register``).
    """
    if source.format == "tei":
        return Encoding(source.original, taken_ledger(source), source.findings)
    draft = Draft(source)
    draft.house = house or built_in()
    return encode_draft(draft, edition=edition, schemas=schemas)


def encode_draft(draft: Draft, *, edition: Edition | None = None, schemas: str = SCHEMAS) -> Encoding:
    """Encode a new draft as TEI P5, as ``encode`` does; it holds afterwards what was said of its characters."""
    for name, recognise in RECOGNISERS:
        draft.recogniser = name
        recognise(draft)
    recognise_registered(draft, register_of(edition))
    settle(draft)
    built = Builder(draft).build(plan(draft))
    identifier = document_id(Path(draft.source.name))
    language = _language_of(draft, built.body)
    header = build_header(draft, doc_id=identifier, language=language, edition=edition)
    root = _document(identifier, header.element, built.body, language)
    models = [f'href="{schemas}{name}" type="application/xml" schematypens="{kind}"' for name, kind in _MODELS]
    data = serialise(root, [f"<?xml-model {model}?>" for model in models])
    ledger = account(draft, built, header.places, data)
    transcript = "" if draft.source.format == "text" else draft.source.text
    return Encoding(data, ledger, draft.source.findings + _doubts(ledger), transcript)


def encode_file(path: Path, *, edition: Edition | None = None, schemas: str = SCHEMAS) -> Encoding:
    """Read and encode a transcript; raises ``DipleError`` if the file, or one with conventions, cannot be used."""
    return encode(read_source(path), edition=edition, house=house_of(path, edition), schemas=schemas)


def _doubts(ledger: Ledger) -> tuple[Finding, ...]:
    """Return the places for a person to look at as findings on the lines of the source."""
    name = ledger.source_name
    return tuple(
        Finding(item.code, "advice", name, item.line, 0, item.message, item.to, item.suggestion, name, item.line)
        for item in ledger.reviews
    )


def xml_id(identifier: str, taken: Container[str] = ()) -> str:
    """Return a document's id as an XML name that is not ``taken``, as ``TEI/@xml:id`` wants it."""
    name = "".join(character if is_name_character(character) else "_" for character in identifier)
    name = name if is_name_start(name[:1]) else f"doc-{name}"
    while name in taken:
        name = f"doc-{name}"
    return name


def _language_of(draft: Draft, body: etree._Element) -> str:
    """Return the language of the text; that it is not English is listed, since most wordings are known in English."""
    language = language_of(" ".join(str(words) for words in body.itertext()))
    if language != ENGLISH:
        text = draft.source.text
        name = LANGUAGES.get(language, "another language")
        advice = "look at the whole of it; wordings of its signs can be told in conventions.toml"
        message = f"the text seems to be in {name}, and most of its signs are read by English wordings"
        draft.doubt("D304", len(text) - len(text.lstrip()), message, advice)
    return language


def _document(identifier: str, header: etree._Element, body: etree._Element, language: str) -> etree._Element:
    root = etree.Element(tei("TEI"), nsmap=NSMAP)
    taken = {element.get(XML_ID, "") for part in (header, body) for element in part.iter(etree.Element)}
    root.set(XML_ID, xml_id(identifier, taken))
    root.set(XML_LANG, ENGLISH)
    root.append(header)
    text = etree.SubElement(root, tei("text"))
    if language != ENGLISH:
        text.set(XML_LANG, language)
    text.append(body)
    etree.cleanup_namespaces(root)
    return root
