"""Where sentences end."""

from __future__ import annotations

import pytest

from diple.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "A.L. Orlov came.|Then Yu.V. Lund left.",
        "J.-P. Petit and É. Dupont sat (A. Lund was away).|They waited.",
        "He saw Mr. Lund, Gen. Aune and Cdes. Dorn and Brandt.|They agreed.",
        "See No. 5 and pp. 7-9 of it.|He said no.|He went.",
        "They sold nets, ropes, etc.|The board refused.",
        "On 5 Nov. 1956 it rained.|“Why?” he asked.|“Who knows!”",
        "It ended … and began again.|[It] was late…|Nobody came",
    ],
)
def test_sentences(text: str) -> None:
    joined = text.replace("|", " ")
    assert [joined[start:end] for start, end in sentences(joined)] == text.split("|")


@pytest.mark.parametrize("text", ["", " \n ", "." * 5000, "A." * 20000, "? ! " * 5000])
def test_hostile_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in sentences(text))
