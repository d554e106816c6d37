# ruff: noqa: E501
"""Texts that nobody wrote, of all signs and statements on signs in any order: valid, accounted for, split without loss."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings, target
from hypothesis import strategies as st

from diple.batches.splitting import split
from diple.conventions import House, built_in
from diple.conventions.table import Convention
from diple.conventions.wording import read_wording
from diple.explain import explain
from diple.pipeline import encode
from diple.source import source_from_text
from diple.validate import validate_bytes
from diple.verify import verify

STATEMENTS = st.sampled_from(
    [
        "[Editor’s note: Additions by hand are in ‹ ›.]\n\n", "Words in italics were underlined in the original.\n\n",
        "All square brackets are the author’s own.\n\n", "{ } = crossed out\n\n", "### = illegible\n\n",
        "Words in brackets were supplied by the translator.\n\n", "Uncertain readings are in angle brackets.\n\n",
        "Transcription conventions\n\n// // – interlinear additions\n\n",
    ]
)  # fmt: skip
SIGNS = st.sampled_from(
    [
        "‹not›", "‹", "›", "{out", "}", "//", "//at once//", "###", "<maybe>", "*never*", "_never_", "**", "[", "]", "(", ")", "[sic]",
        "[in pencil: ", "[in red ink: at once]", "[3 lines cut]", "[cut]", "-- leaf 12 --", "\n\n-- leaf 13 --\n\n", "\n\nBrandt >> ",
        "\nAune >> ", "(Aune leaves)", "[Bl. 12]", "[unleserlich]", "[handschriftlich: jetzt]", "[biffé: ", "@seal@", "N.B. all\n\n",
        "&eacute;", "&#1055;", "&amp;", "\n\n", "\n", " ", "The harbour was opened. ", "he said, and ", "Brandt: ", "\n\nBrandt: ", "page 12",
        "\f", "\x00", "\ud800", "\u202e", "\r", "Document 1\n\n4 May 1962\n\n", "Document 2\n\n5 May 1962\n\n", "* * *\n\n", "[illegible]",
        "[Translator’s note: ", "[1]", "\n1. ", "govern-\n", "ment", "4 May 1962", "Dear Sirs,\n\n", "“", "”",
    ]
)  # fmt: skip
TEXTS = st.tuples(st.lists(STATEMENTS, max_size=2), st.lists(SIGNS | st.text(max_size=8), max_size=25)).map(
    lambda parts: "".join([*parts[0], *parts[1]])
)


def convention(written: str, means: str, where: str = "anywhere", **keys: str) -> Convention:
    return Convention(read_wording(written), means, where, keys)


HOUSE: House = built_in().with_more(
    [
        convention("[in {hand}: {text}]", "addition"),
        convention("[{number} {unit} cut]", "gap", reason="redacted"),
        convention("[cut]", "gap", reason="redacted"),
        convention("-- leaf {number} --", "page", "line"),
        convention("{speaker} >>", "speaker", "start"),
        convention("({speaker} leaves)", "stage", type="exit"),
        convention("@{text}@", "stamp"),
        convention("N.B. {text}", "note", "paragraph", type="editor"),
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["source.txt", "source.md"]), st.sampled_from([built_in(), HOUSE]))
def test_signs_of_any_house_lose_nothing(text: str, name: str, house: House) -> None:
    source = source_from_text(text, name)
    encoding = encode(source, house=house)
    target(float(len({entry.by for entry in encoding.ledger.entries})))
    assert [one.as_text() for one in validate_bytes(encoding.tei, "tei.xml") if one.level == "error"] == []
    for ledger in (encoding.ledger, None):
        found = verify(encoding.tei, source, ledger, house=house)
        assert [one.as_text() for one in found.findings if one.level == "error"] == []
    assert "".join(part.text for part in split(source, "x")) == text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_explaining_changes_nothing(text: str) -> None:
    source = source_from_text(text)
    lines = explain(source, house=HOUSE)
    signs = {stretch.text for line in lines for stretch in line.stretches if stretch.disposition == "sign"}
    entries = encode(source, house=HOUSE).ledger.entries
    literals = "".join(entry.literal for entry in entries if entry.disposition == "sign")
    assert all(sign in literals for sign in signs)
