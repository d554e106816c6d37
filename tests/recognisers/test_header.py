"""The header made from facts: what goes where, and that it is valid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from diple.draft import Draft
from diple.edition import Edition
from diple.header import HeaderResult, build_header
from diple.source import source_from_text
from diple.validate import validate_bytes
from diple.xmlio import NS, XML_ID, tei

TEXT = "A. Person and B. Person, AMFA, f. 7, op. 2. All rights reserved. Write to [email\xa0protected] at once."


def draft_of(text: str = TEXT) -> Draft:
    return Draft(source_from_text(text))


def fact(draft: Draft, field: str, words: str, **attrs: str) -> None:
    start = draft.text.index(words)
    draft.fact(
        field, words, start, start + len(words), attrs={name.rstrip("_"): value for name, value in attrs.items()}
    )


def build(draft: Draft, edition: Edition | None = None) -> HeaderResult:
    return build_header(draft, doc_id="a-document", language="en", edition=edition)


def whole(result: HeaderResult) -> bytes:
    root = etree.Element(tei("TEI"), nsmap={None: tei("")[1:-1]})
    root.append(result.element)
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    etree.SubElement(body, tei("p")).text = "Words."
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def texts(result: HeaderResult, path: str) -> list[str]:
    found = result.element.xpath(path, namespaces=NS)
    return [item if isinstance(item, str) else "".join(item.itertext()) for item in found]


def assert_valid(result: HeaderResult) -> None:
    assert [finding.message for finding in validate_bytes(whole(result), "x.xml") if finding.level == "error"] == []


def test_a_document_that_tells_nothing_has_a_valid_header() -> None:
    result = build(draft_of("Words."))
    assert texts(result, "//tei:titleStmt/tei:title[@type='main']") == ["a-document"]
    assert texts(result, "//tei:change/@when") == []
    assert texts(result, "//tei:revisionDesc/@status") == ["encoded"]
    assert_valid(result)


def test_each_consumed_fact_has_a_place_that_holds_its_words() -> None:
    draft = draft_of()
    fact(draft, "resp", "A. Person", role="contributor", verb="obtained by")
    fact(draft, "resp", "B. Person", role="translator", verb="translated by")
    fact(draft, "repository", "AMFA")
    fact(draft, "fond", "7")
    fact(draft, "something-new", "op. 2")
    fact(draft, "rights", "All rights reserved.")
    result = build(draft)
    assert {told.field for told, _ in result.places} == {told.field for told in draft.facts}
    for told, element in result.places:
        held = re.sub(r"\s", "", "".join(element.itertext()))
        assert re.sub(r"\s", "", draft.text[told.start : told.end]) in held
    assert texts(result, "//tei:notesStmt/tei:note") == ["op. 2"]
    assert_valid(result)


def test_the_translator_is_declared_under_the_id_that_resp_points_to() -> None:
    draft = draft_of()
    fact(draft, "resp", "B. Person", role="translator", verb="translated by")
    draft.agents.require("translator")
    draft.agents.require("editor")
    result = build(draft)
    assert texts(result, "//tei:respStmt[@xml:id='translator']/tei:persName") == ["B. Person"]
    assert texts(result, "//tei:respStmt[@xml:id='translator']/tei:persName/@xml:id") == ["resp-person-b"]
    assert texts(result, "//tei:respStmt[@xml:id='editor']/tei:name[@type='unnamed']") == [
        "the editor, who is not named in the source"
    ]
    assert_valid(result)


def test_a_hidden_address_is_a_gap_in_the_statement_of_rights() -> None:
    draft = draft_of()
    fact(draft, "rights", "Write to ", paragraph="1", email="after")
    fact(draft, "rights", " at once.", paragraph="1")
    result = build(draft)
    (statement,) = result.element.xpath("//tei:availability/tei:p", namespaces=NS)
    assert texts(result, "//tei:availability/tei:p/tei:email/tei:gap/@reason") == ["obfuscated"]
    assert "".join(statement.itertext()) == "Write to  at once."
    assert_valid(result)


def test_persons_stand_by_side_then_those_of_none() -> None:
    draft = draft_of()
    aune = draft.people.add("P. Aune", office="First Secretary", side="Norvanian side", role="participant")
    draft.people.alias(aune, "Aune", short=True)
    draft.people.add("K. Dorn", side="other side", role="recorder")
    draft.people.add("O. Nobody", role="mentioned", cert="low")
    everyone = draft.people.add("ALL")
    everyone.is_group = True
    result = build(draft)
    assert texts(result, "//tei:listPerson[@type='side']/tei:head") == ["Norvanian side", "other side"]
    assert texts(result, "//tei:person[@xml:id='aune']/tei:persName[@type='short']") == ["Aune"]
    assert texts(result, "//tei:particDesc/tei:listPerson/*/@xml:id") == ["nobody", "all"]
    assert texts(result, "//tei:personGrp/@xml:id") == ["all"]
    assert_valid(result)


def test_hands_and_marks_are_described() -> None:
    draft = draft_of()
    draft.hands.require("", "The hand of the additions; whose is not said.")
    draft.span(0, 3, "stamp")
    draft.point(4, "metamark", {"function": "highlight"})
    draft.point(5, "metamark", {"function": "query"})
    result = build(draft)
    assert texts(result, "//tei:handNote/@xml:id") == ["hand-1"]
    assert texts(result, "//tei:additions/tei:p") == ["The transcript gives one stamp and two marks in the margin."]
    assert texts(result, "//tei:msName") == ["a-document"]
    assert_valid(result)


def test_the_statements_on_method_are_true_of_the_document() -> None:
    plain = build(draft_of("Plain words without anything."))
    assert texts(plain, "//tei:editorialDecl/tei:quotation") == []
    draft = draft_of("He said “no” on page-\n\npage 2\n\nend.")
    draft.point(20, "pb", {"n": "2", "break": "no"})
    draft.drop(0, 2, "navigation of the web page")
    marked = build(draft)
    assert texts(marked, "//tei:quotation/@marks") == ["all"]
    assert texts(marked, "//tei:hyphenation/@eol") == ["none"]
    assert texts(marked, "//tei:samplingDecl/tei:p") == ["Left out (navigation of the web page): “He”."]
    assert_valid(marked)


def test_a_letter_has_its_correspondence() -> None:
    draft = draft_of()
    draft.fact("sent-by", "O. Lindqvist", consumed=False)
    draft.fact("received-by", "I. Brandt", consumed=False)
    draft.fact("sent-date", "4 May 1962", consumed=False, attrs={"when": "1962-05-04"})
    result = build(draft)
    assert texts(result, "//tei:correspAction[@type='sent']/tei:persName") == ["O. Lindqvist"]
    assert texts(result, "//tei:correspAction[@type='sent']/tei:date/@when") == ["1962-05-04"]
    assert texts(result, "//tei:correspAction[@type='received']/tei:persName") == ["I. Brandt"]
    assert_valid(result)


def test_the_edition_gives_publisher_licence_and_the_date_of_the_change(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(
        '[edition]\ntitle = "T"\npublisher = "Harbour Press"\nversion = "1"\ndate = "2021-02-03"\n'
        '[licence]\nname = "CC BY 4.0"\nurl = "https://creativecommons.org/licenses/by/4.0/"\n',
        encoding="utf-8",
    )
    result = build(draft_of(), Edition.load(tmp_path))
    assert texts(result, "//tei:publisher") == ["Harbour Press"]
    assert texts(result, "//tei:licence/@target") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert texts(result, "//tei:change/@when") == ["2021-02-03"]
    assert_valid(result)


@pytest.mark.parametrize("words", ["\x00\x01", "\ud800", "   ", "a\x0bb", "￿"])
def test_what_xml_cannot_carry_does_not_reach_the_header(words: str) -> None:
    draft = draft_of(f"{words} text")
    for field in (
        "title",
        "funder",
        "resp",
        "repository",
        "shelfmark",
        "locus",
        "rights",
        "abstract",
        "date",
        "url",
        "citation",
    ):
        draft.fact(field, words, 0, len(words), attrs={"when": words, "cert": words, "from": words})
    draft.people.add(f"A{words}B", office=words, side=words)
    result = build(draft)
    assert result.element.get(XML_ID) is None
    assert etree.tostring(result.element)
