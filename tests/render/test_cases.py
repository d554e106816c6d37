"""Each folder in ``cases`` is a document and what must come of it: a new test is a new folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from documents import CASES, POLICIES, page_words, render, tei_words, text_section
from lxml import etree

NAMES = sorted(case.name for case in CASES.iterdir())


@pytest.fixture(scope="module", params=NAMES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = CASES / request.param
    return folder, render(tmp_path_factory.mktemp(request.param), (folder / "source.xml").read_bytes())


@pytest.mark.parametrize("policy", POLICIES)
def test_plain_text_is_golden(case: tuple[Path, dict[str, str]], policy: str, request: pytest.FixtureRequest) -> None:
    folder, files = case
    _compare(folder / f"{policy}.txt", files[f"x.{policy}.txt"], request)


@pytest.mark.parametrize("state", ["index", "diplomatic", "typed", "reading"])
def test_page_is_golden(case: tuple[Path, dict[str, str]], state: str, request: pytest.FixtureRequest) -> None:
    folder, files = case
    section = etree.tostring(text_section(files[f"{state}.html"]), encoding="unicode", with_tail=False)
    _compare(folder / f"{state}.html", section.replace("><", ">\n<") + "\n", request)


def test_no_word_is_missing_from_the_page_and_none_is_there_twice(case: tuple[Path, dict[str, str]]) -> None:
    folder, files = case
    expected = Counter(tei_words((folder / "source.xml").read_bytes()))
    assert Counter(page_words(files["index.html"])) == expected


def test_ids_are_unique_and_every_link_within_the_page_resolves(case: tuple[Path, dict[str, str]]) -> None:
    for name, page in case[1].items():
        if name.endswith(".html"):
            tree = etree.HTML(page)
            ids = tree.xpath("//@id")
            assert len(ids) == len(set(ids))
            assert {href[1:] for href in tree.xpath("//@href[starts-with(., '#')]")} <= set(ids)


@pytest.mark.parametrize("policy", POLICIES)
def test_paragraphs_are_single_lines_with_clean_spaces(case: tuple[Path, dict[str, str]], policy: str) -> None:
    text = case[1][f"x.{policy}.txt"]
    assert "  " not in text.replace("#   ", "# ")
    assert not any(line != line.strip() for line in text.splitlines())
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not any("\ufdd0" <= character <= "\ufdef" for character in text)


def _compare(golden: Path, given: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--save-golden"):
        golden.write_text(given, encoding="utf-8")
    assert given == golden.read_text(encoding="utf-8")
