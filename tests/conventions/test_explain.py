"""The account of a source line by line, and the commands check and explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diple.cli import main
from diple.explain import explain
from diple.pipeline import encode
from diple.source import read_source, source_from_text
from diple.trace import TracedDraft

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.*"))


def test_a_claim_tells_who_made_it_and_why() -> None:
    (line,) = explain(source_from_text("The harbour [illegible] was opened."))
    gaps = [claim for claim in line.claims if claim.what == "gap"]
    assert [(gap.by, gap.attrs["reason"]) for gap in gaps] == [("brackets", "illegible")]
    assert "stands for what is not there" in gaps[0].why


def test_a_claim_that_lost_names_what_beat_it() -> None:
    draft = TracedDraft(source_from_text("The harbour [sic] was opened."))
    draft.recogniser = "first"
    assert draft.sign(12, 17)
    draft.recogniser = "second"
    assert not draft.sign(10, 14)
    lost = draft.claims[-1]
    assert (lost.fate, lost.by, lost.beaten_by) == ("refused", "second", "first")


def test_a_claim_taken_back_names_who_took_it_back() -> None:
    draft = TracedDraft(source_from_text("The harbour was opened."))
    draft.recogniser = "first"
    draft.span(4, 11, "hi")
    draft.recogniser = "second"
    draft.spans.clear()
    draft.recogniser = "third"
    assert [(claim.fate, claim.beaten_by) for claim in draft.claims] == [("withdrawn", "second")]


@pytest.mark.parametrize("path", SEEDS[:2], ids=lambda path: path.stem[:10])
def test_the_account_holds_every_character_and_changes_nothing(path: Path) -> None:
    source = read_source(path)
    lines = explain(source)
    assert [line.text for line in lines] == [source.line_text(number) for number in range(1, len(lines) + 1)]
    for line in lines:
        became = "".join("".join(stretch.text.split()) for stretch in line.stretches)
        assert became == "".join(line.text.split())
    entries = encode(source).ledger.entries
    signs = {entry.by for entry in entries if entry.disposition == "sign" and entry.literal.strip()}
    assert signs <= {stretch.by for line in lines for stretch in line.stretches}


def test_the_command_shows_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Title\n\nThe harbour [sic] was opened.\n", encoding="utf-8")
    assert main(["explain", str(path), "--line", "3"]) == 0
    shown = capsys.readouterr().out
    assert "3  The harbour [sic] was opened." in shown
    assert "brackets: sign “[sic]”" in shown
    assert "Title" not in shown
    assert "\x1b" not in shown
    assert main(["explain", str(path), "--lines", "1-3", "--format", "json"]) == 0
    lines = json.loads(capsys.readouterr().out)
    assert [line["line"] for line in lines] == [1, 2, 3]
    assert main(["explain", str(path), "--lines", "3-1"]) == 2
    assert main(["explain", str(tmp_path / "none.txt")]) == 3


def test_check_tells_failing_examples_and_their_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "conventions.toml"
    entry = '[[convention]]\nwording = "[out: {text}]"\nmeans = "deletion"\n'
    good = (
        'examples = [\n  { source = "It was [out: well].", becomes = \'<del rend="strikethrough">well</del>\' },\n]\n'
    )
    path.write_text(entry + good, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert "1 wording, 1 example, all are well" in capsys.readouterr().out
    path.write_text(entry + good.replace("strikethrough", "erased"), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    assert "conventions.toml:5: error I085" in capsys.readouterr().out
    path.write_text(entry, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert "I086" in capsys.readouterr().out
