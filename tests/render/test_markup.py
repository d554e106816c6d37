"""The TEI as a page to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import CASES, document, render
from lxml import etree, html


def shown(page: str) -> str:
    """Return what the page of a TEI file shows as its XML."""
    (code,) = html.fromstring(page).xpath("//pre//code")
    return str(code.text_content())


def _nodes(root: etree._Element) -> Iterator[tuple[object, ...]]:
    return ((node.tag, sorted(node.attrib.items()), node.text, node.tail) for node in root.iter())


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_what_is_shown_is_the_same_xml(case: Path, tmp_path: Path) -> None:
    source = (case / "source.xml").read_bytes()
    page = render(tmp_path, source, "tei.html")["tei.html"]
    given, expected = (list(_nodes(etree.fromstring(xml))) for xml in (shown(page).encode(), source))
    assert given == expected


def test_ids_lead_to_the_page(tmp_path: Path) -> None:
    files = render(tmp_path, document('<p xml:id="p1">A &lt;b&gt; &amp;amp; c</p>'), "tei.html", "index.html")
    assert 'id="p1"' in files["index.html"]
    assert html.fromstring(files["tei.html"]).xpath("//span[@id='p1']/a/@href") == ["index.html#p1"]
    assert "A &lt;b&gt; &amp;amp; c" in shown(files["tei.html"])
