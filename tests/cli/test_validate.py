"""``diple validate``: places shown, formats for programs, codes explained, mistakes mended, findings accepted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from calling import Diple
from lxml import etree

RECORD = """
Document Information

Source

AMFA, f. 7, op. 2, d. 31, ll. 12-13.

Record ID

900001
"""
WRONG = '<persNmae ref="#orlo">Orlo</persNmae>'


@pytest.fixture
def edition(edition: Path) -> Path:
    """The edition with a talk and a note of which date and archive are known."""
    for name, start in (("talk.txt", ""), ("note.txt", "5 May 1962\n\n")):
        path = edition / "seeds" / name
        path.write_text(start + path.read_text("utf-8") + RECORD, "utf-8")
    (edition / "seeds" / "letter.md").unlink()
    return edition


@pytest.fixture
def talk(edition: Path, diple: Diple) -> Path:
    """A TEI file of the edition with one misspelt element, in a paragraph made from line 5 of its transcript."""
    assert diple("encode", "seeds/talk.txt").status == 0
    path = edition / "tei" / "talk.xml"
    edit(path, "Who reads", f"{WRONG} Who reads")
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_finding_is_shown_with_its_place(talk: Path, diple: Diple) -> None:
    result = diple("validate", talk)
    assert result.status == 1
    head, xpath, line, caret, source, allowed = result.out.splitlines()
    assert re.fullmatch(rf"{re.escape(str(talk))}:\d+:\d+: error S001: .*did you mean `persName`\?", head)
    assert re.fullmatch(r"    //\*\[@xml:id='\w+'\]/persNmae", xpath)
    assert line[caret.index("^") :].startswith(WRONG)
    assert line.split("|")[0].strip() == head.removeprefix(f"{talk}:").split(":")[0]
    assert source == "    seeds/talk.txt:5 | Varga: Who reads the statement out?"
    assert allowed.startswith("    allowed here: text, ")


def test_a_place_far_along_a_long_line_is_shown(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/note.txt")
    path = edition / "tei" / "note.xml"
    edit(path, "Nobody", f"{'Nobody asked. ' * 200}\t{WRONG} nobody")
    line, caret = diple("validate", path).out.splitlines()[2:4]
    assert line[caret.index("^") :].startswith(WRONG)
    assert len(line) < 120


def test_rules_are_run_and_warnings_count_but_advice_does_not(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/note.txt")
    path = edition / "tei" / "note.xml"
    edit(path, "tariffs", '<date>tariffs</date> <persName ref="#nobody"> x</persName>')
    result = diple("validate", path, "--format", "json")
    assert result.status == 1
    assert {one["code"]: one["level"] for one in result.findings} == {
        "R001": "error",
        "R307": "advice",
        "R401": "warning",
    }


def test_programs_get_their_forms_and_nothing_else(talk: Path, diple: Diple) -> None:
    (finding,) = diple("validate", talk, "--format", "json").findings
    assert set(finding) >= set("code level file line column xpath message suggestion source_file source_line".split())
    assert finding["suggestion"] == "persName"
    (run,) = json.loads(diple("validate", talk, "--format", "sarif").out)["runs"]
    assert [one["ruleId"] for one in run["results"]] == ["S001"]
    suite = etree.fromstring(diple("validate", talk, "--format", "junit").out.encode())[0]
    assert (suite.get("name"), suite.get("failures")) == (str(talk), "1")
    assert diple("validate", talk, "--format", "github").out.startswith(f"::error file={talk},line=")


def test_what_is_valid_is_told_in_each_form(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt")
    edit(edition / "tei" / "talk.xml", "<sourceDesc>", "<sourceDesc><!-- from the archive -->")
    assert diple("validate", "--format", "json") == (0, "[]\n", "")
    assert diple("validate", "--format", "github") == (0, "", "")
    assert json.loads(diple("validate", "--format", "sarif").out)["runs"][0]["results"] == []
    assert etree.fromstring(diple("validate", "--format", "junit").out.encode())[0].get("failures") == "0"


def test_a_code_is_explained(outside: Path, diple: Diple) -> None:
    result = diple("validate", "--explain", "r204")
    assert result.status == 0
    assert result.out.startswith("R204 (warning): ")
    assert "Not so:" in result.out
    wrong = diple("validate", "--explain", "R240")
    assert wrong.status == 2
    assert "there is no code R240" in wrong.err
    unlike = diple("validate", "--explain", "zz9")
    assert unlike.status == 2
    assert "codes are three figures after one of D, I, R, S, V" in " ".join(unlike.err.split())


def test_fix_shows_what_it_would_do_and_writes_only_when_told_to(talk: Path, diple: Diple) -> None:
    before = talk.read_bytes()
    shown = diple("validate", talk, "--fix")
    assert shown.status == 1
    assert f"-{'<persNmae'}" in re.sub(r"(?m)^([-+])\s*(?:….*?)?(?:<p[^>]*>)?(?=<persN)", r"\1", shown.out)
    assert "nothing was written" in shown.out
    assert talk.read_bytes() == before
    written = diple("validate", talk, "--fix", "--yes")
    assert talk.read_bytes() == before.replace(b"persNmae", b"persName")
    assert "1 mistake put right" in written.out
    assert diple("validate", talk, "--fix").out.startswith("nothing that can be put right")


def test_fix_leaves_standard_output_to_programs(talk: Path, diple: Diple) -> None:
    result = diple("validate", talk, "--fix", "--yes", "--format", "json")
    assert "S001" not in result.codes
    assert "+++" in result.err


def test_yes_alone_is_wrong_usage(edition: Path, diple: Diple) -> None:
    assert diple("validate", "--yes").status == 2


# ---- what is accepted


REASON = """\
[[accepted]]
code = "R401"
document = "talk"
place = "{place}"
reason = "The space is the typist's, who set all names apart."
by = "A. Editor"
since = 2024-03-09
"""


@pytest.fixture
def spaced(edition: Path, diple: Diple) -> Path:
    """An edition with one TEI file in which a name has white space at its edge."""
    diple("encode", "seeds/talk.txt")
    edit(edition / "tei" / "talk.xml", "begin with", 'begin <seg xml:id="s99"> with</seg>')
    return edition


@pytest.mark.parametrize("place", ["", "s99", "//*[@xml:id='s99']"])
def test_what_is_accepted_is_not_shown_and_does_not_fail(spaced: Path, diple: Diple, place: str) -> None:
    assert diple("validate", "--format", "json").codes == ["R401"]
    (spaced / "accepted.toml").write_text(REASON.format(place=place), "utf-8")
    assert diple("validate") == (0, "", "")


@pytest.mark.parametrize("change", [("R401", "R402"), ("s99", "s98"), ('"talk"', '"tolk"')])
def test_a_reason_for_something_else_accepts_nothing_and_is_told(
    spaced: Path, diple: Diple, change: tuple[str, str]
) -> None:
    (spaced / "accepted.toml").write_text(REASON.format(place="s99").replace(*change), "utf-8")
    result = diple("validate", "--format", "json")
    assert result.status == 1
    assert sorted(result.codes) == ["R401", "R901"]
    told = next(one for one in result.findings if one["code"] == "R901")
    assert (told["file"], told["line"], told["level"]) == ("accepted.toml", 1, "warning")


def test_a_reason_for_a_document_not_looked_at_is_left_alone(spaced: Path, diple: Diple) -> None:
    diple("encode", "seeds/note.txt")
    (spaced / "accepted.toml").write_text(REASON.format(place="s77"), "utf-8")
    assert "R901" not in diple("validate", "tei/note.xml", "--format", "json").codes
    assert "R901" in diple("validate", "tei/talk.xml", "--format", "json").codes


def test_build_counts_what_is_accepted(spaced: Path, diple: Diple) -> None:
    (spaced / "accepted.toml").write_text(REASON.format(place="s99"), "utf-8")
    result = diple("build")
    assert "1 accepted with a reason" in result.out
    assert "R401" not in result.out + result.err


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[[accepted]\n", "I065", 1),
        ("accepted = 1\n", "I068", 1),
        ("\n[accepted]\ncode = 'R401'\n", "I068", 2),
        ("[[excused]]\n", "I066", 1),
        ("# why\n[[accepted]]\nkode = 'R401'\n", "I066", 2),
        ("[[accepted]]\ncode = 'R401'\ndocument = 'talk'\n", "I067", 1),
        ("[[accepted]]\ncode = 'R401'\ndocument = 'talk'\nreason = ' '\n", "I067", 1),
        ("[[accepted]]\ncode = 'R000'\ndocument = 'talk'\nreason = 'so'\n", "I068", 1),
        ("[[accepted]]\ncode = 'S001'\ndocument = 'talk'\nreason = 'so'\n", "I068", 1),
        ("[[accepted]]\ncode = 'Q7'\ndocument = 'talk'\nreason = 'so'\n", "I068", 1),
        ("[[accepted]]\ncode = 7\ndocument = 'talk'\nreason = 'so'\n", "I068", 1),
        ("[[accepted]]\ncode = 'R401'\ndocument = 'talk'\nreason = 'so'\nsince = 'May'\n", "I068", 1),
    ],
)
def test_a_file_of_reasons_that_cannot_be_used_is_refused(
    spaced: Path, diple: Diple, text: str, code: str, line: int
) -> None:
    (spaced / "accepted.toml").write_text(text, "utf-8")
    for command in ("validate", "build"):
        result = diple(command, "--format", "json")
        assert result.status == 3
        told = [one for one in result.findings if one["code"] == code]
        assert [(one["file"], one["line"]) for one in told] == [("accepted.toml", line)]
