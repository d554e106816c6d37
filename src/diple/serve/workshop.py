"""What a save calls for: the page of one document at once, the whole edition in the background."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from diple.cli.line import Outcome, plan, press
from diple.cli.validate import acceptances_of
from diple.edition import Edition
from diple.findings import DipleError
from diple.inputs import Document
from diple.ledger import digest
from diple.render.live import LivePages
from diple.review import review_file
from diple.serve.bulletin import ALL, Bulletin
from diple.xmlio import parse_file

Teller = Callable[[str], None]
"""Takes one line for the terminal."""


@dataclass
class Workshop:
    """An edition that is kept true. All of it belongs into one thread, which Saxon asks for.

    ``tell`` takes what the terminal shows. The page of a document that was saved is made at once; pages that depend on
    more than one document, and all pages when the register, the style sheets or the edition's own file change, are
    made by a process in the background.
    """

    edition: Edition
    bulletin: Bulletin
    tell: Teller
    _pages: LivePages | None = None
    _seen: dict[str, str] = field(default_factory=dict)
    _background: subprocess.Popen[bytes] | None = None
    _build_wanted: bool = False
    _all_stale: bool = False

    def open(self) -> None:
        """Get ready for saves of a built edition: note what stands and find what is to be told of each document.

        Raises ``DipleError`` if the edition cannot be read.
        """
        documents = self._documents()
        self._pages = LivePages([one.tei for one in documents if one.tei.is_file()], self.edition)
        self._seen = {one.id: _state(one) for one in documents}
        for document in documents:
            outcome = press(document, self.edition, acceptances_of(self.edition))
            self._tell_findings(document, outcome)

    def saved(self, paths: Iterable[Path]) -> None:
        """Do what the saving, making or removing of these files calls for; what goes wrong is told, not raised."""
        changed = {path.resolve() for path in paths}
        try:
            documents = self._documents()
            own = [document for document in documents if changed & _files_of(document)]
            are_others = {one.id for one in documents} != self._seen.keys()
            for document in own:
                self._renew(document, changed)
            of_documents = {path for document in own for path in _files_of(document)}
            if changed - of_documents or are_others:
                self._all_stale = self._build_wanted = True
        except DipleError as error:
            self.tell(error.finding.as_text())

    def idle(self) -> None:
        """See whether the background has finished, and start it if it is wanted."""
        if self._background is not None and self._background.poll() is not None:
            self._background = None
            if self._all_stale and not self._build_wanted:
                self._all_stale = False
                self._open_again()
        if self._build_wanted and self._background is None:
            self._build_wanted = False
            self._background = self._start_build()

    @property
    def is_busy(self) -> bool:
        """Whether the background is at work or wanted."""
        return self._background is not None or self._build_wanted

    def close(self) -> None:
        """End the background; what it writes is whole or not there."""
        if self._background is not None:
            self._background.terminate()
            self._background.wait()

    def _documents(self) -> list[Document]:
        return plan(self.edition)[0]

    def _renew(self, document: Document, changed: set[Path]) -> None:
        """Make the page of a document first, then find what is to be told of it, then make the rest."""
        start = perf_counter()
        source_is_new = document.source is not None and document.source.resolve() in changed
        outcome = press(document, self.edition, acceptances_of(self.edition)) if source_is_new else None
        renewed = self._renew_page(document)
        if renewed:
            self.bulletin.tell("page", document.id)
            self.tell(f"{document.id}: the page is new, {perf_counter() - start:.2f} s")
        if not renewed and outcome is None and document.id in self._seen and not _is_broken(document):
            return
        self._tell_findings(document, outcome or press(document, self.edition, acceptances_of(self.edition)))
        if renewed and self._pages is not None:
            self._pages.renew_rest(document.tei, document.source)
            self._build_wanted = True

    def _renew_page(self, document: Document) -> bool:
        """Make the page of a document whose TEI is not what it was; say whether that was so and could be done."""
        state = _state(document)
        if self._pages is None or not state or self._seen.get(document.id) == state:
            return False
        self._seen[document.id] = state
        try:
            self._pages.renew_page(document.tei, document.source)
        except DipleError:
            return False  # told with the findings of the document
        return True

    def _tell_findings(self, document: Document, outcome: Outcome) -> None:
        found = [*outcome.refusals, *outcome.findings]
        if outcome.can_render:
            review = review_file(document.tei, document.source)
            listed = {(one.code, one.message) for one in review}
            found = [one for one in found if (one.code, one.message) not in listed] + review
        for finding in found:
            if finding.level in ("error", "warning"):
                self.tell(finding.as_text())
        self.bulletin.post(document.id, found)

    def _open_again(self) -> None:
        """Begin anew with what is there now, after everything has been built."""
        try:
            self.edition = Edition.load(self.edition.root)
            self.open()
            self.bulletin.tell("page", ALL)
            self.tell("the edition is new")
        except DipleError as error:
            self.tell(error.finding.as_text())

    def _start_build(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "diple.cli", "build" if self._all_stale else "render", "--no-pdf"]
        command += ["--edition", str(self.edition.root)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def _state(document: Document) -> str:
    """Return the digest of a document's TEI, nothing where there is none."""
    try:
        return digest(document.tei.read_bytes())
    except OSError:
        return ""


def _is_broken(document: Document) -> bool:
    try:
        parse_file(document.tei)
    except DipleError:
        return True
    return False


def _files_of(document: Document) -> set[Path]:
    """Return the files whose change concerns this document alone."""
    return {path.resolve() for path in (document.tei, document.ledger, document.source) if path is not None}
