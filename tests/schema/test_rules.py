"""Each rule is broken by its bad example and kept by its good one; the engine fires rules as Schematron says."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from saxonche import PySaxonApiError

from diple import schema_build
from diple.resources import resource
from diple.validate import rules as rules_module
from diple.validate import validate_bytes
from diple.validate.grammar import load_grammar
from diple.validate.rules import RuleSet, rule_set
from diple.validate.verdict import compiled_schema
from diple.xmlio import parse_file, tei

SCH = "{http://purl.oclc.org/dsdl/schematron}"
R = "{urn:x-diple:rules}"
HOST = Path(__file__).with_name("host.xml")
RULES = parse_file(resource("schema", "diple.sch"))
NUMBERS = [str(one.get("id")) for one in RULES.iter(f"{SCH}assert", f"{SCH}report")]


def example(rule: str, kind: str) -> etree._ElementTree:
    """Return the host document with an example of a rule in it: the first of its kind after the rule's reason."""
    why = next(one for one in RULES.iter(f"{R}why") if one.get("rule") == rule)
    shown = next(one for one in why.itersiblings(f"{R}{kind}"))
    host = parse_file(HOST)
    name = shown.get("as", "div")
    place = next(host.getroot().iter(tei(name)))
    if name == "TEI":
        place.attrib.clear()
        place.attrib.update(shown[0].attrib)
        return host
    del place[:]
    place.extend(copy.deepcopy(child) for child in shown)
    return etree.ElementTree(etree.fromstring(etree.tostring(host), etree.XMLParser(collect_ids=False)))


def broken(tree: etree._ElementTree) -> list[str]:
    return [breach.rule for breach in rule_set().breaches(tree)]


def test_there_are_forty_rules_with_numbers_of_their_own() -> None:
    assert len(NUMBERS) >= 40
    assert len(set(NUMBERS)) == len(NUMBERS)
    assert all(re.fullmatch(r"R[0-6]\d\d", number) for number in NUMBERS)
    assert {one.get("role") for one in RULES.iter(f"{SCH}assert", f"{SCH}report")} == {"error", "warning", "advice"}


@pytest.mark.parametrize("rule", NUMBERS)
def test_the_bad_example_breaks_the_rule_and_is_told_once(rule: str) -> None:
    tree = example(rule, "bad")
    assert compiled_schema().validate(tree), compiled_schema().error_log
    found = [breach for breach in rule_set().breaches(tree) if breach.rule == rule]
    assert found
    assert len(found[0].message) > 12
    assert len([one for one in found if one.element is found[0].element]) == 1


@pytest.mark.parametrize("rule", NUMBERS)
def test_the_good_example_keeps_the_rule(rule: str) -> None:
    tree = example(rule, "good")
    assert compiled_schema().validate(tree), compiled_schema().error_log
    assert rule not in broken(tree)


def test_the_sample_breaks_no_rule() -> None:
    assert broken(parse_file(Path(__file__).with_name("sample.xml"))) == []


@pytest.mark.parametrize(
    ("printed", "value", "rules"),
    [
        ("4 May 1962", "1962-05-04", []),
        ("the 4th of May, 1962", "1962-05-04", []),
        ("4th day of May 1962", "1962-05-04", []),
        ("May 4, 1962", "1962-05-04", []),
        ("Sept. 4", "1962-09-04", []),
        ("Friday, 4 May", "1962-05-04", []),
        ("4.5.1962", "1962-05-04", []),
        ("tomorrow", "1962-05-04", []),
        ("May 1962", "1962-05", []),
        ("1962", "1962", []),
        ("4 May 1962", "1962-05", []),
        ("4 May 1962", "1962-04-05", ["R302"]),
        ("June 14", "1962-06-15", ["R302"]),
        ("14 June 1961", "1962-06-14", ["R301"]),
        ("May 1961", "1962-05", ["R301"]),
    ],
)
def test_a_printed_date_and_its_value_agree(printed: str, value: str, rules: list[str]) -> None:
    tree = example("R307", "good")
    date = next(next(tree.getroot().iter(tei("text"))).iter(tei("date")))
    date.text = printed
    date.set("when", value)
    assert [rule for rule in broken(tree) if rule in ("R301", "R302")] == rules


@pytest.fixture
def rules_of(tmp_path: Path) -> Callable[[str], RuleSet]:
    """Make the rules of a Schematron given as the content of its schema element."""

    def made(content: str) -> RuleSet:
        (tmp_path / "schematron.xsl").write_bytes(resource("schema", "schematron.xsl").read_bytes())
        (tmp_path / "diple.sch").write_text(
            f'<sch:schema xmlns:sch="{SCH[1:-1]}" queryBinding="xslt3">{content}</sch:schema>', "utf-8"
        )
        stylesheet = tmp_path / "rules.xsl"
        stylesheet.write_bytes(schema_build.rules_stylesheet(tmp_path))
        return RuleSet(stylesheet)

    return made


def fired(rules: RuleSet, document: str) -> list[tuple[str, str]]:
    tree = etree.ElementTree(etree.fromstring(document))
    return [(breach.rule, str(breach.element.tag)) for breach in rules.breaches(tree)]


