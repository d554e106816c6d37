"""Brackets: what each kind becomes, and what no bracket may do."""

from __future__ import annotations

import random
import time

import pytest

from diple.draft import Draft
from diple.model import Role
from diple.recognisers import brackets
from diple.recognisers.brackets import leftovers
from diple.source import source_from_text

LEAD = "Translated by A. Person.\n\nThe keepers of the outer lights met in May and heard the report of the pilots.\n\n"


def drafted(text: str, lead: str = LEAD) -> Draft:
    draft = Draft(source_from_text(lead + text))
    draft.recogniser = "brackets"
    brackets.recognise(draft)
    return draft


def elements(draft: Draft) -> list[tuple[str, str]]:
    """Return tag and words of each span, in order, the outer before the inner."""
    spans = sorted(draft.spans, key=lambda span: (span.start, -span.end, span.rank))
    return [
        (
            span.tag,
            draft.text[span.start : span.end]
            if span.tag == "foreign"
            else " ".join(draft.clean(span.start, span.end).text.split()),
        )
        for span in spans
        if span.tag != "note"
    ] + [(f"note {span.attrs['type']}", draft.text[span.start : span.end]) for span in spans if span.tag == "note"]


def reading(draft: Draft) -> str:
    """Return the text as it will read, without the lead."""
    return " ".join(draft.clean(len(LEAD), len(draft.text)).text.split())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The light [was] out.", [("supplied", "was")]),
        ("Thai[land] is far.", [("supplied", "land")]),
        (
            "The UMS [Office of Sea Marks] knows.",
            [("choice", "UMSOffice of Sea Marks"), ("abbr", "UMS"), ("expan", "Office of Sea Marks")],
        ),
        ("The UN [observers] came.", [("supplied", "observers")]),
        ("The damp [syrost’] is bad.", [("foreign", "syrost’"), ("note original", "syrost’")]),
        ("It was a grave [mogila] to him.", [("foreign", "mogila"), ("note original", "mogila")]),
        ("We need stoves [and blankets].", [("supplied", "and blankets")]),
        ("The oil [Trans. note: of whales] burns.", [("note translator", "of whales")]),
        ("The oil [of whales – Ed.] burns.", [("note editor", "of whales")]),
        ("The oil [Transcriber’s Note - of whales] burns.", [("note transcriber", "of whales")]),
        ("He recieved [sic] it.", [("sic", "recieved")]),
        ("The 4th [sic, should be 10th] rule.", [("choice", "4th10th"), ("sic", "4th"), ("corr", "10th")]),
        (
            "The keeper Kuznezov [sic: Kuznetsov] left.",
            [("choice", "KuznezovKuznetsov"), ("sic", "Kuznezov"), ("corr", "Kuznetsov")],
        ),
        (
            "Ole van Dresk [sic; spelling of name unknown] left.",
            [("sic", "Ole van Dresk"), ("note translator", "spelling of name unknown")],
        ),
        ("The lamp [entered above by hand: of brass] is old.", [("add", "of brass")]),
        ("He decides [entered above by hand: judges] alone.", [("seg", "decides judges"), ("add", "judges")]),
        ("The [crossed out: old] lamp.", [("del", "old")]),
        ("The lamp [crossed out] burns.", [("del", "lamp")]),
        ("A [hostile?] look.", [("supplied", "hostile")]),
        ("A hostile [?] look.", [("unclear", "hostile")]),
        ("They meet [illegible—men?] there.", [("unclear", "men")]),
        ("The keepers was [were] there.", [("choice", "waswere"), ("sic", "was"), ("corr", "were")]),
        ("The seal [stamp: SEEN] is red.", [("stamp", "stamp: SEEN")]),
    ],
)
def test_a_bracket_becomes(source, found):
    assert elements(drafted(source)) == found


