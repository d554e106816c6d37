"""The same document in another dress: other spacing, signs, dates, names, letters, or a line more or less.

A dress changes how a document of the corpus is written and nothing of what it says, so that the facts stated for it
hold still, in the words of the new dress. What no longer comes out right was recognised by the dress.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from itertools import cycle, pairwise
from textwrap import wrap
from typing import Any, Final, NamedTuple

from corpus import Document, documents

Facts = dict[str, list[Any]]


class Dressed(NamedTuple):
    """A document in a dress: its text, and what is stated of it in the words of that text."""

    text: str
    facts: Facts


Dress = Callable[[str, Document, random.Random], Dressed | None]
"""Returns a document's text in another dress, or None where the document has nothing to change."""

MONTHS: Final = "January February March April May June July August September October November December".split()
_MONTH: Final = "|".join(MONTHS)
_DAY_FIRST: Final = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}),? (1[0-9]\d\d)\b")
_MONTH_FIRST: Final = re.compile(rf"\b({_MONTH}) (\d{{1,2}}), (1[0-9]\d\d)\b")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
MEASURE, PARAGRAPH = 72, 120
FULL: Final = 200
"""A text with a line longer than this is not wrapped."""
FAMILY_NAMES: Final = (
    "Szabó Okonkwo Østergaard Nguyen Dos-Santos Müller Zheng Kowalczyk Haile Björnsson Tshombe Ünal Iliescu Łukasz "
    "Ferreira Takahashi Gjoka Ramanathan O'Brien Dubček Al-Rashid Castañeda Le-Duc Papadakis Whitlock Mbeki Sándor"
).split()
HEAD_LINES: Final = (
    "2nd European Department", "Translated from the Russian", "By courier", "Registry of the Fourth Section",
    "To be kept in the safe", "Room 214", "Urgent!", "Ko/Be", "Mr. Falk's copy", "Retyped for the file",
    "(For internal use only)", "Not to be circulated.", "Fol. 23", "Strand & Holm", "Attn. Desk 4", "PA-AA B 12",
    "Please return to the Central Chancery", "Duplicate", 'Out of the series "Northern Waters"', "Via Halvar",
    "Printed at the Government Press", "Seen. T. R.", "Chief Clerk's Department", "Shorthand by K. Lund",
    "Price 3d.", "ohne Anlage", "Transmission by radio", "[line in another hand]",
)  # fmt: skip
FOOT_LINES: Final = (
    "Translated by the Third Section", "Registry", "5 copies", "K. L./m.b.", "typed by Holm", "To the files",
    "Sent by courier", "1 Annex", "Nr. 24/56", "Fourth Sector", "checked against the original", "Execution: Rask",
    "in the absence of the Director", "Ext. 2234", "print run 25", "Done in duplicate", "for the accuracy of the copy",
    "Read and approved", "see over", "p.p.", "Archive, box 12",
)  # fmt: skip


def _mapped(facts: Any, change: Callable[[str], str]) -> Any:
    """Return facts with each of their strings changed."""
    if isinstance(facts, str):
        return change(facts)
    if isinstance(facts, list):
        return [_mapped(one, change) for one in facts]
    if isinstance(facts, dict):
        return {kind: _mapped(one, change) for kind, one in facts.items()}
    return facts


def _throughout(change: Callable[[str], str]) -> Dress:
    """Return the dress that changes the text and the words of the facts alike."""

    def dress(text: str, document: Document, _: random.Random) -> Dressed | None:
        changed = change(text)
        return Dressed(changed, _mapped(document.facts, change)) if changed != text else None

    return dress


def _spaced(change: Callable[[str], str]) -> Dress:
    """Return the dress that changes only the white space of the text."""

    def dress(text: str, document: Document, _: random.Random) -> Dressed | None:
        changed = change(text)
        return Dressed(changed, document.facts) if changed != text else None

    return dress


def straight(text: str) -> str:
    """Return text with the quotation marks, apostrophes and dashes of a typewriter."""
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "--"})


def printed(text: str) -> str:
    """Return text with printed apostrophes."""
    return re.sub(r"(?<=\w)'(?=\w)", "\N{RIGHT SINGLE QUOTATION MARK}", text)


def wrapped(text: str) -> str:
    """Return text with its paragraphs broken after 72 characters at most; what is shorter is no paragraph."""
    return "\n".join(
        "\n".join(wrap(line, MEASURE, break_long_words=False, break_on_hyphens=False))
        if len(line) > PARAGRAPH
        else line
        for line in text.split("\n")
    )


def _wrapped_paragraphs(text: str, document: Document, _: random.Random) -> Dressed | None:
    """Wrap a text whose paragraphs stand between blank lines; in another nobody could tell where they end."""
    lines = ["", *text.split("\n"), ""]
    alone = [
        not (above.strip() or below.strip())
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if len(line) > PARAGRAPH
    ]
    return Dressed(wrapped(text), document.facts) if alone and all(alone) else None


