"""A document encoded again: its files, what the commands say, and conflicts settled for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from merge_calling import Diple, change

from diple.ledger import Ledger, digest
from diple.merge import journal, renewal


def state(edition: Path) -> dict[str, tuple[bytes, int]]:
    """Return the files of the edition with when they were written."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (edition / "tei").iterdir()}


def test_the_base_is_the_tei_as_it_was_encoded(edition: Path) -> None:
    assert (edition / "tei/letter.base.tei").read_bytes() == (edition / "tei/letter.xml").read_bytes()


def test_what_is_new_arrives_beside_what_was_edited(edition: Path, diple: Diple) -> None:
    tei = edition / "tei/letter.xml"
    edited = change(tei, ("Nobody asked", "<!-- who? -->Nobody asked"))
    change(edition / "seeds/letter.txt", ("late", "early"))
    result = diple("encode", "seeds/letter.txt")
    assert (result.status, result.out) == (0, "tei/letter.xml: merged with what was edited\n")
    assert tei.read_bytes() == edited.replace(b"late", b"early")
    assert (edition / "tei/letter.xml~").read_bytes() == edited
    assert diple("verify").status == 0
    assert diple("validate").status == 0


def test_ledger_and_base_are_those_of_the_new_encoding_under_the_ids_of_the_file(edition: Path, diple: Diple) -> None:
    tei = edition / "tei/letter.xml"
    change(tei, ("asked", "<hi>asked</hi>"))
    change(edition / "seeds/letter.txt", ("The harbour", "We write again of it at last.\n\nThe harbour"))
    diple("encode", "seeds/letter.txt")
    assert '<p xml:id="p3">We write again' in tei.read_text()
    base = (edition / "tei/letter.base.tei").read_bytes()
    ledger = Ledger.from_json((edition / "tei/letter.ledger.json").read_bytes())
    assert ledger.tei_digest == digest(base)
    assert base.decode().replace("asked", "<hi>asked</hi>") == tei.read_text()
    source = (edition / "seeds/letter.txt").read_text()
    (entry,) = [one for one in ledger.entries if source[one.start : one.end].startswith("We write again")]
    assert entry.to == "#p3"


def test_a_file_that_nobody_edited_is_replaced(edition: Path, diple: Diple) -> None:
    change(edition / "seeds/letter.txt", ("The harbour", "We write again.\n\nThe harbour"))
    diple("encode", "seeds/letter.txt")
    assert '<p xml:id="p1">We write again.' in (edition / "tei/letter.xml").read_text()
    assert not (edition / "tei/letter.xml~").exists()


def test_with_nothing_new_no_file_is_written(edition: Path, diple: Diple) -> None:
    change(edition / "tei/letter.xml", ("asked", "<hi>asked</hi>"))
    before = state(edition)
    assert diple("encode", "seeds/letter.txt").status == 0
    assert state(edition) == before
    change(edition / "seeds/letter.txt", ("The harbour", "We write again.\n\nThe harbour"))
    diple("encode", "seeds/letter.txt")
    before = state(edition)
    assert diple("encode", "seeds/letter.txt").status == 0
    assert state(edition) == before


def test_an_edit_that_the_transcript_takes_over_is_no_edit_any_more(edition: Path, diple: Diple) -> None:
    change(edition / "tei/letter.xml", ("late", "early"))
    change(edition / "seeds/letter.txt", ("late", "early"))
    assert diple("encode", "seeds/letter.txt").out == "tei/letter.xml\n"
    base = (edition / "tei/letter.base.tei").read_bytes()
    assert (edition / "tei/letter.xml").read_bytes() == base


def test_an_edition_without_base_gets_one_as_long_as_that_can_be_known(edition: Path, diple: Diple) -> None:
    base = edition / "tei/letter.base.tei"
    machine = base.read_bytes()
    base.unlink()
    change(edition / "tei/letter.xml", ("asked", "<hi>asked</hi>"))
    assert diple("encode", "seeds/letter.txt").status == 0
    assert base.read_bytes() == machine
    base.unlink()
    change(edition / "seeds/letter.txt", ("late", "early"))
    before = state(edition)
    result = diple("encode", "seeds/letter.txt")
    assert (result.status, "I051" in result.err) == (1, True)
    assert state(edition) == before
    (edition / "old.xml").write_bytes(machine)
    assert diple("merge", "letter", "--base", "old.xml").status == 0
    assert "early" in (edition / "tei/letter.xml").read_text()


