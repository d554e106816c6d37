"""Where each document of an edition stands: between its transcript and its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from diple.edition import Edition
from diple.findings import DipleError, Finding
from diple.inputs import Document
from diple.ledger import Ledger, digest
from diple.source import read_source

OF_MERGES: Final = "D7"
"""What the codes of conflicts begin with."""


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
    """A document, how its TEI stands, what was found in it, and whether its page is new.

    ``errors`` and ``warnings`` are those of validation; ``differences`` counts those from the transcript that nothing
    explains, ``None`` where there is none to compare with; ``conflicts`` the open ones of merges; ``review`` the places
    that want a person beside these; ``page`` is ``"built"``, ``"older than the TEI"`` or ``""``.
    """

    document: Document
    stand: Stand
    errors: int
    warnings: int
    differences: int | None
    conflicts: int
    review: int
    page: str

    def as_json(self) -> dict[str, str | int | None]:
        """Return it as one JSON object."""
        return {
            "document": self.document.id,
            "source": str(self.document.source or ""),
            "tei": str(self.document.tei) if self.document.tei.exists() else "",
            "state": self.stand.value,
            "errors": self.errors,
            "warnings": self.warnings,
            "differences": self.differences,
            "conflicts": self.conflicts,
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


def standing(
    document: Document,
    edition: Edition,
    findings: Sequence[Finding],
    differences: Sequence[Finding] | None,
    review: Sequence[Finding],
) -> Standing:
    """Return where a document stands, with what validation and verification found and what the review list holds."""
    levels = Counter(finding.level for finding in findings)
    lost = None if differences is None else sum(finding.level == "error" for finding in differences)
    conflicts = sum(finding.code.startswith(OF_MERGES) for finding in review)
    return Standing(
        document,
        stand_of(document),
        levels["error"],
        levels["warning"],
        lost,
        conflicts,
        len(review) - conflicts,
        _page(document, edition),
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
