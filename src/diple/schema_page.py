"""The reference of the schema as data for ``schema/reference.xsl``, which makes ``docs/schema.html`` of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree
from saxonche import PySaxonProcessor  # type: ignore[import-not-found, unused-ignore]

from diple.schema_reference import Listing, contents, marks, of_every_element, of_text, places
from diple.validate.explain import codes, explain
from diple.validate.grammar import AttributeRule, ElementRule, Gloss, Grammar


def reference_page(grammar: Grammar, stylesheet: Path, used: Mapping[str, str]) -> bytes:
    """Return the reference as one HTML page that needs no other file; ``used`` says of each element who uses it."""
    with PySaxonProcessor(license=False) as processor:
        node = processor.parse_xml(xml_text=etree.tostring(reference(grammar, used), encoding="unicode"))
        made = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))
        text: str = made.transform_to_string(xdm_node=node)
    return text.encode()


def reference(grammar: Grammar, used: Mapping[str, str]) -> etree._Element:
    """Return all that the schema says, as XML in no namespace: elements by section, what is common to them, codes."""
    everywhere, in_text = of_every_element(grammar), of_text(grammar)
    told = {attribute.name for attribute in (*everywhere, *in_text)}
    root = _made(
        "reference",
        _made("common", *map(_attribute, everywhere), kind="all"),
        _made("common", *map(_attribute, in_text), kind="text"),
    )
    root.append(_made("marks", *_names(marks(grammar))))
    for title, names in grammar.sections.items():
        if names:
            elements = (_element(grammar, grammar.elements[name], told, used[name]) for name in names)
            root.append(_made("section", *elements, title=title))
    root.append(_made("codes", *_codes()))
    return root


def _element(grammar: Grammar, rule: ElementRule, told: set[str], used: str) -> etree._Element:
    own = (_attribute(one) for one in rule.attributes.values() if one.name not in told)
    holds = _listing("holds", contents(grammar, rule))
    stands = _listing("stands", places(grammar, rule.name))
    return _made("element", *_gloss(rule.gloss), holds, stands, _made("used", used), *own, name=rule.name)


def _listing(tag: str, found: Listing) -> etree._Element:
    flags = {"like": found.like, "text": _flag(found.text), "marks": _flag(found.marks)}
    return _made(tag, *_names(found.names), **flags)


def _attribute(rule: AttributeRule) -> etree._Element:
    values = (_made("value", value) for value in rule.values)
    return _made("attribute", *_gloss(rule.gloss), *values, name=rule.name, required=_flag(rule.required))


def _gloss(gloss: Gloss) -> Iterator[etree._Element]:
    yield _made("gloss", gloss.text)
    yield _made("example", gloss.example)


def _names(names: Iterable[str]) -> list[etree._Element]:
    return [_made("name", name) for name in names]


def _codes() -> Iterator[etree._Element]:
    for code in codes():
        if known := explain(code):
            yield _made(
                "code",
                _made("reason", known.reason),
                _made("bad", known.bad),
                _made("good", known.good),
                id=code,
                level=known.level,
            )


def _made(tag: str, *content: str | etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(tag, attributes)
    for part in content:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element


def _flag(value: bool) -> str:
    return "yes" if value else "no"
