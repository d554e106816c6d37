"""Markdown signs."""

from __future__ import annotations

import pytest
from drafts import attrs, drafted, paragraphs, words
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "tag", "found", "read"),
    [
        ("one *two* three", "hi", ["two"], "one two three"),
        ("one **two** three", "hi", ["two"], "one two three"),
        ("one __two__ three", "hi", ["two"], "one two three"),
        ("one ~~two~~ three", "del", ["two"], "one two three"),
        ("one <u>two</u> three", "hi", ["two"], "one two three"),
        ("one [two](http://a.b) three", "ref", ["two"], "one two three"),
        ("one <http://a.b> three", "ref", ["http://a.b"], "one http://a.b three"),
        (r"one \[two\] \*three", "hi", [], "one [two] *three"),
        ("one &amp; two &lt; three", "hi", [], "one & two < three"),
        ("one * two * three", "hi", [], "one * two * three"),
        ("one_two_three and ____ four", "hi", [], "one_two_three and ____ four"),
        ("one *two three", "hi", [], "one *two three"),
        ("one `two` three", "hi", [], "one `two` three"),
        ("one [North] two [a](b c)", "ref", [], "one [North] two [a](b c)"),
        ("one <two> three </four>", "hi", [], "one <two> three </four>"),
        ("RECORD* OF TALKS* OF THE BOARD", "hi", [], "RECORD* OF TALKS* OF THE BOARD"),
    ],
)
def test_signs_within_a_line(text: str, tag: str, found: list[str], read: str) -> None:
    draft = drafted(text, name="x.md")
    assert words(draft, tag) == found
    assert paragraphs(draft) == [read]


def test_renditions() -> None:
    draft = drafted("*a* and **b** and ~~c~~ and H<sub>2</sub>O", name="x.md")
    assert [found["rend"] for found in attrs(draft, "hi")] == ["italic", "bold", "subscript"]
    assert attrs(draft, "del") == [{"rend": "strikethrough"}]


def test_plain_text_has_no_markdown() -> None:
    assert paragraphs(drafted("one *two* \\[three\\]")) == ["one *two* \\[three\\]"]


@pytest.mark.parametrize(
    ("line", "level", "read"),
    [
        ("# One", 1, "One"),
        ("### **One two** ###", 3, "One two"),
        ("#### *One* two", 4, "One two"),
        ("#One", 0, "#One"),
        ("####### One", 0, "####### One"),
    ],
)
def test_headings(line: str, level: int, read: str) -> None:
    draft = drafted(f"{line}\nThe text goes on here.", name="x.md")
    assert draft.blocks[0].heading == level
    assert paragraphs(draft)[0].startswith(read)


def test_a_heading_or_label_set_off_as_a_whole_has_no_emphasis_of_its_own() -> None:
    assert words(drafted("## **One**\n\n**Orvin:** Two.\n\n**Tarn**: Three.", name="x.md"), "hi") == []


def test_a_quoted_block() -> None:
    draft = drafted("Orvin wrote:\n\n> One\n> two.\n>\n> Three.\n\nThe end.", name="x.md")
    assert paragraphs(draft) == ["Orvin wrote:", "One two.", "Three.", "The end."]
    (wrapper,) = draft.wrappers
    assert (wrapper.tag, draft.text_of(wrapper.last)) == ("quote", "> Three.")


def test_a_line_break() -> None:
    draft = drafted("One<br>two  \nthree", name="x.md")
    assert len(attrs(draft, "lb")) == 2


def test_footnote_marks_are_left_alone() -> None:
    text = r"One[\[1\]](#) two<sup>[2]</sup> three[^3]."
    assert paragraphs(drafted(text, name="x.md")) == [text]


@given(st.text(alphabet="*_~`[]()<>\\&#!| \nab1^", max_size=120))
def test_any_signs_keep_their_words(text: str) -> None:
    draft = drafted(text, name="x.md")
    signed = bytearray(len(text))
    for sign in draft.signs:
        assert 0 <= sign.start < sign.end <= len(text)
        assert not any(signed[sign.start : sign.end])
        signed[sign.start : sign.end] = b"\x01" * (sign.end - sign.start)
    assert all(span.start <= span.end <= len(text) for span in draft.spans)
