"""What axe-core finds on pages of each kind, light and dark, wide and narrow: nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

PAGES = [
    "index.html",
    "documents/harbour-talk/index.html",
    "documents/harbour-talk/tei.html",
    "documents/long-notes/index.html",
    "documents/lists/reading.html",
    "documents/frames/diplomatic.html",
    "documents/hands/typed.html",
    "documents/marks/index.html",
    "documents/speech/index.html",
    "documents/letter-1/index.html",
    "documents/letter-1/source.html",
    "persons.html",
    "register/persons/vale.html",
    "works.html",
    "chronology.html",
    "abbreviations.html",
    "conventions.html",
    "about.html",
    "downloads.html",
    "status.html",
    "404.html",
]
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "selectors": False,
}
"""Which rules are asked; of what breaks none, one place stands for all, since axe takes long to tell of each."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_nothing(browser: Any, site: Path, width: int, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="AXE IS MISSING: no page is checked for accessibility"
    )
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in PAGES:
        page.goto((site / path).as_uri())
        response = axe.Axe().run(page, options=OPTIONS).response
        found = [(violation["id"], violation["nodes"][0]["html"]) for violation in response["violations"]]
        assert found == [], path
        assert response["passes"]
    context.close()