def test_a_file_that_is_not_valid_waits(edition: Path, diple: Diple) -> None:
    edited = change(edition / "tei/letter.xml", ("asked", "<nonsense>asked</nonsense>"))
    change(edition / "seeds/letter.txt", ("late", "early"))
    result = diple("encode", "seeds/letter.txt")
    assert (result.status, "I055" in result.err) == (1, True)
    assert (edition / "tei/letter.xml").read_bytes() == edited
    change(edition / "tei/letter.xml", ("<nonsense>asked</nonsense>", "<hi>asked</hi>"))
    assert diple("encode", "seeds/letter.txt").status == 0
    assert b"early" in (edition / "tei/letter.xml").read_bytes()


# ---- conflicts


@pytest.fixture
def conflict(edition: Path, diple: Diple) -> Path:
    """An edition in which the same two words were changed in the TEI and in the transcript."""
    change(edition / "tei/letter.xml", ("late", "soon"), ("Nobody", "No one"))
    change(edition / "seeds/letter.txt", ("late", "early"), ("Nobody", "No man"), ("tariffs", "duties"))
    result = diple("encode", "seeds/letter.txt")
    assert result.status == 1
    assert "D701" in result.err
    return edition


def test_a_conflict_is_on_the_list_until_it_is_settled(conflict: Path, diple: Diple) -> None:
    def listed() -> list[str]:
        found = json.loads(diple("review", "--format", "json").out)
        return [one["xpath"] for one in found if one["code"] == "D701"]

    text = (conflict / "tei/letter.xml").read_text()
    assert "soon" in text and "duties" in text
    assert listed() == ["#p1", "#p2"]
    assert diple("encode", "seeds/letter.txt").status == 0
    assert listed() == ["#p1", "#p2"]
    assert diple("merge", "letter", "--take", "new", "--at", "p1").status == 0
    assert listed() == ["#p2"]
    assert "opens early in" in (conflict / "tei/letter.xml").read_text()
    assert diple("merge", "letter", "--take", "mine").status == 0
    assert listed() == []
    assert "No one asked" in (conflict / "tei/letter.xml").read_text()


def test_what_is_settled_stays_settled(conflict: Path, diple: Diple) -> None:
    diple("merge", "letter", "--take", "mine")
    settled = (conflict / "tei/letter.xml").read_bytes()
    change(conflict / "seeds/letter.txt", ("2 March", "3 March"))
    assert diple("encode", "seeds/letter.txt").status == 0
    now = (conflict / "tei/letter.xml").read_bytes()
    assert now == settled.replace(b"2 March", b"3 March").replace(b"03-02", b"03-03")
    change(conflict / "seeds/letter.txt", ("early", "later"))
    assert diple("encode", "seeds/letter.txt").status == 1


def test_the_new_reading_put_in_by_hand_settles_too(conflict: Path, diple: Diple) -> None:
    change(conflict / "tei/letter.xml", ("soon", "early"))
    assert "#p1" not in diple("review", "--format", "json").out


@pytest.mark.parametrize(
    "arguments", [("--take", "new", "--at", "p9"), ("--at", "p1"), ("--take", "theirs"), ("--base", "none.xml")]
)
def test_what_cannot_be_settled_changes_nothing(conflict: Path, diple: Diple, arguments: tuple[str, ...]) -> None:
    before = state(conflict)
    assert diple("merge", "letter", *arguments).status in {2, 3}
    assert state(conflict) == before


def test_a_place_edited_since_is_not_guessed_at(conflict: Path, diple: Diple) -> None:
    change(conflict / "tei/letter.xml", ("opens soon in", "will open soon, in"))
    before = state(conflict)
    result = diple("merge", "letter", "--take", "new", "--at", "p1")
    assert (result.status, "I056" in result.err) == (3, True)
    assert state(conflict) == before


def test_a_damaged_record_stops_the_merge_and_nothing_is_written(conflict: Path, diple: Diple) -> None:
    (conflict / "tei/letter.merge.json").write_text("{")
    before = state(conflict)
    for command in (("encode", "seeds/letter.txt"), ("review",), ("merge", "letter")):
        result = diple(*command)
        assert (result.status, "I057" in result.err) == (3, True)
    assert state(conflict) == before


