"""The full schema is loaded once and kept, and nothing depends on the keeping."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from diple.validate import account

SMALL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="b" maxOccurs="9"><xs:complexType><xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""  # noqa: E501


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own, and a schema that loads at once."""
    schema = tmp_path / "small.xsd"
    schema.write_text(SMALL)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(account, "resource", lambda *_: schema)
    account._full_schema.cache_clear()
    yield tmp_path / "cache" / "diple"
    account._full_schema.cache_clear()


def refused() -> list[str]:
    tree = etree.ElementTree(etree.fromstring("<a><b n='1'/><b n='x'/></a>"))
    return [str(one.element.get("n")) for one in account.refusals(tree)]


def kept(cache: Path) -> list[Path]:
    return list(cache.glob("schema-*.pickle"))


def test_the_loaded_schema_is_kept_and_found_again(cache: Path) -> None:
    assert refused() == ["x"]
    (file,) = kept(cache)
    before = file.stat().st_mtime_ns
    account._full_schema.cache_clear()
    assert refused() == ["x"]
    assert file.stat().st_mtime_ns == before


def test_a_damaged_cache_is_made_anew(cache: Path) -> None:
    assert refused() == ["x"]
    (file,) = kept(cache)
    account._full_schema.cache_clear()
    file.write_bytes(file.read_bytes()[:10])
    assert refused() == ["x"]
    assert file.stat().st_size > 1_000


@pytest.mark.parametrize("whose", ["file", "folder"])
def test_a_cache_that_others_can_write_is_not_read(cache: Path, whose: str) -> None:
    assert refused() == ["x"]
    (file,) = kept(cache)
    (file if whose == "file" else cache).chmod(0o777)
    assert account._unpickled(file) is None


def test_a_place_that_cannot_be_written_does_no_harm(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    for home in (tmp_path / "file", Path(os.devnull)):
        monkeypatch.setenv("XDG_CACHE_HOME", str(home))
        account._full_schema.cache_clear()
        assert refused() == ["x"]


def test_a_change_of_the_schema_is_not_answered_from_the_cache(cache: Path) -> None:
    assert refused() == ["x"]
    schema = account.resource("schema")
    schema.write_text(SMALL.replace("xs:integer", "xs:string"))
    account._full_schema.cache_clear()
    assert refused() == []
    assert len(kept(cache)) == 2
