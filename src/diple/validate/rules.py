"""The rules that a grammar cannot say (``schema/diple.sch``), run on a document by the stylesheet made from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor, PyXsltExecutable  # type: ignore[import-not-found, unused-ignore]

from diple.findings import Level
from diple.resources import resource
from diple.xmlio import safe_parser

RULES = "diple-rules.xsl"


class Breach(NamedTuple):
    """A place that breaks a rule: the rule's number and level, the element, the sentence.

    ``attribute`` names the attribute concerned, if it is one; ``text`` counts the child elements before the text
    concerned, if it is text, and is -1 otherwise.
    """

    rule: str
    level: Level
    element: etree._Element
    attribute: str
    text: int
    message: str


class RulesFailed(Exception):  # noqa: N818 (it is the rules that failed, not the document that is in error)
    """A rule could not be worked out on a document; the text is what the processor said."""


class RuleSet:
    """Rules ready to be run, in one processor of their own; for use in one thread."""

    def __init__(self, stylesheet: Path) -> None:
        self._processor = PySaxonProcessor(license=False)
        compiler = self._processor.new_xslt30_processor()
        self._executable: PyXsltExecutable = compiler.compile_stylesheet(stylesheet_file=str(stylesheet))

    def breaches(self, tree: etree._ElementTree) -> Iterator[Breach]:
        """Yield every place of a document that breaks a rule, in document order of the elements tested.

        The document must have no DOCTYPE: it is handed over as text, in which nothing is left to expand. Raises
        ``RulesFailed`` if a rule stops at something that it did not foresee.
        """
        node = self._processor.parse_xml(xml_text=etree.tostring(tree, encoding="unicode"))
        try:
            told = self._executable.transform_to_string(xdm_node=node)
        except PySaxonApiError as error:
            raise RulesFailed(str(error)) from error
        children = _Children()
        for finding in sorted(etree.fromstring(told.encode(), safe_parser()), key=_way):
            yield Breach(
                finding.get("rule", ""),
                cast(Level, finding.get("level", "error")),
                children.at(tree.getroot(), finding.get("at", "")),
                finding.get("attribute", ""),
                int(finding.get("text", "-1")),
                finding.text or "",
            )


def _way(finding: etree._Element) -> list[int]:
    """Return the way from the root to the element of a finding, as numbers that sort in document order."""
    return [int(step) for step in finding.get("at", "0").split("/")]


class _Children:
    """The child elements of elements, counted once for each."""

    def __init__(self) -> None:
        self._lists: dict[etree._Element, list[etree._Element]] = {}

    def at(self, root: etree._Element, way: str) -> etree._Element:
        """Return the element at the end of a way from the root that counts older siblings: ``0/1/4``."""
        element = root
        for step in way.split("/")[1:]:
            if element not in self._lists:
                self._lists[element] = list(element.iterchildren("*"))
            element = self._lists[element][int(step)]
        return element


@lru_cache(maxsize=1)
def rule_set() -> RuleSet:
    """Return the project's own rules."""
    return RuleSet(resource("schema", RULES))
