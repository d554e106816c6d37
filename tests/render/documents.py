"""TEI documents to render in tests, and what a page says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree, html

from diple.findings import Finding
from diple.render import EditionInfo
from diple.render.press import OUTPUTS, press
from diple.xmlio import TEI

CASES = Path(__file__).parent / "cases"
EDITION = EditionInfo(title="An Edition", publisher="A Press", version="1.2.0", date="2020-01-31", language="en")
POLICIES = ("critical", "diplomatic", "typed", "reading")

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title>"
    '<respStmt xml:id="tr"><resp>translated by</resp><persName>T. Renard</persName></respStmt></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><msDesc><msIdentifier/>"
    '<physDesc><handDesc><handNote xml:id="h1">pencil</handNote></handDesc></physDesc></msDesc></sourceDesc>'
    "</fileDesc></teiHeader>"
)

LONG = "Word after word goes by. " * 40
LONG_MARKS = (
    f'<p xml:id="p1">{LONG}<seg type="marked" xml:id="m1">Here it begins. {LONG}</seg>'
    '<metamark function="highlight" place="margin-left" rend="double-line" target="#m1"/> '
    f'<note type="translator" resp="#tr">two lines</note>{LONG}</p><p xml:id="p2">After<pb n="7" break="no"/>wards.</p>'
)
LONG_TALK = "".join(
    f'<sp xml:id="s{n}"><speaker>{name}</speaker><p>{LONG}</p></sp>'
    for n, name in enumerate(["A", "The Chairman of the Committee of the Whole House (hereafter, the Chairman)", "B"])
)
_NOTES = "".join(f'<note type="editor" resp="#tr">Note {n}. {LONG[:120]}</note> word ' for n in range(12))
LONG_NOTES = f"<p>{_NOTES}</p><p>{LONG}</p>"


_PARTY = (
    '<particDesc><listPerson><listPerson type="side"><head>the northern side</head>'
    '<person xml:id="v" role="participant" corresp="register/persons.xml#vale"><persName>A. Vale</persName>'
    "<occupation>clerk</occupation></person></listPerson></listPerson></particDesc>"
)
_DECLARES = (
    "<encodingDesc><editorialDecl><quotation><p>Quotation marks stay.</p></quotation>{}</editorialDecl></encodingDesc>"
)
_BRACKETS = "<interpretation><p>Brackets are kept.</p></interpretation>"


def _letter(when: str, body: str, declares: str = "", profile: str = "", status: str = "encoded") -> str:
    """Return a letter of a day, with what its header declares and who took part."""
    header = HEADER.replace("<title>T<", f"<title>Letter of {when}<").removesuffix("</teiHeader>")
    created = f'<profileDesc><creation><date when="{when}"/></creation>{profile}</profileDesc>'
    revised = f'<revisionDesc status="{status}"><change when="1960-05-04">Read again.</change></revisionDesc>'
    header = f"{header}{_DECLARES.format(declares)}{created}{revised}</teiHeader>"
    return f'<TEI xmlns="{TEI}">{header}<text><body><div>{body}</div></body></text></TEI>'


LETTERS = {
    "letter-1": _letter(
        "1950-01-02",
        '<opener xml:id="o1"><salute>To <persName ref="#v">A. Vale</persName>, '
        '<placeName ref="register/places.xml#orsk">Orsk</placeName>.</salute></opener>'
        '<p xml:id="p1">Dear all. Mr. <persName ref="register/persons.xml#vale">Vale</persName> of '
        '<supplied reason="identification" resp="#tr">North</supplied> <placeName ref="register/places.xml#orsk">Orsk'
        '</placeName> wrote to N. S. Kern. It was in <date when="1948-03">March 1948</date>. I read '
        "<title>The Daily Gull</title> then.</p>"
        '<sp xml:id="s1" who="#v"><speaker>Vale</speaker><p xml:id="p2">So it was.</p></sp>',
        _BRACKETS,
        _PARTY,
        "checked",
    ),
    "letter-2": _letter(
        "1951-02-01",
        '<p xml:id="p1"><persName ref="register/persons.xml#vale">Vale</persName> came back.<note xml:id="n1" '
        'type="editor" resp="#tr"><persName ref="register/persons.xml#vale">Vale</persName>, '
        '<persName ref="register/persons.xml#vale">Vale</persName>! <persName ref="register/persons.xml#nobody">Nobody'
        '</persName> else.</note> On <date when="--09-07">7 September</date> and from <date from="1951-02-01" '
        'to="1951-02-03">1 to 3 February</date> all was quiet.</p><p xml:id="p2">The <choice><abbr>HB</abbr>'
        '<expan resp="#tr">Harbour Board</expan></choice> met (“<title>The Daily Gull</title>”, <bibl>the letter of '
        '2 March</bibl>). <ref target="https://example.org/">See <placeName ref="register/places.xml#orsk">Orsk'
        "</placeName></ref>.</p>",
    ),
}
_ENTRIES = f'<TEI xmlns="{TEI}">{HEADER}<standOff>{{}}</standOff></TEI>'
REGISTER = {
    "persons": _ENTRIES.format(
        '<listPerson><person xml:id="vale"><persName>Anna Vale</persName><persName type="variant">Vale</persName>'
        '<birth when="1890"/><idno type="wikidata">Q1</idno><idno type="uri">javascript:alert(1)</idno>'
        '<note>A clerk.</note></person><person xml:id="kern"><persName>N. S. Kern</persName></person></listPerson>'
    ),
    "places": _ENTRIES.format(
        '<listPlace><place xml:id="orsk" type="settlement"><placeName>Orsk</placeName></place></listPlace>'
    ),
}


def write_letters(folder: Path) -> Path:
    """Write two letters with a register of their persons and places, and return the folder of their TEI."""
    tei = folder / "tei"
    (tei / "register").mkdir(parents=True)
    for name, content in LETTERS.items():
        (tei / f"{name}.xml").write_text(content, encoding="utf-8")
    for name, content in REGISTER.items():
        (tei / "register" / f"{name}.xml").write_text(content, encoding="utf-8")
    return tei


def document(body: str) -> str:
    """Return a TEI document with this content of its body's one div."""
    return f'<TEI xmlns="{TEI}">{HEADER}<text><body><div>{body}</div></body></text></TEI>'


