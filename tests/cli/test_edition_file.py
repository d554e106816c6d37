"""``edition.toml``: what is read from it, and what its errors say."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.edition import Edition, find_edition
from diple.findings import DipleError, Finding

WHOLE = """\
[edition]
title = "Harbour Papers"
subtitle = "Letters"
publisher = "An edition"
language = "de-AT"
version = "1.2"
date = 2024-03-09
citation = "Harbour Papers, 2024."
base_url = "https://example.org/harbour"

[licence]
name = "CC0"
url = "https://creativecommons.org/publicdomain/zero/1.0/"
documents = "They keep their own rights."

[paths]
seeds = "transcripts"
tei = "xml/tei"
build = "out"
"""
LEAST = """\
[edition]
title = "T"
publisher = "P"
version = "1"
date = "2024-03-09"
[licence]
name = "CC0"
"""


def load(folder: Path, text: str) -> Edition:
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    return Edition.load(folder)


def refused(folder: Path, text: str) -> Finding:
    with pytest.raises(DipleError) as caught:
        load(folder, text)
    assert caught.value.exit_status == 3
    return caught.value.finding


def test_every_key_is_read(tmp_path: Path) -> None:
    edition = load(tmp_path, WHOLE)
    assert (edition.title, edition.subtitle, edition.publisher) == ("Harbour Papers", "Letters", "An edition")
    assert (edition.language, edition.version, edition.date) == ("de-AT", "1.2", "2024-03-09")
    assert edition.citation == "Harbour Papers, 2024."
    assert edition.licence_name == "CC0"
    assert edition.licence_url.endswith("/zero/1.0/")
    assert edition.rights == "They keep their own rights."
    assert (edition.seeds, edition.tei) == (tmp_path / "transcripts", tmp_path / "xml" / "tei")
    assert edition.build == tmp_path / "out"


def test_an_address_always_ends_in_a_slash(tmp_path: Path) -> None:
    assert load(tmp_path, WHOLE).base_url == "https://example.org/harbour/"


def test_what_is_not_said_has_a_default(tmp_path: Path) -> None:
    edition = load(tmp_path, LEAST)
    assert (edition.subtitle, edition.base_url, edition.language) == ("", "", "en")
    assert (edition.seeds, edition.tei, edition.build) == (tmp_path / "seeds", tmp_path / "tei", tmp_path / "build")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load(tmp_path, f"\ufeff{LEAST}").title == "T"


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (LEAST.replace("title", "titel"), "I062", 2, "did you mean title?"),
        (LEAST + "[colours]\nink = 'black'\n", "I062", 8, "[colours] is not known here"),
        (LEAST.replace("[licence]", "[license]"), "I062", 6, "did you mean licence?"),
        (LEAST.replace('version = "1"\n', ""), "I063", 1, "edition.version is missing"),
        (LEAST.replace('[licence]\nname = "CC0"\n', ""), "I063", 0, "licence.name is missing"),
        (
            '[edition]\ntitle = "T"\n',
            "I063",
            1,
            "edition.version, edition.date, licence.name are missing",
        ),
        (LEAST.replace('title = "T"', "title = 7"), "I064", 2, "must be text in quotation marks"),
        (LEAST.replace('title = "T"', 'title = " "'), "I064", 2, "must not be empty"),
        (LEAST.replace("2024-03-09", "9 March 2024"), "I064", 5, "must be a date such as 2026-01-31"),
        (LEAST.replace("2024-03-09", "2024-02-30"), "I064", 5, "must be a date such as 2026-01-31"),
        (LEAST.replace('title = "T"', 'title = "T"\nlanguage = "English!"'), "I064", 3, "language tag"),
        (LEAST.replace('title = "T"', 'title = "T"\nbase_url = "javascript:1"'), "I064", 3, "must be an address"),
        (LEAST + '[paths]\ntei = "../elsewhere"\n', "I064", 9, "must be a folder inside the edition"),
        (LEAST + '[paths]\nbuild = "/"\n', "I064", 9, "must be a folder inside the edition"),
        (LEAST + '[paths]\nbuild = ""\n', "I064", 9, "must be a folder inside the edition"),
        ("licence = 'CC0'\n" + LEAST.replace("[licence]\n", ""), "I064", 1, "is a table"),
        (LEAST.replace('version = "1"', "version = 1.0.0"), "I061", 4, "is not TOML"),
        (LEAST.replace('version = "1"', 'version = "1'), "I061", 4, "is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, code: str, line: int, words: str) -> None:
    finding = refused(tmp_path, text)
    assert (finding.code, finding.line) == (code, line)
    assert words in finding.as_text()


def test_a_missing_file_says_how_to_name_another(tmp_path: Path) -> None:
    with pytest.raises(DipleError, match=r"I060.*--edition"):
        Edition.load(tmp_path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes(b'[edition]\ntitle = "\xe9t\xe9"\n')
    with pytest.raises(DipleError, match="not UTF-8"):
        Edition.load(tmp_path)


def test_the_edition_is_found_from_a_folder_below(tmp_path: Path) -> None:
    load(tmp_path, LEAST)
    below = tmp_path / "seeds" / "old"
    below.mkdir(parents=True)
    found = find_edition(below)
    assert found is not None
    assert found.tei.resolve() == (tmp_path / "tei").resolve()


def test_outside_any_edition_there_is_none(tmp_path: Path) -> None:
    assert find_edition(tmp_path) is None


def test_documents_that_stand_alone_have_an_edition_too(tmp_path: Path) -> None:
    edition = Edition.of_folder(tmp_path)
    assert (edition.title, edition.publisher, edition.build) == ("Documents", "", tmp_path / "build")
