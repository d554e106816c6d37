"""The list of documents put in other orders; without script it stands by date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from documents import EDITION, document
from lxml import html

from diple.render import render_edition

PROFILE = (
    '<profileDesc><creation><date when="{}">d</date></creation>'
    "<textClass><keywords><term>{}</term></keywords></textClass></profileDesc></teiHeader>"
)
DOCUMENTS = {
    "a": ("1951-01-02", "Letter", "One two three."),
    "b": ("1950-05-01", "Cable", "One."),
    "c": ("1952-07-01", "Letter", "One two."),
}


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("listing")
    for name, (date, kind, words) in DOCUMENTS.items():
        tei = document(f"<p>{words}</p>").replace("</teiHeader>", PROFILE.format(date, kind))
        (folder / f"{name}.xml").write_text(tei, encoding="utf-8")
    render_edition(sorted(folder.glob("*.xml")), folder / "build", EDITION, processes=1)
    return folder / "build/index.html"


def order(page: Any) -> str:
    links = page.locator(".documents h3 a").all()
    return "".join(link.get_attribute("href").split("/")[1] for link in links)


def test_only_what_documents_differ_in_is_offered(listing: Path) -> None:
    page = html.fromstring(listing.read_text(encoding="utf-8"))
    assert page.xpath("//div[@id='_sorting']//button/@value") == ["date", "kind", "words"]


def test_a_list_of_one_is_not_sorted_and_runs_no_script(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(document("<p>One.</p>"), encoding="utf-8")
    render_edition([tmp_path / "a.xml"], tmp_path / "build", EDITION, processes=1)
    page = html.fromstring((tmp_path / "build/index.html").read_text(encoding="utf-8"))
    assert not page.xpath("//script | //div[@id='_sorting']")


def test_the_list_is_sorted_both_ways_by_keyboard_and_says_so(browser: Any, listing: Path) -> None:
    page = browser.new_page()
    page.goto(listing.as_uri())
    assert order(page) == "bac"
    page.get_by_role("button", name="Kind").press("Enter")
    assert order(page) == "bac"
    assert page.locator("#_sorted").inner_text() == "Sorted by: Kind, ascending"
    page.get_by_role("button", name="Length").press("Enter")
    assert order(page) == "bca"
    page.get_by_role("button", name="Length").press("Enter")
    assert order(page) == "acb"
    assert page.get_by_role("button", name="Length", pressed=True).is_visible()
    page.close()


def test_buttons_come_without_moving_the_list(browser: Any, listing: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto(listing.as_uri())
    place = "document.querySelector('.documents').getBoundingClientRect().top"
    shown = page.evaluate(place)
    page.evaluate("document.getElementById('_sorting').hidden = true")
    assert page.evaluate(place) == shown
    page.close()


def test_without_script_no_button_is_shown(browser: Any, listing: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(listing.as_uri())
    assert order(page) == "bac"
    assert not page.locator("#_sorting button").first.is_visible()
    context.close()