def render(tmp_path: Path, tei: str | bytes, *names: str) -> dict[str, str]:
    """Return the files made of a document, all or those named, by name; the document's id is "x"."""
    outputs = [output for output in OUTPUTS if not names or output.name.format(id="x") in names]
    path = tmp_path / "x.xml"
    path.write_bytes(tei if isinstance(tei, bytes) else tei.encode())
    return {name: content.decode() for name, content in press().document(path, "x", EDITION, outputs=outputs).items()}


def text_of(plain: str) -> list[str]:
    """Return the paragraphs of a plain text without the edition's own lines."""
    return [paragraph for paragraph in plain.strip().split("\n\n") if not paragraph.startswith("#")]


def text_section(page: str) -> html.HtmlElement:
    """Return the section of a page that holds the document's text."""
    (section,) = html.fromstring(page).xpath('//section[@id="_text"]')
    return section


_BLOCKS = frozenset("p div li h2 h3 h4 h5 h6 td th br tr blockquote table ol ul figcaption caption figure".split())


def page_words(page: str) -> list[str]:
    """Return the words of the document on its page: those of the interface are not counted.

    These have the class "ui", or are the ids of passages and the lines of the transcript.
    """
    section = text_section(page)
    told = '*[contains(concat(" ", @class, " "), " ui ")] | .//a[@class="pl"]'
    for element in section.xpath(f".//{told} | .//a[starts-with(@href, 'source.html#')]"):
        element.drop_tree()
    return _words("".join(_pieces(section)))


def _pieces(element: html.HtmlElement) -> list[str]:
    apart = {"note", "offered"} & set((element.get("class") or "").split())
    edge = " " if element.tag in _BLOCKS or apart else ""
    inner = [piece for child in element for piece in (*_pieces(child), child.tail or "")]
    return [edge, element.text or "", *inner, edge]


_PHRASING = frozenset("p span a b i em cite sup sub ins del h1 h2 h3 h4 h5 h6 dt caption figcaption".split())
_FLOW = frozenset("p div ul ol li table tr td th blockquote figure section h1 h2 h3 h4 h5 h6 dl".split())
_TRANSPARENT = frozenset("a ins del".split())
_VOID = frozenset("meta link br wbr img hr input".split())


class _Nesting(HTMLParser):
    """Notes where the tags as written break HTML's rules of what may hold what, which a lenient parser would mend."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.errors: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        holders = [name for name in self.open if name not in _TRANSPARENT]
        parent = holders[-1] if holders else ""
        if tag in _FLOW and any(name in _PHRASING - {"caption", "figcaption"} for name in holders):
            self.errors.append(f"{tag} in {'/'.join(self.open[-4:])}")
        if tag == "a" and "a" in self.open and "svg" not in self.open:
            self.errors.append(f"a in {'/'.join(self.open[-4:])}")
        if (tag in {"td", "th"} and parent != "tr") or (tag == "li" and parent not in {"ul", "ol"}):
            self.errors.append(f"{tag} in {'/'.join(self.open[-4:])}")
        if parent in {"ul", "ol"} and tag != "li":
            self.errors.append(f"{tag} in {parent}")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.errors.append(f"stray </{tag}>")


def nesting_errors(page: str) -> list[str]:
    """Return where a page's tags are not nested as HTML wants them."""
    checker = _Nesting()
    checker.feed(page)
    return checker.errors


_TEI_BLOCKS = frozenset(
    "div div1 p ab head opener closer postscript sp speaker stage item list note cell row table l lg lb quote said "
    "dateline salute signed idno seg stamp titlePart docTitle addrLine address trailer figDesc label bibl entry form "
    "sense wobble u bar corr expan reg rdg gloss fw pb".split()
)


def tei_words(tei: bytes) -> list[str]:
    """Return the words of the text nodes within ``text``, which elements that set words apart part."""
    root = etree.fromstring(tei)
    pieces: list[str] = []
    for text in root.findall(f"{{{TEI}}}text"):
        _collect(text, pieces)
    return _words("".join(pieces))


def _collect(element: etree._Element, pieces: list[str]) -> None:
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    joins = element.get("break") == "no" or (name == "seg" and element.get("type") in {"marked", "alternative"})
    edge = " " if name in _TEI_BLOCKS and not joins else ""
    pieces.append(edge)
    if name:
        pieces.append(element.text or "")
        for child in element:
            _collect(child, pieces)
            pieces.append(child.tail or "")
    pieces.append(edge)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def about(file: Path, findings: Sequence[Finding]) -> list[Finding]:
    """Return those findings that are about a file, by its name."""
    return [finding for finding in findings if Path(finding.file).name == file.name]
