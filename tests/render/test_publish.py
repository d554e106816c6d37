"""A whole edition: files, order, processes, what is removed, what goes wrong."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from documents import CASES, EDITION, POLICIES, document
from lxml import etree, html

from diple.findings import DipleError
from diple.render import render_document, render_edition

DOCUMENT_FILES = {
    "index.html",
    "diplomatic.html",
    "typed.html",
    "reading.html",
    "tei.html",
    "{}.xml",
    "{}.critical.txt",
    "{}.diplomatic.txt",
    "{}.typed.txt",
    "{}.reading.txt",
    "{}.bib",
    "{}.ris",
    "{}.csl.json",
    "{}.speech.csv",
    "{}.speech.jsonl",
    "{}.notes.csv",
    "{}.notes.jsonl",
    "{}.epub",
    *(f"{{}}.{policy}.map.json" for policy in POLICIES),
}


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    folder = tmp_path / "tei"
    folder.mkdir()
    for name, day in (("b", "1950-01-02"), ("a", "1951-01-01"), ("c", "1949-12-31")):
        dated = document(f"<p>Document {name}.</p>").replace(
            "</teiHeader>", f'<profileDesc><creation><date when="{day}"/></creation></profileDesc></teiHeader>'
        )
        (folder / f"{name}.xml").write_text(dated, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_document_has_its_files(tei: Path, tmp_path: Path) -> None:
    report = render_edition(sorted(tei.iterdir()), tmp_path / "build", EDITION)
    assert report.documents == ("a", "b", "c")
    assert report.findings == ()
    for name in report.documents:
        written = {path.name for path in (tmp_path / "build" / "documents" / name).iterdir()}
        assert written == {file.format(name) for file in DOCUMENT_FILES}
    assert all(path.is_file() for path in report.files)
    assert (tmp_path / "build/documents/a/a.xml").read_bytes() == (tei / "a.xml").read_bytes()


def test_front_page_cites_the_edition(tei: Path, tmp_path: Path) -> None:
    render_edition(sorted(tei.iterdir()), tmp_path, replace(EDITION, citation="A Press, 2020."))
    assert "A Press, 2020." in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_documents_are_listed_and_linked_by_date(tei: Path, tmp_path: Path) -> None:
    render_edition(sorted(tei.iterdir()), tmp_path, EDITION)
    index = html.fromstring((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert index.xpath("//ol//h3/a/@href") == [f"documents/{name}/index.html" for name in "cba"]
    page = html.fromstring((tmp_path / "documents/b/index.html").read_text(encoding="utf-8"))
    assert page.xpath("//a[@rel='prev']/@href") == ["../c/index.html"]
    assert page.xpath("//a[@rel='next']/@href") == ["../a/index.html"]


def test_same_input_same_bytes_by_any_number_of_processes(tei: Path, tmp_path: Path) -> None:
    files = [*tei.iterdir(), *(case / "source.xml" for case in CASES.iterdir() if case.name == "harbour-talk")]
    one, two, again = (tmp_path / name for name in ("one", "two", "again"))
    render_edition(files, one, EDITION, processes=1)
    render_edition(files, two, EDITION, processes=2)
    render_edition(list(reversed(files)), again, EDITION, processes=1)
    assert contents(one) == contents(two) == contents(again)


def test_links_of_all_pages_resolve(tmp_path: Path) -> None:
    tei = tmp_path / "tei"
    tei.mkdir()
    for case in CASES.iterdir():
        (tei / f"{case.name}.xml").write_bytes((case / "source.xml").read_bytes())
    (tei / "port.png").write_bytes(b"")
    report = render_edition(sorted(tei.glob("*.xml")), tmp_path / "build", EDITION)
    for page in (path for path in report.files if path.suffix == ".html"):
        for href in etree.HTML(page.read_text(encoding="utf-8")).xpath("//@href"):
            if not href.startswith(("https:", "#")) and not href.endswith("port.png"):
                target, _, fragment = href.partition("#")
                found = (page.parent / target).resolve()
                assert found.is_file(), f"{page}: {href}"
                assert not fragment or f'id="{fragment}"' in found.read_text(encoding="utf-8")


def test_a_document_that_is_gone_is_removed_and_nothing_else(tei: Path, tmp_path: Path) -> None:
    build = tmp_path / "build"
    render_edition(sorted(tei.iterdir()), build, EDITION)
    (build / "documents" / "b" / "my-own.txt").write_text("kept")
    (build / "documents" / "mine").mkdir()
    (tei / "b.xml").unlink()
    (tei / "c.xml").unlink()
    report = render_edition(sorted(tei.iterdir()), build, EDITION)
    assert report.removed == ("b", "c")
    assert [path.name for path in (build / "documents" / "b").iterdir()] == ["my-own.txt"]
    assert not (build / "documents" / "c").exists()
    assert (build / "documents" / "mine").is_dir()


def test_a_tampered_record_removes_nothing_outside(tei: Path, tmp_path: Path) -> None:
    build = tmp_path / "build"
    render_edition(sorted(tei.iterdir()), build, EDITION)
    victim = tmp_path / "index.html"
    victim.write_text("kept")
    stale = dict.fromkeys(("../index.html", "..", ".", "/etc/x", "a/../../index.html", str(victim)), "")
    record = {"made_from": "", "left_out": [], "documents": {}, "files": stale}
    (build / "manifest.json").write_text(json.dumps(record))
    assert render_edition(sorted(tei.iterdir()), build, EDITION).removed == ()
    assert victim.read_text() == "kept"


def test_one_bad_file_stops_no_other(tei: Path, tmp_path: Path) -> None:
    (tei / "b.xml").write_text("<TEI><text>", encoding="utf-8")
    report = render_edition(sorted(tei.iterdir()), tmp_path / "build", EDITION)
    assert report.documents == ("a", "c")
    assert [(finding.code, Path(finding.file).name) for finding in report.findings] == [("I020", "b.xml")]


def test_two_files_with_one_id_are_refused(tei: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "a.xml").write_bytes((tei / "a.xml").read_bytes())
    with pytest.raises(DipleError) as refused:
        render_edition([tei / "a.xml", other / "a.xml"], tmp_path / "build", EDITION)
    assert refused.value.finding.code == "I041"


def test_a_file_where_a_folder_should_be_is_said_so(tei: Path, tmp_path: Path) -> None:
    (tmp_path / "build").write_text("in the way")
    with pytest.raises(DipleError) as refused:
        render_document(tei / "a.xml", tmp_path / "build", EDITION)
    assert refused.value.finding.code == "I002"


def test_progress_is_told_each_document(tei: Path, tmp_path: Path) -> None:
    told: list[str] = []
    render_edition(sorted(tei.iterdir()), tmp_path / "build", EDITION, progress=told.append)
    assert told == ["a", "b", "c"]


def test_no_document_at_all_gives_an_empty_list(tmp_path: Path) -> None:
    report = render_edition([], tmp_path, EDITION)
    assert report.documents == ()
    assert (tmp_path / "index.html").is_file()


REFERRING = (
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><!-- ref="register/a.xml#x" --><teiHeader/><text><body>'
    b'<p n="register/of it"><name ref=\'register/a.xml#x #y register/b.xml#z\'>N</name> ref="register/a.xml#x" '
    b'<![CDATA[<a ref="register/a.xml#x">]]><name corresp="other/register/a.xml#x">M</name></p></body></text></TEI>'
)


def test_pointers_to_the_register_resolve_where_the_tei_is_published(tei: Path, tmp_path: Path) -> None:
    (tei / "d.xml").write_bytes(REFERRING)
    (tei / "register").mkdir()
    (tei / "register" / "a.xml").write_bytes(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>')
    build = tmp_path / "build"
    render_edition(sorted(tei.glob("*.xml")), build, EDITION)
    published = build / "documents/d/d.xml"
    expected = REFERRING.replace(b"'register/a.xml#x #y register/b", b"'../../register/a.xml#x #y ../../register/b")
    assert published.read_bytes() == expected
    assert (published.parent / "../../register/a.xml").read_bytes() == (tei / "register/a.xml").read_bytes()
    (tei / "register" / "a.xml").unlink()
    render_edition(sorted(tei.glob("*.xml")), build, EDITION)
    assert not (build / "register/a.xml").exists()
