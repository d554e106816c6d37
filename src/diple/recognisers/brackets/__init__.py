"""Recognise what stands in square brackets: notes, hands, errors, gaps, stamps, glosses, supplied words (TEI 11.3)."""

from __future__ import annotations

from collections.abc import Callable

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.brackets.alternatives import offers_alternatives
from diple.recognisers.brackets.bare import claim_unbracketed
from diple.recognisers.brackets.deletions import claim_correction, claim_deletion, claim_substitutions, claim_tildes
from diple.recognisers.brackets.descriptions import claim_description, claim_mark, tells_what_follows
from diple.recognisers.brackets.expansions import claim_expansion
from diple.recognisers.brackets.gaps import claim_column, claim_gap, claim_graded, claim_query
from diple.recognisers.brackets.glosses import claim_gloss, claim_gloss_after_foreign, claim_replacement
from diple.recognisers.brackets.hands import claim_addition
from diple.recognisers.brackets.initials import claim_initials, claim_signature, tells_of_initials, tells_of_signature
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.lines import part_lines
from diple.recognisers.brackets.notes import (
    brackets_stand_in_original,
    claim_explanation,
    claim_footnote,
    claim_labelled,
    claim_sentence,
    claim_source,
    claim_statement,
)
from diple.recognisers.brackets.opened import claim_opened, is_head
from diple.recognisers.brackets.originals import claim_code_word, claim_labelled_original, claim_original
from diple.recognisers.brackets.owned import claim_owned_hand, tells_of_hand
from diple.recognisers.brackets.place import Place, place_of
from diple.recognisers.brackets.relayed import claim_relayed
from diple.recognisers.brackets.remarks import (
    claim_and_so_on,
    claim_identity,
    claim_left_out,
    claim_outside,
    claim_remark,
    is_outside,
)
from diple.recognisers.brackets.scenes import (
    claim_direction_with_gap,
    claim_happening,
    claim_moment,
    leave_direction,
    leave_hour,
)
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.sic import claim_sic
from diple.recognisers.brackets.stamps import (
    claim_headed_stamp,
    claim_registry_stamp,
    claim_stamp,
    close_gaps,
    heads_stamp,
    leave_time_of_receipt,
)
from diple.recognisers.brackets.supplied import claim_supplied
from diple.recognisers.brackets.tags import claim_tags
from diple.recognisers.brackets.tongues import claim_in_tongues
from diple.recognisers.brackets.tree import Bracket, find_brackets
from diple.recognisers.brackets.unbracketed import claim_unbracketed_notes

RULES: tuple[Callable[[Place], bool], ...] = (
    leave_hour,
    claim_column,
    claim_graded,
    claim_relayed,
    claim_labelled,
    claim_statement,
    claim_source,
    claim_footnote,
    claim_sic,
    claim_in_tongues,
    leave_time_of_receipt,
    claim_headed_stamp,
    claim_registry_stamp,
    claim_correction,
    claim_opened,
    claim_addition,
    claim_owned_hand,
    claim_deletion,
    claim_and_so_on,
    claim_stamp,
    claim_gap,
    claim_initials,
    claim_signature,
    claim_mark,
    claim_labelled_original,
    claim_direction_with_gap,
    leave_direction,
    claim_moment,
    claim_left_out,
    claim_identity,
    claim_description,
    claim_explanation,
    claim_query,
    claim_happening,
    claim_code_word,
    claim_expansion,
    claim_gloss,
    claim_original,
    claim_gloss_after_foreign,
    claim_outside,
    claim_sentence,
    claim_remark,
    claim_replacement,
    claim_supplied,
)
"""The rules in the order in which they are tried: content first, then the language around, then what is left."""

STRAYS_LISTED = 20
"""No more brackets without partner than this are listed one by one."""

_LEFT_TO_OTHERS = re.compile(
    r"(?:(?:(?:foot)?note|fn\.?) ?\d{1,3}|\\?\[?\d{1,3}\\?\]?|\^[^\s\]]+|"
    r"email\W*protected|(?:pages?|pp?\.|folio|leaf|sheet)\s*\d+)$",
    re.I,
)
"""Note marks, addresses and page numbers."""

_SIGNATURE = re.compile(
    r"(?!there\b)(?:\S+\s+){0,4}(?:signatures?|signed|initiall?ed|autograph)\b(?:\W+\S+){0,4}$"
    r"|(?:rúbricas?|rubricado|firma(?:do)?|gez\.|gezeichnet|unterschrift|signé)$",
    re.I,
)
"""A signature in a line of its own, or at the head of one."""

_SEAL = re.compile(r"l\. ?s\.?|seal\.?", re.I)
"""The place of a seal beside the name of whoever signs."""

_LINE_WORDS = 16
"""A block of fewer words than this may be a line of signature."""

_NAME_LINE = 8
"""A line of fewer words than this, after a dash in brackets, is a name: the dash stands for the signature."""

_NAME_WORDS = 4
"""Initials after more words than this stand in a sentence, not beside a name."""


