"""A whole edition written to a folder: documents, front page, style sheet; nothing stale, nothing half-written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.findings import DipleError, Finding, bad_input
from diple.render.around import Surroundings, by_document, read_entries, register_files, write_pages
from diple.render.assets import write_assets
from diple.render.books import BOOKS, with_books
from diple.render.edition_info import EditionInfo, EditionLike
from diple.render.manifest import (
    Manifest,
    digests_of,
    read_manifest,
    remove_stale,
    stand,
    write_manifest,
)
from diple.render.offsets import map_files
from diple.render.pointers import with_pointers_up
from diple.render.press import NOBODY, OUTPUTS, SOURCE_PAGE, STATES, Neighbours, press
from diple.render.print import why_no_pdf
from diple.render.sources import common_digest, document_digest, whole_digest
from diple.render.spool import Spool
from diple.render.standing import standing
from diple.render.takeaway import Rendered, TakeAway, offered, with_search, write_takeaway
from diple.render.transcript import transcript_of
from diple.render.workers import Mapper, workers
from diple.xmlio import parse_made, write_made

_REVIEWED_AT_ONCE: Final = 16


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What was rendered: ids of the documents, files written, ids removed, and a finding for each failure.

    ``left_out`` says in a sentence for each thing an edition may have, and this one does not, why; ``kept`` are the ids
    of documents of which an earlier state is shown, since their file cannot be read.
    """

    documents: tuple[str, ...]
    files: tuple[Path, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class _Survey(NamedTuple):
    """What the list of documents and the indexes say of one (XML elements), or why they cannot."""

    tei: Path
    summary: str
    entries: str
    finding: Finding | None


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


class _Rendered(NamedTuple):
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


def render_edition(
    tei_files: Sequence[Path],
    out: Path,
    edition: EditionLike,
    *,
    processes: int | None = None,
    progress: Callable[[str], None] | None = None,
    review: Callable[[Path], Sequence[Finding]] | None = None,
    sources: Mapping[str, Path] | None = None,
    pdf: bool = True,
    review_of: str | None = None,
) -> RenderReport:
    """Write a whole edition to ``out``: every document, the pages around them and ``assets``; return what was done.

    ``tei_files`` are all the documents of the edition: the pages of documents that an earlier run wrote and that are
    not among them are removed, and what was made from just what is there now is left as it is. ``processes`` is the
    number of processes, by default one for each core, and one alone for few documents. ``progress`` is told the id of
    each document done. ``review`` gives the places of a file that want a person, for the page on the state of the work,
    and is called in the other processes; ``review_of`` stands for what it looks at beside TEI and transcripts, without
    which no edition is taken to be what it would become. ``sources`` are the transcripts, by the ids of their
    documents, for a page each; ``pdf`` tells whether to make PDF where that can be done.

    The register is what stands in the folder ``register`` beside the documents. A document that fails is reported as a
    finding and stops no other; one that cannot be read is shown as it was published last. Two files with one id (I041),
    a register that cannot be read (I001, I020) or a folder that cannot be written (I002) raise ``DipleError``.
    """
    named = sorted(tei_files, key=lambda tei: tei.stem)
    _refuse_doubled_ids(named)
    info = with_books(with_search(EditionInfo.of(edition)), pdf=pdf)
    common = common_digest(named, info)
    whole = "" if review and review_of is None else whole_digest(named, sources or {}, common, review_of or "")
    earlier = read_manifest(out)
    if whole and earlier.made_from == whole and stand(out, earlier.files):
        return _as_it_stands(out, named, earlier, progress)
    style = write_assets(out, info)
    with (
        standing(named, out) as shown,
        closing(Spool()) as spool,
        workers(len(named), processes, lambda: read_entries(named, info)) as (run, register),
    ):
        files = shown.files
        surveys = run(partial(_survey, edition=info), files)
        # Other processes begin with it when they have surveyed.
        places = run(partial(_review_some, review=review), _batches(named)) if review else ()
        entries, refused = _survey_all(surveys, spool)
        tasks = _tasks(files, entries, sources or {}, common, earlier)
        done = list(_render_all(run, tasks, out, info, progress))
        failed = {rendered.document_id for rendered in done if rendered.finding}
        order = [entry for entry in entries if str(entry.get("id")) not in failed]
        spool.forget(failed)
        spool.order(str(entry.get("id")) for entry in order)
        index = _write_front_page(order, out, info)
        given = Surroundings(
            spool,
            register,
            offered(info),
            register_files(named),
            by_document(chain.from_iterable(places)),
            info.books.split(),
        )
        around = write_pages(out, given, run, info)
        written = [*(file for rendered in done for file in rendered.files), index, *around, *style]
        beside = _write_beside(out, files, order, written, register, run, info)
    report = RenderReport(
        documents=tuple(rendered.document_id for rendered in done if rendered.finding is None),
        files=(*written, *beside.files),
        removed=_removed(earlier, named),
        findings=(*shown.findings, *refused, *(rendered.finding for rendered in done if rendered.finding)),
        left_out=(*beside.left_out, *([why_no_pdf()] if pdf and why_no_pdf() else [])),
        kept=shown.kept,
    )
    _settle(out, earlier, report, {task.tei.stem: task.made_from for task in tasks}, whole)
    return report


def _as_it_stands(
    out: Path, files: Sequence[Path], manifest: Manifest, progress: Callable[[str], None] | None
) -> RenderReport:
    """Return the report of an edition that is already what it would become."""
    ids = tuple(tei.stem for tei in files)
    if progress:
        for document_id in ids:
            progress(document_id)
    return RenderReport(ids, tuple(out / path for path in manifest.files), (), (), manifest.left_out)


def _settle(out: Path, earlier: Manifest, report: RenderReport, made_from: Mapping[str, str], whole: str) -> None:
    """Remove what is stale and write the manifest; what a document had that could not be made anew stays."""
    failed = {Path(finding.file).stem for finding in report.findings} - set(report.documents)
    files = {path: digest for name in failed for path, digest in earlier.files_in(f"documents/{name}/").items()}
    files |= digests_of(out, report.files)
    remove_stale(out, earlier, files)
    is_well = not report.findings and not report.kept
    documents = {name: made_from[name] for name in report.documents if name not in report.kept}
    write_manifest(out, Manifest(whole if is_well else "", documents, report.left_out, files))


def _removed(earlier: Manifest, files: Sequence[Path]) -> tuple[str, ...]:
    """Return the ids of the documents that an earlier run wrote and that are none of the edition's any more."""
    return tuple(sorted(set(earlier.documents) - {tei.stem for tei in files}))


def _write_beside(
    out: Path,
    files: Sequence[Path],
    order: Sequence[etree._Element],
    written: Sequence[Path],
    register: str,
    run: Mapper,
    edition: EditionInfo,
) -> TakeAway:
    """Write what the edition offers beside its pages."""
    by_id = {tei.stem: tei for tei in files}
    documents = [by_id[str(entry.get("id"))] for entry in order]
    return write_takeaway(out, Rendered(documents, written, _summaries(order), register), run, edition)


def _survey_all(surveys: Iterable[_Survey], spool: Spool) -> tuple[list[etree._Element], list[Finding]]:
    """Keep what the indexes need of each document; return the summaries in order, and what could not be read."""
    entries, refused = [], []
    for survey in surveys:
        if survey.finding:
            refused.append(survey.finding)
        else:
            spool.add(survey.tei.stem, survey.summary, survey.entries)
            entries.append(parse_made(survey.summary))
    return sorted(entries, key=in_order), refused


def _tasks(
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


def _render_all(
    run: Mapper,
    tasks: Sequence[Task],
    out: Path,
    edition: EditionInfo,
    progress: Callable[[str], None] | None,
) -> Iterator[_Rendered]:
    """Write the files of each document."""
    for rendered in run(partial(_render_one, out=out, edition=edition), tasks):
        yield rendered
        if progress:
            progress(rendered.document_id)


def _refuse_doubled_ids(files: Sequence[Path]) -> None:
    for one, other in pairwise(files):
        if one.stem == other.stem:
            raise bad_input("I041", str(other), f"{one} has the same id, {one.stem}", "rename one of the two")


def _survey(tei: Path, edition: EditionInfo) -> _Survey:
    try:
        return _Survey(tei, *press().survey(tei, tei.stem, edition), None)
    except DipleError as error:
        return _Survey(tei, "", "", error.finding)


def _batches(files: Sequence[Path]) -> list[Sequence[Path]]:
    """Return the files some at a time: what a review needs to know of words takes longer to read than a document."""
    return [files[start : start + _REVIEWED_AT_ONCE] for start in range(0, len(files), _REVIEWED_AT_ONCE)]


def _review_some(files: Sequence[Path], review: Callable[[Path], Sequence[Finding]]) -> list[Finding]:
    return [finding for file in files for finding in review(file)]


def in_order(summary: etree._Element) -> tuple[str, str]:
    """Return what a summary is sorted by: the date, those without one or without a year last, then the id."""
    date = summary.get("sort-date") or ""
    return date if date[:4].isdigit() else f"~{date}", str(summary.get("id"))


def neighbours_of(order: Sequence[etree._Element]) -> dict[str, Neighbours]:
    """Return for each id the documents before and after it."""
    named = [("", ""), *((str(entry.get("id")), str(entry.get("title"))) for entry in order), ("", "")]
    return {
        own[0]: Neighbours(*before, *after) for before, own, after in zip(named, named[1:], named[2:], strict=False)
    }


def _render_one(task: Task, out: Path, edition: EditionInfo) -> _Rendered:
    """Render one file; its failure becomes a finding, but a folder that cannot be written stops the run."""
    tei = task.tei
    try:
        files = write_document(task, out, edition)
        return _Rendered(tei.stem, tuple(files), None)
    except DipleError as error:
        if error.finding.code == "I002":
            raise
        return _Rendered(tei.stem, (), error.finding)


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


def _write_front_page(order: Sequence[etree._Element], out: Path, edition: EditionInfo) -> Path:
    path = out / "index.html"
    write_made(path, press().front_page(_summaries(order), edition))
    return path


def _summaries(order: Sequence[etree._Element]) -> str:
    """Return the summaries of the documents as one XML element."""
    documents = etree.Element("documents")
    documents.extend(deepcopy(list(order)))
    return etree.tostring(documents, encoding="unicode")
