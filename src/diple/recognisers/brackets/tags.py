"""Tags of transcribers in brackets: pairs such as "[[underline]] … [[/underline]]", and words in double brackets.

What stands between the tags of a pair is marked up by its tag (TEI 3.3.2.2, 11.3.1.4); of double brackets one is taken
away, so that what they hold is read as in single ones.
"""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Role

_PAIR = re.compile(
    r"\[{1,2} ?(?P<tag>[a-z][a-z -]{0,30}?) ?\]{1,2}(?P<words>.{1,600}?)\[{1,2} ?/ ?(?P=tag) ?\]{1,2}", re.I | re.S
)
_DOUBLE = re.compile(r"\[\[(?P<words>[^\[\]\n]{1,300})\]\](?!\()")
_CARET = re.compile(r"\^\[(?P<words>(?=[^\]\n]*[^\W\d])[^\[\]^\n]{1,120})\]|\[\[\^(?P<double>[^\[\]^\n]{1,120})\]\]")
_PAGE = re.compile(
    r"(?P<start>(?:start|begin(?:ning)?|new) (?:of )?page|page break)|(?P<end>(?:end|close) (?:of )?page)", re.I
)


class Tag(NamedTuple):
    """What the words of a tag say, and the element that its words become; ``hand`` if somebody's hand wrote them.

    Without an element the words are text as those around them: only the tags are signs.
    """

    pattern: re.Pattern[str]
    element: str
    attrs: Attrs
    hand: bool = False


_HOW = r"(?:(?:pencil|ink|pen|red|blue|black|double|triple|single|hand) )?"

TAGS = (
    Tag(
        re.compile(
            rf"{_HOW}(?:strike-? ?(?:through|out)|strike|struck(?: through| out)?|cross(?:ed)?[- ]?(?:out|through)|"
            r"delet(?:ed|ion)|del|erased?|cancel(?:l?ed|lation)|s)",
            re.I,
        ),
        "del",
        {"rend": "strikethrough"},
    ),
    Tag(re.compile(rf"{_HOW}(?:underlin(?:e|ed|ing)|underscor(?:e|ed|ing)|u)", re.I), "hi", {"rend": "underline"}),
    Tag(re.compile(r"(?:rubber )?stamp(?:ed)?|seal", re.I), "stamp", {}),
    Tag(re.compile(r"superscript|sup", re.I), "hi", {"rend": "superscript"}),
    Tag(re.compile(r"subscript|sub", re.I), "hi", {"rend": "subscript"}),
    Tag(re.compile(r"italics?|i|em", re.I), "hi", {"rend": "italic"}),
    Tag(re.compile(r"bold|b|strong", re.I), "hi", {"rend": "bold"}),
    Tag(
        re.compile(
            r"insert(?:ed|ion)?|ins|above(?: the line)?|interlin(?:ed|eated|eation)|caret|add(?:ed|ition)?", re.I
        ),
        "add",
        {"place": "above"},
        hand=True,
    ),
    Tag(
        re.compile(r"left[- ](?:hand )?margin", re.I), "note", {"type": "annotation", "place": "margin-left"}, hand=True
    ),
    Tag(
        re.compile(r"right[- ](?:hand )?margin", re.I),
        "note",
        {"type": "annotation", "place": "margin-right"},
        hand=True,
    ),
    Tag(
        re.compile(r"(?:(?:note )?in (?:the )?)?margin(?:al(?:ia| note)?)?", re.I),
        "note",
        {"type": "annotation", "place": "margin"},
        hand=True,
    ),
    Tag(re.compile(r"unclear|uncertain|doubtful", re.I), "unclear", {"cert": "low"}),
    Tag(re.compile(r"signatures?|signed|letterhead|printed|preprinted|typed|handwritten", re.I), "", {}),
)


def claim_tags(draft: Draft, agent: str) -> None:
    """Claim pairs of tags, carets before brackets, ends of pages in double brackets; make double brackets single."""
    for block in draft.body_blocks():
        for match in _PAIR.finditer(draft.text, block.start, block.end):
            _claim_pair(draft, match, agent)
        for match in _CARET.finditer(draft.text, block.start, block.end):
            _claim_caret(draft, match)
        for match in _DOUBLE.finditer(draft.text, block.start, block.end):
            if not draft.is_signed(*match.span()):
                _claim_double(draft, match, agent)


def is_tag(words: str) -> bool:
    """Tell whether words, without brackets and stroke, are a tag, or say in double brackets that a page ends."""
    return any(tag.pattern.fullmatch(words) for tag in TAGS) or _PAGE.fullmatch(words) is not None


def _claim_pair(draft: Draft, match: re.Match[str], agent: str) -> None:
    tag = next((tag for tag in TAGS if tag.pattern.fullmatch(match["tag"])), None)
    start, end = match.span("words")
    while start < end and draft.text[start].isspace():
        start += 1
    while end > start and draft.text[end - 1].isspace():
        end -= 1
    if tag is None or start == end or draft.is_signed(match.start(), start) or draft.is_signed(end, match.end()):
        return
    draft.sign_around(*match.span(), start, end)
    if not tag.element:
        return
    attrs = {**tag.attrs, "hand": _hand(draft)} if tag.hand else tag.attrs
    attrs = {**attrs, "resp": draft.agents.require(agent)} if tag.element == "unclear" else attrs
    draft.span(start, end, tag.element, attrs)


def _claim_caret(draft: Draft, match: re.Match[str]) -> None:
    if not draft.is_signed(*match.span()):
        inner = match.span("words") if match["words"] else match.span("double")
        draft.sign_around(*match.span(), *inner)
        draft.span(*inner, "add", {"place": "above", "hand": _hand(draft)})


def _claim_double(draft: Draft, match: re.Match[str], agent: str) -> None:
    if match["words"].strip() in ("?", "??"):
        draft.sign(*match.span(), why="a word not read")
        draft.point(match.start(), "gap", {"reason": "illegible", "cert": "low", "resp": draft.agents.require(agent)})
        return
    page = _PAGE.fullmatch(match["words"].strip())
    if match["words"].isdigit():
        draft.sign_around(*match.span(), *match.span("words"))
        draft.span(*match.span("words"), "supplied", {"reason": "editorial", "resp": draft.agents.require(agent)})
        return
    if page is None:
        draft.sign(match.start(), match.start() + 1, why="one of two brackets")
        draft.sign(match.end() - 1, match.end(), why="one of two brackets")
        return
    end, block = match.end(), draft.block_at(match.start())
    while block and end < block.end and draft.text[end].isspace():
        end += 1
    if draft.sign(match.start(), end, why="end of a page") and page["start"]:
        draft.point(end, "pb")
    if block and not any(draft.text[first:last].strip() for first, last in draft.unsigned(block.start, block.end)):
        draft.give_role(block, Role.VOID, why="end of a page")


def _hand(draft: Draft) -> str:
    return draft.hands.require("", "The hand of additions and notes by hand; whose is not said.")
