"""Labels of parliamentary reports, which have no stop: after a section mark, or on a line of their own.

"§ Mr. Holm (Northport): …" and "Mr. Holm" over what he says; copied from a page, a label may touch what is said.
"""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants.wording import HOLDERS
from diple.recognisers.speech.labels import Label, labelled

MARK = re.compile(r"§[^\S\n]*(?:(?P<n>\d{1,3})\.[^\S\n]+)?(?=\S)")
"""A section mark at the head of a paragraph, with the number of a question."""
_TITLE = (
    r"(?:(?i:Mr|Mrs|Miss|Ms|Dr|Sir|Dame|Lord|Lady|Viscount|Viscountess|Earl|Baron|Baroness|Marquess|Marquis|Duke|Bishop|Archbishop|Captain|Capt|"
    r"Major|Maj|Colonel|Col|Lieut|Lieutenant|Lt|Commander|Brigadier|General|Gen|Admiral|Air|Wing|Squadron|Flight|Rear|"
    r"Professor|Prof|Rev|Hon|Deputy|Senator|Alderman|Group)(?:\.?-|\.?[ ])){1,4}(?:(?i:the|of)[ ]){0,2}"
)
_PEERS = frozenset("lord lady viscount earl baron baroness marquess marquis duke duchess speaker chair".split())
_SURNAME = (
    r"(?:of[ ])?(?:(?:Mc|Mac|[A-Z][’'])?[A-Z]{2,}(?:[’'\-][A-Z]{2,})*|"
    r"(?:Mc|Mac|O[’'])?[^\W\d_a-z][^\W\d_A-Z]+(?:[’'\-][^\W\d_a-z][^\W\d_A-Z]+)?)"
)
_PERSON = rf"(?:(?i:the)[ ])?{_TITLE}(?:[^\W\d_a-z]\.[ ]?){{0,4}}(?:{_SURNAME}[ ]){{0,2}}{_SURNAME}"
_OFFICE_WORD = r"[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)?"
_OFFICE = rf"(?:The|THE)[ ](?:(?:{_OFFICE_WORD}|of|for|to|and|the|in|on),?[ ]){{0,12}}{_OFFICE_WORD}"
_MEMBERS = r"(?:(?i:Several|Some|An|A)[ ])?(?:(?i:noble[ ]lords?)|[Hh][Oo][Nn](?:\.|ourable)?[ ]M(?i:embers?))"
_QUALIFIERS = r"(?P<qualifiers>(?:[^\S\n]?\([^()\n]{2,90}\)){0,2})"
_NAME = rf"(?P<name>{_PERSON}|{_OFFICE}|{_MEMBERS})"
_REVISED = r"(?:\*[ ]?)?"
"""The asterisk before the name of a member who saw the report of his speech before it was printed."""
_LINE = re.compile(rf"{_REVISED}{_NAME}{_QUALIFIERS}(?P<stop>)(?=[^\S\n]*(?:\n|$))")
_MARKED = re.compile(
    rf"{_REVISED}{_NAME}{_QUALIFIERS}[^\S\n]?(?P<stop>:?)"
    r"(?=[^\S\n]*(?:\n|$)|(?<=:)\s|(?<=\))[^\S\n]?\S|[^\W\d_a-z“\"‘…—–]|(?:asked|rose|moved|said|had[ ]given)\b|"
    r"[^\S\n](?:asked|rose|moved|had[ ]given)\b)"
)
_ASKS = re.compile(rf"{_NAME}{_QUALIFIERS}(?P<stop>)(?=[ ]?(?:asked|to[ ]ask)[ ](?:the|H[ei][rs]|Mr|my)\b)")
_LONGEST = 120


def read_line_label(text: str) -> Label | None:
    """Return the label that is all of the first line of a text, as "Mr. Holm" or "The Minister of War (Mr. Lie)"."""
    match = _LINE.match(text) if len(text.partition("\n")[0]) <= _LONGEST else None
    return labelled(match, "line") if match and _is_somebody(match) else None


def read_marked_label(text: str) -> Label | None:
    """Return the label that stands behind a section mark, or None: "Mr. Holmasked the Minister …"."""
    match = _MARKED.match(text)
    return labelled(match, "marked") if match and _is_somebody(match) else None


def read_asker(text: str) -> Label | None:
    """Return who asks a question that has a number before it, or None: "Mr. HOLM asked the Minister …"."""
    match = _ASKS.match(text)
    return labelled(match, "asks") if match and _is_somebody(match) else None


def _is_somebody(match: re.Match[str]) -> bool:
    """Tell whether a label with "The" is an office: by its last word, or by who is named in brackets behind it."""
    name = match["name"]
    if not name.lower().startswith("the "):
        return True
    is_held = bool((HOLDERS | _PEERS) & {word.strip(",").lower() for word in name.split()})
    return is_held or re.search(rf"\(\s*{_TITLE}", match["qualifiers"]) is not None
