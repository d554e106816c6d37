"""Whose words minutes report."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.recognisers import participants, reported, speech
from diple.source import source_from_text

HEAD = (
    "RECORD OF A CONVERSATION BETWEEN H. SOLBERG AND L. PETEK\n\n"
    "On 3 May 1958 H. Solberg received L. Petek, Ambassador of Karstia, and had a conversation with him.\n\n"
)


def drafted(text: str) -> Draft:
    draft = Draft(source_from_text(text))
    for module in (participants, speech, reported):
        module.recognise(draft)
    return draft


def runs(text: str) -> list[tuple[str, str, str]]:
    """Return who is reported in which paragraphs, how surely."""
    draft = drafted(HEAD + text)
    return [(w.attrs["who"], draft.text[w.first.start : w.last.end], w.attrs["cert"]) for w in draft.wrappers]


@pytest.mark.parametrize(
    "sentence",
    [
        "L. Petek said that it was late.",
        "Petek then asked whether it was late.",
        "L.B. Petek then asked whether it was late.",
        "In reply L. Petek noted that it was late.",
        "In reply to H. Solberg’s question L. Petek replied that it was late.",
        "Speaking of the harvest in Karstia L. Petek told of the rain.",
        "L. Petek, for his part, expressed his gratitude.",
        "At the end of the conversation L. Petek thanked H. Solberg.",
        "Then L. Petek, turning to the map, pointed out the border.",
        "The Ambassador asked for a map.",
        "L. Petek called at his request and raised the question of herring.",
    ],
)
def test_subjects(sentence):
    assert runs(sentence + "\n") == [("#petek", sentence, "high")]


@pytest.mark.parametrize(
    "sentence",
    [
        "As L. Petek noted, it was late.",
        "After a speech in which L. Petek stressed the need of peace, dinner was served.",
        "The note that L. Petek handed over was long.",
        "L. Petek’s hat was grey.",
        "It was late.",
        "According to L. Petek it was late.",
    ],
)
def test_what_reports_nobody(sentence):
    assert runs(sentence + "\n") == []


def test_a_run_goes_on_to_where_another_takes_over():
    text = "L. Petek spoke of the rain.\n\nIt was heavy.\n\nH. Solberg noted that it was over.\n\n"
    text += "The meeting ended at six.\n\nIt rained.\n"
    assert runs(text) == [
        ("#petek", "L. Petek spoke of the rain.\n\nIt was heavy.", "medium"),
        ("#solberg", "H. Solberg noted that it was over.", "high"),
    ]


def test_certainty_falls_with_the_distance_and_is_listed():
    draft = drafted(HEAD + "L. Petek spoke of the rain.\n\n" + "It was heavy.\n\n" * 6)
    assert [wrapper.attrs["cert"] for wrapper in draft.wrappers] == ["low"]
    assert [doubt.code for doubt in draft.doubts] == ["D210"]


def test_a_third_person_does_not_take_over():
    text = "H. Solberg said that it was late. However, in a talk with H. Solberg the pilot Madsen said otherwise.\n"
    assert [who for who, _, _ in runs(text)] == ["#solberg"]


def test_hand_over_inside_a_paragraph():
    draft = drafted(
        HEAD
        + "L. Petek said that it was late. H. Solberg replied that it was early. He regretted this.\n\n"
        + "The hour was six.\n"
    )
    said = [(s.attrs["who"], draft.text[s.start : s.end]) for s in draft.spans if s.tag == "said"]
    assert said == [
        ("#petek", "L. Petek said that it was late."),
        ("#solberg", "H. Solberg replied that it was early. He regretted this."),
    ]
    assert [wrapper.attrs["who"] for wrapper in draft.wrappers] == ["#solberg"]


def test_nobody_is_reported_in_a_letter():
    draft = drafted("ON THE QUAY\n\nH. Solberg said that it was late.\n\nL. Petek noted that it was early.\n")
    assert draft.wrappers == []


def test_speakers_whom_nobody_listed():
    text = "MINUTES OF THE MEETING OF THE BOARD\n\nCde. Aas reported on the quay.\n\n"
    text += "Cde. Moe proposed to raise it.\n\nCde. Lie objected.\n"
    assert [wrapper.attrs["who"] for wrapper in drafted(text).wrappers] == ["#aas", "#moe", "#lie"]


@pytest.mark.parametrize(
    "text", ["L. Petek said " * 2000, "said that " * 3000, "\n\n".join(["L. Petek"] * 500), "[" * 3000, "."]
)
def test_hostile_text_is_no_matter(text):
    drafted(text)
    drafted(HEAD + text)
