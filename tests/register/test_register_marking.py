"""Names of a register, marked in running text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from registers import TEI, edition_in, encoded, names_in, root_of

from diple.draft import Draft
from diple.nameforms import NamedForm
from diple.pipeline import encode
from diple.recognisers.names import recognise_forms
from diple.source import source_from_text
from diple.validate import validate_bytes
from diple.verify import verify
from diple.xmlio import XML_ID

ORVIN, TARN = "register/persons.xml#orvin", "register/persons.xml#tarn"
BOARD = "register/orgs.xml#harbour-board"
NORVANIA, MIRNA = "register/places.xml#norvania", "register/places.xml#mirna"
CONVERSATION = """RECORD OF A CONVERSATION BETWEEN N. S. ORVIN AND I. BRANDT

4 May 1962

On 4 May 1962 N. S. Orvin, Ambassador of Norvania, received I. Brandt, Minister of Trade, for a talk.

I. Brandt said that Boris Tarn had come from [South] Norvania. N. S. Orvin replied that Nils Orvin’s brother was ill.
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was said that N.S. Orvin and Tarn met.", [("persName", ORVIN, "N.S. Orvin"), ("persName", TARN, "Tarn")]),
        ("It was Orvin's and Tarn’s idea.", [("persName", ORVIN, "Orvin"), ("persName", TARN, "Tarn")]),
        ("The Orvinists, Tarnov and the Tarn-Mirna road are none.", []),
        ("They saw Vell Iso Ran there.", [("persName", "register/persons.xml#vell-iso-ran", "Vell Iso Ran")]),
        ("They saw Vell Iso there.", [("persName", "register/persons.xml#vell", "Vell Iso")]),
        ("Then A. Orvin, Jens Tarn and Tarn Street are others.", []),
        ("He visited Nils there.", []),
        ("They met in the Boris Tarn Library, not in Vell Iso Ran Street.", []),
        (
            "The people’s Republic and the People’s Republic of Norvania differ.",
            [("placeName", NORVANIA, "People’s Republic of Norvania")],
        ),
        ("They went to South Norvania.", [("placeName", "register/places.xml#south-norvania", "South Norvania")]),
        ("They went to West Norvania.", []),
        (
            "After the Mirna Conference they left. At this Conference Mirna won.",
            [("placeName", MIRNA, "Mirna"), ("placeName", MIRNA, "Mirna")],
        ),
        ("They met in Mirna Street.", []),
        ("They wrote to the NVA and the HB.", [("placeName", NORVANIA, "NVA"), ("orgName", BOARD, "HB")]),
        ("The US is far from us.", [("placeName", "register/places.xml#union-of-shires", "US")]),
        (
            "It came from the Central Office of the Party of Norvania.",
            [("orgName", "register/orgs.xml#office", "Central Office of the Party of Norvania")],
        ),
        ("It came from the Party\nof Norvania.", [("orgName", "register/orgs.xml#party", "Party of Norvania")]),
        ("They read of it in the newspaper “Mirna Herald” (“Mirna Herald”, 4 May 1962).", []),
        ("After Boris Tarn Orvin spoke.", [("persName", TARN, "Boris Tarn"), ("persName", ORVIN, "Orvin")]),
    ],
)  # fmt: skip
def test_names_of_the_register(text: str, found: list[tuple[str, str, str]], tmp_path: Path) -> None:
    assert names_in(encoded(f"{text}\n", edition_in(tmp_path))) == found


def test_heads_in_capitals_are_read(tmp_path: Path) -> None:
    found = names_in(encoded("NOTE ON BORIS TARN AND MIRNA. TELL US MORE\n\nThe words.\n", edition_in(tmp_path)))
    assert [words for _, _, words in found] == ["BORIS TARN", "MIRNA"]


def test_letters_an_editor_supplied_belong_to_the_name(tmp_path: Path) -> None:
    root = root_of(encoded("They went to [South] Norvania with [Boris] Tarn.\n", edition_in(tmp_path)))
    place = root.find(f".//{TEI}text//{TEI}placeName")
    assert place is not None
    assert place.get("ref") == "register/places.xml#south-norvania"
    assert [(child.tag, child.text) for child in place] == [(f"{TEI}supplied", "South")]


def test_an_abbreviation_and_its_expansion_are_names_each(tmp_path: Path) -> None:
    text = "He is in the HB [Harbour Board] and the NVA [People’s Republic of Norvania].\n"
    found = names_in(encoded(text, edition_in(tmp_path)))
    assert [(ref, words) for _, ref, words in found] == [
        (BOARD, "HB"),
        (BOARD, "Harbour Board"),
        (NORVANIA, "NVA"),
        (NORVANIA, "People’s Republic of Norvania"),
    ]


def test_other_languages_are_not_searched(tmp_path: Path) -> None:
    root = root_of(encoded("He sang “Vechnyy Onegin [Eternal Onegin]” to them.\n", edition_in(tmp_path)))
    assert root.find(f".//{TEI}foreign") is not None
    assert root.find(f".//{TEI}foreign//{TEI}persName") is None


def test_participants_point_to_the_register_from_the_header(tmp_path: Path) -> None:
    root = root_of(encoded(CONVERSATION, edition_in(tmp_path)))
    people = {person.get(XML_ID): person.get("corresp") for person in root.iter(f"{TEI}person")}
    assert people == {"orvin": ORVIN, "brandt": None}


