"""All processors give the same verdict, and the diagnosis finds something wrong exactly where they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree
from schema_variants import Variant, variants

from diple.resources import resource
from diple.validate.account import refusals
from diple.validate.diagnosis import diagnose
from diple.validate.grammar import Grammar
from diple.validate.verdict import compiled_schema

AnyStart = Callable[[Path, Sequence[str]], Path]
Jing = Callable[[Path, Sequence[Path]], set[Path]]


@pytest.fixture(scope="module")
def fragments(grammar: Grammar) -> list[Variant]:
    """Fragments parsed from text, as files are; the ids of a fragment doubled by the change are taken away."""
    found = []
    for variant in variants(grammar):
        root = etree.fromstring(etree.tostring(variant.root), etree.XMLParser(collect_ids=False))
        found.append(Variant(variant.what, root))
    return found


@pytest.fixture(scope="module")
def verdicts(fragments: list[Variant]) -> list[bool]:
    schema = compiled_schema()
    return [schema.validate(fragment.root) for fragment in fragments]


def test_there_are_many_of_both_kinds(verdicts: list[bool]) -> None:
    assert sum(verdicts) > 500
    assert len(verdicts) - sum(verdicts) > 1500


def test_the_diagnosis_agrees(fragments: list[Variant], verdicts: list[bool], grammar: Grammar) -> None:
    for fragment, valid in zip(fragments, verdicts, strict=True):
        problems = [one for one in diagnose(etree.ElementTree(fragment.root), grammar) if one.code != "S012"]
        assert valid == (not problems), (fragment.what, problems)


def test_one_change_is_told_once(fragments: list[Variant], verdicts: list[bool], grammar: Grammar) -> None:
    invalid = [fragment for fragment, valid in zip(fragments, verdicts, strict=True) if not valid]
    told = {
        fragment.what: [one for one in diagnose(etree.ElementTree(fragment.root), grammar) if one.code != "S012"]
        for fragment in invalid
    }
    several = {what: problems for what, problems in told.items() if len(problems) > 1}
    assert len(several) <= len(told) * 0.03, list(several.items())[:20]


def test_xmlschema_agrees(fragments: list[Variant], verdicts: list[bool]) -> None:
    every_third = slice(None, None, 3)  # it is the slowest of them
    for fragment, valid in zip(fragments[every_third], verdicts[every_third], strict=True):
        assert valid == (next(refusals(etree.ElementTree(fragment.root)), None) is None), fragment.what


def test_relax_ng_agrees(fragments: list[Variant], verdicts: list[bool], grammar: Grammar, any_start: AnyStart) -> None:
    schema = etree.RelaxNG(etree.parse(str(any_start(resource("schema", "diple.rng"), list(grammar.elements)))))
    for fragment, valid in zip(fragments, verdicts, strict=True):
        assert valid == schema.validate(fragment.root) or _doubles_an_id(fragment.root), fragment.what


def test_jing_agrees(
    fragments: list[Variant], verdicts: list[bool], grammar: Grammar, any_start: AnyStart, jing: Jing, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number:05}.xml" for number in range(len(fragments))]
    for fragment, file in zip(fragments, files, strict=True):
        file.write_bytes(etree.tostring(fragment.root))
    refused = jing(any_start(resource("schema", "diple.rng"), list(grammar.elements)), files)
    for fragment, file, valid in zip(fragments, files, verdicts, strict=True):
        assert valid == (file not in refused), fragment.what


def test_what_is_valid_here_is_valid_tei(
    fragments: list[Variant],
    verdicts: list[bool],
    grammar: Grammar,
    tei_all: Path,
    any_start: AnyStart,
    jing: Jing,
    tmp_path: Path,
) -> None:
    valid = [fragment for fragment, good in zip(fragments, verdicts, strict=True) if good]
    files = [tmp_path / f"{number:05}.xml" for number in range(len(valid))]
    for fragment, file in zip(valid, files, strict=True):
        file.write_bytes(etree.tostring(fragment.root))
    refused = jing(any_start(tei_all, list(grammar.elements)), files)
    assert not [fragment.what for fragment, file in zip(valid, files, strict=True) if file in refused]


def _doubles_an_id(root: etree._Element) -> bool:
    """Return whether an id occurs twice: libxml2's RELAX NG, alone among the processors, does not look for that."""
    ids = root.xpath("//@xml:id")
    assert isinstance(ids, list)
    return len(ids) != len({str(value) for value in ids})
