"""Whatever this schema accepts, TEI accepts: proven for content models, sampled for the values of attributes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from diple.validate.automaton import START, Automaton
from diple.validate.grammar import AttributeRule, Grammar, load_grammar
from diple.validate.values import accepts

# Values of each kind, at its edges.
SAMPLES = {
    "data.pointer": [
        "#a",
        "a",
        "a.b",
        "../register/persons.xml#mao",
        "https://x.org/y?z=1#q",
        "urn:x:y",
        "a%20b.png",
        "#Ковалёв",
        "é",
        "a&b",
    ],
    "data.pointers": ["#a", "#a #b", " #a\n #b "],
    "data.temporal": [
        "1961",
        "1961-07",
        "1961-07-03",
        "--07-03",
        "--07",
        "---03",
        "14:30:00",
        "1961-07-03T14:30:00",
        "0001-01-01",
    ],
    "data.language": ["en", "ru-Latn", "zh-Hant-TW", "x-none", "de-1901"],
    "data.word": ["a", "№", "1961-07~", "é", "a-b", "[1"],
    "data.name": ["a", "é", "a-b.c", "_x"],
    "data.version": ["1", "0.1.0", "2.0rc1"],
    "data.label": ["1", "a.", "* *", "№ 3"],
    "data.count": ["0", "7", "+7", "007"],
    "data.quantity": ["0", "1.5", "007"],
    "data.measure": ["10px", "1.5cm", "50%"],
}


EDGES = {value for values in SAMPLES.values() for value in values}


@pytest.fixture(scope="module")
def tei(tei_all: Path) -> Grammar:
    return load_grammar(tei_all)


def test_every_element_is_an_element_of_tei(grammar: Grammar, tei: Grammar) -> None:
    assert set(grammar.elements) <= set(tei.elements)


def test_every_content_is_a_content_of_tei(grammar: Grammar, tei: Grammar) -> None:
    beyond = {
        name: next(words_beyond(rule.automaton, tei.elements[name].automaton), None)
        for name, rule in grammar.elements.items()
    }
    assert not {name: word for name, word in beyond.items() if word is not None}


def test_the_proof_sees_what_is_beyond(grammar: Grammar) -> None:
    p, note, gap = (grammar.elements[name].automaton for name in ("p", "note", "gap"))
    assert next(words_beyond(note, p)) == ("p",)
    assert not list(words_beyond(p, note))
    assert next(words_beyond(note, gap))


def words_beyond(ours: Automaton, theirs: Automaton) -> Iterator[tuple[str, ...]]:
    """Yield contents that ``ours`` accepts, or can begin with, and ``theirs`` does not: none if it is included."""
    seen = {(START, frozenset({START}))}
    waiting = [((), *pair) for pair in seen]
    while waiting:
        word, state, states = waiting.pop()
        if state in ours.accepting and not states & theirs.accepting:
            yield word
        for name, after in ours.moves[state].items():
            pair = (next(iter(after)), theirs.states_after(states, name))
            if not pair[1]:
                yield (*word, name)
            elif pair not in seen:
                seen.add(pair)
                waiting.append(((*word, name), *pair))


def test_every_attribute_is_an_attribute_of_tei(grammar: Grammar, tei: Grammar) -> None:
    for name, rule in grammar.elements.items():
        theirs = tei.elements[name].attributes
        assert set(rule.attributes) <= set(theirs), name
        demanded = {one.name for one in theirs.values() if one.required}
        assert demanded <= {one.name for one in rule.attributes.values() if one.required}, name


def test_every_value_is_a_value_in_tei(grammar: Grammar, tei: Grammar) -> None:
    checked, refused = set[tuple[bytes, bytes, str]](), []
    for name, rule in grammar.elements.items():
        for attribute in rule.attributes.values():
            theirs = tei.elements[name].attributes[attribute.name]
            both = etree.tostring(attribute.pattern), etree.tostring(theirs.pattern)
            for value in sorted({*attribute.values, example_value(attribute), *EDGES}):
                if (*both, value) in checked:
                    continue
                checked.add((*both, value))
                if accepts(grammar, attribute, value) and not accepts(tei, theirs, value):
                    refused.append((name, attribute.name, value))
    assert len(checked) > 2000
    assert not refused


def example_value(attribute: AttributeRule) -> str:
    return attribute.gloss.example.partition('"')[2].rstrip('"')


def test_samples_are_values_of_their_kind(grammar: Grammar) -> None:
    kinds = {
        one.datatype: one for rule in grammar.elements.values() for one in rule.attributes.values() if one.datatype
    }
    for kind, values in SAMPLES.items():
        assert all(accepts(grammar, kinds[kind], value) for value in values), kind
