"""Runs of bodies: notes at the end of a document or at the foot of a page stand one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.footnotes.bodies import ALONE, BARE, LINKS_BACK, UNNUMBERED, is_linked_back
from diple.recognisers.footnotes.styles import NOTES_HEAD, OTHER_HEAD, RULE, Body

_FURTHER_PARAGRAPHS = 3
"""How many paragraphs may follow the first of a body, before the next body."""


_SHORT = 60
"""The longest head, in characters."""


@dataclass(slots=True, eq=False)
class Run:
    """Bodies that follow each other.

    ``foot``: a page ends after them; ``near``: they stand amid the text, after the paragraph with their marks;
    ``last``: no text follows them; ``heads``: a head and rules before them; ``spread``: some bodies have several
    paragraphs; ``limit``: the number of the block with which the next run begins; ``scope``: the offset from which
    the document that they belong to is likely to begin, where one with notes of its own stands before.
    """

    bodies: list[Body]
    foot: bool = False
    near: bool = False
    last: bool = False
    heads: list[Block] = field(default_factory=list)
    is_headed: bool = False
    spread: bool = False
    limit: int = 0
    scope: int = 0

    @property
    def announced(self) -> bool:
        """Whether a head says that notes follow."""
        return self.is_headed

    @property
    def needs_all(self) -> bool:
        """Whether the form of the bodies is an item's, so that only a mark for each of them proves them notes."""
        return any(body.style.name in ("(a)", "a", "1glued") for body in self.bodies)

    @property
    def bulleted(self) -> bool:
        """Whether the bodies are items of a numbered list as text taken from a web page shows it."""
        return all(body.style.name == "• 1." for body in self.bodies)

    @property
    def is_unnumbered(self) -> bool:
        """Whether only the links back to their marks, or their place and count, show that the bodies are notes."""
        return all(body.style in (UNNUMBERED, BARE) for body in self.bodies)

    @property
    def is_alone(self) -> bool:
        """Whether the numbers stand on lines of their own over the bodies."""
        return all(body.style is ALONE for body in self.bodies)

    @property
    def sure(self) -> bool:
        """Whether the form of the bodies alone shows that they are notes."""
        return all(body.style.sure for body in self.bodies)


def runs_of(draft: Draft, bodies: Iterable[Body]) -> list[Run]:
    """Return the runs in order of the text, each with what is known of the place where it stands."""
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
    for before, run in pairwise(runs):
        again = (
            run.bodies[0].label == before.bodies[0].label and run.bodies[0].style.name == before.bodies[0].style.name
        )
        run.scope = before.bodies[-1].block.end if again else before.scope
    for run in runs:
        run.near = not (run.foot or run.last or run.heads or run.sure)
    return runs


def may_be_near(run: Run) -> bool:
    """Tell whether bodies may stand amid the text: their form is no item's, or they bear a sign."""
    return all(body.style.name in ("*", "[1]", "[a]", "*)", "x/", "1 alone") for body in run.bodies)


def _continues(draft: Draft, before: Body, body: Body) -> bool:
    if body.label.isdigit() and before.label.isdigit() and int(body.label) <= int(before.label):
        return False
    if body.label.isalpha() and before.label.isalpha() and body.style.name != before.style.name:
        return False
    between = [block for block in draft.blocks[before.position + 1 : body.position] if block.why != LINKS_BACK]
    counts = body.label.isdigit() and before.label.isdigit() and int(body.label) == int(before.label) + 1
    follows = counts or (body.style.sure and body.style is before.style)
    same_kind = body.label.isdigit() == before.label.isdigit() and body.label.isalpha() == before.label.isalpha()
    ruled = any(RULE.fullmatch(draft.text, block.start, block.end) for block in between)
    same_kind = same_kind and body.style.sure == before.style.sure
    if ALONE in (body.style, before.style):
        same_kind = body.style is before.style and len(between) == 1
    if not same_kind or ruled or any(block.role in {Role.VOID, Role.META} for block in between):
        return False
    return not between or (follows and len(between) <= _FURTHER_PARAGRAPHS)


def _look_around(draft: Draft, run: Run, following: Run | None) -> None:
    blocks = draft.blocks
    own = 2 if run.is_alone else 1
    run.spread = any(after.position - before.position > own for before, after in pairwise(run.bodies))
    run.limit = following.bodies[0].position if following else len(blocks)
    index = run.bodies[0].position - 1
    while index >= 0 and blocks[index].role in {None, Role.MILESTONE} and _is_head_or_rule(draft, blocks[index]):
        run.heads.append(blocks[index])
        run.is_headed = run.is_headed or bool(NOTES_HEAD.fullmatch(draft.text_of(blocks[index])))
        index -= 1
    after = run.bodies[-1].position + (2 if run.is_alone else 1)
    while run.heads and after < run.limit and RULE.fullmatch(draft.text_of(blocks[after])):
        run.heads.append(blocks[after])
        after += 1
    rest = [block for block in blocks[after : run.limit] if block.role not in {Role.META, Role.VOID}]
    if following is None:
        rest = [block for block in rest if not _is_remark(draft, block)]
    further = _goes_on_below(draft, run, rest) or _may_belong_to_last(run, rest)
    is_end = not rest or further or _is_summary(draft, run, rest) or (run.bulleted and len(rest) <= _REMARKS_AFTER)
    run.last = (following is None or following.last) and is_end
    gap_end = blocks[after].start if after < len(blocks) else len(draft.text)
    page_ends = after < len(blocks) and blocks[after].role is Role.VOID
    run.foot = not run.last and (page_ends or "\f" in draft.text[run.bodies[-1].block.end : gap_end])


