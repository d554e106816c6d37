"""The record of conversation of 18 September 1956: 197 turns, stage directions, footnotes."""

from __future__ import annotations

import pytest
from asking import one, persons_named, side, texts, values
from reading import ID, bare, before, find, inside, is_like, name, plain, squeeze, whole

TURNS = {
    "Anastas Mikoyan": 94,
    "Chairman Mao": 91,
    "Peng Dehuai": 4,
    "Nuritdin Mukhitdinov": 4,
    "Zhou Enlai": 2,
    "Boris Ponomarev": 1,
    "Pavel Yudin": 1,
}


def test_conversation_turns_by_speaker(conversation):
    speakers = values(conversation, "//t:sp/@who")
    assert len(find(conversation.root, "//t:sp")) == len(speakers) == 197
    counts = sorted((speakers.count(who) for who in set(speakers)), reverse=True)
    assert counts == [94, 91, 4, 4, 2, 1, 1]


@pytest.mark.parametrize("person", TURNS)
def test_conversation_turns_of(conversation, person):
    ids = persons_named(conversation, person) or persons_named(conversation, person.split()[-1])
    if person == "Chairman Mao":
        ids = ids or persons_named(conversation, "Mao Zedong") or persons_named(conversation, "Chairman")
    assert len(ids) == 1
    assert len(find(conversation.root, f"//t:sp[@who='#{ids[0]}']")) == TURNS[person]


def test_conversation_labels_are_kept(conversation):
    labels = [plain(speaker).split(" (")[0] for speaker in find(conversation.root, "//t:sp/t:speaker")]
    assert labels[:3] == ["Chairman Mao", "Mikoyan", "Chairman"]
    assert {label: labels.count(label) for label in set(labels)} == {
        "Mikoyan": 94,
        "Chairman": 90,
        "Chairman Mao": 1,
        "Peng": 3,
        "Peng Dehuai": 1,
        "Mukhitdinov": 4,
        "Zhou": 1,
        "Zhou Enlai": 1,
        "Ponomarev": 1,
        "Yudin": 1,
    }


def test_conversation_label_with_sic(conversation):
    (sic,) = find(conversation.root, "//t:sp/t:speaker//t:sic")
    speech = next(ancestor for ancestor in sic.iterancestors() if name(ancestor) == "sp")
    assert plain(sic) == "Chairman"
    assert speech.get("cert") in {"medium", "low"}
    assert plain(find(speech, "t:p")[0]).startswith("We also did not force him.")


def test_conversation_addressee(conversation):
    (speech,) = find(conversation.root, "//t:sp[@toWhom]")
    assert speech.get("toWhom") == find(conversation.root, "//t:sp[t:speaker='Mukhitdinov']/@who")[0]
    assert [bare(whole(stage)) for stage in find(speech, "t:stage[@type='delivery']")] == ["to Mukhitdinov"]


STAGE = [
    ("narrative", "At the beginning of the conversation … to the Chinese comrades"),
    ("vocal", "Laughter"),
    ("narrative", "Chairman Mao, Liu Shaoqi, … join the CC CPSU delegation"),
    ("vocal", "Laughter"),
    ("incident business", "Meal begins"),
    ("narrative incident business", "Turns to a different topic"),
    ("kinesic", "Pointing to the First Secretary of Uzbekistan's Party CC Mukhitdinov"),
    ("delivery", "to Mukhitdinov"),
    ("vocal", "Laugh"),
    ("narrative incident business", "The conversation returns to the original topic"),
    ("vocal", "Laughing"),
]


def test_conversation_stage_directions(conversation):
    stages = find(conversation.root, "//t:text//t:stage")
    assert len(stages) == 11
    for stage, (types, words) in zip(stages, STAGE, strict=True):
        assert is_like(words, bare(whole(stage)))
        assert stage.get("type") in types.split()


def test_conversation_office_in_parentheses_is_text(conversation):
    (speech,) = [p for p in find(conversation.root, "//t:sp/t:p") if "his external title is" in whole(p)]
    assert "[North] Korea" not in plain(speech)
    assert "Korea (his external title is Counselor) said" in plain(speech)


def test_conversation_footnotes(conversation):
    notes = find(conversation.root, "//t:text//t:note[@place='foot']")
    assert [note.get("n") for note in notes] == ["1", "2"]
    assert is_like("There is lack of clarity … a different sentence.", inside(notes[0]))
    assert inside(notes[1]) == "Mukhitdinov died in 2008."
    assert before(notes[0]).endswith("one full, one candidate.")
    assert before(notes[1]).endswith("You could live to the 21st century.")


