"""What could not be read, was left out or is lost, doubtful readings, and blanks to fill in (TEI 11.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.brackets.completes import speaks_of_copy
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.place import Place, reason_of_doubt, sign_rest
from diple.recognisers.brackets.words import FUNCTION_WORDS
from diple.recognisers.pages.forms import COLUMN

_DAMAGED_READING = re.compile(
    r"(?P<gap>[^:;–—(?]{0,40}\b(?:illegible|unclear|inaudible|garbled?|unreadable|undec|"
    r"undecypherable|mutilated|corrupt)\b\.?[^:;–—(?]{0,10}?)\s*(?:\?+(?=\s*\w)|[–—:;]+|,(?=[^,]*\?)|--?(?=\s)|"
    r"\bpossibly\b|\bperhaps\b|\()+\s*",
    re.I,
)
HEDGED_READING = re.compile(
    r"(?:possibly|perhaps|probably|maybe|apparently|presumably|reading uncertain|uncertain)[:,]?\s+", re.I
)
_SIGNATURE = re.compile(r"\b(?:signatures?|signed|initials?|autograph)\b", re.I)
PAGE_END = re.compile(r"(?:page break|new page|next page)", re.I)
_PARENTHESIS = re.compile(
    r"(?:(?<![\w/])/(?!\s)|(?<!\w)[({<])"
    r"(?P<words>(?=[^(){}<>/\[\]\n]{0,60}(?:inaudible|unintelligible|illeg|indistinct|garble|withdrawn|redacted|"
    r"unreadable|missing|undec|corrupt|mutilated|lacuna|excised|blacked out|sanitized|illegible|denied|"
    r"decipherment|lost|"
    r"torn|omitted|deleted|unclear|declassified))[^(){}<>/\[\]\n]{4,100})(?:(?<!\s)/(?![\w/])|[)}>])",
    re.I,
)
"""What may be the wording of a gap, in parentheses, braces, angle brackets or slashes."""
_FILLED_IN = re.compile(r"[_\s]*_[_\s]*")
"""A blank to fill in that stands in brackets."""
_DOTS_BRACKETED = re.compile(r"<\s?(?:\.{2,4}|…)\s?>|\((?:\.{3}|…)\)|\{(?:\.{3}|…)\}|/(?:\.{3}|…)/")
_BLANK = re.compile(
    r"(?:(?<=[^\W_][\s(“\"$£№])|(?<=\s[$£№(“\"]))_{3,}(?=[\s.,;:)”\"%])|(?<=[^\W_][\s(“\"$£№])(?:\.\s?){6,}(?=\s\w)"
)


def claim_column(place: Place) -> bool:
    """Claim "[col. 345]" as the beginning of a column, where several such brackets count on (TEI 3.11.3, ``cb``)."""
    draft, bracket = place.draft, place.bracket
    here = COLUMN.fullmatch(draft.text, bracket.start, bracket.end)
    if here is None:
        return False
    numbers = [int(found["n"]) for found in COLUMN.finditer(draft.text)]
    if len(numbers) < _COLUMNS or any(not 0 < after - before <= _COLUMNS for before, after in pairwise(numbers)):
        return False
    if place.stands_alone and (place.block.start, place.block.end) == (bracket.start, bracket.end):
        draft.give_role(place.block, Role.MILESTONE, attrs={"n": here["n"]}, why="the number of a column")
        place.block.tag = "cb"
        sign_rest(draft, bracket.start, bracket.end)
        return True
    end = bracket.end
    while end < place.block.end and draft.text[end].isspace():
        end += 1
    sign_rest(draft, bracket.start, end)
    draft.point(end, "cb", {"n": here["n"]})
    return True


_COLUMNS = 2
"""So many columns in a row prove one another; so far apart two may be, where a page has two of them."""


def claim_gap(place: Place) -> bool:
    """Claim a bracket that stands for what is not there: "[2 lines illegible]", "[...]", "[page missing]"."""
    if PAGE_END.fullmatch(place.content):
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
        place.draft.point(place.bracket.start, "pb")
        return True
    if _FILLED_IN.fullmatch(place.inner):
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
        width = place.bracket.end - place.bracket.start - 2
        place.draft.point(place.bracket.start, "space", {"unit": "chars", "quantity": str(width), "resp": place.resp})
        return True
    attrs = gap_attrs(place.content, heard=place.setting.is_talk)
    if attrs is None:
        return _claim_damaged_reading(place)
    sign_rest(place.draft, place.bracket.start, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
    return True


def _claim_damaged_reading(place: Place) -> bool:
    """Claim a guess at what is damaged, "[illegible—men?]", or hedged, "[possibly: men]"."""
    match = _DAMAGED_READING.match(place.inner)
    attrs = gap_attrs(match["gap"].strip()) if match else None
    if UNSURE.fullmatch(place.content) or speaks_of_copy(place.content):
        return False
    found = match if attrs else HEDGED_READING.match(place.inner)
    if found is None or len(place.content.split()) > 8 or _SIGNATURE.search(place.content):
        return False
    reading: Attrs = {"cert": "low", "resp": place.resp}
    if attrs and "unit" in attrs:
        place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
        return doubtful(place, "supplied", {"reason": reason_of_doubt(place), **reading}, found.end())
    if attrs:
        reading["reason"] = attrs["reason"]
    return doubtful(place, "unclear", reading, found.end())


def claim_query(place: Place) -> bool:
    """Claim a doubtful reading: "[?]" about the word before, "[contrary?]" in place of a word."""
    content = place.content
    if content in ("?", "??", "(?)") or UNSURE.fullmatch(content):
        return _claim_bare_query(place)
    attrs = {"reason": _reason(place), "cert": "low", "resp": place.resp}
    if content.startswith("?") and len(content.split()) <= 6:
        return doubtful(place, "supplied", attrs, len(place.inner) - len(place.inner.lstrip("? ")))
    if not re.search(r"\w[”’\"')]*\s*\(?\?+\)?$", content) or len(content.split()) > 6:
        return False
    return doubtful(place, "supplied", attrs, 0)


UNSURE = re.compile(
    r"(?:(?:uncertain|doubtful|conjectural) (?:decipherment|decoding|reading|transcription|translation)|"
    r"(?:decipherment|decoding|reading|transcription|translation) (?:is )?(?:uncertain|doubtful|not certain))[.?]?",
    re.I,
)
"""Says that the word before may have been read wrongly."""


def _reason(place: Place) -> str:
    """Return the reason for a doubtful reading: it completes the word it is glued to, or is its agent's."""
    return "completion" if place.is_glued_before or place.is_glued_after else reason_of_doubt(place)


