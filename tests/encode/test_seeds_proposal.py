"""The proposal of 19 September 1958 with the draft letter it encloses."""

from __future__ import annotations

from asking import ENCLOSURE, is_listed, texts, values
from reading import find, plain


def test_proposal_encloses_a_draft(proposal):
    (enclosure,) = find(proposal.root, ENCLOSURE)
    assert [plain(head) for head in find(enclosure, ".//t:head")] == [
        "Ideas for the text of the letter to Cde. Mao Zedong"
    ]
    salutes = [plain(salute) for salute in find(enclosure, ".//t:salute[not(ancestor::t:closer)]")]
    assert salutes == [
        "Dear Cde. Mao Zedong!",
        "Dear comrades and members of the Politburo of the Communist Party of China!",
    ]
    assert [plain(salute) for salute in find(enclosure, ".//t:closer/t:salute")] == ["with Communist greetings."]
    assert [plain(signed) for signed in find(enclosure, ".//t:closer/t:signed")] == ["N. KHRUSHCHEV"]


def test_proposal_draft_holds_its_paragraphs(proposal):
    (enclosure,) = find(proposal.root, ENCLOSURE)
    paragraphs = [plain(p) for p in find(enclosure, ".//t:p")]
    assert len(paragraphs) == 7
    assert paragraphs[0].startswith("Cde. Gromyko has informed us")
    assert paragraphs[-1].startswith("We ask that you understand us correctly")


def test_proposal_cover_note_is_signed_and_dated(proposal):
    enclosed = "ancestor::t:div[@type='enclosure' or @type='attachment' or @type='annex']"
    inner = f"[not(ancestor::t:floatingText) and not({enclosed})]"
    assert texts(proposal, f"//t:text//t:signed{inner}") == ["N. KHRUSHCHEV"]
    assert len(find(proposal.root, f"//t:text//t:p{inner}")) == 3
    assert values(proposal, f"//t:text//t:dateline{inner}//t:date/@when") == ["1958-09-19"]
    addressed = texts(proposal, f"//t:text//t:opener{inner}") + texts(proposal, f"//t:text//t:head{inner}")
    assert any("TO THE CPSU CC PRESIDIUM" in words for words in addressed)


def test_proposal_docket_and_contradicting_date(proposal):
    docket = " ".join(texts(proposal, "//t:postscript//t:ab"))
    assert docket == "Dictated by Cde. Khrushchev 19 November 1958 recorded by Zakharova"
    assert values(proposal, "//t:postscript//t:date/@when") == ["1958-11-19"]
    assert is_listed(proposal, 83, 29)


def test_proposal_drafters_directions_are_text(proposal):
    assert find(proposal.root, "//t:stage | //t:sp") == []
    text = plain(find(proposal.root, "//t:text")[0])
    for words in (
        "(Briefly repeat Zhou",
        "(Reference might be made",
        "(give the reasoning)",
        "(Other examples might be cited)",
    ):
        assert words in text


def test_proposal_yugoslav_platform(proposal):
    assert [w for w in texts(proposal, "//t:text//t:expan | //t:text//t:supplied") if w == "Yugoslavian"] == [
        "Yugoslavian"
    ]
