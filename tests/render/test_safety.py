"""Texts that mean harm, or only strain the page, do none."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from documents import document, page_words, render, text_section
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from diple.findings import DipleError

SCRIPTS = "//script[not(@type='application/ld+json')]"

BAD_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)".replace("&#1;", "\u200b"),
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
@pytest.mark.parametrize("element", ['<ref target="{}">here</ref>', '<graphic url="{}"/>', '<ptr target="{}"/>'])
def test_addresses_that_are_no_web_addresses_become_no_links(element: str, address: str, tmp_path: Path) -> None:
    page = render(tmp_path, document(f"<p>See {element.format(address)}.</p>"))["index.html"]
    links = [href for href in text_section(page).xpath(".//@href | .//@src") if not href.startswith("#")]
    assert links == []


def test_good_addresses_stay_links(tmp_path: Path) -> None:
    body = '<p><ref target="https://example.org/a?b=1&amp;c=2">x</ref> <ref target="other.html">y</ref></p>'
    section = text_section(render(tmp_path, document(body))["index.html"])
    assert section.xpath(".//a/@href") == ["https://example.org/a?b=1&c=2", "other.html"]


def test_markup_in_the_text_is_text(tmp_path: Path) -> None:
    body = "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>"
    for name, page in render(tmp_path, document(body)).items():
        if name.endswith(".html"):
            tree = html.fromstring(page)
            assert not tree.xpath(f"{SCRIPTS} | //img | //@onerror")
        elif name.endswith(".txt"):
            assert "<script>alert(1)</script>" in page


def test_a_title_cannot_leave_the_metadata(tmp_path: Path) -> None:
    title = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; \\ &quot;"
    tei = document("<p>A</p>").replace("<title>T</title>", f"<title>{title}</title>")
    tree = html.fromstring(render(tmp_path, tei, "index.html")["index.html"])
    (data,) = tree.xpath("//script")
    assert json.loads(data.text)["name"] == '</script><script>alert(1)</script> \\ "'


def test_values_of_attributes_cannot_leave_them(tmp_path: Path) -> None:
    body = '<p xml:lang="&quot; onclick=&quot;x" n="&quot;&gt;&lt;b&gt;"><hi rend="&quot; onload=&quot;x">a</hi></p>'
    section = text_section(render(tmp_path, document(body))["index.html"])
    assert not section.xpath("//@onclick | //@onload | .//b")


def test_pages_forbid_scripts_and_other_hosts(tmp_path: Path) -> None:
    for name, page in render(tmp_path, document("<p>A</p>")).items():
        if name.endswith(".html"):
            tree = html.fromstring(page)
            (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            assert "default-src 'none'" in policy
            assert not tree.xpath(SCRIPTS)
            assert all("://" not in src for src in tree.xpath("//link[@rel='stylesheet']/@href | //@src"))


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">]>',
    ],
)
def test_entities_are_never_read(prolog: str, tmp_path: Path) -> None:
    try:
        files = render(tmp_path, prolog + document("<p>before &x; after</p>"))
    except DipleError as error:
        assert error.finding.code in {"I020", "I040"}
    else:
        assert not any("root:" in content or "aaaaaaaaaa" in content for content in files.values())


def test_a_document_type_outside_is_not_fetched(tmp_path: Path) -> None:
    prolog = '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/no.dtd">'
    try:
        page = render(tmp_path, prolog + document("<p>Here.</p>"))["index.html"]
    except DipleError as error:
        assert "network" in error.finding.message
    else:
        assert page_words(page) == ["Here"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30), max_size=6))
def test_any_text_is_all_on_the_page(tmp_path: Path, words: list[str]) -> None:
    names = ("p", "supplied", "add", "persName", "note", "sic")
    inner = " ".join(f"<{name}>{escape(word)}</{name}>" for name, word in zip(names[1:], words, strict=False))
    files = render(tmp_path, document(f"<p>begin {inner} end</p>"))
    expected = "".join("".join(words[: len(names) - 1]).split())
    shown = "".join("".join(page_words(files["index.html"])))
    assert all(character in shown for character in expected if character.isalnum())
    assert page_words(files["index.html"])[0].startswith("begin")


def test_a_very_long_word_and_two_thousand_turns(tmp_path: Path) -> None:
    turns = "".join(f"<sp><speaker>S{n % 25}</speaker><p>Turn {n}.</p></sp>" for n in range(2000))
    files = render(tmp_path, document(f"<p>{'x' * 3000}</p>{turns}"))
    assert "x" * 3000 in page_words(files["index.html"])
    assert files["x.reading.txt"].count("Turn ") == 2000


def test_an_address_hidden_by_a_web_page_is_told_in_the_record(tmp_path: Path) -> None:
    rights = '<availability><p>Write to <email><gap reason="obfuscated"/></email>.</p></availability>'
    tei = document("<p>A</p>").replace("<publicationStmt><p/>", f"<publicationStmt><p/>{rights}")
    tree = html.fromstring(render(tmp_path, tei, "index.html")["index.html"])
    assert "Write to [hidden by the web page]." in tree.text_content()
