"""Findings in the forms that other programs read: SARIF 2.1.0, JUnit XML, and the commands of GitHub's runners."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath
from urllib.parse import quote

from lxml import etree

from diple import __version__
from diple.findings import Finding
from diple.validate.explain import reason_of

SARIF_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
GITHUB_LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return findings as a SARIF log of one run (OASIS SARIF 2.1.0)."""
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "diple",
        "version": __version__,
        "rules": [{"id": code, "fullDescription": {"text": reason_of(code)}} for code in codes],
    }
    results = [_sarif_result(finding, codes) for finding in findings]
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_result(finding: Finding, codes: Sequence[str]) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(PurePath(finding.file).as_posix())}}
    if finding.line:
        column = {"startColumn": finding.column} if finding.column else {}
        place["region"] = {"startLine": finding.line} | column
    location: dict[str, object] = {"physicalLocation": place}
    if finding.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.xpath}]
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": SARIF_LEVELS[finding.level],
        "message": {"text": _sentence(finding)},
        "locations": [location],
    }


def as_junit(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """Return findings as a JUnit report: a suite for each file, a failed test for each finding, one passed if none.

    ``files`` are all that were looked at. Advice fails nothing and stands in the suite's output.
    """
    root = etree.Element("testsuites", name="diple")
    by_file = {name: list(group) for name, group in groupby(sorted(findings, key=_file), key=_file)}
    for name in dict.fromkeys([*files, *by_file]):
        _junit_suite(root, name, by_file.get(name, []))
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _file(finding: Finding) -> str:
    return finding.file


def _junit_suite(root: etree._Element, name: str, findings: Sequence[Finding]) -> None:
    failures = [finding for finding in findings if finding.level != "advice"]
    number = str(max(1, len(failures)))
    suite = etree.SubElement(root, "testsuite", name=name, tests=number, failures=str(len(failures)))
    if not failures:
        etree.SubElement(suite, "testcase", name="valid", classname=name)
    for finding in failures:
        case = etree.SubElement(suite, "testcase", name=f"{finding.code} line {finding.line}", classname=name)
        failure = etree.SubElement(case, "failure", type=finding.code, message=_xml_text(_sentence(finding)))
        failure.text = _xml_text(finding.as_text())
    if advice := [finding.as_text() for finding in findings if finding.level == "advice"]:
        etree.SubElement(suite, "system-out").text = _xml_text("\n".join(advice))


def _xml_text(text: str) -> str:
    """Return text without the characters that XML cannot carry."""
    return "".join(one for one in text if one in "\t\n\r" or (ord(one) >= 0x20 and one not in "\ufffe\uffff"))


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands, one to a line, which GitHub shows beside the lines of the files."""
    return "\n".join(map(_github_command, findings))


def _github_command(finding: Finding) -> str:
    place = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items() if value)
    return f"::{GITHUB_LEVELS[finding.level]} {properties}::{_escaped(_sentence(finding))}"


def _escaped(text: str, more: str = "") -> str:
    """Return text with the characters that would end it in a command written as per cent signs and numbers."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _sentence(finding: Finding) -> str:
    return f"{finding.message} ({finding.suggestion})" if finding.suggestion else finding.message
