"""The verdict on a document, by libxml2: fast, and right about every document."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from diple.resources import resource
from diple.xmlio import safe_parser


@lru_cache(maxsize=1)
def compiled_schema() -> etree.XMLSchema:
    """Return the schema as libxml2 compiles it; schema files are read from the installation only."""
    return etree.XMLSchema(etree.parse(str(resource("schema", "diple.xsd")), safe_parser()))
