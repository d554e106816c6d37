"""The scoring itself: kinds are read from the TEI, a wrong fact costs twice, what is kept aside stays unnamed."""

from __future__ import annotations

import measuring
import pytest
import scoring
from comparing import Score, align, differences, score, total
from facts import facts_of
from floors import ASIDE, as_toml, raised, rounded
from lxml import etree
from measuring import AIMS, Measured, by, reached

from corpus import documents

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person role="participant"><persName>A. Rudd</persName><persName type="short">Rudd</persName>
<occupation>keeper</occupation></person>
<person role="mentioned"><persName>B. Krag</persName></person></listPerson></particDesc>
</profileDesc></teiHeader><text><body><div type="document"><head>Log</head><opener>
<seg type="from">From: Wren</seg><idno type="telegram">No. 3</idno>
<dateline><date from="1858-07-21" to="1858-07-22">21-22 July</date></dateline></opener>
<p n="2">He said <quote>“no”</quote>, <unclear>once</unclear>.</p>
<list rend="ordered"><item n="a">One.</item></list><list type="distribution"><item n="1">to file</item></list>
<sp prev="#s1"><speaker>Rudd:</speaker><p>and <foreign xml:lang="fr">non</foreign></p></sp>
<table><row><cell>x</cell><cell>y</cell></row></table>
<div type="entry"><head><date when="1858-07-23">23 July</date></head><p>Fog.</p></div></div></body></text></TEI>"""


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("headings", ["Log", "23 July"]),
        ("fields", [["from", "From: Wren"]]),
        ("telegrams", ["No. 3"]),
        ("datelines", ["1858-07-21/1858-07-22"]),
        ("numbers", ["2", "a"]),
        ("entries", ["1858-07-23"]),
        ("resumed", ["Rudd"]),
        ("rows", ["x | y"]),
        ("attendance", [["A. Rudd | Rudd", "keeper"]]),
        ("unclear", ["once"]),
        ("languages", [["fr", "non"]]),
        ("paragraphs", ["He said “no”, once.", "and non", "Fog."]),
    ],
)
def test_kinds_are_read_from_the_tei(kind, facts):
    assert facts_of(etree.fromstring(TEI), kind) == facts


def test_a_wrong_fact_is_one_too_much_and_one_missing():
    found = score("gaps", [["illegible", "word", "2"]], [["illegible", "word", "3"]])
    assert (found, found.wrong, found.f1) == (Score(1, 1, 0), 2, 0.0)


def test_one_found_fact_answers_one_wanted_fact_only():
    assert score("deletions", ["a", "a"], ["a"]) == Score(2, 1, 1)
    twice = [["side", "A. Rudd", "*"], ["side", "A. Rudd", "*"]]
    assert score("participants", twice, [["side", "A. Rudd", ""]]) == Score(2, 1, 1)


def test_order_counts_in_the_text_and_not_in_the_header():
    assert score("deletions", ["a", "b"], ["b", "a"]) == Score(2, 2, 1)
    people = [["side", "A", ""], ["side", "B", ""]]
    assert score("participants", people, people[::-1]) == Score(2, 2, 2)


def test_a_fact_that_may_be_missing_does_not_take_the_place_of_one_that_may_not():
    found = [["A. Rudd", "keeper"]]
    assert score("attendance", [["?Rudd", "*"], ["Rudd", "keeper"]], found) == Score(1, 1, 1)
    assert align("deletions", ["?a", "a"], ["a"])[1] == ("a", "a")


def test_a_turn_whose_speaker_the_source_does_not_tell_may_be_anybodys():
    wanted = [["A", "1"], ["A or B", "*"]]
    assert differences("speakers", wanted, [["A", "A"], ["A or B", "A"]]) == []
    assert differences("speakers", wanted, [["A", "A"], ["A or B", "A or B"]]) == []
    assert differences("speakers", [["A", "1"], ["Chair", "1"]], [["A", "A"], ["Chair", "Chair"]]) != []


def test_nothing_wanted_and_nothing_found_is_right():
    assert (score("notes", [], []).f1, total([]).f1) == (1.0, 1.0)
    assert score("notes", [], [["editor", "", "x", "y"]]).f1 == 0.0


def test_tables_say_where_an_aim_is_missed():
    document = documents()[0]
    ones = [
        Measured(document, "notes", Score(10, 10, 9), ("missing: n",)),
        Measured(document, "rows", Score(1, 1, 0), ()),
    ]
    lines = "\n".join(scoring.table("OPEN", ones))
    assert "0.900   0.900   0.900  aim 0.97  short" in lines
    assert [line.split()[0] for line in lines.splitlines() if "aim" in line] == ["notes"]
    assert scoring.worst(ones, 5) == [f"{document.frame}/{document.name}  notes  F1 0.900", "    missing: n"]


def test_what_is_kept_aside_is_named_only_when_asked_for(capsys, monkeypatch):
    aside = next(document for document in documents() if document.is_aside)
    one = Measured(aside, "notes", Score(1, 0, 0), ("missing: a word of it",))
    monkeypatch.setattr(scoring, "measured", lambda *, aside, wanted: [one] if aside else [])
    scoring.main(["--no-verify"])
    assert aside.name not in (hidden := capsys.readouterr().out) and "a word of it" not in hidden
    scoring.main(["--no-verify", "--reveal"])
    assert "missing: a word of it" in capsys.readouterr().out


def test_only_the_documents_asked_for_are_encoded(capsys, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(measuring, "measure", lambda document: asked.append(document.name) or [])
    first, second = (document.name for document in documents()[:2])
    scoring.main(["--no-verify", "--document", first, second])
    assert sorted(asked) == sorted([first, second])
    with pytest.raises(SystemExit, match="whole corpus"):
        scoring.main(["--no-verify", "--save-floors", "--document", first])


def test_what_is_reached_is_written_by_document_and_for_what_is_aside_by_kind():
    document = documents()[0]
    open_ones = [Measured(document, "notes", Score(3, 3, 2), ())]
    aside = [Measured(document, "pages", Score(1, 1, 1), ()), Measured(document, "pages", Score(1, 1, 0), ())]
    found = reached(open_ones, aside)
    assert found == {f"{document.frame}/{document.name}": {"notes": 2 / 3}, ASIDE: {"pages": 0.5}}
    assert by(aside, "frame") == {document.frame: Score(2, 2, 1)}


def test_floors_are_raised_and_never_lowered():
    old = {"letter/a": {"notes": 0.9, "pages": 0.5}, "letter/gone": {"notes": 1.0}}
    new = raised(old, {"letter/a": {"notes": 0.8, "pages": 0.66666, "gaps": 1.0}})
    assert new == {"letter/a": {"notes": 0.9, "pages": 0.666, "gaps": 1.0}}
    assert as_toml(new).splitlines()[2:] == ['["letter/a"]', "gaps = 1.000", "notes = 0.900", "pages = 0.666"]
    assert rounded(0.9999) == 0.999


def test_every_frame_has_open_documents_and_some_are_aside():
    frames = {document.frame for document in documents()}
    assert {d.frame for d in documents() if not d.is_aside} == frames == {d.frame for d in documents() if d.is_aside}
    assert len(frames) == 12 and len(documents()) >= 40


def test_every_aim_is_measured_on_open_documents_and_aside():
    for aside in (False, True):
        stated = {kind for document in documents() if document.is_aside == aside for kind in document.facts}
        assert stated >= AIMS.keys()
