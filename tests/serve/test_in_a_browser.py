"""``diple serve`` as an archivist has it: a page open in a browser, a file saved in an editor."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from serving import NAME

from diple.edition import Edition


@pytest.fixture
def address(edition: Edition) -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "diple.cli", "serve", "--no-build", "--port", "0"]
    running = subprocess.Popen([*command, "--edition", str(edition.root)], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    first = running.stdout.readline()
    found = re.match(r"http://localhost:\d+/", first)
    assert found, first
    yield found[0]
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=30) == 0
    running.stdout.close()


def save(edition: Edition, old: str, new: str) -> None:
    file = edition.tei / f"{NAME}.xml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_save_changes_the_open_page_and_keeps_the_readers_place(browser: Any, edition: Edition, address: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}documents/{NAME}/")
    page.get_by_text("Paragraph 40 speaks").first.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 200)")
    top = "() => [...document.querySelectorAll('main p')].find(p => p.textContent.includes('Paragraph 42 speaks'))"
    top += ".getBoundingClientRect().top"
    before = page.evaluate(top)
    save(edition, "Paragraph 5 speaks of the harbour", "Paragraph 5 speaks of the sea, of ships, of the harbour")
    page.get_by_text("Paragraph 5 speaks of the sea").first.wait_for(state="attached")
    page.locator("#diple-serve[open]").wait_for()
    assert abs(page.evaluate(top) - before) < 3
    assert "error" in page.locator("#diple-serve summary").inner_text()
    assert said == []
    page.close()


def test_a_finding_leads_to_its_place(browser: Any, edition: Edition, address: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(f"{address}documents/{NAME}/")
    page.wait_for_selector("#diple-serve")
    page.locator("#diple-serve summary").click()
    link = page.locator("#diple-serve a").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)
    assert page.locator(target).count() == 1
    page.close()
