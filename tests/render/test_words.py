"""One definition of a word: the list of documents, the page and the tables give the same numbers."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from documents import CASES, EDITION, document, render
from lxml import etree, html

from diple.render.press import OUTPUTS, press

EDITION_TEI = Path(__file__).parents[2] / "tei"
SOURCES = [*(case / "source.xml" for case in sorted(CASES.iterdir())), *sorted(EDITION_TEI.glob("*.xml"))]


def counts(tei: Path) -> tuple[int, list[dict[str, str]], dict[str, int]]:
    """Return the words of a document, its speech table, and the words of each speaker on its page."""
    summary, _ = press().survey(tei, "x", EDITION)
    outputs = [output for output in OUTPUTS if output.name in {"index.html", "{id}.speech.csv"}]
    files = {name: content.decode() for name, content in press().document(tei, "x", EDITION, outputs=outputs).items()}
    lanes = html.fromstring(files["index.html"]).xpath("//table[@class='ribbon']/tbody/tr")
    by_speaker = {lane.findtext("th/a"): int(lane.findall("td")[1].text.replace(",", "")) for lane in lanes}
    rows = list(csv.DictReader(io.StringIO(files["x.speech.csv"])))
    return int(etree.fromstring(summary).get("words")), rows, by_speaker


@pytest.mark.parametrize("tei", SOURCES, ids=lambda tei: f"{tei.parent.name}-{tei.stem}")
def test_page_and_table_count_alike_and_as_the_text_of_the_table_has_it(tei: Path) -> None:
    _, rows, by_speaker = counts(tei)
    spoken: Counter[str] = Counter()
    for row in rows:
        assert int(row["words"]) == sum(any(map(str.isalnum, word)) for word in row["text"].split()), row["text"]
        spoken[row["name"]] += int(row["words"])
    assert not by_speaker or by_speaker == spoken


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>One two — three.</p><p>Four</p>", 4),
        ("<p>sail<lb break='no'/>or and<lb/>mate</p>", 3),
        ("<p>a<note>not these</note> b <choice><sic>c d</sic><corr>e</corr></choice></p>", 3),
        ("<p><del>x y</del> <seg type='alternative'>p q <add>r</add></seg></p>", 1),
        ("<sp><speaker>Mr. Vale</speaker><stage>rises</stage><p>Yes.</p></sp>", 1),
        ("<list><item>one</item><item>two</item></list>", 2),
        ("<p>1,000 tons — № 5 …</p>", 3),
    ],
)
def test_a_word_is_what_stands_between_spaces_and_has_a_letter(body: str, words: int, tmp_path: Path) -> None:
    tei = tmp_path / "x.xml"
    tei.write_text(document(body), encoding="utf-8")
    assert counts(tei)[0] == words


def test_bars_wide_enough_to_be_hit_are_links_and_the_others_one_path(tmp_path: Path) -> None:
    lengths = {"A": [500, 1, 2, 400], "B": [300, 1]}
    turns = [
        f'<sp xml:id="{who}{number}" who="#{who}"><speaker>{who}</speaker><p>{"word " * length}</p></sp>'
        for who, of_one in lengths.items()
        for number, length in enumerate(of_one)
    ]
    page = html.fromstring(render(tmp_path, document("".join(turns)), "index.html")["index.html"])
    lanes = page.xpath("//table[@class='ribbon']//svg")
    assert [lane.xpath("a/@href") for lane in lanes] == [["#A0", "#A3"], ["#B0"]]
    assert [[path.count("M") for path in lane.xpath(".//path/@d")] for lane in lanes] == [[1, 2, 1], [1, 1]]
