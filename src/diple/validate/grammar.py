"""The schema as data: what each element may hold and carry, with its gloss, read from the RELAX NG in XML syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from diple.resources import resource
from diple.validate.automaton import TEXT, Automaton, Choice, Empty, Group, Name, Never, Particle, Repeat, compile_model
from diple.xmlio import parse_file

RNG = "http://relaxng.org/ns/structure/1.0"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
OPTIONAL = Choice((Empty(), Name(TEXT)))


class Gloss(NamedTuple):
    """What the schema says about an element or attribute: a sentence or two, and an example."""

    text: str
    example: str


@dataclass(frozen=True, slots=True)
class AttributeRule:
    """What the schema says of one attribute of one element.

    ``values`` is the closed list, empty if there is none; ``datatype`` names the kind of value (``data.pointers``), if
    it has a name; ``pattern`` is the RELAX NG pattern of the value.
    """

    name: str
    required: bool
    values: tuple[str, ...]
    datatype: str
    gloss: Gloss
    pattern: etree._Element


@dataclass(frozen=True)
class ElementRule:
    """What the schema says of one element."""

    name: str
    gloss: Gloss
    attributes: dict[str, AttributeRule]
    content: Particle

    @cached_property
    def automaton(self) -> Automaton:
        """The content model, ready to be walked."""
        return compile_model(self.content)

    @cached_property
    def allowed(self) -> tuple[str, ...]:
        """Names of the child elements that may stand somewhere inside, in the schema's order."""
        return tuple(name for name in self.automaton.alphabet() if name != TEXT)

    @property
    def holds_text(self) -> bool:
        """Whether characters may stand directly inside."""
        return TEXT in self.automaton.alphabet()


