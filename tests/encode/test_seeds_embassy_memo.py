"""The embassy memo of 9 June 1969: marks in the margin, stamps, sections, distribution."""

from __future__ import annotations

import re

import pytest
from asking import is_listed, one, texts, values
from encoded import Encoded
from reading import find, inside, is_like, marked, name, plain, whole

UNFOUND = None
MARKS = [
    ("the end of the paragraph", "line", "… an increasingly lesser degree."),
    ("the previous sentence", "line", "On the other hand, there remained … problems of modern times."),
    (
        "the previous sentence",
        "line",
        "In his words, the participation … of the DPRK || In his words, the participation … of the DPRK.",
    ),
    ("the previous sentence", "line", "In particular, on 16 April 1968 he told … and the CP of Cuba)."),
    ("the previous two sentences", "line", "In addition, they note … Conference of Communist Parties."),
    ("the previous sentence", "line", "Fearing new direct subversive acts … other fraternal countries."),
    ("the previous sentence", "line", "It is also without doubt … Party in this direction."),
    ("a question mark", "question-mark", "… a decline of their authority."),
    ("the previous sentence", "line", "“The socialist camp is the basis … We Will Defend the Socialist Camp”."),
    ("the previous paragraph", "line", "p: The KWP leadership proceeds … 31 March 1969)."),
    ("the previous paragraph", "double-line", "“The principle of … faced”. || “The principle of … 31 March 1969)."),
    ("the previous paragraph", "double-line", "p: Losing touch with … contemporary global development."),
    ("the previous paragraph", "line", UNFOUND),
    (
        "the last quote",
        "double-line",
        "“the socialist countries … anti-American struggle” || the socialist countries … anti-American struggle",
    ),
    ("the previous paragraph", "double-line", "p: A policy of essentially … modern times."),
    ("the previous paragraph", "double-line", "A policy of essentially …"),
    ("the underlined portion", "double-line", UNFOUND),
    ("the underlined portion", "exclamation-mark", UNFOUND),
    ("the underlined portion", "double-line", UNFOUND),
    ("the underlined portion", "double-line", UNFOUND),
    ("the portion describing Soviet aid", "double-line", "*"),
]
NOTES_ON_MARKS = "//t:text//t:note[@type='translator' and (contains(., 'highlighted') or contains(., 'question mark'))]"


def test_memo_has_seventeen_notes_on_marks(embassy_memo):
    notes = find(embassy_memo.root, NOTES_ON_MARKS)
    assert len(notes) == 17
    first = {re.match(r"\w+( \w+){1,2}", inside(note)).group() for note in notes}
    assert "the previous two" in first
    assert inside(notes[0]) == "the end of the paragraph was highlighted in the left margin"


def marks(encoded: Encoded):
    """Return the marks in the margin in the order of the text."""
    return find(encoded.root, "//t:text//t:metamark")


def test_memo_marks_are_as_many_as_described(embassy_memo):
    assert [mark.get("rend") for mark in marks(embassy_memo)] == [rend for _, rend, _ in MARKS]


@pytest.mark.parametrize("index", range(len(MARKS)), ids=lambda index: f"{index + 1}-{MARKS[index][0]}")
def test_memo_mark_stands_beside(embassy_memo, index):
    mark, (_, rend, words) = marks(embassy_memo)[index], MARKS[index]
    found = marked(embassy_memo.root, mark)
    assert mark.get("rend") == rend
    assert mark.get("place") == "margin-left"
    if words == "*":
        assert found is not None and "aid" in found and mark.get("cert") != "high"
    elif words and words.endswith("…"):
        assert found is not None and found.startswith(words.rstrip(" …"))
    else:
        assert is_like(words, found), found


@pytest.mark.parametrize(("index", "least", "most"), [(0, 0.1, 0.75), (7, 0.35, 0.65), (15, 0.35, 0.65)])
def test_memo_part_of_a_paragraph_is_a_part(embassy_memo, index, least, most):
    mark = marks(embassy_memo)[index]
    block = next(ancestor for ancestor in mark.iterancestors() if name(ancestor) == "p")
    part = len(marked(embassy_memo.root, mark) or "") / len(plain(block))
    assert least <= part <= most


def test_memo_marks_that_cannot_be_found_say_so_and_are_listed(embassy_memo):
    lost = [mark for mark in marks(embassy_memo) if not mark.get("target")]
    assert len(lost) == 5
    assert {mark.get("cert") for mark in lost} == {"unknown"}
    for line in (231, 251, 255, 263):
        assert is_listed(embassy_memo, line)


def test_memo_functions_of_marks(embassy_memo):
    functions = [mark.get("function") for mark in marks(embassy_memo)]
    assert functions[7] == "query"
    assert [f for (_, rend, _), f in zip(MARKS, functions, strict=True) if "line" in rend] == ["highlight"] * 19


