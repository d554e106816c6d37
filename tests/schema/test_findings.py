"""What an archivist is told: one finding for one mistake, at its place, in words that help."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from diple.findings import Finding
from diple.validate import validate_bytes, validate_file

SAMPLE = Path(__file__).with_name("sample.xml")
TEXT = SAMPLE.read_text("utf-8")


class Mistake(NamedTuple):
    """A change to the sample, and the one finding it must give: code, words in the message, suggestion, place."""

    old: str
    new: str
    code: str
    says: str
    suggests: str
    at: str


MISTAKES = [
    Mistake(
        "<speaker>Berg</speaker>", "<speeker>Berg</speeker>", "S001", "did you mean `speaker`?", "speaker", "<speeker>"
    ),
    Mistake(
        "<persName>E. Holm</persName>",
        "<persname>E. Holm</persname>",
        "S001",
        "did you mean `persName`?",
        "persName",
        "<persname>",
    ),
    Mistake('<item n="1">the wheel;</item>', "<li>the wheel;</li>", "S001", "did you mean `item`?", "item", "<li>"),
    Mistake("still. I", "still. <quux>I</quux>", "S001", "`quux` is not an element of this schema", "", "<quux>"),
    Mistake("By May?", "<p>By May?</p>", "S002", "`<p>` may not stand in `<p>`", "`<p>` may stand in", "<p>By"),
    Mistake(
        "<head>REPORT</head>",
        "<p>x</p><head>REPORT</head>",
        "S003",
        "`<p>` may not stand before `<head>` in `<div>`",
        "",
        "<p>x",
    ),
    Mistake(
        '<p xml:id="p2"', '<trailer/><p xml:id="p2"', "S003", "`<trailer>` may not stand before `<p>`", "", "<trailer/>"
    ),
    Mistake("</body>", "</body><body><p/></body>", "S003", "`<body>` may not stand twice", "", "<body><p/>"),
    Mistake(
        '<corr resp="#translator">forty</corr>', "", "S004", "`<corr>` is missing after `<sic>`", "corr", "<choice>"
    ),
    Mistake(
        '<title type="main">Report on the Mill at Torvik</title>',
        "",
        "S004",
        "`<title>` is missing before",
        "title",
        "<respStmt",
    ),
    Mistake('<p xml:id="p4">By May?', 'By May? <p xml:id="p4">', "S005", "put it into a `<p>`", "p", "By May?"),
    Mistake(
        '<list rend="ordered">',
        '<list rend="ordered"> two',
        "S005",
        "text may not stand directly in `<list>`",
        "item",
        "two",
    ),
    Mistake('who="#berg"', 'whom="#berg"', "S006", "did you mean `@who`?", "who", "whom="),
    Mistake(
        "<head>",
        '<head\n  colour="red">',
        "S006",
        "`@colour` is not an attribute of `<head>`; it may carry",
        "",
        "colour=",
    ),
    Mistake(' reason="illegible"', "", "S007", "`@reason` is missing on `<gap>`", 'reason="redacted"', "<gap"),
    Mistake('place="above"', 'place="abvoe"', "S008", "did you mean `above`?", "above", "place="),
    Mistake('type="vocal"', 'type="laughing"', "S008", "allowed: delivery, vocal", "", 'type="laughing"'),
    Mistake(
        'when="1921-03-02">2 March 1921</date></creation>',
        'when="1921-02-29">x</date></creation>',
        "S009",
        "ISO 8601",
        "",
        "when=",
    ),
    Mistake('who="#berg"', 'who=""', "S009", "pointers", "", 'who=""'),
    Mistake('ref="#lund"', 'ref="# lund"', "S009", "pointers", "#lund", 'ref="# lund'),
    Mistake('quantity="2"', 'quantity="two"', "S009", "a number such as 2 or 1.5", "", "quantity="),
    Mistake('xml:lang="no"', 'xml:lang="no_bok"', "S009", "language tag", "no-bok", 'xml:lang="no_'),
    Mistake('xml:id="n1"', 'xml:id="1 n"', "S009", "cannot be an `@xml:id`", "x1-n", 'xml:id="1 n"'),
    Mistake('xml:id="p3"', 'xml:id="p1"', "S010", "is already the id", "p1-2", 'xml:id="p1">It'),
    Mistake('<pb n="5"/>', '<pb n="5" xmlns=""/>', "S011", "not in the TEI namespace", "", "<pb"),
    Mistake(' xmlns="http://www.tei-c.org/ns/1.0"', "", "S011", "not in the TEI namespace", "<TEI xmlns", "<TEI"),
    Mistake("the rest", "the rest & more", "I020", "`&amp;`", "&amp;", "& more"),
    Mistake(
        "</persName> showed", "</presName> showed", "I020", "did you mean `</persName>`?", "</persName>", "</presName>"
    ),
    Mistake(
        "</persName> showed",
        " showed",
        "I020",
        "`<persName>` is opened here and not closed",
        "</persName>",
        "<persName ref",
    ),
    Mistake("It will run", "It will run</hi>", "I020", "`</hi>` closes nothing", "", "</hi>"),
    Mistake('who="#berg">', "who=“#berg”>", "I020", "curly quotation marks", '"', "“#berg"),
    Mistake('who="#berg">', 'who="#berg" who="#x">', "I020", "`@who` stands twice", "", 'who="#x"'),
    Mistake("It will", "It\x0bwill", "I020", "U+000B", "", "\x0bwill"),
    Mistake("It will", "It&nbsp;will", "I020", "`&nbsp;` is not known", "&#160;", "&nbsp;"),
]


def place_of(text: str, marker: str) -> tuple[int, int]:
    """Return the line and column, from 1, at which a marker first stands."""
    before = text[: text.index(marker)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def findings(text: str) -> list[Finding]:
    return validate_bytes(text.encode(), "sample.xml")


def test_the_sample_is_valid() -> None:
    assert validate_file(SAMPLE) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: f"{one.code} {one.new[:24]!r}")
def test_one_mistake_gives_one_finding_that_helps(mistake: Mistake) -> None:
    assert mistake.old in TEXT
    text = TEXT.replace(mistake.old, mistake.new, 1)
    found = findings(text)
    assert [one.code for one in found] == [mistake.code], found
    assert mistake.says in found[0].message
    assert found[0].suggestion.startswith(mistake.suggests) if mistake.suggests else True
    assert (found[0].level, found[0].file) == ("error", "sample.xml")
    if mistake.at:
        assert (found[0].line, found[0].column) == place_of(text, mistake.at)


def test_every_mistake_of_a_file_is_told_in_one_run() -> None:
    text = TEXT.replace("<speaker>Berg</speaker>", "<speeker>Berg</speeker>").replace(
        "the wheel;", "the wheel & shaft;"
    )
    text = text.replace('place="above"', 'place="abvoe"')
    assert [one.code for one in findings(text)] == ["I020", "S008", "S001"]


def test_the_path_begins_at_the_nearest_id() -> None:
    assert findings(TEXT.replace('place="above"', 'place="x"'))[0].xpath == "//*[@xml:id='p2']/add/@place"
    assert findings(TEXT.replace("the roof.", "<x/>"))[0].xpath == "//*[@xml:id='d1']/list/item[2]/x"


def test_a_misspelt_element_is_checked_as_what_it_was_meant_to_be() -> None:
    text = TEXT.replace("<speaker>Berg</speaker>", '<speeker whoo="x">Berg<p/></speeker>')
    assert sorted(one.code for one in findings(text)) == ["S001", "S002", "S006"]


def test_text_in_several_pieces_is_one_mistake() -> None:
    text = TEXT.replace('<p xml:id="p4">By May?', 'By <hi>May</hi> then? <p xml:id="p4">')
    found = findings(text)
    assert [one.code for one in found] == ["S005"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "I020"),
        (b"words", "I020"),
        (b"<TEI/>", "S011"),
        (b'<p xmlns="http://www.tei-c.org/ns/1.0"/>', "S012"),
        (b'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/hosts">]><TEI>&e;</TEI>', "I021"),
        (b'<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;<', "I021"),
        (b"<a>" * 10_000 + b"</a>" * 10_000, "I020"),
        (b'<a n="' + b"x" * 20_000_000 + b'"/>', "I020"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "I020"),
    ],
    ids=["empty", "words", "no namespace", "wrong root", "external entity", "bomb", "deep", "long", "encoding"],
)
def test_what_is_no_edition_is_refused_with_one_sentence(data: bytes, code: str) -> None:
    found = validate_bytes(data, "x.xml")
    assert [one.code for one in found] == [code]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "koi8-r"])
def test_any_encoding_that_is_declared_is_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = TEXT.replace("UTF-8", declared)
    assert validate_bytes(text.encode(encoding, "xmlcharrefreplace"), "x.xml") == []
    wrong = text.replace('place="above"', 'place="abvoe"').encode(encoding, "xmlcharrefreplace")
    assert [(one.code, one.line) for one in validate_bytes(wrong, "x.xml")] == [("S008", place_of(TEXT, "place=")[0])]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert [one.code for one in validate_file(tmp_path / "none.xml")] == ["I001"]
    assert [one.code for one in validate_file(tmp_path)] == ["I001"]


def test_the_line_of_the_transcript_comes_from_what_is_nearest() -> None:
    class Lines:
        file = "mill.txt"

        def line_of(self, xml_id: str) -> int:
            return {"p2": 17, "p4": 21, "d1": 3}.get(xml_id, 0)

    wrong = TEXT.replace('place="above"', 'place="x"').replace("the roof.", "<x/>").replace('"record"', '"x"')
    found = validate_bytes(wrong.encode(), "mill.xml", source=Lines())
    assert [(one.source_file, one.source_line) for one in found] == [("", 0), ("mill.txt", 17), ("mill.txt", 21)]


def test_rules_are_told_with_the_rest_at_their_place_and_level() -> None:
    text = TEXT.replace(' hand="#hand-1"', "").replace('who="#berg"', 'who="#bergh"').replace("<head>", "<haed>", 1)
    text = text.replace("</head>", "</haed>", 1)
    found = validate_bytes(text.encode(), "mill.xml", rules=True)
    assert [(one.code, one.level) for one in found if one.level != "advice"] == [
        ("S001", "error"),
        ("R101", "error"),
        ("R001", "error"),
    ]
    dangling = found[-1]
    assert (dangling.line, dangling.column) == place_of(text, 'who="#bergh"')
    assert dangling.xpath == "//*[@xml:id='s2']/@who"
    assert validate_bytes(TEXT.encode(), "mill.xml", rules=True) == []
