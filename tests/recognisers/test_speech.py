"""Labels and the turns they open."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.model import Role
from diple.pipeline import encode
from diple.recognisers import participants, speech
from diple.recognisers.speech.labels import read_label
from diple.source import source_from_text

TALK = "Talk between H. Solberg and L. Petek\n\n"


def drafted(text: str) -> Draft:
    draft = Draft(source_from_text(text))
    participants.recognise(draft)
    speech.recognise(draft)
    return draft


def turns(draft: Draft) -> list[tuple[str, str, str]]:
    """Return who speaks, the label as written and the words of each turn."""
    labels = {span.start: draft.text[span.start : span.end] for span in draft.spans if span.tag == "speaker"}
    return [
        (block.attrs["who"], labels[block.start], draft.text[block.label_end : block.end])
        for block in draft.blocks
        if block.role is Role.SPEECH
    ]


@pytest.mark.parametrize(
    ("text", "name", "shape"),
    [
        ("Solberg: Yes.", "Solberg", "colon"),
        ("THE CHAIRMAN: Yes.", "THE CHAIRMAN", "colon"),
        ("Mr. OBERG. Yes.", "Mr. OBERG", "capitals"),
        ("Captain OSTROM (rising). Yes.", "Captain OSTROM", "capitals"),
        ("A.B.: Yes.", "A.B.", "colon"),
        ("Q. When?", "Q", "question"),
        ("Solberg [sic]: Yes.", "Solberg", "colon"),
        ("[Petek or Solberg:] Yes.", "Petek or Solberg", "bracketed"),
        ("Ambassador de la Tour: Yes.", "Ambassador de la Tour", "colon"),
        ("[Anna] Lie: Yes.", "Anna Lie", "colon"),
        ("Mr. OBERG - Yes.", "Mr. OBERG", "capitals"),
        ("Senator McOBERG.- Yes.", "Senator McOBERG", "capitals"),
        ("Mr. Oberg of Westra. Yes.", "Mr. Oberg of Westra", "capitals"),
        ("WITNESS   :     Yes.", "WITNESS", "colon"),
        ("Q When?", "Q", "bare"),
        ("Q3. When?", "Q", "question"),
        ("Q. (By Mr. Oberg) When?", "Q", "question"),
        ("Q. Anna Lie, Evening Post: When?", "Anna Lie", "asked"),
        ("Anna Lie, Evening (Westra) Post: When?", "Anna Lie", "paper"),
        ("K. When?", "K", "initial"),
        ("A correspondent: When?", "A correspondent", "colon"),
    ],
)
def test_shapes_of_labels(text, name, shape):
    label = read_label(text)
    assert label is not None
    assert (label.name, label.shape) == (name, shape)


@pytest.mark.parametrize(
    "text",
    [
        "However, the fact remains: it is late.",
        "he said: yes",
        "K. Oberg asked when.",
        "The reasons are three: wind",
        "http://example.org",
        "12:30",
        "",
        "(a): b",
    ],
)
def test_what_is_no_label(text):
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("hereafter, Lie", "Lie"),
        ("hereinafter referred to as “the Premier”", "Premier"),
        ("Lie hereafter", "Lie"),
        ("below: Lie", "Lie"),
        ("“Lie”", "Lie"),
    ],
)
def test_short_forms(words, short):
    label = read_label(f"Halvor Lie ({words}): Sit down.")
    assert label is not None
    assert label.short == short


def test_one_person_under_several_labels():
    draft = drafted(
        "Record of a talk\n\nHalvor Lie (hereafter, Premier): Come in.\n\nKos: Thanks.\n\nPremier: Sit.\n\nLie: Well.\n"
    )
    assert [who for who, _, _ in turns(draft)] == ["#lie", "#kos", "#lie", "#lie"]


def test_addressee_and_direction():
    draft = drafted(TALK + "Solberg: Who?\n\nPetek (to Solberg): You.\n\nSolberg (laughing): Me?\n")
    assert [block.attrs.get("toWhom") for block in draft.blocks if block.role is Role.SPEECH] == [
        None,
        "#solberg",
        None,
    ]
    stages = [(draft.text[s.start : s.end], s.attrs["type"]) for s in draft.spans if s.tag == "stage"]
    assert stages == [("(to Solberg)", "delivery"), ("(laughing)", "vocal")]
    assert [label for _, label, _ in turns(draft)] == ["Solberg", "Petek", "Solberg"]


def test_a_label_marked_sic_lowers_the_certainty():
    draft = drafted(TALK + "Solberg: Who?\n\nPetek [sic]: You.\n\nSolberg: Me?\n")
    assert [block.attrs.get("cert") for block in draft.blocks if block.role is Role.SPEECH] == [None, "low", None]
    assert [draft.text[span.start : span.end] for span in draft.spans if span.tag == "sic"] == ["Petek"]
    assert [doubt.code for doubt in draft.doubts] == ["D201"]


def test_lists_with_letters_are_no_talk():
    text = "Record of a talk\n\nA. Ships are late.\n\nB. Coal is dear.\n\nC. Oil is dear.\n\nD. Nobody pays.\n"
    assert turns(drafted(text)) == []


def test_heads_and_oaths_say_who_asks_and_who_answers():
    draft = drafted(
        "EVIDENCE\n\nANNA LIE, sworn, examined by MR. OBERG:\n\nQ. When?\n\nA. In May.\n\nBY THE COURT:\n\n"
        "Q. Which May?\n\nA. The last.\n"
    )
    assert [who for who, _, _ in turns(draft)] == ["#oberg", "#lie", "#court", "#lie"]


def test_a_label_alone_is_none_where_no_other_is():
    assert turns(drafted("Letter\n\nMr. Oberg\n\nYour ship was late.\n\nMr. Lie\n")) == []


def test_label_alone_on_its_line_takes_the_paragraph_after_it():
    draft = drafted(
        "Record of a talk\n\nSOLBERG:\n\nThe meeting is open.\n\nPETEK:\n\nGood.\n\nSOLBERG:\n\nSo it is.\n"
    )
    assert [words for _, _, words in turns(draft)] == ["The meeting is open.", "Good.", "So it is."]


def test_turns_on_lines_of_one_block():
    draft = drafted(TALK + "Solberg: One.\nPetek: Two, and\nthree.\nSolberg: Four.\n")
    assert [words for _, _, words in turns(draft)] == ["One.", "Two, and\nthree.", "Four."]


def test_names_with_a_full_stop_need_to_come_back():
    text = "Stenogram of the meeting\n\nKos. Begin.\n\nLund. I ask.\n\nKos. Please.\n\nLund. Well. It is late.\n"
    assert [label for _, label, _ in turns(drafted(text))] == ["Kos", "Lund", "Kos", "Lund"]
    assert turns(drafted("Report on ships\n\nSteam. It is dear.\n\nCoal. It is dear too.\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Note: it is late.\n\nSummary: nothing happened.\n",
        "Task: Buy timber.\n\nDeadline: 1 June.\n\nTask: Sell timber.\n\nDeadline: 1 July.\n",
        "Kos: a lonely line.\n\nThe rest of the text has no labels at all.\n\nNone.\n\nNothing.\n",
        "Q. This is a list of letters.\n\nZ. So is this.\n",
    ],
)
def test_what_is_no_turn(text):
    assert turns(drafted(text)) == []


def test_a_narrator_ends_the_talk():
    draft = drafted(
        TALK + "Solberg: Who?\n\nPetek: You.\n\nAnd me.\n\nThe conversation lasted an hour.\n\nIt was late.\n"
    )
    assert [block.in_speech for block in draft.blocks[-3:]] == [True, False, False]


@pytest.mark.parametrize(
    "text", ["[" * 3000, "A: " * 3000, "Kos:\n" * 500, "(" * 2000 + ":", "A" * 5000 + ":", ":\n\n:\n\n"]
)
def test_hostile_text_is_no_matter(text):
    drafted(text)
    drafted(TALK + "Solberg: a\n\nPetek: b\n\n" + text)


def test_names_on_lines_that_follow_each_other_are_a_list_and_no_turns() -> None:
    roster = "Mr. Orlo (Velmar)\nMr. Varga (Drava)\nMr. Krag (Karstia)"
    said = "Mr. Orlo said that the lamp on the rock had been lit again. Mr. Varga asked who had lit it."
    tei = encode(source_from_text(f"MINUTES OF THE FOURTH MEETING\n\n{roster}\n\n{said}\n", "minutes.txt")).tei
    assert b"<sp" not in tei
