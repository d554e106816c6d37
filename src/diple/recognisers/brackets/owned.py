"""What is written in the hand of somebody who is named, and how its label says so (TEI 11.3.2.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.model import Attrs, Role
from diple.recognisers.brackets.handlabels import hand_of_label, label_before, read_label
from diple.recognisers.brackets.hands import INSERT_LIKE, is_only_label, place_value, skip_separator
from diple.recognisers.brackets.labels import label_of
from diple.recognisers.brackets.place import Place, sign_rest
from diple.recognisers.brackets.words import LABEL_WORDS


def tells_of_hand(content: str) -> bool:
    """Tell whether the words of a bracket, up to its colon, head what was written by hand, by somebody named or not."""
    owned = _OWNED.match(f"{content} x")
    label = content.rstrip(": ")
    return (
        read_label(label) is not None
        or is_only_label(label)
        or bool(office_of_hand(label))
        or (owned is not None and _owner_is_a_name(owned["owner"]))
    )


def claim_owned_hand(place: Place) -> bool:
    """Claim what is written in a named hand; a label that tells more than its owner, place and tool is kept."""
    is_head = place.content.endswith(":")
    if _claim_told_hand(place, is_head=is_head):
        return True
    match = _OWNED.match(f"{place.inner} x" if is_head else place.inner) or _OWNERS_NOTE.match(place.inner)
    match = match or _NOTE_OF.match(place.inner)
    if match is None or not _owner_is_a_name(match["owner"]) or (match.end() >= len(place.inner)) is not is_head:
        return False
    owner, label = " ".join(match["owner"].split()), match["label"]
    hand = place.draft.hands.require(owner.casefold(), f"The hand of {owner}.", owner)
    if is_head:
        return _claim_owned_paragraph(place, label, hand)
    attrs: Attrs = {"place": place_value(label), "hand": hand}
    start, words = place.bracket.inner_start, place.bracket.inner_start + match.end()
    is_insert = bool(INSERT_LIKE.search(label)) and not place.stands_alone
    if owner_of_label(label):
        if is_insert:
            place.element("add", attrs, inner_start=words)
        else:
            place.note({"type": "annotation", **attrs}, inner_start=words)
        return True
    if is_insert:
        place.take_signs(start, place.bracket.inner_end)
        place.draft.sign(start + match.end("label"), words)
        place.draft.span(start, start + match.end("label"), "note", {"type": "description", "resp": place.resp})
        place.draft.span(words, place.bracket.inner_end, "add", attrs)
        return True
    place.note({"type": "annotation", **attrs})
    return True


def _claim_told_hand(place: Place, *, is_head: bool) -> bool:
    """Claim what a label heads that tells of a hand piece by piece: "[At the foot, in pencil, Orbell’s hand: …]"."""
    if is_head or (place.after.startswith(":") and not place.before.strip()):
        return read_label(place.content) is not None and _claim_told_paragraph(place)
    found = label_before(place.inner)
    told = read_label(found[0]) if found else None
    if found is None or told is None or is_only_label(found[0]):
        return False
    words = place.bracket.inner_start + found[1]
    while words < place.bracket.inner_end and (
        place.draft.text[words].isspace() or place.draft.is_signed(words, words + 1)
    ):
        words += 1
    if words >= place.bracket.inner_end:
        return False
    attrs: Attrs = {"place": place_value(found[0]), "hand": hand_of_label(place.draft, found[0])}
    if INSERT_LIKE.search(found[0]) and not place.stands_alone:
        place.element("add", attrs, inner_start=words)
    else:
        place.note({"type": "annotation", **attrs}, inner_start=words)
    return True


def _claim_told_paragraph(place: Place) -> bool:
    """Claim the rest of a paragraph that a bracket heads as written by a hand of which it tells."""
    draft, start = place.draft, place.bracket.end
    while start < place.paragraph_end and (
        draft.text[start].isspace() or draft.text[start] in ":–—" or draft.is_signed(start, start + 1)
    ):
        start += 1
    if place.before.strip() or start >= place.paragraph_end or draft.text[start] == "[":
        return False
    attrs = {"type": "annotation", "place": place_value(place.content), "hand": hand_of_label(draft, place.content)}
    draft.give_role(place.block, Role.NOTE)
    sign_rest(draft, place.paragraph_start, start)
    draft.span(start, place.paragraph_end, "note", attrs)
    return True


def _claim_owned_paragraph(place: Place, label: str, hand: str) -> bool:
    """Claim a paragraph that a bracket heads as written in a named hand.

    The header tells whose hand it is; a label that tells more is kept as a note.
    """
    if place.bracket.start != place.paragraph_start or place.bracket.end >= place.paragraph_end:
        return False
    draft, bracket, start = place.draft, place.bracket, skip_separator(place, place.bracket.end)
    draft.give_role(place.block, Role.NOTE)
    if owner_of_label(label):
        sign_rest(draft, bracket.start, start)
    else:
        sign_rest(draft, bracket.start, bracket.inner_start)
        sign_rest(draft, bracket.inner_end, start)
        draft.span(bracket.inner_start, bracket.inner_end, "note", {"type": "description", "resp": place.resp})
    attrs = {"type": "annotation", "place": place_value(label), "hand": hand}
    draft.span(start, place.paragraph_end, "note", attrs)
    return True


def owner_of_label(label: str) -> str:
    """Return whose hand a label speaks of, if all other words are such as labels of hands are made of, else ""."""
    label = " ".join(label.split()).strip(" []():–—-_*{}<>⟨⟩‹›/+")
    if (relayed := label_of(label)) and relayed[0]:
        label = label[relayed[1] :]
    match = _OWNED.match(f"{label}: x") or _OWNERS_NOTE.match(f"{label}: x") or _NOTE_OF.match(f"{label}: x")
    if match is not None and _owner_is_a_name(match["owner"]):
        first, last = match.span("owner")
        rest = re.sub(r"[’']s?(?=\s|$)", " ", f"{label[:first]} {label[last:]}")
        words = [word.strip(".,()").casefold() for word in rest.split()]
        if all(word in LABEL_WORDS | {"own", ""} for word in words):
            return match["owner"]
    return office_of_hand(label) or (told.owner if (told := read_label(label)) else "")


def office_of_hand(label: str) -> str:
    """Return who is named by office in a label of a hand: "hand of the clerk", "in the clerk’s hand"; else ""."""
    match = _OFFICE.fullmatch(label)
    owner = (match["of"] or match["whose"] or match["by"] or match["clerk"] or "") if match else ""
    return "" if not owner or owner.split()[-1].casefold() in LABEL_WORDS else f"the {owner}"


def _owner_is_a_name(owner: str) -> bool:
    return owner.split()[-1].casefold() not in LABEL_WORDS


_OFFICE = re.compile(
    r"(?:(?:written|added|inserted|entered|note|addition)\s+)?(?:in\s+)?(?:the\s+)?hand(?:writing)?\s+of\s+(?:the|an?)\s+"
    r"(?P<of>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,3})|"
    r"(?:(?:written|added|inserted|entered)\s+)?in\s+the\s+(?P<whose>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2})[’']s?\s+"
    r"(?:own\s+)?hand(?:writing)?|"
    r"(?i:marginal|hand-?written|pencil(?:led)?|ink)\s+(?:note|remark|comment|minute|annotation)s?\s+"
    r"(?:in\s+(?:\w+\s+)?(?:pencil|ink)\s+)?(?:by|of|from)\s+(?:the|an?)\s+(?P<by>[A-Za-z][\w-]*(?:\s+[\w-]+){0,3})|"
    r"[Mm]inute\s+by\s+(?:the|an?)\s+(?P<clerk>[A-Za-z][\w-]*(?:\s+[\w-]+){0,3})"
)
"""A label of a hand that names its owner by office."""
_OWNED = re.compile(
    r"(?P<label>(?=[^:“\"]*(?i:hand|wr(?:ote|itten)|note|margin|pencil|\bink|annotat|insert|add|"
    r"enter|remark|comment|minute))[^:“\"]{0,80}?\b(?:[Bb]y|[Ii]n|of)\s+(?:the\s+(?=[^:]{0,40}[’']s?\s))?"
    r"(?:(?:the\s+)?hand(?:writing)?\s+of\s+)?(?:Cde\.\s+|Comrade\s+|Mr\.\s+)?"
    r"(?P<owner>(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]+)(?:[’']s?\s+(?:own\s+)?hand(?:writing)?)?[^:“\"]{0,60}?)"
    r"(?:\s*[:–—]\s*|\s+(?=[“\"]))"
)


_NOTE_OF = re.compile(
    r"(?P<label>(?:(?i:(?:hand-?written|marginal|margin|pencil(?:led)?|ink) )+(?i:note|comment|remark|minute|"
    r"annotation|resolution|addition|inscription)|(?i:hand-?written|marginalia|in (?:\w+ ){0,2}(?:ink|pencil|hand)|"
    r"(?:in|on|at) (?:the )?(?:\w+ ){0,2}(?:margin|corner|top|bottom|head|foot)),) "
    r"(?P<owner>(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]+))\s*[:–—]\s*"
)
"""A label that ends with the owner: "marginal note Dorn: …", "In the margin, Dorn: …"."""
_OWNERS_NOTE = re.compile(
    r"(?P<label>(?:Cde\.\s+|Comrade\s+|Mr\.\s+)?(?P<owner>(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]+)[’']s?\s+"
    r"(?:(?:own|hand-?written|written|marginal|pencil(?:led)?|ink)\s+)*"
    r"(?:note|comment|remark|resolution|annotation|minute|instruction|inscription|addition|insertion)s?"
    r"(?:\s+(?:in|on|at|by|to)\b[^:“\"]{0,60}?)?)(?:\s*[:–—]\s*|\s+(?=[“\"]))"
)
"""A label that begins with the owner: "Dorn’s handwritten note: …"."""
