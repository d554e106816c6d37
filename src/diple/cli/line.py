"""The line from transcript to checked TEI for one document: encode, keep what was edited, verify, validate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from os import cpu_count
from typing import TypeVar

from diple.cli.encode import State, encode_document
from diple.cli.report import UNREADABLE, Report, status_of
from diple.cli.validate import acceptances_of, take, validate_document
from diple.cli.verify import verify_document
from diple.edition import Edition
from diple.findings import DipleError, Exit, Finding, bad_input
from diple.inputs import Document, document_of_tei, list_sources, list_tei, tell_apart
from diple.processes import leave_interrupts, way_to_start_processes
from diple.register import register_of
from diple.renamings import without_renamed
from diple.validate.accepted import Acceptance

Result = TypeVar("Result")

NOT_WELL_FORMED = "I020"
_FEW = 8
"""Below this number of documents, processes that have to import everything cost more than they save."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the line made of one document; ``can_render`` says that its TEI is there and well-formed."""

    document: Document
    state: State
    findings: tuple[Finding, ...]
    refusals: tuple[Finding, ...]
    status: Exit
    can_render: bool
    accepted: int = 0


def plan(edition: Edition) -> tuple[list[Document], list[Finding], list[DipleError]]:
    """Return the documents of an edition by id, findings on what is none, and errors for sources left out.

    Left out are those that share an id, and those whose TEI lies under another name. A TEI file without a source, or
    with more than one, is a document too: it is taken as it stands.
    Raises ``DipleError`` if there is no document at all (I054) or the register cannot be used (``register_of``).
    """
    register_of(edition)
    sources, findings = list_sources(edition.seeds)
    documents, errors = tell_apart(sources, edition.tei)
    taken = {document.tei for document in documents}
    documents += [document_of_tei(path) for path in list_tei(edition.tei) if path not in taken]
    if not documents and not errors:
        advice = f"put transcripts into {edition.seeds} or TEI files into {edition.tei}"
        raise bad_input("I054", str(edition.root), "there is nothing to build", suggestion=advice)
    kept, renamed = without_renamed(documents)
    return sorted(kept, key=lambda document: document.id), findings, [*errors, *renamed]


def run_line(documents: Sequence[Document], edition: Edition, jobs: int | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each document, in order; many documents are shared out among ``jobs`` processes."""
    return share_out(press, documents, edition, acceptances_of(edition), jobs=jobs)


def share_out(
    work: Callable[[Document, Edition, Sequence[Acceptance]], Result],
    documents: Sequence[Document],
    edition: Edition,
    acceptances: Sequence[Acceptance],
    *,
    jobs: int | None = None,
) -> Iterator[Result]:
    """Yield what ``work`` gives for each document, in order; many are shared out among ``jobs`` processes."""
    context, at_once = way_to_start_processes()
    processes = min(jobs or cpu_count() or 1, len(documents))
    if processes < 2 or (len(documents) < _FEW and not at_once):
        yield from (work(document, edition, acceptances) for document in documents)
        return
    workers = ProcessPoolExecutor(processes, context, initializer=leave_interrupts)
    try:
        yield from workers.map(work, documents, repeat(edition), repeat(acceptances))
    finally:
        workers.shutdown(cancel_futures=True)


def press(document: Document, edition: Edition, acceptances: Sequence[Acceptance] = ()) -> Outcome:
    """Encode a document unless its TEI was edited, then verify and validate the TEI that stands."""
    report = Report()
    state = State.SOURCELESS if document.source is None else State.FAILED
    if document.source is not None:
        with report.attempt(str(document.source)):
            encoding, state = encode_document(document, edition)
            report.add(encoding.findings, status_of(encoding.findings))
    return _looked_through(report, document, state, edition, acceptances)


def look_through(document: Document, edition: Edition, acceptances: Sequence[Acceptance] = ()) -> Outcome:
    """Verify and validate the TEI of a document as it stands, whatever its transcript would give now."""
    state = State.SOURCELESS if document.source is None else State.EDITED
    return _looked_through(Report(), document, state, edition, acceptances)


def _looked_through(
    report: Report, document: Document, state: State, edition: Edition, acceptances: Sequence[Acceptance]
) -> Outcome:
    can_render = False
    if document.tei.is_file():
        with report.attempt(str(document.tei)):
            settled = validate_document(document, edition, acceptances)
            take(report, settled, strict=False)
            can_render = not any(finding.code in {UNREADABLE, NOT_WELL_FORMED} for finding in settled.findings)
    if can_render and document.source is not None and state is not State.FAILED:
        with report.attempt(str(document.tei)):
            differences = verify_document(document, edition, acceptances)
            report.accepted += differences.accepted
            report.add(differences.findings, status_of(differences.findings, lost=True))
    findings, refusals = tuple(report.findings), tuple(report.refusals)
    return Outcome(document, state, findings, refusals, report.status, can_render, report.accepted)
