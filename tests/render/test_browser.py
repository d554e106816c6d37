"""Pages in a real browser, opened from disk: geometry, keyboard, states; nothing is fetched or complained of."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest


def open_page(browser: Any, path: Path, width: int = 1400, fragment: str = "") -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=True)
    page.goto(path.as_uri() + fragment)
    return page


def box(page: Any, selector: str) -> dict[str, float]:
    """Return the rectangle of an element in the viewport, in CSS pixels."""
    return dict(page.eval_on_selector(selector, "e => e.getBoundingClientRect().toJSON()"))


@pytest.mark.parametrize("width", [320, 700, 1000, 1400])
def test_no_page_is_wider_than_the_screen_or_complains(browser: Any, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted({*site.rglob("index.html"), *site.glob("*.html"), *site.rglob("register/**/*.html")}):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
    assert said == []
    assert all(url.startswith(("file:", "data:")) for url in asked)


@pytest.mark.parametrize("width", [360, 1400])
def test_a_mark_is_drawn_along_the_lines_of_its_words(browser: Any, site: Path, width: int) -> None:
    page = open_page(browser, site / "documents/long-marks/index.html", width)
    words, bar, text = box(page, "#m1"), box(page, ".mark"), box(page, ".text")
    assert abs(bar["top"] - words["top"]) < 8
    assert abs(bar["bottom"] - words["bottom"]) < 8
    assert bar["right"] < text["left"]
    page.close()


def test_the_number_of_a_page_stands_in_the_margin_at_its_line(browser: Any, site: Path) -> None:
    page = open_page(browser, site / "documents/long-marks/index.html")
    number, line = box(page, ".pb > a"), box(page, "#p2")
    assert number["right"] < line["left"]
    assert line["top"] - 4 <= number["top"] <= line["bottom"]
    page.close()


def test_notes_stand_beside_the_text_and_open_no_gap_in_it(browser: Any, site: Path) -> None:
    page = open_page(browser, site / "documents/long-notes/index.html")
    text = box(page, ".text")
    boxes = page.eval_on_selector_all(".note", "all => all.map(e => e.getBoundingClientRect().toJSON())")
    assert all(note["left"] >= text["right"] for note in boxes)
    assert all(one["bottom"] <= other["top"] for one, other in pairwise(boxes))
    first, second = page.eval_on_selector_all(".text p", "all => all.map(e => e.getBoundingClientRect().toJSON())")
    assert second["top"] - first["bottom"] < 40
    page.close()


def test_a_narrow_page_opens_and_closes_notes_by_keyboard(browser: Any, site: Path) -> None:
    page = open_page(browser, site / "documents/long-marks/index.html", 360)
    note = page.locator(".note")
    assert not note.is_visible()
    page.locator(".text .ref").focus()
    page.keyboard.press("Enter")
    assert note.is_visible()
    page.locator(".note .back").focus()
    page.keyboard.press("Enter")
    assert not note.is_visible()
    assert page.url.endswith(page.locator(".text .ref").get_attribute("id") or "?")
    page.close()


@pytest.mark.parametrize("width", [360, 1400])
def test_turns_never_run_into_one_another(browser: Any, site: Path, width: int) -> None:
    page = open_page(browser, site / "documents/long-talk/index.html", width)
    turns = page.eval_on_selector_all(".sp", "all => all.map(e => e.getBoundingClientRect().toJSON())")
    labels = page.eval_on_selector_all(".sp > b", "all => all.map(e => e.getBoundingClientRect().toJSON())")
    assert all(label["bottom"] <= turn["bottom"] + 1 for label, turn in zip(labels, turns, strict=True))
    assert all(one["bottom"] <= other["top"] for one, other in pairwise(turns))
    page.close()


def test_states_are_reached_by_links(browser: Any, site: Path) -> None:
    page = open_page(browser, site / "documents/editorial/index.html")
    assert page.get_by_text("Foreign Office").first.is_visible()
    page.get_by_role("link", name="As the document stood").click()
    assert page.url.endswith("/diplomatic.html")
    assert "Foreign Office" not in page.locator(".text").inner_text()
    page.get_by_role("link", name="Critical", exact=True).click()
    assert page.url.endswith("/index.html")
    page.close()


def test_without_script_all_is_there(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "documents/harbour-talk/index.html").as_uri())
    shown = page.locator(".text").inner_text()
    assert "ne toropit’sya" in shown
    assert "Not to be circulated" in shown
    context.close()
