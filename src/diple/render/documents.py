"""The pages, texts and tables of single documents, made from their TEI and written to the edition's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from diple.findings import DipleError, Finding
from diple.render.around import read_entries
from diple.render.assets import write_assets
from diple.render.books import BOOKS
from diple.render.edition_info import EditionInfo, EditionLike
from diple.render.manifest import Manifest, stand
from diple.render.offsets import map_files
from diple.render.pointers import with_pointers_up
from diple.render.press import NOBODY, OUTPUTS, SOURCE_PAGE, STATES, Neighbours, press
from diple.render.sources import document_digest
from diple.render.surveys import neighbours_of
from diple.render.transcript import transcript_of
from diple.render.workers import Mapper, workers
from diple.xmlio import write_made


class Task(NamedTuple):
    """A document to be rendered: its TEI, the documents beside it, its transcript if it has one.

    ``made_from`` stands for all that its files are made from, ``standing`` are the files that an earlier run made from
    the same, with their checksums.
    """

    tei: Path
    neighbours: Neighbours
    source: Path | None
    made_from: str = ""
    standing: Mapping[str, str] = {}


class Written(NamedTuple):
    """The files written for one document, or why none were."""

    document_id: str
    files: tuple[Path, ...]
    finding: Finding | None


def render_document(tei: Path, out: Path, edition: EditionLike, source: Path | None = None) -> list[Path]:
    """Write the pages and texts of one TEI file to ``out/documents/<id>/`` and return the files, in a fixed order.

    The id is the file's name without ``.xml``; ``source`` is its transcript, for a page of it. The style sheets are
    written to ``out/assets``. Raises ``DipleError`` if the file cannot be read (I001), is not XML (I020), the
    stylesheets fail on it (I040), or ``out`` cannot be written (I002).
    """
    info = EditionInfo.of(edition)
    write_assets(out, info)
    with workers(1, 1, lambda: read_entries([tei], info)):
        return write_document(Task(tei, NOBODY, source), out, info)


def tasks_of(
    files: Sequence[Path],
    entries: Sequence[etree._Element],
    sources: Mapping[str, Path],
    common: str,
    earlier: Manifest,
) -> list[Task]:
    """Return what is to be rendered: each document that could be surveyed."""
    places = neighbours_of(entries)
    tasks = []
    for tei in files:
        if tei.stem in places:
            source = sources.get(tei.stem)
            made_from = document_digest(tei, source, common, *places[tei.stem])
            stands = earlier.documents.get(tei.stem) == made_from
            standing = _without_books(earlier.files_in(f"documents/{tei.stem}/")) if stands else {}
            tasks.append(Task(tei, places[tei.stem], source, made_from, standing))
    return tasks


def _without_books(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a document that are not made by themselves."""
    kinds = tuple(Path(book).suffix for book in BOOKS)
    return {path: digest for path, digest in files.items() if not path.endswith(kinds)}


def render_all(
    run: Mapper,
    tasks: Sequence[Task],
    out: Path,
    edition: EditionInfo,
    progress: Callable[[str], None] | None,
) -> Iterator[Written]:
    """Write the files of each document."""
    for rendered in run(partial(_render_one, out=out, edition=edition), tasks):
        yield rendered
        if progress:
            progress(rendered.document_id)


def _render_one(task: Task, out: Path, edition: EditionInfo) -> Written:
    """Render one file; its failure becomes a finding, but a folder that cannot be written stops the run."""
    tei = task.tei
    try:
        files = write_document(task, out, edition)
        return Written(tei.stem, tuple(files), None)
    except DipleError as error:
        if error.finding.code == "I002":
            raise
        return Written(tei.stem, (), error.finding)


def write_document(task: Task, out: Path, edition: EditionInfo) -> list[Path]:
    """Write the files of one document, unless they stand; all are made before the first is written."""
    if task.standing and stand(out, task.standing):
        return [out / path for path in task.standing]
    tei, neighbours, source = task.tei, task.neighbours, task.source
    transcript = transcript_of(tei, source)
    outputs = (*OUTPUTS, SOURCE_PAGE) if transcript else OUTPUTS
    contents = press().document(tei, tei.stem, edition, neighbours, outputs, transcript.page if transcript else "")
    texts = {policy: contents[f"{tei.stem}.{policy}.txt"].decode() for policy in STATES}
    contents |= map_files(tei, tei.stem, texts, partial(press().plain_text, document_id=tei.stem, edition=edition))
    folder = out / "documents" / tei.stem
    contents[f"{tei.stem}.xml"] = with_pointers_up(tei.read_bytes())
    for name, content in contents.items():
        write_made(folder / name, content)
    if not transcript:
        (folder / SOURCE_PAGE.name).unlink(missing_ok=True)
    return [folder / name for name in contents]
