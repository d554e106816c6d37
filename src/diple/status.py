"""Where each document of an edition stands: between its transcript and its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from diple.edition import Edition
from diple.findings import DipleError, Finding
from diple.inputs import Document
from diple.ledger import Ledger, digest
from diple.source import read_source


class Stand(StrEnum):
    """How a document's TEI stands to its transcript."""

    NEW = "not encoded yet"
    ENCODED = "as encoded"
    EDITED = "edited"
    BEHIND = "the transcript changed since"
    EDITED_BEHIND = "edited; the transcript changed since"
    SOURCELESS = "without a transcript"
    UNREADABLE = "the transcript cannot be read"


class Standing(NamedTuple):
    """A document, how its TEI stands, the number of findings by level and code family, and whether its page is new.

    ``review`` counts the places that want a person; ``page`` is ``"built"``, ``"older than the TEI"`` or ``""``.
    """

    document: Document
    stand: Stand
    errors: int
    warnings: int
    review: int
    page: str

    def as_json(self) -> dict[str, str | int]:
        """Return it as one JSON object."""
        return {
            "document": self.document.id,
            "source": str(self.document.source or ""),
            "tei": str(self.document.tei) if self.document.tei.exists() else "",
            "state": self.stand.value,
            "errors": self.errors,
            "warnings": self.warnings,
            "review": self.review,
            "page": self.page,
        }


def stand_of(document: Document) -> Stand:
    """Return how a document's TEI stands, as the digests in its ledger tell; nothing is encoded for it.

    TEI without a readable ledger counts as edited, as it does when its source is encoded.
    """
    if not document.tei.exists():
        return Stand.NEW
    if document.source is None:
        return Stand.SOURCELESS
    try:
        source = digest(read_source(document.source).text)
    except DipleError:
        return Stand.UNREADABLE
    ledger = _ledger(document)
    if ledger is None:
        return Stand.EDITED
    behind = ledger.source_digest != source
    if ledger.tei_digest == digest(document.tei.read_bytes()):
        return Stand.BEHIND if behind else Stand.ENCODED
    return Stand.EDITED_BEHIND if behind else Stand.EDITED


def standing(document: Document, findings: Sequence[Finding], review: Sequence[Finding], edition: Edition) -> Standing:
    """Return where a document stands, with what validation found in its TEI and what the review list holds of it."""
    levels = Counter(finding.level for finding in findings)
    return Standing(
        document, stand_of(document), levels["error"], levels["warning"], len(review), _page(document, edition)
    )


def _page(document: Document, edition: Edition) -> str:
    page = edition.build / "documents" / document.id / "index.html"
    if not page.exists() or not document.tei.exists():
        return ""
    return "built" if page.stat().st_mtime >= document.tei.stat().st_mtime else "older than the TEI"


def _ledger(document: Document) -> Ledger | None:
    try:
        return Ledger.from_json(document.ledger.read_bytes(), str(document.ledger))
    except (OSError, DipleError):
        return None
