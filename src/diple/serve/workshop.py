"""What a save calls for: the page of one document at once, the whole edition in the background."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from diple.cli.line import Outcome, look_through, plan, press
from diple.cli.validate import acceptances_of
from diple.edition import Edition
from diple.findings import DipleError
from diple.inputs import Document
from diple.ledger import digest
from diple.render.live import LivePages
from diple.review import review_file
from diple.serve.bulletin import ALL, Bulletin
from diple.xmlio import parse_file

_QUIET = 1.0
"""Seconds without a save after which everything is built in the background."""
_NICE = 10

Teller = Callable[[str], None]
"""Takes one line for the terminal."""


@dataclass
class Workshop:
    """An edition that is kept true. All of it belongs into one thread, which Saxon asks for.

    ``tell`` takes what the terminal shows. The page of a document that was saved is made at once, and so are the pages
    that are open when the register, the style sheets or the edition's own file change. What was found in a document
    saved or opened, and its other files, follow when nobody saves; all that depends on several documents, in the
    background.
    """

    edition: Edition
    bulletin: Bulletin
    tell: Teller
    _pages: LivePages | None = None
    _seen: dict[str, str] = field(default_factory=dict)
    _unchecked: dict[str, Outcome | None] = field(default_factory=dict)
    _unfinished: set[str] = field(default_factory=set)
    _checked: set[str] = field(default_factory=set)
    _background: subprocess.Popen[bytes] | None = None
    _build_wanted: bool = False
    _all_stale: bool = False
    _last_save: float = 0.0

    def open(self) -> None:
        """Get ready for saves of a built edition: note what stands.

        Raises ``DipleError`` if the edition cannot be read.
        """
        documents = self._documents()
        self._pages = LivePages([one.tei for one in documents if one.tei.is_file()], self.edition)
        self._seen = {one.id: _state(one) for one in documents}
        self._checked.clear()

    def saved(self, paths: Iterable[Path]) -> None:
        """Do what the saving, making or removing of these files calls for; what goes wrong is told, not raised."""
        self._last_save = perf_counter()
        changed = {path.resolve() for path in paths}
        try:
            documents = self._documents()
            own = [document for document in documents if changed & _files_of(document)]
            are_others = {one.id for one in documents} != self._seen.keys()
            for document in own:
                self._renew(document, changed)
            of_documents = {path for document in own for path in _files_of(document)}
            if changed - of_documents or are_others:
                self._all_stale = True
                self._want_build()
                self._renew_shown(documents)
        except DipleError as error:
            self.tell(error.finding.as_text())

    def idle(self) -> None:
        """Do one piece of what is left to do: tell what was found in a document, make the rest of it, see to all."""
        if self._unchecked or self._unfinished or self._opened():
            self._see_to_one()
            return
        if self._background is not None and self._background.poll() is not None:
            self._background = None
            if self._all_stale and not self._build_wanted:
                self._all_stale = False
                self._open_again()
        if self._build_wanted and self._background is None and perf_counter() - self._last_save > _QUIET:
            self._build_wanted = False
            self._background = self._start_build()

    @property
    def is_busy(self) -> bool:
        """Whether anything is left to do, here or in the background."""
        waiting = self._unchecked or self._unfinished or self._opened()
        return bool(self._background or self._build_wanted or waiting)

    def close(self) -> None:
        """End the background; what it writes is whole or not there."""
        if self._background is not None:
            self._background.terminate()
            self._background.wait()
            self._background = None

    def _opened(self) -> set[str]:
        """Return the documents whose pages were opened, and of which nothing was told yet."""
        return self.bulletin.shown() & self._seen.keys() - self._checked

    def _want_build(self) -> None:
        """Have everything built when it is quiet; what is being built is not what is wanted any more."""
        self.close()
        self._build_wanted = True

    def _documents(self) -> list[Document]:
        return plan(self.edition)[0]

    def _renew(self, document: Document, changed: set[Path]) -> None:
        """Make the page of a document, and note what is to follow."""
        start = perf_counter()
        source_is_new = document.source is not None and document.source.resolve() in changed
        outcome = press(document, self.edition, acceptances_of(self.edition)) if source_is_new else None
        if self._renew_page(document):
            self.bulletin.tell("page", document.id)
            self.tell(f"{document.id}: the page is new, {perf_counter() - start:.2f} s")
            self._unfinished.add(document.id)
            self._want_build()
        elif outcome is None and document.id in self._seen and not _is_broken(document):
            return
        self._unchecked[document.id] = outcome

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

    def _renew_shown(self, documents: Sequence[Document]) -> None:
        """Make the pages that are open with the edition's own files as they are now."""
        shown = self.bulletin.shown()
        if self._pages is None or not shown:
            return
        self.edition = Edition.load(self.edition.root)
        there = [document for document in documents if document.tei.is_file()]
        self._pages.take_edition([document.tei for document in there], self.edition)
        for document in there:
            if document.id in shown:
                self._pages.renew_page(document.tei, document.source)
                self.bulletin.tell("page", document.id)

    def _see_to_one(self) -> None:
        """Tell what was found in one of the documents saved, or make the rest of one."""
        try:
            documents = {document.id: document for document in self._documents()}
            if self._unchecked:
                self._check(documents, *self._unchecked.popitem(), tell=self.tell)
            elif opened := self._opened():
                self._check(documents, min(opened), None, tell=_to_nobody)
            elif (document := documents.get(self._unfinished.pop())) and self._pages is not None:
                self._pages.renew_rest(document.tei, document.source)
        except DipleError as error:
            self.tell(error.finding.as_text())

    def _check(self, documents: Mapping[str, Document], name: str, outcome: Outcome | None, *, tell: Teller) -> None:
        """Post what is found in a document, and tell the terminal."""
        self._checked.add(name)
        if document := documents.get(name):
            outcome = outcome or look_through(document, self.edition, acceptances_of(self.edition))
            self._tell_findings(document, outcome, tell)

    def _tell_findings(self, document: Document, outcome: Outcome, tell: Teller) -> None:
        found = [*outcome.refusals, *outcome.findings]
        if outcome.can_render:
            review = review_file(document.tei, document.source)
            listed = {(one.code, one.message) for one in review}
            found = [one for one in found if (one.code, one.message) not in listed] + review
        for finding in found:
            if finding.level in ("error", "warning"):
                tell(finding.as_text())
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
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        if hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)  # whoever saves again comes first
        return process


def _to_nobody(_line: str) -> None:
    """Tell nothing: the build has told it already."""


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
