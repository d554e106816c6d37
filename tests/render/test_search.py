"""Search: each hit leads to its passage; from disk, without script and without Pagefind the page helps otherwise."""

from __future__ import annotations

import gzip
import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from documents import CASES, EDITION, document
from lxml import etree, html

from diple.findings import DipleError
from diple.render import indexer, render_edition, search
from diple.render.indexer import Record, indexing
from diple.render.settle_index import settle_index
from diple.render.takeaway import with_search

REGISTER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson><person xml:id="vale">'
    "<persName>Anna Vale</persName></person></listPerson></standOff></TEI>"
)
EVIL = (
    '<p xml:id="p1"><persName ref="register/persons.xml#vale">Vale</persName> put &lt;script&gt;alert(1)&lt;/script&gt;'
    ' and &lt;img src=x onerror=alert(1)&gt; about the lighthouse.</p><p xml:id="p2">No more of the lighthouse.</p>'
)
MANY = "".join(f'<p xml:id="p{number}">Beacon number {number}.</p>' for number in range(45))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if indexer.find_pagefind() is None:
        pytest.skip("PAGEFIND IS MISSING: no search is tried; install diple[search]")
    folder = tmp_path_factory.mktemp("searched")
    (folder / "register").mkdir()
    (folder / "register" / "persons.xml").write_text(REGISTER, encoding="utf-8")
    (folder / "many.xml").write_text(document(MANY), encoding="utf-8")
    (folder / "evil.xml").write_text(document(EVIL), encoding="utf-8")
    for case in ("harbour-talk", "editorial", "speech", "elsewhere"):
        (folder / f"{case}.xml").write_bytes((CASES / case / "source.xml").read_bytes())
    report = render_edition(sorted(folder.glob("*.xml")), folder / "build", EDITION, processes=1)
    assert report.findings == ()
    return folder / "build"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Give the browser no icon, which it asks for by itself."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(address) else None)
    page.goto(address + "search.html")
    until(page, "document.querySelectorAll('#_kind option').length > 1")
    yield page
    context.close()
    assert said == []


