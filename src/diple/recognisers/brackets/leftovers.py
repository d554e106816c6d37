"""Claim what stands below all; list the brackets that no recogniser has understood and that therefore stay text."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.brackets.ends import claim_at_end
from diple.recognisers.brackets.tree import Bracket, find_brackets

LISTED = 20
"""No more of them than this are listed one by one."""

_NUMBER = re.compile(r"[\d\s.,/–-]*")
_SHOWN = 40
_ADVICE = "say in the TEI what it means, or leave it if it is the document's own"


def recognise(draft: Draft) -> None:
    """List brackets that are still text (D102), unless they are the document's own, a label's, or around a number.

    Before that, notes below the text are claimed that others have left as paragraphs.
    """
    claim_at_end(draft)
    own_from = min((fact.start for fact in draft.facts if fact.field == "brackets-original"), default=len(draft.text))
    left = [
        pair
        for pair in find_brackets(draft).pairs
        if pair.start < own_from and not pair.depth and not _is_explained(draft, pair)
    ]
    for pair in left[:LISTED]:
        words = " ".join(draft.text[pair.inner_start : min(pair.inner_end, pair.inner_start + _SHOWN)].split())
        more = "…" if pair.inner_end - pair.inner_start > _SHOWN else ""
        draft.doubt("D102", pair.start, f"the bracket [{words}{more}] was not understood and stays text", _ADVICE)
    _list_other_signs(draft, own_from)
    if len(left) > LISTED:
        rest = len(left) - LISTED
        draft.doubt("D102", left[LISTED].start, f"{rest} more brackets were not understood and stay text", _ADVICE)


def _is_explained(draft: Draft, pair: Bracket) -> bool:
    """Tell whether a bracket holds only a number, or is part of a speaker's label, which is kept as written."""
    if _NUMBER.fullmatch(draft.text, pair.start + 1, pair.end - 1):
        return True
    block = draft.block_at(pair.start)
    return block is not None and block.role is Role.SPEECH and pair.end <= block.label_end


_OTHER = re.compile(
    r"\{(?=[^{}\n]*[^\W\d])[^{}\n]{1,200}\}|\|(?<![|\n]\|)\|(?=[^\s|])[^|\n]{1,80}(?<=[^\s|])\|\|(?!\|)|"
    r"\?(?<!\w\?)\?{2,}(?!\w)"
)
"""Signs of an editor that nobody has explained: braces, double bars, questions marks for a word."""
_PAIR = re.compile(
    r"(?<![\w=+#$|~*/-])(?P<sign>[=+#$|~*-]{1,2})(?=[^\W_])[^\n=+#$|~*<>]{1,60}?(?<=[\w.,!?])(?P=sign)(?![\w=+#$|~*-])"
)
"""A few words between two equal signs, which mean something where they come back."""
_CODE = re.compile(r"[{}<>;=\\$]")


def _list_other_signs(draft: Draft, own_from: int) -> None:
    """List signs other than square brackets that are still text."""
    found = [
        match
        for block in draft.body_blocks()
        if block.role is not Role.VOID and block.tag != "table"
        for match in _OTHER.finditer(draft.text, block.start, min(block.end, own_from))
        if not draft.is_signed(*match.span()) and not _CODE.search(match.group()[1:-1])
    ]
    for match in [*found, *_pairs_untold(draft, own_from)][:LISTED]:
        words = " ".join(match.group().split())
        draft.doubt("D102", match.start(), f"the sign {words[:_SHOWN]} was not understood and stays text", _ADVICE)


def _pairs_untold(draft: Draft, own_from: int) -> list[re.Match[str]]:
    """Return the words between two equal signs that nobody has claimed, where such signs come back in the document."""
    found = [
        match
        for block in draft.body_blocks()
        if block.role is not Role.VOID and block.tag != "table"
        for match in _PAIR.finditer(draft.text, block.start, min(block.end, own_from))
        if not draft.is_signed(*match.span())
    ]
    signs = [match["sign"] for match in found]
    return [match for match in found if signs.count(match["sign"]) > 1]
