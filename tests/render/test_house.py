"""What an edition has of its own: stylesheets, a style sheet, texts of its front page and of the page about it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from documents import document, text_of
from lxml import html

from diple.edition import Edition
from diple.findings import DipleError
from diple.render import render_edition
from diple.render.edition_info import EditionInfo
from diple.render.house import own_file, own_style
from diple.render.press import Output, press
from diple.resources import resource

TOML = """[edition]
title = "Papers"
publisher = "A Press"
version = "1.0"
date = 2026-01-31
[licence]
name = "CC0"
"""
SHEET = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:d="urn:diple:xslt"'
    ' xpath-default-namespace="http://www.tei-c.org/ns/1.0">{}</xsl:stylesheet>'
)
MARK = "<b class='ours'><xsl:apply-templates mode='#current'/></b>"
OWN_UNCLEAR = f'<xsl:template match="unclear" mode="d:html">{MARK}</xsl:template>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "tei").mkdir()
    body = "<p>A <unclear>word</unclear> and <supplied>one</supplied>.</p>"
    (tmp_path / "tei/a.xml").write_text(document(body), encoding="utf-8")
    return tmp_path


def build(root: Path) -> Path:
    edition = Edition.load(root)
    report = render_edition(sorted(edition.tei.glob("*.xml")), edition.build, edition, processes=1)
    assert report.findings == ()
    return edition.build


def page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


def test_a_template_of_the_edition_takes_precedence_and_the_others_stay(root: Path) -> None:
    (root / "xslt").mkdir()
    (root / "xslt/html.xsl").write_text(SHEET.format(OWN_UNCLEAR), encoding="utf-8")
    built = build(root)
    shown = page(built / "documents/a/index.html")
    assert shown.xpath("string(//b[@class='ours'])") == "word"
    assert shown.xpath("//span[@class='supplied']")
    assert "{?}" in (built / "documents/a/a.critical.txt").read_text(encoding="utf-8")
    (root / "xslt/html.xsl").unlink()
    assert not page(build(root) / "documents/a/index.html").xpath("//b[@class='ours']")


def test_a_function_of_the_edition_takes_precedence_in_the_texts(root: Path) -> None:
    (root / "xslt").mkdir()
    own = '<xsl:template match="supplied" mode="d:line"><xsl:sequence select="\'&lt;\' || . || \'>\'"/></xsl:template>'
    (root / "xslt/text.xsl").write_text(SHEET.format(own), encoding="utf-8")
    assert text_of((build(root) / "documents/a/a.critical.txt").read_text(encoding="utf-8")) == ["A word{?} and <one>."]


def test_a_stylesheet_that_cannot_be_used_is_named(root: Path) -> None:
    (root / "xslt").mkdir()
    (root / "xslt/html.xsl").write_text("<no/>", encoding="utf-8")
    edition = Edition.load(root)
    (finding,) = render_edition([root / "tei/a.xml"], edition.build, edition, processes=1).findings
    assert (finding.code, finding.file) == ("I040", str(root / "xslt/html.xsl"))


def test_the_style_sheet_of_the_edition_comes_last_on_each_page_and_goes_with_its_file(root: Path) -> None:
    (root / "edition.css").write_text(":root { --ink: #000 }", encoding="utf-8")
    built = build(root)
    for name in ("index.html", "about.html", "documents/a/index.html", "documents/a/tei.html"):
        sheets = page(built / name).xpath("//link[@rel='stylesheet']/@href")
        assert sheets[-1].endswith("assets/edition.css")
        assert (built / name).parent.joinpath(sheets[-1]).read_text() == ":root { --ink: #000 }"
    (root / "edition.css").unlink()
    assert "edition.css" not in (build(root) / "index.html").read_text(encoding="utf-8")
    assert not (built / "assets/edition.css").exists()


FRONT = """# On these papers

They were *found* in [the attic](documents/a/index.html), or [not](javascript:alert(1)).

- one & two
- <script>alert(1)</script>

