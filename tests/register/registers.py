"""Editions with registers of invented names, for tests."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from diple.edition import Edition
from diple.pipeline import Encoding, encode
from diple.source import source_from_text

TEI = "{http://www.tei-c.org/ns/1.0}"
_TABLES = '[edition]\ntitle = "E"\npublisher = "P"\nversion = "1"\ndate = 2026-01-31\n[licence]\nname = "CC0"\n'
_FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="register" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Register</title></titleStmt>
<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<standOff>
{entries}
</standOff>
</TEI>
"""
PERSONS = """<listPerson>
<person xml:id="orvin"><persName>Nils Orvin</persName><persName type="variant">N. S. Orvin</persName>
<persName type="variant">Orvin</persName><persName type="variant" cert="low">Nils</persName></person>
<person xml:id="tarn"><persName>Boris Tarn</persName><persName type="variant">Tarn</persName></person>
<person xml:id="vell"><persName>Vell Iso</persName></person>
<person xml:id="vell-iso-ran"><persName>Vell Iso Ran</persName></person>
<person xml:id="onegin"><persName>Onegin</persName></person>
</listPerson>"""
PLACES = """<listPlace>
<place xml:id="norvania"><placeName>Norvania</placeName><placeName type="variant">NVA</placeName>
<placeName type="variant">People's Republic of Norvania</placeName>
<place xml:id="south-norvania"><placeName>South Norvania</placeName></place></place>
<place xml:id="mirna"><placeName>Mirna</placeName></place>
<place xml:id="union-of-shires"><placeName>Union of Shires</placeName><placeName type="variant">US</placeName></place>
</listPlace>"""
ORGS = """<listOrg>
<org xml:id="harbour-board"><orgName>Harbour Board</orgName><orgName type="variant">HB</orgName></org>
<org xml:id="party"><orgName>Party of Norvania</orgName></org>
<org xml:id="office"><orgName>Central Office of the Party of Norvania</orgName></org>
</listOrg>"""


def write_register(folder: Path, **files: str) -> Path:
    """Write each list of entries into a file of its name; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, entries in files.items():
        (folder / f"{name}.xml").write_text(_FILE.format(entries=entries), encoding="utf-8")
    return folder


def edition_in(folder: Path, **files: str) -> Edition:
    """Return an edition in a folder with these registers, by default persons, places and organizations."""
    (folder / "edition.toml").write_text(_TABLES, encoding="utf-8")
    write_register(folder / "tei" / "register", **(files or {"persons": PERSONS, "places": PLACES, "orgs": ORGS}))
    return Edition.load(folder)


def encoded(text: str, edition: Edition | None) -> Encoding:
    """Encode a text as a document of an edition."""
    return encode(source_from_text(text, "source.txt"), edition=edition)


def root_of(encoding: Encoding) -> etree._Element:
    """Return the tree of an encoding."""
    return etree.fromstring(encoding.tei)


def names_in(encoding: Encoding) -> list[tuple[str, str, str]]:
    """Return element, pointer and words of each name in the text, in order."""
    text = root_of(encoding).find(f"{TEI}text")
    assert text is not None
    return [
        (etree.QName(element).localname, element.get("ref", ""), " ".join("".join(element.itertext()).split()))
        for element in text.iter(f"{TEI}persName", f"{TEI}placeName", f"{TEI}orgName")
    ]
