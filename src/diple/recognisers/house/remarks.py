"""Remarks in signs that a document calls its editor's: read as square brackets, else as it says (TEI 11.3).

"Notes in double parentheses are ours" makes of ``((Laughter.))`` a stage direction, of ``((two words torn))`` a gap and
of ``((a village near Basle))`` a note: what the words say themselves comes before what the key says of all of them.
"""

from __future__ import annotations

from collections.abc import Callable

from diple import patterns as re
from diple.conventions.table import Convention
from diple.conventions.wording import Filled
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.brackets import RULES
from diple.recognisers.brackets.deletions import claim_deletion
from diple.recognisers.brackets.descriptions import claim_description, claim_mark
from diple.recognisers.brackets.expansions import claim_expansion
from diple.recognisers.brackets.gaps import claim_column, claim_gap, claim_query
from diple.recognisers.brackets.glosses import claim_gloss, claim_gloss_after_foreign, claim_replacement
from diple.recognisers.brackets.hands import claim_addition
from diple.recognisers.brackets.notes import claim_explanation, claim_footnote, claim_sentence, claim_statement
from diple.recognisers.brackets.originals import claim_code_word, claim_original
from diple.recognisers.brackets.othersigns import tells_of_foot
from diple.recognisers.brackets.place import Place, place_of
from diple.recognisers.brackets.relayed import claim_hand_of_label
from diple.recognisers.brackets.remarks import claim_identity, claim_remark
from diple.recognisers.brackets.scenes import claim_direction_with_gap, leave_direction, leave_hour
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.stamps import claim_stamp, leave_time_of_receipt
from diple.recognisers.brackets.supplied import claim_supplied
from diple.recognisers.brackets.tree import Bracket
from diple.recognisers.house.claims import CLAIMS, Claim, claim_element
from diple.recognisers.house.told import told_places
from diple.recognisers.stage import is_direction

REMARKS = frozenset({"supplied", "note", "stage"})
"""The meanings that say whose the words are, and leave open what they do."""


def is_remark(convention: Convention) -> bool:
    """Tell whether a document says of a pair of signs that the words between them are somebody's remarks."""
    return convention.is_told and convention.means in REMARKS and "text" in convention.wording.slots


def claim_remarks(draft: Draft) -> None:
    """Claim what stands in the signs of remarks: as the words say themselves, else as the document says of them."""
    setting = Setting(draft)
    told = [one for one in draft.house.conventions if is_remark(one) and not one.wording.written.startswith("[{")]
    for convention in told:
        _part_lines(draft, convention)
        emphasis = {(span.start, span.end): span for span in draft.spans if span.tag == "hi"}
        for found in list(told_places(draft, convention)):
            first, last = found.slots["text"]
            hi = emphasis.get((first, last))
            is_signed = draft.is_signed(found.start, first) or draft.is_signed(last, found.end)
            if (is_signed and hi is None) or last - first < _SHORTEST or tells_of_foot(draft.text[first:last]):
                continue
            if draft.text[found.start] in "_*" and not _is_said_in(draft, found):
                draft.sign_around(found.start, found.end, first, last, why="emphasis of a remark within other signs")
                continue
            if convention.wording.written.startswith("({") and is_direction(draft.text[first:last]):
                continue  # those who know speech find it, and keep the document's parentheses
            place = place_of(setting, Bracket(found.start, found.end, first, last, 0))
            is_claimed = any(rule(place) for rule in _rules_for(convention)) or convention.keys.get("only") == "said"
            if not is_claimed and _can_be_remark(place):
                CLAIMS.get(convention.means, claim_element)(Claim(draft, convention, found, setting))
            if hi is not None:
                draft.withdraw([hi])


def claim_labelled_addition(setting: Setting, convention: Convention, found: Filled) -> bool:
    """Claim an addition that is a paragraph, and whose label says where it stands, as a note by hand."""
    if convention.means != "addition" or not convention.is_told:
        return False
    place = place_of(setting, Bracket(found.start, found.end, *found.slots["text"], 0))
    return place.stands_alone and _claim_labelled_hand(place)


