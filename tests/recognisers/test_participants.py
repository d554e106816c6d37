"""Attendance in prose and lists, time and place, sides, names with offices."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.model import Role
from diple.recognisers import participants
from diple.recognisers.participants.names import listed_persons
from diple.source import source_from_text

HEAD = "Record of a conversation between A. Holm and B. Petek\n\n"
MEETING = "On 2 May 1958 A. Holm received B. Petek, Ambassador of Karstia, and had a conversation with him.\n\n"


def drafted(text: str) -> Draft:
    draft = Draft(source_from_text(text))
    participants.recognise(draft)
    return draft


def told(draft: Draft) -> dict[str, tuple[str, str, list[str]]]:
    return {p.names[0]: ("; ".join(p.offices), p.side, p.roles) for p in draft.people}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("E. Holm, Deputy Minister, and R. Dahl, chief of a department",
         [("E. Holm", "Deputy Minister"), ("R. Dahl", "chief of a department")]),
        ("E. Holm, Minister of Trade and Industry; R. Dahl",
         [("E. Holm", "Minister of Trade and Industry"), ("R. Dahl", "")]),
        ("Holm, Dahl, and Petek", [("Holm", ""), ("Dahl", ""), ("Petek", "")]),
        ("I. N. Berg deputy chief of the CC department", [("I. N. Berg", "deputy chief of the CC department")]),
        ("the Prime Minister of Karstia, Luka Petek", [("Luka Petek", "Prime Minister of Karstia")]),
        ("Ambassador M. Horvat", [("M. Horvat", "Ambassador")]),
        ("Ole Brekke – Minister of Transport", [("Ole Brekke", "Minister of Transport")]),
        ("Peter Kadar (interpreter)", [("Peter Kadar", "interpreter")]),
        ("the Velmarian Trade Delegation", []),
        ("Premier Halvor Lie’s guests", [("Halvor Lie", "Premier")]),
        ("members of the delegation and other comrades", []),
        ("", []),
    ],
)  # fmt: skip
def test_persons_and_offices_of_a_list(words, expected):
    assert [(person.name, person.office) for person in listed_persons(words)] == expected


def test_sides_of_prose_and_of_principals():
    draft = drafted(
        HEAD + MEETING + "E. Lund, Deputy Minister, took part in the conversation from the Norvanian side.\n\n"
        "J. Kos, First Secretary, took part from the Karstian side.\n\nB. Petek said that it was late.\n"
    )
    assert told(draft) == {
        "A. Holm": ("", "Norvanian side", ["participant"]),
        "B. Petek": ("Ambassador of Karstia", "Karstian side", ["participant"]),
        "E. Lund": ("Deputy Minister", "Norvanian side", ["participant"]),
        "J. Kos": ("First Secretary", "Karstian side", ["participant"]),
    }


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("K. Moe, second secretary, recorded the conversation.", "K. Moe", "recorder"),
        ("The conversation was recorded by K. Moe.", "K. Moe", "recorder"),
        ("The conversation was interpreted by K. Moe.", "K. Moe", "interpreter"),
        ("K. Moe served as interpreter.", "K. Moe", "interpreter"),
        ("Recorded by K. Moe", "K. Moe", "recorder"),
    ],
)
def test_who_kept_the_record(sentence, name, role):
    assert told(drafted(HEAD + MEETING + sentence + "\n"))[name][2] == [role]


def test_list_by_sides_is_a_list_and_no_speech():
    draft = drafted("Talk\n\nParticipants: Norvanian side: Ole Brekke, Nils Aas\n\nKarstian side: Luka Petek\n")
    items = [block for block in draft.blocks if block.role is Role.ITEM]
    assert [block.group for block in items] == ["participants"] * 2
    assert {name: side for name, (_, side, _) in told(draft).items()} == {
        "Ole Brekke": "Norvanian side",
        "Nils Aas": "Norvanian side",
        "Luka Petek": "Karstian side",
    }


def test_lines_under_countries():
    draft = drafted(
        "PARTICIPANTS\n\nNorvania\nOle Brekke, Minister\nNils Aas\n\nKarstia\nLuka Petek, Ambassador\n\nText of it.\n"
    )
    assert {name: side for name, (_, side, _) in told(draft).items()} == {
        "Ole Brekke": "Norvania",
        "Nils Aas": "Norvania",
        "Luka Petek": "Karstia",
    }


def test_head_without_a_list_is_left_alone():
    draft = drafted("Participants:\n\nThe weather was fine, and nobody came to the meeting on that day.\n")
    assert [block.role for block in draft.blocks] == [None, None]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Time: May 3, 1957, 18:00 - 21:10",
         [("setting-date", {"when": "1957-05-03"}), ("setting-time", {"from": "18:00:00", "to": "21:10:00"})]),
        ("TIME: 2:10 p.m. – 6:00 p.m.", [("setting-time", {"from": "14:10:00", "to": "18:00:00"})]),
        ("Time: 3:30–5 p.m.", [("setting-time", {"from": "15:30:00", "to": "17:00:00"})]),
        ("Location: Harbour House, Green Room", [("setting-place", {})]),
    ],
)  # fmt: skip
def test_time_and_place(line, facts):
    draft = drafted(f"Record of a talk\n\n{line}\n")
    assert [(fact.field, fact.attrs) for fact in draft.facts] == facts
    assert draft.blocks[1].tag == "dateline"


def test_a_letter_has_no_participants():
    draft = drafted("LETTER TO THE MINISTER\n\nLast week I met with Captain Lund. He took part in the strike.\n")
    assert told(draft) == {}


@pytest.mark.parametrize(
    "text", ["", ":", "Participants:", "Present: " + ";" * 50, "Time: 99:99", "Participants: " + "A. " * 3000]
)
def test_hostile_text_is_no_matter(text):
    drafted(text)
    drafted(HEAD + text)
