"""Merges that are hard: whole rebuildings of a passage by a person, met by the encoder's own in the same place."""

from __future__ import annotations

import pytest
from merge_documents import body, body_of, merged, readings, tei

from diple.merge import merge

ICE, WAIT = "The harbour opens late in the spring, as all know.", "Ships wait outside for the ice to go."
MARCH = "Pilots were told of it on the second of March. They did not like the news."
ORDER = "Nobody asked who had given the order to wait. The tariffs of the free port were not changed."


def paragraph(number: int | str, text: str) -> str:
    return f'<p xml:id="p{number}">{text}</p>'


def paragraphs(*texts: str) -> str:
    return "\n".join(paragraph(number, text) for number, text in enumerate(texts, start=1))


ALL = paragraphs(f"{ICE} {WAIT}", MARCH, ORDER)


def test_a_paragraph_moved_and_edited_that_the_encoder_divides() -> None:
    edited = "\n".join(
        [paragraph(2, MARCH), paragraph(3, ORDER), paragraph(1, f"{ICE.replace('late', 'early')} {WAIT}")]
    )
    outcome = body(ALL, edited, paragraphs(ICE, WAIT, MARCH, ORDER))
    assert outcome.index("Nobody") < outcome.index("opens early in the spring, as all know.</p>")
    assert outcome.endswith(f'<p xml:id="p4">{WAIT}</p>')
    assert outcome.count("<p ") == 4


def test_an_id_renamed_with_all_its_pointers() -> None:
    base = paragraph(1, ICE) + paragraph(2, 'See <ref target="#p1">above</ref> and say so again and again.')
    edited = base.replace('"p1"', '"opening"').replace("#p1", "#opening")
    new = base.replace("late", "early").replace("say so", 'say <ref target="#p1">so</ref>')
    assert body(base, edited, new) == edited.replace("late", "early").replace(
        "say so", 'say <ref target="#opening">so</ref>'
    )


def test_a_note_moved_from_the_foot_into_the_line() -> None:
    note = '<note xml:id="n1" place="{}">In that year the ice was very thick indeed.</note>'
    base = paragraphs(ICE, MARCH) + "\n" + note.format("foot")
    edited = paragraphs(ICE.replace("late", f"late{note.format('inline')}"), MARCH)
    assert body(base, edited, base.replace("thick", "thin")) == edited.replace("thick", "thin")


def test_a_page_that_begins_where_two_paragraphs_were_joined() -> None:
    new = ALL.replace('\n<p xml:id="p2">', '\n<pb n="2"/>\n<p xml:id="p2">')
    edited = "\n".join([paragraph(1, f"{ICE} {WAIT} {MARCH}"), paragraph(3, ORDER)])
    assert body(ALL, edited, new) == edited.replace("Pilots", '<pb n="2"/>Pilots')


def test_a_remark_within_an_element_that_the_encoder_takes_away() -> None:
    base = ALL.replace("the second of March", '<date when="1955-03-02">the second of March</date>')
    edited = base.replace("the second", "the second<!-- or third? -->")
    assert body(base, edited, ALL) == ALL.replace("the second", "the second<!-- or third? -->")


def test_attributes_in_another_order_and_in_other_quotation_marks() -> None:
    base = ALL.replace('<p xml:id="p2">', '<p rend="indent" xml:id="p2" n="2">')
    edited = ALL.replace('<p xml:id="p2">', "<p   n = '2'  rend='indent'\n xml:id='p2'>")
    assert body(base, edited, base.replace("told", "informed")) == edited.replace("told", "informed")


def test_references_to_characters_stay_and_words_beside_them_arrive() -> None:
    edited = ALL.replace("Nobody", "N&#111;body").replace("spring,", "spring&#x2C;")
    new = ALL.replace("asked who", "asked what").replace("as all", "as we")
    assert body(ALL, edited, new) == edited.replace("asked who", "asked what").replace("as all", "as we")


def test_a_choice_around_words_of_which_the_encoder_makes_a_name() -> None:
    choice = "<choice><sic>The harbour</sic><corr>The harbours</corr></choice>"
    edited = ALL.replace("The harbour", choice)
    outcome = merged(ALL, edited, ALL.replace("The harbour", "The <placeName>harbour</placeName>"))
    assert body_of(outcome.data) == edited
    assert readings(outcome) == [("p1", choice, "The <placeName>harbour</placeName>")]


DIVISIONS = "".join(
    f'<div xml:id="d{number}"><head>Part {number}</head>{paragraph(number, text)}</div>'
    for number, text in enumerate((ICE, MARCH, ORDER), start=1)
)
SECOND = DIVISIONS[DIVISIONS.index('<div xml:id="d2"') : DIVISIONS.index('<div xml:id="d3"')]


def test_a_division_struck_out_here_and_corrected_there() -> None:
    edited = DIVISIONS.replace(SECOND, "")
    outcome = merged(DIVISIONS, edited, DIVISIONS.replace("told", "informed").replace("Nobody", "No man"))
    assert body_of(outcome.data) == edited.replace("Nobody", "No man")
    assert readings(outcome) == [("d3", "", SECOND.replace("told", "informed"))]


def test_a_division_doubled_here_and_corrected_there() -> None:
    double = SECOND.replace('"d2"', '"d2b"').replace('"p2"', '"p2b"')
    edited = DIVISIONS.replace(SECOND, SECOND + double)
    outcome = body(DIVISIONS, edited, DIVISIONS.replace("told", "informed"))
    assert outcome == DIVISIONS.replace(SECOND, SECOND.replace("told", "informed") + double)


@pytest.mark.parametrize("tag", ["del", "hi", "persName", "supplied"])
def test_a_correction_of_a_word_arrives_within_what_a_person_put_around_it(tag: str) -> None:
    for marked in ("late", "late in", "opens late"):
        edited = ALL.replace(marked, f"<{tag}>{marked}</{tag}>")
        assert body(ALL, edited, ALL.replace("late", "early")) == edited.replace("late", "early")


@pytest.mark.parametrize("tag", ['<date when="1955-03-02">', '<persName ref="#orlo">', '<rs key="x">', "<sic>"])
def test_what_a_person_said_of_these_words_is_not_said_of_others(tag: str) -> None:
    edited = ALL.replace("Pilots", f"{tag}Pilots</{tag[1:-1].split()[0]}>")
    outcome = merged(ALL, edited, ALL.replace("Pilots", "Captains"))
    assert body_of(outcome.data) == edited
    assert len(outcome.conflicts) == 1


def test_all_tags_under_another_prefix() -> None:
    edited = tei(ALL).replace(b"xmlns=", b"xmlns:t=").replace(b"late", b"early")
    for tag in (b"TEI", b"text", b"body", b"p"):
        edited = edited.replace(b"<" + tag, b"<t:" + tag).replace(b"</" + tag, b"</t:" + tag)
    outcome = merge(tei(ALL), edited, tei(ALL.replace("told", "informed")))
    assert (outcome.data, outcome.conflicts) == (edited.replace(b"told", b"informed"), ())
