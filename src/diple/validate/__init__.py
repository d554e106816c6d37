"""Validation of TEI files: findings an archivist can act on."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from diple.findings import DipleError, Finding
from diple.resources import resource
from diple.xmlio import parse_bytes, parse_file


def validate_file(path: Path) -> list[Finding]:
    """Return what is wrong with a TEI file; an empty list if it is valid."""
    try:
        tree = parse_file(path)
    except DipleError as error:
        return [error.finding]
    return _findings(tree, str(path))


def validate_bytes(data: bytes, name: str) -> list[Finding]:
    """Return what is wrong with a TEI document given as bytes; ``name`` is what findings call the file."""
    try:
        tree = parse_bytes(data, name)
    except DipleError as error:
        return [error.finding]
    return _findings(tree, name)


def _findings(tree: etree._ElementTree, name: str) -> list[Finding]:
    schema = etree.XMLSchema(etree.parse(str(resource("schema", "diple.xsd"))))
    schema.validate(tree)
    return [
        Finding("S001", "error", name, error.line, error.column, error.message, error.path or "")
        for error in schema.error_log
    ]