def test_memo_additional_line_is_counted(embassy_memo):
    assert marks(embassy_memo)[12].get("n")
    assert marks(embassy_memo)[15].get("n")


def test_memo_opener(embassy_memo):
    assert one(embassy_memo, "//t:opener/t:seg[@type='classification']") == "Secret"
    assert "Copy Nº 2" in texts(embassy_memo, "//t:opener/t:idno[@type='copy']")
    assert "165" in texts(embassy_memo, "//t:opener//t:idno[@type='registry']")
    assert "1969-06-09" in values(embassy_memo, "//t:text//t:opener//t:dateline/t:date/@when")


def test_memo_stamp_over_several_lines(embassy_memo):
    stamp = find(embassy_memo.root, "//t:text//t:stamp")[0]
    assert plain(stamp) == "CPSU CC stamp: 19373 12 June 1969 Korea"
    assert len(find(stamp, "t:lb")) in (2, 4)


def test_memo_described_stamp(embassy_memo):
    (note,) = find(embassy_memo.root, "//t:text//t:note[@type='description']")
    assert inside(note).startswith("There is a stamp at the end of the first page")
    assert inside(note).endswith("illegible handwritten signatures")
    assert "familiarized with it..." in inside(note).replace("[it]", "it").replace("…", "...")
    assert note.get("resp")


def test_memo_sections_and_break(embassy_memo):
    assert [n.rstrip(".") for n in values(embassy_memo, "//t:div[@type='section']/@n")] == ["I", "II", "III", "IV", "V"]
    breaks = find(embassy_memo.root, "//t:text//t:milestone[@unit='section']")
    assert len(breaks) == 1
    assert "x x x" not in plain(find(embassy_memo.root, "//t:text")[0])
    paragraphs = [plain(p) for p in find(embassy_memo.root, "//t:div[@type='section'][1]//t:p")]
    assert paragraphs[0].startswith("Before the outbreak of differences")
    assert len(paragraphs) == 4


def test_memo_head(embassy_memo):
    heads = [plain(head) for head in find(embassy_memo.root, "//t:div[@type='document']/t:head")]
    assert any(head.startswith("CONCERNING CHANGES IN THE VIEWS") for head in heads)


def test_memo_signatures(embassy_memo):
    signed = find(embassy_memo.root, "//t:text//t:closer/t:signed")
    assert [plain(find(s, ".//t:persName")[0]).strip("()") for s in signed] == ["Yu. Fadeyev", "P. Yakovlev"]
    assert [plain(find(s, ".//t:roleName")[0]) for s in signed] == [
        "FIRST SECRETARY OF THE SOVIET EMBASSY IN THE DPRK",
        "ATTACHE OF THE SOVIET EMBASSY IN THE DPRK",
    ]
    assert [len(find(s, ".//t:supplied[@reason='signature']") + find(s, ".//*[@hand]")) > 0 for s in signed] == [
        True,
        True,
    ]


def test_memo_distribution(embassy_memo):
    items = find(embassy_memo.root, "//t:postscript//t:list[@type='distribution']/t:item")
    assert [item.get("n") for item in items] == ["1", "2", "3", "4", "5", "6"]
    assert [plain(item) for item in items] == [
        "to Cde. V. V. Kuznetsov",
        "to Cde. K. V. Rusakov",
        "to Cde. V. I. Likhachev",
        "to the UPVM",
        "to the Directorate of General Problems",
        "to file",
    ]
    docket = " ".join(texts(embassy_memo, "//t:postscript//t:ab"))
    assert docket == "Six copies printed – gp 9 June 1969 Nº 340"


def test_memo_foreign_title_with_its_gloss(embassy_memo):
    assert "Zashchitim sotsialisticheskiy lager’" in texts(embassy_memo, "//t:text//t:foreign[@xml:lang='ru-Latn']")
    assert "We Will Defend the Socialist Camp" in texts(embassy_memo, "//t:text//t:gloss")


def test_memo_expansion_and_supplied(embassy_memo):
    pairs = [
        (plain(find(choice, "t:abbr")[0]), whole(find(choice, "t:expan")[0]))
        for choice in find(embassy_memo.root, "//t:text//t:choice[t:abbr]")
    ]
    assert ("PTV", "Worker’s Party of Vietnam") in pairs
    supplied = texts(embassy_memo, "//t:text//t:p//t:supplied[not(@reason='signature')]")
    words = [w for w in supplied if w != "it"]
    assert words == ["who is", "is", "or", "or", "interference", "their", "“", "is", "one", "ties", "their"]


def test_memo_cited_newspapers(embassy_memo):
    dates = values(embassy_memo, "//t:text//t:bibl//t:date/@when")
    assert dates.count("1964-04-19") == 2
    for day in ("1968-01-30", "1968-10-28", "1968-08-31", "1965-10-11", "1969-03-31"):
        assert day in dates
