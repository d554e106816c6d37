"""The schema explains itself: a gloss and an example for everything, and every example is valid here and in TEI."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree
from schema_variants import exemplar

from diple.resources import resource
from diple.validate.grammar import Grammar
from diple.validate.values import accepts
from diple.validate.verdict import compiled_schema
from diple.xmlio import tei


def test_every_element_has_a_gloss_and_an_example_that_shows_it(grammar: Grammar) -> None:
    for name, rule in grammar.elements.items():
        assert len(rule.gloss.text) > 3, name
        example = exemplar(name, grammar)
        assert next(example.iter(tei(name)), None) is not None, name


def test_every_attribute_has_a_gloss_and_an_example_that_is_a_value_of_it(grammar: Grammar) -> None:
    for rule in grammar.elements.values():
        for attribute in rule.attributes.values():
            name, _, value = attribute.gloss.example.partition("=")
            assert attribute.gloss.text, (rule.name, attribute.name)
            assert name == attribute.name, (rule.name, attribute.name)
            assert accepts(grammar, attribute, value.strip('"')), (rule.name, attribute.name)


def test_every_example_is_valid_here(grammar: Grammar) -> None:
    schema = compiled_schema()
    for name in grammar.elements:
        example = exemplar(name, grammar)
        assert schema.validate(example), (name, schema.error_log)


@pytest.fixture(scope="module")
def example_files(grammar: Grammar, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("examples")
    files = {name: folder / f"{name}.xml" for name in grammar.elements}
    for name, path in files.items():
        etree.ElementTree(exemplar(name, grammar)).write(str(path), encoding="utf-8")
    return files


def test_every_example_is_valid_tei(
    grammar: Grammar,
    example_files: dict[str, Path],
    tei_all: Path,
    any_start: Callable[[Path, Sequence[str]], Path],
    jing: Callable[[Path, Sequence[Path]], set[Path]],
) -> None:
    schema = any_start(tei_all, list(grammar.elements))
    assert not jing(schema, list(example_files.values()))


def test_jing_reads_the_schema_as_lxml_does(
    grammar: Grammar,
    example_files: dict[str, Path],
    any_start: Callable[[Path, Sequence[str]], Path],
    jing: Callable[[Path, Sequence[Path]], set[Path]],
) -> None:
    schema = any_start(resource("schema", "diple.rng"), list(grammar.elements))
    assert not jing(schema, list(example_files.values()))
