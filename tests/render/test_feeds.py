"""Sitemap, feed of changes, robots.txt: full addresses, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from documents import EDITION, document
from lxml import etree

from diple.render.feeds import NO_ADDRESS, changes_of, write_feeds

BASE = "https://example.org/papers/"
PLACED = replace(EDITION, base_url=BASE, citation="A Press, 2020.")
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def changes(tmp_path: Path, name: str, *told: str) -> str:
    path = tmp_path / f"{name}.xml"
    revision = f"<revisionDesc>{''.join(told)}</revisionDesc></teiHeader>"
    path.write_text(document("<p>x</p>").replace("</teiHeader>", revision), encoding="utf-8")
    return changes_of(path, PLACED)


def pages(out: Path) -> list[Path]:
    names = ["index.html", "404.html", "search.html", "persons/é & b.html", "documents/b/reading.html"]
    return [out / name for name in [*names, "documents/b/index.html", "documents/a b/index.html", "assets/x.css"]]


def feed(tmp_path: Path, *told: str) -> etree._Element:
    write_feeds(tmp_path / "out", pages(tmp_path / "out"), told, PLACED)
    return etree.parse(tmp_path / "out" / "feed.xml").getroot()


def test_the_sitemap_lists_each_page_once_with_its_day(tmp_path: Path) -> None:
    told = changes(tmp_path, "b", '<change when="2021-05-06">x</change>', '<change when="2021-05-04">y</change>')
    feed(tmp_path, told)
    site = etree.parse(tmp_path / "out" / "sitemap.xml")
    listed = {
        url.findtext("s:loc", namespaces=MAP): url.findtext("s:lastmod", namespaces=MAP)
        for url in site.iterfind("s:url", MAP)
    }
    assert listed == {
        f"{BASE}index.html": "2020-01-31",
        f"{BASE}persons/%C3%A9%20%26%20b.html": "2020-01-31",
        f"{BASE}documents/a%20b/index.html": "2020-01-31",
        f"{BASE}documents/b/index.html": "2021-05-06",
    }


def test_the_feed_has_the_newest_first_and_the_edition_among_them(tmp_path: Path) -> None:
    one = changes(tmp_path, "a", '<change when="2019-03-01">Encoded.</change>')
    other = changes(tmp_path, "b", '<change when="2021-05-06T10:00:00+02:00" who="#tr">Checked &amp; mended.</change>')
    root = feed(tmp_path, one, other)
    entries = [
        [entry.findtext(f"a:{name}", namespaces=ATOM) for name in ("updated", "title", "summary")]
        for entry in root.iterfind("a:entry", ATOM)
    ]
    assert entries == [
        ["2021-05-06T10:00:00+02:00", "T", "Checked & mended."],
        ["2020-01-31T00:00:00Z", "An Edition, version 1.2.0", "A Press, 2020."],
        ["2019-03-01T00:00:00Z", "T", "Encoded."],
    ]
    assert root.findtext("a:updated", namespaces=ATOM) == entries[0][0]
    assert root.xpath("a:entry[1]/a:author/a:name/text()", namespaces=ATOM) == ["T. Renard"]
    assert root.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [f"{BASE}feed.xml"]


def test_entries_keep_their_ids_when_others_are_added(tmp_path: Path) -> None:
    first = '<change when="2021-05-06">x</change>'
    before = feed(tmp_path, changes(tmp_path, "a", first)).xpath("a:entry/a:id/text()", namespaces=ATOM)
    added = changes(tmp_path, "a", '<change when="2021-05-06">new</change>', first)
    after = feed(tmp_path, added).xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert set(before) < set(after)
    assert len(set(after)) == len(after) == 3


def test_a_change_without_a_day_is_in_no_feed(tmp_path: Path) -> None:
    told = changes(tmp_path, "a", "<change>When?</change>", '<change when="2021">Some time.</change>')
    assert len(feed(tmp_path, told).findall("a:entry", ATOM)) == 1


def test_the_feed_has_what_atom_asks_for_and_full_addresses(tmp_path: Path) -> None:
    root = feed(tmp_path, changes(tmp_path, "a", '<change when="2021-05-06">x</change>'))
    for holder in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"a:{name}", ATOM)) == 1
    assert all(link.startswith(BASE) for link in root.xpath("//@href"))
    assert all(name.startswith(BASE) for name in root.xpath("//a:id/text()", namespaces=ATOM))


def test_without_an_address_there_is_neither_and_the_reason_is_given(tmp_path: Path) -> None:
    feed(tmp_path)
    out = tmp_path / "out"
    feeds = write_feeds(out, pages(out), [], EDITION)
    assert feeds == ((out / "robots.txt",), NO_ADDRESS)
    assert [path.name for path in out.iterdir()] == ["robots.txt"]
    assert (out / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_robots_are_told_of_the_sitemap(tmp_path: Path) -> None:
    feed(tmp_path)
    text = (tmp_path / "out" / "robots.txt").read_text()
    assert text == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"
