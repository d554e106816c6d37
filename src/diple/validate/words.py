"""The sentences of schema findings: what is wrong, what is allowed, what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from diple.validate.automaton import TEXT
from diple.validate.grammar import AttributeRule, ElementRule, Grammar
from diple.validate.names import customary, likely_meant

LISTED = 12
WRAPPERS = ("p", "item", "cell", "ab", "l", "head")

# What a value of each kind looks like; the kinds are the schema's own definitions.
KINDS = {
    "data.pointer": "one pointer: # and the xml:id of something in this file, or an address without spaces",
    "data.pointers": "pointers, with spaces between them: each is # and an xml:id of this file, or an address",
    "data.temporal": "a date or time as ISO 8601 writes it: 1955-03-02, 1955-03, 1955 or 14:30:00",
    "data.language": "a language tag such as en, ru or ru-Latn",
    "data.word": "one word without spaces",
    "data.name": "one word of letters, digits, _, - and . that begins with a letter",
    "data.version": "the number of a version, such as 0.1.0",
    "data.label": "some text that is not empty",
    "data.count": "a whole number such as 2",
    "data.quantity": "a number such as 2 or 1.5",
    "data.measure": "a number with its unit, such as 1200px",
    "data.point": "points such as 10,10 90,12 88,40",
}


class Words(NamedTuple):
    """A sentence for people, what to put there, if that can be said, and what is allowed there."""

    message: str
    suggestion: str = ""
    allowed: str = ""


def listed(names: Sequence[str], mark: str = "`") -> str:
    """Return names as a list in words, cut after the first dozen or so."""
    shown = ", ".join(f"{mark}{name}{mark}" for name in names[:LISTED])
    more = len(names) - LISTED
    return f"{shown} and {more} more" if more > 0 else shown


def unknown_element(name: str, likely: str, parent: ElementRule | None, grammar: Grammar) -> Words:
    """Say that an element is not of this schema, and what was meant or what may stand there."""
    sentence = f"`{name}` is not an element of this schema"
    allowed = _contents(parent, grammar) if parent else ""
    if likely:
        return Words(f"{sentence}; did you mean `{likely}`?", likely, allowed)
    return Words(f"{sentence}; allowed in `<{parent.name}>`: {allowed}" if parent else sentence, "", allowed)


def element_out_of_place(name: str, number: int, parent: ElementRule, grammar: Grammar) -> Words:
    """Say that an element of the schema may never stand in this parent."""
    several = f" ({number} in a row)" if number > 1 else ""
    places, allowed = listed(grammar.parents(name), ""), _contents(parent, grammar)
    return Words(
        f"`<{name}>` may not stand in `<{parent.name}>`{several}; allowed there: {allowed}",
        f"`<{name}>` may stand in: {places}" if places else "",
        allowed,
    )


def text_out_of_place(parent: ElementRule, number: int, grammar: Grammar) -> Words:
    """Say that words stand directly in an element that holds only other elements."""
    wrapper = next((name for name in WRAPPERS if name in parent.allowed), "")
    what = "text may not stand" if number == 1 else "text and what belongs to it may not stand"
    advice = f"; put it into a `<{wrapper}>`" if wrapper else ""
    allowed = _contents(parent, grammar)
    return Words(f"{what} directly in `<{parent.name}>`{advice}; allowed there: {allowed}", wrapper, allowed)


def element_misplaced(
    name: str, before: str, after: str, too_early: bool, parent: ElementRule, here: Sequence[str]
) -> Words:
    """Say that an element stands too early, too late or once too often; ``here`` is what may stand in its place."""
    inside, allowed = f"in `<{parent.name}>`", _or_nothing(here)
    if too_early and after:
        return Words(f"`<{name}>` may not stand before {_thing(after)} {inside}; move it down", "", allowed)
    if before == name:
        return Words(f"`<{name}>` may not stand twice here {inside}", "", allowed)
    if before:
        return Words(f"`<{name}>` may not stand after {_thing(before)} {inside}; move it up", "", allowed)
    return Words(f"`<{name}>` may not stand at this place {inside}", "", allowed)


def element_missing(names: Sequence[str], before: str, after: str, parent: ElementRule) -> Words:
    """Say that an element lacks something it must hold."""
    what = f"`<{names[0]}>`" if len(names) == 1 else f"one of {listed(names)}"
    where = f" before {_thing(before)}" if before else f" after {_thing(after)}" if after else ""
    suggestion = names[0] if len(names) == 1 else ""
    return Words(f"`<{parent.name}>` is not complete: {what} is missing{where}", suggestion, _or_nothing(names))


def unknown_attribute(name: str, rule: ElementRule, taken: frozenset[str]) -> Words:
    """Say that an attribute is not allowed on this element."""
    free = [other for other in rule.attributes if other not in taken]
    likely = likely_meant(name, free)
    sentence, allowed = f"`@{name}` is not an attribute of `<{rule.name}>`", listed(free, "")
    if likely:
        return Words(f"{sentence}; did you mean `@{likely}`?", likely, allowed)
    return Words(f"{sentence}; it may carry: {allowed}", "", allowed)


def attribute_missing(attribute: AttributeRule, element: str) -> Words:
    """Say that an attribute the schema demands is not there."""
    values = listed(attribute.values, "")
    choice = f" One of: {values}." if values else ""
    told = f"`@{attribute.name}` is missing on `<{element}>`. {attribute.gloss.text}{choice}"
    return Words(told, attribute.gloss.example, values or KINDS.get(attribute.datatype, ""))


def wrong_value(attribute: AttributeRule, element: str, value: str, ids: frozenset[str]) -> Words:
    """Say why a value is not allowed for an attribute, and what might have been meant."""
    where = f"`@{attribute.name}` on `<{element}>`"
    if attribute.values:
        likely = likely_meant(value.strip(), attribute.values)
        advice = f"; did you mean `{likely}`? Allowed" if likely else "; allowed"
        allowed = listed(attribute.values, "")
        return Words(f"`{value}` is not a value of {where}{advice}: {allowed}", likely, allowed)
    if attribute.name == "xml:id":
        shape = "an id begins with a letter and holds only letters, digits, _, - and ."
        return Words(f"`{value}` cannot be an `@xml:id`: {shape}", _as_id(value), shape)
    kind = KINDS.get(attribute.datatype, f"as in {attribute.gloss.example}")
    return Words(f"`{value}` is not a value of {where}: write {kind}", _repaired(attribute, value, ids), kind)


def repeated_id(value: str, line: int, ids: frozenset[str]) -> Words:
    """Say that an ``xml:id`` is already taken."""
    free = next(f"{value}-{number}" for number in range(2, len(ids) + 3) if f"{value}-{number}" not in ids)
    return Words(f'`xml:id="{value}"` is already the id of the element on line {line}; ids must be unique', free)


def what_was_meant(name: str, candidates: Sequence[str], grammar: Grammar) -> str:
    """Return the element of the schema that an unknown name was meant to be, or an empty string."""
    if name in grammar.elements or name == TEXT:
        return ""
    usual = customary(name)
    return likely_meant(name, candidates) or (usual if usual in candidates else "")


def _contents(rule: ElementRule, grammar: Grammar) -> str:
    names = listed(grammar.most_telling(rule))
    if rule.holds_text:
        return f"text, {names}" if names else "text only"
    return names or "nothing, it is always empty"


def _or_nothing(names: Sequence[str]) -> str:
    return listed(["text" if name == TEXT else name for name in names]) or "nothing"


def _thing(name: str) -> str:
    return "text" if name == TEXT else f"`<{name}>`"


def _as_id(value: str) -> str:
    name = re.sub(r"[^\w.-]+", "-", value.strip()).strip("-")
    return name if re.match(r"[^\W\d]", name) else f"x{name}" if name else ""


def _repaired(attribute: AttributeRule, value: str, ids: frozenset[str]) -> str:
    """Return the value put right, where only its form is wrong."""
    if attribute.datatype in ("data.pointer", "data.pointers"):
        words = value.replace("#", " ").split()
        return " ".join(f"#{word}" for word in words) if words and all(word in ids for word in words) else ""
    if attribute.datatype == "data.temporal" and re.fullmatch(r"[0-2]\d:[0-5]\d", value.strip()):
        return f"{value.strip()}:00"
    if attribute.datatype == "data.language":
        return value.strip().replace("_", "-") if "_" in value else ""
    return ""
