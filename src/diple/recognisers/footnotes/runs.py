"""Runs of bodies: notes at the end of a document or at the foot of a page stand one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.footnotes.styles import NOTES_HEAD, RULE, Body

_FURTHER_PARAGRAPHS = 3
"""How many paragraphs may follow the first of a body, before the next body."""


@dataclass(slots=True, eq=False)
class Run:
    """Bodies that follow each other.

    ``foot``: a page ends after them; ``last``: no text follows them; ``heads``: a head and rules before them;
    ``limit``: the number of the block with which the next run begins.
    """

    bodies: list[Body]
    foot: bool = False
    last: bool = False
    heads: list[Block] = field(default_factory=list)
    limit: int = 0

    @property
    def announced(self) -> bool:
        """Whether a head says that notes follow."""
        return bool(self.heads) and any(block.tag != "rule" for block in self.heads)

    @property
    def sure(self) -> bool:
        """Whether the form of the bodies alone shows that they are notes."""
        return all(body.style.sure for body in self.bodies)


def runs_of(draft: Draft, bodies: Iterable[Body]) -> list[Run]:
    """Return the runs that stand where notes stand: at the end, at a page's foot, under a head, or of a sure form."""
    runs: list[Run] = []
    for body in bodies:
        if runs and _continues(draft, runs[-1].bodies[-1], body):
            runs[-1].bodies.append(body)
        else:
            runs.append(Run([body]))
    following: Run | None = None
    for run in reversed(runs):
        _look_around(draft, run, following)
        following = run
    return [run for run in runs if run.foot or run.last or run.heads or run.sure]


def _continues(draft: Draft, before: Body, body: Body) -> bool:
    between = draft.blocks[before.position + 1 : body.position]
    counts = body.label.isdigit() and before.label.isdigit() and int(body.label) == int(before.label) + 1
    follows = counts or (body.style.sure and body.style is before.style)
    same_kind = body.label.isdigit() == before.label.isdigit() and body.label.isalpha() == before.label.isalpha()
    if not same_kind or any(block.role in {Role.VOID, Role.META} for block in between):
        return False
    return not between or (follows and len(between) <= _FURTHER_PARAGRAPHS)


def _look_around(draft: Draft, run: Run, following: Run | None) -> None:
    blocks = draft.blocks
    run.limit = following.bodies[0].position if following else len(blocks)
    index = run.bodies[0].position - 1
    while index >= 0 and blocks[index].role in {None, Role.MILESTONE} and _is_head_or_rule(draft, blocks[index]):
        run.heads.append(blocks[index])
        index -= 1
    after = run.bodies[-1].position + 1
    run.last = (following is None or following.last) and _is_all_metadata(blocks[after : run.limit])
    gap_end = blocks[after].start if after < len(blocks) else len(draft.text)
    page_ends = after < len(blocks) and blocks[after].role is Role.VOID
    run.foot = not run.last and (page_ends or "\f" in draft.text[run.bodies[-1].block.end : gap_end])


def _is_all_metadata(blocks: list[Block]) -> bool:
    return all(block.role in {Role.META, Role.VOID} for block in blocks)


def _is_head_or_rule(draft: Draft, block: Block) -> bool:
    if block.end - block.start > 60:
        return False
    text = draft.text_of(block)
    return bool(NOTES_HEAD.fullmatch(text) or RULE.fullmatch(text))


def paragraphs(draft: Draft, run: Run, number: int) -> list[Block]:
    """Return the blocks of a run's body number (from 0): its first one and those up to the next body.

    After the last body of a run these are only further-indented blocks, or under a head all that is left.
    """
    body = run.bodies[number]
    if number + 1 < len(run.bodies):
        return draft.blocks[body.position : run.bodies[number + 1].position]
    found = [body.block]
    for block in draft.blocks[body.position + 1 : run.limit]:
        if block.role is not None or not (run.announced or block.indent > body.block.indent):
            break
        found.append(block)
    return found