JOINED = [
    ("During the August 30, 1956 CC Plenum they raised", "By now already four people"),
    ("our embassy also has information which says", "I heard that he is currently"),
    ("help him. We should tell him: your method", "My opinion is that after"),
    ("Hungarian Party that if comrade Rakosi considers", "Comrade Rakosi was also unwilling"),
    ("and that only the people opposing them are wrong.", "They want to demonstrate"),
    ("more important to hear the views of the opposition.", "When there is only one"),
    ("it will be hard for him to refuse.", "I think there is perhaps"),
]


@pytest.mark.parametrize(("words", "start"), JOINED)
def test_conversation_sentences_cut_by_pages_are_joined(conversation, words, start):
    (paragraph,) = [plain(p) for p in find(conversation.root, "//t:sp/t:p") if plain(p).startswith(start)]
    assert words in paragraph


def test_conversation_unlabelled_paragraph_stays_in_its_turn(conversation):
    (speech,) = [sp for sp in find(conversation.root, "//t:sp") if "Lenin was still alive" in plain(sp)]
    paragraphs = [plain(p) for p in find(speech, "t:p")]
    assert paragraphs[0].startswith("What you have said about")
    assert paragraphs[1].startswith("Lenin was still alive")
    assert len(find(conversation.root, "//t:sp/t:p")) == 198


def test_conversation_sic_and_correction(conversation):
    (choice,) = find(conversation.root, "//t:text//t:choice[t:sic]")
    assert (plain(find(choice, "t:sic")[0]), whole(find(choice, "t:corr")[0])) == ("4th", "10th")


def test_conversation_head_matter_is_no_speech(conversation):
    labels = [plain(speaker) for speaker in find(conversation.root, "//t:speaker")]
    assert not {"Time", "Location", "Participants", "Chinese side", "Soviet side"} & set(labels)
    assert values(conversation, "//t:settingDesc//t:date/@when") == ["1956-09-18"]
    assert "18:00" in one(conversation, "//t:settingDesc") and "21:10" in one(conversation, "//t:settingDesc")
    assert "Zhongnanhai, Yi Nian Hall" in texts(conversation, "//t:settingDesc//t:placeName")


def test_conversation_participants_by_side(conversation):
    soviet, chinese = side(conversation, "Soviet"), side(conversation, "Chinese")
    assert set(soviet) >= {
        "Anastas Mikoyan",
        "Nuritdin Mukhitdinov",
        "Boris Ponomarev",
        "Ivan Kapitonov",
        "Pavel Yudin",
    }
    assert len(soviet) == 6
    names = {"Liu Shaoqi", "Zhou Enlai", "Peng Dehuai", "Deng Xiaoping", "Wang Jiaxiang", "Shi Zhe"}
    assert names <= set(chinese)


def test_conversation_short_names(conversation):
    short = texts(conversation, "//t:person/t:persName[@type='short']")
    assert {"Chairman", "Peng", "Zhou"} <= set(short)


def test_conversation_status_note(conversation):
    assert [bare(words) for words in texts(conversation, "//t:text//t:note[@type='status']")] == ["Not yet proof read"]


def test_conversation_supplied_words(conversation):
    supplied = texts(conversation, "//t:text//t:sp//t:supplied")
    assert supplied.count("North") >= 13
    for words in (
        "the question",
        "with Communist and Workers' Parties",
        "of the Chinese Communist Party",
        "but",
        "Imre",
        "the Soviet",
    ):
        assert words in supplied


def test_conversation_doubtful_word(conversation):
    (place,) = find(conversation.root, "//t:text//t:supplied[starts-with(., 'contrary')] | //t:text//t:unclear")
    assert place.get("cert") == "low" or name(place) == "unclear"
    assert whole(place).rstrip("?") == "contrary"


def test_conversation_supplied_across_a_page_end(conversation):
    parts = find(conversation.root, "//t:supplied[starts-with(., 'We should')]")
    assert len(parts) == 1
    words = whole(parts[0])
    following = (parts[0].get("next") or "").removeprefix("#")
    rest = [whole(p) for p in find(conversation.root, "//t:supplied") if following and p.get(ID) == following]
    assert squeeze(" ".join([words, *rest])) == "We should tell him:"


def test_conversation_keeps_a_name_in_pinyin_as_a_note_on_the_name(conversation):
    (note,) = find(conversation.root, "//t:note[t:foreign='Saqiukefu']")
    assert note.get("type") == "original"
    assert find(note, "t:foreign")[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Latn"
    assert plain(find(note, "preceding-sibling::*[1]")[0]) == "Sachkov"
    (person,) = persons_named(conversation, "Sachkov")
    assert len(find(conversation.root, f"//t:person[@xml:id='{person}']/t:persName")) == 1
