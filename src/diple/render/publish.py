"""A whole edition written to a folder: documents, front page, style sheet; nothing stale, nothing half-written."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from pathlib import Path
from typing import Final, NamedTuple

from diple.findings import DipleError, Finding, bad_input
from diple.render.edition_info import EditionInfo, EditionLike
from diple.render.press import OUTPUTS, press
from diple.resources import resource
from diple.xmlio import write_atomically

STYLE_SHEET: Final = "diple.css"
MADE_BY_DIPLE: Final = ".made-by-diple"
_POOL_FROM: Final = 12
"""Below this number of documents starting processes costs more than they save."""


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What was rendered: ids of the documents, files written, ids removed, and a finding for each failure."""

    documents: tuple[str, ...]
    files: tuple[Path, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]


class _Rendered(NamedTuple):
    """The outcome for one document: its summary and files, or what went wrong."""

    document_id: str
    summary: str
    files: tuple[Path, ...]
    finding: Finding | None


def render_document(tei: Path, out: Path, edition: EditionLike) -> list[Path]:
    """Write the pages and texts of one TEI file to ``out/documents/<id>/`` and return the files, in a fixed order.

    The id is the file's name without ``.xml``. The style sheet is written to ``out/assets``. Raises ``DipleError`` if
    the file cannot be read (I001), is not XML (I020), the stylesheets fail on it (I040), or ``out`` cannot be written
    (I002).
    """
    _write_assets(out)
    return _write_document(tei, out, EditionInfo.of(edition))


def render_edition(
    tei_files: Sequence[Path],
    out: Path,
    edition: EditionLike,
    *,
    processes: int | None = None,
    progress: Callable[[str], None] | None = None,
) -> RenderReport:
    """Write a whole edition to ``out``: every document, ``index.html`` and ``assets``; return what was done.

    ``tei_files`` are all the documents of the edition: the pages of documents that an earlier run wrote and that are
    not among them are removed. ``processes`` is the number of processes, by default one for each core, and one alone
    for few documents. ``progress`` is told the id of each document done. A document that fails is reported as a finding
    and stops no other; two files with one id (I041) or a folder that cannot be written (I002) raise ``DipleError``.
    """
    _refuse_doubled_ids(tei_files)
    info = EditionInfo.of(edition)
    _write_assets(out)
    done: list[_Rendered] = []
    for rendered in _render_all(sorted(tei_files, key=lambda tei: tei.stem), out, info, processes):
        done.append(rendered)
        if progress:
            progress(rendered.document_id)
    well = [rendered for rendered in done if rendered.finding is None]
    index = _write_front_page(well, out, info)
    removed = _remove_stale(out, [rendered.document_id for rendered in done])
    return RenderReport(
        documents=tuple(rendered.document_id for rendered in well),
        files=(*(file for rendered in well for file in rendered.files), index),
        removed=removed,
        findings=tuple(rendered.finding for rendered in done if rendered.finding),
    )


def _refuse_doubled_ids(tei_files: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for tei in tei_files:
        if tei.stem in seen:
            raise bad_input("I041", str(tei), f"{seen[tei.stem]} has the same id, {tei.stem}", "rename one of the two")
        seen[tei.stem] = tei


def _render_all(files: Sequence[Path], out: Path, edition: EditionInfo, processes: int | None) -> Iterator[_Rendered]:
    """Yield the outcome for each file in the order given, from this process or a pool of fresh ones."""
    work = partial(_render_one, out=out, edition=edition)
    count = processes or (min(cpu_count() or 1, 8) if len(files) >= _POOL_FROM else 1)
    if count == 1:
        yield from map(work, files)
        return
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(work, files, chunksize=max(1, min(16, len(files) // (count * 4))))


def _render_one(tei: Path, out: Path, edition: EditionInfo) -> _Rendered:
    """Render one file; its failure becomes a finding, but a folder that cannot be written stops the run."""
    try:
        files = _write_document(tei, out, edition)
        return _Rendered(tei.stem, press().summary(tei, tei.stem, edition), tuple(files), None)
    except DipleError as error:
        if error.finding.code == "I002":
            raise
        return _Rendered(tei.stem, "", (), error.finding)


def _write_document(tei: Path, out: Path, edition: EditionInfo) -> list[Path]:
    """Write the files of one document; all are made before the first is written."""
    contents = press().document(tei, tei.stem, edition)
    folder = out / "documents" / tei.stem
    contents[f"{tei.stem}.xml"] = tei.read_bytes()
    for name, content in contents.items():
        write_atomically(folder / name, content)
    return [folder / name for name in contents]


def _write_assets(out: Path) -> None:
    write_atomically(out / "assets" / STYLE_SHEET, resource("xslt", "assets", STYLE_SHEET).read_bytes())


def _write_front_page(rendered: Sequence[_Rendered], out: Path, edition: EditionInfo) -> Path:
    summaries = "".join(document.summary for document in rendered)
    path = out / "index.html"
    write_atomically(path, press().front_page(f"<documents>{summaries}</documents>", edition))
    return path


def _remove_stale(out: Path, current: Sequence[str]) -> tuple[str, ...]:
    """Remove the files of documents an earlier run wrote and this one did not; nothing else in their folders."""
    record = out / "documents" / MADE_BY_DIPLE
    earlier = record.read_text(encoding="utf-8").splitlines() if record.is_file() else []
    stale = sorted(set(earlier) - set(current) - {"", ".", ".."})
    for document_id in stale:
        _remove_document(out / "documents" / Path(document_id).name, document_id)
    write_atomically(record, "".join(f"{document_id}\n" for document_id in sorted(current)).encode())
    return tuple(stale)


def _remove_document(folder: Path, document_id: str) -> None:
    for name in (*(output.name.format(id=document_id) for output in OUTPUTS), f"{document_id}.xml"):
        (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
