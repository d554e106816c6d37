"""What is to be put right in a register and in the documents that point to it."""

from __future__ import annotations

from pathlib import Path

from registers import PERSONS, edition_in, write_register

from diple.findings import Finding
from diple.register import check, dangling, read_register, register_of

_DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d">
<teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="p" corresp="register/persons.xml#vell"><persName>V.</persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><p>{words}</p></body></text></TEI>
"""  # noqa: E501


def checked(folder: Path, words: str, persons: str = PERSONS) -> list[Finding]:
    """Return what is found in one document with these words and a register of these persons."""
    register = read_register(write_register(folder / "register", persons=persons))
    document = folder / "d.xml"
    document.write_text(_DOCUMENT.format(words=words), encoding="utf-8")
    return check(register, [document])


def test_a_pointer_to_no_entry(tmp_path: Path) -> None:
    found = checked(tmp_path, '\n<persName ref="register/persons.xml#nobody">Nobody</persName>')
    assert [(one.code, one.level, one.file, one.line) for one in found if one.code == "D601"] == [
        ("D601", "error", str(tmp_path / "d.xml"), 5)
    ]


def test_pointers_of_one_document(tmp_path: Path) -> None:
    checked(tmp_path, '<rs ref="#p register/persons.xml#tarn register/places.xml#tarn">he</rs>')
    found = dangling(read_register(tmp_path / "register"), tmp_path / "d.xml")
    assert [one.message for one in found] == [
        "@ref points to register/places.xml#tarn, which the register does not have"
    ]


def test_a_wording_that_the_entry_lacks_is_told_once(tmp_path: Path) -> None:
    name = '<persName ref="register/persons.xml#orvin">{}</persName>'
    words = " ".join(name.format(form) for form in ("Orvine", "ORVINE", "N.S. ORVIN", "Orvin<note>sic</note>"))
    found = [one for one in checked(tmp_path, words) if one.code == "D602"]
    assert [one.message for one in found] == ["the register does not know “Orvine” as a name of this"]
    assert "orvin" in found[0].suggestion


def test_doubtful_names_are_known(tmp_path: Path) -> None:
    found = checked(tmp_path, '<persName ref="register/persons.xml#orvin">Nils</persName>')
    assert "D602" not in {one.code for one in found}


def test_entries_that_nobody_names(tmp_path: Path) -> None:
    found = checked(tmp_path, '<persName ref="register/persons.xml#tarn">Tarn</persName>')
    unused = [(one.message.split()[-1], one.line) for one in found if one.code == "D603"]
    assert unused == [("orvin", 6), ("vell-iso-ran", 10), ("onegin", 11)]


def test_an_identifier_of_two_entries(tmp_path: Path) -> None:
    person = '<person xml:id="{0}"><persName>{0}</persName><idno type="{1}">7</idno></person>\n'
    persons = "".join(person.format(*pair) for pair in (("a", "viaf"), ("b", "gnd"), ("c", "viaf")))
    found = [one for one in checked(tmp_path, "", f"<listPerson>{persons}</listPerson>") if one.code == "D604"]
    assert [(one.level, one.line, one.message) for one in found] == [
        ("warning", 7, "viaf 7 is the identifier of a and of c")
    ]


def test_an_edition_without_a_register_has_nothing_to_check(tmp_path: Path) -> None:
    edition = edition_in(tmp_path)
    for path in (tmp_path / "tei" / "register").iterdir():
        path.unlink()
    assert check(register_of(edition), []) == []
