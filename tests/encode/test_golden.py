"""Golden cases: ``tests/cases/<phenomenon>/<case>/`` holds a source and the TEI that it should become.

``golden.xml`` is the ``text`` element, or the whole ``TEI`` where the header is the matter. To accept what the encoder
gives after looking at it: ``pytest tests/encode/test_golden.py --save-golden -k case``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from diple.source import read_source
from diple.validate import validate_bytes
from diple.verify import verify
from diple.xmlio import parse_bytes, tei, write_atomically
from kept import encoding_of_file

CASES = Path(__file__).parents[1] / "cases"
GOLDEN = sorted(path.parent for path in CASES.glob("*/*/golden.xml"))
UNSAVED = sorted(path.parent for path in CASES.glob("*/*/source.*") if not (path.parent / "facts.json").exists())
NAMES = [f"{case.parent.name}/{case.name}" for case in GOLDEN]


def source_of(case: Path) -> Path:
    found = sorted(case.glob("source.*"))
    assert len(found) == 1, f"{case} holds {len(found)} sources"
    return found[0]


def encoded_text(case: Path, *, whole: bool) -> str:
    """Return the encoder's TEI for a case, or its ``text``, as it is laid out in the file."""
    root = parse_bytes(encoding_of_file(source_of(case)).tei, case.name).getroot()
    element = root if whole else root.find(tei("text"))
    assert element is not None
    element.tail = None
    return etree.tostring(element, encoding="unicode") + "\n"


def test_there_are_golden_cases() -> None:
    assert GOLDEN


@pytest.mark.parametrize("case", GOLDEN, ids=NAMES)
def test_source_becomes_its_golden_tei(case: Path, request: pytest.FixtureRequest) -> None:
    golden = (case / "golden.xml").read_text(encoding="utf-8")
    actual = encoded_text(case, whole=golden.lstrip().startswith("<TEI"))
    if request.config.getoption("--save-golden"):
        write_atomically(case / "golden.xml", actual.encode())
        golden = actual
    assert actual == golden


@pytest.mark.parametrize("case", UNSAVED, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_every_case_is_valid_and_loses_nothing(case: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--save-golden") and not (case / "golden.xml").exists():
        write_atomically(case / "golden.xml", encoded_text(case, whole=False).encode())
    source = read_source(source_of(case))
    encoding = encoding_of_file(source_of(case))
    errors = [finding.as_text() for finding in validate_bytes(encoding.tei, case.name) if finding.level == "error"]
    assert not errors
    for ledger in (encoding.ledger, None):
        found = verify(encoding.tei, source, ledger)
        assert [finding.as_text() for finding in found.findings if finding.level == "error"] == []
        assert (found.unaccounted, found.differing) == (0, 0)
    assert (case / "golden.xml").exists(), "a case without its golden.xml: run once with --save-golden, then read it"
