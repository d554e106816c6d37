"""What ODT files say, form by form; each is written here as a flat file, as LibreOffice writes it."""

from __future__ import annotations

from pathlib import Path

from diple.source import Source, read_source

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": "office:1.0", "text": "text:1.0", "style": "style:1.0", "fo": "xsl-fo-compatible:1.0",
    "draw": "drawing:1.0", "svg": "svg-compatible:1.0", "table": "table:1.0",
}  # fmt: skip


def fodt(folder: Path, body: str, styles: str = "") -> Source:
    """Return the source that a flat ODT file with this text and these automatic styles gives."""
    spaces = " ".join(f'xmlns:{prefix}="{OASIS}{name}"' for prefix, name in NAMES.items())
    path = folder / "file.fodt"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    path.write_text(f"<office:document {spaces}>{automatic}{text}</office:document>", encoding="utf-8")
    return read_source(path)


def style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def span(name: str, words: str) -> str:
    return f'<text:span text:style-name="{name}">{words}</text:span>'


def test_signs_of_symbol_fonts_are_those_of_unicode(tmp_path: Path) -> None:
    styles = style("W", 'style:font-name="Wingdings"') + style("O", 'style:font-name="Own"')
    source = fodt(tmp_path, f"<text:p>{span('W', chr(0xF0FE))} yes {span('O', chr(0xF001))}</text:p>", styles)
    assert source.text == "🗹 yes \uf001\n"
    assert any("signs of the font Own 1" in one.message for one in source.findings)


def test_colours_and_double_lines_are_told(tmp_path: Path) -> None:
    line = 'style:text-line-through-style="solid"'
    styles = (
        style("Y", 'fo:background-color="#ffff00"')
        + style("G", 'fo:background-color="#00ee11"')
        + style("D", f'{line} style:text-line-through-type="double"')
        + style("S", line)
    )
    body = f"<text:p>{span('Y', 'a')}{span('G', 'b')}{span('D', 'c')}{span('S', 'd')}</text:p>"
    assert [(one.kind, one.value) for one in fodt(tmp_path, body, styles).formatting] == [
        ("highlight", "yellow"), ("highlight", "green"), ("strikethrough", "double"), ("strikethrough", ""),
    ]  # fmt: skip


def test_pictures_are_told_by_their_descriptions(tmp_path: Path) -> None:
    frame = "<draw:frame><draw:image/><svg:desc>The harbour</svg:desc></draw:frame>"
    source = fodt(tmp_path, f"<text:p>Words.{frame}</text:p>")
    assert any("picture “The harbour” 1" in one.message for one in source.findings)


def test_a_table_of_labels_is_paragraphs(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(label)}{cell.format(words)}</table:table-row>"
        for label, words in (("Subject:", "The harbour"), ("Date:", "3 May 1956"))
    )
    assert fodt(tmp_path, f"<table:table>{rows}</table:table>").text == "Subject: The harbour\n\nDate: 3 May 1956\n"


def test_the_page_that_the_first_words_begin_is_no_break(tmp_path: Path) -> None:
    page = '<style:style style:name="{}" style:family="paragraph" style:master-page-name="HTML"/>'
    body = '<text:p text:style-name="P1">First.</text:p><text:p text:style-name="P1">Second.</text:p>'
    assert fodt(tmp_path, body, page.format("P1")).text == "First.\n\n\fSecond.\n"
