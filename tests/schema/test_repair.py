"""Mechanical mistakes are put right where the diagnosis knows what was meant; all else stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.validate import validate_bytes
from diple.validate.repair import repair

TEXT = Path(__file__).with_name("sample.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<speaker>Berg</speaker>", "<speeker>Berg</speeker>"),
        ('<pb n="5"/>', '<PB n="5"/>'),
        ('who="#berg"', 'whom="#berg"'),
        ('place="above" hand', "place = 'abvoe'\n  hand"),
        ('ref="#lund"', 'ref="# lund"'),
        ('xml:lang="no"', 'xml:lang="no_NO"'),
    ],
)
def test_a_mechanical_mistake_is_put_right(old: str, new: str) -> None:
    assert old in TEXT
    wrong = TEXT.replace(old, new, 1).encode()
    repaired = repair(wrong, "x.xml")
    assert len(repaired.mended) == 1
    assert validate_bytes(repaired.data, "x.xml") == []


def test_nothing_else_changes() -> None:
    text = TEXT.replace("<head>", "<!-- kept   so -->\r\n<head\n  rend = 'bold'>")
    wrong = text.replace("speaker>Berg<", "speeker>Berg<").replace("Berg</speaker>", "Berg</speeker>")
    wrong = wrong.replace('who="#berg"', 'whoo="#berg"')
    repaired = repair(wrong.encode(), "x.xml")
    assert repaired.data == text.encode()
    assert [one.code for one in repaired.mended] == ["S006", "S001"]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.replace('xml:id="p3"', 'xml:id="p1"').encode(),
        TEXT.replace('type="vocal"', 'type="laughing"').encode(),
        TEXT.replace("</speaker>", "</speeker>").encode(),
        TEXT.replace("UTF-8", "UTF-16").replace('who="#berg"', 'whom="#berg"').encode("utf-16"),
        b"no xml",
        b"<!DOCTYPE a []><a/>",
    ],
    ids=["valid", "doubtful id", "unknown value", "not well-formed", "utf-16", "no xml", "doctype"],
)
def test_what_is_right_or_doubtful_comes_back_as_it_is(data: bytes) -> None:
    assert repair(data, "x.xml") == (data, [], [])


def test_repairing_twice_changes_nothing_more() -> None:
    wrong = (
        TEXT.replace('place="above"', 'place="abvoe"').replace("<foreign ", "<foriegn ").replace("/foreign", "/foriegn")
    )
    once = repair(wrong.encode(), "x.xml")
    assert len(once.mended) == 2
    assert repair(once.data, "x.xml") == (once.data, [], [])
