"""The worklist names what is doubtful, contradictory or likely misprinted, and nothing that was settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.findings import Finding
from diple.review import review, review_file
from diple.review.misprints import has_dictionary
from diple.xmlio import parse_bytes

PAGE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><creation>
<date when="1958-09-19">19 September 1958</date></creation></profileDesc></teiHeader>
<text><body><div>{}</div></body></text></TEI>"""


def reviewed(content: str) -> list[Finding]:
    return review(parse_bytes(PAGE.format(content).encode(), "tei.xml").getroot(), "tei.xml")


def codes(content: str) -> list[str]:
    return [finding.code for finding in reviewed(content)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<p xml:id="p1">He said <supplied cert="low">them</supplied>.</p>', ["D501"]),
        ('<p xml:id="p1">He said <supplied cert="high">them</supplied>.</p>', []),
        ('<p xml:id="p1">Words.<metamark function="highlight" rend="line"/></p>', ["D502"]),
        ('<p xml:id="p1">Words.<metamark function="highlight" rend="line" cert="unknown"/></p>', ["D502"]),
        ('<p xml:id="p1">Words.<metamark function="highlight" rend="line" target="#p1"/></p>', []),
        ('<postscript><ab><date when="1958-11-19">19 November 1958</date></ab></postscript>', ["D503"]),
        ('<postscript><ab><date when="1958-09-22">22 September 1958</date></ab></postscript>', []),
        ('<p xml:id="p1">On <date when="1961-02-03">3 February 1961</date> it rained.</p>', ["D504"]),
        ('<p xml:id="p1">They meet on <date when="1958-12-01">1 December</date>.</p>', []),
        ('<p xml:id="p1">On <date when="1957-02-03">3 February 1957</date> it rained.</p>', []),
        ('<p xml:id="p1">A<pb n="4"/> b<pb n="6"/> c<pb n="7"/></p>', ["D508"]),
        ('<p xml:id="p1">A<note place="foot" n="1">x</note> b<note place="foot" n="1">y</note></p>', ["D506"]),
        ('<p xml:id="p1">We met in the the harbour.</p>', ["D505"]),
        ('<p xml:id="p1">We met. I.n so doing we agreed.</p>', ["D505"]),
        ('<p xml:id="p1">It must in ,no case happen.</p>', ["D505"]),
        ('<p xml:id="p1">Note the: changes we had had that day.</p>', ["D505"]),
        ('<p xml:id="p1">N. S. Brandt, i.e. the U.S.A. envoy, agreed.</p>', []),
        ('<p xml:id="p1">' + "The HPSK met. " * 6 + 'The HPSU met.</p>', ["D505"]),
    ],
)  # fmt: skip
def test_places_are_found(content: str, expected: list[str]) -> None:
    assert codes(content) == expected


@pytest.mark.parametrize(
    ("word", "better"), [("conssideration", "consideration"), ("whiie", "while"), ("setlement", "settlement")]
)
def test_misprints_are_suspected(word: str, better: str) -> None:
    if not has_dictionary():
        pytest.skip("the extra 'spelling' is not installed: misprints are not looked up")
    found = reviewed(f'<p xml:id="p1">Under {word} of the matter.</p>')
    assert [finding.code for finding in found] == ["D505"]
    assert better in found[0].message


@pytest.mark.parametrize("word", ["behaviour", "analyse", "vigour", "recognised", "timeframe", "co-operation", "Zhou"])
def test_spellings_of_other_countries_are_no_misprints(word: str) -> None:
    assert codes(f'<p xml:id="p1">Their {word} was described.</p>') == []


def test_words_in_notes_and_foreign_words_are_left_alone() -> None:
    assert codes('<p xml:id="p1">A<note>whiie</note> b <foreign>sily</foreign> c <sic>whiie</sic></p>') == []


def test_a_file_without_ledger_is_reviewed(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(PAGE.format('<p xml:id="p1">So <unclear cert="low">it</unclear> was.</p>'))
    found = review_file(path, None)
    assert [(finding.code, finding.line) for finding in found] == [("D501", 3)]