def month_first(text: str) -> str:
    """Return text with its dates written as ``May 4, 1962``."""
    return _DAY_FIRST.sub(r"\2 \1, \3", text)


def day_first(text: str) -> str:
    """Return text with its dates written as ``4 May 1962``."""
    return _MONTH_FIRST.sub(r"\2 \1 \3", text)


def ordinal(text: str) -> str:
    """Return text with its dates written as ``4th May, 1962``."""

    def written(found: re.Match[str]) -> str:
        day = int(found[1])
        end = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        return f"{day}{end} {found[2]}, {found[3]}"

    return _DAY_FIRST.sub(written, day_first(text))


def roman(text: str) -> str:
    """Return text with its dates written as ``4.V.1962``."""
    numbers = dict(zip(MONTHS, "I II III IV V VI VII VIII IX X XI XII".split(), strict=True))
    return _DAY_FIRST.sub(lambda found: f"{found[1]}.{numbers[found[2]]}.{found[3]}", day_first(text))


def begins(facts: Facts) -> tuple[str, ...]:
    """Return the first words of each paragraph that is stated, in letters and figures only."""
    stated = [choice for fact in facts.get("paragraphs", []) for choice in str(fact).removeprefix("?").split(" || ")]
    words = [re.sub(r"\W+", " ", one.split(" … ")[0]).strip()[:30] for one in stated]
    return tuple(one for one in words if len(one) > 1)


def zones(text: str, facts: Facts) -> tuple[list[str], int, int] | None:
    """Return a text's lines, the number of the line with its first paragraph, and of the line after its last."""
    lines, known = text.split("\n"), begins(facts)
    plain = [re.sub(r"\W+", " ", line).strip() for line in lines]
    hits = [number for number, line in enumerate(plain) if line and known and line.startswith(known)]
    if not hits:
        return None
    after = hits[-1]
    while after < len(lines) and lines[after].strip():
        after += 1
    return lines, hits[0], after


def centred(text: str, document: Document, _: random.Random) -> Dressed | None:
    """Set the lines of the head in the middle of the page."""
    found = zones(text, document.facts)
    if found is None or found[1] < 2:
        return None
    lines, first, _after = found
    head = [line.strip().center(72).rstrip() if len(line) < 60 else line for line in lines[:first]]
    return Dressed("\n".join([*head, *lines[first:]]), document.facts)


def _names(facts: Facts) -> Iterator[str]:
    """Yield the last words of the names in the facts about persons."""
    stated = [fact[-2] for kind in ("participants", "attendance") for fact in facts.get(kind, [])]
    stated += [fact[1] for fact in facts.get("signatures", [])]
    for name in stated:
        yield from _WORD.findall(str(name).split(" || ")[0])[-1:]


@cache
def _ordinary() -> frozenset[str]:
    """Return the words of the corpus that begin small, or follow ``the``: no names."""
    texts = [one.source.read_text(encoding="utf-8", errors="replace") for one in documents() if not one.is_aside]
    found = (re.findall(r"\b[a-z]{4,}\b|(?<=\b[Tt]he )[A-Z][a-z]{3,}\b|(?<=\bTHE )[A-Z]{4,}\b", text) for text in texts)
    return frozenset(word.lower() for words in found for word in words)


def renamed(text: str, document: Document, chance: random.Random) -> Dressed | None:
    """Give the persons who take part or sign names of other countries."""
    pool = cycle(chance.sample(FAMILY_NAMES, len(FAMILY_NAMES)))
    known = {name.capitalize() for name in _names(document.facts) if name[:1].isupper()}
    others = {name: next(pool) for name in sorted(known) if name.lower() not in _ordinary()}
    if not others:
        return None
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, others))})\b", re.IGNORECASE)

    def other(found: re.Match[str]) -> str:
        name = others[found[0].capitalize()]
        return name.upper() if found[0].isupper() else name

    return Dressed(pattern.sub(other, text), _mapped(document.facts, lambda words: pattern.sub(other, words)))


def _labels(document: Document) -> list[str]:
    stated = [
        str(fact[0]) for fact in document.facts.get("speakers", []) if fact[0] and not str(fact[0]).startswith("?")
    ]
    return sorted({one for one in stated if " || " not in one and len(one) > 2}, key=len, reverse=True)


def _relabelled(change: Callable[[str], str]) -> Dress:
    """Return the dress in which the labels of speakers, with the colon behind them, are written otherwise."""

    def dress(text: str, document: Document, _: random.Random) -> Dressed | None:
        labels = _labels(document)
        if not labels:
            return None
        pattern = re.compile(rf"^({'|'.join(map(re.escape, labels))})(?=:)", re.MULTILINE)
        changed = pattern.sub(lambda found: change(found[0]), text)
        speakers = [[change(str(label)), key] for label, key in document.facts["speakers"]]
        used = {found[1] for found in pattern.finditer(text)}
        if changed == text or not set(labels) <= used:
            return None
        return Dressed(changed, {**document.facts, "speakers": speakers})

    return dress