def _is_summary(draft: Draft, run: Run, rest: list[Block]) -> bool:
    """Tell whether what is left is one paragraph between notes in brackets and the record of an archive's web page."""
    if len(rest) != 1 or len(run.bodies) < 2 or not all(body.style.name in {"[1]", "[a]"} for body in run.bodies):
        return False
    following = next((block for block in draft.blocks if block.start >= rest[0].end), None)
    return following is not None and following.role is Role.META and rest[0].role is None


_REMARKS_AFTER = 2
"""How many paragraphs on the transcript may follow a web page's notes."""


def _is_remark(draft: Draft, block: Block) -> bool:
    """Tell whether a block is no text after the notes but a stamp or remark wholly in brackets."""
    text = draft.text_of(block) if block.end - block.start < _LONGEST_REMARK else ""
    return text.startswith("[") and text.find("]") == len(text) - 1


_LONGEST_REMARK = 400


def _may_belong_to_last(run: Run, rest: list[Block]) -> bool:
    """Tell whether what is left of a document may be further paragraphs of its last note, as another note has them."""
    is_short = len(rest) <= _FURTHER_PARAGRAPHS and all(block.role is None for block in rest)
    return is_short and run.spread


def _goes_on_below(draft: Draft, run: Run, rest: list[Block]) -> bool:
    """Tell whether what is left are the further lines of the last note, whose first line ends amid a sentence."""
    is_cut = is_cut_short(draft, run.bodies[-1].block)
    return is_cut and len(rest) <= _FURTHER_PARAGRAPHS and all(not b.blank_before and b.role is None for b in rest)


def is_cut_short(draft: Draft, block: Block) -> bool:
    """Tell whether a block ends amid a sentence."""
    return draft.text[block.end - 1] not in '.!?…:)]”"’'


def _is_head_or_rule(draft: Draft, block: Block) -> bool:
    if block.end - block.start > _SHORT:
        return RULE.fullmatch(draft.text, block.start, block.end) is not None
    text = draft.text_of(block)
    return bool(NOTES_HEAD.fullmatch(text) or OTHER_HEAD.fullmatch(text) or RULE.fullmatch(text)) or (
        block.blank_before > 0 and _ENCLOSED.fullmatch(text.strip()) is not None
    )


_ENCLOSED = re.compile(r"(?:ENCLOSURE|Enclosure|ANNEX|Annex|APPENDIX|Appendix|ATTACHMENT|Attachment)S?s?\b[^.\n]{0,60}")
"""The head of what is enclosed, below the notes of what it came with."""


def _is_apart(draft: Draft, run: Run, block: Block) -> bool:
    """Tell whether a line that is no sentence stands behind several notes of which none has a second paragraph."""
    is_line = block.end - block.start <= _SHORT and draft.text[block.end - 1] not in ".!?…)]”\"’'"
    return is_line and len(run.bodies) > 1 and not run.spread and block.blank_before > 0


_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}\.?|[A-Z][a-z]+ \d{1,2}, \d{4}\.?")
"""A line that dates what stands above it and is no paragraph of a note."""


def paragraphs(draft: Draft, run: Run, number: int) -> list[Block]:
    """Return the blocks of a run's body number (from 0): its first one and those up to the next body.

    After the last body of a run these are only further-indented blocks, or under a head all that is left.
    """
    body = run.bodies[number]
    if number + 1 < len(run.bodies):
        return draft.blocks[body.position : run.bodies[number + 1].position]
    found = [body.block]
    if body.style is ALONE:
        found.append(draft.blocks[body.position + 1])
    if body.style is UNNUMBERED:
        last = body.position
        while not is_linked_back(draft, draft.blocks[last]):
            last += 1
        return draft.blocks[body.position : last + 1]
    for block in draft.blocks[body.position + len(found) : run.limit]:
        is_cut = run.last and not block.blank_before and is_cut_short(draft, found[-1])
        further = (run.announced and not _is_apart(draft, run, block)) or is_cut or (run.last and run.spread)
        further = further or block.indent > body.block.indent
        if block.role is not None or not further or _is_head_or_rule(draft, block):
            break
        if _DATE.fullmatch(draft.text, block.start, block.end) and not run.announced:
            break
        found.append(block)
    return found
