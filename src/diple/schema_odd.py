"""The customisation in TEI's own form, an ODD: modules, elements kept, attributes and values, and the rules.

TEI Guidelines, chapter 22 (Documentation Elements). Content models are not repeated: those of TEI, with only the
elements kept, are as wide as this schema's or wider; where this schema is tighter, ``diple.rnc`` says so.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Set

from lxml import etree

from diple.validate.grammar import AttributeRule, ElementRule, Gloss, Grammar
from diple.xmlio import TEI, XML, parse_made, tei

SCH = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"

# The module of TEI P5 that each element belongs to.
MODULES = {
    "header": (
        "teiHeader fileDesc titleStmt editionStmt edition extent publicationStmt distributor authority "
        "availability licence seriesStmt notesStmt sourceDesc sponsor funder principal encodingDesc "
        "projectDesc samplingDecl editorialDecl correction hyphenation quotation interpretation "
        "normalization punctuation segmentation stdVals tagsDecl rendition namespace tagUsage appInfo "
        "application profileDesc abstract calendarDesc calendar creation langUsage language textClass "
        "keywords correspDesc correspAction correspContext revisionDesc change listChange handNote idno"
    ),
    "core": (
        "p foreign emph hi title soCalled term mentioned gloss q quote cit desc label list item head note "
        "choice sic corr orig reg gap add del unclear abbr expan name rs num measure date time address "
        "addrLine email ref ptr graphic bibl listBibl author editor respStmt resp publisher pubPlace "
        "biblScope citedRange textLang l lg sp speaker stage said pb lb cb milestone"
    ),
    "textstructure": (
        "TEI text body front back div floatingText opener closer postscript salute signed dateline byline trailer"
    ),
    "namesdates": (
        "persName placeName orgName roleName addName forename surname country region settlement district "
        "geogName affiliation person personGrp listPerson org listOrg place listPlace occupation birth "
        "death sex nationality residence location geo"
    ),
    "msdescription": (
        "msDesc msIdentifier altIdentifier institution repository collection msName msContents msItem "
        "locus physDesc objectDesc supportDesc support condition handDesc typeDesc additions sealDesc "
        "history origin provenance acquisition additional surrogates summary stamp"
    ),
    "transcr": (
        "subst restore addSpan delSpan supplied surplus damage space handShift handNotes fw metamark "
        "facsimile surface zone"
    ),
    "textcrit": "app lem rdg rdgGrp listWit witness",
    "figures": "table row cell figure figDesc",
    "linking": "ab seg anchor standOff",
    "analysis": "pc",
    "corpus": "particDesc settingDesc setting activity locale",
}
# Attributes of every element of TEI that no element has here, by the class that brings them.
DELETED = {
    "att.global": ("xml:base", "xml:space"),
    "att.global.rendition": ("rendition", "style"),
    "att.global.linking": ("synch", "sameAs", "copyOf", "exclude", "select"),
    "att.global.analytic": ("ana",),
}
# Attributes of text that stay as TEI has them wherever they are not deleted.
INHERITED = ("rend", "facs", "next", "prev")
MODULE_OF = {name: module for module, names in MODULES.items() for name in names.split()}


def odd(grammar: Grammar, whole: Grammar, rules: etree._ElementTree) -> bytes:
    """Return the ODD of a grammar and its rules; ``whole`` is TEI's own, whose other attributes are deleted."""
    root = parse_made(f'<TEI xmlns="{TEI}" xmlns:sch="{SCH}"/>')
    _header(root)
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    _text(body, "p", "Elements, attributes and values of a diple edition. The prose stands in docs/schema.md.")
    schema = etree.SubElement(body, tei("schemaSpec"), ident="diple", start="TEI")
    etree.SubElement(schema, tei("moduleRef"), key="tei")
    for module, names in MODULES.items():
        etree.SubElement(schema, tei("moduleRef"), key=module, include=names)
    everywhere = _classes(schema, grammar)
    for rule in grammar.elements.values():
        _element(schema, rule, whole.elements[rule.name], everywhere)
    for constraint in _constraints(rules):
        schema.append(constraint)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, tei(name)).text = text