class Grammar:
    """A RELAX NG grammar in which each element has one definition."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self._defines: dict[str, list[etree._Element]] = {}
        self._tree = tree
        for define in tree.iter(f"{{{RNG}}}define"):
            self._defines.setdefault(str(define.get("name")), []).append(define)
        self._particles: dict[str, Particle] = {}
        self._telling: dict[str, list[str]] = {}
        self._shared: dict[tuple[str, bool], tuple[AttributeRule, ...]] = {}

    @cached_property
    def elements(self) -> dict[str, ElementRule]:
        """Every element of the schema by name, in the schema's order."""
        found = {}
        for parts in self._defines.values():
            for define in parts:
                for element in define.iterfind(f"{{{RNG}}}element[@name]"):
                    found[str(element.get("name"))] = self._element(define, element)
        return found

    @cached_property
    def sections(self) -> dict[str, list[str]]:
        """The elements under the headings of the schema, which are comments that begin with ``==`` and a number."""
        found: dict[str, list[str]] = {}
        for node in self._tree.getroot():
            if isinstance(node, etree._Comment) and (heading := re.match(r"\s*== \d+\. (.*?)\s*$", node.text or "")):
                found[heading[1]] = []
            elif found and (element := node.find(f"{{{RNG}}}element[@name]")) is not None:
                found[next(reversed(found))].append(str(element.get("name")))
        return found

    @cached_property
    def datatypes(self) -> list[etree._Element]:
        """The definitions of kinds of value (``data.*``)."""
        return [part for name, parts in self._defines.items() if name.startswith("data.") for part in parts]

    def parents(self, name: str) -> tuple[str, ...]:
        """Return the elements in which ``name`` may stand."""
        return self._parents.get(name, ())

    def most_telling(self, parent: ElementRule) -> list[str]:
        """Return what may stand in an element, with those first that may stand in few others: they say most."""
        if parent.name not in self._telling:
            self._telling[parent.name] = sorted(parent.allowed, key=lambda name: len(self.parents(name)))
        return self._telling[parent.name]

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        parents: dict[str, list[str]] = {}
        for rule in self.elements.values():
            for name in rule.allowed:
                parents.setdefault(name, []).append(rule.name)
        return {name: tuple(found) for name, found in parents.items()}

    def _element(self, define: etree._Element, element: etree._Element) -> ElementRule:
        attributes = {rule.name: rule for rule in self._attributes(element, required=True)}
        content = Group(tuple(self._particle(part) for part in element))
        return ElementRule(str(element.get("name")), _gloss(define), attributes, content)

    def _attributes(self, node: etree._Element, required: bool) -> Iterator[AttributeRule]:
        for part in node:
            match _local(part):
                case "attribute" if part.get("name"):
                    yield self._attribute(part, required)
                case "optional" | "zeroOrMore" | "choice":
                    yield from self._attributes(part, required=False)
                case "group" | "interleave" | "oneOrMore" | "define":
                    yield from self._attributes(part, required)
                case "ref":
                    yield from self._attributes_of(str(part.get("name")), required)

    def _attributes_of(self, name: str, required: bool) -> tuple[AttributeRule, ...]:
        """Return the attributes of a definition, which many elements may share."""
        if (name, required) not in self._shared:
            found = (rule for define in self._defines[name] for rule in self._attributes(define, required))
            self._shared[name, required] = tuple(found)
        return self._shared[name, required]

    def _attribute(self, node: etree._Element, required: bool) -> AttributeRule:
        pattern = next((part for part in node if _local(part)), node)
        reference = pattern if _local(pattern) == "ref" else None
        values = tuple(self._values(pattern))
        datatype = "" if reference is None else str(reference.get("name"))
        return AttributeRule(str(node.get("name")), required, values, datatype, _gloss(node), pattern)

    def _values(self, pattern: etree._Element) -> Iterator[str]:
        match _local(pattern):
            case "value":
                yield pattern.text or ""
            case "choice" | "list" | "oneOrMore" | "define":
                for part in pattern:
                    yield from self._values(part)
            case "ref":
                for define in self._defines[str(pattern.get("name"))]:
                    yield from self._values(define)

    def _particle(self, node: etree._Element) -> Particle:
        match _local(node):
            case "ref":
                return self._reference(str(node.get("name")))
            case "text" | "data" | "value" | "list":
                return OPTIONAL
            case "choice":
                return Choice(tuple(self._particle(part) for part in node if _local(part)))
            case "group":
                return self._sequence(node)
            case "optional":
                return Choice((Empty(), self._sequence(node)))
            case "oneOrMore":
                return Repeat(self._sequence(node))
            case "zeroOrMore":
                return Choice((Empty(), Repeat(self._sequence(node))))
            case "element":
                return Name(str(node.get("name", "*")))
            case "notAllowed":
                return Never()
            case _:
                return Empty()

    def _sequence(self, node: etree._Element) -> Particle:
        return Group(tuple(self._particle(part) for part in node if _local(part)))

    def _reference(self, name: str) -> Particle:
        if name not in self._particles:
            self._particles[name] = self._defined(name)
        return self._particles[name]

    def _defined(self, name: str) -> Particle:
        defines = self._defines[name]
        elements = [element for define in defines for element in define.iterfind(f"{{{RNG}}}element")]
        if elements:
            return Name(str(elements[0].get("name", "*")))
        return Choice(tuple(self._sequence(define) for define in defines))


def _local(node: etree._Element) -> str:
    """Return the local name of a RELAX NG element; an empty string for anything else."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and tag.startswith(f"{{{RNG}}}") else ""


def _gloss(node: etree._Element) -> Gloss:
    text, _, example = " ".join((node.findtext(DOCUMENTATION) or "").split()).partition("Example: ")
    return Gloss(text.strip(), example.strip())


@lru_cache(maxsize=4)
def load_grammar(path: Path | None = None) -> Grammar:
    """Return the grammar in a RELAX NG file, by default the project's own schema."""
    return Grammar(parse_file(path or resource("schema", "diple.rng")))
