"""An edition built while a TEI file is broken: what was published of it stays, and everybody is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Diple

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'


@pytest.fixture
def built(edition: Path, diple: Diple) -> Path:
    """The current folder: an edition, built."""
    assert diple("build", "--no-pdf").status == 0
    return edition


def test_the_page_of_a_broken_file_stays_and_is_marked(built: Path, diple: Diple) -> None:
    tei, page = built / "tei/letter.xml", built / "build/documents/letter/index.html"
    before = page.read_bytes()
    good = tei.read_text(encoding="utf-8")
    tei.write_text(good.replace("</p>", "", 1), encoding="utf-8")
    result = diple("build", "--no-pdf")
    assert result.status == 1
    assert result.err.count("I020") == 1
    assert "tei/letter.xml:" in result.err
    assert "letter: its file cannot be read; until that is put right, its page shows the state before" in result.out
    assert page.read_bytes() == before
    assert "documents/letter/" in (built / "build/index.html").read_text(encoding="utf-8")
    state = (built / "build/status.html").read_text(encoding="utf-8")
    assert "the page shows an earlier state, since the file cannot be read: `&lt;p&gt;` is opened here" in state
    assert "pilots" in (built / "build/documents/letter/letter.reading.txt").read_text(encoding="utf-8")
    tei.write_text(good, encoding="utf-8")
    assert diple("build", "--no-pdf").status == 0
    assert "earlier state" not in (built / "build/status.html").read_text(encoding="utf-8")


def test_a_file_that_was_never_good_has_no_page(built: Path, diple: Diple) -> None:
    (built / "tei/c.xml").write_text(f"{TEI}<text>", encoding="utf-8")
    result = diple("build", "--no-pdf")
    assert (result.status, result.err.count("tei/c.xml:1:")) == (1, 1)
    assert not (built / "build/documents/c").exists()
    assert (built / "build/documents/letter/index.html").is_file()


def test_a_file_that_is_gone_takes_its_page_along(built: Path, diple: Diple) -> None:
    for path in (built / "tei/letter.xml", built / "seeds/letter.md"):
        path.unlink()
    assert diple("build", "--no-pdf").status == 0
    assert not (built / "build/documents/letter/index.html").exists()
