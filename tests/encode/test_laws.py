# ruff: noqa: E501
"""Laws: any text encodes, its TEI is valid, nothing of it is lost, and encoding twice gives the same bytes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diple.pipeline import encode
from diple.source import Source, source_from_text
from diple.validate import validate_bytes
from diple.verify import verify

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())

SIGNS = st.sampled_from(
    [
        "[", "]", "(", ")", "[sic]", "[sic, should be 10th]", "[Translator's note: ", "[entered above by hand: ", "[illegible]",
        "page 12", "\n\npage 13\n\n", "\f", "*", "**", "~~x~~", "[1]", "[^1]", "\n[^1]: ", "<sup>2</sup>", "\n1. ", "\n2. ", "\na. ",
        "\n\nBrandt: ", "\n\nAune (to Dorn): ", "\n\nBrandt (hereafter, B.): ", "(Laughter)", "\n\nSECRET\n\n", "\n\nI.\n\n", "\n\nx x x\n\n",
        "\n\nDear Comrades,\n\n", "\n\nWith greetings,\n\n", "\n\n[signature] (P. Aune)\n\n", "\n\nTwo copies printed\n\n", "1 – to file\n\n",
        "4 May 1962", "“", "”", '"', "word-\n", "govern-\n\npage 3\n\nment", "\xa0", "\r\n", "\x00", "\ufeff", "ffl\u00ad", "\n\nDocument Information\n\n",
        "Source\n\nAMFA, f. 7, op. 2, d. 31, ll. 12-13. Translated by B. Person.\n\n", "## ", "#### **Summary:**\n\n", "\n\nAttachment\n\n",
        " [Translator's note: the previous two sentences were highlighted in the left margin with two vertical lines].",
        "I. Brandt said that ", "O. Lindqvist replied. ", "wrote:\n\n", "the harbour opened. ", "It was late",
    ]
)  # fmt: skip
CONVENTIONAL = st.lists(SIGNS | st.text(max_size=12), max_size=30).map("".join)


def check_laws(source: Source) -> None:
    encoding = encode(source)
    assert encoding.tei == encode(source).tei
    entries = encoding.ledger.entries
    assert [entry.start for entry in entries] == [0, *(entry.end for entry in entries)][: len(entries)]
    assert not entries or entries[-1].end == len(source.text)
    errors = [finding.as_text() for finding in validate_bytes(encoding.tei, "tei.xml") if finding.level == "error"]
    assert not errors
    for ledger in (encoding.ledger, None):
        found = verify(encoding.tei, source, ledger)
        assert [finding.as_text() for finding in found.findings if finding.level == "error"] == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=400))
def test_any_text_is_encoded_and_nothing_is_lost(text: str) -> None:
    check_laws(source_from_text(text))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CONVENTIONAL, st.sampled_from(["source.txt", "source.md"]))
def test_conventions_in_any_order_lose_nothing(text: str, name: str) -> None:
    check_laws(source_from_text(text, name))


FOUND = [
    ("| a | b |\n|---|---|\n| *x | y* |\n| [p | q |\n| r] | [^1]s |\n\n[^1]: note\n", "source.md"),
    ("[deleted: t][inserts in Jd: u.]", "source.txt"),
    ("S/45\n6\n\nS/45\n6", "source.txt"),
    ("It is formation only. There is no intention of pressing.\nE\n[TS3/i]\nEmbassy\nCh, 1957", "source.txt"),
    ("[e\n\nSDGE]", "source.txt"),
    ("[Three\n\nmissing here]", "source.txt"),
    ("CONFIDENTIAL\n[tyd]", "source.txt"),
    ("He came to the bank with [4 groups un-\nrecovered], as they are a thorn in the flesh of the town.", "source.txt"),
    ("The ships:\n\nMonth\tShips\tCrew\nMay\t3\t120\nJune\t4\t160\nJuly\t2\t75\n\nThe end.", "source.txt"),
    ("# Letter\n\nSee [b](c#d).\n\nDocument Information\n\nSource\n\n[AVPRF, f. 1](http://a.org/b)\n", "source.md"),
    ("Present:\ne t s s\n\ne\nPresent:\nT", "source.txt"),
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_texts_that_once_broke_a_law_break_none(text: str, name: str) -> None:
    """What ``python -m bench.fuzzing`` found, made as short as can be."""
    check_laws(source_from_text(text, name))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_shuffled_seed_loses_nothing(path: Path) -> None:
    """Paragraphs of a real document in a wrong order, some cut in two, some doubled."""
    chance = random.Random(path.stem)
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    chance.shuffle(blocks)
    mixed = []
    for block in blocks:
        cut = chance.randrange(len(block) + 1)
        mixed.extend(chance.choice([[block], [block[:cut], block[cut:]], [block, block]]))
    check_laws(source_from_text("\n\n".join(mixed), path.name))
