"""What the head and the foot of a page say of the document."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from documents import EDITION, document, render, write_letters
from lxml import html

from diple.render import render_document
from diple.render.press import OUTPUTS, press

LICENSED = replace(
    EDITION, licence_name="CC0", licence_url="https://example.org/cc0", rights="The licence is for the markup."
)
OWN = "<p>The heirs keep all rights.</p>"
LICENCE = '<licence target="https://example.org/cc0">CC0</licence>'
ABOUT = "<p>The licence is for the markup.</p>"
HOST = '<person role="participant"><persName>The Host</persName></person>'
CLERK = '<person role="recorder"><persName>A Clerk</persName></person>'
ONE = '<person role="participant"><persName>A. One</persName></person>'
SIDE = f'<listPerson type="side"><head>our side</head>{ONE}</listPerson>'

TALK = document(
    '<p><persName ref="register/persons.xml#vale">Vale</persName> spoke of '
    '<persName ref="register/persons.xml#kern">Orvin</persName>, <persName>Nobody</persName> and '
    '<persName ref="register/persons.xml#kern">him</persName>.</p>'
).replace(
    "</teiHeader>",
    '<profileDesc><particDesc><listPerson><person xml:id="v" corresp="register/persons.xml#vale">'
    "<persName>Vale</persName></person></listPerson></particDesc></profileDesc></teiHeader>",
)


def shown(tmp_path: Path, publication: str = "<p/>", profile: str = "") -> html.HtmlElement:
    tei = document("<p>A.</p>").replace("<publicationStmt><p/>", f"<publicationStmt>{publication}")
    path = tmp_path / "x.xml"
    path.write_text(tei.replace("</teiHeader>", f"{profile}</teiHeader>"), encoding="utf-8")
    outputs = [output for output in OUTPUTS if output.name == "index.html"]
    return html.fromstring(press().document(path, "x", LICENSED, outputs=outputs)["index.html"].decode())


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([LICENCE, OWN, ABOUT], ["The heirs keep all rights.", "Markup: CC0. The licence is for the markup."]),
        ([ABOUT, OWN, LICENCE], ["The heirs keep all rights.", "Markup: CC0. The licence is for the markup."]),
        ([LICENCE], ["Markup: CC0"]),
        (["<licence>All rights reserved</licence>", LICENCE], ["All rights reserved", "Markup: CC0"]),
        (['<licence target="https://example.org/other">Other</licence>'], ["Other"]),
        ([OWN], ["The heirs keep all rights."]),
    ],
)
def test_rights_are_the_documents_own_and_then_those_of_the_markup(
    statements: list[str], expected: list[str], tmp_path: Path
) -> None:
    page = shown(tmp_path, f"<p/><availability>{''.join(statements)}</availability>")
    assert [
        dd.text_content() for dd in page.xpath("//section[@aria-labelledby='_record']//dt[.='Rights']/../dd")
    ] == expected


@pytest.mark.parametrize(
    ("others", "headings"),
    [(HOST, ["Our side"]), (CLERK, ["Our side", "Recorded it"]), (HOST + CLERK, ["Our side", "Others"])],
)
def test_participants_of_no_side_are_headed_by_what_they_did(others: str, headings: list[str], tmp_path: Path) -> None:
    people = f"<profileDesc><particDesc><listPerson>{SIDE}{others}</listPerson></particDesc></profileDesc>"
    section = shown(tmp_path, profile=people).xpath("//section[@class='participants']")[0]
    assert [heading.text_content() for heading in section.iter("h3")] == headings
    assert len(section.xpath(".//li")) == 1 + others.count("<person ")


def test_the_host_comes_before_the_sides(tmp_path: Path) -> None:
    people = f"<profileDesc><particDesc><listPerson>{SIDE}{HOST}</listPerson></particDesc></profileDesc>"
    assert [b.text_content() for b in shown(tmp_path, profile=people).xpath("//section[@class='participants']//b")] == [
        "The Host",
        "A. One",
    ]


def test_people_spoken_of_are_those_of_the_register_who_did_not_take_part(tmp_path: Path) -> None:
    folder = write_letters(tmp_path)
    (folder / "talk.xml").write_text(TALK, encoding="utf-8")
    render_document(folder / "talk.xml", tmp_path / "out", EDITION)
    page = html.parse(str(tmp_path / "out/documents/talk/index.html"))
    assert page.xpath("//dt[.='People spoken of']/../dd/a/@href") == ["../../register/persons/kern.html"]


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (
            "<msDesc><msIdentifier><repository>Archive</repository></msIdentifier></msDesc><bibl>A Book</bibl>",
            "Archive",
        ),
        ('<bibl type="digital">A page</bibl><bibl type="printed">A Book</bibl>', "Printed in"),
        ('<bibl type="citation">"A talk", 1950.</bibl>', "Citation it came with"),
    ],
)
def test_what_the_reference_is_is_said_above_the_text(tmp_path: Path, source: str, label: str) -> None:
    tei = re.sub("<sourceDesc>.*</sourceDesc>", f"<sourceDesc>{source}</sourceDesc>", document("<p>A.</p>"))
    head = html.fromstring(render(tmp_path, tei, "index.html")["index.html"]).xpath("//header[@class='record-head']")[0]
    assert head.xpath(".//dt/text()")[0] == label


def test_a_table_of_speech_is_offered_where_somebody_speaks(tmp_path: Path) -> None:
    talk = '<sp xml:id="s1"><speaker>A</speaker><p>Yes.</p></sp>'
    for body, offered in ((talk, True), ("<p>Nobody.</p>", False)):
        page = html.fromstring(render(tmp_path, document(body), "index.html")["index.html"])
        assert bool(page.xpath("//ul[@class='files']//a[contains(@href, 'speech.csv')]")) is offered


def test_a_note_that_is_all_of_its_paragraph_stands_in_it_without_a_mark(tmp_path: Path) -> None:
    body = '<p xml:id="p1"><note type="description">A stamp.</note></p><p>So<note type="editor">Or not.</note>.</p>'
    page = html.fromstring(render(tmp_path, document(body), "index.html")["index.html"])
    whole, tied = page.xpath("//*[@role='note']")
    assert "alone" in whole.get("class").split()
    assert not page.xpath("//*[@id='p1']//a[@role='doc-noteref']")
    assert "alone" not in tied.get("class").split()


def test_a_note_that_says_itself_what_it_is_has_no_label_more(tmp_path: Path) -> None:
    body = '<p>So<note type="source">Source: Archive.</note> it was<note type="source">Archive.</note>.</p>'
    page = html.fromstring(render(tmp_path, document(body), "index.html")["index.html"])
    said, told = ("".join(note.itertext()) for note in page.xpath("//*[@role='note']"))
    assert said.count("Source") == 1
    assert told.count("Source") == 1
