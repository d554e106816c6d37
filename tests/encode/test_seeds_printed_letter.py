"""The printed letter of 30 March 1963: pages, broken words, a list, misprints."""

from __future__ import annotations

import pytest
from asking import is_listed, one, texts, values
from reading import around, find, inside, plain

BROKEN = {
    "496": ("situa", "tion"),
    "497": ("op", "portunity"),
    "507": ("con", "ditions"),
    "510": ("inter", "national"),
    "525": ("sharpen", "ing"),
}
BETWEEN = ["495", "498", "499", "503", "504", "522", "523"]


def test_letter_pages(printed_letter):
    assert values(printed_letter, "//t:text//t:pb/@n") == [str(n) for n in range(495, 526)]
    assert values(printed_letter, "//t:text//t:pb[@break='no']/@n") == list(BROKEN)


def test_letter_pages_between_and_within_paragraphs(printed_letter):
    within = values(printed_letter, "//t:text//t:pb[ancestor::t:p or ancestor::t:item]/@n")
    assert [n for n in values(printed_letter, "//t:text//t:pb/@n") if n not in within] == BETWEEN
    assert len(within) == 24


@pytest.mark.parametrize("page", BROKEN)
def test_letter_words_broken_by_a_page(printed_letter, page):
    (pb,) = find(printed_letter.root, f"//t:pb[@n='{page}']")
    left, right = around(find(printed_letter.root, "//t:text")[0], pb)
    assert left.rstrip("-") == BROKEN[page][0]
    assert right.startswith(BROKEN[page][1])


@pytest.mark.parametrize(
    ("page", "left", "right"),
    [
        ("500", "to", "socialism"),
        ("502", "world", "socialist"),
        ("509", "Communist", "Party"),
        ("521", "growing", "instability"),
    ],
)
def test_letter_sentences_over_a_page(printed_letter, page, left, right):
    (pb,) = find(printed_letter.root, f"//t:pb[@n='{page}']")
    assert around(find(printed_letter.root, "//t:text")[0], pb) == (left, right)


def test_letter_list_over_a_page(printed_letter):
    (listed,) = find(printed_letter.root, "//t:text//t:list")
    items = find(listed, "t:item")
    assert [item.get("n").rstrip(".)") for item in items] == ["a", "b", "c", "d", "e"]
    assert [plain(item).split()[0] for item in items] == ["Questions"] * 5
    assert [pb.get("n") for pb in find(listed, ".//t:pb")] == ["521"]
    assert find(items[2], ".//t:pb")


def test_letter_transcribers_note(printed_letter):
    (note,) = find(printed_letter.root, "//t:note[@type='transcriber']")
    text = inside(note)
    assert text.startswith("In the printed edition, quoted passages of any length")
    assert text.removesuffix("-- DJR").rstrip().endswith("in a smaller point font.")
    assert note.get("resp")


def test_letter_quotes_a_letter_of_1962(printed_letter):
    quotes = [plain(quote) for quote in find(printed_letter.root, "//t:text//t:quote")]
    (quoted,) = [quote for quote in quotes if quote.startswith("As you are well aware, our Party")]
    assert "Now too we fully support the proposal" in quoted
    assert "Now you also agree with this" not in quoted


def test_letter_opener_and_closer(printed_letter):
    assert values(printed_letter, "//t:text//t:dateline/t:date/@when")[0] == "1963-03-30"
    assert texts(printed_letter, "//t:opener/t:salute") == ["Dear Comrades,"]
    assert texts(printed_letter, "//t:closer/t:salute") == ["With communist greetings,"]
    assert texts(printed_letter, "//t:closer/t:signed") == [
        "The Central Committee of the Communist Party of the Soviet Union"
    ]
    assert any(
        "Central Committee of the Communist Party of China" in words for words in texts(printed_letter, "//t:opener")
    )


def test_letter_source_is_the_collection(printed_letter):
    source = one(printed_letter, "//t:sourceDesc")
    assert "The Polemic on the General Line of the International Communist Movement" in source
    assert "495" in source and "525" in source
    assert "David J. Romagnolo" in one(printed_letter, "//t:titleStmt | //t:editionStmt/t:respStmt")


def test_letter_misprints_stay_and_are_listed(printed_letter):
    text = plain(find(printed_letter.root, "//t:text")[0])
    for word in ("conssideration", "thee principles", "choice pf the", "whiie struggling", "Ekngels"):
        assert word in text
    assert any(is_listed(printed_letter, line) for line in (55, 181, 263, 271))


def test_letter_paragraph_count(printed_letter):
    paragraphs = [plain(p) for p in find(printed_letter.root, "//t:text//t:p[not(ancestor::t:item)]")]
    assert len(paragraphs) == 98
