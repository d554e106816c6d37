"""Who asks and who answers in an examination: told by its heads, by whom it says to be sworn, by brackets.

"DIRECT EXAMINATION BY MR. HOLM:", "BY THE COURT:" and "Examined by the Solicitor-General." name who asks from there on;
"ANNA LIE, having been duly sworn, testified" and "Evidence of Captain Rude" name who answers.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.speech.evidence import Candidate
from diple.recognisers.speech.speakers import ANSWERING, ASKING
from diple.recognisers.speech.wording import ADDRESSED, is_office

_KINDS = r"(?:(?:direct|cross|re-?direct|re-?cross|re|further|continued|recross)[- ]*){0,3}examin(?:ation|ed)"
_SIDES = (
    r"prisoners?|crown|king|queen|state|people|prosecution|prosecutors?|defen[cs]e|defendants?|accused|plaintiffs?|"
    r"petitioners?|respondents?|claimants?|applicants?|appellants?"
)
_GOES_ON = r"(?:resumed|continued|cont[’']d\.?|resuming|continuing|recalled)"
_PARTS = (
    r"(?:judge[ ]advocate|court|examining[ ]officer|president|chair(?:man)?|witness|prosecut(?:ion|or)|defen[cs]e|"
    r"\w+-general)"
)
_WHO = rf"(?P<who>(?:the[ ])?(?:{_PARTS}|(?-i:[A-Z])[^:;\n]{{1,60}}?)(?:,[^:;\n]{{2,60}}?)?)"
_BY = re.compile(
    rf"[\[(]?(?P<kind>(?:{_KINDS}(?:[ ]in[ ]chief)?|(?:further[ ])?question(?:s|ed|ing))"
    rf"(?:[ ]*[(,]?{_GOES_ON}[),]?)?[ ]*[:,.—–-]*[ ]*)?"
    rf"\b(?:by|(?<=questions[ ])from)[ ]{_WHO}(?:[ ]*\({_GOES_ON}\))?(?P<stop>[.:]?[\])]?[.:]?)",
    re.I,
)
_WORD = (
    r"(?:(?i:Mr|Mrs|Ms|Dr|Bro|Cde|Com|Sgt|Insp|Lieut|Capt|Col|Gen|Lt|Maj|Adm|Prof|Rev|Hon|St|Jr|Sen|Atty)\.|"
    r"[^\W\d_a-z]\.|[^\W\d_a-z][\w’'\-]+)"
)
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,5}}"
_IS_SWORN = (
    r"(?:(?:an?|the)[ ]witness[ ](?:called|for|on|herein|produced|in)\b|called[ ]as[ ](?:an?|the)[ ]witness\b|"
    r"called[ ](?:for[ ]examination|by|in)\b|recalled\b|sworn\b|"
    r"(?:resumed|took|takes|resumes)[ ]the[ ](?:witness[ ])?stand\b|"
    r"\((?:sworn|affirmed|recalled|called|continued)\)|affirmed\b|"
    r"(?:and,[ ])?(?:after[ ])?(?:having|being)[ ](?:been[ ])?(?:first[ ]|previously[ ]|duly[ ])*(?:sworn|affirmed))"
)
_SWORN = re.compile(
    rf"(?:^|(?<![A-Z])[.:;\])][ ])(?:Whereupon,?[ ]|Thereupon,?[ ])?(?P<who>{_NAME})(?:,[^.;]{{1,80}})?,?[ ]"
    rf"(?:and,[ ])?(?:was[ ]|then[ ])?{_IS_SWORN}"
)
_EXAMINED = re.compile(rf"(?i:{_KINDS} by) (?P<who>(?:the )?(?:{_NAME}|(?i:{_PARTS})))")
_SUBMITTED = re.compile(rf"(?i:questions?(?: \w+){{0,4}} (?:by|from) )(?P<who>(?:the )?{_NAME})")
"""Who sent questions to a witness in writing: "QUESTIONS SUBMITTED BY SENATOR LIE"."""
_OF = re.compile(
    r"(?:(?:further[ ]|continued[ ]|sworn[ ])?(?:testimony|evidence|deposition|interrogation|examination|statement|"
    r"responses?|answers?)[ ]of|"
    r"(?:the[ ])?witness:)[ ](?:the[ ](?:witness|accused|defendant)[ ])?"
    rf"(?P<who>(?-i:{_NAME}?))(?=,|[.:]?$|[ ]\(|[ ][—–-]|[ ]to[ ].*\bquestions?\b)",
    re.I,
)
_RESUMED = re.compile(rf",?[ ]?\(?{_GOES_ON}\)?$", re.I)
_LONGEST, _LONGEST_HEAD = 1500, 160
_SCENE = 3
"""The blocks right above the first turn, in number, that say who is examined first."""


class Told(NamedTuple):
    """What a block tells of an examination: who asks from there on, or who answers, or both; empty if it does not.

    ``is_line`` says that it is nobody's words, ``is_head`` that it names the part of the examination that begins.
    """

    block: Block
    asks: str = ""
    answers: str = ""
    is_line: bool = False
    is_head: bool = False


_BY_LINE = re.compile(r"(?:^|\n)[^\S\n]*(?P<line>(?:[A-Z -]*EXAMINATION )?BY [A-Z][A-Z .’'\-]{2,60}:)[^\S\n]*(?=\n|$)")
"""A line in capitals that says who asks, among the turns of one block."""


def set_apart(draft: Draft) -> None:
    """Make blocks of their own of lines that say who asks: "BY THE PRESIDENT:"."""
    for block in [block for block in draft.blocks if block.role is None]:
        lines = [match.span("line") for match in _BY_LINE.finditer(draft.lined, block.start, block.end)]
        if lines:
            draft.split_block(block, *(offset for line in lines for offset in line))


def examinations(draft: Draft, first: int) -> list[Told]:
    """Return, in order, the blocks that say who asks or who answers; ``first`` is where the first turn begins."""
    blocks = [
        block
        for block in draft.blocks
        if block.role in {None, Role.HEAD, Role.SECTION} and block.end - block.start < _LONGEST
    ]
    above = [block.start for block in blocks if block.role is None and block.start < first][-_SCENE:]
    near = min([*above, first])
    words = ((block, draft.clean_block(block)) for block in blocks)
    read = (
        _read(block, text, is_talk=block.start > first or (block.start >= near and text[-1:] != ":"))
        for block, text in words
    )
    return [told for told in read if told is not None]


def tells_examination(block: Block, words: str) -> bool:
    """Tell whether the words of a block say who asks or who answers: "ANNA LIE, Recalled.", "STATEMENT OF ANNA LIE"."""
    return _read(block, words, is_talk=False) is not None


def _read(block: Block, words: str, *, is_talk: bool) -> Told | None:
    """Return what the words of a block tell; a bare "By …" is believed among turns, or with a colon."""
    by = _BY.fullmatch(words) if len(words) <= _LONGEST_HEAD else None
    if by and (by["kind"] or ":" in by["stop"] or is_talk):
        return Told(block, asks=_tidy(by["who"]), is_line=True, is_head=_is_head(words, by["kind"] or ""))
    if is_talk and len(words) <= _LONGEST_HEAD and _PART.fullmatch(words):
        return Told(block, is_line=True, is_head=True)
    of = _OF.match(words) if len(words) <= _LONGEST_HEAD else None
    if match := of or _SWORN.search(words):
        examined = _EXAMINED.search(words, match.end("who")) or _SUBMITTED.search(words, match.end("who"))
        is_line = is_talk and match.start("who") == 0 and len(words) <= 2 * _LONGEST_HEAD and of is None
        return Told(block, _tidy(examined["who"]) if examined else "", _tidy(match["who"]), is_line)
    return None


_PART = re.compile(
    rf"{_KINDS}(?:[ ]in[ ]chief)?[.:]?|(?:(?:the[ ])?(?:case|evidence|witnesses)[ ])?for[ ]the[ ](?:{_SIDES})[.:]?|"
    rf"(?:the[ ])?(?-i:[A-Z])[\w’'. -]{{1,50}}[’']s?[ ](?:defen[cs]e|statement|summing[- ]up|address)[.:]?",
    re.I,
)
"""The head of a part of a trial that names neither who asks nor who answers: "Cross Examination."."""


def _is_head(words: str, kind: str) -> bool:
    """Tell whether a line is a head, as "CROSS-EXAMINATION BY MR. HOLM" and "By Mr. Holm:", not "Examined by …"."""
    is_kind = "examination" in kind.lower() or "question" in kind.lower() or words.isupper()
    return words[:1].isupper() and (is_kind or (not kind and words.endswith(":")))


def _tidy(words: str) -> str:
    """Return a name without what stands around it: "MR. HOLM (continued):", "the judge advocate:"."""
    return _RESUMED.sub("", words.strip(" .:,()[]")).partition(",")[0]


def asks_by_name(turns: list[Candidate], number: int) -> bool:
    """Tell whether a turn under a name, of nobody who presides, is answered by "A.": the next "Q." is this person's."""
    label, following = turns[number].label, turns[number + 1 : number + 2]
    if label.name.lower() in ASKING | ANSWERING or not following or following[0].label.name.lower() not in ANSWERING:
        return False
    return ADDRESSED.match(label.name) is not None and not is_office(label.name) and not _ON_BENCH.match(label.name)


_ON_BENCH = re.compile(
    r"(?:the |mr |mrs |ms |sir |madam )?(?:chair|president|judge|justice|magistrate|coroner|sir|dame|"
    r"lord|lady|baroness|commissioner|assessor|interpreter|witness)\b",
    re.I,
)
"""How those who preside are called, whose question changes nobody's examination."""


def counsel_only(name: str) -> bool:
    """Tell whether a head says that counsel asks without a name: "Questions by COUNSEL TO THE INQUIRY"."""
    return name.lower().removeprefix("the ").startswith("counsel")


def _start_of(block: Block) -> int:
    return block.start


def end_turns(draft: Draft, told: list[Told]) -> None:
    """Give lines that say who asks or is sworn the role of a head or of a direction: they are nobody's words."""
    for one in told:
        if not one.is_line or one.block.role is not None or one.block.joined:
            continue
        if one.is_head:
            above = draft.blocks[max(0, bisect_left(draft.blocks, one.block.start, key=_start_of) - 1)]
            role = Role.HEAD if above.role is Role.SECTION else Role.SECTION
            draft.give_role(one.block, role, why="a part of an examination")
        else:
            draft.give_role(one.block, Role.STAGE, attrs={"type": "narrative"}, why="who examines")
