"""Verification finds what was lost, changed, doubled or invented, with the lines of both files."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from diple.findings import DipleError, Finding
from diple.ledger import Ledger
from diple.pipeline import Encoding, encode
from diple.source import Source, read_source, source_from_text
from diple.verify import Verification, verify, verify_file
from diple.verify.align import align
from diple.xmlio import parse_bytes, tei

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
NAMES = [path.stem for path in SEEDS]


@pytest.fixture(params=SEEDS, ids=NAMES, scope="module")
def seed(request: pytest.FixtureRequest) -> tuple[Source, Encoding]:
    source = read_source(request.param)
    return source, encode(source)


def errors(result: Verification) -> list[Finding]:
    return [finding for finding in result.findings if finding.level == "error"]


class Chunk(NamedTuple):
    """A stretch of text without markup in a paragraph: ``holder`` has it as its text, or as its tail."""

    paragraph: etree._Element
    holder: etree._Element
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.holder.tail if self.is_tail else self.holder.text) or ""

    def set(self, text: str) -> None:
        if self.is_tail:
            self.holder.tail = text
        else:
            self.holder.text = text


def chunks(root: etree._Element) -> list[Chunk]:
    """Return the stretches of the text's paragraphs that have three sentences or more."""
    paragraphs = [p for p in root.find(tei("text")).iter(tei("p")) if p.getparent().tag != tei("note")]
    found = [Chunk(p, p, False) for p in paragraphs] + [Chunk(p, child, True) for p in paragraphs for child in p]
    return [chunk for chunk in found if chunk.text.count(". ") > 2]


def edited(encoding: Encoding, change: Callable[[Chunk], str]) -> tuple[bytes, str]:
    """Return the bytes of the TEI with a change made in one stretch, and the words the change is about."""
    root = parse_bytes(encoding.tei, "tei.xml").getroot()
    words = change(chunks(root)[1])
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True), words


def long_word(chunk: Chunk) -> str:
    return max(chunk.text.split()[3:9], key=len).strip(".,;:“”\"'’")


@pytest.mark.parametrize("with_ledger", [True, False])
def test_nothing_differs_in_a_seed_as_encoded(seed: tuple[Source, Encoding], with_ledger: bool) -> None:
    source, encoding = seed
    result = verify(encoding.tei, source, encoding.ledger if with_ledger else None)
    assert errors(result) == []
    assert (result.unaccounted, result.differing) == (0, 0)
    assert result.characters == len(source.text)
    assert result.rebuilt is with_ledger


def test_a_deleted_sentence_is_lost(seed: tuple[Source, Encoding]) -> None:
    def change(chunk: Chunk) -> str:
        first, second, rest = chunk.text.split(". ", 2)
        chunk.set(f"{first}. {rest}")
        return second

    source, encoding = seed
    data, sentence = edited(encoding, change)
    found = errors(verify(data, source, encoding.ledger))
    assert [finding.code for finding in found] == ["V101"]
    assert sentence.split()[-1].strip("“”,;") in found[0].message
    assert sentence[:20] in " ".join(source.line_text(found[0].source_line).split())
    assert data.decode().splitlines()[found[0].line - 1].count("<p ") == 1


def test_a_changed_word_is_named_on_both_sides(seed: tuple[Source, Encoding]) -> None:
    def change(chunk: Chunk) -> str:
        word = long_word(chunk)
        chunk.set(chunk.text.replace(word, "Zwetschgenbaum", 1))
        return word

    source, encoding = seed
    data, word = edited(encoding, change)
    found = errors(verify(data, source, encoding.ledger))
    assert [finding.code for finding in found] == ["V102"]
    assert "Zwetschgenbaum" in found[0].message
    assert word.split("-")[0] in found[0].message
    assert found[0].line and found[0].source_line


def test_a_doubled_paragraph_is_found(seed: tuple[Source, Encoding]) -> None:
    def change(chunk: Chunk) -> str:
        copy = deepcopy(chunk.paragraph)
        for element in copy.iter():
            element.attrib.clear()
        chunk.paragraph.addnext(copy)
        return ""

    source, encoding = seed
    data, _ = edited(encoding, change)
    found = errors(verify(data, source, encoding.ledger))
    assert {finding.code for finding in found} == {"V103"}
    assert found[0].line