@pytest.mark.parametrize(
    ("wording", "attrs"),
    [
        ("illegible", {"reason": "illegible"}),
        ("two words illegible", {"reason": "illegible", "unit": "words", "quantity": "2"}),
        ("page missing", {"reason": "lost", "unit": "pages", "quantity": "1"}),
        ("3 lines not declassified", {"reason": "redacted", "unit": "lines", "quantity": "3"}),
        ("1½ lines not declassified", {"reason": "redacted", "unit": "lines", "quantity": "1.5"}),
        ("half a line torn off", {"reason": "lost", "unit": "lines", "quantity": "0.5"}),
        ("several paragraphs omitted", {"reason": "omitted", "unit": "paragraphs", "extent": "several paragraphs"}),
        ("less than 1 line not declassified", {"reason": "redacted", "unit": "lines", "extent": "less than 1 line"}),
        ("garble", {"reason": "garbled"}),
        ("...", {"reason": "omitted"}),
        ("blank", {"reason": "blank"}),
    ],
)
def test_a_gap_says_what_is_missing(wording, attrs):
    (gap,) = drafted(f"The lamp [{wording}] in May.").points
    assert {name: value for name, value in gap.attrs.items() if name != "resp"} == attrs


@pytest.mark.parametrize("wording", ["lost", "destroyed", "the missing men", "not", "printed", "left the house empty"])
def test_ordinary_words_are_no_gap(wording):
    draft = drafted(f"The town [{wording}] in May.")
    assert draft.points == []
    assert elements(draft)[0] == ("supplied", wording)


@pytest.mark.parametrize(
    "source",
    [
        "Skerra [signature] (O. Holm)",
        "See the log.[12]",
        "[Page 49]",
        "Write to [email protected] today.",
        "Holm [sic]: It burns.",
        "[HOLM or VESK:] It burns.",
        "[notes](https://example.org)",
    ],
)
def test_what_others_claim_is_left_alone(source):
    draft = drafted(source, lead="")
    assert [span for span in draft.spans if span.tag != "note"] == []
    assert draft.signs == []


def test_a_removed_note_takes_its_space_along_and_supplied_words_keep_theirs():
    assert reading(drafted("Our level [Translator’s note: of oil] is [very] low.")) == "Our level is very low."


def test_a_stop_after_a_note_is_a_sign_only_where_the_sentence_has_ended():
    assert reading(drafted("It burns. [Translator’s note: the previous sentence was underlined].")) == "It burns."
    draft = drafted("It burns [Translator’s note: the previous sentence was underlined].")
    (note,) = [span for span in draft.spans if span.tag == "note"]
    assert reading(draft) == "It burns."
    assert draft.text[note.move_to - 1] == "."


def test_nested_brackets_by_depth():
    found = elements(drafted("He came [with the [new] keeper]."))
    assert found == [("supplied", "with the new keeper"), ("supplied", "new")]


def test_a_bracket_over_two_paragraphs_is_one_span():
    draft = drafted("He said: [We should\n\ntell them:] it burns.")
    (span,) = draft.spans
    assert draft.text[span.start : span.end] == "We should\n\ntell them:"


def test_brackets_without_partner_stay_text_and_are_listed():
    draft = drafted("An open [bracket and\n\na closed] one and ] a stray.")
    assert [doubt.code for doubt in draft.doubts] == ["D100"]
    assert "] a stray" in reading(draft)


def test_from_a_statement_on_they_are_text():
    draft = drafted("The [old] lamp. [Translator’s note: the brackets are in the original.] The [new] lamp.")
    assert [words for tag, words in elements(draft) if tag == "supplied"] == ["old"]
    assert any(fact.field == "brackets-original" for fact in draft.facts)
    assert reading(draft).endswith("The [new] lamp.")


def test_a_stamp_over_blocks_is_one_unit_with_line_breaks():
    draft = drafted("[Registry stamp: 0211\n\n3 May 1931\n\nLights]\n\nMEMO", lead="Secret\n\n")
    stamp = [block for block in draft.blocks if block.by == "brackets"]
    assert [block.role for block in stamp] == [Role.OPENER]
    assert [block.joined for block in draft.blocks] == [False, False, True, True, False]
    assert [point.tag for point in draft.points] == ["lb", "lb"]


def test_a_note_tied_by_an_asterisk_goes_to_its_mark():
    draft = drafted(
        "RULES* FOR KEEPERS\n\n*[Handwritten at the top of the first page] “Not aloud.”\n\nThe keeper sleeps.", lead=""
    )
    (note,) = draft.spans
    assert (note.attrs["n"], note.attrs["place"], note.move_to) == ("*", "top", 5)
    assert draft.text[note.start : note.end] == "“Not aloud.”"
    assert draft.clean(0, 20).text.startswith("RULES FOR")


def test_hands_are_told_apart_by_ink_and_pencil():
    draft = drafted("A [in red pencil: big] lamp [entered by hand: of brass] and [written in red pencil: a] stove.")
    hands = [span.attrs["hand"] for span in draft.spans if span.tag == "add"]
    assert hands[0] == hands[2] != hands[1]