def doubtful(place: Place, tag: str, attrs: Attrs, skip: int) -> bool:
    """Make the words after the first ``skip`` an element; a question mark that ends them is a sign of the doubt."""
    start = place.bracket.inner_start + skip
    end = place.bracket.inner_end
    while end > start and (place.draft.text[end - 1] in "?()" or place.draft.text[end - 1].isspace()):
        end -= 1
    if start >= end:
        return False
    place.take_signs(start, end)
    place.draft.span(start, end, tag, attrs)
    return True


def _pairs(words: str) -> bool:
    """Tell whether words close with the sign that answers the one they open with."""
    return words[0] + words[-1] in ("()", "{}", "<>", "//")


def _claim_bare_query(place: Place) -> bool:
    if not place.words_before:
        return False
    word = place.words_before[-1]
    if word.text.casefold() in FUNCTION_WORDS:
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
        place.draft.point(place.bracket.start, "gap", {"reason": "illegible", "cert": "low", "resp": place.resp})
        return True
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "unclear", {"cert": "low", "resp": place.resp}, rank=60)
    return True


def _claim_paragraph(draft: Draft, block: Block, emphasis: dict[int, int], resp: Callable[[], str]) -> None:
    """Claim a paragraph that, wholly emphasised or in black, says what was withheld: "*Ten seconds excised.*"."""
    if block.role is not None or block.end - block.start > _LONGEST_PARAGRAPH:
        return
    words = draft.clean_block(block)
    attrs = gap_attrs(words) if _WITHHELD.search(words) else None
    if attrs is None:
        return
    emphasised = any(emphasis.get(block.start + lead, 0) >= block.end - 2 for lead in range(3))
    if not (emphasised or _BLACK.search(words)):
        return
    sign_rest(draft, block.start, block.end)
    draft.point(block.start, "gap", {**attrs, "resp": resp()})


