"""Words of a source that need not stand in the text: signs, declared furniture, and metadata that the header holds."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from lxml import etree

from diple.conventions import House
from diple.ledger import Entry, Ledger
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
    judge = _Judge(source, root, house)
    starts = [entry.start for entry in ledger.entries]
    result = Sorted([], [])
    for word in words:
        index = bisect_right(starts, word.start) - 1
        is_free = index >= 0 and judge.excuses(ledger.entries[index])
        (result.excused if is_free else result.wanted).append(word)
    return result


class _Judge:
    """Decides for each entry of a ledger, once, whether its words need not stand in the text."""

    def __init__(self, source: Source, root: etree._Element, house: House) -> None:
        self._source = source
        self._house = house
        self._values = counted_values(root)
        header = root.find(tei("teiHeader"))
        parts = [] if header is None else [str(part) for part in header.itertext()]
        self._header = _letters("".join(parts))
        self._known: dict[tuple[int, int], bool] = {}

    def excuses(self, entry: Entry) -> bool:
        place = (entry.start, entry.end)
        if place not in self._known:
            self._known[place] = self._judge(entry)
        return self._known[place]

    def _judge(self, entry: Entry) -> bool:
        literal = self._source.text[entry.start : entry.end]
        match entry.disposition:
            case "sign":
                is_known = is_sign(literal, self._values) or self._names_a_hand(literal)
                return is_known or is_house_wording(self._house, literal, self._values, self._header)
            case "metadata":
                return _letters(literal) in self._header
            case _:
                return entry.disposition == "furniture"

    def _names_a_hand(self, literal: str) -> bool:
        """Tell whether a sign is the label of a hand, and the header says whose hand it is."""
        owner = owner_of_label(literal)
        return bool(owner) and _letters(owner) in self._header


def _letters(text: str) -> str:
    return "".join(text.split())
