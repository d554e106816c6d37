"""What DOCX files say, form by form; each is written here as a word processor writes it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from diple.formats.docx import read_docx
from diple.formats.formatting import Formatting
from diple.source import Source, read_source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1")


def docx(folder: Path, body: str, parts: Mapping[str, str] | None = None, namespace: str = W) -> Source:
    """Return the source that a DOCX file with this body and these parts gives."""
    path = folder / "file.docx"
    kinds = {name: name.rstrip("1") for name in KINDS}
    relations = "".join(f'<Relationship Id="{n}" Type="x/{k}" Target="{n}.xml"/>' for n, k in kinds.items())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {namespace}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        for name, content in (parts or {}).items():
            root = {"header1": "hdr"}.get(name, name)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {namespace}>{content}</w:{root}>")
    return read_source(path)


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def said(source: Source, *kinds: str) -> list[tuple[str, str]]:
    return [(one.kind, source.text[one.start : one.end]) for one in source.formatting if one.kind in kinds]


@pytest.mark.parametrize("namespace", [W, STRICT], ids=["transitional", "strict"])
def test_both_namespaces_are_read(tmp_path: Path, namespace: str) -> None:
    assert docx(tmp_path, p(r("Words.")), namespace=namespace).text == "Words.\n"


def test_moved_words_are_deleted_in_one_place_and_inserted_in_the_other(tmp_path: Path) -> None:
    moved = (
        '<w:moveFrom w:author="A. B." w:date="2020-01-02T03:04:05Z"><w:r><w:delText>old </w:delText></w:r></w:moveFrom>'
    )
    to = f'<w:moveTo w:author="A. B.">{r("old ")}</w:moveTo>'
    source = docx(tmp_path, p(r("The "), moved, r("quay is "), to, r("now.")))
    assert source.text == "The old quay is old now.\n"
    assert said(source, "deleted", "inserted") == [("deleted", "old "), ("inserted", "old ")]
    assert source.formatting[0] == Formatting(4, 8, "deleted", "", "A. B.", "2020-01-02T03:04:05Z")


def test_switches_that_are_off_are_off_and_styles_count(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="S"><w:name w:val="Struck"/><w:rPr><w:strike/><w:i/></w:rPr></w:style>'
    runs = [
        r("a", '<w:i w:val="0"/>'),
        r("b", '<w:rStyle w:val="S"/>'),
        r("c", '<w:rStyle w:val="S"/><w:i w:val="false"/>'),
    ]
    source = docx(tmp_path, p(*runs), {"styles": styles})
    assert said(source, "italic", "strikethrough") == [("strikethrough", "bc"), ("italic", "b")]


def test_numbers_are_printed_as_the_program_prints_them(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, start, form, text in [(0, 3, "upperRoman", "%1."), (1, 1, "lowerLetter", "%2)"), (2, 1, "bullet", "x")]
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{number}'
    items = [
        p(r(text), properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')
        for depth, text in [(0, "one"), (1, "two"), (1, "three"), (2, "four"), (0, "five"), (1, "six")]
    ]
    source = docx(tmp_path, "".join(items), {"numbering": numbering})
    assert source.text.split("\n\n") == ["III. one", "a) two", "b) three", "• four", "IV. five", "a) six\n"]


def test_endnotes_beside_footnotes_have_labels_of_their_own(tmp_path: Path) -> None:
    note = '<w:{0}s><w:{0} w:id="1">' + p(r("{1}")) + "</w:{0}></w:{0}s>"
    parts = {
        f"{kind}s": note.format(kind, f"A {kind}.")[len(f"<w:{kind}s>") : -len(f"</w:{kind}s>")]
        for kind in ("footnote", "endnote")
    }
    marks = [f'<w:r><w:{kind}Reference w:id="1"/></w:r>' for kind in ("footnote", "endnote")]
    text = docx(tmp_path, p(r("One"), marks[0], r(" and two"), marks[1]), parts).text
    assert text == "One[^1] and two[^i]\n\n[^1]: A footnote.\n\n[^i]: A endnote.\n"


def test_fields_show_their_results_and_not_their_code(tmp_path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert docx(tmp_path, p(r("See page "), field, r("12"), end, r("."))).text == "See page 12.\n"


def test_lines_that_a_file_gives_as_paragraphs_are_lines_again(tmp_path: Path) -> None:
    lines = [
        "The chairman opened the meeting and said that the ships had not",
        "come, that nobody knew when they would, and that the commission for",
        "the harbour should go to the minister, who had promised to hear it",
        "before the end of the month if the engineers could be found by then",
        "at all.",
    ]
    text = docx(tmp_path, "".join(p(r(line)) for line in [*lines, "", *lines])).text
    assert text == "\n".join(lines) + "\n\n" + "\n".join(lines) + "\n"


def test_lines_of_a_head_stay_together_where_empty_paragraphs_part_the_rest(tmp_path: Path) -> None:
    long = "The chairman opened the meeting and said that the ships had not come, and nobody knew when they would. "
    body = [p(r(line)) for line in ["To the Board", "of the Harbour", ""]] + [p(r(long)) + p() for _ in range(4)]
    expected = "\n\n".join(["To the Board\nof the Harbour", *[long] * 4]) + "\n"
    assert docx(tmp_path, "".join(body)).text == expected
    assert docx(tmp_path, p(r("To the Board")) + p(r("of the Harbour")) + p(r(long)) * 4).text.count("\n\n") == 5


def test_a_page_break_within_a_sentence_stays_in_it(tmp_path: Path) -> None:
    text = docx(tmp_path, p(r("The chairman "), '<w:r><w:br w:type="page"/></w:r>', r("spoke."))).text
    assert text == "The chairman \fspoke.\n"


def test_deleted_paragraphs_and_rows_keep_their_words(tmp_path: Path) -> None:
    deleted = '<w:p><w:del w:author="A"><w:r><w:delText>Gone words.</w:delText></w:r></w:del></w:p>'
    cell = "<w:tc>" + p(r("x")) + "</w:tc>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    source = docx(tmp_path, p(r("Words.")) + deleted + table)
    assert source.text == "Words.\n\nGone words.\n\nx\tx\n\n"


def test_pictures_and_formulas_are_told_of(tmp_path: Path) -> None:
    picture = "<w:r><w:drawing/></w:r>"
    half = "<m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
    formula = f'<m:oMath xmlns:m="m"><m:f>{half}</m:f></m:oMath>'
    source = docx(tmp_path, p(r("A half: "), formula, picture))
    assert source.text == "A half: 12\n"
    told = next(one.message for one in source.findings if one.code == "I104")
    assert told.endswith("pictures 1, the layout of formulas 1")


def test_a_running_head_stands_once_however_many_sections_have_it(tmp_path: Path) -> None:
    source = docx(tmp_path, p(r("Words.")), {"header1": p(r("Copy 3")) + p(r("Copy 3")) + p(r("Page 2 of 3"))})
    assert source.text == "Copy 3\n\nWords.\n"
    assert said(source, "header") == [("header", "Copy 3")]


def test_the_reader_takes_bytes_and_gives_pieces(tmp_path: Path) -> None:
    docx(tmp_path, p(r("Words.")))
    taken = read_docx((tmp_path / "file.docx").read_bytes(), "file.docx")
    assert [getattr(piece, "text", None) for piece in taken.pieces] == ["Words."]


def test_a_list_begins_anew_where_its_number_says_so(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="5"/>{extra}</w:num>' for n, extra in ((1, ""), (2, override))
    )
    numbering = f'<w:abstractNum w:abstractNumId="5">{level}</w:abstractNum>{numbers}'
    items = [
        p(r(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>')
        for text, n in (("one", 1), ("two", 1), ("seven", 2), ("eight", 2))
    ]
    text = docx(tmp_path, "".join(items), {"numbering": numbering}).text
    assert text == "1. one\n\n2. two\n\n7. seven\n\n8. eight\n"


def test_a_section_tells_itself_whether_it_begins_a_page(tmp_path: Path) -> None:
    first, second = "<w:sectPr/>", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    body = p(r("One."), properties=first) + p(r("Two."), properties=second) + p(r("Three.")) + first
    assert docx(tmp_path, body).text == "One.\n\nTwo.\n\n\fThree.\n"


def test_a_mark_that_the_document_sets_itself_is_the_label_of_its_note(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>**</w:t></w:r>'
    note = f'<w:footnote w:id="1">{p(r("A note."))}</w:footnote>'
    assert docx(tmp_path, p(r("Words"), mark, r(".")), {"footnotes": note}).text == "Words[^**].\n\n[^**]: A note.\n"


def test_signs_of_symbol_fonts_and_boxes_of_forms_are_those_of_unicode(tmp_path: Path) -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    greek = r("\uf061\uf0ae", '<w:rFonts w:ascii="Symbol"/>')
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>'
    boxes = box.format("<w:checked/>") + box.format('<w:default w:val="0"/>')
    source = docx(tmp_path, p(sign, greek, boxes, r("\uf001", '<w:rFonts w:ascii="Own"/>')))
    assert source.text == "🗹α→☒☐\uf001\n"
    assert any("signs of the font Own 1" in one.message for one in source.findings)


def test_colours_and_double_lines_are_told(tmp_path: Path) -> None:
    runs = [
        r("a", '<w:highlight w:val="yellow"/>'),
        r("b", '<w:highlight w:val="darkBlue"/>'),
        r("c", '<w:shd w:fill="00F010"/>'),
        r("d", "<w:dstrike/>"),
    ]
    source = docx(tmp_path, p(*runs))
    assert [(one.kind, one.value) for one in source.formatting] == [
        ("highlight", "yellow"), ("highlight", "dark-blue"), ("highlight", "green"), ("strikethrough", "double"),
    ]  # fmt: skip


def test_descriptions_of_pictures_word_art_and_embedded_documents_are_told(tmp_path: Path) -> None:
    picture = '<w:r><w:drawing><wp:docPr xmlns:wp="wp" descr="The harbour"/></w:drawing></w:r>'
    art = '<w:r><w:pict><v:textpath xmlns:v="v" string="DRAFT"/></w:pict></w:r>'
    source = docx(tmp_path, p(r("Words."), picture, art) + "<w:altChunk/>")
    told = next(one.message for one in source.findings if one.code == "I104")
    assert told.endswith("embedded documents 1, picture “The harbour” 1, word art “DRAFT” 1")
