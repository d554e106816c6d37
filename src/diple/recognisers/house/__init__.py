"""Recognise the wordings of a house: what ``conventions.toml`` and the document's own words say that signs mean."""

from __future__ import annotations

from bisect import bisect_left

from diple.conventions.statements import conventions_of
from diple.conventions.table import Convention
from diple.conventions.wording import Filled
from diple.draft import Draft
from diple.model import Attrs, Role
from diple.recognisers.house.claims import CLAIMS, Claim, claim_element
from diple.recognisers.house.keys import find_key
from diple.recognisers.house.places import Places, is_free, is_place
from diple.recognisers.house.remarks import claim_labelled_addition, claim_remarks, is_remark
from diple.recognisers.house.saying import (
    begin_of,
    is_obeyed,
    keep_brackets_of_notes,
    obey,
    statements_in_brackets,
)
from diple.recognisers.house.unkeyed import claim_changes, inferred
from diple.recognisers.speech.labels import Label
from diple.recognisers.speech.speakers import Parts, speakers_of


def recognise_key(draft: Draft) -> None:
    """Take the key to the signs of a document out of its text, before anybody reads it as text."""
    draft.key = find_key(draft)


def recognise(draft: Draft) -> None:
    """Claim what the wordings of the house fit; they come before all recognisers of the text's own signs."""
    noted = statements_in_brackets(draft)
    draft.statements += [(one.start, one.end) for one in noted]
    told = [(one, begin_of(draft, one, in_brackets=False)) for one in draft.key]
    told += [(one, begin_of(draft, one, in_brackets=True)) for one in noted]
    made = [made for one, begins in told if not is_obeyed(one) for made in conventions_of(one, begins)]
    made += inferred(draft, made)
    draft.house = draft.house.with_more(sorted(made, key=lambda one: -one.wording.own_characters))
    claim_changes(draft)
    places = Places(draft)
    for statement, begins in told:
        obey(draft, statement, begins)
    for convention in draft.house.conventions:
        if convention.means == "speaker" or is_remark(convention):
            continue
        for found in places.of(convention):
            if is_free(draft, convention, found) and not claim_labelled_addition(places.setting, convention, found):
                CLAIMS.get(convention.means, claim_element)(Claim(draft, convention, found, places.setting))


def recognise_labels(draft: Draft) -> None:
    """Open a turn at each label that a wording of the house describes."""
    places = Places(draft)
    for convention in draft.house.conventions:
        if convention.means == "speaker":
            for found in places.of(convention):
                if not draft.is_signed(found.start, found.end):
                    _open_turn(draft, convention, found)


def _open_turn(draft: Draft, convention: Convention, found: Filled) -> None:
    """Open a turn at a label; a block in which it begins a later line is divided."""
    index = bisect_left(draft.blocks, found.start + 1, key=lambda block: block.start) - 1
    block = draft.blocks[index]
    if block.role not in (None, Role.HEAD, Role.SPEECH) or not block.start <= found.start < block.end:
        return
    if found.start > block.start:
        block = draft.split_block(block, found.start)[-1]
    block.role, block.joined, block.tag = None, False, ""
    first, last = found.slots["speaker"]
    name = " ".join(draft.text[first:last].split())
    persons, cert = speakers_of(draft.people, Label(name, last, last, found.end, "house"), Parts())
    attrs: Attrs = {"who": " ".join(f"#{person.id}" for person in persons)} | {
        name: value for name, value in convention.keys.items() if name == "cert"
    }
    draft.give_role(block, Role.SPEECH, attrs=({"cert": cert} if cert else {}) | attrs, why=convention.why)
    draft.span(first, last, "speaker", rank=10, why=convention.why)
    end = found.end
    while end < block.end and draft.text[end].isspace():
        end += 1
    draft.sign(found.start, first, why=convention.why)
    draft.sign(last, end, why=convention.why)
    block.label_end = end


__all__ = ["claim_remarks", "is_place", "keep_brackets_of_notes", "recognise", "recognise_key", "recognise_labels"]
