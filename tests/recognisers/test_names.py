"""Names of persons in running text."""

from __future__ import annotations

import time

import pytest
from drafts import drafted, words

from diple.draft import Draft
from diple.nameforms import NamedForm
from diple.recognisers.names import recognise_forms
from diple.source import source_from_text

PEOPLE = ("N. S. Orvin", "Boris Tarn", "Vell Iso Ran", "Chairman")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("N. S. Orvin and N.S. Orvin met.", ["N. S. Orvin", "N.S. Orvin"]),
        ("BETWEEN N. S. ORVIN AND BORIS TARN", ["N. S. ORVIN", "BORIS TARN"]),
        ("Cde. Orvin’s letter to Mr. Tarn.", ["Orvin", "Tarn"]),
        ("Vell Iso Ran and Vell are two.", ["Vell Iso Ran"]),
        ("Boris\nTarn came.", ["Boris\nTarn"]),
        ("The Chairman is here, and Chairman is no name.", []),
        ("Orvins, Orvinism and the Tarn-Mirna road.", []),
        ("Peter Orvin and K. Orvin are others; so is Orvin Street.", []),
        ("Anna Tarn is ill. But Tarn is well.", ["Tarn"]),
        ("On Monday Orvin spoke. Then Tarn did.", ["Orvin", "Tarn"]),
    ],
)
def test_names_in_a_text(text: str, found: list[str]) -> None:
    assert words(drafted(text, people=PEOPLE), "persName") == found


def test_a_surname_of_two_persons_means_neither() -> None:
    draft = drafted("Orvin met A. Orvin and B. Orvin.", people=("A. Orvin", "B. Orvin"))
    assert words(draft, "persName") == ["A. Orvin", "B. Orvin"]


def test_names_point_to_their_persons() -> None:
    draft = drafted("Boris Tarn met Orvin.", people=PEOPLE)
    assert [span.attrs["ref"] for span in draft.spans] == ["#tarn", "#orvin"]


def test_another_source_of_names() -> None:
    draft = Draft(source_from_text("The board of Mirna met the Union of Pilots."))
    recognise_forms(draft, [NamedForm("Mirna", "#mirna", "placeName"), NamedForm("Union of Pilots", "#up", "orgName")])
    assert words(draft, "placeName") == ["Mirna"]
    assert words(draft, "orgName") == ["Union of Pilots"]


def test_many_names_in_a_long_line_take_linear_time() -> None:
    forms = [NamedForm(f"Name{number} Orvin", f"#n{number}") for number in range(2000)]
    draft = Draft(source_from_text("Name1 Orvin met Name1999 Orvin and Nobody. " * 5000))
    start = time.perf_counter()
    recognise_forms(draft, forms)
    assert len(draft.spans) == 10_000
    assert time.perf_counter() - start < 20
