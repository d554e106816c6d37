"""Who is credited where: the unnamed are no names; and the signs of a break."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, page_words, render
from lxml import html

UNNAMED = [
    '<respStmt xml:id="ed"><resp>edited by</resp><name type="unnamed">nobody is named</name></respStmt>',
    '<respStmt xml:id="ed"><resp>edited by</resp><name>not named in the source</name></respStmt>',
]
BODY = '<p xml:id="p1">Of <supplied resp="#ed">North</supplied> and <supplied resp="#tr">South</supplied>.</p>'


@pytest.mark.parametrize("statement", UNNAMED)
def test_who_is_not_named_is_credited_nowhere(statement: str, tmp_path: Path) -> None:
    tei = document(BODY).replace("</titleStmt>", f"{statement}</titleStmt>")
    files = render(tmp_path, tei)
    page = html.fromstring(files["index.html"])
    head, cite = page.xpath("//header[@class='record-head']")[0], page.xpath("//section[contains(@class, 'cite')]")[0]
    for element in (head, cite):
        assert "named" not in element.text_content()
    assert "T. Renard" in head.text_content()
    assert "named" not in files["x.critical.txt"] + files["x.bib"] + files["x.csl.json"]
    titles = {
        word.text_content(): word.get("title") for word in page.xpath("//span[@class='supplied'][not(parent::dt)]")
    }
    assert titles == {"North": "supplied by editor, not named in the source", "South": None}
    assert "those of T. Renard" in page.xpath("string(//*[@id=//section[@id='_text']/@aria-describedby])")


@pytest.mark.parametrize(
    ("rend", "shown"),
    [("x x x", "x x x"), ("* * *", "* * *"), ("---", "---"), ("xxx", "xxx"), ("asterism", "* * *"), ("rule", "")],
)
def test_a_break_shows_the_sign_it_has(rend: str, shown: str, tmp_path: Path) -> None:
    files = render(tmp_path, document(f'<p>A.</p><milestone unit="section" rend="{rend}"/><p>B.</p>'))
    for name in ("index.html", "reading.html"):
        page = html.fromstring(files[name])
        assert page.xpath("string(//*[@role='separator'])") == shown
        assert page_words(files[name]) == ["A", "B"]


def test_two_in_one_statement_are_both_credited(tmp_path: Path) -> None:
    two = "<respStmt><resp>annotated by</resp><persName>A. One</persName><persName>B. Two</persName></respStmt>"
    page = render(tmp_path, document(BODY).replace("</titleStmt>", f"{two}</titleStmt>"))["index.html"]
    assert "A. One and B. Two" in html.fromstring(page).xpath("string(//header[@class='record-head'])")