def test_invented_words_are_found_but_a_supplied_word_is_an_intervention(seed: tuple[Source, Encoding]) -> None:
    def invent(chunk: Chunk) -> str:
        chunk.set(chunk.text.replace(". ", ". Quite unheard things befell. ", 1))
        return ""

    def supply(chunk: Chunk) -> str:
        before, after = chunk.text.split(". ", 1)
        chunk.set(before + ". ")
        supplied = etree.Element(tei("supplied"), resp="#editor")
        supplied.text = "Hitherto"
        if chunk.is_tail:
            chunk.paragraph.insert(chunk.paragraph.index(chunk.holder) + 1, supplied)
        else:
            chunk.paragraph.insert(0, supplied)
        supplied.tail = " " + after
        return ""

    source, encoding = seed
    data, _ = edited(encoding, invent)
    assert [finding.code for finding in errors(verify(data, source, None))] == ["V104"]
    data, _ = edited(encoding, supply)
    result = verify(data, source, None)
    assert errors(result) == []
    assert "V105" in [finding.code for finding in result.findings]


def test_a_ledger_that_lies_is_found(seed: tuple[Source, Encoding]) -> None:
    source, encoding = seed
    lines = encoding.ledger.as_json().decode().splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if '"disposition": "text"' in line)
    shortened = Ledger.from_json("".join(lines[:number] + lines[number + 1 :]).encode())
    assert errors(verify(encoding.tei, source, shortened))[0].code == "V110"


def test_a_sign_cannot_swallow_words() -> None:
    source = source_from_text("The harbour opened. The free port followed.")
    encoding = encode(source)
    root = parse_bytes(encoding.tei, "tei.xml").getroot()
    paragraph = next(p for p in root.iter(tei("p")) if "harbour" in (p.text or ""))
    paragraph.text = "The free port followed."
    lying = encoding.ledger.as_json().replace(b'"disposition": "text"', b'"disposition": "sign"')
    found = errors(verify(etree.tostring(root), source, Ledger.from_json(lying)))
    assert "V101" in [finding.code for finding in found]


def test_a_changed_source_is_said(seed: tuple[Source, Encoding]) -> None:
    source, encoding = seed
    word = long_word(chunks(parse_bytes(encoding.tei, "tei.xml").getroot())[1])
    other = Source(source.name, source.text.replace(word, "Zwetschgenbaum"), source.encoding, source.markup)
    codes = [finding.code for finding in verify(encoding.tei, other, encoding.ledger).findings]
    assert codes[0] == "V001"
    assert "V102" in codes


def test_files_that_are_no_ledger_or_not_there_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("A word.")
    target = tmp_path / "a.xml"
    target.write_bytes(encode(read_source(source)).tei)
    bad = tmp_path / "a.ledger.json"
    bad.write_text("{}")
    with pytest.raises(DipleError, match="I030"):
        verify_file(target, source, bad)
    with pytest.raises(DipleError, match="I001"):
        verify_file(tmp_path / "b.xml", source)
    assert verify_file(target, source) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_an_alignment_pairs_equal_words_in_order(a: list[str], b: list[str]) -> None:
    position = (0, 0)
    for match in align(a, b):
        assert match.length > 0
        assert (match.a, match.b) >= position and match.a >= position[0] and match.b >= position[1]
        assert a[match.a : match.a + match.length] == b[match.b : match.b + match.length]
        position = (match.a + match.length, match.b + match.length)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abc", min_size=1, max_size=3), max_size=50))
def test_a_sequence_aligns_wholly_with_itself(words: list[str]) -> None:
    assert sum(match.length for match in align(words, words)) == len(words)


@pytest.mark.parametrize(
    "text",
    [
        "1 a. word-\na. word-\nword-\n\x0cword well-\n1 a. 7\na. Text. well-\n7\n\n7\nWord-\n\nword-\n* \nword-\n",
        "Lenka, September 4, 19521\n\nThe men of August 302 came.\n\n1. Source: a box of 1952.\n\n2. Of August 30.\n",
    ],
)
def test_words_cut_into_many_and_marks_glued_to_figures_are_the_same_in_both(text: str) -> None:
    source = source_from_text(text, "source.txt")
    encoding = encode(source)
    for ledger in (encoding.ledger, None):
        assert errors(verify(encoding.tei, source, ledger)) == []


def test_a_note_moved_away_may_begin_as_the_paragraph_below_it_does() -> None:
    text = (
        "To the Keeper of Shells\n\nSir,\n\nI send you two jars[1] by the carrier, who is careful.\n\n"
        "[1] The carrier was his cousin.\n\nThe third jar was broken on the way, and mended with wax.\n\nE. Holm\n"
    )
    source = source_from_text(text)
    encoding = encode(source)
    for ledger in (encoding.ledger, None):
        assert not verify(encoding.tei, source, ledger).findings