def more_in_head(text: str, document: Document, chance: random.Random) -> Dressed | None:
    """Put a line of unknown kind into the head."""
    found = zones(text, document.facts)
    if found is None:
        return None
    lines, first, _ = found
    return _with_line(lines, [n for n in range(1, first) if lines[n].strip()], chance, HEAD_LINES, document)


def more_at_foot(text: str, document: Document, chance: random.Random) -> Dressed | None:
    """Put a line of unknown kind among the lines of the foot."""
    found = zones(text, document.facts)
    if found is None:
        return None
    lines, _, after = found
    stop = re.compile(r"(Document|Record|Source|Original|Archive|Notes?|Footnotes|Translat|\W?1\W)")
    end = next((n for n in range(after, len(lines)) if stop.match(lines[n].strip())), len(lines))
    return _with_line(lines, [n for n in range(after + 1, end) if lines[n].strip()][1:], chance, FOOT_LINES, document)


def _with_line(
    lines: list[str], places: list[int], chance: random.Random, pool: tuple[str, ...], document: Document
) -> Dressed | None:
    if len(places) < 2:
        return None
    at, line = chance.choice(places), chance.choice(pool)
    new = [line, ""] if not lines[at - 1].strip() else [line]
    return Dressed("\n".join([*lines[:at], *new, *lines[at:]]), document.facts)


def swapped_in_head(text: str, document: Document, chance: random.Random) -> Dressed | None:
    """Let two neighbouring lines of the head change places, each a block of its own."""
    found = zones(text, document.facts)
    if found is None:
        return None
    lines, first, _ = found
    alone = [n for n in range(1, first) if lines[n].strip() and not lines[n - 1].strip() and not lines[n + 1].strip()]
    pairs = [(one, other) for one, other in pairwise(alone) if other == one + 2 and len(lines[one]) < 70]
    pairs = [(one, other) for one, other in pairs if len(lines[other]) < 70]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    lines[one], lines[other] = lines[other], lines[one]
    kept = {kind: stated for kind, stated in document.facts.items() if kind not in {"headings", "heads", "title"}}
    return Dressed("\n".join(lines), kept)


def superscript_marks(text: str, document: Document, _: random.Random) -> Dressed | None:
    """Write the marks of notes, ``[1]``, as superscript figures."""
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    if not document.facts.get("notes") or len(re.findall(r"(?<=\S)\[\d{1,2}\]", text)) < 1:
        return None
    changed = re.sub(r"\[(\d{1,2})\]", lambda found: found[1].translate(raised), text)
    return Dressed(changed, document.facts)


def tight(text: str, document: Document, _: random.Random) -> Dressed | None:
    """Leave no blank line in a text of which each paragraph is one line."""
    longest = max((len(line) for line in text.split("\n")), default=0)
    return Dressed(re.sub(r"\n\n+", "\n", text), document.facts) if longest > FULL and "\n\n" in text else None


def as_markup(text: str, document: Document, _: random.Random) -> Dressed | None:
    """Make each line a paragraph of a page in HTML; only for a text that is not wrapped."""
    if max((len(line) for line in text.split("\n")), default=0) < FULL or "<" in text:
        return None
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]
    made = "\n".join("<p>" + "<br/>\n".join(escape(line, quote=False) for line in block) + "</p>" for block in blocks)
    return Dressed(
        f"<!DOCTYPE html>\n<html><head><title>x</title></head><body>\n{made}\n</body></html>", document.facts
    )


DRESSES: Final[dict[str, Dress]] = {
    "two blank lines": _spaced(lambda text: text.replace("\n\n", "\n\n\n")),
    "no blank lines": tight,
    "indented": _spaced(lambda text: re.sub(r"(?m)^(?=\S)(?=.{60})", "    ", text)),
    "spaces at ends": _spaced(lambda text: text.replace("\n", "  \t\n")),
    "wrapped": _wrapped_paragraphs,
    "centred head": centred,
    "typewriter": _throughout(straight),
    "printed": _throughout(printed),
    "month first": _throughout(month_first),
    "day first": _throughout(day_first),
    "ordinal": _throughout(ordinal),
    "roman": _throughout(roman),
    "other names": renamed,
    "labels in capitals": _relabelled(str.upper),
    "labels in small": _relabelled(str.title),
    "a line more in the head": more_in_head,
    "a line more at the foot": more_at_foot,
    "lines of the head swapped": swapped_in_head,
    "superscript marks": superscript_marks,
    "page of HTML": as_markup,
}
"""The dresses by name."""
