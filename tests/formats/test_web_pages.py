"""What web pages say, form by form."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.pipeline import encode
from diple.source import Source, read_source
from diple.xmlio import parse_bytes, tei

PROSE = "<p>" + "The chairman opened the meeting, and the delegates, who had come by train, sat down. " * 3 + "</p>"


def page(folder: Path, body: str, head: str = "", encoding: str = "utf-8", name: str = "page.html") -> Source:
    path = folder / name
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read_source(path)


def said(source: Source, *kinds: str) -> list[tuple[str, str]]:
    return [(one.kind, source.text[one.start : one.end]) for one in source.formatting if one.kind in kinds]


@pytest.mark.parametrize(
    ("mark", "body"),
    [
        ('<a href="#n1">1</a>', '<ol><li id="n1">A note. <a href="#m1">↩</a></li></ol>'),
        ('<sup><a href="#n1" id="m1">[1]</a></sup>', '<div id="n1"><a href="#m1">[1]</a> A note.</div>'),
        ('<a name="m1" href="#n1"><sup>1</sup></a>', '<p><a name="n1" href="#m1">1.</a> A note.</p>'),
        ("<sup>1</sup>", "<p><sup>1</sup> A note.</p>"),
        ('<a href="#n1">*</a>', '<section><p id="n1">* A note.</p></section>'),
    ],
)
def test_marks_and_bodies_of_notes_get_their_signs(tmp_path: Path, mark: str, body: str) -> None:
    source = page(tmp_path, f"{PROSE}<p>He spoke{mark} for an hour.</p>{body}")
    note = next(parse_bytes(encode(source).tei, "").getroot().iter(tei("note")))
    assert "".join(note.itertext()).strip() == "A note."
    assert note.get("n") in {"1", "*"}
    assert (note.tail or "").startswith(" for an hour.")


def test_links_that_lead_to_no_note_stay_text(tmp_path: Path) -> None:
    source = page(
        tmp_path, f'<p>See <a href="#s2">2</a> and 10<sup>2</sup>.</p>{PROSE}<h2 id="s2">Second part</h2>{PROSE}'
    )
    assert source.text.startswith("See 2 and 102.")
    assert said(source, "superscript") == [("superscript", "2")]


@pytest.mark.parametrize(
    "anchor",
    ['<a id="page12"></a>', '<span class="pb" id="pg_12">[12]</span>', '<a name="p12">12</a>', '<hr id="page-12">'],
)
def test_anchors_of_pages_are_page_breaks(tmp_path: Path, anchor: str) -> None:
    source = page(tmp_path, f"<p>The chairman {anchor} spoke for an hour.</p>{PROSE}")
    encoding = encode(source)
    found = next(parse_bytes(encoding.tei, "").getroot().iter(tei("pb")))
    assert found.get("n") == "12"
    body = next(parse_bytes(encoding.tei, "").getroot().iter(tei("body")))
    assert " ".join("".join(map(str, body.itertext())).split()).startswith("The chairman spoke for an hour.")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_a_page_is_decoded_as_it_says(tmp_path: Path, encoding: str) -> None:
    head = f'<meta charset="{encoding}">'
    assert (
        page(tmp_path, "<p>Товарищ председатель &amp; гости</p>", head, encoding).text
        == "Товарищ председатель & гости\n"
    )


def test_short_turns_tables_and_notes_belong_to_the_document(tmp_path: Path) -> None:
    site = '<div class="navbar"><a href="/a">Home page</a> <a href="/b">Our documents</a></div>'
    turns = "<p>A: Yes.</p><p>B: No.</p><table><tr><td>coal</td><td>40</td></tr></table>"
    source = page(
        tmp_path, f"{site}<div><div>{PROSE}{turns}</div></div><footer>Copyright. <a href='/t'>Terms</a></footer>"
    )
    furniture = " ".join(text for _, text in said(source, "furniture"))
    assert "A: Yes.\n\nB: No.\n\ncoal\t40" in source.text
    assert furniture == "Home page Our documents Copyright. Terms"


def test_all_of_a_page_is_kept_where_no_part_stands_out(tmp_path: Path) -> None:
    assert page(tmp_path, "<p>Yes.</p><div><p>No.</p></div>").text == "Yes.\n\nNo.\n"


def test_hidden_words_and_scripts_are_no_text(tmp_path: Path) -> None:
    source = page(tmp_path, f"<p>Words.</p><p style='display: none'>Unseen.</p><script>code()</script>{PROSE}")
    assert said(source, "furniture") == [("furniture", "Unseen.")]
    assert "code" not in source.text


def test_line_breaks_and_preformatted_lines_stay(tmp_path: Path) -> None:
    source = page(tmp_path, f"{PROSE}<p>To the Board<br>\n Mirna</p><pre>one\n  two</pre>")
    assert source.text.endswith("To the Board\nMirna\n\none\n  two\n")


def test_lists_have_their_numbers(tmp_path: Path) -> None:
    lists = '<ol type="a" start="2"><li>two</li><li value="5">five</li></ol><ul><li>point</li></ul>'
    assert page(tmp_path, PROSE + lists).text.endswith("b. two\n\ne. five\n\n• point\n")


def test_an_archive_of_a_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    kind = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    head = f"MIME-Version: 1.0\n{kind}\n\n"
    path.write_bytes((head + "<html><body><p>Caf=C3=A9</p></body></html>\r\n").encode())
    assert read_source(path).text == "Café\n"
