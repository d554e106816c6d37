"""A document encoded again: what becomes of its TEI file, its base, its ledger and the record of its merges.

Beside ``<id>.xml`` lie ``<id>.base.tei``, the last encoding as the machine made it, byte for byte the blob that version
control has stored for the TEI already, and ``<id>.ledger.json``, the account of that encoding. They are written
together: a run that is cut off between two of them is finished by the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from diple.findings import DipleError, Finding, bad_input
from diple.inputs import Document
from diple.ledger import Ledger, digest
from diple.lossless import Lossless
from diple.merge.conflicts import taken
from diple.merge.journal import bytes_of, finish, telling_of, write_together
from diple.merge.merging import Merged, merge
from diple.merge.record import RECORD_SUFFIX, Record, finding_of
from diple.pipeline import Encoding
from diple.validate.verdict import compiled_schema
from diple.xmlio import parse_bytes, tei, write_atomically

BASE_SUFFIX = ".base.tei"
BACKUP_SUFFIX = "~"


class State(StrEnum):
    """What became of a document's TEI file."""

    ENCODED = "encoded"
    MERGED = "merged with what was edited"
    EDITED = "edited since it was encoded; kept as it is"
    SOURCELESS = "without a source; taken as it is"
    FAILED = "not encoded"


class Files(NamedTuple):
    """The files of a document that a new encoding concerns, whether they exist or not."""

    tei: Path
    ledger: Path
    base: Path
    record: Path
    backup: Path
    journal: Path


@dataclass(frozen=True)
class Renewal:
    """What a new encoding made of a TEI file: its state, what to tell, and the merge if there was one."""

    state: State
    findings: tuple[Finding, ...] = ()
    merged: Merged | None = None


def files_of(document: Document) -> Files:
    """Return where the files of a document are."""
    base, record = (document.tei.with_name(f"{document.tei.stem}{suffix}") for suffix in (BASE_SUFFIX, RECORD_SUFFIX))
    backup = document.tei.with_name(f"{document.tei.name}{BACKUP_SUFFIX}")
    journal = document.tei.with_name(f".{document.tei.stem}.journal")
    return Files(document.tei, document.ledger, base, record, backup, journal)


def renew(document: Document, encoding: Encoding, *, base: bytes | None = None, write: bool = True) -> Renewal:
    """Bring a new encoding into a document's TEI file, and say what that did; with ``write`` false, only say it.

    A file that nobody has edited is replaced. Into an edited one the changes from its base to the encoding are merged;
    ``base`` is taken in the place of the one that lies beside it. A file whose base is not known, or that is not
    valid, is kept as it is (I051, I055). Raises ``DipleError`` if a file cannot be read, used or written.
    """
    files = files_of(document)
    with telling_of(files.tei, instead_of=(files.journal, files.backup)):
        return _renew(files, encoding, base, write=write)


def _renew(files: Files, encoding: Encoding, base: bytes | None, *, write: bool) -> Renewal:
    if write:
        finish(files.journal)
    standing = bytes_of(files.tei)
    kept = bytes_of(files.base)
    if standing is None or _is_the_machines(files, standing, kept, encoding):
        if write:
            _replace(files, encoding)
        return Renewal(State.ENCODED)
    found = base or _whole(files.base, kept) or _base_by_ledger(files, encoding)
    if found is None:
        return Renewal(State.EDITED, (_without_base(files),))
    record = Record.read(files.record)
    if _brings_nothing(files, found, encoding, record):
        if write and found == encoding.tei:
            write_together(files.journal, {files.base: found, files.ledger: encoding.ledger.as_json()})
        return Renewal(State.EDITED)
    if not is_valid(standing):
        return Renewal(State.EDITED, (_not_valid(files),))
    return _merge(files, standing, found, encoding, record, write=write)


def is_valid(data: bytes) -> bool:
    """Tell whether bytes are a TEI file that the schema takes."""
    try:
        tree = parse_bytes(data, "")
    except DipleError:
        return False
    no_doctype = tree.docinfo.internalDTD is None
    return no_doctype and tree.getroot().tag == tei("TEI") and bool(compiled_schema().validate(tree))


def settle(document: Document, names: tuple[str, ...], take: str) -> list[str]:
    """Settle the conflicts of these names, or all if there is none, with ``new`` or ``mine``; return their names.

    The TEI file changes only with ``new``. Raises ``DipleError``: I056 if a conflict is not there or its place has been
    edited since, I055 if the file would not be valid; nothing is then written.
    """
    files = files_of(document)
    record = Record.read(files.record)
    data = bytes_of(files.tei)
    if data is None:
        raise bad_input("I001", str(files.tei), "the file cannot be read: it is not there")
    file = Lossless.read(data, str(files.tei))
    still_open = {conflict.at: conflict for conflict in record.open_in(file.text)}
    chosen = list(names or still_open)
    for name in chosen:
        if name not in still_open:
            advice = f"open are: {', '.join(still_open)}" if still_open else "nothing is open"
            raise bad_input("I056", str(files.tei), f"there is no open conflict {name}", advice)
    if take == "new":
        text = file.text
        for name in chosen:
            text = taken(text, still_open[name], document.id)
        _write_taken(files, data, file.encoded(text))
    write_atomically(files.record, record.settled(chosen, "new" if take == "new" else "mine").as_json())
    return chosen


