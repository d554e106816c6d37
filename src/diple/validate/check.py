"""From a file to its findings: well-formedness first, then the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol
from xml.parsers import expat

from lxml import etree

from diple.findings import DipleError, Finding
from diple.validate.diagnosis import Problem, Spot, diagnose, line_of, tei_name
from diple.validate.grammar import load_grammar
from diple.validate.positions import Place, Positions
from diple.validate.verdict import compiled_schema
from diple.validate.wellformed import DOCTYPE, slips
from diple.validate.words import Words
from diple.xmlio import XML_ID, parse_bytes

# Above this size (in bytes) a failed file is diagnosed without xmlschema, which needs minutes for such files.
CROSS_CHECKED = 2_000_000
# Above this size a file that is not well-formed is not read again for a second slip.
READ_AGAIN = 10_000_000


class SourceLines(Protocol):
    """The transcript that a TEI file was encoded from."""

    @property
    def file(self) -> str:
        """The name of the transcript."""

    def line_of(self, xml_id: str) -> int:
        """Return the line that the element with this ``xml:id`` came from; 0 if unknown."""


def validate_file(path: Path, *, source: SourceLines | None = None) -> list[Finding]:
    """Return what is wrong with a TEI file, in the order of the file; an empty list if it is valid.

    A file that cannot be read or parsed gives a finding too (I001, I020, I021). ``source`` adds to each finding the
    line of the transcript it came from.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return [Finding("I001", "error", str(path), 0, 0, f"the file cannot be read: {error.strerror}")]
    return validate_bytes(data, str(path), source=source)


def validate_bytes(data: bytes, name: str, *, source: SourceLines | None = None) -> list[Finding]:
    """Return what is wrong with a TEI document given as bytes; ``name`` is what findings call the file."""
    try:
        tree = parse_bytes(data, name)
    except DipleError as error:
        return _unparsed(error.finding, data, name, source)
    if tree.docinfo.internalDTD is not None:
        return [Finding("I021", "error", name, 1, 1, DOCTYPE.message)]
    if _is_valid(tree):
        return []
    return _report(tree, data, name, source)


def _unparsed(refusal: Finding, data: bytes, name: str, source: SourceLines | None) -> list[Finding]:
    """Return each slip that keeps a file from being read, then what the schema says of the file without them.

    ``refusal`` is the parser's own finding; it stands alone where the parser refuses what is well-formed (a limit).
    """
    if len(data) > READ_AGAIN:
        return [_limit(refusal)]
    found, repaired = slips(data)
    told = [
        Finding(
            slip.code,
            "error",
            name,
            slip.place.line,
            slip.place.column,
            slip.words.message,
            suggestion=slip.words.suggestion,
        )
        for slip in found
    ]
    if repaired is None or not told:
        return told or [_limit(refusal)]
    return told + validate_bytes(repaired, name, source=source)


# What the parser refuses though it is well-formed, and how to say it.
_LIMITS = (
    (
        r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined",
        r"`\1:\2` has a prefix that stands for no namespace",
    ),
    (r"Excessive depth in document: (\d+).*", r"elements are nested more than \1 deep"),
    (r".*(?:Huge|huge|too long|Buffer size limit).*", r"a text or an attribute is longer than the 10 MB that are read"),
)


def _limit(refusal: Finding) -> Finding:
    """Return the parser's own finding in words, without the place that it repeats."""
    message = re.sub(r", line \d+, column \d+$", "", refusal.message)
    for pattern, words in _LIMITS:
        if found := re.search(pattern, message.partition(": ")[2]):
            return replace(refusal, message=found.expand(words))
    return replace(refusal, message=message)


def _is_valid(tree: etree._ElementTree) -> bool:
    return tei_name(tree.getroot()) == "TEI" and compiled_schema().validate(tree)


def _report(tree: etree._ElementTree, data: bytes, name: str, source: SourceLines | None) -> list[Finding]:
    problems = list(diagnose(tree, load_grammar()))
    problems += _unexplained(tree, problems, len(data))
    places = _Places(tree, data)
    return sorted(
        (_finding(problem, places, name, source) for problem in problems),
        key=lambda one: (one.line, one.column, one.code),
    )


def _unexplained(tree: etree._ElementTree, problems: list[Problem], size: int) -> Iterator[Problem]:
    """Yield what a schema processor refuses where the diagnosis found nothing, neither there nor inside."""
    if size > CROSS_CHECKED:
        if not problems:
            yield from (_refused(tree.getroot(), message) for message in _log(compiled_schema()))
        return
    from diple.validate.account import refusals

    told = set[etree._Element]()
    for problem in problems:
        told |= {problem.element, *problem.element.iterancestors()}
    for refusal in refusals(tree):
        if refusal.element not in told:
            told.add(refusal.element)
            yield _refused(refusal.element, refusal.reason)


def _refused(element: etree._Element, reason: str) -> Problem:
    return Problem("S090", element, Spot(), Words(f"the schema refuses this element: {reason}"))


def _log(schema: etree.XMLSchema) -> list[str]:
    log: Any = schema.error_log  # the stubs do not know that a log can be iterated
    return [str(entry.message) for entry in log]


class _Places:
    """Where elements stand: by the tokens of the file, or failing that by the lines that lxml keeps."""

    def __init__(self, tree: etree._ElementTree, data: bytes) -> None:
        self._numbers = {element: number for number, element in enumerate(tree.iter("*"))}
        try:
            self._positions: Positions | None = Positions(data)
        except expat.ExpatError:  # an encoding that expat does not know
            self._positions = None

    def place(self, element: etree._Element, spot: Spot) -> Place:
        if self._positions is None:
            return Place(line_of(element), 0)
        number = self._numbers[element]
        match spot.kind:
            case "attribute":
                return self._positions.attribute(number, spot.name)
            case "text":
                return self._positions.text(number, spot.child)
            case "end":
                return self._positions.end(number)
            case "element":
                return self._positions.element(number)


def _finding(problem: Problem, places: _Places, name: str, source: SourceLines | None) -> Finding:
    place = places.place(problem.element, problem.spot)
    line = _source_line(problem.element, source) if source else 0
    return Finding(
        problem.code,
        "error",
        name,
        place.line,
        place.column,
        problem.words.message,
        xpath_by_ids(problem.element) + (f"/@{problem.spot.name}" if problem.spot.kind == "attribute" else ""),
        problem.words.suggestion,
        source.file if source and line else "",
        line,
    )


def _source_line(element: etree._Element, source: SourceLines) -> int:
    """Return the line of the transcript that the element, or the nearest one around it with an id, came from."""
    around = (one.get(XML_ID) for one in (element, *element.iterancestors()))
    return next((line for line in (source.line_of(value) for value in around if value) if line), 0)


def xpath_by_ids(element: etree._Element) -> str:
    """Return an XPath to an element that begins at the nearest ``xml:id``: ``//*[@xml:id='p3']/choice[2]``."""
    steps: list[str] = []
    for one in (element, *element.iterancestors()):
        value = one.get(XML_ID)
        if value and "'" not in value:
            return "/".join([f"//*[@xml:id='{value}']", *reversed(steps)])
        steps.append(_step(one))
    return "/" + "/".join(reversed(steps))


def _step(element: etree._Element) -> str:
    parent, name = element.getparent(), etree.QName(element).localname
    if parent is None:
        return name
    like = [one for one in parent if one.tag == element.tag]
    return name if len(like) == 1 else f"{name}[{like.index(element) + 1}]"
