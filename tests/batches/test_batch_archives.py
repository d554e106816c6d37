"""ZIP files: what is taken, what is refused and why, and how names are read."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from diple.batches import archive
from diple.batches.archive import Member, members
from diple.findings import DipleError


def pack(path: Path, entries: list[tuple[str | ZipInfo, bytes]]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in entries:
            file.writestr(name, data)
    return path


def taken(path: Path) -> list[str]:
    return [one.name for one in members(path) if isinstance(one, Member)]


def refused(path: Path) -> list[str]:
    return [one.finding.message for one in members(path) if isinstance(one, DipleError)]


def test_transcripts_are_taken_in_the_order_of_their_names(tmp_path: Path) -> None:
    path = pack(
        tmp_path / "a.zip", [("b/letter.md", b"B"), ("talk.txt", b"T"), ("b/.hidden.txt", b"x"), ("a.txt", b"A")]
    )
    assert [(one.name, one.data) for one in members(path) if isinstance(one, Member)] == [
        ("a.txt", b"A"), ("b/letter.md", b"B"), ("talk.txt", b"T"),
    ]  # fmt: skip
    assert refused(path) == []


@pytest.mark.parametrize(
    "name",
    [
        "../up.txt",
        "a/../../up.txt",
        "/etc/passwd.txt",
        "C:\\up.txt",
        "..\\up.txt",
        "a/..\\..\\up.txt",
        "\\\\host\\x.txt",
    ],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = pack(tmp_path / "a.zip", [(name, b"x"), ("good.txt", b"y")])
    assert taken(path) == ["good.txt"]
    assert "leads out of the folder" in refused(path)[0]


def test_links_are_refused(tmp_path: Path) -> None:
    link = ZipInfo("link.txt")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    assert "it is a link" in refused(pack(tmp_path / "a.zip", [(link, b"/etc/passwd")]))[0]


def test_what_is_no_transcript_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("picture.png", b"x"), ("inner.zip", b"y"), ("__MACOSX/._a.txt", b"z")])
    reasons = [message.rpartition(": ")[2] for message in refused(path)]
    assert reasons == ["it is a ZIP file itself", "it is no transcript"]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("bomb.txt", b"\0" * (archive.RATIO_FROM * 2)), ("good.txt", b"y")])
    assert taken(path) == ["good.txt"]
    assert "packed more than" in refused(path)[0]


def test_a_member_that_lies_about_its_size_is_not_unpacked_beyond_it(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("liar.txt", b"words " * 10_000)])
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, central + 24, 10)
    path.write_bytes(data)
    assert taken(path) == []
    assert "it is damaged" in refused(path)[0]


def test_damaged_and_encrypted_members_do_not_stop_the_rest(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.txt", b"words " * 50), ("b.txt", b"other " * 50), ("c.txt", b"more " * 50)])
    data = bytearray(path.read_bytes())
    data[data.index(b"a.txt") + 8] ^= 0xFF
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 8] |= 1
    path.write_bytes(data)
    assert taken(path) == ["c.txt"]
    assert ["damaged" in refused(path)[0], "encrypted" in refused(path)[1]] == [True, True]


def test_too_many_members_or_bytes_stop_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pack(tmp_path / "a.zip", [(f"{n}.txt", b"words" * 100) for n in range(5)])
    monkeypatch.setattr(archive, "MEMBERS", 4)
    with pytest.raises(DipleError, match="I120"):
        list(members(path))
    monkeypatch.setattr(archive, "MEMBERS", 5)
    monkeypatch.setattr(archive, "TOTAL", 1200)
    with pytest.raises(DipleError, match="I120"):
        list(members(path))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 17, b"no zip at all"])
def test_what_is_no_zip_file_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(DipleError, match="I120"):
        list(members(path))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("письмо.txt".encode(), "письмо.txt"),
        ("письмо №2.txt".encode("cp866"), "письмо №2.txt"),
        ("lettre-été.txt".encode("cp437"), "lettre-été.txt"),
        ("письмо.txt".encode("cp1251"), "письмо.txt"),
        ("Запись беседы (1956).txt".encode("koi8-r"), "Запись беседы (1956).txt"),
        ("lettre été.txt".encode("cp1252"), "lettre été.txt"),
        ("Köln Brief.txt".encode("cp850"), "Köln Brief.txt"),
        ("Wałęsa.txt".encode("cp852"), "Wałęsa.txt"),
        ("文書.txt".encode("shift_jis"), "文書.txt"),
        ("文件 2.txt".encode("gbk"), "文件 2.txt"),
        (b"plain.txt", "plain.txt"),
    ],
)
def test_names_are_decoded(tmp_path: Path, raw: bytes, name: str) -> None:
    placeholder = "x" * len(raw)
    path = pack(tmp_path / "a.zip", [(placeholder, b"")])
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), raw))
    with ZipFile(path) as file:
        assert archive.name_of(file.infolist()[0]) == name


def test_the_extra_field_for_unicode_names_counts_if_it_belongs_to_the_name() -> None:
    for crc, expected in ((zlib.crc32(b"a.txt"), "ä.txt"), (7, "a.txt")):
        entry = ZipInfo("a.txt")
        field = struct.pack("<BL", 1, crc) + "ä.txt".encode()
        entry.extra = struct.pack("<HH", 1, 1) + b"x" + struct.pack("<HH", 0x7075, len(field)) + field
        assert archive.name_of(entry) == expected
