"""Samples made with real programs are encoded as the same text is that stands in a plain file."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_facts import facts, root_of

from diple.pipeline import encode, encode_file
from diple.source import read_source
from diple.validate import validate_bytes
from diple.verify import verify
from diple.xmlio import XML_ID, tei

SAMPLES = Path(__file__).parent / "samples"
PAIRS = [
    ("talk.docx", "talk.txt"),
    ("talk.odt", "talk.txt"),
    ("talk.fodt", "talk.txt"),
    ("talk-page.html", "talk-page.txt"),
    ("letter.html", "letter.txt"),
    ("letter.pdf", "letter.txt"),
]
BINARY = [sample for sample, _ in PAIRS]


@pytest.mark.parametrize(("sample", "text"), PAIRS)
def test_words_turns_notes_and_paragraphs_are_those_of_the_plain_text(sample: str, text: str) -> None:
    taken, plain = facts(encode_file(SAMPLES / sample)), facts(encode_file(SAMPLES / text))
    assert taken.words == plain.words
    assert taken.turns == plain.turns
    assert taken.notes == plain.notes
    assert taken.blocks == plain.blocks
    assert plain.words
    assert len(plain.notes) == 2


@pytest.mark.parametrize("sample", ["talk.docx", "talk.odt", "talk.fodt"])
def test_page_breaks_are_those_of_the_plain_text(sample: str) -> None:
    pages = facts(encode_file(SAMPLES / "talk.txt")).pages
    assert facts(encode_file(SAMPLES / sample)).pages == pages
    assert len(pages) == 1


@pytest.mark.parametrize("sample", BINARY)
def test_no_word_is_lost_and_the_tei_is_valid(sample: str) -> None:
    source = read_source(SAMPLES / sample)
    encoding = encode(source)
    result = verify(encoding.tei, source, encoding.ledger)
    assert result.unaccounted == 0
    assert [one for one in result.findings if one.level == "error"] == []
    assert [one for one in validate_bytes(encoding.tei, sample, rules=True) if one.level != "advice"] == []


@pytest.mark.parametrize("sample", BINARY)
def test_the_same_file_gives_the_same_bytes(sample: str) -> None:
    assert encode_file(SAMPLES / sample) == encode_file(SAMPLES / sample)


@pytest.mark.parametrize("sample", ["talk.docx", "talk.odt"])
def test_tracked_changes_are_their_authors(sample: str) -> None:
    root = root_of(encode_file(SAMPLES / sample))
    changes = [
        (str(one.tag).partition("}")[2], one.text, one.get("resp"))
        for one in root.iter(tei("add"), tei("del"))
        if one.get("type") == "tracked"
    ]
    assert changes == [
        ("del", "seven ", "#resp-ada-lindqvist"),
        ("add", "nine", "#resp-ada-lindqvist"),
        ("del", "very ", "#resp-bo-ekman"),
    ]
    named = {one.get(XML_ID): one.findtext(tei("persName")) for one in root.iter(tei("respStmt"))}
    assert named["resp-ada-lindqvist"] == "Ada Lindqvist"
    assert named["resp-bo-ekman"] == "Bo Ekman"


@pytest.mark.parametrize("sample", ["talk.docx", "talk.odt"])
def test_looks_comments_and_running_heads_are_carried_over(sample: str) -> None:
    root = root_of(encode_file(SAMPLES / sample))
    body = next(root.iter(tei("body")))
    assert [(one.get("rend"), one.text) for one in body.iter(tei("hi"))] == [
        ("italic", "Harbour Gazette"),
        ("underline", "no objection"),
        ("superscript", "6"),
        ("italic", "Izvestia"),
        ("highlight yellow", "And the railway?"),
    ]
    assert [one.text for one in body.iter(tei("del")) if one.get("rend") == "strikethrough"] == ["demand"]
    comment = next(one for one in body.iter(tei("note")) if one.get("place") == "margin")
    assert (comment.text, comment.get("type"), comment.get("resp")) == (
        "Check the sum against the protocol.",
        "editor",
        "#resp-bo-ekman",
    )
    assert [one.text for one in body.iter(tei("fw"))] == ["Archive of the Harbour Board, copy 3"]
    cells = [[cell.text for cell in row] for row in body.iter(tei("row"))]
    assert cells == [["Coal", "40 tons"], ["Timber", None]]


def test_what_was_recognised_and_what_was_not_is_told() -> None:
    told = {finding.code: finding.message for finding in read_source(SAMPLES / "talk.docx").findings}
    assert "tracked deletions 2" in told["I101"]
    assert "comments 1" in told["I101"]
    assert "page numbers of the file itself 1" in told["I104"]


def test_what_a_web_page_has_around_its_document_is_furniture_and_its_head_metadata() -> None:
    root = root_of(encode_file(SAMPLES / "talk-page.html"))
    dropped = " ".join(next(root.iter(tei("samplingDecl"))).itertext())
    assert "Skip to content" in dropped
    assert "Privacy policy" in dropped
    assert "not a word of the document" not in "".join(root.itertext())
    assert {one.text for one in root.iter(tei("idno")) if one.get("type") == "record"} == {"HB-1962-14"}


def test_pages_of_a_pdf_have_their_numbers_and_cut_words_are_whole() -> None:
    root = root_of(encode_file(SAMPLES / "letter.pdf"))
    body = next(root.iter(tei("body")))
    pages = list(body.iter(tei("pb")))
    assert [one.get("n") for one in pages] == ["1", "2"]
    assert "representatives" in (pages[1].getparent().xpath("string()") if pages[1].getparent() is not None else "")
    assert [one.text for one in body.iter(tei("fw"))] == ["The Harbour Papers"] * 2
    assert "‐" in read_source(SAMPLES / "letter.pdf").text
    assert "‐" not in "".join(str(part) for part in body.itertext())