def until(page: Any, condition: str) -> None:
    """Wait until a condition holds; it is asked again and again, since the page lets no text be run as a script."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never: {condition}")


def ask(page: Any, words: str) -> list[str]:
    page.fill("#_q", words)
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#_said').textContent !== ''")
    until(page, "!document.querySelector('#_said').textContent.match(/\\d/) || document.querySelector('#_found li')")
    return [link.get_attribute("href") for link in page.locator("#_found a").all()]


def test_a_hit_leads_to_its_passage(page: Any, address: str) -> None:
    assert ask(page, "reads it out") == [f"{address}documents/harbour-talk/index.html#p6"]
    assert "found: 1" in page.locator("#_said").inner_text()
    page.locator("#_found a").click()
    assert page.locator("#p6").is_visible()
    assert page.evaluate("document.querySelector(':target').id") == "p6"


def test_facets_narrow_a_search_and_the_address_remembers(page: Any, address: str) -> None:
    assert len(ask(page, "the")) > 3
    page.select_option("#_speaker", "I. Brandt")
    until(page, "location.search.includes('Brandt')")
    links = "[...document.querySelectorAll('#_found a')]"
    until(page, f"{links}.length > 0 && {links}.every(link => link.href.includes('harbour'))")
    assert "q=the" in page.url
    page.reload()
    page.wait_for_selector("#_found li")
    assert page.locator("#_q").input_value() == "the"
    assert page.locator("#_speaker").input_value() == "I. Brandt"


def test_persons_are_those_of_the_register(page: Any) -> None:
    offered = page.locator("#_person option").all_inner_texts()
    assert "Anna Vale (1)" in offered
    assert not any("#" in name for name in offered)


def test_markup_in_a_text_does_no_harm(page: Any) -> None:
    dialogs: list[object] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog), dialog.dismiss()))
    assert len(ask(page, "lighthouse")) == 2
    assert page.locator("#_found mark").count() >= 2
    assert page.locator("#_found :is(img, script)").count() == 0
    assert dialogs == []


def test_nothing_found_is_said(page: Any) -> None:
    assert ask(page, "xyzzyqwv") == []
    assert "No passage" in page.locator("#_said").inner_text()


def test_more_are_shown_when_asked_for(page: Any) -> None:
    assert len(ask(page, "beacon")) == 20
    for before, shown in ((20, 40), (40, 45)):
        page.locator("#_more").click()
        until(page, f"document.querySelectorAll('#_found li').length === {shown}")
        until(page, f"document.activeElement === document.querySelectorAll('#_found a')[{before}]")
    assert not page.locator("#_more").is_visible()


def test_opened_from_disk_the_page_says_what_to_do(browser: Any, site: Path) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / "search.html").as_uri())
    assert "http.server" in page.locator("#_said").inner_text()
    assert page.get_by_role("link", name="T", exact=False).first.is_visible()
    assert said == []
    page.close()


def test_without_script_the_documents_are_listed(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search.html")
    assert "JavaScript" in page.locator(".search-said").first.inner_text()
    assert page.locator(".found-documents a").count() == 6
    context.close()


def test_every_hit_would_lead_to_something_on_its_page(site: Path) -> None:
    fragments = [json.loads(_plain(path)) for path in (site / "pagefind" / "fragment").iterdir()]
    assert len(fragments) > 30
    for fragment in fragments:
        path, _, name = fragment["url"].partition("#")
        assert f'id="{name}"' in (site / path).read_text(encoding="utf-8")


def _plain(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


def test_the_policy_of_the_search_page_forbids_inline_script_and_other_hosts(site: Path) -> None:
    page = html.fromstring((site / "search.html").read_text(encoding="utf-8"))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe-inline" not in rules["script-src"]
    assert "http" not in policy
    assert page.xpath("//script[not(@src)] | //@*[starts-with(name(), 'on')]") == []
    front = (site / "index.html").read_text(encoding="utf-8")
    assert "script-src 'self' file:;" in front
    assert "script-src" not in (site / "about.html").read_text(encoding="utf-8")
    assert 'href="search.html"' in (site / "about.html").read_text(encoding="utf-8")


def test_an_index_is_the_same_to_the_byte_each_time(tmp_path: Path) -> None:
    program = indexer.find_pagefind()
    if program is None:
        pytest.skip("PAGEFIND IS MISSING: no search is tried; install diple[search]")
    made = []
    for name in ("one", "two", "three"):
        with indexing(program, "en-GB") as index:
            for number in range(30):
                people = {"person": [f"P{number}", f"Q{number % 7}"], "kind": [f"K{number % 3}"]}
                index.add(Record(f"a.html#p{number}", f"word{number} again", {"title": "T"}, people))
            index.write(tmp_path / name)
        settle_index(tmp_path / name)
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        made.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files})
    assert made[0] == made[1] == made[2]


def test_an_index_of_another_shape_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pagefind-entry.json").write_text('{"languages": {"en": {"hash": "en_1"}}}')
    head = gzip.compress(b"pagefind_dcd\x81\xf6")
    (tmp_path / "pagefind.en_1.pf_meta").write_bytes(head)
    settle_index(tmp_path)
    assert json.loads((tmp_path / "pagefind-entry.json").read_text())["languages"]["en"]["hash"] == "en_1"
    assert (tmp_path / "pagefind.en_1.pf_meta").read_bytes() == head


def test_without_pagefind_there_is_no_search_and_the_reason_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.xml").write_text(document("<p>x</p>"), encoding="utf-8")
    out = tmp_path / "build"
    render_edition([tmp_path / "x.xml"], out, EDITION)
    monkeypatch.setattr("diple.render.takeaway.find_pagefind", lambda: None)
    report = render_edition([tmp_path / "x.xml"], out, EDITION)
    assert search.NO_PAGEFIND in report.left_out
    assert not (out / "search.html").exists()
    assert not (out / "pagefind").exists()
    assert "search.html" not in (out / "index.html").read_text(encoding="utf-8")
    assert with_search(replace(EDITION, search="x")).search == ""


def test_a_pagefind_that_fails_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    for content, mode in (("#!/bin/sh\nexit 1\n", 0o755), ("", 0o644)):
        broken.write_text(content)
        broken.chmod(mode)
        with pytest.raises(DipleError) as refused, indexing(broken, "en"):
            pass
        assert refused.value.finding.code == "I043"


def test_the_search_page_speaks_the_editions_language(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    documents = '<documents><document id="a b" title="T &lt;i>" date="1950" sort-date="1950"/></documents>'
    search.write_page(tmp_path, documents, replace(EDITION, language="de"))
    page = html.fromstring((tmp_path / "search.html").read_text(encoding="utf-8"))
    assert page.xpath("string(//h1)") == "Suche"
    assert page.xpath("//ol[@class='found-documents']//a/@href") == ["documents/a%20b/index.html"]
    assert etree.tostring(page.xpath("//ol[@class='found-documents']//a")[0], encoding="unicode").startswith("<a")