def _header(root: etree._Element) -> None:
    description = etree.SubElement(etree.SubElement(root, tei("teiHeader")), tei("fileDesc"))
    _text(
        etree.SubElement(description, tei("titleStmt")),
        "title",
        "diple: a customisation of TEI P5 for archival documents",
    )
    _text(
        etree.SubElement(description, tei("publicationStmt")),
        "p",
        "Distributed with diple, under the licence of its code.",
    )
    _text(etree.SubElement(description, tei("sourceDesc")), "p", "Made from diple.rnc and diple.sch.")


def _classes(schema: etree._Element, grammar: Grammar) -> set[str]:
    """Say by classes of attributes what holds for every element; return the attributes that need no more said."""
    for ident, names in DELETED.items():
        attributes = _class(schema, ident)
        for name in names:
            etree.SubElement(attributes, tei("attDef"), ident=name, mode="delete")
    rules = list(grammar.elements.values())
    common = set.intersection(*(set(rule.attributes) for rule in rules))
    _attribute(_class(schema, "att.global.responsibility"), rules[0].attributes["cert"])
    return common | {name for names in DELETED.values() for name in names}


def _class(schema: etree._Element, ident: str) -> etree._Element:
    spec = etree.SubElement(schema, tei("classSpec"), ident=ident, type="atts", module="tei", mode="change")
    return etree.SubElement(spec, tei("attList"))


def _element(schema: etree._Element, rule: ElementRule, whole: ElementRule, told: Set[str]) -> None:
    spec = etree.SubElement(schema, tei("elementSpec"), ident=rule.name, module=MODULE_OF[rule.name], mode="change")
    _text(spec, "desc", rule.gloss.text)
    attributes = etree.SubElement(spec, tei("attList"))
    for attribute in rule.attributes.values():
        if attribute.name not in told and (attribute.name not in INHERITED or attribute.values):
            _attribute(attributes, attribute)
    for name in whole.attributes:
        if name not in rule.attributes and name not in told:
            etree.SubElement(attributes, tei("attDef"), ident=name, mode="delete")
    if not len(attributes):
        spec.remove(attributes)
    _example(spec, rule.gloss)


def _attribute(attributes: etree._Element, rule: AttributeRule) -> None:
    usage = "req" if rule.required else "opt"
    spec = etree.SubElement(attributes, tei("attDef"), ident=rule.name, mode="change", usage=usage)
    _text(spec, "desc", rule.gloss.text)
    if rule.values:
        values = etree.SubElement(spec, tei("valList"), type="closed", mode="replace")
        for value in rule.values:
            etree.SubElement(values, tei("valItem"), ident=value)


def _example(spec: etree._Element, gloss: Gloss) -> None:
    exemplum = etree.SubElement(spec, tei("exemplum"))
    example = etree.SubElement(exemplum, tei("eg"))
    example.set(f"{{{XML}}}space", "preserve")
    example.text = gloss.example


def _constraints(rules: etree._ElementTree) -> Iterator[etree._Element]:
    """Yield the rules: first what they share, then each pattern under the number of its first rule."""
    root = rules.getroot()
    shared = [child for child in root if child.tag in (f"{{{SCH}}}ns", f"{{{SCH}}}let") or _is_xslt(child)]
    yield _constraint("shared", shared)
    for pattern in root.iterfind(f"{{{SCH}}}pattern"):
        numbers = [str(one.get("id")) for one in pattern.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report")]
        yield _constraint(numbers[0], [pattern])


def _is_xslt(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and node.tag.startswith(f"{{{XSL}}}")


def _constraint(ident: str, content: list[etree._Element]) -> etree._Element:
    spec = etree.Element(tei("constraintSpec"), ident=f"diple-{ident}", scheme="schematron")
    constraint = etree.SubElement(spec, tei("constraint"))
    for node in content:
        bare = copy.deepcopy(node)
        bare.tail = None
        for other in [child for child in bare if not isinstance(child.tag, str) or not _is_schematron(child)]:
            if not _is_xslt(bare):
                bare.remove(other)
        constraint.append(bare)
    return spec


def _is_schematron(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and node.tag.startswith(f"{{{SCH}}}")
