"""What is wrong with a document that the schema refuses: one problem for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from lxml import etree

from diple.findings import Level
from diple.validate import words
from diple.validate.alignment import Edit, align
from diple.validate.automaton import START, TEXT
from diple.validate.grammar import ElementRule, Grammar
from diple.validate.values import accepts
from diple.validate.words import Words
from diple.xmlio import TEI, XML, XML_ID

# The stable codes of schema findings.
CODES = {
    "S001": "an element that this schema does not have",
    "S002": "an element in a parent that cannot hold it",
    "S003": "an element too early, too late or once too often",
    "S004": "something missing in an element",
    "S005": "text where only elements may stand",
    "S006": "an attribute that the element cannot carry",
    "S007": "a required attribute missing",
    "S008": "a value that is not in the closed list",
    "S009": "a value of the wrong form",
    "S010": "an xml:id used twice",
    "S011": "an element of another namespace, or of none",
    "S012": "a root element other than TEI",
    "S090": "refused by the schema for another reason",
}


class Spot(NamedTuple):
    """The part of an element that a problem is about: ``name`` is an attribute, ``child`` a count of children."""

    kind: Literal["element", "attribute", "text", "end"] = "element"
    name: str = ""
    child: int = 0


class Problem(NamedTuple):
    """One thing wrong: its code, the element and the part of it where it shows, and the words for it."""

    code: str
    element: etree._Element
    spot: Spot
    words: Words
    level: Level = "error"


@dataclass(slots=True)
class _Walk:
    """One pass over a document: the ids met so far, and what misspelt elements were meant to be."""

    grammar: Grammar
    ids: frozenset[str]
    seen: dict[str, etree._Element] = field(default_factory=dict)
    meant: dict[etree._Element, str] = field(default_factory=dict)

    def rule(self, element: etree._Element) -> ElementRule | None:
        name = self.meant.get(element) or tei_name(element)
        return self.grammar.elements.get(name)


def diagnose(tree: etree._ElementTree, grammar: Grammar) -> Iterator[Problem]:
    """Yield what is wrong with a document, in document order of the elements concerned; nothing if it is valid."""
    root = tree.getroot()
    ids = frozenset(str(one.get(XML_ID)) for one in root.iter() if one.get(XML_ID))
    walk = _Walk(grammar, ids)
    if tei_name(root) != "TEI":
        yield _wrong_root(root)
    if tei_name(root).startswith("{"):
        return
    for element in root.iter(f"{{{TEI}}}*"):
        rule = walk.rule(element)
        if rule is None:
            yield from _in_unknown_parent(walk, element)
            continue
        yield from _attributes(walk, element, rule)
        yield from _content(walk, element, rule)


def tei_name(element: etree._Element) -> str:
    """Return the name of a TEI element; of any other, the name in Clark notation (with ``{}`` for no namespace)."""
    name = str(element.tag)
    return name.removeprefix(f"{{{TEI}}}") if name.startswith("{") else f"{{}}{name}"


def _wrong_root(root: etree._Element) -> Problem:
    name = etree.QName(root)
    if name.namespace is None:
        told = Words(f"`<{name.localname}>` is not in the TEI namespace", f'<TEI xmlns="{TEI}">')
        return Problem("S011", root, Spot(), told)
    told = Words(f"the outermost element must be `<TEI>`, not `<{name.localname}>`", "TEI")
    return Problem("S012", root, Spot(), told)


def line_of(element: etree._Element) -> int:
    """Return the line on which the start tag ends, from 1, as the parser counts it; 0 if it does not know."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


# ---- attributes


def _attributes(walk: _Walk, element: etree._Element, rule: ElementRule) -> Iterator[Problem]:
    present = {qualified(str(name)): str(value) for name, value in element.attrib.items()}
    misspelt = set()
    for name, value in present.items():
        if name in rule.attributes:
            yield from _value(walk, element, rule, name, value)
        else:
            told = words.unknown_attribute(name, rule, frozenset(present))
            misspelt.add(told.suggestion)
            yield Problem("S006", element, Spot("attribute", name), told)
    for attribute in rule.attributes.values():
        if attribute.required and attribute.name not in present and attribute.name not in misspelt:
            yield Problem("S007", element, Spot(), words.attribute_missing(attribute, rule.name))


def qualified(name: str) -> str:
    """Return an attribute's name as people write it: ``xml:id`` for the name in Clark notation."""
    return name.replace(f"{{{XML}}}", "xml:")


def _value(walk: _Walk, element: etree._Element, rule: ElementRule, name: str, value: str) -> Iterator[Problem]:
    attribute = rule.attributes[name]
    if not accepts(walk.grammar, attribute, value):
        code = "S008" if attribute.values else "S009"
        yield Problem(code, element, Spot("attribute", name), words.wrong_value(attribute, rule.name, value, walk.ids))
    elif name == "xml:id":
        first = walk.seen.setdefault(value.strip(), element)
        if first is not element:
            told = words.repeated_id(value.strip(), line_of(first), walk.ids)
            yield Problem("S010", element, Spot("attribute", name), told)


# ---- content


class _Children(NamedTuple):
    """What stands in an element: names of children and ``TEXT``, with the child or the count of children before it."""

    names: list[str]
    elements: list[etree._Element | None]
    before: list[int]


def _children(element: etree._Element) -> _Children:
    found = _Children([], [], [])
    count, text = 0, element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            _add_text(found, text, count)
            found.names.append(tei_name(child))
            found.elements.append(child)
            found.before.append(count)
            count, text = count + 1, child.tail or ""
        else:
            text += child.tail or ""
    _add_text(found, text, count)
    return found


