"""The transcript as a page: every line, what became of it, and links both ways."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import EDITION, document
from lxml import html

from diple.pipeline import encode
from diple.render import render_document, render_edition
from diple.render.transcript import transcript_of
from diple.source import read_source

TALK = """Skip to content

May 4, 1962

Record of a Conversation

Record of a conversation

Vale: Good morning, gentlemen.
The harbour is closed.

Orlov: [sic] So it is.\tWe [all] know that & <more>.

Vale: Then we agree.
"""


@pytest.fixture
def encoded(tmp_path: Path) -> tuple[Path, Path]:
    """A TEI file and its transcript, with the ledger beside it."""
    source = tmp_path / "seeds" / "talk.txt"
    source.parent.mkdir()
    source.write_bytes(TALK.replace("agree", "ag\x07ree").encode())
    encoding = encode(read_source(source))
    tei = tmp_path / "tei" / "talk.xml"
    tei.parent.mkdir()
    tei.write_bytes(encoding.tei)
    tei.with_name("talk.ledger.json").write_bytes(encoding.ledger.as_json())
    return tei, source


def built(out: Path, name: str, document_id: str = "talk") -> html.HtmlElement:
    return html.fromstring((out / "documents" / document_id / name).read_bytes().decode())


def test_every_line_is_there_as_it_was_received(encoded: tuple[Path, Path], tmp_path: Path) -> None:
    render_document(encoded[0], tmp_path / "out", EDITION, encoded[1])
    page = built(tmp_path / "out", "source.html")
    expected = encoded[1].read_text(encoding="utf-8").replace("\x07", "\u2407").split("\n")
    assert [div.find("p").text_content() for div in page.xpath("//div[@class='transcript']/div")] == expected
    assert [div.get("id") for div in page.xpath("//div[@class='transcript']/div")] == [
        f"L{number}" for number in range(1, len(expected) + 1)
    ]


def test_furniture_signs_and_metadata_are_told_from_text(encoded: tuple[Path, Path], tmp_path: Path) -> None:
    render_document(encoded[0], tmp_path / "out", EDITION, encoded[1])
    page = built(tmp_path / "out", "source.html")
    assert page.xpath("string(//div[@id='L1']//span[@class='was-furniture'])") == "Skip to content"
    assert page.xpath("string(//div[@id='L3']//span[@class='was-metadata'])") == "May 4, 1962"
    assert ":" in page.xpath("string(//div[@id='L9']//span[@class='was-sign'])")


def test_each_block_leads_to_its_line_and_the_line_back(encoded: tuple[Path, Path], tmp_path: Path) -> None:
    render_document(encoded[0], tmp_path / "out", EDITION, encoded[1])
    edition, source = built(tmp_path / "out", "index.html"), built(tmp_path / "out", "source.html")
    there = {link.getparent().get("id"): link.get("href") for link in edition.xpath("//a[contains(@href, '#L')]")}
    assert len(there) >= 3
    for passage, address in there.items():
        line = address.removeprefix("source.html#")
        back = set(source.xpath(f"//div[@id='{line}']//a/@href"))
        assert back & {f"index.html#{id_}" for id_ in edition.xpath(f"//*[@id='{passage}']/descendant-or-self::*/@id")}
    for href in source.xpath("//div[@class='begins']//a/@href"):
        assert edition.xpath(f"//*[@id='{href.removeprefix('index.html#')}']")
    markup = built(tmp_path / "out", "tei.html")
    assert markup.xpath("//a[@class='line-of']/@href")


@pytest.mark.parametrize("spoil", ["no ledger", "another state", "no ledger at all"])
def test_without_its_ledger_the_lines_stand_alone_and_the_page_says_so(
    encoded: tuple[Path, Path], spoil: str, tmp_path: Path
) -> None:
    ledger = encoded[0].with_name("talk.ledger.json")
    match spoil:
        case "no ledger":
            ledger.unlink()
        case "another state":
            encoded[1].write_text(TALK + "More.\n", encoding="utf-8")
        case _:
            ledger.write_text("{}")
    render_document(encoded[0], tmp_path / "out", EDITION, encoded[1])
    page = built(tmp_path / "out", "source.html")
    assert "ledger" in page.xpath("string(//main)")
    assert not page.xpath("//div[@class='begins']")
    assert page.xpath("string(//div[@id='L1']/p)") == "Skip to content"
    assert not built(tmp_path / "out", "index.html").xpath("//a[contains(@class, 'ln')]")


def test_a_document_without_transcript_has_no_such_page_and_no_link_to_one(tmp_path: Path) -> None:
    tei = tmp_path / "x.xml"
    tei.write_text(document('<p xml:id="p1">A.</p>'), encoding="utf-8")
    render_document(tei, tmp_path / "out", EDITION)
    assert not (tmp_path / "out/documents/x/source.html").exists()
    assert b"source.html" not in (tmp_path / "out/documents/x/index.html").read_bytes()


def test_the_page_goes_when_the_transcript_does(encoded: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    for sources, there in (({"talk": encoded[1]}, True), ({}, False)):
        render_edition([encoded[0]], out, EDITION, sources=sources)
        assert (out / "documents/talk/source.html").exists() is there


def test_a_passage_that_a_person_took_out_is_not_linked(encoded: tuple[Path, Path], tmp_path: Path) -> None:
    before = transcript_of(*encoded)
    assert before is not None
    gone = next(iter(before.lines))
    encoded[0].write_bytes(encoded[0].read_bytes().replace(f'xml:id="{gone}"'.encode(), b'xml:id="other"'))
    after = transcript_of(*encoded)
    assert after is not None
    assert gone not in after.lines
