"""References to archives that stand alone, runs of labels, and names in capitals."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.model import Role
from diple.recognisers import record
from diple.recognisers.participants.letters import in_small_letters, named
from diple.recognisers.record.references import is_bare_reference
from diple.source import source_from_text

TEXT = "The shore has no light. In the last ten years eleven ships were lost there.\n\n" * 3


def drafted(text: str) -> Draft:
    draft = Draft(source_from_text(text))
    draft.recogniser = "record"
    record.recognise(draft)
    return draft


def facts(draft: Draft, *fields: str) -> list[str]:
    return [fact.value for fact in draft.facts if fact.field in fields]


@pytest.mark.parametrize(
    "line",
    [
        "SAPMO-BArch, DY 30/3512", "MNL OL, M-KS 288. f. 5/120. ő. e.", "AAN, KC PZPR, XIA/30", "FO 371/12345",
        "NA, A ÚV KSČ, f. 02/2, sv. 125, ar. j. 165", "PRC FMA 106-00581-01, 1-17", "RG 59, Box 12", "PREM 11/3815",
        "AVP RF, f. 0100, op. 50, p. 423, d. 5, ll. 1-10", "[TNA, FO 371/127291]", "AMSZ, z. 23, w. 14, t. 170",
        "MOL, XIX-J-1-k Norvania, 1945-1964, 5. doboz, 5/bc, 006040/1957", "ANIC, CC al PCR, Cancelarie, dosar 21/1972",
        "Department of State, Central Files, 611.93/7-1150", "Arkivi Qendror i Partise (AQP), F. 14, V. 1960, D. 12",
    ],
)  # fmt: skip
def test_a_line_that_is_a_reference_to_an_archive(line: str) -> None:
    assert is_bare_reference(line)
    draft = drafted(f"{line}\n\nREPORT ON THE LIGHT\n\n{TEXT}")
    assert draft.blocks[0].role is Role.META
    assert facts(draft, "shelfmark", "repository")


@pytest.mark.parametrize(
    "line",
    [
        "Secret No. 5", "Copy No. 2", "The archive has 5 rooms", "Archive of the Party, 5 May 1961", "NATO, 5 members",
        "In the archive, there are 15 boxes", "FO", "1. For the archive", "", "[" * 50, "Rask, f. 3",
    ],
)  # fmt: skip
def test_a_line_that_is_no_reference(line: str) -> None:
    assert not is_bare_reference(line)


def test_labels_that_are_not_known_are_notes_and_empty_ones_nothing() -> None:
    head = (
        "Title: On the light\nCreator: Lund, Oskar\nTide Table: 1949\nTranslator:\nReference: NAN, Box 12, Folder 3\n"
    )
    draft = drafted(f"{head}Rights:\n\nON THE LIGHT\n\n{TEXT}")
    assert (facts(draft, "author"), facts(draft, "note"), facts(draft, "shelfmark")) == (
        ["Lund, Oskar"],
        ["Tide Table: 1949"],
        ["NAN, Box 12, Folder 3"],
    )


def test_turns_of_an_editor_and_a_translator_are_no_record() -> None:
    draft = drafted("Translator: He says yes!\n\nEditor: I do not believe it.\n\nTranslator: He does.\n\nLund: Yes.\n")
    assert [block.role for block in draft.blocks] == [None] * 4


def test_a_citation_above_a_document_gives_its_title_date_and_archive() -> None:
    cited = (
        "“Letter from Lund to Varga,” May 14, 1949, A Digital Archive, NAN, f. 3, op. 1, d. 22. Translated by A. Berg."
    )
    draft = drafted(f"{cited}\n\nDear Comrade Varga,\n\n{TEXT}")
    assert (facts(draft, "title"), facts(draft, "date")) == (["Letter from Lund to Varga"], ["May 14, 1949"])
    assert (facts(draft, "shelfmark"), facts(draft, "resp")) == (["NAN, f. 3, op. 1, d. 22"], ["A. Berg"])


@pytest.mark.parametrize(
    ("words", "small"),
    [
        ("N. KHRUSHIN", "N. Khrushin"), ("Mr. RANKIN", "Mr. Rankin"), ("KI", "KI"), ("Com. Gomółka", "Com. Gomółka"),
        ("KIM IR SENG", "Kim Ir Seng"), ("A VOICE", "A Voice"), ("YU. FADEEV", "Yu. Fadeev"), ("H.K.", "H.K."),
    ],
)  # fmt: skip
def test_names_in_capitals(words: str, small: str) -> None:
    assert named(words) == small


def test_initials_of_institutions_stay_in_capitals() -> None:
    assert in_small_letters("SECRETARY OF THE CC OF THE CPSU") == "Secretary of the CC of the CPSU"
