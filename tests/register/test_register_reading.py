"""Registers as they are read, and those that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from registers import ORGS, PERSONS, PLACES, edition_in, write_register

from diple.findings import DipleError
from diple.register import Register, read_register, register_of


def test_entries_have_names_and_pointers(tmp_path: Path) -> None:
    register = read_register(write_register(tmp_path, persons=PERSONS, places=PLACES, orgs=ORGS))
    entry = register.entry("register/persons.xml#orvin")
    assert entry is not None
    assert [name.text for name in entry.names] == ["Nils Orvin", "N. S. Orvin", "Orvin", "Nils"]
    assert (entry.tag, entry.line) == ("persName", 6)
    assert register.entry("register/persons.xml#nobody") is None


def test_forms_lead_to_their_entries(tmp_path: Path) -> None:
    forms = read_register(write_register(tmp_path, persons=PERSONS, places=PLACES, orgs=ORGS)).forms()
    assert ("Orvin", "register/persons.xml#orvin", "persName") in forms
    assert ("South Norvania", "register/places.xml#south-norvania", "placeName") in forms
    assert ("HB", "register/orgs.xml#harbour-board", "orgName") in forms


def test_a_doubtful_name_is_no_form(tmp_path: Path) -> None:
    register = read_register(write_register(tmp_path, persons=PERSONS))
    assert "Nils" not in [named.form for named in register.forms()]
    assert register.person(["Nils"]) is None


def test_a_place_has_its_own_names_only(tmp_path: Path) -> None:
    entry = read_register(write_register(tmp_path, places=PLACES)).entry("register/places.xml#norvania")
    assert entry is not None
    assert "South Norvania" not in [name.text for name in entry.names]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["N.S. Orvin", "Orvin"], "orvin"),
        (["Mr. ORVIN"], "orvin"),
        (["Somebody", "Tarn"], "tarn"),
        (["Orvin", "Tarn"], ""),
        (["Chairman"], ""),
        (["Norvania"], ""),
        ([], ""),
    ],
)
def test_a_person_is_known_by_names_that_agree(names: list[str], found: str, tmp_path: Path) -> None:
    entry = read_register(write_register(tmp_path, persons=PERSONS, places=PLACES)).person(names)
    assert (entry.id if entry else "") == found


def test_identifiers_are_read(tmp_path: Path) -> None:
    body = '<listOrg><org xml:id="a"><orgName>A</orgName><idno type="wikidata">Q1</idno></org></listOrg>'
    entry = read_register(write_register(tmp_path, orgs=body)).entries[0]
    assert [(one.type, one.value, one.line) for one in entry.identifiers] == [("wikidata", "Q1", 5)]


def test_no_folder_is_an_empty_register(tmp_path: Path) -> None:
    assert read_register(tmp_path / "nothing") == Register()
    assert register_of(None) == Register()


def test_a_register_is_read_anew_once_it_changes(tmp_path: Path) -> None:
    edition = edition_in(tmp_path, persons=PERSONS)
    first = register_of(edition)
    assert register_of(edition) is first
    write_register(tmp_path / "tei" / "register", persons=PERSONS.replace("Onegin", "Oblomov"))
    assert "Oblomov" in [named.form for named in register_of(edition).forms()]


@pytest.mark.parametrize(
    ("entries", "code", "line", "words"),
    [
        ("<listPerson>\n<person><persName>A. Orvin</persName></person></listPerson>", "I071", 6, "a person has no"),
        (
            '<listPlace><place xml:id="a"><placeName>A</placeName></place>\n'
            '<place xml:id="a"><placeName>B</placeName></place></listPlace>',
            "I071",
            6,
            "“a” is there twice",
        ),
        ('<listOrg>\n\n<org xml:id="a"><orgName> </orgName></org></listOrg>', "I072", 7, "a has no name"),
        (
            '<listOrg><org xml:id="a"><orgName>Writers’ Union</orgName></org>\n'
            '<org xml:id="b"><orgName>Writers\'  Union</orgName></org></listOrg>',
            "I073",
            6,
            "is a name of a and of b",
        ),
    ],
)
def test_what_would_mislead_is_refused(entries: str, code: str, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(DipleError) as error:
        read_register(write_register(tmp_path, names=entries))
    assert (error.value.finding.code, error.value.finding.line) == (code, line)
    assert error.value.finding.file == str(tmp_path / "names.xml")
    assert words in error.value.finding.message


def test_one_form_in_two_files_is_refused(tmp_path: Path) -> None:
    person = '<listPerson><person xml:id="a"><persName>Mirna</persName></person></listPerson>'
    with pytest.raises(DipleError, match="I073"):
        read_register(write_register(tmp_path, persons=person, places=PLACES))


def test_a_shared_form_may_stay_where_it_is_doubtful(tmp_path: Path) -> None:
    names = '<persName>A. Mirna</persName><persName cert="low">Mirna</persName>'
    person = f'<listPerson><person xml:id="a">{names}</person></listPerson>'
    register = read_register(write_register(tmp_path, persons=person, places=PLACES))
    assert [named.ref for named in register.forms() if named.form == "Mirna"] == ["register/places.xml#mirna"]


def test_other_xml_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text("<persons/>", encoding="utf-8")
    with pytest.raises(DipleError, match="I070"):
        read_register(tmp_path)


def test_broken_xml_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text("<TEI>\n<a></TEI>", encoding="utf-8")
    with pytest.raises(DipleError, match="I020"):
        read_register(tmp_path)