![a boat](https://example.org/boat.png)
"""


@pytest.mark.parametrize(("file", "built_page"), [("front.md", "index.html"), ("about.md", "about.html")])
def test_a_text_of_the_edition_stands_on_its_page_and_does_no_harm(root: Path, file: str, built_page: str) -> None:
    (root / file).write_text(FRONT, encoding="utf-8")
    shown = page(build(root) / built_page)
    (own,) = shown.xpath("//div[@class='own-text']")
    assert own.findtext("h2") == "On these papers"
    assert own.xpath(".//a/@href") == ["documents/a/index.html"]
    assert [item.text_content() for item in own.iter("li")] == ["one & two", "<script>alert(1)</script>"]
    assert not own.xpath(".//script | .//img")
    assert "a boat" in own.text_content()
    assert len(shown.xpath("//h1")) == 1


def test_a_text_that_is_none_is_refused(root: Path) -> None:
    (root / "front.md").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(DipleError) as refused:
        build(root)
    assert refused.value.finding.code == "I001"


def test_no_path_of_the_machine_is_in_what_is_made(root: Path) -> None:
    (root / "edition.css").write_text("", encoding="utf-8")
    (root / "front.md").write_text("Hello.", encoding="utf-8")
    for path in build(root).rglob("*.*"):
        assert path.is_dir() or str(root).encode() not in path.read_bytes()


def test_documents_outside_an_edition_take_nothing_from_the_folder(root: Path) -> None:
    (root / "edition.toml").unlink()
    (root / "front.md").write_text("Hello.", encoding="utf-8")
    alone = Edition.of_folder(root)
    render_edition([root / "tei/a.xml"], alone.build, alone, processes=1)
    assert "Hello" not in (alone.build / "index.html").read_text(encoding="utf-8")


def test_the_programs_own_stylesheets_are_no_overrides() -> None:
    shipped = resource("xslt", "html.xsl").resolve()
    assert shipped.is_file()
    assert own_file(str(shipped.parents[1]), "xslt/html.xsl") is None


def test_what_is_the_editions_own_on_the_page_is_so_in_the_books(root: Path) -> None:
    (root / "xslt").mkdir()
    frame = '<xsl:template name="d:page"><html><xsl:value-of select="\'framed\'"/></html></xsl:template>'
    (root / "xslt/html.xsl").write_text(SHEET.format(OWN_UNCLEAR + frame), encoding="utf-8")
    edition = EditionInfo.of(Edition.load(root))
    outputs = [Output("page", "print.xsl", {}), Output("chapter", "epub.xsl", {"part": "chapter"})]
    made = press().document(root / "tei/a.xml", "a", edition, outputs=outputs)
    for content in made.values():
        shown = html.fromstring(content)
        assert shown.xpath("string(//b[@class='ours'])") == "word"
        assert shown.xpath("//section[@id='_text']")
        assert "framed" not in shown.text_content()


def test_a_stylesheet_for_print_alone_takes_precedence_over_the_pages(root: Path) -> None:
    (root / "xslt").mkdir()
    (root / "xslt/html.xsl").write_text(SHEET.format(OWN_UNCLEAR), encoding="utf-8")
    (root / "xslt/print.xsl").write_text(SHEET.format(OWN_UNCLEAR.replace("ours", "on-paper")), encoding="utf-8")
    edition = EditionInfo.of(Edition.load(root))
    outputs = [Output("page", "print.xsl", {}), Output("index.html", "html.xsl", {})]
    paper, screen = press().document(root / "tei/a.xml", "a", edition, outputs=outputs).values()
    assert (b"on-paper" in paper, b"ours" in paper) == (True, False)
    assert (b"on-paper" in screen, b"ours" in screen) == (False, True)


def test_the_style_sheet_of_the_edition_is_read_for_paper(root: Path) -> None:
    (root / "edition.css").write_text(":root { --ink: #000 }", encoding="utf-8")
    house = EditionInfo.of(Edition.load(root)).house
    assert own_style(house) == ":root { --ink: #000 }"
    (root / "edition.css").unlink()
    assert own_style(house) == ""


@pytest.mark.parametrize(("own", "held"), [("p { margin: 1em }", True), ('p { background: url("paper.png") }', False)])
def test_the_style_of_the_edition_is_in_its_books_unless_it_names_files(own: str, held: bool, root: Path) -> None:
    (root / "edition.css").write_text(own, encoding="utf-8")
    with ZipFile(build(root) / "documents/a/a.epub") as pack:
        style = pack.read("EPUB/book.css").decode()
    assert style.endswith(own) is held
    assert style.startswith(resource("xslt", "assets", "book.css").read_text(encoding="utf-8"))