def test_the_first_rule_of_a_pattern_that_matches_is_the_only_one(rules_of: Callable[[str], RuleSet]) -> None:
    rules = rules_of(
        '<sch:pattern><sch:rule context="b"><sch:report id="1" test="true()">x</sch:report></sch:rule>'
        '<sch:rule context="*"><sch:report id="2" test="true()">x</sch:report></sch:rule></sch:pattern>'
    )
    assert fired(rules, "<a><b><c/></b></a>") == [("2", "a"), ("1", "b"), ("2", "c")]


def test_a_rule_that_finds_nothing_still_shadows_the_later_ones(rules_of: Callable[[str], RuleSet]) -> None:
    rules = rules_of(
        '<sch:pattern><sch:rule context="b"><sch:report id="1" test="false()">x</sch:report></sch:rule>'
        '<sch:rule context="b"><sch:report id="2" test="true()">x</sch:report></sch:rule></sch:pattern>'
    )
    assert fired(rules, "<a><b/></a>") == []


def test_patterns_do_not_matter_to_each_other(rules_of: Callable[[str], RuleSet]) -> None:
    rule = (
        '<sch:pattern><sch:rule context="b"><sch:report id="{}" test="true()">x</sch:report></sch:rule></sch:pattern>'
    )
    assert fired(rules_of(rule.format(1) + rule.format(2)), "<a><b/></a>") == [("1", "b"), ("2", "b")]


@pytest.mark.parametrize("context", ["*[@x]", "*[@x = ('1', '[')]", "*[b[@x]][1]", "*[@x] | d[@x]", "*[not(c)]/*[@x]"])
def test_a_rule_for_any_element_finds_what_its_pattern_matches(
    context: str, rules_of: Callable[[str], RuleSet]
) -> None:
    document = "<a x='1'><b x='1'><c x='['/></b><d x='2'><b x='3'><e x='1'/></b></d></a>"
    rule = "<sch:rule context=\"{}\"><sch:report id='1' test='true()'>x</sch:report></sch:rule>"
    alone = f"<sch:pattern>{rule.format(context)}</sch:pattern>"
    never = f"<sch:pattern>{rule.format(context)}{rule.format('zzz')}</sch:pattern>"
    found = fired(rules_of(alone), document)
    assert found
    assert found == fired(rules_of(never), document)


def test_every_pointer_of_the_schema_is_followed() -> None:
    """Not followed are addresses of other files: of a picture, of a namespace."""
    followed = next(one for one in RULES.iter(f"{SCH}let") if one.get("name") == "pointers").get("value", "")
    pointers = {
        attribute.name
        for element in load_grammar().elements.values()
        for attribute in element.attributes.values()
        if attribute.datatype in ("data.pointer", "data.pointers")
    }
    assert set(re.findall(r"@([\w:]+)", followed)) == pointers - {"url", "name"}


def test_all_assertions_of_a_rule_are_tested(rules_of: Callable[[str], RuleSet]) -> None:
    rules = rules_of(
        '<sch:pattern><sch:let name="n" value="count(//c)"/><sch:rule context="b"><sch:let name="m" value="count(c)"/>'
        '<sch:assert id="1" test="$n = $m">x</sch:assert><sch:assert id="2" test="$m lt 1">x</sch:assert>'
        '<sch:report id="3" test="$n = 2">x</sch:report></sch:rule></sch:pattern>'
    )
    assert fired(rules, "<a><c/><b><c/></b></a>") == [("1", "b"), ("2", "b"), ("3", "b")]


def test_the_words_are_computed_and_the_subject_found(rules_of: Callable[[str], RuleSet]) -> None:
    rules = rules_of(
        '<sch:ns prefix="n" uri="urn:n"/><sch:pattern><sch:rule context="n:b">'
        '<sch:report id="1" role="advice" subject="@x" test="@x"><sch:name/> has  <sch:value-of select="1 to 2"/>\n'
        '<sch:emph>of</sch:emph> <sch:name path=".."/></sch:report></sch:rule></sch:pattern>'
    )
    tree = etree.ElementTree(etree.fromstring('<a xmlns:n="urn:n"><!-- c --><c/><n:b x=""/></a>'))
    (breach,) = rules.breaches(tree)
    assert (breach.message, breach.level, breach.attribute) == ("n:b has 1, 2 of a", "advice", "x")
    assert breach.element is tree.getroot()[2]


def test_a_rule_that_cannot_be_worked_out_is_a_finding(
    rules_of: Callable[[str], RuleSet], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = rules_of(
        '<sch:pattern><sch:rule context="*"><sch:assert id="1" test="xs:integer(name())">x</sch:assert></sch:rule>'
        "</sch:pattern>"
    )
    monkeypatch.setattr(rules_module, "rule_set", lambda: failing)
    found = validate_bytes(HOST.read_bytes(), "host.xml", rules=True)
    assert [one.code for one in found if one.code == "R000"] == ["R000"]


@pytest.mark.parametrize(
    "content",
    [
        '<sch:include href="x"/>',
        '<sch:phase id="x"/>',
        '<sch:pattern is-a="x"/>',
        '<sch:pattern><sch:rule context="a"><sch:extends rule="x"/></sch:rule></sch:pattern>',
        '<sch:pattern><sch:rule abstract="true" id="x"/></sch:pattern>',
        '<sch:pattern><sch:rule context="a"><sch:report test="1"><sch:dir/></sch:report></sch:rule></sch:pattern>',
    ],
)
def test_what_is_not_supported_is_refused(content: str, rules_of: Callable[[str], RuleSet]) -> None:
    with pytest.raises(PySaxonApiError):
        rules_of(content)