def test_dry_run_shows_words_by_paragraph_and_writes_nothing(edition: Path, diple: Diple) -> None:
    change(edition / "tei/letter.xml", ("asked", "<hi>asked</hi>"))
    change(edition / "seeds/letter.txt", ("late", "early"), ("tariffs", "duties"))
    before = state(edition)
    result = diple("merge", "letter", "--dry-run")
    assert result.out.splitlines() == [
        "p1: The harbour opens [-late-]{+early+} in the spring,",
        "p2: asked for the [-tariffs-]{+duties+} of the free",
        "tei/letter.xml: merged with what was edited",
    ]
    assert state(edition) == before


@pytest.mark.parametrize("written", list(range(7)))
def test_a_merge_cut_off_after_any_file_is_taken_up_again(
    conflict: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    change(conflict / "seeds/letter.txt", ("The harbour", "We write again.\n\nThe harbour"), ("early", "at dawn"))
    whole, count = journal.write_atomically, 0

    def write(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count > written:
            raise KeyboardInterrupt
        whole(path, data)

    before = (conflict / "tei/letter.xml").read_bytes()
    copy = {path: path.read_bytes() for path in (conflict / "tei").iterdir()}
    diple("encode", "seeds/letter.txt")
    after = {path: path.read_bytes() for path in (conflict / "tei").iterdir()}
    for path, data in copy.items():
        path.write_bytes(data)
    for module in (journal, renewal):
        monkeypatch.setattr(module, "write_atomically", write)
    diple("encode", "seeds/letter.txt")
    assert (conflict / "tei/letter.xml").read_bytes() in {before, after[conflict / "tei/letter.xml"]}
    for module in (journal, renewal):
        monkeypatch.setattr(module, "write_atomically", whole)
    diple("encode", "seeds/letter.txt")
    assert {path: path.read_bytes() for path in (conflict / "tei").iterdir()} == after


def test_what_was_edited_after_a_run_was_cut_off_is_known_to_come_from_before_or_after(tmp_path: Path) -> None:
    tei, base, kept = tmp_path / "a.xml", tmp_path / "a.base.tei", tmp_path / ".a.journal"
    for standing, expected in ((b"one\nTWO\nmine\n", b"new"), (b"one\ntwo\nmine\n", b"old")):
        base.write_bytes(b"old")
        tei.write_bytes(standing)
        files = {"a.xml": "one\nTWO\nthree\n", "a.base.tei": "new"}
        kept.write_text(json.dumps({"before": "one\ntwo\nthree\n", "files": files}))
        journal.finish(kept)
        assert (base.read_bytes(), tei.read_bytes(), kept.exists()) == (expected, standing, False)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": 1}'])
def test_a_damaged_journal_is_forgotten(tmp_path: Path, damage: str) -> None:
    (tmp_path / "j").write_text(damage)
    journal.finish(tmp_path / "j")
    assert list(tmp_path.iterdir()) == []


def test_build_merges_too(conflict: Path, diple: Diple) -> None:
    change(conflict / "seeds/letter.txt", ("2 March", "3 March"))
    result = diple("build")
    assert "1 merged with what was edited" in result.out
    assert "3 March" in (conflict / "build/documents/letter/letter.xml").read_text()


# ---- conflicts whose time is past


def open_conflicts(diple: Diple) -> list[str]:
    found = json.loads(diple("review", "--format", "json").out)
    return [one["message"] for one in found if one["code"] == "D701"]


def test_another_reading_takes_the_place_of_the_one_that_was_offered(conflict: Path, diple: Diple) -> None:
    change(conflict / "seeds/letter.txt", ("early", "at dawn"))
    assert diple("encode", "seeds/letter.txt").status == 1
    first, second = open_conflicts(diple)
    assert "“at dawn” where the file has “soon”" in first
    assert "No man" in second


def test_a_conflict_ends_when_the_transcript_takes_over_the_edit(conflict: Path, diple: Diple) -> None:
    change(conflict / "seeds/letter.txt", ("early", "soon"))
    diple("encode", "seeds/letter.txt")
    assert len(open_conflicts(diple)) == 1


def test_a_conflict_ends_when_the_transcript_is_again_as_it_was_when_the_place_was_edited(
    conflict: Path, diple: Diple
) -> None:
    change(conflict / "seeds/letter.txt", ("early", "late"), ("No man", "Nobody"))
    assert diple("encode", "seeds/letter.txt").status == 0
    assert open_conflicts(diple) == []
    assert "soon" in (conflict / "tei/letter.xml").read_text()


def test_a_conflict_elsewhere_stays_open(conflict: Path, diple: Diple) -> None:
    change(conflict / "seeds/letter.txt", ("2 March", "3 March"))
    diple("encode", "seeds/letter.txt")
    assert len(open_conflicts(diple)) == 2
