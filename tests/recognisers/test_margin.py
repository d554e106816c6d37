"""Marks in the margin: what notes say of them, and the words they stand beside."""

from __future__ import annotations

import time

import pytest

from diple.draft import Draft
from diple.recognisers import brackets, margin
from diple.recognisers.margin.marks import marks_of
from diple.source import source_from_text

TEXT = (
    "The northern light went out in March. Nobody was told of it, though the pilots knew. "
    "The ships of the line went round by the south. The keeper said “the oil was water”, and slept."
)


def drafted(text: str) -> Draft:
    draft = Draft(source_from_text(text))
    for name, module in (("brackets", brackets), ("margin", margin)):
        draft.recogniser = name
        module.recognise(draft)
    return draft


def marked(draft: Draft) -> list[str]:
    """Return the words beside each mark: of its seg, "p" for a paragraph, "" if they are not found."""
    segs = {f"{{{span.label}}}": draft.clean(span.start, span.end).text for span in draft.spans if span.tag == "seg"}
    marks = [point for point in draft.points if point.tag == "metamark"]
    return [segs.get(mark.attrs["target"], "p") if "target" in mark.attrs else "" for mark in marks]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("the previous sentence was highlighted in the left margin", ["The keeper said … slept."]),
        ("the preceding two sentences are marked with a vertical line", ["The ships … slept."]),
        ("the last three sentences were highlighted in the margin", ["Nobody … slept."]),
        ("the first sentence was underlined", ["The northern … March."]),
        ("the first two sentences were sidelined in the left margin", ["The northern … knew."]),
        ("the second sentence was marked with a cross in the right margin", ["Nobody … knew."]),
        ("the previous paragraph was highlighted in the left margin", ["p"]),
        ("this entire paragraph was highlighted with two vertical lines", ["p"]),
        ("the last quote was highlighted in the left margin", ["“the … water”"]),
        ("the words “went round” were underlined", ["went … round"]),
        ("the sentence about the ships was highlighted in the margin", ["The ships … south."]),
        ("the part describing the pilots was marked with a question mark in the margin", ["Nobody … knew."]),
        ("the first half of the paragraph was highlighted in the left margin", ["The northern … knew."]),
        (
            "a question mark was placed in the left margin next to the second half of this paragraph",
            ["The ships … slept."],
        ),
        ("the underlined portion was highlighted in the left margin", [""]),
        ("the sentence about the Bishop was highlighted in the left margin", [""]),
        (
            "the previous paragraph was highlighted with one line and the last sentence with two vertical lines",
            ["p", "The keeper … slept."],
        ),
    ],
)
def test_words_beside_a_mark(note, words):
    found = marked(drafted(f"{TEXT} [Translator’s note: {note}]."))
    assert len(found) == len(words)
    for expected, actual in zip(words, found, strict=True):
        first, _, last = expected.partition(" … ")
        assert actual.startswith(first)
        assert actual.endswith(last)
        assert bool(actual) == bool(expected)


@pytest.mark.parametrize(
    ("note", "marks"),
    [
        ("the previous sentence was highlighted in the left margin", [("line", "highlight", "margin-left", False)]),
        (
            "the previous sentence was highlighted with two vertical lines in the right margin",
            [("double-line", "highlight", "margin-right", False)],
        ),
        (
            "the previous sentence is marked by three vertical lines in the margin",
            [("triple-line", "highlight", "margin", False)],
        ),
        (
            "there is a question mark in the left margin beside the previous sentence",
            [("question-mark", "query", "margin-left", False)],
        ),
        (
            "the previous sentence was marked with an exclamation point in the margin",
            [("exclamation-mark", "emphasis", "margin", False)],
        ),
        ("the previous sentence has a tick in the right margin", [("tick", "other", "margin-right", False)]),
        (
            "the previous sentence was marked with a wavy line in the left margin",
            [("wavy-line", "highlight", "margin-left", False)],
        ),
        ("the previous sentence was underlined twice", [("double-underline", "highlight", "below", False)]),
        (
            "the previous paragraph was highlighted in the left margin with two vertical lines"
            " and the first half with an additional line",
            [("double-line", "highlight", "margin-left", False), ("line", "highlight", "margin-left", True)],
        ),
        (
            "the underlined portion was highlighted in the left margin with two vertical lines"
            " and an exclamation point!",
            [
                ("double-line", "highlight", "margin-left", False),
                ("exclamation-mark", "emphasis", "margin-left", False),
            ],
        ),
    ],
)
def test_marks_that_a_note_describes(note, marks):
    assert [(mark.rend, mark.function, mark.place, mark.additional) for mark in marks_of(note)] == marks


