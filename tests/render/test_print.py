"""Documents on paper: nothing is missing from the pages, nothing is fetched, and the bytes are the same each time."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pypdfium2
import pytest
from documents import CASES, EDITION, LONG_MARKS, document, tei_words

from diple.render import print as printing
from diple.render.press import Output, press
from diple.render.print import NO_PANGO, NO_WEASYPRINT, why_no_pdf, write_pdf

PAGE = Output("page", "print.xsl", {})
SECTION = "Words that fill a page go on and on. " * 60
STRANGE = (
    f"<head>Head<note>of the head</note></head><p>{SECTION}<note n='1'>first <note>inner</note> words</note></p>"
    f"<p>Long<note>{'without an end ' * 700}</note> after.</p><p><note><p>Two</p><p>paragraphs</p></note></p>"
    "<p>situa<pb n='496' break='no'/>tion</p><table><row><cell>Cell<note>in a cell</note></cell></row></table>"
    f"<list><item n='1'>Item<note>in an item</note></item></list><p>{'w' * 900}</p>"
)


@pytest.fixture(autouse=True)
def a_printer() -> None:
    if why_no_pdf():
        pytest.skip(f"NOT TRIED: {why_no_pdf()}")


def page_of(tmp_path: Path, tei: str) -> str:
    path = tmp_path / "x.xml"
    path.write_text(tei, encoding="utf-8")
    return press().document(path, "x", EDITION, outputs=[PAGE])["page"].decode()


def pages_of(pdf: Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(pdf) as printed:
        return [page.get_textpage().get_text_bounded().replace("\ufffe", "") for page in printed]


def run_together(text: str) -> str:
    """Return the letters: numbers of notes and hands stand between those of a word."""
    return "".join(re.findall(r"[^\W\d_]", text))


SOURCES = {case.name: (case / "source.xml").read_text(encoding="utf-8") for case in sorted(CASES.iterdir())}
SOURCES |= {"strange": document(STRANGE), "long-marks": document(LONG_MARKS)}


@pytest.mark.parametrize("name", SOURCES)
def test_every_word_is_on_a_page(tmp_path: Path, name: str) -> None:
    write_pdf(tmp_path / "x.pdf", page_of(tmp_path, SOURCES[name]))
    printed = run_together("".join(pages_of(tmp_path / "x.pdf")))
    assert [word for word in tei_words(SOURCES[name].encode()) if run_together(word) not in printed] == []


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark_and_a_long_one_in_its_place(tmp_path: Path) -> None:
    write_pdf(tmp_path / "x.pdf", page_of(tmp_path, document(STRANGE)))
    pages = pages_of(tmp_path / "x.pdf")
    (noted,) = [page for page in pages if "first" in page]
    assert noted.index("of the head") > noted.index("Words that fill a page")
    assert "inner" in noted
    assert "".join(pages).count("without") == 700


def test_each_page_says_what_it_is_from(tmp_path: Path) -> None:
    write_pdf(tmp_path / "x.pdf", page_of(tmp_path, document(f"<p>{SECTION}</p>" * 5)))
    pages = pages_of(tmp_path / "x.pdf")
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert "An Edition, version 1.2.0" in page
    assert all(page.splitlines()[0].strip() == "T" or "\nT\r\n" in page for page in pages[1:])


def test_a_page_of_the_source_has_its_number_in_the_margin(tmp_path: Path) -> None:
    write_pdf(tmp_path / "x.pdf", page_of(tmp_path, document("<p>situa<pb n='496' break='no'/>tion</p>")))
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as printed:
        page = printed[0].get_textpage()
        text = page.get_text_range()
        word = page.get_charbox(text.index("situa"))
        numbers = [page.get_charbox(found.start()) for found in re.finditer("496", text)]
    (left, bottom), *others = sorted(number[:2] for number in numbers)
    assert left < word[0] - 20
    assert abs(bottom - word[1]) < 12
    assert len(others) == 1  # the legend shows one


def test_the_file_says_what_it_is_and_can_be_read_aloud(tmp_path: Path) -> None:
    write_pdf(tmp_path / "x.pdf", page_of(tmp_path, SOURCES["harbour-talk"]))
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as printed:
        assert printed.get_metadata_dict()["Title"]
        assert printed.get_metadata_dict()["CreationDate"].startswith("D:20200131")
        assert printed.is_tagged()
        assert next(iter(printed.get_toc())).get_title() == printed.get_metadata_dict()["Title"]


def test_the_same_page_gives_the_same_bytes_and_is_set_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(tmp_path, document("<p>One.</p>"))
    write_pdf(tmp_path / "one.pdf", page)
    write_pdf(tmp_path / "two.pdf", page)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(printing, "_set", lambda *_: pytest.fail("the page is set again"))
        write_pdf(tmp_path / "one.pdf", page)
    write_pdf(tmp_path / "one.pdf", page.replace("One.", "Two."))
    assert "Two." in pages_of(tmp_path / "one.pdf")[0]


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The paths that a server on this machine was asked for; its address is the first."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)

    server = HTTPServer(("127.0.0.1", 0), Handler)
    paths.append(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield paths
    server.shutdown()
    server.server_close()


def test_nothing_is_fetched(tmp_path: Path, asked: list[str]) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("body::before { content: 'SECRET' }")
    foreign = f'<link rel="stylesheet" href="{secret.as_uri()}"><img src="{asked[0]}/a.png" alt="none"><p>Words</p>'
    write_pdf(tmp_path / "x.pdf", f"<!DOCTYPE html><html lang='en'><head><title>T</title></head><body>{foreign}</body>")
    assert len(asked) == 1
    assert "SECRET" not in "".join(pages_of(tmp_path / "x.pdf"))


def test_it_is_told_why_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_pango() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    reason = why_no_pdf.__wrapped__
    monkeypatch.setattr(printing, "_weasyprint", without_pango)
    assert reason() == NO_PANGO
    monkeypatch.setattr(printing, "find_spec", lambda name: None)
    assert reason() == NO_WEASYPRINT
