"""The interface in other languages than English."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from documents import CASES, EDITION
from lxml import etree, html

from diple.render.press import press
from diple.resources import resource

LOCALES = sorted(path for path in resource("xslt", "locale").glob("*.xml"))


def strings(path: Path) -> dict[str, str]:
    return {string.get("id"): string.text or "" for string in etree.parse(str(path)).iter("s")}


@pytest.mark.parametrize("path", LOCALES, ids=lambda path: path.stem)
def test_every_language_has_every_string_with_its_places(path: Path) -> None:
    english, other = strings(resource("xslt", "locale", "en.xml")), strings(path)
    assert list(other) and set(other) == set(english)
    for name, text in english.items():
        assert set(re.findall(r"\{\d\}", text)) == set(re.findall(r"\{\d\}", other[name])), name


def german(name: str) -> dict[str, str]:
    files = press().document(CASES / name / "source.xml", "x", replace(EDITION, language="de"))
    return {file: content.decode() for file, content in files.items()}


def test_page_in_german() -> None:
    page = html.fromstring(german("harbour-talk")["index.html"])
    assert page.get("lang") == "de"
    assert page.xpath("//section[@id='_text']/@lang") == ["en"]
    assert "4. Mai 1962" in page.xpath("string(//p[@class='kicker'])")
    assert "Übersetzer, Zeichen am Rand" in page.xpath("string(//section[@id='_text'])")


def test_text_in_german() -> None:
    text = german("harbour-talk")["x.critical.txt"]
    assert "# Vorlage: AMFA" in text
    assert "3rd {richtig: 4th}" in text
    assert "govern{S. 12}ment" in text


def test_a_language_without_strings_falls_back_to_english() -> None:
    pages = press().document(CASES / "harbour-talk" / "source.xml", "x", replace(EDITION, language="xx"))
    page = pages["index.html"].decode()
    assert "4 May 1962" in page
    assert "[Language" not in page
    assert "Signs in this document" in page