@pytest.mark.parametrize(
    "note",
    [
        "that is, standard of living",
        "the second paragraph of the treaty of 1902 forbids this",
        "this sentence is unclear in the original",
        "a reference to the previous conversation",
        "his remark on the margin of profit is not recorded",
        "see the last line of the poem “The Cross”",
        "the name of the ship is not known",
    ],
)
def test_notes_about_other_things_describe_no_mark(note):
    assert marks_of(note) == []


def test_what_cannot_be_found_has_no_target_and_is_listed():
    draft = drafted(f"{TEXT} [Translator’s note: the underlined words were highlighted in the left margin].")
    (mark,) = [point for point in draft.points if point.tag == "metamark"]
    assert (mark.attrs.get("target"), mark.attrs["cert"]) == (None, "unknown")
    assert [doubt.code for doubt in draft.doubts] == ["D130"]


def test_the_note_points_where_its_marks_point():
    draft = drafted(f"{TEXT} [Translator’s note: the previous sentence was highlighted in the margin].")
    (mark,) = [point for point in draft.points if point.tag == "metamark"]
    (note,) = [span for span in draft.spans if span.tag == "note"]
    assert note.attrs["target"] == mark.attrs["target"]
    assert mark.offset <= note.start


def test_a_note_alone_looks_back_on_the_paragraph_before():
    draft = drafted(f"{TEXT}\n\n[Translator’s note: the previous paragraph was highlighted in the left margin.]")
    (mark,) = [point for point in draft.points if point.tag == "metamark"]
    assert mark.attrs["target"] == "{at:0}"


def test_crossing_extents_run_between_anchors():
    first, last = "one vertical line", "two vertical lines"
    note = f"the first two sentences were marked with {first} and the last three sentences with {last}"
    draft = drafted(f"{TEXT} [Translator’s note: {note}].")
    first, second = [point for point in draft.points if point.tag == "metamark"]
    assert "spanTo" not in first.attrs
    assert "spanTo" in second.attrs
    assert [point.tag for point in draft.points].count("anchor") == 2


def test_an_abbreviation_ends_no_sentence():
    draft = drafted(
        "It went out. In Mr. K. L. Holm’s view the U.S. loan was small. "
        "[Translator’s note: the previous sentence was underlined]."
    )
    assert marked(draft) == ["In Mr. K. L. Holm’s view the U.S. loan was small."]


def test_many_notes_in_one_paragraph_take_linear_time():
    start = time.process_time()
    drafted("It burns well. [Translator’s note: the previous sentence was highlighted in the left margin]. " * 2_000)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("note", "pairs"),
    [
        (
            "the first half of the previous paragraph was highlighted in the left margin with a vertical line, "
            "and a question mark was placed next to the second half",
            [("line", "first half of the previous paragraph"), ("question-mark", "second half")],
        ),
        (
            "the first sentence is highlighted and there is a tick against the last sentence",
            [("line", "first sentence"), ("tick", "last sentence")],
        ),
        (
            "the first half of this paragraph was highlighted with one vertical line and the second half with two",
            [("line", "first half of this paragraph"), ("double-line", "second half")],
        ),
        (
            "two vertical lines mark the end of the paragraph; a cross stands against the first sentence",
            [("double-line", "end of the paragraph"), ("cross", "first sentence")],
        ),
    ],
)
def test_each_mark_has_the_extent_of_its_own_clause(note: str, pairs: list[tuple[str, str]]) -> None:
    found = [(mark.rend, mark.extent.said["words"] if mark.extent else "") for mark in marks_of(note)]
    assert found == pairs
