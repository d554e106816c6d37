"""Web pages as archives, parliaments and libraries build them: what is document there, what site, what only markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.pipeline import encode
from diple.source import Source, read_source
from diple.xmlio import parse_bytes, tei

PROSE = "<p>" + "The chairman opened the meeting, and the delegates, who had come by train, sat down. " * 3 + "</p>"


def page(folder: Path, body: str, head: str = "") -> Source:
    path = folder / "page.html"
    path.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_source(path)


def furniture(source: Source) -> list[str]:
    return [source.text[one.start : one.end] for one in source.formatting if one.kind == "furniture"]


def text(source: Source) -> str:
    """Return the transcript without furniture and metadata, runs of white space as one space."""
    left = list(source.text)
    for one in source.formatting:
        if one.kind in {"furniture", "metadata"}:
            left[one.start : one.end] = " " * (one.end - one.start)
    return " ".join("".join(left).split())


def test_a_record_of_an_archive_keeps_its_data_beside_the_text(tmp_path: Path) -> None:
    record = (
        "<header><nav><a href='/t'>Topics</a><a href='/p'>People</a></nav></header><main><article><p>May 3, 1956</p>"
        "<h1>Talk of Orlo and Varga</h1><div><button>Share</button></div>"
        f"<section><p>Orlo: The harbour is closed.</p>{PROSE}<p>Varga: So it is.</p>"
        "<p>Orlo: Why?</p><p>Varga: The ice.</p></section>"
        "<section><p>They speak of the harbour.</p></section><section><h2>Document Information</h2><h3>Source</h3>"
        "<p>AMFA, f. 5, op. 61, d. 462.</p><h3>Record ID</h3><p>115432</p></section></article></main>"
        "<footer><p>Our mission is to tell of harbours.</p></footer>"
    )
    source = page(tmp_path, record)
    assert furniture(source) == ["TopicsPeople", "Share", "Our mission is to tell of harbours."]
    root = parse_bytes(encode(source).tei, "").getroot()
    assert {one.text for one in root.iter(tei("idno")) if one.get("type") == "record"} == {"115432"}
    assert [one.text for one in root.iter(tei("speaker"))] == ["Orlo", "Varga"] * 2
    assert root.find(f".//{tei('notesStmt')}") is None


def test_a_title_above_the_region_is_the_documents_and_the_sites_name_is_not(tmp_path: Path) -> None:
    site = (
        "<div class='top'><h1><a href='/'>Harbour Archive</a></h1></div><div class='t'>Treaty of Friendship, 1922</div>"
    )
    source = page(
        tmp_path, f"{site}<div>{PROSE * 2}</div>", "<title>Harbour Archive - Treaty of Friendship, 1922</title>"
    )
    assert furniture(source) == ["Harbour Archive"]
    assert text(source).startswith("Treaty of Friendship, 1922 The chairman")


@pytest.mark.parametrize(
    "shown",
    [
        '<p class="sr-only">Skip</p>',
        '<div class="noprint">Skip</div>',
        '<section class="pg-boilerplate">Skip</section>',
        '<center><a href="index.html">Skip</a> | <a href="b.html">About</a></center>',
        '<div class="tabs"><a href="#a">Skip</a><a href="#b">Scan</a></div>',
    ],
)
def test_what_software_adds_to_pages_is_furniture(tmp_path: Path, shown: str) -> None:
    source = page(tmp_path, f"{shown}{PROSE}")
    assert [one[:4] for one in furniture(source)] == ["Skip"]
    assert text(source).startswith("The chairman")


def test_people_who_are_links_stay_in_the_text(tmp_path: Path) -> None:
    names = "<li><a href='/p/orlo'>Minister Orlo of Norvania</a></li><li><a href='/p/v'>Ambassador Varga</a></li>"
    source = page(tmp_path, f"<p>PARTICIPANTS</p><ul>{names}</ul>{PROSE}")
    assert furniture(source) == []
    referred = names.replace("/p/", "persons#")
    assert furniture(page(tmp_path, f"<p>Present were</p><ul>{referred}</ul>{PROSE}")) == []


@pytest.mark.parametrize(
    ("anchor", "number"),
    [
        ('<a name="p32"><em>p. 32</em></a>', "32"),
        ('<a id="column_2204" title="Col. 2204">2204</a>', "2204"),
        ('<span><span class="pagenum ws-pagenum" id="32"><span>&#8203;</span></span></span>', "32"),
        ('<span class="page-number" data-page-number="xiv"></span>', "xiv"),
    ],
)
def test_pages_and_columns_are_told_by_class_number_and_words(tmp_path: Path, anchor: str, number: str) -> None:
    root = parse_bytes(encode(page(tmp_path, f"{PROSE}<p>The pi{anchor}lots left.</p>")).tei, "").getroot()
    assert [(one.get("n"), one.get("break")) for one in root.iter(tei("pb"))] == [(number, "no")]
    assert "The pilots left." in "".join(map(str, root.itertext()))


def test_speakers_that_only_a_class_tells_get_a_colon(tmp_path: Path) -> None:
    turns = [
        '<p><cite class="member author"><a href="/h">Mr. HALE</a></cite> I have no doubt of it.</p>',
        '<p><cite class="member">Sir E. ORME</cite> <span>(Varn)</span> That is so.</p>',
        '<p><cite class="member">Mr. HALE</cite> asked the Minister whether it was so.</p>',
        '<p><span class="speaker">Mr. BELL:</span> Yes.</p>',
    ]
    shown = text(page(tmp_path, PROSE + "".join(turns)))
    assert "Mr. HALE: I have no doubt" in shown
    assert "Sir E. ORME (Varn): That is so." in shown
    assert "Mr. HALE asked the Minister" in shown
    assert "Mr. BELL: Yes." in shown


def test_tables_of_labels_are_paragraphs_and_others_tables(tmp_path: Path) -> None:
    turns = "<tr><td><b>MARSH:</b></td><td>Were you there?</td></tr><tr><td>[00:12]</td><td></td></tr>"
    turns += "<tr><td>HALE:</td><td><p>I was.</p><p>All day.</p></td></tr>"
    shown = page(tmp_path, f"{PROSE}<table>{turns}</table>").text
    assert shown.endswith("MARSH: Were you there?\n\n[00:12]\n\nHALE: I was.\n\nAll day.\n")
    figures = "<tr><td>Coal</td><td>40</td></tr><tr><td>Timber:</td><td>3</td></tr>"
    assert page(tmp_path, f"{PROSE}<table>{figures}</table>").text.endswith("Coal\t40\nTimber:\t3\n\n")


def test_rules_between_paragraphs_are_kept_and_those_before_notes_or_heads_not(tmp_path: Path) -> None:
    note = '<hr><p id="n1"><a href="#m1">1</a>. A note.</p>'
    shown = page(tmp_path, f'<hr>{PROSE}<hr><p>So<a id="m1" href="#n1">1</a> it was.</p><hr><h2>Head</h2>{note}').text
    assert shown.count("* * *") == 1
    assert shown.endswith("\n\n* * *\n\nSo[^1] it was.\n\nHead\n\n[^1]: A note.\n")


def test_a_note_with_several_links_back_has_none_of_their_labels(tmp_path: Path) -> None:
    marks = "".join(f'<p>Word{n}<sup id="r{n}"><a href="#n2">[2]</a></sup></p>' for n in "ab")
    back = '<span>↑ <sup><a href="#ra">2.0</a></sup> <sup><a href="#rb">2.1</a></sup></span> '
    shown = page(tmp_path, f'{PROSE}{marks}<ol><li id="n2">{back}See <i>Letter 1</i>.</li></ol>').text
    assert shown.endswith("[^2]: See Letter 1.\n")


def test_lines_within_words_marked_in_preformatted_text_stay(tmp_path: Path) -> None:
    shown = page(tmp_path, f"{PROSE}<pre>one\n <b>two\n  three</b>\nfour</pre>").text
    assert shown.endswith("one\n two\n  three\nfour\n")


def test_style_and_class_tell_lines_and_small_capitals(tmp_path: Path) -> None:
    lines = '<p style="white-space: pre-wrap">line one\nline two</p>'
    source = page(tmp_path, f'{PROSE}{lines}<p><span class="smcap">Gentlemen</span>, I write.</p>')
    assert source.text.endswith("line one\nline two\n\nGentlemen, I write.\n")
    assert [one.kind for one in source.formatting if one.kind != "furniture"] == ["small-caps"]


def test_page_breaks_for_printing_quotation_marks_and_signs_of_places(tmp_path: Path) -> None:
    broken = "<br clear=all style='page-break-before:always'>"
    place = '<a class="headerlink" href="#x">¶</a>'
    shown = page(tmp_path, f"{PROSE}{broken}<p>He said <q>It is <q>closed</q> now</q>.{place}</p>").text
    assert shown.endswith("\n\f\nHe said “It is ‘closed’ now”.\n") or "\fHe said “It is ‘closed’ now”.\n" in shown


def test_parts_that_a_script_may_show_are_told_of(tmp_path: Path) -> None:
    source = page(tmp_path, f"{PROSE}<div style='display:none'><p>The original text.</p></div>")
    assert any("parts of the page that are not shown 1" in one.message for one in source.findings)


def test_looks_of_numbers_that_became_attributes_leave_no_empty_element(tmp_path: Path) -> None:
    items = "".join(f"<p>(<i>{letter}</i>) the ports of the coast;</p>" for letter in "abc")
    root = parse_bytes(encode(page(tmp_path, f"{PROSE}{items}<p>He came <i>late</i>.</p>")).tei, "").getroot()
    assert [one.get("n") for one in root.iter(tei("item"))] == ["a", "b", "c"]
    assert [one.text for one in root.iter(tei("hi"))] == ["late"]


@pytest.mark.parametrize(
    "mark",
    [
        '<sup title="See the report of 1955.">1</sup>',
        '<a class="fn" href="#" title="See the report of 1955.">[1]</a>',
        '<sup>1</sup><span class="sidenote">See the report of 1955.</span>',
        '<span class="footnote"><b>1</b><span class="footnote-text" hidden>See the report of 1955.</span></span>',
    ],
)  # fmt: skip
def test_notes_within_a_paragraph_are_notes_at_their_marks(tmp_path: Path, mark: str) -> None:
    source = page(tmp_path, f"{PROSE}<p>The works were delayed{mark} by the winter.</p>")
    assert source.text.endswith("The works were delayed[^1] by the winter.\n\n[^1]: See the report of 1955.\n")


def test_what_a_link_says_of_a_note_is_none(tmp_path: Path) -> None:
    mark = '<a class="fn" href="n.html" title="Jump to footnote 1">1</a>'
    assert page(tmp_path, f"{PROSE}<p>Delayed{mark} by the winter.</p>").text.endswith("Delayed1 by the winter.\n")


def test_unseen_words_do_not_divide_the_paragraph_they_stand_in(tmp_path: Path) -> None:
    source = page(tmp_path, f"{PROSE}<p>The works <span hidden>unseen</span>were delayed.</p><p>So they were.</p>")
    assert source.text.endswith("The works were delayed.\n\nunseen\n\nSo they were.\n")
    assert furniture(source) == ["unseen"]


def test_a_foot_of_a_site_is_furniture_and_one_with_notes_is_not(tmp_path: Path) -> None:
    foot = "<div class='site-footer'><p>The archive is open on weekdays. <a href='/t'>Terms</a></p></div>"
    assert furniture(page(tmp_path, f"<p>COME AT ONCE STOP</p>{foot}")) == ["The archive is open on weekdays. Terms"]
    notes = '<div class="footer"><p id="n1"><a href="#m1">1</a> A note.</p></div>'
    assert furniture(page(tmp_path, f'<p>Come<a id="m1" href="#n1">1</a> now.</p>{notes}')) == []
