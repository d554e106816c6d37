"""The dresses of the corpus: each changes how a document is written, and its facts with it."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from dress import DRESSES, day_first, month_first, ordinal, roman, straight, wrapped
from varying import broken, compare, misses

from corpus import Document, documents

PARAGRAPH = "The pilots of the harbour went home without their pay and said that they would come back. " * 3
TEXT = (
    f"MINUTES\n\nHalvar, 4 May 1962\n\nSecret\n\n{PARAGRAPH.strip()}[1]\n\nHOLM: Is it late?\n\nLUND: It is.\n\n"
    "HOLM: Then we go.\n\nLUND: Not yet.\n\n"
    "P. Holm\n\nL. Lund\n\n[1] A note.\n"
)


def document(tmp_path: Path, text: str = TEXT, **facts: list[object]) -> Document:
    (tmp_path / "source.txt").write_text(text, encoding="utf-8")
    stated = {
        "paragraphs": [
            "The pilots of the harbour … would come back.",
            "Is it late?",
            "It is.",
            "Then we go.",
            "Not yet.",
        ],
        "speakers": [["HOLM", "h"], ["LUND", "l"]] * 2,
        "attendance": [["Holm", "*"], ["Lund", "*"]],
        "notes": [["author", "1", "A note", "back."]],
    }
    return Document(tmp_path, {**stated, **facts})


@pytest.mark.parametrize(
    ("change", "date"),
    [(month_first, "May 4, 1962"), (ordinal, "4th May, 1962"), (roman, "4.V.1962"), (day_first, "4 May 1962")],
)
def test_dates_are_written_otherwise(change, date):
    assert change("On 4 May 1962 and") == f"On {date} and"
    assert day_first(month_first("On 4 May 1962 and")) == "On 4 May 1962 and"


def test_lines_are_broken_and_no_word_is_lost():
    found = wrapped(TEXT)
    assert max(map(len, found.split("\n"))) <= 72
    assert found.split() == TEXT.split()


def test_a_typewriter_has_straight_marks():
    assert straight("“No” – ‘yes’—") == "\"No\" - 'yes'--"


def test_names_are_exchanged_in_text_and_facts(tmp_path):
    dressed = DRESSES["other names"](TEXT, document(tmp_path), random.Random(1))
    assert dressed is not None
    name = str(dressed.facts["attendance"][0][0])
    assert "Holm" not in dressed.text and "HOLM" not in dressed.text
    assert name in dressed.text and name.upper() in dressed.text


def test_labels_change_with_the_facts(tmp_path):
    dressed = DRESSES["labels in small"](TEXT, document(tmp_path), random.Random(1))
    assert dressed is not None
    assert dressed.facts["speakers"] == [["Holm", "h"], ["Lund", "l"]] * 2
    assert "\nHolm: Is it late?" in dressed.text


@pytest.mark.parametrize("name", ["a line more in the head", "a line more at the foot"])
def test_one_line_more(tmp_path, name):
    dressed = DRESSES[name](TEXT, document(tmp_path), random.Random(1))
    assert dressed is not None
    assert len(dressed.text.split("\n")) == len(TEXT.split("\n")) + 2
    assert [line for line in dressed.text.split("\n") if line in TEXT.split("\n")]


def test_marks_are_raised(tmp_path):
    dressed = DRESSES["superscript marks"](TEXT, document(tmp_path), random.Random(1))
    assert dressed is not None
    assert "¹" in dressed.text and "[1]" not in dressed.text


def test_markup_holds_the_same_words(tmp_path):
    dressed = DRESSES["page of HTML"](TEXT, document(tmp_path), random.Random(1))
    assert dressed is not None
    assert re.sub(r"<[^>]*>", " ", dressed.text.split("<body>")[1]).split() == TEXT.split()


def test_a_dress_that_changes_nothing_is_none(tmp_path):
    assert DRESSES["roman"]("No date.", document(tmp_path), random.Random(1)) is None
    assert DRESSES["no blank lines"]("Short.\n\nLines.", document(tmp_path), random.Random(1)) is None


def test_what_breaks_is_counted(tmp_path, monkeypatch):
    right = document(tmp_path)
    assert misses(TEXT, "a.txt", {"paragraphs": ["The pilots of the harbour …", "Nowhere …"]})["paragraphs"][0] >= 1
    lost = DRESSES["two blank lines"](TEXT, right, random.Random(1))
    assert lost is not None
    worn = lost._replace(text=TEXT.replace("HOLM: ", "").replace("LUND: ", ""))
    monkeypatch.setattr("varying.documents", lambda: (right,))
    found = compare("two blank lines", right, worn)
    assert found.broken["speakers"] > 0
    assert any("HOLM" in line for line in found.lines)
    assert compare("two blank lines", right, lost).broken == {}


def test_documents_kept_aside_are_left_out(monkeypatch):
    aside = next(one for one in documents() if one.is_aside)
    monkeypatch.setattr("varying.documents", lambda: (aside,))
    assert list(broken(DRESSES, 1)) == []
