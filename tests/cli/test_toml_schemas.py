"""The schemas of the edition's TOML files, for editors: they accept and refuse what the program does."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from test_edition_file import LEAST, WHOLE

from diple.edition import Edition
from diple.findings import DipleError
from diple.resources import resource
from diple.validate.accepted import read_acceptances

ACCEPTED = '[[accepted]]\ncode = "R203"\ndocument = "a"\nreason = "Because."\n'
ROOT = Path(__file__).parents[2]


def validator(name: str) -> Draft7Validator:
    schema = json.loads(resource("schema", name).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def as_json(text: str) -> Any:
    """Return a TOML file as editors hand it to a schema: dates are text."""
    return json.loads(json.dumps(tomllib.loads(text), default=lambda value: value.isoformat()))


def accepts(name: str, text: str) -> bool:
    return validator(name).is_valid(as_json(text))


def is_read(folder: Path, text: str) -> bool:
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    try:
        Edition.load(folder)
    except DipleError:
        return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        LEAST,
        LEAST.replace("title", "titel"),
        LEAST + "[colours]\nink = 'black'\n",
        LEAST.replace('publisher = "P"\n', ""),
        LEAST.replace('[licence]\nname = "CC0"\n', ""),
        LEAST.replace('title = "T"', "title = 7"),
        LEAST.replace('title = "T"', 'title = " "'),
        LEAST.replace("2024-03-09", "9 March 2024"),
        LEAST.replace("2024-03-09", "2024-02-30"),
        LEAST.replace('"2024-03-09"', "2024-03-09"),
        LEAST.replace('title = "T"', 'title = "T"\nlanguage = "English!"'),
        LEAST.replace('title = "T"', 'title = "T"\nbase_url = "javascript:1"'),
        LEAST.replace('title = "T"', 'title = "T"\nbase_url = ""'),
        LEAST + '[paths]\ntei = "../elsewhere"\n',
        LEAST + '[paths]\ntei = "xml/tei"\n',
        LEAST + '[paths]\nbuild = "/"\n',
        LEAST + '[paths]\nbuild = ""\n',
    ],
)
def test_the_edition_schema_and_the_program_agree(tmp_path: Path, text: str) -> None:
    assert accepts("edition.schema.json", text) == is_read(tmp_path, text)


def test_this_edition_is_valid() -> None:
    assert accepts("edition.schema.json", (ROOT / "edition.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        ACCEPTED,
        ACCEPTED + 'place = "pb7"\nby = "A. Editor"\nsince = 2026-01-31\n',
        ACCEPTED.replace("reason", "raeson"),
        ACCEPTED.replace('reason = "Because."\n', ""),
        ACCEPTED.replace("Because.", " "),
        ACCEPTED + "colour = 'red'\n",
        "",
    ],
)
def test_the_schema_of_reasons_and_the_program_agree(tmp_path: Path, text: str) -> None:
    (tmp_path / "accepted.toml").write_text(text, encoding="utf-8")
    try:
        read = bool(read_acceptances(tmp_path)) or not text
    except DipleError:
        read = False
    assert accepts("accepted.schema.json", text) == read


def test_every_key_is_explained() -> None:
    for name in ("edition.schema.json", "accepted.schema.json"):
        tables = validator(name).schema["properties"].values()
        for table in tables:
            keys = (table.get("items") or table)["properties"]
            assert all(len(key["description"]) > 5 for key in keys.values())


def test_dates_are_text_for_a_schema() -> None:
    assert as_json("since = 2026-01-31") == {"since": date(2026, 1, 31).isoformat()}
