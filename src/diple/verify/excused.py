"""Words of a source that need not stand in the text: signs, declared furniture, and metadata that the header holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from diple.conventions import House
from diple.ledger import Entry, Ledger
from diple.recognisers.brackets.handlabels import read_label
from diple.recognisers.brackets.owned import owner_of_label
from diple.source import Source
from diple.verify.housewords import is_house_wording
from diple.verify.signwords import is_sign
from diple.verify.tokens import SourceWord, counted_values
from diple.xmlio import tei


class Sorted(NamedTuple):
    """The words of a source: those that must stand in the TEI as words, and those that need not."""

    wanted: list[SourceWord]
    excused: list[SourceWord]


def sort_words(words: list[SourceWord], source: Source, ledger: Ledger, root: etree._Element, house: House) -> Sorted:
    """Divide the words of a source by what a ledger says of them, as far as the TEI and the vocabulary bear it out.

    A sign must be an editorial wording, one of the house, or a number that stands in an attribute; metadata must be in
    the header.
    """
    judge = _Judge(source, root, house, ledger.entries)
    starts = [entry.start for entry in ledger.entries]
    result = Sorted([], [])
    for word in words:
        index = bisect_right(starts, word.start) - 1
        is_free = index >= 0 and judge.excuses(index)
        (result.excused if is_free else result.wanted).append(word)
    return result


_MOST_PARTS = 3
_ADDRESS = re.compile(r"\[?\]\((?P<address>[^\s()]+)\)")


_EDGES = re.compile(r"\A[^\w]+|[^\w]+\Z")
"""Signs of any kind around a label."""


class _Judge:
    """Decides for each entry of a ledger, once, whether its words need not stand in the text."""

    def __init__(self, source: Source, root: etree._Element, house: House, entries: Sequence[Entry]) -> None:
        self._source = source
        self._entries = entries
        self._house = house
        self._values = counted_values(root)
        header = root.find(tei("teiHeader"))
        parts = [] if header is None else [str(part) for part in header.itertext()]
        self._header = _letters("".join(parts))
        self._known: dict[int, bool] = {}

    def excuses(self, index: int) -> bool:
        if index not in self._known:
            self._known[index] = self._judge(index)
        return self._known[index]

    def _judge(self, index: int) -> bool:
        entry = self._entries[index]
        literal = self._source.text[entry.start : entry.end]
        match entry.disposition:
            case "sign":
                return self._is_wording(literal) or self._is_wording(self._run(index))
            case "metadata":
                return _letters(literal) in self._header
            case _:
                return entry.disposition == "furniture"

    def _is_wording(self, literal: str) -> bool:
        is_known = is_sign(literal, self._values) or self._names_a_hand(literal) or self._names_an_address(literal)
        is_known = is_known or is_house_wording(self._house, literal, self._values, self._header)
        return is_known or (_LABELLED.fullmatch(literal) is not None and _letters(literal) in self._header)

    def _run(self, index: int) -> str:
        """Return a sign with those that touch it: a wording broken at the end of a line is several."""
        first = last = index
        while first and index - first < _MOST_PARTS and self._entries[first - 1].disposition == "sign":
            first -= 1
        end = len(self._entries) - 1
        while last < end and last - index < _MOST_PARTS and self._entries[last + 1].disposition == "sign":
            last += 1
        return self._source.text[self._entries[first].start : self._entries[last].end]

    def _names_an_address(self, literal: str) -> bool:
        """Tell whether a sign is the address of a link in the metadata, and the header has it."""
        match = _ADDRESS.fullmatch(literal.strip())
        return match is not None and _letters(match["address"]) in self._header

    def _names_a_hand(self, literal: str) -> bool:
        """Tell whether a sign is the label of a hand, and the header says whose hand it is."""
        bare = literal.strip(" []*_:–—-{}/<>+\n")
        plain = _EDGES.sub("", literal)
        owner = owner_of_label(literal) or owner_of_label(plain)
        labels = (read_label(words, placed=True) for words in (bare, plain))
        is_unnamed = any(told is not None and not told.owner for told in labels)
        return is_unnamed or (bool(owner) and _letters(owner).casefold() in self._header.casefold())


_LABELLED = re.compile(r"[\[({<][^\W\d_]{1,12}\.?:\s*")
"""A bracket with a label in it: the key to the signs of a document, which its header holds, says what it means."""


def _letters(text: str) -> str:
    return "".join(text.split())
