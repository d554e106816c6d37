"""The documents of this edition on their pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from documents import page_words, render, tei_words, text_section

TEI = sorted((Path(__file__).parents[2] / "tei").glob("*.xml"))


@pytest.mark.parametrize("tei", TEI, ids=lambda tei: tei.stem)
def test_no_word_of_the_edition_is_missing_or_doubled(tei: Path, tmp_path: Path) -> None:
    page = render(tmp_path, tei.read_bytes(), "index.html")["index.html"]
    assert Counter(page_words(page)) == Counter(tei_words(tei.read_bytes()))
    assert not text_section(page).xpath(".//@data-tei")


def test_the_edition_has_documents() -> None:
    assert TEI