def _write_taken(files: Files, old: bytes, new: bytes) -> None:
    if not is_valid(new) and is_valid(old):
        advice = "put the new reading in by hand where it fits, then settle with --take mine"
        raise bad_input("I055", str(files.tei), "with the new reading the file would not be valid", advice)
    if new != old:
        with telling_of(files.tei, instead_of=(files.backup,)):
            write_atomically(files.backup, old)
            write_atomically(files.tei, new)


def _merge(files: Files, standing: bytes, base: bytes, encoding: Encoding, record: Record, *, write: bool) -> Renewal:
    merged = merge(base, standing, encoding.tei, accepts=is_valid)
    if not merged.keeps_edits and not any(noted.settled for noted in record.conflicts):
        if write:
            write_atomically(files.backup, standing)
            _replace(files, encoding)
        return Renewal(State.ENCODED, merged=merged)
    was, now = (Lossless.read(data, str(files.base)).text for data in (base, merged.new))
    after = record.with_merge(digest(encoding.tei), digest(merged.new), merged.conflicts, was, now)
    if write:
        _write_merged(files, standing, merged, encoding, after)
    text = Lossless.read(merged.data, str(files.tei)).text
    findings = tuple(finding_of(conflict, files.tei, text) for conflict in after.open_in(text))
    state = State.MERGED if merged.data != standing else State.EDITED
    return Renewal(state, findings, merged)


def _write_merged(files: Files, standing: bytes, merged: Merged, encoding: Encoding, record: Record) -> None:
    """Write the files after a merge, the edited file as it was first, unless it was saved again in the meantime."""
    if bytes_of(files.tei) != standing:
        advice = "run the command again"
        raise bad_input("I058", str(files.tei), "somebody saved the file while it was being merged", advice)
    if merged.data != standing:
        write_atomically(files.backup, standing)
    ledger = under_ids(encoding.ledger, merged.ids, digest(merged.new)).as_json()
    states = {files.tei: merged.data, files.record: record.as_json(), files.base: merged.new, files.ledger: ledger}
    write_together(files.journal, states)


def under_ids(ledger: Ledger, ids: Mapping[str, str], tei_digest: str) -> Ledger:
    """Return the account of an encoding whose elements were given other ids."""

    def moved(path: str) -> str:
        name, slash, rest = path.partition("/")
        return f"#{ids.get(name[1:], name[1:])}{slash}{rest}" if name.startswith("#") else path

    return replace(
        ledger,
        tei_digest=tei_digest,
        entries=tuple(replace(entry, to=moved(entry.to)) for entry in ledger.entries),
        reviews=tuple(replace(one, to=moved(one.to)) for one in ledger.reviews),
    )


def _replace(files: Files, encoding: Encoding) -> None:
    states = {files.tei: encoding.tei, files.base: encoding.tei, files.ledger: encoding.ledger.as_json()}
    write_together(files.journal, states)
    with suppress(FileNotFoundError):
        files.record.unlink()


def write_if_new(path: Path, data: bytes) -> None:
    """Write a file unless it holds these bytes already, so that nothing seems changed that is not."""
    if bytes_of(path) != data:
        write_atomically(path, data)


def _is_the_machines(files: Files, standing: bytes, base: bytes | None, encoding: Encoding) -> bool:
    """Say whether a TEI file holds only what this encoding, the base, or that of the ledger has written.

    A file with neither base nor readable ledger counts as edited: nobody knows who wrote it.
    """
    if standing in (encoding.tei, base):
        return True
    return base is None and digest(standing) == _ledger_digest(files.ledger)


def _ledger_digest(path: Path) -> str | None:
    with suppress(OSError, DipleError):
        return Ledger.from_json(path.read_bytes()).tei_digest
    return None


def _whole(path: Path, data: bytes | None) -> bytes | None:
    """Return a base that is there; raises ``DipleError`` (I059) if it is damaged, as by git's marks of a conflict."""
    try:
        if data is not None:
            parse_bytes(data, str(path))
    except DipleError as error:
        advice = "take it back from your version control, as it was when the TEI was last encoded or merged"
        message = f"the base of the TEI is damaged: {error.finding.message}"
        raise bad_input("I059", str(path), message, advice, error.finding.line, error.finding.column) from error
    return data


def _base_by_ledger(files: Files, encoding: Encoding) -> bytes | None:
    """Return the encoding itself if the ledger says that it is what the edited file was made from."""
    return encoding.tei if _ledger_digest(files.ledger) == digest(encoding.tei) else None


def _brings_nothing(files: Files, base: bytes, encoding: Encoding, record: Record) -> bool:
    if base == encoding.tei:
        return True
    if (record.encoding, record.base) != (digest(encoding.tei), digest(base)):
        return False
    with suppress(OSError, DipleError):
        ledger = Ledger.from_json(files.ledger.read_bytes())
        same_source = ledger.source_digest == encoding.ledger.source_digest
        return same_source and ledger.encoder == encoding.ledger.encoder and ledger.tei_digest == record.base
    return False


def _without_base(files: Files) -> Finding:
    message = "the TEI was edited, and what it was encoded as is not known: the new encoding was not merged into it"
    advice = f"diple merge {files.tei.stem} --base FILE, with the file as it was before it was edited"
    return Finding("I051", "warning", str(files.tei), 0, 0, message, suggestion=advice)


def _not_valid(files: Files) -> Finding:
    message = "the edited TEI is not valid: the new encoding was not merged into it"
    advice = f"put right what diple validate {files.tei} tells, then encode again"
    return Finding("I055", "warning", str(files.tei), 0, 0, message, suggestion=advice)
