"""What the places of letters and lines on the pages of a PDF say: spaces, columns, running heads, notes."""

from __future__ import annotations

import pytest

from diple.formats.pdf.lines import Line
from diple.formats.pdf.margins import begins_note, margins, raised_labels
from diple.formats.pdf.paragraphs import measure, paragraphs
from diple.formats.pdf.spacing import Letter, spaced
from diple.formats.pdf.tables import tables_in
from diple.formats.pieces import Look, Run

RAISED = (Look("superscript"),)


def letters(text: str, gaps: dict[str, float], made_up: bool) -> list[Letter]:
    """Return letters five points wide; each kind of space is as wide as ``gaps`` says, and shown as a space."""
    found, left = [], 0.0
    for one in text:
        width = gaps.get(one, 5.0)
        shown = " " if one in gaps else one
        found.append(Letter(shown, left, left + width, 0, 8, 10, False, made_up and one in gaps))
        left += width
    return found


def line(text: str, bottom: float, size: float = 10.0, *runs: Run) -> Line:
    return Line(list(runs) or [Run(text)], 50, 50 + 5 * len(text), bottom, bottom + size, size)


@pytest.mark.parametrize(
    ("text", "made_up", "expected"),
    [
        ("S.E.C.R.E.T", True, "SECRET"),
        ("F.i.r.s.t_p.a.r.t", True, "First part"),
        ("S.E.C.R.E.T", False, "S E C R E T"),
        ("a.b.c", True, "a b c"),
        ("Coal_40_tons", True, "Coal 40 tons"),
    ],
)
def test_spaces_are_what_their_width_says(text: str, made_up: bool, expected: str) -> None:
    widths = {".": 2.0, "_": 5.0}
    assert "".join(one.text for one in spaced(letters(text, widths, made_up))) == expected


def words(page: int, place: int) -> str:
    return f"Words {'abcdef'[page] * 3} and {'klmnopqrst'[place] * 3} of it"


def pages(head: str, foot: str, count: int = 4) -> list[list[Line]]:
    """Return pages of ten lines with a head and foot; ``{r}`` and ``{n}`` in them are the page's number."""
    roman = ["i", "ii", "iii", "iv", "v"]
    made = []
    for number in range(count):
        text = [line(words(number, place), 700 - 12 * place) for place in range(10)]
        top = [line(head.format(n=number + 3, r=roman[number]), 750)] if head else []
        made.append([*top, *text, line(foot.format(n=number + 3, r=roman[number]), 50)])
    return made


@pytest.mark.parametrize(
    ("foot", "numbers"), [("{n}", "3456"), ("— {r} —", ["i", "ii", "iii", "iv"]), ("Page {n} of 6", "3456")]
)
def test_page_numbers_count_on_in_figures_of_both_kinds(foot: str, numbers: list[str]) -> None:
    found = margins(pages("The Harbour Papers", foot))
    assert [one.number for one in found.values() if one.part == "page-number"] == list(numbers)
    assert sum(one.part == "header" for one in found.values()) == 4


def test_notes_are_no_running_feet_though_they_are_alike() -> None:
    made = pages("", "{n} Archive of the Board, folder {n}.")
    assert sum(one.part == "footer" for one in margins(made).values()) == 4
    for number, page in enumerate(made):
        page[3] = line("marked", 664, 10.0, Run("marked"), Run(str(number + 3), RAISED), Run(" words"))
    assert margins(made) == {}
    assert begins_note(made[0][-1], raised_labels(made[0]))
    assert not begins_note(line("3", 20), frozenset({"3"}))


def test_lines_of_the_text_that_come_back_are_no_running_feet() -> None:
    made = [[line(words(number, place), 700 - 12 * place) for place in range(9)] for number in range(6)]
    for page in made[:3]:
        page.append(line("than five hundred tons.", 592))
    assert margins(made) == {}


def test_a_single_page_has_no_running_heads() -> None:
    assert margins([[line("To the harbour master", 750), *pages("", "9", 1)[0]]]) == {}


def test_paragraphs_of_one_line_do_not_hide_how_close_lines_stand() -> None:
    places = [700, 670, 640, 610, 580, 550, 520, 490, 478, 466, 430]
    page = [line(f"Words of line {number} that stand here", place) for number, place in enumerate(places)]
    assert len(list(paragraphs(page, measure([page])))) == 9


def test_small_lines_at_the_foot_that_begin_with_a_raised_label_are_notes() -> None:
    text = [line("Words of the text that fill the line to its end", 700 - 12 * place) for place in range(5)]
    notes = [line("1 First note.", 100, 8.0), line("2 Second note", 90, 8.0), line("goes on.", 80, 8.0)]
    found = list(paragraphs([*text, *notes], measure([text]), frozenset({"1", "2"})))
    assert [one.text for one in found[-2:]] == ["1 First note.", "2 Second note\ngoes on."]
    assert [one.runs[0] for one in found[-2:]] == [Run("1", RAISED), Run("2", RAISED)]


def row(text: str, bottom: float, *lefts: float) -> Line:
    """Return a line with cells parted by bars, which begin at these places."""
    cells = text.split("|")
    stops = [(sum(len(cell) + 1 for cell in cells[: number + 1]), left) for number, left in enumerate(lefts)]
    made = line(text.replace("|", " "), bottom)
    made.stops = tuple(stops)
    return made


def test_lines_whose_gaps_end_at_the_same_places_are_a_table() -> None:
    lines = [
        line("The cargo was as follows.", 700),
        row("Coal|40 tons|yes", 688, 120.0, 180.0),
        row("Timber|3 loads|no", 676, 121.5, 180.0),
        row("It was|late.", 664, 90.0),
        row("navigation|and", 600, 140.0),
    ]
    ((first, last, table),) = tables_in(lines)
    assert (first, last) == (1, 3)
    shown = [[" ".join(one.text for one in cell.paragraphs) for cell in cells] for cells in table.rows]
    assert shown == [["Coal", "40 tons", "yes"], ["Timber", "3 loads", "no"]]


@pytest.mark.parametrize(
    ("first", "second", "joint"),
    [
        ("Source: Archive of the Harbour, box 355, number 12. Secret;", "Nodis. Sent for action.", " "),
        ("Source: Archive of the Harbour, box 355, number 12. Secret;", "[2] Sent for action.", "\n"),
        ("The pilots of the harbour went home without their pay or", "Lenka: a proposal.", "\n"),
        ("The pilots of the harbour went home without their pay un-", "til the spring.", "\n"),
        ("The pilots of the harbour went home without", "a word to anybody.", "\n"),
    ],
)
def test_a_line_that_the_next_word_had_no_room_in_runs_over(first: str, second: str, joint: str) -> None:
    usual = [
        line("The harbour lay under the ice until the end of April, 1878,", 700 - 12 * place) for place in range(8)
    ]
    lines = [line(first, 500), line(second, 488)]
    (paragraph,) = paragraphs(lines, measure([[*usual, *lines]]))
    assert paragraph.text == f"{first}{joint}{second}"
