"""Saves: which pages become new, what is told, and what is left alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty
from time import monotonic, sleep
from typing import Any, NamedTuple

import pytest
from serving import NAME, Served

from diple.cli import main
from diple.cli.serve import _watching
from diple.edition import Edition
from diple.kit import SAMPLE
from diple.serve import Bulletin, Workshop


class Bench(NamedTuple):
    """A workshop, what its terminal shows, and the edition it works on."""

    workshop: Workshop
    told: list[str]
    edition: Edition

    def save(self, path: str, old: str, new: str) -> list[tuple[str, str]]:
        """Change a file as an editor does and return the news that follows at once."""
        file = self.edition.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        with self.workshop.bulletin.listening() as queue:
            self.workshop.saved([file])
            self.finish()
            return news(queue)

    def finish(self) -> None:
        """Have done what follows for the documents saved, but nothing in the background."""
        for _ in range(4):
            self.workshop.idle()
        self.workshop.close()

    def page(self) -> str:
        return (self.edition.build / "documents" / NAME / "index.html").read_text(encoding="utf-8")

    def findings(self) -> list[dict[str, Any]]:
        return list(json.loads(self.workshop.bulletin.findings_as_json(NAME)))


def news(queue: Any) -> list[tuple[str, str]]:
    found = []
    with suppress(Empty):
        while True:
            found.append(queue.get_nowait())
    return found


def wait_until(true: Callable[[], bool], seconds: float = 90) -> None:
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end, "nothing happened"
        sleep(0.1)


@pytest.fixture
def bench(edition: Edition) -> Iterator[Bench]:
    told: list[str] = []
    workshop = Workshop(edition, Bulletin(), told.append)
    workshop.open()
    yield Bench(workshop, told, edition)
    workshop.close()


TEI = f"tei/{NAME}.xml"


def test_a_saved_tei_file_gives_its_page_first_and_then_its_findings(bench: Bench) -> None:
    said = bench.save(TEI, "Paragraph 7 speaks", "Paragraph 7 talks")
    assert said == [("page", NAME), ("findings", NAME)]
    assert "Paragraph 7 talks" in bench.page()
    assert any(row["code"] == "V102" and row["level"] == "error" for row in bench.findings())
    assert any("V102" in line for line in bench.told)
    reading = bench.edition.build / "documents" / NAME / f"{NAME}.reading.txt"
    assert "Paragraph 7 talks" in reading.read_text(encoding="utf-8")


def test_a_corrected_transcript_is_encoded(bench: Bench) -> None:
    said = bench.save(f"seeds/{SAMPLE}", "Paragraph 9 speaks", "Paragraph 9 sings")
    assert said == [("page", NAME), ("findings", NAME)]
    assert "Paragraph 9 sings" in bench.page()
    assert "Paragraph 9 sings" in (bench.edition.root / TEI).read_text(encoding="utf-8")


def test_a_file_that_is_not_well_formed_leaves_the_page_and_says_so(bench: Bench) -> None:
    before = bench.page()
    said = bench.save(TEI, "<closer>", "<closr>")
    assert said == [("findings", NAME)]
    assert bench.page() == before
    assert any(row["code"] == "I020" for row in bench.findings())
    assert bench.save(TEI, "<closr>", "<closer>")[-1] == ("findings", NAME)
    assert not any(row["code"] == "I020" for row in bench.findings())


def test_a_save_that_changes_nothing_does_nothing(bench: Bench) -> None:
    assert bench.save(TEI, "Paragraph 7", "Paragraph 7") == []


def test_what_the_program_writes_itself_does_not_call_for_more(bench: Bench) -> None:
    bench.save(f"seeds/{SAMPLE}", "Paragraph 9 speaks", "Paragraph 9 sings")
    own = [bench.edition.root / TEI, bench.edition.tei / f"{NAME}.ledger.json"]
    with bench.workshop.bulletin.listening() as queue:
        bench.workshop.saved(own)
        assert news(queue) == []


def test_a_new_document_has_everything_built_anew(bench: Bench) -> None:
    new = bench.edition.seeds / "1956-another-letter.txt"
    new.write_text("Dear friend,\n\nall is well.\n\nYours,\n\nO. Lindqvist\n", encoding="utf-8")
    bench.workshop.saved([new])
    page = bench.edition.build / "documents" / new.stem / "index.html"
    assert bench.workshop.is_busy

    def done() -> bool:
        bench.workshop.idle()
        return not bench.workshop.is_busy

    with bench.workshop.bulletin.listening() as queue:
        wait_until(done)
        assert ("page", "*") in news(queue)
    assert page.is_file()
    assert "the edition is new" in bench.told


OWN_STYLESHEET = """\
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:template match="signed" mode="d:html" xmlns:d="urn:diple:xslt"><b class="own">{word}</b></xsl:template>
</xsl:stylesheet>
"""


def test_an_open_page_is_new_at_once_when_the_style_sheets_are(bench: Bench) -> None:
    own = bench.edition.root / "edition.css"
    own.write_text("main { color: teal }", encoding="utf-8")
    with bench.workshop.bulletin.listening(NAME) as queue:
        bench.workshop.saved([own])
        assert news(queue) == [("page", NAME)]
    assert (bench.edition.build / "assets" / "edition.css").read_text(encoding="utf-8") == "main { color: teal }"
    assert "edition.css" in bench.page()


def test_an_open_page_is_new_at_once_when_the_edition_is(bench: Bench) -> None:
    file = bench.edition.root / "edition.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Papers of the Harbour", "Harbour Books"), encoding="utf-8"
    )
    with bench.workshop.bulletin.listening(NAME) as queue:
        bench.workshop.saved([file])
        assert news(queue) == [("page", NAME)]
    assert "Harbour Books" in bench.page()


def test_a_stylesheet_of_the_edition_is_read_anew_each_time(bench: Bench) -> None:
    own = bench.edition.root / "xslt" / "html.xsl"
    own.parent.mkdir()
    for word in ("first", "second"):
        own.write_text(OWN_STYLESHEET.replace("{word}", word), encoding="utf-8")
        with bench.workshop.bulletin.listening(NAME) as queue:
            bench.workshop.saved([own])
            assert news(queue) == [("page", NAME)]
    bench.save(TEI, "Paragraph 7 speaks", "Paragraph 7 talks")
    page = bench.page()
    assert "Paragraph 7 talks" in page
    assert 'class="own">second</b>' in page


def test_the_pages_of_two_saves_come_before_all_that_follows(bench: Bench) -> None:
    file = bench.edition.root / TEI
    with bench.workshop.bulletin.listening() as queue:
        for word in ("talks", "sings"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("Paragraph 7 ", f"Paragraph 7 {word} "), encoding="utf-8")
            bench.workshop.saved([file])
        assert news(queue) == [("page", NAME)] * 2
        bench.finish()
        assert news(queue) == [("findings", NAME)]


def test_the_editions_own_file_may_be_wrong_for_a_while(bench: Bench) -> None:
    file = bench.edition.root / "edition.toml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title", "titel"), encoding="utf-8")
    bench.workshop.saved([file])

    def done() -> bool:
        bench.workshop.idle()
        return not bench.workshop.is_busy

    wait_until(done)
    assert any("I062" in line and "did you mean title?" in line for line in bench.told)
    assert "Papers of the Harbour" in (bench.edition.build / "index.html").read_text(encoding="utf-8")


def test_findings_of_the_review_are_there_when_a_page_is_opened_and_once(bench: Bench) -> None:
    with bench.workshop.bulletin.listening(NAME) as queue:
        bench.workshop.idle()
        assert news(queue) == [("findings", NAME)]
        assert not bench.workshop.is_busy
    listed = [(row["code"], row["message"]) for row in bench.findings()]
    assert any(code.startswith("D") for code, _ in listed)
    assert len(listed) == len(set(listed))


def test_what_is_built_is_no_save_also_in_the_current_folder(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(edition.root)
    watching = _watching(Edition.load(Path()))
    next(watching)
    (edition.build / "documents" / NAME / "index.html").write_text("new", encoding="utf-8")
    (edition.root / TEI).write_text("new", encoding="utf-8")
    end, saved = monotonic() + 10, set[Path]()
    while not saved and monotonic() < end:
        saved |= next(watching)
    assert saved == {(edition.root / TEI).resolve()}


def test_without_pages_there_is_nothing_to_serve(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    (edition.build / "index.html").unlink()
    assert main(["serve", "--no-build", "--edition", str(edition.root)]) == 3
    assert "run diple build" in capsys.readouterr().err


def test_a_port_that_is_taken_is_named(served: Served, edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["serve", "--no-build", "--port", str(served.port), "--edition", str(edition.root)]
    assert main(arguments) == 3
    assert f"port {served.port}" in capsys.readouterr().err
