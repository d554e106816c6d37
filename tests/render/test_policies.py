"""What each state of the text holds and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, page_words, render, text_of, text_section

SENTENCES = {
    "supplied": ("He [saw] it.", "He it.", "He saw it.", '<p>He <supplied resp="#tr">saw</supplied> it.</p>'),
    "supplied before a point": (
        "He saw [it].",
        "He saw.",
        "He saw it.",
        '<p>He saw <supplied resp="#tr">it</supplied>.</p>',
    ),
    "supplied within a word": ("Thai[land] it", "Thai it", "Thailand it", "<p>Thai<supplied>land</supplied> it</p>"),
    "supplied after a bracket": ("([so] he)", "(he)", "(so he)", '<p>(<supplied resp="#tr">so</supplied> he)</p>'),
    "correction": (
        "On the 3rd {correctly: 4th} day",
        "On the 3rd day",
        "On the 4th day",
        '<p>On the <choice><sic>3rd</sic><corr resp="#tr">4th</corr></choice> day</p>',
    ),
    "sic": ("Teh {sic} end", "Teh end", "Teh end", "<p><sic>Teh</sic> end</p>"),
    "expansion": (
        "the FO {= Foreign Office} said",
        "the FO said",
        "the Foreign Office said",
        '<p>the <choice><abbr>FO</abbr><expan resp="#tr">Foreign Office</expan></choice> said</p>',
    ),
    "addition": ("of \\late/ years", "of \\late/ years", "of late years", '<p>of <add hand="#h1">late</add> years</p>'),
    "substitution": (
        "he ⟦runs⟧\\walks/ on",
        "he ⟦runs⟧\\walks/ on",
        "he walks on",
        '<p>he <subst><del hand="#h1">runs</del><add hand="#h1">walks</add></subst> on</p>',
    ),
    "deletion": ("he ⟦never⟧ came", "he ⟦never⟧ came", "he came", '<p>he <del hand="#h1">never</del> came</p>'),
    "alternative": (
        "the shore | \\coast/ is",
        "the shore | \\coast/ is",
        "the coast is",
        '<p>the <seg type="alternative">shore <add hand="#h1">coast</add></seg> is</p>',
    ),
    "original": (
        "in spirits {original: dukh}.",
        "in spirits.",
        "in spirits.",
        '<p>in spirits<note type="original" resp="#tr">dukh</note>.</p>',
    ),
    "page within a word": (
        "govern{p. 2}ment",
        "govern{p. 2}ment",
        "government",
        '<p>govern<pb n="2" break="no"/>ment</p>',
    ),
    "page between words": ("one {p. 2} two", "one {p. 2} two", "one two", '<p>one<pb n="2"/>two</p>'),
    "line within a word": ("sailor", "sailor", "sailor", '<p>sail<lb break="no"/>or</p>'),
    "lines": ("one two", "one two", "one two", "<p>one<lb/>two</p>"),
    "hyphen at a page end": (
        "co-{p. 2}op",
        "co-{p. 2}op",
        "coop",
        '<p>co<pc force="weak">-</pc><pb n="2" break="no"/>op</p>',
    ),
    "gap": (
        "a {2 lines, illegible} b",
        "a {…} b",
        "a {…} b",
        '<p>a <gap reason="illegible" unit="line" quantity="2"/> b</p>',
    ),
    "unclear": ("the dock{?} was", "the dock{?} was", "the dock was", "<p>the <unclear>dock</unclear> was</p>"),
    "speaker": ("Vale: No.", "Vale: No.", "Vale: No.", "<sp><speaker>Vale</speaker><p>No.</p></sp>"),
    "speaker with a point": ("Mr. V. No.", "Mr. V. No.", "Mr. V. No.", "<sp><speaker>Mr. V.</speaker><p>No.</p></sp>"),
    "stage direction": ("No. (laughs)", "No. (laughs)", "No. (laughs)", "<p>No. <stage>laughs</stage></p>"),
    "numbered paragraph": ("1. One", "1. One", "1. One", '<p n="1">One</p>'),
    "signature": (
        "[signature] (V.)",
        "[signature] (V.)",
        "(V.)",
        '<p><supplied reason="signature">signature</supplied> (V.)</p>',
    ),
}


@pytest.mark.parametrize("phenomenon", SENTENCES)
def test_each_policy_gives_the_sentence_its_way(phenomenon: str, tmp_path: Path) -> None:
    *expected, body = SENTENCES[phenomenon]
    files = render(tmp_path, document(body))
    given = [" / ".join(text_of(files[f"x.{policy}.txt"])[:1]) for policy in ("critical", "diplomatic", "reading")]
    assert given == expected


def test_diplomatic_and_typed_pages_hold_no_word_of_the_editors(tmp_path: Path) -> None:
    body = (
        '<p>He <supplied resp="#tr">perhaps</supplied> came<note type="translator" resp="#tr">doubtful</note> '
        '<add hand="#h1">late</add> <choice><sic>hoem</sic><corr resp="#tr">home</corr></choice>.</p>'
        '<note type="description" resp="#tr">torn</note><p><supplied resp="#tr">All ours.</supplied></p>'
    )
    files = render(tmp_path, document(body))
    assert page_words(files["diplomatic.html"]) == ["He", "came", "late", "hoem"]
    assert page_words(files["typed.html"]) == ["He", "came", "hoem"]
    assert page_words(files["reading.html"]) == ["He", "perhaps", "came", "late", "home", "All", "ours"]
    assert text_of(files["x.diplomatic.txt"]) == ["He came \\late/ hoem."]


def test_notes_are_reached_both_ways_and_say_whose_they_are(tmp_path: Path) -> None:
    body = '<p>Came<note type="translator" resp="#tr">so</note> home<note n="1" type="editor">here</note>.</p>'
    section = text_section(render(tmp_path, document(body))["index.html"])
    for mark in section.xpath('.//a[@role="doc-noteref"]'):
        (note,) = section.xpath(".//*[@id=$id]", id=mark.get("href")[1:])
        assert note.get("role") == "note"
        assert note.xpath('string(.//a[contains(@class, "back")]/@href)') == f"#{mark.get('id')}"
    assert section.xpath('.//span[contains(@class, "agent")]/text()') == ["Translator", "Editor"]
    assert section.xpath('.//a[@role="doc-noteref"]/text()') == ["a", "1"]


def test_marks_are_tied_to_their_words(tmp_path: Path) -> None:
    body = (
        '<p xml:id="p1">One. <seg type="marked" xml:id="m1">Two.</seg>'
        '<metamark function="highlight" place="margin-left" rend="line" target="#m1"/>'
        '<metamark function="query" place="margin-left" rend="question-mark" target="#p1"/>'
        '<metamark function="highlight" place="margin-left" rend="tick"/></p>'
    )
    files = render(tmp_path, document(body))
    section = text_section(files["index.html"])
    styles = section.xpath('.//span[contains(@class, "ui mark ")]/@style')
    assert styles == ["--slot:0;--from:--m1a;--to:--m1b", "--slot:1;--from:--m2a;--to:--m2b", "--slot:0"]
    assert section.xpath("string(.//*[@id='m1']/@style)") == "--anchor:--m1a,--m1b"
    assert section.xpath("string(.//*[@id='p1']/@style)") == "--anchor:--m2a,--m2b"
    assert len(section.xpath('.//span[contains(@class, "lost")]')) == 1
    assert text_of(files["x.critical.txt"])[0] == "{m2}One. {m1}Two.{/m1}{m3}{/m2}"


def test_head_of_a_text_explains_the_signs_it_uses_and_no_others(tmp_path: Path) -> None:
    plain = render(tmp_path, document("<p>Plain <supplied>words</supplied>.</p>"))["x.critical.txt"]
    head = plain.split("\n\n")[0]
    assert "[…] supplied" in head
    assert "struck out" not in head
    assert "Signs:" not in render(tmp_path, document("<p>Plain.</p>"))["x.critical.txt"]
    assert head.startswith(
        "# T\n# Translated by: T. Renard\n# Edition: An Edition, version 1.2.0, x\n# Text: critical."
    )


def test_an_autograph_told_of_in_brackets_stands_in_the_diplomatic_text_and_not_in_the_typed(tmp_path: Path) -> None:
    closer = '<closer><signed><supplied reason="signature" resp="#tr">Orlov’s signature</supplied></signed></closer>'
    files = render(tmp_path, document(f"<p>One.</p>{closer}"))
    assert text_of(files["x.diplomatic.txt"]) == ["One.", "[Orlov’s signature]"]
    assert text_of(files["x.typed.txt"]) == text_of(files["x.reading.txt"]) == ["One."]
    assert "Orlov" in page_words(files["diplomatic.html"])
    assert not text_section(files["typed.html"]).xpath(".//*[contains(@class, 'signed')]")


def test_a_word_supplied_with_doubt_keeps_its_brackets_for_readers_too(tmp_path: Path) -> None:
    body = '<p>We will show <supplied cert="low">play</supplied> it <supplied>in</supplied> May.</p>'
    files = render(tmp_path, document(body))
    assert text_of(files["x.reading.txt"]) == ["We will show [play?] it in May."]
    assert "supplied with doubt" in files["x.reading.txt"]
    (doubtful,) = text_section(files["reading.html"]).xpath(".//span[@class]")
    assert (doubtful.get("class"), doubtful.text) == ("supplied cert-low", "play")
