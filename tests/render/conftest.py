"""A browser, and a small edition made of the golden cases and of texts that strain a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from documents import CASES, EDITION, LONG_MARKS, LONG_NOTES, LONG_TALK, about, document, write_letters

from diple.findings import Finding
from diple.render import books, publish, render_edition

NOT_PRINTED = "PDF, since these tests do without it"


@pytest.fixture(scope="session", autouse=True)
def no_printer() -> Iterator[None]:
    """Editions are rendered without PDF, which takes longer than all else; test_print.py sets pages by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(books, "why_no_pdf", lambda: NOT_PRINTED)
        patch.setattr(publish, "why_no_pdf", lambda: NOT_PRINTED)
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_letters(tmp_path_factory.mktemp("site"))
    for case in CASES.iterdir():
        (folder / f"{case.name}.xml").write_bytes((case / "source.xml").read_bytes())
    for name, body in (("long-marks", LONG_MARKS), ("long-talk", LONG_TALK), ("long-notes", LONG_NOTES)):
        (folder / f"{name}.xml").write_text(document(body), encoding="utf-8")
    finding = Finding("D101", "advice", "letter-2.xml", 7, 1, "two dates differ", suggestion="compare them")
    transcript = folder / "letter-1.txt"
    transcript.write_text("To A. Vale, Orsk.\n\nDear all.\n", encoding="utf-8")
    files, sources = sorted(folder.glob("*.xml")), {"letter-1": transcript}
    render_edition(
        files, folder / "build", EDITION, processes=1, review=partial(about, findings=[finding]), sources=sources
    )
    return folder / "build"
