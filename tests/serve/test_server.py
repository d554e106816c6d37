"""The server: files of the build folder, to this machine alone, and the news of what changed."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from pathlib import Path
from threading import Timer

import pytest
from serving import NAME, Served

from diple.edition import Edition
from diple.findings import Finding
from diple.serve.server import LOOPBACK, with_script


def test_pages_and_files_are_served(served: Served) -> None:
    front = served.ask("/")
    assert front.status == 200
    assert front.kind == "text/html; charset=utf-8"
    assert b"Papers of the Harbour" in front.body
    text = served.ask(f"/documents/{NAME}/{NAME}.critical.txt")
    assert (text.status, text.kind) == (200, "text/plain; charset=utf-8")
    assert served.ask(f"/documents/{NAME}/?x=1#p1").status == 200
    assert served.ask("/", "HEAD").body == b""


def test_what_is_not_there_gives_the_editions_own_page(served: Served) -> None:
    answer = served.ask("/nowhere.html")
    assert answer.status == 404
    assert b"<html" in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/../edition.toml",
        "/%2e%2e/edition.toml",
        "/documents/../../edition.toml",
        "/..%2fedition.toml",
        "//etc/passwd",
        "/documents/%00",
        "/..\\edition.toml",
        "/-/../edition.toml",
        "/-/bulletin.py",
        "/-/server.py",
    ],
)
def test_nothing_outside_the_build_folder_is_served(served: Served, path: str) -> None:
    answer = served.ask(path)
    assert answer.status == 404
    assert b"publisher =" not in answer.body
    assert b"root:" not in answer.body


def test_a_link_that_leads_outside_is_not_followed(served: Served, edition: Edition) -> None:
    (edition.build / "way-out.txt").symlink_to(edition.root / "edition.toml")
    assert served.ask("/way-out.txt").status == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "10.0.0.1"])
def test_a_name_that_is_not_this_machines_gets_nothing(served: Served, host: str) -> None:
    assert served.ask("/", host=host).status == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:80", "LOCALHOST:1"])
def test_the_names_of_this_machine_do(served: Served, host: str) -> None:
    assert served.ask("/", host=host).status == 200


def test_other_machines_cannot_even_connect(served: Served) -> None:
    assert LOOPBACK == "127.0.0.1"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(served: Served, method: str) -> None:
    assert served.ask("/", method).status == 501


def test_a_page_has_the_script_and_a_policy_that_lets_only_that_in(served: Served) -> None:
    page = served.ask(f"/documents/{NAME}/").body.decode()
    assert page.count("/-/serve.js") == 1
    policy = page.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert served.ask("/-/serve.js").kind == "text/javascript"


def test_what_is_built_has_neither(served: Served, edition: Edition) -> None:
    served.ask(f"/documents/{NAME}/")
    assert b"/-/serve" not in (edition.build / "documents" / NAME / "index.html").read_bytes()


def test_a_policy_that_allows_scripts_already_is_not_narrowed() -> None:
    policy = b"default-src 'none'; script-src 'self' blob:"
    page = b'<head><meta http-equiv="Content-Security-Policy" content="%s"></head>' % policy
    assert b"script-src 'self' blob:; style-src 'self'; connect-src 'self'\"" in with_script(page)


def test_findings_are_given_with_their_places_and_without_paths(served: Served) -> None:
    found = [
        Finding("S001", "error", "/secret/a.xml", 3, 1, "wrong", "//*[@xml:id='p1']/x", "mend", "/secret/a.txt", 9),
        Finding("D110", "advice", "a.xml", 3, 1, "<b>look</b>", "#add1/text()"),
        Finding("R101", "warning", "a.xml", 1, 1, "in the header", "/TEI/teiHeader"),
    ]
    served.site.bulletin.post("a", found)
    rows = json.loads(served.ask("/-/findings/a").body)
    assert [row["anchor"] for row in rows] == ["p1", "add1", ""]
    assert rows[0]["source_line"] == 9
    assert "secret" not in str(rows)
    assert json.loads(served.ask("/-/findings/none").body) == []


def test_news_reaches_those_who_listen(served: Served) -> None:
    connection = HTTPConnection("127.0.0.1", served.port, timeout=20)
    connection.request("GET", "/-/news")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    Timer(0.2, served.site.bulletin.tell, ("page", NAME)).start()
    told = answer.readline() + answer.readline()
    assert told.decode() == f"event: page\ndata: {NAME}\n"
    connection.close()


def test_the_script_builds_nothing_from_markup() -> None:
    script = (Path(__file__).parents[2] / "src/diple/serve/serve.js").read_text(encoding="utf-8")
    assert "innerHTML" not in script
    assert "eval" not in script
