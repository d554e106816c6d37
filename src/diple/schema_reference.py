"""The reference part of ``docs/schema.md``: element by element, from the glosses of the schema itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from diple.validate.explain import codes, explain
from diple.validate.grammar import AttributeRule, ElementRule, Grammar

MARKER = "<!-- From here on made by python -m diple.schema_build; edit schema/diple.rnc instead. -->"

# Elements that stand for a whole class: what another may hold or where it may stand is told by comparison with them.
MODELS_OF_CONTENT = ("note", "p", "persName", "publisher", "resp")
MODELS_OF_PLACE = ("note", "list", "l", "seg", "persName")


def with_reference(page: str, grammar: Grammar, used: Mapping[str, str]) -> str:
    """Return a page with everything after the marker replaced by the reference of the schema, as Markdown.

    ``used`` says of each element who uses it.
    """
    before, marker, _ = page.partition(MARKER)
    if not marker:
        raise ValueError("the page has no marker for the reference")
    return "\n".join([before + MARKER, *_reference(grammar, used)]) + "\n"


def _reference(grammar: Grammar, used: Mapping[str, str]) -> Iterator[str]:
    everywhere, in_text = of_every_element(grammar), of_text(grammar)
    told = {attribute.name for attribute in (*everywhere, *in_text)}
    yield "\n## What is told only once\n\nEvery element may carry:\n"
    yield from map(_attribute, everywhere)
    yield "\nEvery element of the text may also carry:\n"
    yield from map(_attribute, in_text)
    yield f"\nBelow, *marks* are the elements that may stand anywhere in the text: {_names(marks(grammar))}."
    for title, names in grammar.sections.items():
        if names:
            yield f"\n## {title}"
            for name in names:
                yield from _element(grammar, grammar.elements[name], told, used[name])
    yield "\n## The rules\n\nWhat a grammar cannot say. `error`: the file says something that cannot be so; `warning`:"
    yield "it lacks something that the edition promises; `advice`: have a look."
    for code in codes():
        yield from _rule(code)


def _rule(code: str) -> Iterator[str]:
    rule = explain(code)
    if rule is not None and rule.level:
        yield f"\n### {code} ({rule.level})\n\n{rule.reason}\n"
        yield f"Not so:\n\n```xml\n{rule.bad}\n```\n\nBut so:\n\n```xml\n{rule.good}\n```"


def of_every_element(grammar: Grammar) -> list[AttributeRule]:
    """Return the attributes that every element may carry."""
    rules = list(grammar.elements.values())
    names = set.intersection(*(set(rule.attributes) for rule in rules))
    return [one for one in rules[0].attributes.values() if one.name in names]


def of_text(grammar: Grammar) -> list[AttributeRule]:
    """Return the attributes that every element of the text may carry, and not every element of the header."""
    everywhere = {one.name for one in of_every_element(grammar)}
    of_breaks = grammar.elements["pb"].attributes
    return [
        one for one in grammar.elements["p"].attributes.values() if one.name in of_breaks and one.name not in everywhere
    ]


def marks(grammar: Grammar) -> list[str]:
    """Return the elements that may stand wherever a mark in the margin may."""
    places = set(grammar.parents("metamark"))
    return [name for name in grammar.elements if places <= set(grammar.parents(name))]


def _element(grammar: Grammar, rule: ElementRule, told: Set[str], used: str) -> Iterator[str]:
    yield f"\n### {rule.name}\n"
    yield f"{rule.gloss.text}\n"
    yield f"- Holds: {_contents(grammar, rule)}."
    yield f"- Stands in: {_places(grammar, rule.name)}."
    yield f"- Used by: {used}."
    yield from (_attribute(one) for one in rule.attributes.values() if one.name not in told)
    yield f"\n```xml\n{rule.gloss.example}\n```"


def _attribute(attribute: AttributeRule) -> str:
    need = " (required)" if attribute.required else ""
    values = f" Values: {_names(attribute.values)}." if attribute.values else ""
    return f"- `@{attribute.name}`{need}: {attribute.gloss.text}{values} For example `{attribute.gloss.example}`."


class Listing(NamedTuple):
    """What an element holds or where it stands: whatever that element ``like`` which does, if any, and ``names``.

    ``text`` says that characters may stand inside; ``marks`` that marks may, or that the element is one.
    """

    names: list[str]
    like: str = ""
    text: bool = False
    marks: bool = False


def contents(grammar: Grammar, rule: ElementRule) -> Listing:
    """Return what may stand in an element."""
    for model in MODELS_OF_CONTENT:
        other = grammar.elements[model]
        if model != rule.name and set(other.allowed) <= set(rule.allowed) and other.holds_text == rule.holds_text:
            return Listing([name for name in rule.allowed if name not in other.allowed], model)
    common = marks(grammar)
    if set(common) <= set(rule.allowed):
        return Listing([name for name in rule.allowed if name not in common], "", rule.holds_text, True)
    return Listing(list(rule.allowed), "", rule.holds_text)


def places(grammar: Grammar, name: str) -> Listing:
    """Return in what an element may stand."""
    parents = list(grammar.parents(name))
    if name in marks(grammar):
        return Listing([], marks=True)
    for model in MODELS_OF_PLACE:
        others = grammar.parents(model)
        if model != name and set(others) <= set(parents):
            return Listing([parent for parent in parents if parent not in others], model)
    return Listing(parents)


def _contents(grammar: Grammar, rule: ElementRule) -> str:
    found = contents(grammar, rule)
    if found.like:
        return _whatever(found.like, "hold", found.names)
    words = ["text"] * found.text + ["*marks*"] * found.marks
    return ", ".join([*words, *(f"`{name}`" for name in found.names)]) or "nothing"


def _places(grammar: Grammar, name: str) -> str:
    found = places(grammar, name)
    if found.marks:
        return "anywhere in the text, between and inside other elements"
    if found.like:
        return _whatever(found.like, "stand in", found.names)
    return _names(found.names) or "nothing: it is the outermost element"


def _whatever(model: str, does: str, rest: Sequence[str]) -> str:
    return f"whatever [`{model}`](#{model.lower()}) may {does}" + (f", and {_names(rest)}" if rest else "")


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