def test_a_crossed_out_word_and_its_replacement_are_a_substitution():
    found = elements(drafted("The [crossed out: lamp] [written above by hand: lantern] burns."))
    assert found == [("subst", "lamplantern"), ("del", "lamp"), ("add", "lantern")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "]" * 10_000,
        "[" * 5_000 + "]" * 5_000,
        "[a" * 3_000 + "]" * 2_000,
        "word [x] " * 8_000,
        "[" + "a" * 3_000_000 + "]",
        "A [" + "sic " * 5_000 + "]",
        "[sic]" * 6_000,
        "*[Handwritten]\n\n" * 3_000,
        "x" + "_" * 100_000,
        "“" * 20_000 + "[x]”" * 3_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_in_linear_time(text):
    start = time.process_time()
    drafted(text, lead="")
    assert time.process_time() - start < 20


def test_any_text_is_read():
    pick = random.Random(7)
    pieces = "[ ] [[ ]] [sic [?] . Word word ’ “ ” ~~ * [illegible] é 中 😀 ___ [1] : [crossed".split()
    pieces += [" ", "\n\n", "\r\n", "\u2028", "\x00", "[Translator’s note: ", "[entered by hand: ", "[stamp: "]
    for _ in range(300):
        draft = drafted("".join(pick.choice(pieces) for _ in range(pick.randrange(1, 120))), lead="")
        for span in draft.spans:
            assert 0 <= span.start < span.end <= len(draft.text)


@pytest.mark.parametrize(
    "remark",
    ["initials in the margin: M.K.", "initialled: P.O.", "handwritten initials at the foot", "initials of Rask"],
)
def test_initials_are_a_mark_and_a_note_in_a_hand(remark: str) -> None:
    draft = drafted(f"The board paid the bill for the oil [{remark}] in May.")
    assert [point.attrs["function"] for point in draft.points if point.tag == "metamark"] == ["initials"]
    assert elements(draft) == [("note annotation", remark)]
    assert "hand" in draft.spans[0].attrs


def test_initials_that_begin_a_sentence_are_no_mark() -> None:
    draft = drafted("The board paid [initial payments for oil] in May.")
    assert elements(draft) == [("supplied", "initial payments for oil")]


def test_a_deletion_by_hand_names_the_hand_and_another_does_not() -> None:
    draft = drafted("The bill [crossed out by hand: of ten] was paid [crossed out: twice].")
    assert ["hand" in span.attrs for span in draft.spans if span.tag == "del"] == [True, False]


def test_a_sentence_with_a_stamp_of_several_lines_is_a_paragraph_and_a_line_of_a_frame_is_not() -> None:
    draft = drafted("The cook asked for salt. [Stamp: SEEN\n5 May 1931\nTolland]\n\nSECRET [Stamp: SEEN\nTolland]")
    assert [block.role for block in draft.blocks[-2:]] == [Role.PARAGRAPH, None]
    assert [span.tag for span in draft.spans] == ["stamp", "stamp"]


@pytest.mark.parametrize("bracket", ["[inserted:]", "[key = 12]", "[zzz: the oil is low]", "[b]"])
def test_a_bracket_that_is_not_understood_stays_text_and_is_listed(bracket):
    text = f"The keeper went to the lock {bracket} and came home.\n"
    draft = Draft(source_from_text(text))
    brackets.recognise(draft)
    leftovers.recognise(draft)
    assert [doubt.code for doubt in draft.doubts] == ["D102"]
    assert draft.clean(0, len(text)).text == text


@pytest.mark.parametrize("bracket", ["[the]", "[illegible]", "[in pencil: no]", "[1931]", "[see document 5]"])
def test_a_bracket_that_is_understood_is_not_listed(bracket):
    draft = Draft(source_from_text(f"The keeper went to the lock {bracket} and came home.\n"))
    brackets.recognise(draft)
    leftovers.recognise(draft)
    assert [doubt.code for doubt in draft.doubts] == []


def test_brackets_of_the_document_itself_are_not_listed():
    text = "He went home. [Translator's note: the brackets are in the original.]\n\nHe [b] wrote [key = 12].\n"
    draft = Draft(source_from_text(text))
    brackets.recognise(draft)
    leftovers.recognise(draft)
    assert [doubt.code for doubt in draft.doubts] == []
