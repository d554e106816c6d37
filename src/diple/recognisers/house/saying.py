"""Where a document speaks of its own signs, and what follows from it for the signs that no table can name."""

from __future__ import annotations

from diple import patterns as re
from diple.conventions.clauses import QUERY
from diple.conventions.statements import Statement, conventions_of, read_statements
from diple.conventions.table import Convention
from diple.conventions.wording import Filled, read_wording
from diple.draft import Draft
from diple.recognisers.brackets.gaps import claim_query
from diple.recognisers.brackets.labels import label_of, trailer_of
from diple.recognisers.brackets.place import place_of
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.tree import Bracket, find_brackets
from diple.recognisers.house.claims import Claim, claim_element
from diple.recognisers.house.told import told_places

_LONGEST_BRACKET = 800
"""The most characters of a note in brackets that speaks of signs."""
_THEIR_OWN = re.compile(
    r"\s*(?:(?:all|the|these|both|square|and|ellips[ie]s|parenthes[ie]s|italics|underlining|,)\s+)*brackets?"
    r"(?:,?\s+(?:and|ellips[ie]s|parenthes[ie]s|italics|underlining))*\s+(?:(?:are|is|as|appear|stand|were)\s+)?"
    r"(?:(?:in|from|on|of|part of|original to)\s+)?(?:the\s+)?(?:originals?|sources?|document|typescript|manuscript)"
    r"(?:\s+(?:text|document|copy))?\s*\.?\s*$",
    re.I,
)
"""A note that says of the brackets beside it whose they are."""
_STOP = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘\[(]?[^\W\d_a-z])")


def statements_in_brackets(draft: Draft) -> list[Statement]:
    """Return what notes in brackets say of the signs of a document."""
    return [
        one
        for bracket in find_brackets(draft).pairs
        if bracket.end - bracket.start <= _LONGEST_BRACKET and bracket.depth == 0
        for one in read_statements(draft.text, bracket.inner_start, bracket.inner_end)
    ]


def begin_of(draft: Draft, statement: Statement, *, in_brackets: bool) -> int:
    """Return the offset from which on a statement holds: a key holds everywhere, a note amid the text from there on.

    A note that is followed by none of the signs it speaks of holds for those before it.
    """
    if not in_brackets:
        return 0
    follows = any(next(told_places(draft, convention), None) for convention in conventions_of(statement, statement.end))
    return statement.end if follows or is_obeyed(statement) else 0


def is_obeyed(statement: Statement) -> bool:
    """Tell whether a statement is of those that ``obey`` follows and that make no wording."""
    return statement.sign == "[" and statement.means in ("text", "supplied")


def obey(draft: Draft, statement: Statement, begins: int) -> None:
    """Do what a statement asks that is no wording: brackets of the original, whose brackets are, what italics mean."""
    if statement.sign == "[" and statement.means == "text":
        _keep_brackets(draft, statement, begins)
    elif statement.sign == "[" and statement.means == "supplied" and statement.agent:
        draft.bracket_agent = statement.agent
    elif statement.sign == QUERY and statement.means == "unclear":
        _doubt_before_queries(draft, begins)
    elif statement.sign in ("italic", "bold") and statement.means not in ("text", "remark", "note", "stage"):
        _reread_emphasis(draft, statement, begins)


def _keep_brackets(draft: Draft, statement: Statement, begins: int) -> None:
    """Keep as text all brackets after a statement but those of notes whose label says whose they are."""
    draft.fact("brackets-original", "", statement.start, statement.start, consumed=False)
    for bracket in find_brackets(draft).pairs:
        inside = draft.text[bracket.inner_start : bracket.inner_end]
        if bracket.start >= begins and label_of(inside) is None and trailer_of(inside) is None:
            draft.keep(bracket.start, bracket.start + 1)
            draft.keep(bracket.end - 1, bracket.end)


def _doubt_before_queries(draft: Draft, begins: int) -> None:
    """Read "(?)" as a sign of who read the document wherever it stands, but for where the document speaks of it."""
    setting = Setting(draft)
    for match in _QUERY.finditer(draft.text, begins):
        is_said_of = any(first <= match.start() < last for first, last in draft.statements)
        if not is_said_of and draft.block_at(match.start()) and not draft.is_signed(*match.span()):
            claim_query(place_of(setting, Bracket(*match.span(), match.start() + 1, match.end() - 1, 0)))


_QUERY = re.compile(r"\(\?\)")


def keep_brackets_of_notes(draft: Draft) -> None:
    """Keep as text the brackets of a sentence whose note says that they, and no others, are the original's."""
    told = [
        span.move_to
        for span in draft.spans
        if span.tag == "note" and span.move_to and _THEIR_OWN.match(draft.text, span.start, span.end)
    ]
    brackets = find_brackets(draft).pairs if told else []
    for place in told:
        start = _sentence_start(draft, place)
        for bracket in brackets:
            if start <= bracket.start < bracket.end <= place:
                draft.keep(bracket.start, bracket.start + 1)
                draft.keep(bracket.end - 1, bracket.end)


def _sentence_start(draft: Draft, place: int) -> int:
    block = draft.block_at(place - 1)
    start = block.start if block else place
    return max((stop.end() for stop in _STOP.finditer(draft.text, start, place)), default=start)


def _reread_emphasis(draft: Draft, statement: Statement, begins: int) -> None:
    """Make of the emphasis after a statement what it says that emphasis stands for."""
    meant = [
        span
        for span in draft.spans
        if span.tag == "hi" and span.attrs.get("rend") == statement.sign and span.start >= begins
    ]
    taken = {id(span) for span in meant}
    draft.spans[:] = [span for span in draft.spans if id(span) not in taken]
    keys = dict(statement.keys) | ({"by": statement.agent} if statement.agent else {})
    convention = Convention(read_wording(f"{statement.sign}: {{text}}"), statement.means, "anywhere", keys)
    setting = Setting(draft)
    for span in meant:
        found = Filled(span.start, span.end, {"text": (span.start, span.end)})
        claim_element(Claim(draft, convention, found, setting))