def recognise(draft: Draft) -> None:
    """Claim the brackets of the text, outer ones first; those without partner stay text and are listed (D100)."""
    part_lines(draft)
    setting = Setting(draft)
    draft.bracket_agent = setting.agent
    claim_tildes(draft)
    claim_tags(draft, setting.agent)
    pairs, strays = find_brackets(draft)
    original_from = len(draft.text)
    if offers_alternatives(draft, pairs):
        original_from = 0
        draft.fact("brackets-original", "", 0, 0, consumed=False)
    for bracket in pairs:
        if bracket.start >= original_from:
            _claim_by_label(place_of(setting, bracket))
            continue
        if brackets_stand_in_original(
            draft.text[bracket.inner_start : min(bracket.inner_end, bracket.inner_start + 400)]
        ):
            original_from = bracket.end
            draft.fact("brackets-original", "", bracket.start, bracket.start, consumed=False)
        _claim(place_of(setting, bracket))
    claim_substitutions(draft)
    close_gaps(draft, setting.line_gaps)
    claim_unbracketed_notes(draft, setting)
    claim_unbracketed(draft, lambda: draft.agents.require(setting.agent), heard=setting.is_talk)
    _drop_empty_emphasis(draft)
    _list_strays(draft, strays)


def _claim(place: Place) -> None:
    bracket = place.bracket
    if _is_left_to_others(place) or place.draft.is_signed(bracket.start, bracket.start + 1):
        return
    if place.draft.is_signed(bracket.end - 1, bracket.end):
        return
    for rule in RULES:
        if rule(place):
            return


def _claim_by_label(place: Place) -> None:
    """Claim a note whose label says whose it is, where all other brackets are the document's own."""
    if not place.draft.is_signed(place.bracket.start, place.bracket.end):
        claim_labelled(place)


def _is_left_to_others(place: Place) -> bool:
    """Tell whether a bracket is a speaker's label, a link, a stage direction, a signature or the like."""
    content = place.content[:200]
    if content in ("-", "–", "—") and place.bracket.start == place.block.start and len(place.block_words) < _NAME_LINE:
        return True
    if place.after.startswith((":", "(")) and (place.bracket.start == place.block.start or place.after.startswith("(")):
        return True
    if content == "sic" and place.after.startswith(":") and len(place.before) < 40:
        return True
    if content.endswith(":") and place.bracket.start == place.block.start:
        is_told = tells_of_hand(content) or is_head(content.rstrip(": ")) or is_outside(content)
        return not (is_told or heads_stamp(content))
    if _SEAL.fullmatch(content) and not place.stands_alone and len(place.block_words) < _LINE_WORDS:
        return True
    if _SIGNATURE.match(content) and not content.casefold().startswith("no ") and len(place.block_words) < _LINE_WORDS:
        if (tells_of_initials(content) or tells_of_signature(content)) and _is_in_sentence(place):
            return False
        return gap_attrs(content) is None and not tells_what_follows(content)
    return bool(_LEFT_TO_OTHERS.match(content)) and not _is_inline_number(place)


def _is_in_sentence(place: Place) -> bool:
    """Tell whether initials stand after words, and not as a signature beside a name: "paid [initialled: P.O.]"."""
    words = place.before.split()
    return len(words) > _NAME_WORDS or (bool(words) and ":" in place.content)


_BEFORE_NUMBER = frozenset("to of than for about from nearly some over under by".split())
"""Words after which a number in brackets, with a stop after it, is no mark of a note."""


def _is_inline_number(place: Place) -> bool:
    """Tell whether a short number is set off by spaces, or part of one: "[5] divisions", "from 3 to [5];"."""
    before, after = place.before[-1:], place.after[:1]
    counts = place.word_before is not None and place.word_before.text.casefold() in _BEFORE_NUMBER
    apart = before.isspace() and (after.isspace() or (counts and after in tuple(".,;:)")))
    return place.content.isdigit() and (apart or before.isdigit() or after.isdigit())


def _drop_empty_emphasis(draft: Draft) -> None:
    """Take back emphasis around words that have become signs, or that are a note or addition as a whole."""
    claimed = {(span.start, span.end) for span in draft.spans if span.by == draft.recogniser and span.tag != "hi"}
    emptied = set()
    for span in draft.spans:
        if span.tag == "hi" or (span.tag == "supplied" and span.by != draft.recogniser):
            left = list(draft.unsigned(span.start, span.end))
            if not left or (span.tag == "hi" and (left[0][0], left[-1][1]) in claimed):
                emptied.add(id(span))
    if emptied:
        draft.spans[:] = [span for span in draft.spans if id(span) not in emptied]


def _list_strays(draft: Draft, strays: list[int]) -> None:
    for offset in strays[:STRAYS_LISTED]:
        draft.doubt("D100", offset, "this bracket has no partner; it was kept as text", "see whether one is missing")
    if len(strays) > STRAYS_LISTED:
        rest = len(strays) - STRAYS_LISTED
        draft.doubt(
            "D101", strays[STRAYS_LISTED], f"{rest} more brackets have no partner", "see whether the source is damaged"
        )


__all__ = ["Bracket", "recognise"]