def _rules_for(convention: Convention) -> tuple[Callable[[Place], bool], ...]:
    """Return what words in signs may say of themselves: less where the signs say it already, as "(Tr.: …)" does."""
    if any(map(str.isalpha, convention.wording.written.split("{text}")[0])):
        return ()
    if convention.means == "stage":
        return _OF_SCENES
    return _BY_HAND if convention.keys.get("type") == "annotation" else _RULES


def _can_be_remark(place: Place) -> bool:
    """Tell whether there are words between signs, and no label of what stands behind them."""
    return any(map(str.isalpha, place.content)) and not place.content.endswith(":")


def _is_said_in(draft: Draft, found: Filled) -> bool:
    """Tell whether emphasis is that of a remark: it stands in no bracket, and is no label or title in a sentence."""
    before, after = draft.text[found.start - 1 : found.start], draft.text[found.end : found.end + 1]
    block = draft.block_at(found.start)
    in_note = block is not None and block.role in (Role.NOTE, Role.NOTE_BODY)
    return not (in_note or before in ("[", "(") or after == ":" or draft.text[found.end - 2 : found.end - 1] == ":")


def _part_lines(draft: Draft, convention: Convention) -> None:
    """Part blocks of which each line is a remark."""
    opener, closer = convention.wording.written.split("{text}")
    for block in list(draft.blocks):
        lines = draft.lined[block.start : block.end].split("\n")
        if block.role is not None or len(lines) == 1:
            continue
        if all(line.strip().startswith(opener) and line.strip(" .\r").endswith(closer) for line in lines):
            offsets = [block.start + match.end() for match in _LINE_END.finditer(draft.lined[block.start : block.end])]
            draft.split_block(block, *offsets)


_SHORTEST = 3
"""The fewest characters of a remark: "/s/" stands for a signature."""
_LINE_END = re.compile(r"\n")


def _claim_direction(place: Place) -> bool:
    """Claim a stage direction, which those who know speech look for in parentheses and square brackets only."""
    kind = is_direction(place.content)
    if kind is None:
        return False
    if not place.fills_blocks:
        place.element("stage", {"type": kind})
        return True
    place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
    return place.draft.give_role(place.block, Role.STAGE, attrs={"type": kind})


_OF_BRACKETS = frozenset(
    {
        leave_hour, leave_direction, leave_time_of_receipt, claim_column, claim_statement, claim_footnote,
        claim_expansion, claim_gloss, claim_original, claim_gloss_after_foreign, claim_replacement, claim_supplied,
        claim_code_word, claim_identity, claim_remark,
    }
)  # fmt: skip
"""What only square brackets hold, or what nothing but their use suggests."""
_SAID = tuple(rule for rule in RULES if rule not in _OF_BRACKETS)
_HAPPENS = _SAID.index(claim_direction_with_gap)
_RULES: tuple[Callable[[Place], bool], ...] = (
    *_SAID[:_HAPPENS], claim_remark, _claim_direction, *_SAID[_HAPPENS:],
)  # fmt: skip


def _claim_labelled_hand(place: Place) -> bool:
    """Claim "At the foot, ink: …" where the document says that a hand wrote it: the label tells place and hand."""
    return claim_hand_of_label(place, _WORDS, of_word=True)


_WORDS = re.compile(r"\s*\S")
_BY_HAND: tuple[Callable[[Place], bool], ...] = (
    claim_addition, _claim_labelled_hand, claim_deletion, claim_stamp, claim_gap, claim_mark, claim_description,
    _claim_direction,
)  # fmt: skip
_OF_SCENES = tuple(rule for rule in _RULES if rule not in (claim_query, claim_explanation, claim_sentence))
"""What signs of stage directions may hold: a question in them was called from the hall."""