def test_names_of_participants_point_into_the_document(tmp_path: Path) -> None:
    found = {(ref, words) for _, ref, words in names_in(encoded(CONVERSATION, edition_in(tmp_path)))}
    assert {
        ("#orvin", "N. S. Orvin"),
        ("#orvin", "Nils Orvin"),
        ("#brandt", "I. Brandt"),
        (TARN, "Boris Tarn"),
    } <= found
    assert not [words for ref, words in found if ref == ORVIN]


def test_a_surname_of_two_participants_is_not_the_registers(tmp_path: Path) -> None:
    text = "Participants: A. Tarn, B. Tarn\n\nA. Tarn: Good day.\n\nB. Tarn: Good day.\n\nA. Tarn: Does Tarn agree?\n"
    assert [words for _, _, words in names_in(encoded(text, edition_in(tmp_path)))] == ["A. Tarn", "B. Tarn"]


def test_sender_and_addressee_point_to_the_register(tmp_path: Path) -> None:
    text = "TO THE HARBOUR BOARD\n\nDear comrades!\n\nThe quay is finished.\n\nWith greetings.\n\nN. S. ORVIN\n"
    root = root_of(encoded(text, edition_in(tmp_path)))
    people = {f"#{person.get(XML_ID)}": person.get("corresp") for person in root.iter(f"{TEI}person")}
    actions = {
        action.get("type"): [people.get(ref, ref) for child in action if (ref := child.get("ref"))]
        for action in root.iter(f"{TEI}correspAction")
    }
    assert actions == {"sent": [ORVIN], "received": [BOARD]}


def test_a_signature_over_two_lines_points_to_the_register(tmp_path: Path) -> None:
    text = (
        "Dear comrades!\n\nThe quay is finished.\n\nWith greetings,\n\nThe Central Office of the\nParty of Norvania\n"
    )
    assert [ref for tag, ref, _ in names_in(encoded(text, edition_in(tmp_path))) if tag == "orgName"] == [
        "register/orgs.xml#office"
    ]


def test_without_a_register_nothing_changes(tmp_path: Path) -> None:
    with_none = edition_in(tmp_path)
    for path in (tmp_path / "tei" / "register").iterdir():
        path.unlink()
    assert names_in(encoded(CONVERSATION, with_none)) == names_in(encoded(CONVERSATION, None))


def test_the_laws_hold(tmp_path: Path) -> None:
    edition = edition_in(tmp_path)
    source = source_from_text(CONVERSATION, "source.txt")
    encoding = encode(source, edition=edition)
    assert encoding.tei == encode(source, edition=edition).tei
    found = validate_bytes(encoding.tei, "source.xml", rules=True)
    assert [finding.as_text() for finding in found if finding.level == "error"] == []
    for ledger in (encoding.ledger, None):
        assert not verify(encoding.tei, source, ledger).findings


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("Yu. Fadin", "Yu.Fadin, Yu. Fadin and Yu.\nFadin came.", ["Yu.Fadin", "Yu. Fadin", "Yu.\nFadin"]),
        ("St. Anna", "St.Anna and St. Anna lie far off.", ["St.Anna", "St. Anna"]),
        ("Messrs. Orvin", "Messrs. Orvin came, and Messrs.Orvin is a misprint.", ["Messrs. Orvin"]),
        ("No. 5 Plant", "No. 5 Plant and No.5 Plant.", ["No. 5 Plant", "No.5 Plant"]),
        ("U.N.R.", "The U.N.R. and the U. N. R. are one.", ["U.N.R.", "U. N. R."]),
        ("Writers' Union", "The Writers’ Union is the Writers' Union.", ["Writers’ Union", "Writers' Union"]),
        ("A (B)", "A (B) and A (Bc).", ["A (B)"]),
    ],
)
def test_forms_with_signs(form: str, text: str, found: list[str]) -> None:
    draft = Draft(source_from_text(text))
    recognise_forms(draft, [NamedForm(form, "#x", "orgName")])
    assert [draft.text[span.start : span.end] for span in draft.spans] == found


@given(st.lists(st.text("Ab. -’'(1", min_size=1, max_size=8).filter(lambda form: bool(form.strip())), max_size=5))
def test_any_form_is_found_alone(forms: list[str]) -> None:
    """Whatever characters a form has, looking for it fails nowhere, and words that are it are marked."""
    for form in forms:
        draft = Draft(source_from_text(f"“{form.strip()}”"))
        recognise_forms(draft, [NamedForm(one, "#x", "orgName") for one in forms])
        assert draft.spans or form.strip()[0] == "-"


def test_names_take_linear_time() -> None:
    """Twice the text and twice the names take twice the time, not four times."""
    forms = [NamedForm(f"Name{number} Orvin", f"r#n{number}", "placeName") for number in range(10_000)]

    def taken(text: str, count: int) -> float:
        draft = Draft(source_from_text(text))
        start = time.process_time()
        recognise_forms(draft, forms[:count])
        return time.process_time() - start

    text = "Then Name1 met Name99 Orvin, Nobody and others at the quay. " * 2000
    taken(text, 10)
    assert taken(text * 2, 10_000) < 8 * taken(text, 5_000) + 0.5
