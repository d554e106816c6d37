"""Whether characters consumed as a sign are, as a whole, one of the wordings that brackets open or close with."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets import (
    bare,
    deletions,
    expansions,
    gaps,
    hands,
    labels,
    lacunae,
    opened,
    originals,
    remarks,
    sic,
    tags,
    tongues,
)
from diple.recognisers.brackets.handlabels import read_label
from diple.recognisers.footnotes.styles import NOTES_HEAD, OTHER_HEAD
from diple.recognisers.pages.forms import PAGE_WORDING

_EDGES = " \t\r\n\xa0[](){}<>/^*+=|#.,:;–—-!?“”\"'’‘~_\\⸌⸍{}‸⁁⎀↑↓⟨⟩〈〉⟦⟧□▢"

_BROKEN = re.compile(r"(?<=[a-z])[-\u00ad]\s*\n\s*(?=[a-z])")
"""A word broken at the end of a line."""


def is_wording(literal: str) -> bool:
    """Tell whether a sign's characters are a fixed wording: of a gap, a label, a lead to a correction, a remark.

    ``literal`` holds what was consumed, brackets, spaces and punctuation included. Free words are none.
    """
    words = " ".join(_BROKEN.sub("", literal).split()).strip(_EDGES)
    if not words or any(check(words) for check in (_is_gap, _is_label, _is_lead, _is_replacement, _is_remark)):
        return True
    found = labels.label_of(words)
    return found is not None and bool(found[0]) and is_wording(words[found[1] :])


def _is_gap(words: str) -> bool:
    if words.casefold() == "ill":
        return True
    known = gaps.UNSURE.fullmatch(words) or gaps.PAGE_END.fullmatch(words) or gaps.GRADE.fullmatch(words)
    return lacunae.gap_attrs(words) is not None or bool(known) or bare.is_code(words) or bare.is_code(f"({words})")


def _is_label(words: str) -> bool:
    """Tell whether words head a note, an addition, a deletion or words of the original, or close a note."""
    labelled = f"{words}: "
    lengths = (hands.hand_label(labelled), (labels.label_of(labelled) or ("", 0))[1])
    told = read_label(words, placed=True)
    if told is not None and told.is_sure and not told.owner:
        return True
    if len(labelled) in lengths or hands.is_only_label(words) or opened.is_head(words) or opened.CLOSE.fullmatch(words):
        return True
    patterns = (deletions.LABEL, originals.ORIGINAL_LABEL)
    return any(pattern.fullmatch(labelled) for pattern in patterns) or labels.trailer_of(f"x – {words}") is not None


def _is_lead(words: str) -> bool:
    """Tell whether words stand before a correction, an expansion or a doubtful reading."""
    if words.casefold() in ("the", "a", "an", "or", "for", "read"):
        return False
    match = sic.SIC.match(f"{words} ")
    rest = f"{words} "[match.end() :] if match else f"{words} "
    leads = (sic.CORRECTS, sic.BARE_CORRECTS, expansions.ARTICLE, gaps.HEDGED_READING)
    return (match is not None and not rest) or any(lead.fullmatch(rest) for lead in leads)


def _is_replacement(words: str) -> bool:
    """Tell whether words lead to what stands in the place of words crossed out."""
    leads = (deletions.REPLACED, deletions.RESTORED, deletions.LOST_AND_REPLACED)
    matches = [lead.match(f"{words}{rest}") for lead in leads for rest in (" “", ": ")]
    return any(match is not None and match.end() > len(words) for match in matches)


_NOTE_MARK = re.compile(r"(?:foot|end)?(?:-?note|fn|n|f)\.? ?(?:\d{1,3}|[*†‡a-z])?(?: \d{1,5}\.f\d{1,3})?", re.I)


def _is_remark(words: str) -> bool:
    return bool(_NOTE_MARK.fullmatch(words) or PAGE_WORDING.fullmatch(words)) or bool(
        deletions.DELETED_ONLY.fullmatch(words)
        or deletions.AFTER_WORD.fullmatch(words)
        or sic.THUS.fullmatch(words)
        or tags.is_tag(words)
        or tongues.tells_in_tongues(words)
        or remarks.is_outside(f"{words}:")
        or remarks.AND_SO_ON.fullmatch(words)
        or re.fullmatch(r"stamps?|seals?|(?:printed )?(?:letterhead|heading)", words, re.I)
        or NOTES_HEAD.fullmatch(words)
        or OTHER_HEAD.fullmatch(words)
        or re.fullmatch(r"sic", words, re.I)
    )
