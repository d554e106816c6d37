"""Documents of which only some files were renamed: encoded again under the new name, they would be there twice."""

from __future__ import annotations

from collections.abc import Sequence

from diple.findings import DipleError, bad_input
from diple.inputs import Document
from diple.ledger import Ledger, digest
from diple.pipeline import xml_id
from diple.source import read_source
from diple.xmlio import XML_ID, parse_file


def without_renamed(documents: Sequence[Document]) -> tuple[list[Document], list[DipleError]]:
    """Return the documents but for those whose TEI lies under another name, and an error (I049) for each of these.

    A transcript was renamed if a ledger of TEI that has none accounts for its text; a TEI file, if it still bears the
    ``xml:id`` of a document of which only base and ledger are left.
    """
    alone = [one for one in documents if one.source is None]
    begun = [one for one in documents if one.source is not None and not one.tei.exists()] if alone else []
    if not begun:
        return list(documents), []
    texts = {text: one for one in alone if (text := _text_accounted_for(one))}
    names = {name: one for one in alone if (name := _name_within(one))}
    errors = {one.id: error for one in begun if (error := _renamed(one, texts, names))}
    return [one for one in documents if one.id not in errors], list(errors.values())


def _renamed(document: Document, texts: dict[str, Document], names: dict[str, Document]) -> DipleError | None:
    if other := texts.get(_text_of(document)):
        message = f"this is the transcript of {other.tei}; it was not encoded a second time under another name"
        advice = (
            f"rename it back to {other.id}, or rename all files in {other.tei.parent} that begin with “{other.id}.”"
        )
        return bad_input("I049", str(document.source), message, advice)
    if document.ledger.exists() and (other := names.get(xml_id(document.id))):
        message = f"{other.tei} seems to be the TEI of this transcript; it was not encoded a second time"
        advice = f"rename it back to {document.tei.name}, or rename the transcript and all files of the document alike"
        return bad_input("I049", str(document.source), message, advice)
    return None


def _text_accounted_for(document: Document) -> str:
    """Return the digest of the text that a document's ledger accounts for, nothing without one."""
    try:
        return Ledger.from_json(document.ledger.read_bytes(), str(document.ledger)).source_digest
    except (OSError, DipleError):
        return ""


def _text_of(document: Document) -> str:
    assert document.source is not None
    try:
        return digest(read_source(document.source).text)
    except DipleError:
        return "unread"


def _name_within(document: Document) -> str:
    """Return the ``xml:id`` of a document's root."""
    try:
        return parse_file(document.tei).getroot().get(XML_ID) or ""
    except DipleError:
        return ""
