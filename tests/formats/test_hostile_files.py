"""Files that are damaged, hostile or of another kind are refused with a code, and never with a traceback."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from diple.findings import DipleError
from diple.formats import FILE_LIMIT
from diple.pipeline import encode
from diple.source import read_source

SAMPLES = Path(__file__).parent / "samples"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
BOMB = '<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def docx(path: Path, body: str = "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>", parts: Mapping[str, str] = {}) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"word/document.xml": DOCUMENT.format(body), **parts}.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path) -> str:
    start = time.monotonic()
    with pytest.raises(DipleError) as error:
        read_source(path)
    assert time.monotonic() - start < 20
    assert error.value.finding.message
    return error.value.finding.code


@pytest.mark.parametrize("head", [BOMB, OUTSIDE], ids=["bomb", "external entity"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml"])
def test_declared_entities_in_any_part_are_refused(tmp_path: Path, head: str, part: str) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
        "</Relationships>"
    )
    content = head + DOCUMENT.format("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")
    parts = {part: content, "word/_rels/document.xml.rels": relation}
    assert refusal(docx(tmp_path / "bad.docx", parts=parts)) in {"I102", "I103"}


def test_an_odt_with_declared_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"{OUTSIDE}<d>&a;</d>")
    assert refusal(path) == "I103"


def test_a_part_that_grows_without_measure_is_refused(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>" + "a" * 30_000_000 + "</w:t></w:r></w:p>"
    path = docx(tmp_path / "bomb.docx", body)
    assert path.stat().st_size < 100_000
    assert refusal(path) == "I103"


@pytest.mark.parametrize("name", ["../outside.xml", "/etc/outside.xml", "word/../../outside.xml", "c:outside.xml"])
def test_parts_that_lead_out_of_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    assert refusal(docx(tmp_path / "bad.docx", parts={name: "<a/>"})) == "I103"


def test_a_target_outside_of_the_archive_is_not_read(tmp_path: Path) -> None:
    relation = (
        '<Relationships><Relationship Id="r1" Type="x/header" Target="../../../../etc/passwd"/>'
        '<Relationship Id="r2" Type="x/footnotes" Target="file:///etc/passwd"/></Relationships>'
    )
    path = docx(tmp_path / "sly.docx", parts={"word/_rels/document.xml.rels": relation})
    assert read_source(path).text == "Words.\n"


def test_elements_nested_too_deep_are_refused(tmp_path: Path) -> None:
    body = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    assert refusal(docx(tmp_path / "deep.docx", body)) in {"I102", "I103"}
    page = tmp_path / "deep.html"
    page.write_text("<html><body>" + "<div>" * 20_000 + "words" + "</div>" * 20_000)
    assert refusal(page) == "I103"


def test_a_note_that_refers_to_itself_ends(tmp_path: Path) -> None:
    relation = '<Relationships><Relationship Id="r1" Type="x/footnotes" Target="footnotes.xml"/></Relationships>'
    reference = '<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{reference}</w:footnote></w:footnotes>'
    parts = {"word/_rels/document.xml.rels": relation, "word/footnotes.xml": notes}
    assert read_source(docx(tmp_path / "a.docx", reference, parts)).text == "Words[^1]\n\n[^1]: Words\n"


@pytest.mark.parametrize("name", ["talk.docx", "talk.odt", "letter.pdf", "talk-page.html", "talk.fodt"])
def test_damaged_files_are_refused_or_read_but_never_fail(tmp_path: Path, name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    chance = random.Random(name)
    for number in range(60):
        damaged = bytearray(data[: chance.randrange(1, len(data))] if number % 3 == 0 else data)
        for _ in range(number % 3 * 20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / name
        path.write_bytes(bytes(damaged))
        try:
            encode(read_source(path))
        except DipleError as error:
            assert error.finding.code in {"I004", "I005", "I020", "I102", "I103", "I105", "I106"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"These are plain words, not a word-processor file.", "I102"),
        ("a.odt", b"PK\x03\x04 and nothing more", "I102"),
        ("a.pdf", b"%PDF-1.7\nnothing more", "I102"),
        ("a.xml", b"<root><a/></root>", "I106"),
        ("a.xml", b"<TEI><text/></TEI>", "I106"),
        ("a.xml", b"<TEI.2><text/></TEI.2>", "I106"),
        ("a.xml", b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>', "I106"),
        ("a.xml", b"<TEI", "I020"),
        ("a.html", b"<html><body><script>x</script></body></html>", "I004"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "I005"),
        ("a.mht", b"From: x\nContent-Type: text/plain\n\nwords", "I102"),
    ],
)
def test_files_of_another_kind_are_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path) == code


def test_a_file_of_more_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as stream:
        stream.truncate(FILE_LIMIT + 1)
    assert refusal(path) == "I006"


def test_a_pdf_of_pictures_has_no_text_layer(tmp_path: Path) -> None:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument.new()
    document.new_page(200, 300)
    document.save(tmp_path / "scan.pdf")
    document.close()
    assert refusal(tmp_path / "scan.pdf") == "I105"
