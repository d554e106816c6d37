"""Footnotes: marks, bodies, and what is neither."""

from __future__ import annotations

import time

import pytest
from drafts import attrs, codes, drafted, paragraphs, words

from diple.model import Role

TEXT = "The harbour was dredged twice in that year{} by the men of the board.\n\nNobody came."


@pytest.mark.parametrize(
    ("mark", "body", "name"),
    [
        ("<sup>[1]</sup>", r"[\[1\]](#) In March.", "x.md"),
        (r"[\[1\]](#_ftn1)", r"[\[1\]](#_ftnref1) In March.", "x.md"),
        ("[^1]", "[^1]: In March.", "x.md"),
        ("[^one]", "[^one]: In March.", "x.md"),
        ("[1](#f1)", "[1](#r1) In March.", "x.md"),
        ("<sup>1</sup>", "<sup>1</sup> In March.", "x.txt"),
        (" [1]", "[1] In March.", "x.txt"),
        ("1", "1. In March.", "x.txt"),
        ("1", "1 In March.", "x.txt"),
        ("1", "1) In March.", "x.txt"),
        (" 1/", "1/ In March.", "x.txt"),
        (" [i]", "[i] In March.", "x.txt"),
        (" [1]", "[1]. In March.", "x.txt"),
        ("¹", "¹ In March.", "x.txt"),
        ("¹", "1. In March.", "x.txt"),
        ("*", "* In March.", "x.txt"),
        ("†", "† In March.", "x.txt"),
        ("**", "** In March.", "x.txt"),
    ],
)
def test_a_body_goes_to_its_mark(mark: str, body: str, name: str) -> None:
    draft = drafted(TEXT.format(mark) + f"\n\n{body}\n", name=name)
    assert words(draft, "note") == ["In March."]
    (note,) = [span for span in draft.spans if span.tag == "note"]
    assert draft.text[: note.move_to].endswith("that year")
    assert note.attrs["place"] == "foot" and note.attrs["type"] == "editor" and note.attrs["resp"] == "#editor"
    assert paragraphs(draft) == [TEXT.format("").replace("\n\n", "|").split("|")[0], "Nobody came."]
    assert draft.blocks[-1].role is Role.NOTE_BODY
    assert codes(draft) == []


@pytest.mark.parametrize(
    "text",
    [
        "The dues rose from 12.5 to 13.1 crowns in 1954, and 1,204 boats came.\n\n1. The first.\n\n2. The next.",
        "On 4 May 1931 the board met (1) to hear and (2) to vote.\n\n1) Report\n\n2) Vote",
        "The board sold 12 m² and 40 km² at 10³ crowns.",
        "He said “no”*[Handwritten] “Not to be circulated.”",
        "The board met.\n\n1 – to file\n\n2 – to the keeper",
        "It was signed on 5 May.\n\n5 May 1962 Nº 88",
    ],
)
def test_what_is_no_footnote(text: str) -> None:
    assert words(drafted(text), "note") == []


def test_notes_at_the_foot_of_pages_are_the_documents_own_and_may_repeat_their_marks() -> None:
    text = "The boats* leave.\n\n* In spring.\n\npage 2\n\nThe pilots* stay.\n\n* In port.\n\npage 3\n\nThe end."
    draft = drafted(text)
    assert words(draft, "note") == ["In spring.", "In port."]
    assert {note["type"] for note in attrs(draft, "note")} == {"author"}
    places = [draft.text[: span.move_to].rpartition(" ")[2] for span in draft.spans if span.tag == "note"]
    assert places == ["boats", "pilots"]


def test_the_translator_speaks_in_his_own_note() -> None:
    draft = drafted("The boats leave [1].\n\n[1] Translator’s note: in spring.")
    assert attrs(draft, "note")[0]["type"] == "translator"
    assert words(draft, "note") == ["in spring."]


def test_a_mark_without_body_and_a_body_without_mark_stay_and_are_listed() -> None:
    draft = drafted("The boats leave.[^1] They return.[^2]\n\n[^1]: In spring.\n[^3]: Never.", name="x.md")
    assert codes(draft) == ["D410", "D411"]
    assert paragraphs(draft) == ["The boats leave. They return.[^2]", "[^3]: Never."]


def test_the_head_of_the_notes_goes_with_them() -> None:
    draft = drafted("The boats leave.1 They return.2\n\nNotes\n\n1. In spring.\n\n2. In autumn.\n\nIf at all.")
    assert paragraphs(draft) == ["The boats leave. They return."]
    assert words(draft, "p") == ["In autumn.", "If at all."]


def test_letters_and_figures_count_apart() -> None:
    draft = drafted(
        "The boats leave.[^b] They return.[^1]\n\n[^1]: In spring.\n\n    Or not.\n\n[^b]: Never.", name="x.md"
    )
    assert sorted(words(draft, "note")) == ["In spring.\n\n    Or not.", "Never."]
    assert paragraphs(draft) == ["The boats leave. They return."]


def test_many_notes_take_linear_time() -> None:
    text = "word* " * 4000 + "\n\n" + "* note\n\n" * 4000
    start = time.perf_counter()
    drafted(text)
    assert time.perf_counter() - start < 20
