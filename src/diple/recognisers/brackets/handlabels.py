"""Labels that tell of a later hand, read piece by piece: "At the foot, in pencil, Orbell’s hand" (TEI 11.3.2.1).

A piece is a place on the sheet, what was written with, whose hand it is, the kind of writing or who signed it; they
stand in any order, between commas or not. Words that are none of these make it no such label.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft

_DETERMINER = r"(?:the|its|this|that|these|a|an|another|same|his|her|my|our)"
_NOUN = (
    r"(?:margins?|head|foot|top|bottom|side|edge|corner|back|reverse|verso|recto|envelope|cover|wrapper|jacket|folds?|"
    r"page|"
    r"leaf|sheet|flyleaf|endpaper|end|outside|inside|front|docket|slip|letter|letterhead|telegram|form|draft|"
    r"memorandum|"
    r"title|heading|signatures?|text|lines?|beginning|address|postcard|photograph|card|folder|file|copy|document|"
    r"paper|list)"
)
_SITED = (
    r"(?:upper|lower|top|bottom|left|right|left-hand|right-hand|outer|inner|front|back|first|second|third|fourth|last|"
    r"next|"
    r"blank|facing|opposite|inside|outside|same|typed|written|whole|extreme)"
)
_BESIDE = (
    rf"(?:\s+(?:of|to|on|beside|against|opposite|under|at|near)\s+(?:(?:{_DETERMINER}|{_SITED}|{_NOUN}|page|pp?\.|"
    r"paras?\.?|paragraphs?|items?|points?|nos?\.|sentences?|words?|date|fol(?:io)?s?\.?|ff?\.|passage|names?|no|"
    r"\d{1,4}[rv]?\b|\([a-z\d]{1,3}\)|[a-z][/)]|[ivxl]{1,6}\b|and|[-–,])\s*)+)?"
)
_PLACE = re.compile(
    r"(?:(?:immediately|just|also|written|again) )?(?:"
    rf"(?:in|on|at|along|across|down|up|near|beside|by|over|under|around|opposite|against|next to|within|inside|"
    rf"outside|to)\s+"
    rf"(?:{_DETERMINER}\s+)*(?:{_SITED}\s+)*{_NOUN}\b{_BESIDE}|"
    r"(?:opposite|beside|against|next to|under|below|above) (?:the )?(?:paragraphs?|paras?\.?|items?|points?|nos?\.|"
    r"lines?) "
    r"(?:\d{1,3}|\([a-z\d]{1,3}\)|[a-z]\b)|"
    r"(?:above|below|beneath|beside|under|underneath|opposite|over)\b(?:\s+(?:it|that|this|these|the (?:signature|"
    r"text|line|"
    r"date|last line|typed signature|stamp|title|note|address|same)))?|"
    r"overleaf|upside[- ]down|crosswise|sideways|vertically|diagonally|lengthwise|between the lines|interlined|"
    r"(?:(?:in|at|on)\s+)?(?:the\s+)?(?:top|bottom|upper|lower|foot|head)[ -](?:left|right|centre|"
    r"center)\b(?:[ -]hand)?"
    r"(?: corner)?|"
    rf"(?:the\s+)?(?:{_SITED}[\s-]+)*(?:margins?|foot|head|top|bottom|back|reverse|verso|recto|envelope|cover|wrapper|"
    rf"corner|"
    rf"outside|docket)\b{_BESIDE})",
    re.I,
)
_COLOUR = r"(?:black|blue|red|green|violet|purple|brown|gr[ae]y|orange|yellow|white|colou?red|mauve|pink)"
_MEDIUM = re.compile(
    rf"(?:(?:in|with|by)\s+)?(?:(?:the|a|an|same|thick|thin|faint|faded|light|dark|{_COLOUR}|copying|indelible|lead|"
    rf"ordinary|"
    r"soft|fountain|felt|steel|different|other|another|blue-black|chemical)[\s-]+)*"
    r"(?P<tool>ink|pencil|crayon|ballpoint|biro|pen|chalk|charcoal|felt-tip|marker)\b(?: pen| pencil)?|"
    rf"in {_COLOUR}\b",
    re.I,
)
_HAND = re.compile(
    r"(?:(?:in|by)\s+)?(?:(?:the|a|an|one|yet|another|different|other|later|second|third|fourth|fifth|unknown|"
    r"unidentified|"
    r"unnamed|same|original|clerical|foreign|contemporary|modern|unfamiliar|small|large|careful|hasty|firm|shaky|some|"
    r"first|own|his|her|my|present|of|still)\s+)+hand(?:writing)?\b(?:\s+as\s+(?:before|above|below|the [\w ]{3,30}|"
    r"in the "
    r"\w+))?|(?:in|by)\s+hand\b|hand-?written\b|by\s+(?:an?other|a different|the same|an unknown|a later)\s+(?:person|"
    r"reader|"
    r"clerk|writer|official)\b",
    re.I,
)
_NAME = r"(?:[A-Z][\w.-]*(?:[’'][A-Z]\w+)?(?:\s+(?:[A-Z][\w.-]*(?:[’'][A-Z]\w+)?|of|the|von|de|van|der|for|and))*)"
_OF_OFFICE = r"(?!(?:in|on|at|by|with)\b)[\w.-]+"
_OFFICE = rf"(?:(?:the|my|our|his|her|an?)(?:\s+{_OF_OFFICE}){{1,4}})"
_WHO = rf"(?:(?:the|my|our|his|her|an?)(?:\s+{_OF_OFFICE}){{1,4}}?|{_NAME})"
_OWNED = re.compile(
    rf"(?:(?i:in)\s+)?(?:(?i:the)\s+)?(?i:hand|handwriting)\s+(?i:of)\s+(?P<of>{_OFFICE}|{_NAME})|"
    rf"(?:(?i:in)\s+)?(?P<whose>{_WHO})(?:[’']s|s[’'])\s+(?:(?i:own)\s+)?(?i:hand|handwriting)\b"
)
_BY = re.compile(rf"(?i:by|from|of)\s+(?P<of>{_OFFICE}|{_NAME})")
_STRONG = re.compile(
    r"(?:(?:an?|the|another|further|later|brief|short|undated|unsigned|there (?:is|are)|two|three) )*"
    r"(?:(?:hand-?written|manuscript|marginal|pencil(?:led|ed)?|ink|penned|inked) (?:note|minute|remark|comment|"
    r"annotation|"
    r"addition|inscription|docket|endorsement|resolution|instruction|notation|gloss|query|entry|memo|word|sign|mark)s?|"
    r"marginalia|marginal|annotat(?:ion|ed)s?|inscri(?:ption|bed)|docket(?:ed)?|endorse(?:d|ment)|scribbled?|scrawled|"
    r"pencil(?:led|ed)|penned|jotted)\b",
    re.I,
)
_KIND = re.compile(
    r"(?:(?:an?|the|another|further|later|brief|short|undated|unsigned|there (?:is|are)|two|three|also) )*"
    r"(?:notes?|minutes?|remarks?|comments?|additions?|resolutions?|instructions?|quer(?:y|ies)|entr(?:y|ies)|orders?|"
    r"decisions?|corrections?|insertions?|apostilles?|visas?|words?|written|added|noted|entered|inserted|marked|reads|"
    r"reading|writes|underlined|initials)\b",
    re.I,
)
_OWNERS_KIND = re.compile(
    rf"(?P<whose>{_WHO})(?:[’']s|s[’'])\s+(?:own\s+)?(?i:notes?|minutes?|remarks?|comments?|decisions?|orders?|"
    rf"resolutions?|"
    r"instructions?|quer(?:y|ies)|initials|reply|answer)\b"
)
"""Somebody's writing: "Director's decision"."""
_SIGNED = re.compile(
    r"(?:unidentified|unnamed|unknown|anonymous)\b(?: (?:reader|writer|official))?|"
    r"(?:initials?|signature|writing)?\s*(?:illegible|unread|hardly legible|unclear)\b|(?:initiall?ed|signed|dated|"
    r"undated|unsigned)\b(?:\s+(?:[“\"][^”\"]{1,30}[”\"]|"
    r"[A-Z]\.?(?:[ -]?[A-Z]\.?){0,4}(?![a-z])|"
    r"\d[\w. /]{0,24}|by (?=[A-Z])))?",
    re.I,
)
_JOINT = re.compile(r"[\s,;]*(?:(?:and|then)\s+)?")
_ENDS = re.compile(r"\s*(?:$|[,;]|(?:in|on|at)\b)")
_PLAIN_WHO = re.compile(rf"(?:the\s+)?(?:{_NAME}|(?:the|my|our|his|her)\s+(?:[\w-]+\s*){{1,4}})")
_NO_OWNER = frozenset(
    "hand handwriting margin note page letter line word words text paragraph figure table chapter section article part "
    "in on at to for with address seal stamp letterhead printed title date reference signature "
    "postmark enclosure list copy summary original text typed heading caption photograph map drawing from see same "
    "other another".split()
)
_LONGEST = 110


