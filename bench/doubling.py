# ruff: noqa: E501
"""``python -m bench doubling [CHARACTERS]``: time against size, for each recogniser and the whole, on hostile texts.

Each text is one sign over and over. It is encoded at a number of characters (5,000), at twice and four times as many.
Shown is the slope, the logarithm to base 2 of how the time grows when the text doubles: 1 is linear, 2 quadratic. The
time is that of the processor; what seems worse than linear is measured again, and the best of three runs counts. What
takes less than 20 ms at the largest size is left out.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from math import log2
from time import process_time
from typing import Any, Final, NamedTuple

from diple import pipeline
from diple.pipeline import encode
from diple.source import Source, source_from_text
from diple.verify import verify

SMALLEST: Final = 5_000
LIMIT: Final = 1.15
"""A slope above this is named as worse than linear."""
LEAST: Final = 0.02
"""Seconds at the largest size below which a slope says nothing."""

UNITS: Final[Mapping[str, str]] = {
    "brackets open": "[", "brackets": "[]", "bracket words": "[a] ", "brackets nested": "[[[a]]] ", "closing": "]",
    "parentheses open": "(", "parentheses": "(a) ", "braces": "{a} ", "angles": "<a> ", "guillemets": "‹a› ",
    "digits": "1", "numbers": "12 ", "dates": "4 May 1962, ", "capitals and colons": "A: ", "labels": "\n\nBrandt: yes",
    "label lines": "Brandt: yes\n", "capitals": "BRANDT ", "names": "Brandt Aune said ", "asterisks": "* * *\n",
    "emphasis": "*a* ", "stars": "*", "underscores": "_", "rules": "\n\n***\n\n", "pipes": "| a | b |\n",
    "quotes": "“a” ", "quotes open": "“", "straight quotes": '"', "apostrophes": "'a ", "blank lines": "\n\n",
    "returns": "\r\n", "paragraphs": "\n\nThe harbour opened.", "pages": "\n\npage 12\n\n", "form feeds": "\f",
    "dashes": "-", "hyphens at line ends": "govern-\nment ", "note marks": "word[1] ", "notes": "\n1. A note.\n",
    "superscripts": "<sup>1</sup>", "tags": "<a ", "entities": "&amp;", "tildes": "~~a~~ ", "hashes": "## a\n\n",
    "links": "[a](#b) ", "footnote marks": "[^1]", "salutations": "\n\nDear Comrade Orlo,\n\n", "commas": ", ",
    "signatures": "\n\n[signature] (P. Aune)\n\n", "spaces": " ", "tabs": "\t", "dots": ". ", "ellipses": "...",
    "reporting": "Brandt said that he agreed. ", "translator": "[Translator’s note: the previous sentence was marked]. ",
    "hands": "[entered above by hand: a] ", "sic": "a [sic, should be b] ", "gaps": "[illegible] ", "one word": "a",
    "words": "word ", "enclosures": "\n\nEnclosure\n\n", "fields": "\n\nFrom: A\nTo: B\nDate: C\n", "joins": "\n\nand so",
    "record": "\n\nDocument Information\n\nSource\n\nA, f. 1, d. 2\n\n", "laughter": "(Laughter) ", "at": "a@b.cd ",
    "bold labels": "\n\n**Rask** Yes, I did.", "answers": "\n\nQ. When?\n\nRask. In May.", "lacks": "[two lines washed out] ",
    "signers": "\n\nThe rent is paid.\n\nA. Holm\nB. Lund\nC. Rask, his X mark", "signed notes": "\n\nI agree.\n\nA. H.,—3-2-91.",
    "surrogates": "\ud800", "marks": "\u202ea\u202c", "noughts": "\x00", "replacement": "\ufffd", "combining": "a\u0301",
}  # fmt: skip


class Slope(NamedTuple):
    """How one part of the work grows on one text: seconds at the largest size, slopes from size to size."""

    text: str
    part: str
    seconds: float
    slopes: tuple[float, ...]

    @property
    def is_worse(self) -> bool:
        """Tell whether it grows faster than the text, over all the sizes and the last doubling too."""
        return min(self.slopes[-1], sum(self.slopes) / len(self.slopes)) > LIMIT


def times(source: Source) -> dict[str, float]:
    """Return the seconds of each recogniser in the encoding of a source, of the whole, and of its verification."""
    found: dict[str, float] = {}
    gc.collect()
    with _timed(found):
        start = process_time()
        encoding = encode(source)
        found["whole"] = process_time() - start
    start = process_time()
    verify(encoding.tei, source, encoding.ledger)
    found["verify"] = process_time() - start
    return found


@contextmanager
def _timed(found: dict[str, float]) -> Iterator[None]:
    """Let the recognisers, ``settle`` and ``plan`` add the seconds they take to what is found, for a while."""
    usual = pipeline.RECOGNISERS, pipeline.settle, pipeline.plan
    pipeline.RECOGNISERS = tuple((name, _adding(found, name, recognise)) for name, recognise in usual[0])
    pipeline.settle = _adding(found, "settle", usual[1])
    pipeline.plan = _adding(found, "plan", usual[2])
    try:
        yield
    finally:
        pipeline.RECOGNISERS, pipeline.settle, pipeline.plan = usual


def _adding(found: dict[str, float], name: str, does: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*args: object, **kwargs: object) -> Any:
        start = process_time()
        result = does(*args, **kwargs)
        found[name] = found.get(name, 0.0) + process_time() - start
        return result

    return timed


def best_times(unit: str, characters: int, runs: int = 3) -> dict[str, float]:
    """Return the best of several runs for a text of so many characters."""
    text = (unit * (characters // len(unit) + 1))[:characters]
    results = [times(source_from_text(f"The harbour.\n\n{text}", "a.txt")) for _ in range(runs)]
    return {part: min(result[part] for result in results) for part in results[0]}


def slopes(text: str, smallest: int, runs: int = 3) -> Iterator[Slope]:
    """Yield how each part grows on one text over three sizes, if it takes time at all."""
    found = list(_slopes(text, smallest, 1))
    yield from _slopes(text, smallest, runs) if any(slope.is_worse for slope in found) else found


def _slopes(text: str, smallest: int, runs: int) -> Iterator[Slope]:
    measured = [best_times(UNITS[text], smallest * 2**power, runs) for power in range(3)]
    for part, seconds in measured[-1].items():
        if seconds >= LEAST:
            row = [max(one.get(part, 0.0), 1e-4) for one in measured]
            yield Slope(text, part, seconds, tuple(log2(after / before) for before, after in pairwise(row)))


def main(smallest: int = SMALLEST, *texts: str) -> None:
    """Measure and print."""
    print(f"{'text':22}{'part':18}{'seconds':>9}  slopes from {smallest:,} characters on")
    worse = []
    for text in texts or UNITS:
        for slope in slopes(text, smallest):
            told = "  ".join(f"{value:5.2f}" for value in slope.slopes)
            if slope.is_worse or slope.part == "whole":
                print(
                    f"{text:22}{slope.part:18}{slope.seconds:9.2f}  {told}{'  worse' if slope.is_worse else ''}",
                    flush=True,
                )
            if slope.is_worse:
                worse.append(slope)
    print(f"\n{len(worse)} of {len(texts or UNITS)} texts × parts grow faster than {LIMIT}")
