"""Who sat and who appeared, as records of courts and inquiries print it above the first question (TEI 16.2.2)."""

from __future__ import annotations

from collections.abc import Callable

from diple import patterns as re
from diple.agents import Person
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import divide, lines_of
from diple.recognisers.participants.contents import names_only
from diple.recognisers.participants.entering import GROUP, START, take_item
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.reading import Reader, opening_blocks, source_stretch

_READ, _LONGEST, _MOST_LINES = 40, 240, 12
"""The blocks at the head, in number, in which such lines stand, the most characters of one, the most of a block."""
_TITLE = (
    r"(?i:the |his |her )*(?i:(?:rt\.?|right) )?(?i:hon(?:ourable|orable|ble|\.)? )?"
    r"(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady|Judge|Justice|Magistrate|Captain|Colonel|MR|MRS|MISS|MS|DR|SIR|LORD|LADY|"
    r"JUDGE|JUSTICE|MAGISTRATE|CAPTAIN|COLONEL)\b\.?"
)
_BENCH = re.compile(
    rf"(?:[Bb]efore|BEFORE|[Cc]oram|CORAM)\s?:?\s(?P<who>{_TITLE} .{{2,160}}?)(?:,? (?:and|with) a jury)?\.?"
)
"""Before whom a case was heard: "Before Mr. Justice Holm and a jury"."""
_PARTY = (
    r"(?:Crown|State|People|Commonwealth|accused|prisoners?|plaintiffs?|defendants?|defen[cs]e|prosecution|appellants?|"
    r"respondents?|petitioners?|claimants?|applicants?|complainants?|informant|widows?|owners?|"
    r"[A-Z][\w’'&.-]*(?: (?:of|the|and|for|[A-Z][\w’'&.-]*)){0,6})"
)
_COUNSEL = re.compile(
    rf"{_TITLE} [^:;]{{2,160}}?,?\s(?P<verb>(?:appeared|appears|appearing)\s)?"
    rf"(?:for|on behalf of|representing) (?:the |an? )?(?i:{_PARTY})[.,;]?"
)
"""Who appeared for whom: "Mr. R. Holm, Q.C., and Mr. P. Dahl for the Crown"."""
_FOR = re.compile(r"For (?:the |an? )?[A-Z][\w’'&. -]{2,50}: (?=[A-Z])")
"""Whom those behind it appeared for: "For the Board: A. Lind, Esq."."""
_ON_BENCH = re.compile(
    r"^\W*(?P<label>HIS LORDSHIP|HIS HONOU?R|THE COURT|His Lordship|His Honou?r|The Court)\s?[:.]", re.M
)
_SEARCHED = 200_000


def recognise_courts(draft: Draft, reader: Reader) -> None:
    """Enter judges and counsel named at the head of a hearing; lines that name nobody else become a list."""
    blocks = opening_blocks(draft)[:_READ]
    bench = [person for block in blocks for person in _sitting(draft, reader, block)]
    if len(bench) == 1 and (label := _ON_BENCH.search(draft.text, 0, _SEARCHED)):
        draft.people.alias(bench[0], label["label"].title(), short=True)
    plain = [block for block in blocks if block.role is None and block.group != GROUP]
    counsel = [block for block in plain if _all_lines(draft, block, _names_counsel)]
    lines = [line for block in counsel for line in lines_of(draft, block)]
    if len(lines) > 1 or any(_appears(line.text) for line in lines):
        _take(draft, reader, counsel)
    labelled = [block for block in plain if _all_lines(draft, block, _is_labelled)]
    if sum(len(lines_of(draft, block)) for block in labelled) > 1:
        _take(draft, reader, labelled)


def _all_lines(draft: Draft, block: Block, test: Callable[[Draft, str], bool]) -> bool:
    """Tell whether each line of a block passes a test."""
    lines = lines_of(draft, block) if block.end - block.start <= _MOST_LINES * _LONGEST else []
    return bool(lines) and all(len(line.text) <= _LONGEST and test(draft, line.text) for line in lines)


def _sitting(draft: Draft, reader: Reader, block: Block) -> list[Person]:
    """Return the persons before whom a case was heard according to a line of a block, entered."""
    found: list[Person] = []
    for line in lines_of(draft, block) if block.role in {None, Role.OPENER} else ():
        match = _BENCH.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        if match is None or not names_only(draft, match["who"]):
            continue
        clean = reader.read(line.start, line.end)
        shift = max(clean.text.find(match["who"]), 0)
        for listed in listed_persons(match["who"]):
            person = draft.people.add(listed.name, office=listed.office, role="participant")
            stretch = source_stretch(draft, clean, shift + listed.start, shift + listed.end)
            draft.span(*stretch, "persName", {"ref": f"#{person.id}"}, why="before whom a case was heard")
            found.append(person)
    return found


def _names_counsel(draft: Draft, text: str) -> bool:
    return _COUNSEL.fullmatch(text) is not None and bool(listed_persons(text)) and names_only(draft, text)


def _appears(text: str) -> bool:
    match = _COUNSEL.fullmatch(text)
    return match is not None and match["verb"] is not None


def _is_labelled(draft: Draft, text: str) -> bool:
    match = _FOR.match(text)
    return match is not None and bool(listed_persons(text[match.end() :])) and names_only(draft, text[match.end() :])


def _take(draft: Draft, reader: Reader, blocks: list[Block]) -> None:
    """Make items of a list of participants of the lines of blocks."""
    for block in blocks:
        for part in divide(draft, block, [line.start for line in lines_of(draft, block)[1:]]):
            label = _FOR.match(draft.clean_block(part))
            take_item(draft, reader, part, label.end() if label else 0, START)
