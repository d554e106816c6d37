"""What the whole edition offers: its tables, its archive, and nothing of an earlier version."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from documents import CASES, EDITION, document
from lxml import html

from diple.render import render_edition
from diple.render.takeaway import offered, with_search


@pytest.fixture
def tei(tmp_path: Path) -> list[Path]:
    (tmp_path / "quiet.xml").write_text(document("<p>Nobody speaks.</p>"), encoding="utf-8")
    for case in ("harbour-talk", "speech"):
        (tmp_path / f"{case}.xml").write_bytes((CASES / case / "source.xml").read_bytes())
    return sorted(tmp_path.glob("*.xml"))


def test_tables_of_the_edition_are_those_of_its_documents(tei: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "build"
    render_edition(tei, out, EDITION)
    for table in ("speech", "notes"):
        with (out / "downloads" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            whole = list(csv.DictReader(stream))
        lines = (out / "downloads" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [
            json.loads(line)
            for name in dict.fromkeys(row["document"] for row in whole)
            for line in (out / f"documents/{name}/{name}.{table}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        assert [json.loads(line) for line in lines] == rows
        assert whole == [{key: str(value) for key, value in row.items()} for row in rows]
        assert {row["document"] for row in whole} >= {"harbour-talk", "speech"}


def test_the_archive_has_all_that_was_written_but_itself(tei: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "build"
    report = render_edition(tei, out, EDITION)
    with ZipFile(out / "downloads" / "an-edition-1.2.0.zip") as pack:
        held = {name.partition("/")[2] for name in pack.namelist()}
    written = {path.relative_to(out).as_posix() for path in report.files}
    assert held == written - {"downloads/an-edition-1.2.0.zip", "downloads/SHA256SUMS"} | {"SHA256SUMS"}
    on_disk = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert on_disk == written | {"manifest.json"}


def test_the_archive_of_an_earlier_version_goes_and_nothing_else(tei: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "build"
    render_edition(tei, out, EDITION)
    (out / "downloads" / "my-own.pdf").write_bytes(b"kept")
    render_edition(tei, out, replace(EDITION, version="2"))
    names = {path.name for path in (out / "downloads").iterdir() if not path.name.startswith(".")}
    tables = {"speech.csv", "speech.jsonl", "notes.csv", "notes.jsonl"}
    assert names == tables | {"an-edition-2.zip", "an-edition-2.epub", "SHA256SUMS", "my-own.pdf"}


def test_what_is_offered_is_there_and_linked(tei: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "build"
    render_edition(tei, out, EDITION)
    page = html.fromstring((out / "downloads.html").read_text(encoding="utf-8"))
    for address in offered(with_search(EDITION)):
        assert (out / address).is_file()
        assert page.xpath("//a[@href=$address]", address=address)


def test_feeds_follow_the_address_of_the_edition(tei: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "build"
    report = render_edition(tei, out, replace(EDITION, base_url="https://example.org/"))
    assert {out / "sitemap.xml", out / "feed.xml", out / "robots.txt"} <= set(report.files)
    assert not any("base_url" in reason for reason in report.left_out)
    report = render_edition(tei, out, EDITION)
    assert not (out / "sitemap.xml").exists()
    assert any("base_url" in reason for reason in report.left_out)
