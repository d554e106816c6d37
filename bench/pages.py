"""``python -m bench pages``: what each kind of page, text and book weighs, and how long it takes to make.

Measured is the edition in the current folder. Times are the processor's, in milliseconds, for all its documents without
what is done only once; a PDF is set anew. Weights are in kilobytes: the largest file, all of them, all of them gzipped.
The last rows are what a document's page weighs beyond the words that are read on it: its markup, all its style sheets.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from lxml import html

from diple.cli.options import with_source
from diple.edition import Edition
from diple.inputs import list_tei
from diple.render import render_edition
from diple.render.around import read_entries
from diple.render.books import begin_books, with_books, write_books
from diple.render.edition_info import EditionInfo
from diple.render.press import OUTPUTS, Output, press

_AROUND = ("*.html", "register/*/*.html")


def main() -> None:
    """Render the edition into a folder of its own and print a row for each kind of file."""
    edition = Edition.load(Path())
    documents = list_tei(edition.tei)
    print(f"\n{len(documents)} documents{'':14}{'files':>7}{'largest KB':>12}{'all KB':>9}{'gzipped':>9}{'ms':>9}")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        sources = {tei.stem: source for tei in documents if (source := with_source(tei, edition, None).source)}
        render_edition(documents, out, edition, processes=1, sources=sources)
        info = with_books(EditionInfo.of(edition), pdf=True)
        press().use_register(read_entries(documents, info))
        for output in OUTPUTS:
            make = partial(_make, documents, info, output)
            _row(output.name, list(out.glob(f"documents/*/{output.name.format(id='*')}")), _milliseconds(make))
        for pattern in _AROUND:
            _row(pattern, list(out.glob(pattern)))
        for kind in info.books.split():
            alone = partial(_bind, out / "books", documents, _only(info, kind))
            _row(f"{{id}}.{kind}", list(out.glob(f"documents/*/*.{kind}")), _milliseconds(alone))
        _row("EPUB of the edition", list(out.glob("downloads/*.epub")))
        _row("all", [path for path in out.rglob("*") if path.is_file()])
        print("\nbeyond the words, KB")
        for tei in documents:
            print(f"{tei.stem[:60]:60}{_beyond_words(out / 'documents' / tei.stem / 'index.html') / 1024:9.1f}")


def _only(info: EditionInfo, kind: str) -> EditionInfo:
    """Return the edition with EPUB, and with PDF if that is what is measured: its time holds that of EPUB."""
    return with_books(info, pdf=kind == "pdf")


def _bind(out: Path, documents: Sequence[Path], info: EditionInfo) -> None:
    write_books(out, documents, begin_books(out, documents, map, info), info)


def _make(documents: Iterable[Path], info: EditionInfo, output: Output) -> None:
    for tei in documents:
        press().document(tei, tei.stem, info, outputs=[output])


def _beyond_words(path: Path) -> int:
    """Return the bytes of a page and of its style sheets without those of the words in its body."""
    content = path.read_bytes()
    page = html.fromstring(content)
    sheets = (path.parent / str(href) for href in page.xpath("//link[@rel='stylesheet']/@href"))
    return len(content) - len(page.find("body").text_content().encode()) + sum(sheet.stat().st_size for sheet in sheets)


def _milliseconds(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return (process_time() - before) * 1000


def _row(name: str, files: Sequence[Path], milliseconds: float | None = None) -> None:
    sizes = [path.stat().st_size for path in files]
    packed = sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in files)
    weights = f"{max(sizes, default=0) / 1024:12.1f}{sum(sizes) / 1024:9.0f}{packed / 1024:9.0f}"
    print(f"{name:26}{len(files):7}{weights}{'' if milliseconds is None else f'{milliseconds:9.0f}'}", flush=True)


if __name__ == "__main__":
    main()
