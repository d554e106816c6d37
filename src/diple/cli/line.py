"""The line from transcript to checked TEI for one document: encode, keep what was edited, verify, validate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from os import cpu_count
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal

from diple.cli.report import WORRYING, Report
from diple.edition import Edition
from diple.findings import DipleError, Exit, Finding, bad_input
from diple.inputs import Document, document_of_source, document_of_tei, list_sources, list_tei, tell_apart
from diple.ledger import Ledger, digest
from diple.origin import Origin
from diple.pipeline import Encoding, encode
from diple.source import read_source
from diple.validate import validate_file
from diple.verify import verify_file
from diple.xmlio import write_atomically

UNREADABLE = "I001"
NOT_WELL_FORMED = "I020"


class State(StrEnum):
    """What became of a document's TEI file."""

    ENCODED = "encoded"
    EDITED = "edited since it was encoded; kept as it is"
    SOURCELESS = "without a source; taken as it is"
    FAILED = "not encoded"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the line made of one document; ``can_render`` says that its TEI is there and well-formed."""

    document: Document
    state: State
    findings: tuple[Finding, ...]
    refusals: tuple[Finding, ...]
    status: Exit
    can_render: bool


def plan(edition: Edition) -> tuple[list[Document], list[Finding], list[DipleError]]:
    """Return the documents of an edition by id, findings on what is none, and errors for sources that share an id.

    A TEI file without a source is a document too. Raises ``DipleError`` (I054) if there is no document at all.
    """
    sources, findings = list_sources(edition.seeds)
    documents, errors = tell_apart(sources, edition.tei)
    taken = {document_of_source(source, edition.tei).tei for source in sources}
    documents += [document_of_tei(path) for path in list_tei(edition.tei) if path not in taken]
    if not documents and not errors:
        advice = f"put transcripts into {edition.seeds} or TEI files into {edition.tei}"
        raise bad_input("I054", str(edition.root), "there is nothing to build", suggestion=advice)
    return sorted(documents, key=lambda document: document.id), findings, errors


def run_line(documents: Sequence[Document], edition: Edition, jobs: int | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each document, in order; many documents are shared out among ``jobs`` processes."""
    context, worth_it_from = _way_to_start_processes()
    processes = min(jobs or cpu_count() or 1, len(documents))
    if processes < 2 or len(documents) < worth_it_from:
        yield from (press(document, edition) for document in documents)
        return
    workers = ProcessPoolExecutor(processes, context, initializer=signal, initargs=(SIGINT, SIG_IGN))
    try:
        yield from workers.map(press, documents, [edition] * len(documents))
    finally:
        workers.shutdown(cancel_futures=True)


def _way_to_start_processes() -> tuple[BaseContext, int]:
    """Return how to start processes, and the number of documents from which that is worth the time it takes.

    A fork is there at once, with everything imported, but is sound only in a process of one thread, which Linux can
    tell; Saxon, once it has run, is a second.
    """
    threads = Path("/proc/self/task")
    if threads.is_dir() and len(list(threads.iterdir())) == 1:
        return get_context("fork"), 2
    return get_context("spawn"), 8


def press(document: Document, edition: Edition) -> Outcome:
    """Encode a document unless its TEI was edited, then verify and validate the TEI that stands."""
    report = Report()
    state = State.SOURCELESS if document.source is None else State.FAILED
    if document.source is not None:
        with report.attempt(str(document.source)):
            encoding, state = encode_document(document, edition)
            report.add(encoding.findings, status_of(encoding.findings))
    can_render = False
    if document.tei.is_file():
        with report.attempt(str(document.tei)):
            findings = validate_document(document)
            report.add(findings, status_of(findings))
            can_render = not any(finding.code in {UNREADABLE, NOT_WELL_FORMED} for finding in findings)
    if can_render and document.source is not None and state is not State.FAILED:
        with report.attempt(str(document.tei)):
            findings = verify_document(document)
            report.add(findings, status_of(findings, lost=True))
    return Outcome(document, state, tuple(report.findings), tuple(report.refusals), report.status, can_render)


def encode_document(document: Document, edition: Edition | None) -> tuple[Encoding, State]:
    """Encode a document's source and write TEI and ledger, unless a person has edited the TEI since the last encoding.

    A TEI file without a readable ledger counts as edited: nobody knows who wrote it. The ledger is written after the
    TEI; a run that was cut off between the two is set right by the next, which finds its own TEI there.
    Raises what ``read_source``, ``encode`` and ``write_atomically`` raise.
    """
    assert document.source is not None
    encoding = encode(read_source(document.source), edition=edition)
    if was_edited(document, encoding.tei):
        return encoding, State.EDITED
    write_if_new(document.tei, encoding.tei)
    write_if_new(document.ledger, encoding.ledger.as_json())
    return encoding, State.ENCODED


def was_edited(document: Document, encoded: bytes) -> bool:
    """Say whether the TEI file holds what neither this encoding nor the one its ledger accounts for has written."""
    if not document.tei.exists():
        return False
    standing = document.tei.read_bytes()
    return standing != encoded and digest(standing) != _digest_in_ledger(document.ledger)


def _digest_in_ledger(ledger: Path) -> str | None:
    with suppress(OSError, ValueError, KeyError, TypeError, DipleError):
        return Ledger.from_json(ledger.read_bytes()).tei_digest
    return None


def write_if_new(path: Path, data: bytes) -> None:
    """Write a file unless it holds these bytes already, so that nothing seems changed that is not."""
    with suppress(OSError):
        if path.read_bytes() == data:
            return
    write_atomically(path, data)


def verify_document(document: Document) -> list[Finding]:
    """Return the differences between a document's TEI and its source, by its ledger too if there is one."""
    assert document.source is not None
    return verify_file(document.tei, document.source, document.ledger if document.ledger.is_file() else None)


def validate_document(document: Document) -> list[Finding]:
    """Return what is wrong with a document's TEI, with lines of its source where source and ledger are there."""
    return validate_file(document.tei, source=Origin(document.source, document.ledger) if document.source else None)


def status_of(findings: Sequence[Finding], *, strict: bool = False, lost: bool = False) -> Exit:
    """Return the exit status that findings ask for.

    Errors count, warnings too if ``strict``, advice never; ``lost`` says that errors mean lost text. A file that could
    not be read is bad input; XML that is not well-formed is a finding.
    """
    if any(finding.code == UNREADABLE for finding in findings):
        return Exit.BAD_INPUT
    if any(finding.level == "error" for finding in findings):
        return Exit.TEXT_LOST if lost else Exit.FINDINGS
    worried = strict and any(finding.level in WORRYING for finding in findings)
    return Exit.FINDINGS if worried else Exit.WELL
