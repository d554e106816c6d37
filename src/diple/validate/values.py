"""Whether an attribute's value is of the kind the schema asks for."""

from __future__ import annotations

import copy
from functools import lru_cache

from lxml import etree

from diple.validate.grammar import RNG, AttributeRule, Grammar
from diple.xmlio import parse_made

XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"


def accepts(grammar: Grammar, rule: AttributeRule, value: str) -> bool:
    """Return whether the schema accepts ``value`` for the attribute."""
    if rule.values and value in rule.values:
        return True
    probe = etree.Element("probe")
    probe.text = value
    return bool(_validator(grammar, etree.tostring(rule.pattern)).validate(probe))


@lru_cache(maxsize=256)
def _validator(grammar: Grammar, pattern: bytes) -> etree.RelaxNG:
    """Return a schema for an element that holds one value of the kind."""
    root = etree.Element(f"{{{RNG}}}grammar", datatypeLibrary=XSD_TYPES)
    start = etree.SubElement(root, f"{{{RNG}}}start")
    probe = etree.SubElement(start, f"{{{RNG}}}element", name="probe")
    node = parse_made(pattern)
    probe.append(etree.SubElement(probe, f"{{{RNG}}}text") if node.tag == f"{{{RNG}}}attribute" else node)
    root.extend(copy.deepcopy(define) for define in grammar.datatypes)
    return etree.RelaxNG(etree.ElementTree(root))
