"""Remarks of an editor in other signs than square brackets: braces, angle brackets, slashes, parentheses (TEI 11.3).

Such signs hold much else. They are read as square brackets are only where the words in them say themselves what they
are: "<crossed out: Jan and>", "/signature: Belov/", "(am Rande: den 14. Januar)".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.brackets.deletions import LABEL, claim_correction, claim_deletion
from diple.recognisers.brackets.descriptions import claim_description, claim_mark
from diple.recognisers.brackets.gaps import claim_gap
from diple.recognisers.brackets.hands import INSERT_LIKE, claim_addition, hand_label, place_value
from diple.recognisers.brackets.initials import claim_initials
from diple.recognisers.brackets.notes import claim_labelled
from diple.recognisers.brackets.opened import claim_opened
from diple.recognisers.brackets.owned import claim_owned_hand, owner_of_label
from diple.recognisers.brackets.place import Place, place_of
from diple.recognisers.brackets.remarks import claim_outside, claim_remark
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.sic import claim_sic
from diple.recognisers.brackets.stamps import claim_stamp
from diple.recognisers.brackets.tongues import claim_gap_in_tongues, claim_in_tongues
from diple.recognisers.brackets.tree import Bracket

_MARKED = re.compile(
    r"\{[^{}]{3,300}\}|<(?<!<<)(?![a-z/!])[^<>]{3,200}>(?!>)|<(?=[a-z]+[ ,:])[^<>=\"/]{5,200}>|⟨[^⟨⟩]{3,200}⟩|"
    r"(?<![\w/:])/(?=[^\W\d_])[^/\n]{4,160}(?<=[\w.:”\"])/(?![\w/])"
)
"""What may be a remark, in signs that hold nothing else so often."""
_ROUND = re.compile(r"\((?P<label>[^()\[\]:\n]{3,70}):\s[^()\n]{1,200}\)")
"""A label and words after it, in parentheses."""
_SHORT = re.compile(r"\((?P<words>[^()\[\]:\n]{4,60})\)")
"""A few words in parentheses."""
_SIGNATURE = re.compile(
    r"(?:illegible |autograph )?(?:signatures?|signed|stamps?|seals?|rúbrica|firma)(?: illegible)?", re.I
)
"""What stands for a signature or a stamp, which the foot of a document knows."""


_OF_ORIGINAL = re.compile(r"(?:in|of) (?:the )?(?:manuscript|original|ms|typescript|transcript|draft)\b", re.I)
"""Words of the original that the text gives otherwise, which nobody added."""


def _claim_hand(place: Place) -> bool:
    is_original = _OF_ORIGINAL.match(place.inner) is not None
    return not is_original and hand_label(place.inner) is not None and claim_addition(place)


_BETWEEN_LINES = re.compile(r"\b(?:above|below|over|between|under) (?:the )?lines?\b", re.I)


def _claim_added(place: Place) -> bool:
    """Claim what a label says was added, or stands above or beside; "(in ink: …)" may tell of the writing of a word."""
    label = place.inner.split(":")[0]
    is_beside = place_value(label).startswith("margin") or _BETWEEN_LINES.search(label) is not None
    tells = is_beside or "hand" in label.casefold() or INSERT_LIKE.search(label) is not None
    return tells and _claim_hand(place)


def _claim_owned(place: Place) -> bool:
    return bool(owner_of_label(place.inner.split(":")[0])) and claim_owned_hand(place)


def _claim_struck(place: Place) -> bool:
    return LABEL.match(place.inner) is not None and claim_deletion(place)


_RULES: tuple[Callable[[Place], bool], ...] = (
    claim_labelled,
    claim_sic,
    claim_in_tongues,
    claim_correction,
    claim_opened,
    _claim_hand,
    claim_owned_hand,
    claim_deletion,
    claim_stamp,
    claim_gap,
    claim_initials,
    claim_mark,
    claim_outside,
    claim_remark,
    claim_description,
)
"""What may stand in braces, angle brackets and slashes: only wordings that say what they are."""
_IN_ROUND: tuple[Callable[[Place], bool], ...] = (claim_in_tongues, _claim_struck, _claim_added, _claim_owned)
_IN_SHORT: tuple[Callable[[Place], bool], ...] = (claim_gap_in_tongues,)
"""What may stand in parentheses: only what a label heads."""


def claim_in_other_signs(draft: Draft, setting: Setting) -> None:
    """Claim remarks on the page in other signs: "{in the margin: a drawing of a cat}"."""
    for bracket, rules in _found(draft):
        if not (draft.is_signed(bracket.start, bracket.inner_start) or draft.is_signed(bracket.inner_end, bracket.end)):
            place = place_of(setting, bracket)
            any(rule(place) for rule in rules)


def tells_of_foot(words: str) -> bool:
    """Tell whether words stand for a signature or a stamp."""
    return _SIGNATURE.fullmatch(words.strip()) is not None


def _found(draft: Draft) -> Iterator[tuple[Bracket, tuple[Callable[[Place], bool], ...]]]:
    for block in draft.body_blocks():
        if block.role is Role.VOID:
            continue
        for pattern, rules in ((_MARKED, _RULES), (_ROUND, _IN_ROUND), (_SHORT, _IN_SHORT)):
            for match in pattern.finditer(draft.text, block.start, block.end):
                if tells_of_foot(match.group()[1:-1]):
                    continue
                start, end = match.span()
                doubled = draft.text[start - 1 : start] == "(" and draft.text[end : end + 1] == ")"
                yield Bracket(start - doubled, end + doubled, start + 1, end - 1, 0), rules
