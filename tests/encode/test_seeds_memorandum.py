"""The memorandum of conversation of 3 July 1961: reported speech, hands, participants."""

from __future__ import annotations

import pytest
from asking import is_listed, one, persons_named, side, texts, values
from encoded import Encoded
from reading import before, find, inside, name, plain


def test_memorandum_opens_with_classification_and_number(memorandum):
    assert one(memorandum, "//t:opener/t:seg[@type='classification']") == "SECRET"
    assert "1" in one(memorandum, "//t:opener/t:idno[@type='copy' or @type='registry']")


def test_memorandum_has_its_own_head_and_dateline(memorandum):
    head = find(memorandum.root, "//t:body/t:div/t:head")[0]
    assert plain(head) == "RECORD OF A CONVERSATION BETWEEN. N. S. KHRUSHCHEV AND PHAM VAN DONG"
    assert "1961-07-03" in values(memorandum, "//t:text//t:dateline/t:date/@when")


def test_memorandum_additions_by_hand(memorandum):
    assert texts(memorandum, "//t:text//t:add") == ["played", "discuss", "of society"]
    assert values(memorandum, "//t:text//t:add/@place") == ["above"] * 3


def test_memorandum_additions_beside_the_words_they_replace(memorandum):
    alternatives = texts(memorandum, "//t:text//t:seg[@type='alternative']")
    assert [words for words in alternatives if words in ("shown played", "decide discuss")] == [
        "shown played",
        "decide discuss",
    ]


def test_memorandum_note_by_hand_stands_in_the_head(memorandum):
    (note,) = find(memorandum.root, "//t:text//t:note[@type='annotation']")
    assert (note.get("n"), note.get("place"), name(note.getparent())) == ("*", "bottom", "head")
    assert note.get("hand")
    assert inside(note) == "“The record of the conversation was not reviewed by Cde. N. S. Khrushchev”"
    assert before(note) == "RECORD OF A CONVERSATION"


def test_memorandum_translators_note(memorandum):
    (note,) = find(memorandum.root, "//t:text//t:note[@type='translator'][not(preceding-sibling::*[1][self::t:sic])]")
    assert inside(note) == "that is, standard of living"
    assert before(note).endswith("when our level")


def test_memorandum_sic_with_a_note(memorandum):
    assert one(memorandum, "//t:text//t:sic") == "Le Van Giyen"
    notes = texts(memorandum, "//t:text//t:note[contains(., 'proper spelling')]")
    assert notes == ["proper spelling of name unknown"]


def test_memorandum_original_words(memorandum):
    assert texts(memorandum, "//t:note[@type='original']/t:foreign[@xml:lang='ru-Latn']") == [
        "vydumyvat’",
        "moral’nye sily",
    ]
    assert [before(note).split()[-1] for note in find(memorandum.root, "//t:note[@type='original']")] == [
        "romanticize",
        "spirits",
    ]


def test_memorandum_expansion(memorandum):
    assert one(memorandum, "//t:text//t:choice/t:abbr") == "YuVA"
    assert one(memorandum, "//t:text//t:choice/t:expan") == "Southeast Asian Department"


def test_memorandum_supplied_words(memorandum):
    supplied = texts(memorandum, "//t:text//t:supplied[not(@reason='signature')]")
    assert [words for words in supplied if words != "play"] == ["as much", "them", "them", "us", "accuse"]


def test_memorandum_replacing_word_is_doubtful_and_listed(memorandum):
    place = find(memorandum.root, "//t:text//t:corr[.='play'] | //t:text//t:supplied[.='play']")
    assert len(place) == 1
    certs = place[0].xpath("ancestor-or-self::*/@cert")
    assert certs[-1:] and certs[-1] != "high"
    assert is_listed(memorandum, 47)


SIDES = {
    "Soviet": {
        "N. S. Khrushchev": None,
        "A. L. Orlov": "Deputy USSR Minister of Foreign Affairs",
        "S. A. Tovmasyan": "Soviet Ambassador in the DRV",
        "I. N. Medvedev": "deputy chief of a CPSU CC department",
        "V. I. Likhachev": "Deputy Chief of the USSR MFA YuVA",
    },
    "Vietnamese": {
        "Pham Van Dong": "Prime Minister of the Democratic Republic of Vietnam",
        "Le Thanh Nghi": "Deputy Prime Minister",
        "Le Van Giyen": "Deputy Chairman of DRV Gosplan",
        "Nguyen Van Kinh": "Ambassador of the Democratic Republic of Vietnam in the Soviet Union",
    },
}


@pytest.mark.parametrize("words", SIDES)
def test_memorandum_participants_by_side(memorandum, words):
    found = side(memorandum, words)
    assert set(found) == set(SIDES[words])
    assert {person: found[person] for person, office in SIDES[words].items() if office} == {
        person: office for person, office in SIDES[words].items() if office
    }


def reported(encoded: Encoded) -> list[tuple[str, str, str]]:
    """Return who is reported with the first and last words of each run, neighbours by one person joined."""
    runs: list[tuple[str, str, str]] = []
    for said in find(encoded.root, "//t:text//t:said[@direct='false']"):
        who, words = said.get("who"), plain(said).split()
        if runs and runs[-1][0] == who:
            runs[-1] = (who, runs[-1][1], " ".join(words[-3:]))
        else:
            runs.append((who, " ".join(words[:6]), " ".join(words[-3:])))
    return runs


def test_memorandum_reported_speech_is_handed_over(memorandum):
    (pham,) = persons_named(memorandum, "Pham Van Dong")
    (khrushchev,) = persons_named(memorandum, "N. S. Khrushchev")
    assert reported(memorandum) == [
        (f"#{pham}", "Pham Van Dong familiarized N. S.", "of the DRV."),
        (f"#{khrushchev}", "N. S. Khrushchev noted that he", "the Party Congress."),
        (f"#{pham}", "Pham Van Dong thanked N. S.", "the interesting report."),
        (f"#{khrushchev}", "N. S. Khrushchev stressed that such", "the Soviet Union."),
    ]


def test_memorandum_reported_speech_carries_its_certainty(memorandum):
    certs = values(memorandum, "//t:said/@cert")
    assert len(certs) == len(find(memorandum.root, "//t:said"))
    assert set(certs) <= {"high", "medium", "low"}


def test_memorandum_signature_and_docket(memorandum):
    assert one(memorandum, "//t:closer/t:signed/t:supplied[@reason='signature']") == "Glukhov’s signature"
    docket = " ".join(texts(memorandum, "//t:postscript//t:ab"))
    assert docket == "One copy printed te mb-4064/gs 4 July 1961"
    assert values(memorandum, "//t:postscript//t:date/@when") == ["1961-07-04"]


def test_memorandum_has_no_turns_and_no_stage(memorandum):
    assert find(memorandum.root, "//t:sp | //t:stage") == []
