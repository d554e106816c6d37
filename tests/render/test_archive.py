"""The archive of the whole edition and the checksums."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from documents import EDITION

from diple.findings import DipleError
from diple.render.archive import archive_name, write_archive

CONTENTS = {
    "index.html": b"<p>",
    "documents/a/a.xml": b"<TEI/>" * 999,
    "downloads/speech.csv": b"a,b\r\n",
    "é.txt": b"",
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name, content in CONTENTS.items():
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "out"


def test_the_archive_holds_every_file_under_one_folder(out: Path) -> None:
    archive, _ = write_archive(out, [out / name for name in CONTENTS], EDITION)
    assert archive == out / "downloads" / "an-edition-1.2.0.zip"
    with ZipFile(archive) as pack:
        assert pack.testzip() is None
        held = {name: pack.read(name) for name in pack.namelist()}
    sums = held.pop("an-edition-1.2.0/SHA256SUMS").decode()
    assert held == {f"an-edition-1.2.0/{name}": content for name, content in CONTENTS.items()}
    told = dict(line.split("  ", 1)[::-1] for line in sums.splitlines())
    assert told == {name: hashlib.sha256(content).hexdigest() for name, content in CONTENTS.items()}


def test_the_archive_is_the_same_to_the_byte_whenever_and_in_whatever_order_it_is_made(out: Path) -> None:
    files = [out / name for name in CONTENTS]
    archive, sums = write_archive(out, files, EDITION)
    before = archive.read_bytes(), sums.read_bytes()
    os.utime(files[0], (1, 1))
    files[1].chmod(0o600)
    write_archive(out, [*reversed(files), files[0]], EDITION)
    assert (archive.read_bytes(), sums.read_bytes()) == before


def test_days_of_the_files_are_the_editions(out: Path) -> None:
    for day, expected in (("2020-01-31", (2020, 1, 31)), ("1821-01-01", (1980, 1, 1)), ("", (1980, 1, 1))):
        archive, _ = write_archive(out, [out / "index.html"], replace(EDITION, date=day))
        with ZipFile(archive) as pack:
            assert {entry.date_time[:3] for entry in pack.infolist()} == {expected}


def test_checksums_beside_the_archive_are_of_what_is_offered_there(out: Path) -> None:
    archive, sums = write_archive(out, [out / name for name in CONTENTS], EDITION)
    told = dict(line.split("  ", 1)[::-1] for line in sums.read_text().splitlines())
    assert set(told) == {archive.name, "speech.csv"}
    assert told[archive.name] == hashlib.sha256(archive.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("title", "version", "name"),
    [
        ("Talks & Letters, 1956–1969", "0.1.0", "talks-letters-1956-1969-0.1.0.zip"),
        ("Éditions à l'étude", "", "editions-a-letude.zip"),
        ("../../etc", "../1", "etc-1.zip"),
        ("Письма", "2", "edition-2.zip"),
    ],
)
def test_archives_have_names_that_any_system_takes(title: str, version: str, name: str) -> None:
    assert archive_name(replace(EDITION, title=title, version=version)) == name


def test_a_file_that_cannot_be_read_leaves_no_half_archive(out: Path) -> None:
    archive, _ = write_archive(out, [out / "index.html"], EDITION)
    before = archive.read_bytes()
    with pytest.raises(DipleError) as refused:
        write_archive(out, [out / "index.html", out / "gone.html"], EDITION)
    assert refused.value.finding.code == "I002"
    assert archive.read_bytes() == before
    assert {path.name for path in archive.parent.iterdir()} == {archive.name, "SHA256SUMS", "speech.csv"}
