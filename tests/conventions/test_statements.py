"""Sentences in which a document explains its own signs: which are, which are not, and what they say."""

from __future__ import annotations

import pytest

from diple.conventions.statements import read_statements
from diple.pipeline import encode
from diple.source import source_from_text

SAID = (
    ("Underlining is shown by italics.", [("italic", "highlight")]),
    ("Words in italics were underlined in the original.", [("italic", "highlight")]),
    ("Additions by hand are given in ‹ ›.", [("‹", "addition")]),
    ("Handwritten insertions appear between double slashes.", [("//", "addition")]),
    ("Curly brackets enclose interlineated words.", [("{", "addition")]),
    ("[ ] = supplied by the editor", [("[", "supplied")]),
    ("Words in square brackets have been added by the translator.", [("[", "supplied")]),
    ("Angle brackets mark uncertain readings.", [("<", "unclear"), ("‹", "unclear"), ("⟨", "unclear")]),
    ("Crossed-out words are set in bold.", [("bold", "deletion")]),
    ("Deletions are enclosed in braces", [("{", "deletion")]),
    ("Illegible words are represented by ###.", [("###", "gap")]),
    ("The brackets are the author’s own.", [("[", "text")]),
    ("All square brackets stand in the original unless otherwise indicated.", [("[", "text")]),
    ("Marginal notes are printed between vertical bars.", [("|", "note")]),
    ("Text | | – struck out; text « » – spaced out", [("|", "deletion"), ("«", "highlight")]),
    ("< > im Original gestrichen; { } über der Zeile nachgetragen", [("<", "deletion"), ("{", "addition")]),
    ("Entre { } les mots biffés, entre ( ) les mots ajoutés en marge", [("{", "deletion"), ("(", "addition")]),
    ("=...= marks words struck out, +...+ words written above the line", [("=", "deletion"), ("+", "addition")]),
    ("{ } – skreślone, < > – dopisane nad wierszem", [("{", "deletion"), ("<", "addition")]),
    ("|12| begins page 12; / marks the end of a line", [("|", "page"), ("/", "line")]),
    (
        "Key: {deleted}, <inserted above the line>, [supplied by the editor]",
        [("{", "deletion"), ("<", "addition"), ("[", "supplied")],
    ),
    ("%% = illegible word; @NN = page NN", [("%%", "gap"), ("@", "page")]),
    ("What the copyists say or describe stands between braces { }.", [("{", "remark")]),
    ("The leaves of the register are given between upright bars.", [("|", "page")]),
    ("Notes in double parentheses are ours.", [("((", "remark")]),
    ("Remarks of the translator are in capitals between slashes.", [("/", "remark")]),
    ("Stamps, handwriting and all that is not typed are put between slashes.", [("/", "remark")]),
    ("Everything else that is heard is set in double parentheses.", [("((", "stage")]),
    ("[-x-] = crossed out; [—] = a word I can't read", [("[-", "deletion"), ("[—]", "gap")]),
    ("(+ ... +) words added by hand; (Tr.: ...) translator's remark", [("(+", "addition"), ("(Tr.:", "remark")]),
    (
        "{struck out} · <written above the line> · <p: written in pencil>",
        [("{", "deletion"), ("<", "addition"), ("<p:", "addition")],
    ),
    (
        "Signs: | new leaf | words in -hyphens- were struck out | [...] illegible",
        [("|", "page"), ("-", "deletion"), ("[...]", "gap")],
    ),
    ("Words struck out: ~~thus~~. Words written between the lines: {thus}.", [("~~", "deletion"), ("{", "addition")]),
    ("Each leaf of the carbon ends at the sign ¶.", [("¶", "page")]),
    ("What we add is in {braces}.", [("{", "supplied")]),
    ("Italics within brackets are mine.", [("[", "supplied")]),
    (
        "[ ] doplnil vydavatel; < > škrtnuto; { } připsáno nad řádkem",
        [("[", "supplied"), ("<", "deletion"), ("{", "addition")],
    ),
    (
        "Italics stand for what is underlined, double round brackets for what is supplied.",
        [("italic", "highlight"), ("((", "supplied")],
    ),
    (
        "Insertions of the Governor are between plus signs, those of his clerk between slashes.",
        [("+", "addition"), ("/", "addition")],
    ),
    ("What he later struck out is in [[ ]], what he put in between carets.", [("[[", "deletion"), ("^", "addition")]),
    ("A new sheet is shown by a hash with its number (#12).", [("#", "page")]),
)
NOT_SAID = (
    "The last word is in brackets in the original.",
    "The following two lines are crossed out in the original.",
    "He was underlined by nobody.",
    "The word “here” in the original is missing.",
    "The council was shown the brackets of the new lamps.",
    "Brackets cost two crowns.",
    "A form [ ] was left blank, and the words were struck out by the clerk.",
    "• The first page of the log was lost.",
    "The keeper wrote (...) that a page of the book was illegible.",
    "The harbour [sic] was [illegible] opened.",
    "(2) The report is lost.",
    "We put the notes between the pages of the book.",
    "The bars of the gate were painted by us.",
    "He struck out with both arms, between two strokes of the clock.",
)


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_a_statement_is_understood(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.sign, found.means) for found in read_statements(sentence)] == expected


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_is_no_statement_says_nothing(sentence: str) -> None:
    assert read_statements(sentence) == []


def test_a_statement_names_whose_signs_they_are() -> None:
    (found,) = read_statements("Words in brackets were supplied by the transcriber.")
    assert found.agent == "transcriber"


def test_a_statement_governs_only_what_follows() -> None:
    text = "It was ‹not› so.\n\n[Editor’s note: Additions by hand are given in ‹ ›.]\n\nIt was ‹not› so."
    tei = encode(source_from_text(text)).tei.decode()
    assert tei.count("<add ") == 1
    assert tei.index("‹not›") < tei.index("<add ")


def test_a_sentence_of_the_text_itself_governs_nothing() -> None:
    text = "The harbour was opened. He said: additions by hand are in ‹ ›. We went home.\n\nIt was ‹not› so."
    assert b"<add" not in encode(source_from_text(text)).tei
