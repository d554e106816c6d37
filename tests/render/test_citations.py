"""Citations in the formats of reference managers, and the metadata they read from the page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from documents import CASES, EDITION, document, render
from lxml import html

from diple.render.press import press

FRAMES = (CASES / "frames" / "source.xml").read_bytes()
AWKWARD = (
    document("<p>A</p>")
    .replace(
        "<title>T</title>", "<title>100 % of {braces} &amp; $ under_score \\ “x”</title><author>A. O’N #1</author>"
    )
    .encode()
)


def test_csl_json_holds_what_the_header_says(tmp_path: Path) -> None:
    (item,) = json.loads(render(tmp_path, FRAMES, "x.csl.json")["x.csl.json"])
    assert item["title"] == "A letter with its frame"
    assert item["author"] == [{"literal": "A. Vale"}]
    assert item["translator"] == [{"literal": "T. Renard"}]
    assert item["container-title"] == "An Edition"
    assert item["original-date"] == {"date-parts": [[1931, 2, 3]]}
    assert item["issued"] == {"date-parts": [[2020, 1, 31]]}
    assert "URL" not in item


def test_ris_is_lines_of_tags(tmp_path: Path) -> None:
    lines = render(tmp_path, FRAMES, "x.ris")["x.ris"].split("\r\n")
    assert lines[0] == "TY  - CHAP"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert "A4  - T. Renard" in lines


def test_bibtex_is_balanced_and_escaped(tmp_path: Path) -> None:
    entry = render(tmp_path, AWKWARD, "x.bib")["x.bib"]
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert r"100 \% of \{braces\} \& \$ under\_score \textbackslash  “x”" in entry
    assert r"\#1" in entry


def test_page_has_metadata_for_reference_managers(tmp_path: Path) -> None:
    page = html.fromstring(render(tmp_path, FRAMES, "index.html")["index.html"])
    tags = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}
    assert tags["citation_title"] == "A letter with its frame"
    assert tags["citation_author"] == "A. Vale"
    assert tags["citation_publication_date"] == "1931/02/03"


def test_page_cites_the_translator_and_the_archive(tmp_path: Path) -> None:
    page = html.fromstring(render(tmp_path, FRAMES, "index.html")["index.html"])
    chicago, mla = (" ".join(dd.text_content().split()) for dd in page.xpath("//dl[@class='citations']//dd"))
    assert chicago == (
        "A. Vale, “A letter with its frame,” 3 February 1931, Provincial Archive, PA, box 4, folder 9, "
        "translated by T. Renard, in An Edition, version 1.2.0 (A Press, 2020)."
    )
    assert mla == (
        "A. Vale. “A letter with its frame.” 3 February 1931. Translated by T. Renard. An Edition, version 1.2.0, "
        "A Press, 2020. Provincial Archive, PA, box 4, folder 9."
    )


PEOPLE = (
    "<profileDesc><particDesc><listPerson>"
    '<person xml:id="orlov" role="{}"><persName>A. L. Orlov</persName></person>'
    "</listPerson></particDesc>{}</profileDesc>"
)
SENDER = '<correspAction type="sent"><persName ref="#orlov">A. L. ORLOV</persName></correspAction>'
SENT = f"<correspDesc>{SENDER}</correspDesc>"


@pytest.mark.parametrize(
    ("role", "letter", "author"),
    [("author", "", True), ("recorder", "", True), ("participant", "", False), ("participant", SENT, True)],
)
def test_who_signed_recorded_or_sent_it_is_its_author(role: str, letter: str, author: bool, tmp_path: Path) -> None:
    tei = document("<p>A.</p>").replace("</teiHeader>", f"{PEOPLE.format(role, letter)}</teiHeader>")
    files = render(tmp_path, tei)
    (item,) = json.loads(files["x.csl.json"])
    assert item.get("author") == ([{"literal": "A. L. Orlov"}] if author else None)
    assert ("AU  - A. L. Orlov" in files["x.ris"]) is author
    assert ("author = {{A. L. Orlov}}" in files["x.bib"]) is author


def test_without_an_address_of_its_own_a_document_is_cited_by_the_web_page_it_came_from(tmp_path: Path) -> None:
    bibl = '<bibl type="digital"><title>T</title> <idno type="uri">https://example.org/d/7</idno></bibl>'
    tei = document("<p>A.</p>").replace("<sourceDesc>", f"<sourceDesc>{bibl}")
    path = tmp_path / "x.xml"
    path.write_text(tei, encoding="utf-8")
    for base, address in (
        ("", "https://example.org/d/7"),
        ("https://example.org/e/", "https://example.org/e/documents/x/"),
    ):
        files = press().document(path, "x", replace(EDITION, base_url=base))
        assert json.loads(files["x.csl.json"])[0]["URL"] == address
        assert f"UR  - {address}\r\n" in files["x.ris"].decode()
        assert f"url = {{{address}}}" in files["x.bib"].decode()


def test_a_document_of_which_nothing_is_known_is_cited_without_gaps(tmp_path: Path) -> None:
    plain = document("<p>Text.</p>").replace("<respStmt", "<!--").replace("</respStmt>", "-->")
    page = html.fromstring(render(tmp_path, plain, "index.html")["index.html"])
    chicago = " ".join(page.xpath("string(//dl[@class='citations']//dd)").split())
    assert chicago == "“T,” in An Edition, version 1.2.0 (A Press, 2020)."
