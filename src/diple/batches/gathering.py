"""The transcripts that folders, ZIP files and batches hold, as files in their own right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from diple.batches.archive import Member, is_zip, members
from diple.batches.splitting import seems_a_batch, split
from diple.findings import DipleError, Finding, bad_input
from diple.formats import PLAIN_SUFFIXES, SUFFIXES, TEI_SUFFIXES
from diple.inputs import document_id, list_sources
from diple.source import Source, read_source
from diple.xmlio import write_atomically

_LOOKED_INTO = SUFFIXES - PLAIN_SUFFIXES - TEI_SUFFIXES - {".pdf"}
"""Endings of files that are no plain text and may hold several documents; a PDF takes too long to be read twice."""
_APART = frozenset({"furniture", "metadata", "header", "footer"})
_NO_SPACE = re.compile(r"\S")
DEEPEST = 8
"""Folders nested deeper than this are not looked into."""


@dataclass(slots=True)
class Gathered:
    """Transcripts to encode, findings on what else there was, and errors for what could not be taken."""

    sources: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    errors: list[DipleError] = field(default_factory=list)


def gather(named: Sequence[Path], folder: Path, *, is_to_split: bool = False) -> Gathered:
    """Return the transcripts that paths name, those of folders and ZIP files in the order of their names.

    The members of a ZIP file, and the parts of a batch if ``is_to_split``, are written to ``folder`` as transcripts of
    their own; a file there that holds something else is never written over (I123). A file that seems to hold several
    documents and is not to be split gives a finding (I122).
    """
    gathered = Gathered()
    for path in named:
        if path.is_dir():
            before = len(gathered.sources)
            _add_folder(gathered, path)
            if len(gathered.sources) == before:
                gathered.errors.append(bad_input("I054", str(path), "there is no transcript in this folder"))
        elif is_zip(path):
            _add_archive(gathered, path, folder)
        else:
            gathered.sources.append(path)
    gathered.sources = [part for source in gathered.sources for part in _parts(gathered, source, folder, is_to_split)]
    return gathered


def _add_folder(gathered: Gathered, folder: Path, depth: int = 0) -> None:
    """Take the transcripts of a folder and of those in it; links to folders are not followed."""
    sources, findings = list_sources(folder)
    gathered.sources += sources
    gathered.findings += [finding for finding in findings if not Path(finding.file).is_dir()]
    for inner in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        if depth < DEEPEST and not inner.is_symlink():
            _add_folder(gathered, inner, depth + 1)


def _add_archive(gathered: Gathered, path: Path, folder: Path) -> None:
    """Unpack the transcripts of a ZIP file into a folder."""
    taken: list[Member] = []
    try:
        for one in members(path):
            if isinstance(one, DipleError):
                gathered.errors.append(one)
            else:
                taken.append(one)
    except DipleError as error:
        gathered.errors.append(error)
        return
    doubled = Counter(member.parts[-1].casefold() for member in taken)
    for member in taken:
        name = member.parts[-1] if doubled[member.parts[-1].casefold()] == 1 else "-".join(member.parts)
        if _write(gathered, folder / name, member.data, f"{path}/{member.name}"):
            gathered.sources.append(folder / name)


def _write(gathered: Gathered, target: Path, data: bytes, origin: str) -> bool:
    """Write a transcript and return True; False, with an error, if another file of its name is there."""
    with suppress(FileNotFoundError):
        if target.read_bytes() != data:
            advice = "move it away, or name another folder with --into"
            message = f"{origin} was left out: another file of this name is there already"
            gathered.errors.append(bad_input("I123", str(target), message, advice))
            return False
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, data)
    return True


def _document_of(source: Source) -> Source:
    """Return a source with spaces for all that is no text of its document: furniture and metadata of the file."""
    text = source.text
    for one in source.formatting:
        if one.kind in _APART:
            text = text[: one.start] + _NO_SPACE.sub(" ", text[one.start : one.end]) + text[one.end :]
    return replace(source, text=text)


def _parts(gathered: Gathered, path: Path, folder: Path, is_to_split: bool) -> Iterator[Path]:
    """Yield the transcripts of the documents in one file; the file itself if it is one, or cannot be read."""
    is_plain = path.suffix.lower() in PLAIN_SUFFIXES
    if not is_plain and path.suffix.lower() not in _LOOKED_INTO:
        yield path
        return
    try:
        source = read_source(path)
    except DipleError:
        yield path  # encoding it will tell
        return
    parts = split(source if is_plain else _document_of(source), document_id(path))
    if len(parts) < 2:
        yield path
    elif not is_plain or not is_to_split:
        gathered.findings.append(seems_a_batch(source, path, parts, is_plain=is_plain))
        yield path
    else:
        for part in parts:
            data = part.text.encode("utf-8", "surrogatepass")
            target = folder / f"{part.id}{path.suffix}"
            if _write(gathered, target, data, f"{path}, line {part.line}"):
                yield target
