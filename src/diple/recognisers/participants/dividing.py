"""A block of a list divided into its lines, one person or side to each (TEI 3.8)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.labels import side_at
from diple.recognisers.participants.names import listed_persons, run_on
from diple.recognisers.participants.parts import OPEN_END
from diple.recognisers.participants.wording import ADDRESS

_LINE = re.compile(r"\n[^\S\n]*(?=\S)")


def _are_wrapped(lines: list[str]) -> bool:
    """Tell whether lines are broken anywhere: semicolons divide persons within them, and labels open none."""
    is_run_on = sum(";" in line.rstrip(" ;") for line in lines) > 1 or run_on(lines)
    return is_run_on and not any(":" in line for line in lines[1:])


def _has_bare_names(line: str) -> bool:
    """Tell whether two or more persons without offices stand on a line, which is then wrapped at its end."""
    persons = listed_persons(line.partition(":")[2] or line)
    return len(persons) > 1 and not any(person.office for person in persons)


def lines_of_list(draft: Draft, block: Block) -> list[Block]:
    """Divide a block in which each line is a person or a side; return its parts."""
    text = draft.lined[block.start : block.end]  # with its line ends
    ends = (match.span() for match in _LINE.finditer(text))
    starts = [end for start, end in ends if not draft.is_signed(block.start + start, block.start + end)]
    if not starts:
        return [block]
    lines = [text[begin:end].strip() for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if any((line[:1].islower() and not side_at(line, 0)) or line[:1].isdigit() for line in lines) or _are_wrapped(
        [text[: starts[0]].strip(), *lines]
    ):
        return [block]
    if any(OPEN_END.search(text[:start].rstrip()) for start in starts):
        return [block]
    first_line = text[: starts[0]].rstrip()
    if first_line.endswith((",", " and")) and (
        _has_bare_names(first_line) or not all(line.endswith((",", ";", ".")) or "," in line for line in lines)
    ):
        return [block]
    return draft.split_block(block, *(block.start + start for start in starts))


def opens_with_title(text: str) -> bool:
    """Tell whether the words of an entry begin with a form of address or a rank: "The Right Hon.", "Sir", "Col."."""
    words = re.split(r"[\s.]+", text.strip().removeprefix("The ").removeprefix("THE "), maxsplit=1)
    first = words[0].strip(",;:()").lower()
    return first in ADDRESS or first.split("-")[0] in ADDRESS
