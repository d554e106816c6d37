"""TEI that exists already is taken as it is, and checked for what holds for all TEI."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from diple.cli import main
from diple.inputs import document_of_tei
from diple.source import read_source
from diple.validate import validate_bytes, validate_file
from diple.verify import verify

SAMPLE = Path(__file__).parent / "samples" / "foreign.xml"


def test_it_is_taken_byte_for_byte_and_never_written_over(tmp_path: Path) -> None:
    assert main(["encode", str(SAMPLE), "--into", str(tmp_path)]) == 0
    taken = tmp_path / "foreign.xml"
    assert taken.read_bytes() == SAMPLE.read_bytes()
    edited = taken.read_bytes().replace(b"Nine ships", b"Ten ships")
    taken.write_bytes(edited)
    main(["encode", str(SAMPLE), "--into", str(tmp_path)])
    assert taken.read_bytes() == edited


def test_verification_tells_a_word_that_was_changed_in_it() -> None:
    source = read_source(SAMPLE)
    assert verify(source.original, source).findings == []
    edited = source.original.replace(b"Nine ships", b"Ten ships")
    assert [one.code for one in verify(edited, source).findings if one.level == "error"] == ["V102"]


def test_another_schema_is_told_of_once_and_what_holds_for_all_is_checked() -> None:
    findings = validate_file(SAMPLE, rules=True)
    assert Counter(one.code for one in findings) == {"I107": 1, "R001": 2, "S009": 1, "S010": 1}
    assert "tei_lite.rng" in findings[0].message
    assert [(one.code, one.line) for one in findings[1:]] == [("R001", 10), ("R001", 10), ("S009", 11), ("S010", 12)]


@pytest.mark.parametrize(
    "model",
    [
        '<?xml-model href="http://example.org/basisformat.rng"?>',
        '<?oxygen RNGSchema="frus.rnc" type="compact"?>',
        '<?xml-model href="x/tei_all.rng"?><?xml-model href="own.sch"?>',
    ],
)
def test_the_schema_is_named_however_it_is_declared(model: str) -> None:
    data = f'{model}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div1/></body></text></TEI>'.encode()
    assert [one.code for one in validate_bytes(data, "a.xml", rules=True)] == ["I107"]


def test_a_file_that_names_no_schema_is_checked_against_diples_unless_it_was_taken() -> None:
    data = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div1/></body></text></TEI>'
    assert "I107" not in {one.code for one in validate_bytes(data, "a.xml")}
    assert [one.code for one in validate_bytes(data, "a.xml", taken=True)] == ["I107"]


def test_a_tei_file_is_not_its_own_source(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(SAMPLE.read_bytes())
    assert document_of_tei(path).source is None
