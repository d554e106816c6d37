"""``diple encode``: transcripts as TEI, with their ledgers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from diple.batches.gathering import gather
from diple.cli.options import edition_option, into_option, the_edition_if_any
from diple.cli.progress import progress
from diple.cli.report import Report, plural, reporting, status_of
from diple.edition import Edition
from diple.findings import DipleError, Exit, Finding
from diple.inputs import (
    TRANSCRIPT_SUFFIX,
    Document,
    document_id,
    document_of_tei,
    list_sources,
    list_tei,
    tell_apart,
)
from diple.merge.renewal import State, renew, write_if_new
from diple.pipeline import Encoding, encode_file
from diple.register import register_of
from diple.renamings import without_renamed

__all__ = ["State", "command", "encode_document"]

_WAITING = frozenset({"I051", "I055", "D701", "D702", "D703"})
"""The codes of findings that tell of a new reading that was not put into an edited file."""


@click.command("encode")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE...")
@into_option
@click.option(
    "--split", "is_to_split", is_flag=True, help="Make a transcript of each document in a row, and encode it."
)
@edition_option
@reporting()
def command(report: Report, sources: Sequence[Path], into: Path | None, is_to_split: bool, folder: Path | None) -> None:
    """Encode transcripts, inside an edition or anywhere else.

    A SOURCE may be a folder or a ZIP file of transcripts; those of a ZIP file, and with --split those of a file with
    several documents in a row, are first written as files of their own, to the edition's seeds folder or to DIR.

    Each SOURCE gives DIR/NAME.xml and DIR/NAME.ledger.json, the account of its characters; the paths of the TEI files
    written are printed. DIR is the edition's tei folder, outside an edition the current one. Into a TEI file that
    somebody has edited only what is new in the encoding is merged; where both changed one place, the file stays as it
    is and the new reading is told (diple merge settles it).

    \b
    Example:
      diple encode talk.txt letter.md --into encoded
    """
    edition = the_edition_if_any(folder)
    register_of(edition)  # one that cannot be used stops the run once, not each document
    target = into or (edition.tei if edition else Path())
    gathered = gather(sources, edition.seeds if edition else target, is_to_split=is_to_split)
    report.add(gathered.findings)
    documents, errors = tell_apart(gathered.sources, target)
    if edition and target == edition.tei:
        documents, renamed = _without_renamed(documents, edition)
        errors += renamed
    for error in (*gathered.errors, *errors):
        report.refuse(error)
    states: Counter[State] = Counter()
    with progress("Encoding", len(documents)) as done:
        for document in documents:
            with report.attempt(str(document.source)):
                encoding, state = encode_document(document, edition)
                report.add(encoding.findings, status_of(encoding.findings))
                tell(report, document, state, encoding.findings)
                states[state] += 1
            done(document.id)
    left_out = len(gathered.errors) + len(errors)
    if len(documents) + left_out > len(sources):
        report.add([_summary(sources, states, len(documents) - states.total(), left_out)])


def _without_renamed(documents: list[Document], edition: Edition) -> tuple[list[Document], list[DipleError]]:
    """Leave out transcripts whose TEI lies under another name in the edition."""
    if all(one.tei.exists() for one in documents):
        return documents, []
    known = {document_id(source) for source in list_sources(edition.seeds)[0]}
    alone = [document_of_tei(path) for path in list_tei(edition.tei) if path.stem not in known]
    kept, errors = without_renamed([*documents, *(one for one in alone if one.source is None)])
    return [one for one in kept if one.source is not None], errors


def _summary(sources: Sequence[Path], states: Counter[State], failed: int, left_out: int) -> Finding:
    """Return what became of all that a folder, ZIP file or batch held."""
    told = [f"{number} {state.value}" for state, number in states.items()]
    told += [f"{failed} not encoded"] if failed else []
    told += [f"{left_out} left out"] if left_out else []
    message = f"{plural(states.total() + failed, 'document')}: {', '.join(told) or 'nothing to encode'}"
    return Finding("I124", "advice", ", ".join(map(str, sources)), 0, 0, message)


def tell(report: Report, document: Document, state: State, findings: Sequence[Finding]) -> None:
    """Say what became of a document's TEI, and end with status 1 if a new reading waits outside of it."""
    if state is State.ENCODED:
        report.say(str(document.tei))
    else:
        report.say(f"{document.tei}: {state.value}")
    if any(finding.code in _WAITING for finding in findings):
        report.worsen(Exit.FINDINGS)


def encode_document(document: Document, edition: Edition | None) -> tuple[Encoding, State]:
    """Encode a document's source and write TEI and ledger; what people have edited is kept, and merged with.

    Beside them goes the transcript taken from a source that is no plain text, for its lines to be looked up.

    The findings of the encoding have with them what could not be merged (``renew``). Raises what ``encode_file``
    and ``renew`` raise.
    """
    assert document.source is not None
    encoding = encode_file(document.source, edition=edition)
    renewal = renew(document, encoding)
    if encoding.transcript and renewal.state is not State.EDITED:
        transcript = encoding.transcript.encode("utf-8", "surrogatepass")
        write_if_new(document.tei.with_name(f"{document.id}{TRANSCRIPT_SUFFIX}"), transcript)
    findings = tuple(_found_in(document.source, finding) for finding in encoding.findings)
    return replace(encoding, findings=findings + renewal.findings), renewal.state


def _found_in(source: Path, finding: Finding) -> Finding:
    """Return a finding on a transcript with its path, so that a terminal or an editor finds it, not its bare name."""
    path = str(source)
    return replace(
        finding,
        file=path if finding.file == source.name else finding.file,
        source_file=path if finding.source_file == source.name else finding.source_file,
    )