class HandLabel(NamedTuple):
    """What a label tells: whose hand, what it is told apart by, and how sure it is that somebody wrote by hand.

    ``owner``, ``hand`` and ``tool`` are "" where it is not said; ``is_sure`` says that hand or tool are named,
    ``pieces`` how many things it tells.
    """

    owner: str
    hand: str
    tool: str
    is_sure: bool
    pieces: int


@lru_cache(maxsize=4096)
def read_label(words: str, *, placed: bool = False) -> HandLabel | None:
    """Return what a label without its colon tells of a later hand, or None if it is no such label.

    ``placed`` says that a place on the sheet alone is enough.
    """
    label = " ".join(words.split()).lstrip(" [(*_").rstrip(" ]*_:–—-")
    if not 4 <= len(label) <= _LONGEST:
        return None
    return None if _UNDERLINED.match(label) else _Reader(label).read(placed=placed)


_UNDERLINED = re.compile(
    r"(?:words? |last \w+ )?(?:twice |doubly )?(?:underlin|underscor|sidelin|circled|struck|crossed|deleted|"
    r"cancelled)\w*"
    r"(?![^:]*\bmargin)",
    re.I,
)
"""Words on what was done to the text itself, which nobody wrote beside it."""


class _Reader:
    """Reads a label from left to right."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.position = 0
        self.pieces = 0
        self.is_sure = self.is_placed = False
        self.owner = self.hand = self.tool = ""

    def read(self, *, placed: bool) -> HandLabel | None:
        while self.position < len(self.label):
            start = self.position
            joint = _JOINT.match(self.label, start)
            self.position = joint.end() if joint else start
            if self.position >= len(self.label):
                break
            if not (self._takes_piece() or self._takes_owner()):
                return None
            self.pieces += 1
        told = self.is_sure or (self.is_placed and (placed or self.owner))
        return HandLabel(self.owner, self.hand, self.tool, self.is_sure, self.pieces) if told else None

    def _takes_piece(self) -> bool:
        if match := _SIGNED.match(self.label, self.position):
            self.position = match.end()
            return True
        if match := _OWNED.match(self.label, self.position):
            self.owner, self.is_sure = self._named(match), True
        elif match := _OWNERS_KIND.match(self.label, self.position):
            self.owner = self._named(match)
        elif match := _HAND.match(self.label, self.position):
            self.pieces += " hand" in match[0].casefold()
            self.hand, self.is_sure = " ".join(match[0].casefold().split()), True
        elif match := _MEDIUM.match(self.label, self.position):
            self.tool, self.is_sure = " ".join(match[0].casefold().split()), True
        elif match := _STRONG.match(self.label, self.position):
            self.is_sure = True
        elif not (match := _KIND.match(self.label, self.position)):
            match = _PLACE.match(self.label, self.position)
            self.is_placed = self.is_placed or match is not None
        if match is None:
            return False
        self.position = match.end()
        return True

    def _takes_owner(self) -> bool:
        """Take who wrote, behind "by" or in a piece of its own: "in ink, Amirejib"."""
        begins = self.position == 0 or self.label[: self.position].rstrip()[-1:] in ",;"
        match = _BY.match(self.label, self.position) or (
            _PLAIN_WHO.match(self.label, self.position) if begins else None
        )
        if match is None or self.owner or not self._ends_piece(match.end()):
            return False
        self.owner, self.position = self._named(match), match.end()
        return _NO_OWNER.isdisjoint({word.casefold() for word in (self.owner.split()[0], self.owner.split()[-1])})

    def _ends_piece(self, end: int) -> bool:
        return _ENDS.match(self.label, end) is not None

    def _named(self, match: re.Match[str]) -> str:
        groups = match.groupdict()
        return (groups.get("of") or groups.get("whose") or match[0]).strip(" ,")


_COLON = re.compile(r"[:–—](?=[\s“\"‘'«)\]*_]|$)")


def label_before(words: str, *, placed: bool = False) -> tuple[str, int] | None:
    """Return the label with which words begin, and where what it heads begins; None if they begin with none."""
    for match in _COLON.finditer(words[: _LONGEST + 2]):
        if '"' in words[: match.start()] and words.count('"', 0, match.start()) % 2:
            continue
        if read_label(words[: match.start()], placed=placed):
            return words[: match.start()], match.end()
    return None


def hand_of_label(draft: Draft, label: str) -> str:
    """Return the pointer to the hand that a label tells: its owner, else what tells it apart, else the unnamed one."""
    told = read_label(label)
    if told is not None and told.owner:
        owner = _LEADING.sub("the ", told.owner.title()) if told.owner.isupper() else told.owner
        return draft.hands.require(owner.casefold(), f"The hand of {owner.rstrip('.')}.", owner)
    if told is not None and told.tool and not _APART.search(told.hand):
        tool = told.tool.removeprefix("in ").removeprefix("with ")
        return draft.hands.require(tool, f"The hand that wrote in {tool}; whose is not said.")
    if told is not None and (apart := _APART.search(told.hand)):
        return draft.hands.require(f"{apart[0]} hand", f"A {apart[0]} hand; whose is not said.")
    return draft.hands.require("", "The hand of additions and notes by hand; whose is not said.")


_LEADING = re.compile(r"^The ")
_APART = re.compile(r"\b(?:second|third|fourth|fifth|contemporary|modern|clerical|unfamiliar|later)\b")
"""Words that tell one unnamed hand from another."""


_OPENERS = {"(": ")", "{": "}", "/": "/", "<": ">"}
_LEAD = re.compile(r"[\s(\[{/<+*_]*")
_LEAST = 2
"""The fewest things that a label without brackets has to tell, tool or hand among them."""


def told_by_hand(draft: Draft, start: int, end: int, *, follows: bool = False) -> tuple[str, int, int] | None:
    """Return the label with which a paragraph begins, and where what it heads begins and ends; None if there is none.

    The label may stand in parentheses or the like, or the whole paragraph in them; emphasis sets it apart as well.
    One that ``follows`` another need not say that somebody wrote by hand.
    """
    text, offsets = draft.clean(start, min(end, start + _LONGEST + 40))
    lead = _LEAD.match(text)
    first = lead.end() if lead else 0
    opened = text[:first].strip()
    found = label_before(text[first:], placed=True)
    if found is None or "[" in opened:
        return None
    told = read_label(found[0])
    is_apart = bool(opened) or draft.text[start] in _OPENERS or (follows and told is not None and bool(told.owner))
    is_sure = told is not None and told.is_sure and told.pieces >= _LEAST
    if not (is_sure or is_apart or _is_emphasised(draft, offsets[first], offsets[first])):
        return None
    return _what_is_headed(draft, found[0], offsets[first + found[1]], end, opened)


def _what_is_headed(draft: Draft, label: str, start: int, end: int, opened: str) -> tuple[str, int, int] | None:
    """Return a label with the bounds of what it heads, without the signs that close what was ``opened`` before it."""
    closers = "".join(_OPENERS.get(sign, sign) for sign in reversed(opened))
    start, end = draft.inner(start, end)
    if closers and draft.text.startswith(closers, start):
        start += len(closers)
    elif closers and not draft.text.endswith(closers, start, end):
        return None
    elif closers:
        end -= len(closers)
    start, end = draft.inner(start, end)
    return (label, start, end) if start < end else None


_NEXT = re.compile(r"(?<=[.!?”\"’')])\s+(?=[A-Z(\[*_])|\s*\n\s*(?=\S)")


def starts_of_hands(draft: Draft, start: int, end: int) -> list[int]:
    """Return where the parts of a paragraph begin that labels head of which each tells of a hand; the first is it."""
    if not told_by_hand(draft, start, end):
        return [start]
    ends = (match.end() for match in _NEXT.finditer(draft.lined, start, end))
    return [start, *(position for position in ends if told_by_hand(draft, position, end, follows=True))]


def _is_emphasised(draft: Draft, start: int, end: int) -> bool:
    if start and draft.text[start - 1] in "*_" and draft.is_signed(start - 1, start):
        return True
    return any(span.tag == "hi" and span.start <= start and end <= span.end + 1 for span in draft.spans)
