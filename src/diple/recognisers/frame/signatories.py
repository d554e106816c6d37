"""Lists of those who signed, as below appeals, open letters and resolutions: a person to a line, or all in a row."""

from __future__ import annotations

import re
from itertools import takewhile

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.frame.conventions import INSTITUTION, OFFICE
from diple.recognisers.frame.lines import Line, give, inner

LABEL = re.compile(
    r"[\[(]?(?:(?:the )?signatories|signatures|signers|signed(?: by)?|undersigned|the following (?:have )?signed|"
    r"(?:the )?(?:letter|appeal|declaration|statement|resolution|petition) (?:was|is|has been) signed by)[\])]?\s?:?",
    re.I,
)
"""The line over a list of those who signed."""
_TITLE = (
    r"(?:(?:Prof|Dr|Rev|Fr|Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Capt|Captain|Col|Colonel|Maj|Major|Gen|General|Lt|Lieut|Cde|"
    r"Comrade|Father|Sister|Brother|Bishop|Archbishop|Academician|Corresponding Member|Professor|"
    r"Ing|Mag|Dipl)\.?\s){0,3}"
)
_WORD = r"[^\W\d_a-z][\w’'-]*\.?"
NAME = rf"{_WORD}(?:[ -](?:(?:de|von|van|der|den|la|le|al|bin|da|dos|du|di|zu|y) ){{0,2}}{_WORD}){{1,3}}"
_SIGNATORY = re.compile(
    rf"(?P<number>\d{{1,3}}[.)]\s|[-–—•·*]\s)?(?P<title>{_TITLE})(?P<name>{NAME})"
    r"(?:,\s(?P<office>[^!?;:]{2,100}?)|\s\((?P<aside>[^()]{2,90})\)|\s[–—-]\s(?P<dash>[^!?;:]{2,90}?))?[.,;]?"
)
_ROW = re.compile(rf"(?:{_TITLE}{NAME}(?:,\s?|;\s?|\s+and\s+|,\s+and\s+))+{_TITLE}{NAME}\.?")
_FEWEST, _FEWEST_IN_ROW = 3, 3
"""The fewest lines, and names in a row, that are a list of signers without a label."""


def find_signatories(lines: list[Line], kinds: list[str]) -> None:
    """Find the last lines that are persons, a line to each: under a label, or three and more with names of persons."""
    end = len(lines)
    while end and kinds[end - 1] in _BELOW:
        end -= 1
    run = list(takewhile(lambda number: not _is_other(kinds[number], lines[number].text), range(end - 1, -1, -1)))
    if not run:
        return
    first = run[-1]
    texts = [line.text for line in lines[first:end]]
    labelled = bool(first) and LABEL.fullmatch(lines[first - 1].text) is not None
    found = [match for text in texts if (match := _SIGNATORY.fullmatch(text))]
    persons = sum(_is_no_phrase(match["name"]) for match in found)
    is_list = len(texts) >= _FEWEST and 3 * persons >= 2 * len(found) and not _are_readers(lines[:first], kinds, found)
    if not (labelled or is_list) or any(OFFICE.fullmatch(text) for text in texts):
        return
    kinds[first:end] = ["signatory"] * len(texts)
    if labelled:
        kinds[first - 1] = "signatories"


def _are_readers(above: list[Line], kinds: list[str], found: list[re.Match[str]]) -> bool:
    """Tell whether a list without a label may be of those who get a copy: by its line above, numbers, address."""
    if above and (above[-1].text.endswith(":") or kinds[len(above) - 1] in {"copies", "distribution", "docket"}):
        return True
    return any(match["number"] or _ADDRESS.match(match["title"]) for match in found)


_ADDRESS = re.compile(r"(?:Comrade|Cde|Mr|Mrs|Ms|Miss)\b")
_BELOW = frozenset({"docket", "copies", "distribution", "typist", "number", "endnote", "postscript", "loose", "date"})


def _is_other(kind: str, text: str) -> bool:
    """Tell whether a line is none of a list of signers."""
    match = _SIGNATORY.fullmatch(text)
    if kind not in {"", "name"} or match is None or len(text) > _LONGEST:
        return True
    return OFFICE.search(match["name"]) is not None or INSTITUTION.search(match["name"]) is not None


_LONGEST = 130
"""The most characters of the line of a signer."""


def are_signatories(lines: list[Line]) -> bool:
    """Tell whether the lines of a block are a list of signers, with a label or the date above them perhaps."""
    rest = lines[1:] if lines and LABEL.fullmatch(lines[0].text) else lines
    return len(rest) > 1 and not any(_is_other("", line.text) for line in rest)


_LONGEST_ROW = 2000
"""The most characters of a row of names."""


def is_row(text: str) -> bool:
    """Tell whether a line is three or more names of persons in a row."""
    if len(text) > _LONGEST_ROW or _ROW.fullmatch(text) is None:
        return False
    names = re.findall(NAME, text)
    return len(names) >= _FEWEST_IN_ROW and 3 * sum(map(_is_no_phrase, names)) >= 2 * len(names)


def _is_no_phrase(name: str) -> bool:
    """Tell whether not all words of a name are words of the language, as those of a heading or a place are."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 2]
    return not words or not all(map(is_english, words))


def give_signatory(draft: Draft, block: Block) -> None:
    """Make one signer of a line: name, and office or what else is said of the person."""
    start, end = inner(draft, block)
    match = _SIGNATORY.fullmatch(draft.text, start, end)
    number = (match["number"] or "").strip(" -–—•·*.)") if match else ""
    attrs = {"n": number} if number else {}
    give(draft, block, Role.CLOSER, "signed", attrs=attrs, why="one of those who signed")
    if match is None:
        return
    if match["number"]:
        draft.sign(*match.span("number"), why="number or bullet before a signer")
    draft.span(match.start("title"), match.end("name"), "persName")
    for group in ("office", "aside", "dash"):
        if match[group]:
            draft.span(*match.span(group), "roleName")


def give_row(draft: Draft, block: Block) -> None:
    """Make one signature of the names that stand in a row."""
    give(draft, block, Role.CLOSER, "signed", why="those who signed, in a row")
    start, end = inner(draft, block)
    for match in re.finditer(rf"{_TITLE}{NAME}", draft.text[start:end]):
        name = match[0].removesuffix(".") if match.end() == end - start else match[0]
        draft.span(start + match.start(), start + match.start() + len(name), "persName")
