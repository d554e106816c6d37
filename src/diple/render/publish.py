"""A whole edition written to a folder: documents, front page, style sheet; nothing stale, nothing half-written.

What was made from just what is there now is left as it is; the pages of documents that an earlier run wrote, and that
are none of the edition's any more, are removed. The register is what stands in the folder ``register`` beside the
documents. A document that fails is reported as a finding and stops no other; one that cannot be read is shown as it was
published last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.findings import Finding, bad_input
from diple.render.around import Surroundings, by_document, read_entries, register_files, write_pages
from diple.render.assets import write_assets
from diple.render.books import with_books
from diple.render.documents import Written, render_all, tasks_of
from diple.render.edition_info import EditionInfo, EditionLike
from diple.render.manifest import (
    Manifest,
    digests_of,
    read_manifest,
    remove_stale,
    stand,
    write_manifest,
)
from diple.render.press import press
from diple.render.print import why_no_pdf
from diple.render.sources import common_digest, whole_digest
from diple.render.spool import Spool
from diple.render.standing import standing
from diple.render.surveys import keep_surveys, survey
from diple.render.takeaway import Rendered, TakeAway, offered, with_search, write_takeaway
from diple.render.workers import Mapper, workers
from diple.xmlio import write_made

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


class _Order(NamedTuple):
    """What ``render_edition`` is asked for, its files sorted by their ids."""

    files: list[Path]
    out: Path
    edition: EditionInfo
    processes: int | None
    progress: Callable[[str], None] | None
    review: Callable[[Path], Sequence[Finding]] | None
    sources: Mapping[str, Path]


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

    ``tei_files`` are all its documents. ``processes`` is by default one for each core, and one alone for few documents.
    ``progress`` is told the id of each document done. ``review``, called in the other processes, gives the places of a
    file that want a person; ``review_of`` stands for what it looks at beside TEI and transcripts, without which all is
    made anew. ``sources`` are the transcripts, by the ids of their documents; ``pdf`` tells whether to make PDF where
    that can be done.

    Two files with one id (I041), a register that cannot be read (I001, I020) or a folder that cannot be written (I002)
    raise ``DipleError``.
    """
    named = _by_id(tei_files)
    info = with_books(with_search(EditionInfo.of(edition)), pdf=pdf)
    order = _Order(named, out, info, processes, progress, review, sources or {})
    common = common_digest(named, info)
    whole = "" if review and review_of is None else whole_digest(named, order.sources, common, review_of or "")
    earlier = read_manifest(out)
    if whole and earlier.made_from == whole and stand(out, earlier.files):
        return _as_it_stands(out, named, earlier, progress)
    report, made_from = _make(order, common, earlier)
    if pdf and (why := why_no_pdf()):
        report = replace(report, left_out=(*report.left_out, why))
    _settle(out, earlier, report, made_from, whole)
    return report


def _make(order: _Order, common: str, earlier: Manifest) -> tuple[RenderReport, dict[str, str]]:
    """Write the files of an edition; return what was done, and what each document was made from."""
    named, out, info = order.files, order.out, order.edition
    style = write_assets(out, info)
    with (
        standing(named, out) as shown,
        closing(Spool()) as spool,
        workers(len(named), order.processes, lambda: read_entries(named, info)) as (run, register),
    ):
        surveys = run(partial(survey, edition=info), shown.files)
        # Other processes begin with it when they have surveyed.
        places = run(partial(_review_some, review=order.review), _batches(named)) if order.review else ()
        entries, refused = keep_surveys(surveys, spool)
        tasks = tasks_of(shown.files, entries, order.sources, common, earlier)
        done = list(render_all(run, tasks, out, info, order.progress))
        listed = _without_failed(entries, done, spool)
        index = _write_front_page(listed, out, info)
        seen = by_document(chain.from_iterable(places))
        given = Surroundings(spool, register, offered(info), register_files(named), seen, info.books.split())
        around = write_pages(out, given, run, info)
        written = [*(file for rendered in done for file in rendered.files), index, *around, *style]
        beside = _write_beside(out, shown.files, listed, written, register, run, info)
    report = RenderReport(
        documents=tuple(rendered.document_id for rendered in done if rendered.finding is None),
        files=(*written, *beside.files),
        removed=_removed(earlier, named),
        findings=(*shown.findings, *refused, *(rendered.finding for rendered in done if rendered.finding)),
        left_out=beside.left_out,
        kept=shown.kept,
    )
    return report, {task.tei.stem: task.made_from for task in tasks}


def _without_failed(entries: Sequence[etree._Element], done: Sequence[Written], spool: Spool) -> list[etree._Element]:
    """Return the summaries of the documents that could be rendered, which alone the indexes know."""
    failed = {rendered.document_id for rendered in done if rendered.finding}
    listed = [entry for entry in entries if str(entry.get("id")) not in failed]
    spool.forget(failed)
    spool.order(str(entry.get("id")) for entry in listed)
    return listed


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


def _by_id(tei_files: Sequence[Path]) -> list[Path]:
    """Return files sorted by the ids of their documents, of which no two may be the same."""
    files = sorted(tei_files, key=lambda tei: tei.stem)
    for one, other in pairwise(files):
        if one.stem == other.stem:
            raise bad_input("I041", str(other), f"{one} has the same id, {one.stem}", "rename one of the two")
    return files


def _batches(files: Sequence[Path]) -> list[Sequence[Path]]:
    """Return the files some at a time: what a review needs to know of words takes longer to read than a document."""
    return [files[start : start + _REVIEWED_AT_ONCE] for start in range(0, len(files), _REVIEWED_AT_ONCE)]


def _review_some(files: Sequence[Path], review: Callable[[Path], Sequence[Finding]]) -> list[Finding]:
    return [finding for file in files for finding in review(file)]


def _write_front_page(order: Sequence[etree._Element], out: Path, edition: EditionInfo) -> Path:
    path = out / "index.html"
    write_made(path, press().front_page(_summaries(order), edition))
    return path


def _summaries(order: Sequence[etree._Element]) -> str:
    """Return the summaries of the documents as one XML element."""
    documents = etree.Element("documents")
    documents.extend(deepcopy(list(order)))
    return etree.tostring(documents, encoding="unicode")
