"""The pages around the documents: register, indexes, conventions, downloads, state of the work."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest
from documents import EDITION, LETTERS, REGISTER, about, document, nesting_errors, page_words, tei_words, write_letters
from lxml import html

from diple.findings import Finding
from diple.render import around, render_document, render_edition

AROUND = ("works", "chronology", "abbreviations", "conventions", "about", "downloads", "status", "404")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_letters(tmp_path_factory.mktemp("letters"))
    render_edition(sorted(folder.glob("*.xml")), folder / "build", EDITION, processes=1)
    return folder / "build"


def page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def named(shown: html.HtmlElement) -> list[tuple[str, str]]:
    """Return the names in the text that lead to the register, each with the entry's id."""
    links = shown.xpath("//section[@id='_text']//a[contains(@href, '../register/')]")
    return [(Path(link.get("href")).stem, text(link)) for link in links]


def test_a_name_is_a_link_where_it_first_stands_on_each_page_of_the_source(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    name = '<persName ref="register/persons.xml#vale">{}</persName>'
    body = f"<p>{name.format('A')}, {name.format('B')}.</p><pb n='2'/><p>{name.format('C')} {name.format('D')}</p>"
    (tei / "pages.xml").write_text(document(body), encoding="utf-8")
    render_edition([tei / "pages.xml"], tmp_path / "build", EDITION)
    folder = tmp_path / "build/documents/pages"
    assert named(page(folder / "index.html")) == [("vale", "A"), ("vale", "C")]
    assert named(page(folder / "reading.html")) == [("vale", "A")]
    assert page_words((folder / "index.html").read_text(encoding="utf-8")) == ["A", "B", "C", "D"]


@pytest.mark.parametrize("state", ["index", "diplomatic", "typed", "reading"])
def test_names_lead_to_their_entries_in_every_state(edition: Path, state: str) -> None:
    shown = page(edition / f"documents/letter-1/{state}.html")
    assert named(shown) == [("vale", "A. Vale"), ("orsk", "Orsk")]
    assert shown.xpath("//section[@class='participants']//b/a/@href") == ["../../register/persons/vale.html"]


def test_no_link_stands_in_another_and_no_word_is_lost(edition: Path) -> None:
    for name, tei in LETTERS.items():
        written = (edition / f"documents/{name}/index.html").read_text(encoding="utf-8")
        assert nesting_errors(written) == []
        assert sorted(page_words(written)) == sorted(tei_words(tei.encode()))


def test_a_name_the_register_does_not_have_is_no_link(edition: Path) -> None:
    written = (edition / "documents/letter-2/index.html").read_text(encoding="utf-8")
    assert "nobody.html" not in written
    assert "Nobody" in written


def test_an_entry_has_every_mention_with_its_sentence(edition: Path) -> None:
    shown = page(edition / "register/persons/vale.html")
    assert text(shown.xpath("//h1")[0]) == "Anna Vale"
    assert [text(quote) for quote in shown.xpath("//li//q")] == [
        "To A. Vale, Orsk.",
        "Mr. Vale of [North] Orsk wrote to N. S. Kern.",
        "Vale came back.",
        "Vale, Vale!",
    ]
    last = shown.xpath("//li//q")[-1]
    assert [link.get("href") for link in last.iter("a")] == ["../../documents/letter-2/index.html#n1"] * 2
    assert "1890" in text(shown.xpath("//dl")[0])
    assert shown.xpath("//a[text()='Q1']/@href") == ["https://www.wikidata.org/wiki/Q1"]
    assert not shown.xpath("//a[starts-with(@href, 'javascript')]")
    assert "Took part, the northern side, A. Vale, clerk" in text(shown)
    assert "Speaks: 1 turn, 3 words" in text(shown)


def test_an_entry_nobody_names_says_so(edition: Path) -> None:
    assert "No document names this entry." in text(page(edition / "register/persons/kern.html"))


def test_entries_are_listed_by_the_names_they_are_known_by(edition: Path) -> None:
    shown = page(edition / "persons.html")
    assert [text(link) for link in shown.xpath("//main//li/a")] == ["N. S. Kern", "Anna Vale"]
    entry = page(edition / "register/persons/kern.html")
    assert entry.xpath("//a[@rel='next']/@href") == ["../../register/persons/vale.html"]
    assert not entry.xpath("//a[@rel='prev']")
    crumbs = entry.xpath("//nav[@class='crumbs']//a/@href")
    assert crumbs == ["../../index.html", "../../persons.html"]


def test_chronology_has_each_date_in_order(edition: Path) -> None:
    shown = page(edition / "chronology.html")
    assert [text(year) for year in shown.xpath("//section/h2")] == ["1948", "1950", "1951", "Without year"]
    assert [text(day) for day in shown.xpath("//dt")] == [
        "March 1948",
        "2 January 1950",
        "1 February 1951",
        "1 February 1951 – 3 February 1951",
        "7 September",
    ]
    assert len(shown.xpath("//dd[@class='written']")) == 2


def test_works_and_abbreviations_lead_to_their_places(edition: Path) -> None:
    works = page(edition / "works.html")
    assert [text(head) for head in works.xpath("//section/h2")] == ["The Daily Gull", "The letter of 2 March"]
    assert len(works.xpath("//section[1]//q")) == 2
    (row,) = page(edition / "abbreviations.html").xpath("//tbody/tr")
    assert [text(cell) for cell in row][:3] == ["HB", "Harbour Board", "T. Renard"]
    assert row.xpath(".//a/@href")[-1] == "documents/letter-2/index.html#p2"


def test_conventions_tell_only_what_is_used(edition: Path) -> None:
    shown = page(edition / "conventions.html")
    tags = {text(row[0]): [text(cell) for cell in row[1:]] for row in shown.xpath("//tbody/tr")}
    assert tags["persName"] == ["name of a person", "6", "2"]
    assert tags['type="editor"'] == ["Editor", "1", "1"]
    assert tags['reason="identification"'] == ["says who or what is meant", "1", "1"]
    assert "metamark" not in tags
    assert "Marks in the margin" not in text(shown)
    declared = [text(item) for item in shown.xpath("//section[@aria-labelledby='_declared']//li")]
    assert declared == ["Brackets are kept. 1 document · 2 January 1950", "Quotation marks stay. all documents"]


def test_about_counts_and_credits(edition: Path) -> None:
    shown = text(page(edition / "about.html").xpath("//main")[0])
    assert "2 documents, 1950–1951," in shown
    assert "Translated byT. Renard 2 documents" in shown


def test_downloads_lead_to_files_that_are_there(edition: Path) -> None:
    links = page(edition / "downloads.html").xpath("//a[@download]/@href")
    assert {"documents/letter-1/letter-1.xml", "documents/letter-2/letter-2.reading.txt"} <= set(links)
    assert all((edition / unquote(link)).is_file() for link in links)


def test_state_of_the_work_lists_what_wants_a_person(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    finding = Finding("D101", "advice", str(tei / "letter-2.xml"), 7, 1, "two dates differ", suggestion="compare them")
    render_edition(sorted(tei.glob("*.xml")), tmp_path / "build", EDITION, review=partial(about, findings=[finding]))
    first, second = page(tmp_path / "build/status.html").xpath("//section")
    assert "checked" in text(first)
    assert "last changed 4 May 1960" in text(first)
    assert "1 place to be looked at" in text(second)
    assert "D101 two dates differ (compare them) line 7 of the TEI" in text(second)


def test_every_link_of_the_pages_resolves_to_its_fragment(edition: Path) -> None:
    names = [
        *(edition / f"{name}.html" for name in (*AROUND, "index", "persons", "places")),
        *edition.rglob("register/**/*.html"),
    ]
    for path in names:
        written = path.read_text(encoding="utf-8")
        assert nesting_errors(written) == [], path
        for href in page(path).xpath("//@href[not(starts-with(., 'http'))]"):
            target, _, fragment = href.partition("#")
            found = (path.parent / unquote(target)).resolve() if target else path
            assert found.is_file(), f"{path}: {href}"
            assert not fragment or f'id="{unquote(fragment)}"' in found.read_text(encoding="utf-8"), f"{path}: {href}"


def test_long_indexes_go_on_on_further_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tei = write_letters(tmp_path)
    monkeypatch.setattr(around, "PORTION", 2)
    files = sorted(tei.glob("*.xml"))
    render_edition(files, tmp_path / "build", EDITION, processes=1)
    parts = [page(tmp_path / f"build/chronology{part}.html") for part in ("", "~2", "~3")]
    assert [len(part.xpath("//dd")) for part in parts] == [2, 2, 1]
    assert parts[1].xpath("//nav[@class='neighbours']/a/@href") == ["chronology.html", "chronology~3.html"]
    assert (tmp_path / "build/register/persons/vale~2.html").is_file()
    monkeypatch.undo()
    render_edition(files, tmp_path / "build", replace(EDITION, version="1.2.1"), processes=1)
    assert not list((tmp_path / "build").rglob("*~*"))


def test_an_entry_that_is_gone_loses_its_page_and_nothing_else_goes(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    build = tmp_path / "build"
    render_edition(sorted(tei.glob("*.xml")), build, EDITION)
    (build / "mine.html").write_text("kept")
    (tmp_path / "outside.html").write_text("kept")
    record = build / "manifest.json"
    record.write_text(record.read_text().replace('"files": {', '"files": {"../outside.html": "",'))
    (tei / "register" / "persons.xml").write_text(REGISTER["persons"].replace('xml:id="kern"', 'xml:id="kerne"'))
    render_edition(sorted(tei.glob("*.xml")), build, EDITION)
    assert not (build / "register/persons/kern.html").exists()
    assert (build / "register/persons/kerne.html").is_file()
    assert (build / "mine.html").is_file()
    assert (tmp_path / "outside.html").is_file()


def test_an_edition_without_a_register_has_no_links_to_one(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    for path in (tei / "register").iterdir():
        path.unlink()
    render_edition(sorted(tei.glob("*.xml")), tmp_path / "build", EDITION)
    assert not (tmp_path / "build/persons.html").exists()
    for path in (tmp_path / "build").rglob("*.html"):
        assert not re.search(
            r'href="[^"]*(persons|register)', re.sub(r"<pre.*</pre>", "", path.read_text(), flags=re.S)
        )


def test_one_document_alone_leads_to_the_register_too(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    render_document(tei / "letter-1.xml", tmp_path / "build", EDITION)
    assert "register/persons/vale.html" in (tmp_path / "build/documents/letter-1/index.html").read_text()


def test_processes_make_the_same_pages(edition: Path, tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    render_edition(sorted(tei.glob("*.xml")), tmp_path / "build", EDITION, processes=2)
    for path in edition.rglob("*.html"):
        assert (tmp_path / "build" / path.relative_to(edition)).read_bytes() == path.read_bytes()


def test_in_german_every_page_is_german(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    render_edition(sorted(tei.glob("*.xml")), tmp_path / "build", replace(EDITION, language="de"))
    shown = page(tmp_path / "build/register/persons/vale.html")
    assert shown.get("lang") == "de"
    assert "Auch geschrieben" in text(shown)
    assert "7. September" in text(page(tmp_path / "build/chronology.html"))


def test_a_wrong_address_is_answered_from_anywhere(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    render_edition(sorted(tei.glob("*.xml")), tmp_path / "build", replace(EDITION, base_url="https://example.org/e/"))
    hrefs = page(tmp_path / "build/404.html").xpath("//@href[not(starts-with(., '#'))]")
    assert hrefs
    assert all(href.startswith("https://example.org/e/") for href in hrefs)


def test_a_place_to_be_looked_at_leads_there(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    place = Finding("D101", "advice", "letter-2.xml", 7, 1, "two dates differ", xpath="#p1/date[1]")
    nowhere = Finding("D102", "advice", "letter-2.xml", 9, 1, "a thing", xpath="/TEI/text")
    render_edition(
        sorted(tei.glob("*.xml")), tmp_path / "build", EDITION, review=partial(about, findings=[place, nowhere])
    )
    items = page(tmp_path / "build/status.html").xpath("//ul[@class='review']/li")
    assert [item.xpath("a/@href") for item in items] == [["documents/letter-2/index.html#p1"], []]


def test_a_name_in_a_note_is_a_link_and_leaves_the_one_in_the_text_its_own(tmp_path: Path) -> None:
    tei = write_letters(tmp_path)
    name = '<persName ref="register/persons.xml#vale">{}</persName>'
    body = f"<p>Said<note>{name.format('A')}</note> {name.format('B')} and {name.format('C')}.</p>"
    (tei / "notes.xml").write_text(document(body), encoding="utf-8")
    render_edition([tei / "notes.xml"], tmp_path / "build", EDITION)
    assert named(page(tmp_path / "build/documents/notes/index.html")) == [("vale", "A"), ("vale", "B")]