def _add_text(found: _Children, text: str, count: int) -> None:
    if text.strip(" \t\r\n"):
        found.names.append(TEXT)
        found.elements.append(None)
        found.before.append(count)


def _content(walk: _Walk, element: etree._Element, rule: ElementRule) -> Iterator[Problem]:
    children = _children(element)
    edits = align(
        rule.automaton, children.names, lambda name, candidates: words.what_was_meant(name, candidates, walk.grammar)
    )
    for group in _by_cause(_without_echoes(edits, rule)):
        yield _problem(walk, element, rule, children, group)


def _without_echoes(edits: Sequence[Edit], rule: ElementRule) -> list[Edit]:
    """Return the edits without what is missing only because it stands in the wrong place."""
    misplaced = {edit.name for edit in edits if edit.kind == "misplaced"}
    return [edit for edit in edits if edit.kind != "missing" or not misplaced & set(_openings(edit, rule))]


def _openings(edit: Edit, rule: ElementRule) -> list[str]:
    """Return the names that could stand where one is missing, with the same to follow."""
    moves = rule.automaton.moves[edit.state]
    return [name for name, states in moves.items() if states == moves[edit.name]]


def _by_cause(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits in groups that have one cause: foreign children in a row, if of one name or around loose text."""
    runs = groupby(enumerate(edits), key=lambda pair: (pair[1].kind == "foreign", pair[1].position - pair[0]))
    for (foreign, _), run in runs:
        group = [edit for _, edit in run]
        if foreign and TEXT in {edit.name for edit in group}:
            yield group
        elif foreign:
            yield from (list(same) for _, same in groupby(group, key=lambda edit: edit.name))
        else:
            yield from ([edit] for edit in group)


def _problem(
    walk: _Walk, element: etree._Element, rule: ElementRule, children: _Children, group: list[Edit]
) -> Problem:
    edit = group[0]
    match edit.kind:
        case "missing":
            return _missing(element, rule, children, edit)
        case "misplaced":
            return _misplaced(walk, element, rule, children, edit)
        case "misnamed":
            child = children.elements[edit.position]
            assert child is not None
            walk.meant[child] = edit.name
            return Problem(
                "S001",
                child,
                Spot(),
                words.unknown_element(children.names[edit.position], edit.name, rule, walk.grammar),
            )
        case "foreign":
            return _foreign(walk, element, rule, children, group)


def _foreign(
    walk: _Walk, element: etree._Element, rule: ElementRule, children: _Children, group: list[Edit]
) -> Problem:
    edit, child = group[0], children.elements[group[0].position]
    if TEXT in {one.name for one in group}:
        return _text(walk, element, rule, children, group)
    assert child is not None
    if edit.name.startswith("{"):
        return Problem("S011", child, Spot(), Words(f"`<{etree.QName(child).localname}>` is not in the TEI namespace"))
    if edit.name not in walk.grammar.elements:
        likely = words.what_was_meant(edit.name, tuple(walk.grammar.elements), walk.grammar)
        return Problem("S001", child, Spot(), words.unknown_element(edit.name, likely, rule, walk.grammar))
    return Problem("S002", child, Spot(), words.element_out_of_place(edit.name, len(group), rule, walk.grammar))


def _text(walk: _Walk, element: etree._Element, rule: ElementRule, children: _Children, group: list[Edit]) -> Problem:
    first = next(edit for edit in group if edit.name == TEXT)
    told = words.text_out_of_place(rule, len(group), walk.grammar)
    return Problem("S005", element, Spot("text", child=children.before[first.position]), told)


def _missing(element: etree._Element, rule: ElementRule, children: _Children, edit: Edit) -> Problem:
    names = _openings(edit, rule)
    before = _neighbour(children, edit.position)
    after = _neighbour(children, edit.position - 1)
    told = words.element_missing(names, before, after, rule)
    child = children.elements[edit.position] if before else None
    return Problem("S004", element if child is None else child, Spot(), told)


def _misplaced(walk: _Walk, element: etree._Element, rule: ElementRule, children: _Children, edit: Edit) -> Problem:
    too_early = rule.automaton.step(edit.state, edit.name) is not None or edit.state == START
    before, after = _neighbour(children, edit.position - 1), _neighbour(children, edit.position + 1)
    child = children.elements[edit.position]
    if child is None:
        return Problem(
            "S005",
            element,
            Spot("text", child=children.before[edit.position]),
            words.text_out_of_place(rule, 1, walk.grammar),
        )
    here = [name for name in rule.automaton.moves[edit.state] if name != edit.name]
    return Problem("S003", child, Spot(), words.element_misplaced(edit.name, before, after, too_early, rule, here))


def _neighbour(children: _Children, index: int) -> str:
    return children.names[index] if 0 <= index < len(children.names) else ""


def _in_unknown_parent(walk: _Walk, element: etree._Element) -> Iterator[Problem]:
    """Yield the unknown elements inside an element that is itself unknown and so has no content model."""
    for child in element.iterchildren(f"{{{TEI}}}*"):
        name = tei_name(child)
        if name not in walk.grammar.elements:
            likely = words.what_was_meant(name, tuple(walk.grammar.elements), walk.grammar)
            walk.meant[child] = likely
            yield Problem("S001", child, Spot(), words.unknown_element(name, likely, None, walk.grammar))
