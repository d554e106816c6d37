"""From a file to its findings: well-formedness first, then the schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from diple.findings import DipleError, Finding
from diple.validate.diagnosis import Problem, Spot, diagnose, tei_name
from diple.validate.foreign import HOLDS_FOR_ALL, OTHER_SCHEMA, as_advice, other_schema, universal_problems
from diple.validate.grammar import load_grammar
from diple.validate.places import Places, SourceLines, finding_of
from diple.validate.verdict import compiled_schema
from diple.validate.wellformed import DOCTYPE, slips
from diple.validate.words import Words
from diple.xmlio import parse_bytes

if TYPE_CHECKING:
    from diple.validate.rules import Breach

# Above this size (in bytes) a failed file is diagnosed without xmlschema, which takes a millisecond for each element.
CROSS_CHECKED = 250_000
# Above this size a file that is not well-formed is not read again for a second slip.
READ_AGAIN = 10_000_000


def validate_file(
    path: Path, *, source: SourceLines | None = None, rules: bool = False, taken: bool = False
) -> list[Finding]:
    """Return what is wrong with a TEI file, in the order of the file; an empty list if it is valid.

    A file that cannot be read or parsed gives a finding too (I001, I020, I021). ``source`` adds to each finding the
    line of the transcript it came from. With ``rules``, what breaks a rule of ``diple.sch`` is told as well. A file
    that follows another schema, or was ``taken`` as TEI and names none, is checked for what holds for all TEI (I107).
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return [Finding("I001", "error", str(path), 0, 0, f"the file cannot be read: {error.strerror}")]
    return validate_bytes(data, str(path), source=source, rules=rules, taken=taken)


def validate_bytes(
    data: bytes, name: str, *, source: SourceLines | None = None, rules: bool = False, taken: bool = False
) -> list[Finding]:
    """Return what is wrong with a TEI document given as bytes; ``name`` is what findings call the file."""
    try:
        tree = parse_bytes(data, name)
    except DipleError as error:
        return _unparsed(error.finding, data, name, source, rules)
    if tree.docinfo.internalDTD is not None:
        return [Finding("I021", "error", name, 1, 1, DOCTYPE.message)]
    schema = other_schema(tree, taken=taken)
    if schema is not None and not _is_valid(tree):
        return _of_another_schema(tree, data, name, schema)
    problems = [] if _is_valid(tree) else _refusals_explained(tree, len(data))
    if rules:
        problems += _breaches(tree, {problem.element for problem in problems})
    if not problems:
        return []
    places = Places(tree, data)
    found = (finding_of(problem, places, name, source) for problem in problems)
    return sorted(found, key=lambda one: (one.line, one.column, one.code))


def _of_another_schema(tree: etree._ElementTree, data: bytes, name: str, schema: str) -> list[Finding]:
    """Return what holds for all TEI and does not for this, after one piece of advice that says so."""
    problems = list(universal_problems(tree))
    told = {problem.element for problem in problems}
    problems += [one for one in _breaches(tree, told) if one.code in HOLDS_FOR_ALL]
    advice = "to have all of it checked, change it to diple's schema, or use its own"
    first = Finding(OTHER_SCHEMA, "advice", name, 0, 0, as_advice(schema), suggestion=advice)
    places = Places(tree, data)
    found = (finding_of(problem, places, name, None) for problem in problems)
    return [first, *sorted(found, key=lambda one: (one.line, one.column, one.code))]


def _unparsed(refusal: Finding, data: bytes, name: str, source: SourceLines | None, rules: bool) -> list[Finding]:
    """Return each slip that keeps a file from being read, then what the schema says of the file without them.

    ``refusal`` is the parser's own finding; it stands alone where the parser refuses what is well-formed (a limit).
    """
    if len(data) > READ_AGAIN:
        return [refusal]
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
        return told or [refusal]
    return told + validate_bytes(repaired, name, source=source, rules=rules)


def _is_valid(tree: etree._ElementTree) -> bool:
    return tei_name(tree.getroot()) == "TEI" and compiled_schema().validate(tree)


def _refusals_explained(tree: etree._ElementTree, size: int) -> list[Problem]:
    problems = list(diagnose(tree, load_grammar()))
    return problems + list(_unexplained(tree, problems, size))


def _breaches(tree: etree._ElementTree, told: set[etree._Element]) -> Iterator[Problem]:
    """Yield what breaks a rule, but for elements that the schema refuses: there a breach is mostly an echo."""
    from diple.validate.rules import RulesFailed, rule_set

    try:
        breaches = list(rule_set().breaches(tree))
    except RulesFailed as error:
        yield Problem("R000", tree.getroot(), Spot(), Words(f"the rules could not be run on this file: {error}"))
        return
    for breach in breaches:
        if breach.element not in told:
            yield Problem(breach.rule, breach.element, _spot(breach), Words(breach.message), breach.level)


def _spot(breach: Breach) -> Spot:
    if breach.attribute:
        return Spot("attribute", breach.attribute)
    return Spot() if breach.text < 0 else Spot("text", child=breach.text)


def _unexplained(tree: etree._ElementTree, problems: list[Problem], size: int) -> Iterator[Problem]:
    """Yield what a schema processor refuses where the diagnosis found nothing, neither there nor inside."""
    if size > CROSS_CHECKED:
        if not problems:
            yield from (_refused(tree.getroot(), message) for message in _log(compiled_schema()))
        return
    told = set[etree._Element]()
    for problem in problems:
        told |= {problem.element, *problem.element.iterancestors()}
    if problems and all(element in told for element in _refused_first(tree)):
        return
    from diple.validate.account import refusals

    for refusal in refusals(tree):
        if refusal.element not in told:
            told.add(refusal.element)
            yield _refused(refusal.element, refusal.reason)


def _refused_first(tree: etree._ElementTree) -> Iterator[etree._Element]:
    """Yield the elements that libxml2 refused when it gave its verdict: of each parent the first."""
    log: Any = compiled_schema().error_log
    for entry in log:
        found: Any = tree.xpath(entry.path or "/*")
        yield from found


def _refused(element: etree._Element, reason: str) -> Problem:
    return Problem("S090", element, Spot(), Words(f"the schema refuses this element: {reason}"))


def _log(schema: etree.XMLSchema) -> list[str]:
    log: Any = schema.error_log  # the stubs do not know that a log can be iterated
    return [str(entry.message) for entry in log]
