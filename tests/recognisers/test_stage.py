"""The vocabulary of directions, and where they stand."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.model import Role
from diple.recognisers import participants, speech, stage
from diple.recognisers.stage import is_direction
from diple.source import source_from_text

TALK = "Talk between H. Solberg and L. Petek\n\nSolberg: Let us begin.\n\nPetek: Yes. "


def stages(text: str) -> list[tuple[str, str]]:
    draft = Draft(source_from_text(text))
    for module in (participants, speech, stage):
        module.recognise(draft)
    found = [(s.start, draft.text[s.start : s.end], s.attrs["type"]) for s in draft.spans if s.tag == "stage"]
    found += [(b.start, draft.text_of(b), b.attrs["type"]) for b in draft.blocks if b.role is Role.STAGE]
    return [(words, kind) for _, words, kind in sorted(found)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Laughter", "vocal"),
        ("laughs", "vocal"),
        ("General laughter.", "vocal"),
        ("Mikkelsen and Petek laugh heartily", "vocal"),
        ("Pointing to the map", "kinesic"),
        ("They rise from the table.", "kinesic"),
        ("Turns to the window", "kinesic"),
        ("Meal begins", "incident"),
        ("A break of ten minutes", "incident"),
        ("stormy applause", "incident"),
        ("Turns to a different topic", "narrative"),
        ("The conversation returns to the original topic", "narrative"),
        ("Leaves the room.", "exit"),
        ("The secretary enters", "entrance"),
        ("Marek returns.", "entrance"),
        ("Reads.", "business"),
        ("hands over the note", "business"),
        ("in Russian", "delivery"),
        ("interrupting", "delivery"),
    ],
)
def test_directions(words, kind):
    assert is_direction(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "his external title is Counselor",
        "Briefly repeat the statements",
        "give the reasoning",
        "see page 3",
        "North",
        "the question",
        "telephone",
        "drink",
        "returns",
        "signed in 1949",
        "a list of ships",
        "to Moscow",
        "inaudible",
        "",
        "12",
    ],
)
def test_what_is_no_direction(words):
    assert is_direction(words) is None


def test_full_stop_belongs_to_a_direction_after_a_sentence():
    assert stages(TALK + "It is late! (Laughter). So it is.\n") == [("(Laughter).", "vocal")]
    assert stages(TALK + "It is late (laughter).\n") == [("(laughter)", "vocal")]


def test_square_brackets_are_signs_and_parentheses_are_text():
    assert stages(TALK + "[laughs] No. (laughs)\n") == [("laughs", "vocal"), ("(laughs)", "vocal")]


def test_whole_paragraphs_between_turns():
    text = TALK + "\n\n(Petek tells of his journey. It was long.)\n\nSolberg: Well.\n\n(see page 3)\n\nPetek: Well.\n"
    assert stages(text) == [("(Petek tells of his journey. It was long.)", "narrative")]


def test_addressee_at_the_head_of_a_turn():
    draft = Draft(source_from_text(TALK + "\n\nPetek: (To Solberg) You.\n\nSolberg: Me.\n"))
    for module in (participants, speech, stage):
        module.recognise(draft)
    assert [b.attrs.get("toWhom") for b in draft.blocks if b.role is Role.SPEECH] == [None, None, "#solberg", None]


def test_no_directions_without_turns():
    assert stages("A letter about nothing. (Nods) It is (laughter) late.\n\n(He leaves the room)\n") == []


def test_what_a_hall_is_heard_to_do_needs_no_turns():
    text = "Our road is long. (Laughter) We shall walk it! (Stormy applause, turning into an ovation.)\n"
    assert [words for words, _ in stages(text)] == ["(Laughter)", "(Stormy applause, turning into an ovation.)"]


@pytest.mark.parametrize(
    "text", ["(" * 5000, "(A" * 3000, "(" + "A" * 199 + ")", "()" * 3000, "(" + "Ab " * 60 + ")", "[]()[" * 500]
)
def test_hostile_text_is_no_matter(text):
    stages(TALK + text + "\n\n" + text + "\n\nSolberg: a\n")
