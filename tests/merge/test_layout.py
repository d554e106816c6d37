"""The canonical layout: what moves and what does not, on files of diple and on any TEI."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from merge_calling import Diple

from diple.findings import DipleError
from diple.layout import lay_out
from diple.xmlio import parse_bytes
from kept import encoding_of_file

TREE = Path(__file__).resolve().parents[2]
OURS = [*sorted((TREE / "tei").rglob("*.xml")), *sorted((TREE / "tests/cases").rglob("*.xml"))]

LAID_OUT = """\
<?xml version="1.0"?>
<!-- before -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>A <hi>b</hi></title>
      </titleStmt>
    </fileDesc>
  </teiHeader>
  <text>
    <body>
      <div>
        <head>One</head> <!-- checked -->
        <!-- a remark -->
        <p>Words  and
   more <lb/> words.</p>
        <sp who="#a">
          <speaker>A</speaker>
          <p>Yes.</p>
        </sp>
        <list>
          <item>one</item>
          <item>two</item>
        </list>
      </div>
    </body>
  </text>
</TEI>
"""
CROWDED = """\
<?xml version="1.0"?><!-- before --><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>A <hi>b</hi></title></titleStmt>

</fileDesc></teiHeader><text><body><div><head>One</head> <!-- checked -->
<!-- a remark --><p>Words  and
   more <lb/> words.</p><sp who="#a"><speaker>A</speaker><p>Yes.</p></sp><list><item>one</item><item>two</item></list>
</div></body></text></TEI>
"""


def words(data: bytes) -> str:
    """Return a digest of the elements, their attributes and the text of a file, white space between elements apart."""
    parts = []
    for node in parse_bytes(data, "x").getroot().iter():
        tail = (node.tail or "") if (node.tail or "").strip() else ""
        text = (node.text or "") if (node.text or "").strip() or not len(node) else ""
        parts += [str(node.tag), str(sorted(node.attrib.items())), text, tail]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def test_blocks_stand_on_lines_of_their_own() -> None:
    assert lay_out(CROWDED.encode(), "x") == LAID_OUT.encode()
    assert lay_out(LAID_OUT.encode(), "x") == LAID_OUT.encode()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.parent.name + "/" + path.name)
def test_no_word_changes_and_a_second_run_changes_nothing(path: Path) -> None:
    data = path.read_bytes()
    once = lay_out(data, str(path))
    assert words(once) == words(data)
    assert lay_out(once, str(path)) == once


@pytest.mark.parametrize("path", sorted((TREE / "seeds").iterdir()), ids=lambda path: path.name)
def test_what_the_encoder_writes_is_laid_out(path: Path) -> None:
    data = encoding_of_file(path).tei
    assert lay_out(data, "x") == data


@given(st.integers(0, 2), st.sampled_from(["", " ", "\n", "\n\t\n"]))
def test_layout_does_not_depend_on_the_layout_before(depth: int, space: str) -> None:
    pressed = "".join(line.strip() if not line.startswith("   more") else f"\n{line}" for line in LAID_OUT.splitlines())
    other = pressed.replace("><p>", f">{space}<p>").replace("</item><item", f"</item>{space * depth}<item")
    once = lay_out(other.encode(), "x")
    assert lay_out(once, "x") == once
    assert words(once) == words(other.encode())


KEPT = [
    "<p><persName>A</persName><persName>B</persName></p>",
    "<p> <persName>A</persName> <persName>B</persName> </p>",
    "<opener><persName>A</persName><persName>B</persName></opener>",
    "<l>a<lb/>b</l>",
    "<p>a &amp; b &#233; <![CDATA[ <c> ]]></p>",
    "<p n='1'\n  xml:id = \"a\" >a</p >",
    "<p>a<!-- b -->c<?d e?></p>",
    '<div xml:space="preserve"> <p>a</p>  <p>b</p></div>',
    "<unknown>  <other/> <other>a</other></unknown>",
]


@pytest.mark.parametrize("xml", KEPT)
def test_what_may_be_text_is_kept_to_the_byte(xml: str) -> None:
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{xml}</body></text></TEI>'.encode()
    assert xml.encode() in lay_out(data, "x")


def test_doctype_and_line_ends_are_kept() -> None:
    data = b'<!DOCTYPE TEI [\n<!ENTITY a "b">\n]><TEI xmlns="http://www.tei-c.org/ns/1.0">\r\n<text><body><p>a</p></body></text></TEI>'
    once = lay_out(data, "x")
    assert once.startswith(b'<!DOCTYPE TEI [\n<!ENTITY a "b">\n]>\r\n<TEI ')
    assert b"\r\n      <p>a</p>\r\n" in once


def test_what_is_not_well_formed_is_refused() -> None:
    with pytest.raises(DipleError, match="I020"):
        lay_out(b"<TEI><p></TEI>", "x")


# ---- the command


def test_check_and_diff_write_nothing(edition: Path, diple: Diple) -> None:
    tei = edition / "tei/letter.xml"
    assert diple("fmt").out == ""
    assert diple("fmt", "--check").status == 0
    crowded = tei.read_bytes().replace(b"\n        <p", b"<p")
    tei.write_bytes(crowded)
    assert diple("fmt", "--check") == (1, "tei/letter.xml\n", "")
    shown = diple("fmt", "--diff")
    assert (shown.status, "+        <p xml:id" in shown.out) == (0, True)
    assert tei.read_bytes() == crowded
    assert diple("fmt") == (0, "tei/letter.xml\n", "")
    assert tei.read_bytes() == (edition / "tei/letter.base.tei").read_bytes()


def test_one_bad_file_does_not_stop_the_others(edition: Path, diple: Diple) -> None:
    (edition / "tei/a.xml").write_text("<TEI>")
    (edition / "tei/b.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>')
    result = diple("fmt")
    assert (result.status, result.out, "I020" in result.err) == (3, "tei/b.xml\n", True)


def test_laying_out_is_no_edit_that_a_merge_would_trip_over(edition: Path, diple: Diple) -> None:
    tei = edition / "tei/letter.xml"
    wide = etree.tostring(etree.fromstring(tei.read_bytes(), etree.XMLParser(remove_blank_text=True)))
    tei.write_bytes(wide)
    source = edition / "seeds/letter.txt"
    source.write_text(source.read_text().replace("late", "early").replace("Nobody", "A new line.\n\nNobody"))
    assert diple("encode", "seeds/letter.txt").status == 0
    diple("fmt")
    assert '<p xml:id="p3">A new line.</p>' in tei.read_text()
    assert diple("validate").status in {0, 1}