def _claim_unheard(draft: Draft, block: Block, resp: Callable[[], str], *, heard: bool) -> None:
    """Claim what a talk's record says, in a sentence of its own and no brackets, was not heard."""
    for match in _HEARD_IN_PART.finditer(draft.text, block.start, block.end) if heard else ():
        if (attrs := gap_attrs(match["words"], heard=True)) and draft.sign(*match.span()):
            draft.point(match.start(), "gap", {**attrs, "resp": resp()})


_LONGEST_PARAGRAPH = 120
_WITHHELD = re.compile(r"excised|withheld|withdrawn|declassified|redacted|inaudible|[■█▇▆▮▓▒░]", re.I)
_BLACK = re.compile(r"[■█▇▆▮▓▒░]")
_BLACK_RUN = re.compile(r"[■█▇▆▮▓▒░]+(?:[ \t]+[■█▇▆▮▓▒░]+)*")


_WHITE_SQUARES = re.compile(r"[□▢]{2,}|(?<=[^\W\d_])[□▢]|[□▢](?=[^\W\d_])")
"""A square for each character that cannot be read."""
_HEARD_IN_PART = re.compile(
    r"(?:(?<=[.!?…:”\"] )|(?<=[\n\t]))(?P<words>(?:(?:First|Last|Next|One|Two|Several|Some|End of) )?"
    r"(?:[Rr]emarks?|[Qq]uestions?|[Aa]nswers?|[Rr]eply|[Rr]eplies|[Ww]ords?|[Ss]entences?|[Pp]assages?|[Ss]peech|"
    r"[Rr]esponse) (?:(?:partly|partially|largely|mostly|almost|entirely|completely) )?"
    r"(?:inaudible|unintelligible|indistinct|not audible)(?: [^.!?\n]{1,60})?)\.(?=\s|$)"
)
"""A sentence without verb that says, without brackets, what was not heard: "Remark partly inaudible."."""
_STARS = re.compile(r"(?<=\S) \*(?: \*){2,6}(?= \S)")
"""Stars amid a line, for words left out of an extract."""


def claim_unbracketed(draft: Draft, resp: Callable[[], str], *, heard: bool) -> None:
    """Claim blanks to fill in, "______", amid the words of a paragraph, and "(inaudible)" in parentheses."""
    emphasis = {span.start: span.end for span in draft.spans if span.tag == "hi"}
    for block in draft.body_blocks():
        _claim_unheard(draft, block, resp, heard=heard)
        for match in _PARENTHESIS.finditer(draft.text, block.start, block.end):
            if _SIGNATURE.search(match["words"]):
                continue
            if (
                (attrs := gap_attrs(match["words"], heard=heard))
                and _pairs(match.group())
                and draft.sign(*match.span())
            ):
                draft.point(match.start(), "gap", {**attrs, "resp": resp()})
        for match in _BLACK_RUN.finditer(draft.text, block.start, block.end):
            if draft.sign(*match.span()):
                draft.point(match.start(), "gap", {"reason": "redacted", "resp": resp()})
        for match in _WHITE_SQUARES.finditer(draft.text, block.start, block.end):
            if draft.sign(*match.span()):
                count = str(len(match.group()))
                draft.point(
                    match.start(), "gap", {"reason": "illegible", "unit": "chars", "quantity": count, "resp": resp()}
                )
        for match in _STARS.finditer(draft.text, block.start, block.end):
            if draft.sign(match.start() + 1, match.end()):
                draft.point(match.start() + 1, "gap", {"reason": "omitted", "resp": resp()})
        _claim_paragraph(draft, block, emphasis, resp)
        for match in _DOTS_BRACKETED.finditer(draft.text, block.start, block.end):
            if draft.sign(*match.span()):
                doubt = {} if match.group().startswith("<") else {"cert": "medium"}
                draft.point(match.start(), "gap", {"reason": "omitted", **doubt, "resp": resp()})
        for match in _BLANK.finditer(draft.text, block.start, block.end):
            if draft.sign(*match.span()):
                draft.point(match.start(), "space", {"unit": "chars", "quantity": str(len(match.group()))})
