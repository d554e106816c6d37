"""Findings for other programs, and what a code means."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from diple.findings import Finding
from diple.validate.explain import all_codes, explain
from diple.validate.formats import as_github, as_junit, as_sarif

FINDINGS = [
    Finding("S001", "error", "tei/a b.xml", 3, 7, "`q&a` is none; did\nyou mean 100%?", "//*[@xml:id='p1']", "qa"),
    Finding("R401", "warning", "tei/a b.xml", 9, 1, "white space"),
    Finding("R306", "advice", "tei/c.xml", 0, 0, "a \x0b date: later"),
]


def test_sarif_names_places_levels_and_reasons() -> None:
    (run,) = json.loads(as_sarif(FINDINGS))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["R306", "R401", "S001"]
    assert all(rule["fullDescription"]["text"] for rule in rules)
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "tei/a%20b.xml"}, "region": {"startLine": 3, "startColumn": 7}}
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]


def test_junit_counts_what_fails() -> None:
    root = etree.fromstring(as_junit(FINDINGS, ["tei/a b.xml", "tei/c.xml", "tei/d.xml"]).encode())
    suites = {suite.get("name"): suite for suite in root}
    assert [(name, suite.get("tests"), suite.get("failures")) for name, suite in suites.items()] == [
        ("tei/a b.xml", "2", "2"),
        ("tei/c.xml", "1", "0"),
        ("tei/d.xml", "1", "0"),
    ]
    assert "later" in (suites["tei/c.xml"].findtext("system-out") or "")
    assert len(suites["tei/a b.xml"].findall("testcase/failure")) == 2


def test_github_commands_stay_on_one_line() -> None:
    lines = as_github(FINDINGS).split("\n")
    assert len(lines) == 3
    assert lines[0] == "::error file=tei/a b.xml,line=3,col=7,title=S001::`q&a` is none; did%0Ayou mean 100%25? (qa)"
    assert lines[2].startswith("::notice file=tei/c.xml,title=R306::")


def test_nothing_found_is_told_too() -> None:
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []
    assert etree.fromstring(as_junit([], ["a.xml"]).encode())[0].get("failures") == "0"
    assert as_github([]) == ""


@pytest.mark.parametrize("code", all_codes())
def test_every_code_is_explained(code: str) -> None:
    known = explain(code.lower())
    assert known is not None
    assert known.code == code
    assert len(known.reason) > 10
    if code.startswith("R") and code not in ("R000", "R901"):
        assert "<" in known.bad
        assert "<" in known.good
        assert known.level
        assert "Not so:" in known.as_text()
    assert "xmlns" not in known.as_text() or code == "S011"


def test_an_unknown_code_has_no_explanation() -> None:
    assert explain("Z999") is None
