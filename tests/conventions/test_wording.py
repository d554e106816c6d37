"""Wordings: what they fit, what they refuse to be, and that none takes more than linear time."""

from __future__ import annotations

from time import process_time

import pytest

from diple.conventions.wording import Slot, WordingError, fit, read_wording, runs


def slots(written: str, text: str, *, whole: bool = True) -> dict[str, str] | None:
    wording = read_wording(written)
    found = fit(wording.parts, text, 0, len(text), whole=whole)
    return None if found is None else {name: text[slice(*place)] for name, place in found.slots.items()}


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("[in {hand}: {text}]", "[in pencil: at once]", {"hand": "pencil", "text": "at once"}),
        ("[in {hand}: {text}]", "[In  blue\npencil:\n at once ]", None),
        ("[in {hand}: {text}]", "[IN blue pencil: a [b: c] d]", {"hand": "blue pencil", "text": "a [b: c] d"}),
        ("[{number} {unit} cut]", "[three lines cut]", {"number": "three", "unit": "lines"}),
        ("[{number} {unit} cut]", "[3 boats cut]", None),
        ("-- leaf {number} --", "-- leaf 12 ob. --", {"number": "12 ob."}),
        ("-- leaf {number} --", "-- leaf twelfth --", None),
        ("({speaker} leaves)", "(Mr. Brandt leaves)", {"speaker": "Mr. Brandt"}),
        ("({speaker} leaves)", "(he leaves)", None),
        ("[translator's note: {text}]", "[Translator’s note: x]", {"text": "x"}),
        ("N.B. {text}", "N.B. all the rest of it", {"text": "all the rest of it"}),
        ("[cut]", "[cut]", {}),
        ("[cut]", "[cut ]", None),
    ],
)
def test_a_wording_fits_what_it_says(written: str, text: str, expected: dict[str, str] | None) -> None:
    assert slots(written, text) == expected


def test_the_first_words_of_a_stretch_are_enough_where_it_may_go_on() -> None:
    assert slots("{speaker} >>", "Brandt >> The harbour >> is open", whole=False) == {"speaker": "Brandt"}


def test_a_slot_has_a_greatest_length() -> None:
    assert slots("[in {hand}: {text}]", f"[in {'x' * 81}: y]") is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("[in {hands}: {text}]", "{hands} is no slot"),
        ("{text}{hand}:", "between {text} and {hand}"),
        ("[{text}: {text}]", "twice"),
        ("{text}", "would fit anything"),
        ("[" + "x" * 200 + "]", "longer than 200"),
    ],
)
def test_a_wording_that_cannot_be_used_says_why(written: str, reason: str) -> None:
    with pytest.raises(WordingError) as caught:
        read_wording(written)
    assert reason in str(caught.value)


def test_the_signs_of_a_wording_are_what_stands_around_its_kept_words() -> None:
    first, last = runs(read_wording("[in {hand}: {text}]"))
    assert [part if isinstance(part, Slot) else part.text for part in first] == ["[in ", Slot("hand"), ": "]
    assert [part.text for part in last if not isinstance(part, Slot)] == ["]"]


@pytest.mark.parametrize("unit", ["[in ", "[in a: ", "((((", "  \n ", "a b c ", "[in a: b]"])
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    """The guard against patterns that explode: from each place at most a slot's length is read."""
    wording = read_wording("[in {hand} of {place}: {text}]")

    def seconds(number: int) -> float:
        text = unit * number
        start = process_time()
        for offset in range(0, len(text), len(unit)):
            fit(wording.parts, text, offset, min(len(text), offset + 8000), whole=False)
        return process_time() - start

    seconds(500)
    assert seconds(16_000) < 4 * 3 * max(seconds(4_000), 0.004)
