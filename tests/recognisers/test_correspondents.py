"""Who signs, and to whom a document is written, as persons of the header."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.recognisers import correspondents, frame
from diple.source import source_from_text

TEXT = "I write to tell you that the barge has been sold, and that the money will come in the autumn as we agreed.\n\n"


def drafted(text: str) -> Draft:
    draft = Draft(source_from_text(text))
    for name, module in (("frame", frame), ("correspondents", correspondents)):
        draft.recogniser = name
        module.recognise(draft)
    return draft


def persons(draft: Draft) -> dict[str, tuple[list[str], list[str]]]:
    return {person.id: (person.names, person.roles) for person in draft.people}


@pytest.mark.parametrize(
    "signature",
    [
        "J. Oberg", "J. OBERG", "/s/ J. Oberg", "s/ J. Oberg", "(signed) J. Oberg", "[signed] J. Oberg",
        "Signed: J. Oberg", "Sgd. J. Oberg", "[signature] J. Oberg", "(J. Oberg)",
    ],
)  # fmt: skip
def test_who_signs_a_letter_is_its_author(signature: str) -> None:
    draft = drafted(f"Dear Mr. Lund,\n\n{TEXT}Yours sincerely,\n\n{signature}\n")
    assert persons(draft) == {"oberg": (["J. Oberg"], ["author"]), "lund": (["Lund"], ["addressee"])}
    (name,) = [span for span in draft.spans if span.tag == "persName"]
    assert (draft.text[name.start : name.end].upper(), name.attrs["ref"]) == ("J. OBERG", "#oberg")


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("Dear Comrade Torvik,", ["Torvik"]),
        ("Dear Anna,", ["Anna"]),
        ("Dear Comrades,", []),
        ("Dear Mother,", []),
        ("Dear Mr. President,", []),
        ("To: Moscow", []),
        ("To: Ministry of Trade", []),
        ("To: Comrades Lund and Rask", ["Lund", "Rask"]),
        ("To: A. Lund, Minister of Trade", ["A. Lund"]),
    ],
)
def test_only_persons_are_addressees(address: str, names: list[str]) -> None:
    draft = drafted(f"3 May 1950\n\n{address}\n\n{TEXT}{TEXT}")
    assert [person.names[0] for person in draft.people if "addressee" in person.roles] == names


def test_office_and_name_in_a_signature_of_several_lines() -> None:
    draft = drafted(f"Dear Mr. Lund,\n\n{TEXT}FIRST SECRETARY OF THE\nEMBASSY\n[signature] (J. OBERG)\n")
    assert [person.offices for person in draft.people if "author" in person.roles] == [
        ["First Secretary of the Embassy"]
    ]


def test_who_signs_an_enclosure_is_not_the_author_of_the_letter_around_it() -> None:
    draft = drafted(f"Dear Mr. Lund,\n\n{TEXT}J. OBERG\n\nAttachment\n\n{TEXT}{TEXT}P. RASK\n")
    roles = {person.names[0]: person.roles for person in draft.people}
    assert (roles["J. Oberg"], roles["P. Rask"]) == (["author"], [])


def test_who_signs_the_minutes_is_one_of_those_present() -> None:
    draft = Draft(source_from_text(f"MINUTES OF A MEETING\n\n{TEXT}{TEXT}Chairman: Lund\n\nSecretary: Berg\n"))
    lund = draft.people.add("A. Lund", role="participant")
    draft.recogniser = "frame"
    frame.recognise(draft)
    correspondents.recognise(draft)
    assert lund.offices == ["Chairman"]
    assert [span.attrs for span in draft.spans if span.tag == "persName"] == [{"ref": "#lund"}, {"ref": "#berg"}]


@pytest.mark.parametrize("text", ["", "To: " * 3000, "Dear [" * 2000, "J. OBERG\n" * 3000, "Signed: \u2028" * 1000])
def test_hostile_text_is_recognised_or_left(text: str) -> None:
    assert drafted(text).source.text == text
