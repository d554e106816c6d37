"""What a page weighs beyond its own words: markup, style sheet and script."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from diple.cli.options import with_source
from diple.edition import Edition
from diple.render import render_edition

ROOT = Path(__file__).parents[2]
EDITION = Edition.load(ROOT)
TEI = sorted(EDITION.tei.glob("*.xml"))
BUDGET = 60_000
"""Bytes beyond the words that are read."""


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("weight")
    sources = {tei.stem: source for tei in TEI if (source := with_source(tei, EDITION, None).source)}
    render_edition(TEI, out, EDITION, processes=1, sources=sources)
    return out


def test_the_edition_has_documents() -> None:
    assert len(TEI) >= 5


@pytest.mark.parametrize("name", [tei.stem for tei in TEI])
@pytest.mark.parametrize("state", ["index", "diplomatic", "typed", "reading"])
def test_a_page_is_light(build: Path, name: str, state: str) -> None:
    folder = build / "documents" / name
    raw = (folder / f"{state}.html").read_bytes()
    page = html.fromstring(raw)
    sheets = [(folder / href).stat().st_size for href in page.xpath("//link[@rel='stylesheet']/@href")]
    scripts = [len(script.text or "") for script in page.iter("script")]
    assert sheets
    assert not page.xpath("//script/@src")
    words = len(page.body.text_content().encode()) - (0 if page.body.find(".//script") is None else sum(scripts))
    assert len(raw) - words + sum(sheets) < BUDGET
