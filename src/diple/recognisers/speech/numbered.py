"""Numbered paragraphs in verbatim records: "7. Mr. SORNE (Drava): …", and those with which a turn goes on."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.speech.parliament import MARK

_NAMED = r"(?:[A-Z][\w.’'-]*[ ]){0,5}[A-Z][\w’'-]+(?:[ ]?\([^()\n]{2,60}\))?:\s"
NUMBER = re.compile(r"(?:[*†+]\s?)?\(?(?P<n>\d{1,5})[.)]{1,2}\s+(?=\S)")
"""The number of a paragraph at its head: "7. ", "(7) "."""
QUESTION_NUMBER = re.compile(rf"(?P<n>Q[ ]?\d{{1,4}})[.:]?\s+(?={_NAMED})")
"""The number of a question before who asks it: "Q7 Mr. Lie: …"."""
BRACKETED = re.compile(r"\[(?P<n>\d{1,3})\.?\]\s+(?=(?:Q|A|Question|Answer)[.:]\s)")
"""The number of a question before its label, which the brackets make a word supplied or a note: "[1.] Q."."""
TIME = re.compile(
    r"(?P<open>[\[(])?(?P<n>\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)(?(open)[\])])[ ]?[-–—]?\s+"
    r"(?=[A-Z][\w.’'-]*(?:[ ][\w.’'()-]+){0,5}:\s)"
)
"""The time of a recording before who speaks: "00:12:33 HOLM: …", "[12:33] Interviewer: …"."""
LOG = re.compile(
    r"(?P<n>[\dO]{1,3}(?:[ :.][\dO]{2}){1,3})[ \t]+(?:[-–—|][ \t]*)?"
    r"(?=[A-Z][A-Z0-9]{1,7}(?:[/-][A-Z0-9]{1,5})?[ \t]+\S)"
)
"""The time before a call sign, in a log of what was said by radio: "04 13 02 11 CC Roger."."""
IN_BRACKETS = re.compile(r"\[(?P<n>\d{1,3})\.?\]\s+(?=[“\"]?[A-Z])")
"""The number of a topic at a press conference before a paragraph: "[2.] Secondly, …"."""
_ENOUGH = 2


def take_number(draft: Draft, block: Block) -> None:
    """Consume the number at the head of a block and keep it as the block's ``@n``."""
    forms = (BRACKETED, IN_BRACKETS, TIME, LOG)
    asked = next((found for form in forms if (found := form.match(draft.text, block.start, block.end))), None)
    if asked:
        _take_bracket(draft, block, asked)
        return
    shapes = (MARK, NUMBER, QUESTION_NUMBER)
    match = next((found for shape in shapes if (found := shape.match(draft.text, block.start, block.end))), None)
    if match and draft.sign(block.start, match.end(), why="mark or number of a paragraph") and match["n"]:
        block.attrs["n"] = match["n"].replace(" ", "")


def _take_bracket(draft: Draft, block: Block, match: re.Match[str], first: int = -1) -> None:
    """Consume a time, or a number in brackets from offset ``first`` on, whatever the brackets have been read as."""
    first = match.start() if first < 0 else first
    draft.spans = [span for span in draft.spans if not first <= span.start < span.end <= match.end()]
    for start, end in list(draft.unsigned(first, match.end())):
        draft.sign(start, end, why="number or time of a turn")
    block.attrs["n"] = match["n"]


def number_paragraphs(draft: Draft) -> None:
    """Take the numbers of the paragraphs with which turns go on, where turns are numbered and these count on."""
    _number_topics(draft)
    _number_questions(draft)
    if sum(block.attrs.get("n", "").isdigit() for block in draft.blocks if block.role is Role.SPEECH) < _ENOUGH:
        return
    last = 0
    for block in draft.blocks:
        if block.role is Role.SPEECH:
            last = int(number) if (number := block.attrs.get("n", "")).isdigit() else last
        elif block.role is None and _number_of(draft, block) == last + 1:
            take_number(draft, block)
            draft.give_role(block, Role.PARAGRAPH, why="numbered as the turns are")
            last += 1


def take_topics(draft: Draft) -> None:
    """Consume numbers in brackets behind labels, "Q. [2.] Sir, …", where they count on with those before paragraphs.

    Each becomes ``@n`` of its block; to be called before labels are read.
    """
    blocks = [block for block in draft.blocks if block.role is None]
    found = [(block, match) for block in blocks if (match := _TOPIC.match(draft.text, block.start, block.end))]
    if not _count_on([match for _, match in found]):
        return
    for block, match in found:
        if match["label"]:
            _take_bracket(draft, block, match, match.start("bracket"))


_TOPIC = re.compile(
    r"(?P<label>(?:(?:Q|A|Question|Answer)[.:]|(?:The|THE|Mr|MR|Mrs|MRS|Ms|MS)\.? [\w’' -]{2,40}?[.:])\s+)?"
    rf"(?P<bracket>{IN_BRACKETS.pattern})"
)
"""The number of a topic before a paragraph or right behind the label of a turn."""


def _number_topics(draft: Draft) -> None:
    """Take numbers in brackets before paragraphs of turns, where they count on with those at labels."""
    blocks = [block for block in draft.blocks if block.role in {None, Role.SPEECH}]
    found = [(block, match) for block in blocks if (match := _TOPIC.match(draft.text, block.start, block.end))]
    if not _count_on([match for _, match in found]):
        return
    for block, match in found:
        if block.role is None and not match["label"]:
            take_number(draft, block)
            draft.give_role(block, Role.PARAGRAPH, why="the number of a topic")


def _number_questions(draft: Draft) -> None:
    """Take the number before what is asked, right below the line that says who asks: "18. asked the Minister …"."""
    for block in draft.blocks:
        if (
            block.role is not Role.SPEECH
            or block.attrs.get("n")
            or "\n" not in draft.text[block.start : block.label_end]
        ):
            continue
        match = _ASKED.match(draft.text, block.label_end, block.end)
        if match and draft.sign(match.start("number"), match.end(), why="number of a question"):
            block.attrs["n"] = match["n"]


_ASKED = re.compile(r"\s*(?P<number>[*†+]?\s?(?P<n>\d{1,4})\.\s+)(?=asked\b|[a-z]+ (?:the|an?|to|for|if|whether)\b)")


def _count_on(found: list[re.Match[str]]) -> bool:
    """Tell whether numbers, two at least, count on from the first of them."""
    numbers = [int(match["n"]) for match in found]
    return len(numbers) >= _ENOUGH and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _number_of(draft: Draft, block: Block) -> int:
    match = NUMBER.match(draft.text, block.start, block.end)
    return int(match["n"]) if match else 0
