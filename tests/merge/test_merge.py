"""Merging three ways, case by case: what arrives, what stays, what is a conflict."""

from __future__ import annotations

import pytest
from merge_documents import body, body_of, merged, readings, tei

from diple.findings import DipleError
from diple.merge import merge

ONE = '<p xml:id="p1">The harbour opens late in the spring.</p>'
TWO = '<p xml:id="p2">Pilots were told of it on the second of March.</p>'
THREE = '<p xml:id="p3">Nobody asked who had given the order to wait.</p>'


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """Replace strings, each of which must be there once."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


# ---- both arrive


def test_words_corrected_in_different_places_both_arrive() -> None:
    assert body(ONE, changed(ONE, ("late", "early")), changed(ONE, ("opens", "opened"))) == changed(
        ONE, ("late", "early"), ("opens", "opened")
    )


def test_a_paragraph_put_in_by_the_encoder_leaves_the_ids_of_the_others() -> None:
    new = ONE + '<p xml:id="p2">Found on the back.</p>' + TWO.replace("p2", "p3")
    outcome = merged(ONE + TWO, ONE + changed(TWO, ("told", "informed")), new)
    assert body_of(outcome.data) == ONE + '<p xml:id="p3">Found on the back.</p>' + changed(TWO, ("told", "informed"))
    assert (outcome.ids["p2"], outcome.ids["p3"]) == ("p3", "p2")


def test_pointers_of_the_encoder_follow_the_ids_that_are_kept() -> None:
    mark = '<p xml:id="p{}">A line stands beside it.<metamark function="highlight" target="#p{}"/></p>'
    edited = ONE + changed(TWO, ("told", "informed"))
    new = '<p xml:id="p1">Found.</p>' + ONE.replace("p1", "p2") + TWO.replace("p2", "p3") + mark.format(4, 3)
    outcome = merged(ONE + TWO, edited, new)
    assert outcome.conflicts == ()
    assert 'target="#p2"' in body_of(outcome.data)


def test_a_correction_arrives_in_a_paragraph_that_was_moved() -> None:
    edited = TWO + THREE + ONE
    assert body(ONE + TWO + THREE, edited, changed(ONE, ("late", "early")) + TWO + THREE) == TWO + THREE + changed(
        ONE, ("late", "early")
    )


@pytest.mark.parametrize("word", ["harbour", "opens", "late", "spring"])
def test_a_correction_arrives_on_either_side_of_a_split(word: str) -> None:
    edited = changed(ONE, (" late", '</p>\n<p xml:id="p1b">late'))
    assert body(ONE, edited, changed(ONE, (word, "XX"))) == changed(edited, (word, "XX"))


def test_a_correction_arrives_in_a_paragraph_that_was_joined() -> None:
    edited = ONE[:-4] + " " + TWO[len('<p xml:id="p2">') :]
    assert body(ONE + TWO, edited, ONE + changed(TWO, ("told", "informed"))) == changed(edited, ("told", "informed"))


def test_an_element_that_was_given_another_name_keeps_it_and_takes_what_is_new() -> None:
    edited = ONE.replace("<p ", "<ab ").replace("</p>", "</ab>")
    new = changed(ONE, ("<p ", '<p rend="indent" '), ("late", "early"))
    assert body(ONE, edited, new) == changed(edited, ('"p1"', '"p1" rend="indent"'), ("late", "early"))


def test_an_element_that_the_encoder_names_otherwise_keeps_its_id_and_edits() -> None:
    new = TWO + '<ab xml:id="ab1">' + ONE[len('<p xml:id="p1">') : -4] + "</ab>"
    outcome = body(TWO + ONE, TWO + changed(ONE, ("late", "<hi>late</hi>")), new)
    assert outcome == TWO + '<ab xml:id="p1">The harbour opens <hi>late</hi> in the spring.</ab>'


def test_a_name_marked_by_the_encoder_goes_around_words_beside_a_new_note() -> None:
    edited = changed(ONE, ("harbour", "harbour<note>Of Norvania.</note>"))
    assert body(ONE, edited, changed(ONE, ("harbour", "<placeName>harbour</placeName>"))) == changed(
        ONE, ("harbour", "<placeName>harbour</placeName><note>Of Norvania.</note>")
    )


def test_what_both_did_is_done_once() -> None:
    both = changed(ONE, ("late", "early"), ("harbour", "<placeName>harbour</placeName>"))
    outcome = merged(ONE, both, both)
    assert (body_of(outcome.data), outcome.conflicts, outcome.keeps_edits) == (both, (), False)


def test_attributes_of_one_tag_are_merged_one_by_one() -> None:
    base = '<p rend="a" n="1" xml:id="p1">One.</p>'
    edited = "<p  n='2'\n rend=\"a\" xml:id=\"p1\" xml:lang='de'>One.</p>"
    new = '<p rend="b" n="1" ana="#x" xml:id="p1">One.</p>'
    assert body(base, edited, new) == '<p  n=\'2\'\n rend="b" xml:id="p1" xml:lang=\'de\' ana="#x">One.</p>'


def test_two_persons_are_not_taken_for_one_another() -> None:
    person = '<person xml:id="{0}"><persName>{1}</persName></person>'
    varga, orlo = person.format("varga", "Varga"), person.format("orlo", "Orlo")
    people = "<listPerson>{}</listPerson>"
    outcome = merged(people.format(varga + orlo), people.format(varga + orlo) + ONE, people.format(orlo + varga))
    assert outcome.ids["varga"] == "varga"
    assert '<person xml:id="orlo"><persName>Orlo' in body_of(outcome.data)


# ---- bytes


def test_what_the_encoding_says_nothing_about_stays_to_the_byte() -> None:
    edited = (
        b'<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- mine --><?oxygen options?>\r\n'
        b"<TEI\n  xmlns = 'http://www.tei-c.org/ns/1.0' ><text><body>\t<p xml:id='p1'\n>The  harbour &#111;pens\n"
        b"late &amp; <![CDATA[in]]> the spring.</p>\r\n\r\n<p n='x'   xml:id=\"p2\" >Pilots were told.</p  >"
        b"</body></text></TEI>\n<!-- end -->"
    )
    base = tei('<p xml:id="p1">The harbour opens late &amp; in the spring.</p><p xml:id="p2">Pilots were told.</p>')
    new = base.replace(b"Pilots were", b"Pilots are")
    assert merge(base, edited, new).data == edited.replace(b"Pilots were", b"Pilots are")
    assert merge(base, edited, base).data == edited


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-8-sig"])
def test_the_encoding_of_the_file_is_kept(encoding: str) -> None:
    declared = encoding.removesuffix("-sig").upper()
    head = f'<?xml version="1.0" encoding="{declared}"?>'
    edited = (head + tei("<p>Café late</p>").decode()).encode(encoding)
    new = tei("<p>Café, “early”</p>")
    assert "early" in merge(tei("<p>Café late</p>"), edited, new).data.decode(encoding)
    assert merge(tei("<p>Café late</p>"), edited, tei("<p>Café late</p>")).data == edited


# ---- conflicts


CONFLICTS = [
    ("one word corrected in two ways", ("late", "early"), ("late", "soon"), [("p1", "early", "soon")]),
    (
        "a word emended by one, corrected by the other",
        ("late", "<choice><sic>late</sic><corr>early</corr></choice>"),
        ("late", "early"),
        [("p1", "<choice><sic>late</sic><corr>early</corr></choice>", "early")],
    ),
    (
        "words marked that overlap",
        ("opens late", "<hi>opens late</hi>"),
        ("late in", "<date>late in</date>"),
        [("p1", "<hi>opens late</hi> in", "opens <date>late in</date>")],
    ),
    ("two notes at one place", ("late", "late<note>A</note>"), ("late", "late<note>B</note>"),
     [("p1", "<note>A</note>", "<note>B</note>")]),
    ("a sentence struck out, a word of it corrected", (" opens late in the spring", ""), ("late", "early"),
     [("p1", "", "opens early in the spring")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "mine", "new", "told"), CONFLICTS, ids=[one[0] for one in CONFLICTS])
def test_where_both_changed_one_place_the_edit_stays(
    name: str, mine: tuple[str, str], new: tuple[str, str], told: list[tuple[str, str, str]]
) -> None:
    edited = changed(ONE, mine) + TWO
    outcome = merged(ONE + TWO, edited, changed(ONE, new) + changed(TWO, ("told", "informed")))
    assert body_of(outcome.data) == edited.replace("told", "informed")
    assert readings(outcome) == told


def test_an_attribute_that_both_changed_is_a_conflict_of_its_own() -> None:
    base = '<sp who="#a" xml:id="s1"><p>One.</p></sp>'
    outcome = merged(base, base.replace("#a", "#b"), base.replace("#a", "#c").replace("One", "Two"))
    assert body_of(outcome.data) == base.replace("#a", "#b").replace("One", "Two")
    assert [(one.at, one.code) for one in outcome.conflicts] == [("s1", "D702")]


def test_a_paragraph_struck_out_here_and_corrected_there_does_not_come_back() -> None:
    outcome = merged(ONE + TWO, TWO, changed(ONE, ("late", "early")) + TWO)
    assert body_of(outcome.data) == TWO
    assert readings(outcome) == [("p2", "", changed(ONE, ("late", "early")))]


def test_a_paragraph_corrected_here_and_struck_out_there_stays() -> None:
    outcome = merged(ONE + TWO, changed(ONE, ("late", "early")) + TWO, TWO.replace("p2", "p1"))
    assert body_of(outcome.data) == changed(ONE, ("late", "early")) + TWO
    assert readings(outcome) == [("p1", changed(ONE, ("late", "early")), "")]


def test_a_paragraph_moved_by_both_to_different_places_is_not_doubled() -> None:
    outcome = merged(ONE + TWO + THREE, TWO + ONE + THREE, TWO + THREE + changed(ONE, ("late", "early")))
    assert body_of(outcome.data).count("harbour") == 1


def test_a_change_that_would_make_the_file_invalid_is_left_out() -> None:
    outcome = merge(tei(ONE + TWO), tei(ONE + TWO), tei(ONE + "<nonsense>x</nonsense>" + changed(TWO, ("told", "x"))),
                    accepts=lambda data: b"nonsense" not in data)  # fmt: skip
    assert body_of(outcome.data) == ONE + changed(TWO, ("told", "x"))
    assert [one.code for one in outcome.conflicts] == ["D703"]


def test_an_element_that_is_pointed_at_is_not_taken_away() -> None:
    edited = ONE + changed(TWO, ("told", '<ref target="#p1">told</ref>'))
    outcome = merged(ONE + TWO, edited, TWO.replace("p2", "p1"))
    assert body_of(outcome.data) == edited
    assert [one.code for one in outcome.conflicts] == ["D703"]


@pytest.mark.parametrize("broken", [b"", b"<TEI>", b"<a/><b/>", b"\xff\xfe"])
def test_what_is_not_well_formed_is_refused(broken: bytes) -> None:
    for three in ((broken, tei(ONE), tei(ONE)), (tei(ONE), broken, tei(ONE)), (tei(ONE), tei(ONE), broken)):
        with pytest.raises(DipleError, match="I020"):
            merge(*three)
