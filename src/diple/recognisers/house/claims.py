"""What becomes of the words that a convention fits: elements, gaps, notes, pages, blocks with roles."""

from __future__ import annotations

from collections.abc import Callable

from diple import patterns as re
from diple.conventions.table import Convention
from diple.conventions.wording import NUMBER_WORDS, UNITS, Filled
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.brackets.hands import place_value
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.house.places import consumed, kept_words
from diple.recognisers.hyphens import cut_at

_MEDIUM = re.compile(r"(?:in )?((?:(?:black|blue|red|green|violet|purple) )?(?:ink|pencil|pen|crayon|ballpoint))", re.I)
_SIDE = re.compile(r"(?<=\d) ([rv])(?:ecto|erso)$", re.I)
UNNAMED = "The hand of additions and notes by hand; whose is not said."


class Claim:
    """A place that a convention fits, with what is asked of it."""

    def __init__(self, draft: Draft, convention: Convention, found: Filled, setting: Setting) -> None:
        self.draft, self.convention, self.found = draft, convention, found
        self.setting = setting

    @property
    def keys(self) -> Attrs:
        """What the convention says of its meaning."""
        return dict(self.convention.keys)

    def words(self, slot: str) -> str:
        """Return the words of a slot, white space runs as single spaces, or ""."""
        place = self.found.slots.get(slot)
        return " ".join(self.draft.text[slice(*place)].split()) if place else ""

    @property
    def resp(self) -> str:
        """The pointer to whoever is responsible: named by the convention, else whose the brackets are."""
        return self.draft.agents.require(self.keys.get("by") or self.setting.agent)

    @property
    def hand(self) -> str:
        """The pointer to the hand."""
        words = self.words("hand") or self.keys.get("hand", "")
        if not words or words.casefold() in ("hand", "by hand"):
            return self.draft.hands.require("", UNNAMED)
        if medium := _MEDIUM.fullmatch(words):
            tool = medium[1].casefold()
            return self.draft.hands.require(tool, f"The hand that wrote in {tool}; whose is not said.")
        if words[0].isupper():
            return self.draft.hands.require(words.casefold(), f"The hand of {words}.", words)
        return self.draft.hands.require(words.casefold(), f"The hand of which is said: “{words}”.")

    @property
    def place(self) -> str:
        """The value of ``@place``."""
        return place_value(self.words("place")) if self.words("place") else self.keys.get("place", "unspecified")

    @property
    def is_asked(self) -> bool:
        """Tell whether the document itself says what the sign means, and a question mark doubts the words."""
        end = self.found.slots["text"][1]
        return self.convention.is_told and self.draft.text[end : end + 1] == "?"

    def consume(self) -> None:
        """Make signs of all but the words that stay."""
        for start, end in consumed(self.convention, self.found):
            self.draft.sign(start, end, why=self.convention.why)

    def enclose(self, tag: str, attrs: Attrs) -> None:
        """Put an element around the words that stay."""
        self.consume()
        kept = kept_words(self.convention, self.found)
        assert kept is not None
        self.draft.span(*kept, tag, attrs, why=self.convention.why)

    def whole_block(self) -> Block | None:
        """Return the block that the place fills, a full stop after it aside, or None."""
        block = self.draft.block_at(self.found.start)
        if block is None or block.start != self.found.start:
            return None
        return block if self.draft.text[self.found.end : block.end].strip() in ("", ".") else None


def claim_element(claim: Claim) -> None:
    """Put the element that a convention means around the words that stay."""
    keys, attrs = claim.keys, dict[str, str]()
    match claim.convention.means:
        case "addition":
            attrs = {"place": claim.place, "hand": claim.hand} | _only(keys, "cert")
        case "deletion":
            attrs = {"rend": keys.get("rend", "strikethrough")}
            attrs |= {"hand": claim.hand} if claim.words("hand") or "hand" in keys else {}
        case "supplied":
            reason = "translation" if claim.resp == "#translator" else "editorial"
            attrs = {"reason": keys.get("reason", reason), "resp": claim.resp} | _only(keys, "cert")
            attrs |= {"cert": "low"} if claim.is_asked else {}
        case "unclear":
            attrs = {"cert": keys.get("cert", "low"), "resp": claim.resp}
        case "highlight":
            attrs = {"rend": keys["rend"]}
        case "foreign":
            attrs = {"xml:lang": keys["lang"]}
    claim.enclose(claim.convention.meaning.tag, attrs)


def _only(keys: Attrs, *names: str) -> Attrs:
    return {name: keys[name] for name in names if name in keys}


def _claim_gap(claim: Claim) -> None:
    """Put a gap in the place of the wording, with how much is missing."""
    keys = claim.keys
    attrs = _only(keys, "reason", "unit", "quantity", "extent")
    if number := claim.words("number"):
        attrs["quantity"] = NUMBER_WORDS.get(number.casefold(), number)
    if unit := claim.words("unit"):
        attrs["unit"] = UNITS[unit.casefold().removesuffix("s")]
    if extent := claim.words("extent"):
        attrs["extent"] = extent
    claim.consume()
    claim.draft.point(claim.found.start, "gap", {**attrs, "resp": claim.resp})


def _claim_note(claim: Claim) -> None:
    """Make a note; one that is a whole paragraph stands as a block."""
    kind = claim.keys["type"] or claim.setting.agent
    by_hand = kind == "annotation"
    attrs: Attrs = {"type": kind}
    if by_hand or claim.words("place") or "place" in claim.keys:
        attrs["place"] = claim.place
    if by_hand or claim.words("hand") or "hand" in claim.keys:
        attrs["hand"] = claim.hand
    elif kind != "author":
        agent = claim.keys.get("by") or (kind if kind in ("translator", "editor", "transcriber") else "")
        attrs["resp"] = claim.draft.agents.require(agent) if agent else claim.resp
    if block := claim.whole_block():
        claim.draft.give_role(block, Role.NOTE, why=claim.convention.why)
    claim.enclose("note", attrs)


def _claim_stage(claim: Claim) -> None:
    """Make a stage direction; one that is a whole paragraph stands as a block."""
    attrs: Attrs = {"type": claim.keys["type"]}
    block = claim.whole_block()
    if claim.convention.wording.opener == "(":
        claim.draft.keep(claim.found.start, claim.found.start + 1)
        claim.draft.keep(claim.found.end - 1, claim.found.end)
    if block is None or not claim.draft.give_role(block, Role.STAGE, attrs=attrs, why=claim.convention.why):
        claim.enclose("stage", attrs)
        return
    claim.consume()


def _claim_page(claim: Claim) -> None:
    """Put the beginning of a page in the place of its number; one that is a block of its own becomes void."""
    draft, found = claim.draft, claim.found
    block = draft.block_at(found.start)
    if block is not None and draft.text[block.start : found.start].strip() == "" and found.end < block.end:
        block = draft.split_block(block, found.end)[0]
    elif block is not None and block.start < found.start and found.end == block.end:
        block = draft.split_block(block, found.start)[-1]
    if block is not None and block.start == found.start and not draft.text[block.end : found.end].strip():
        draft.give_role(block, Role.VOID, why=claim.convention.why)
    number = _SIDE.sub(r"\1", claim.words("number").rstrip("."))
    _place_milestone(claim, "pb", {"n": number} if number else {}, rank=10)


def _claim_line(claim: Claim) -> None:
    """Put the beginning of a line in the place of a sign, unless the block or a short line of the source ends there."""
    text, found = claim.draft.text, claim.found
    block = claim.draft.block_at(found.start)
    words = text[block.start if block else found.start : found.start]
    is_last = block is None or not text[found.end : block.end].strip()
    end = found.start + len(text[found.start : found.end].rstrip())
    is_short = len(words.rpartition("\n")[2]) < _SHORT and _NEXT_LINE.match(text, end) is not None
    if is_last or is_short:
        claim.draft.sign(found.start - len(words) + len(words.rstrip()), end, why=claim.convention.why)
    else:
        _place_milestone(claim, "lb", {})


_SHORT = 40
"""A line with fewer characters, over one that begins with a capital, was not broken for want of room."""
_NEXT_LINE = re.compile(r"[ \t]*\r?\n[ \t]*(?=[^\W\d_a-z])")


def _place_milestone(claim: Claim, tag: str, attrs: Attrs, rank: int = 50) -> None:
    """Consume a sign and put a milestone there; of a word that it cuts the hyphen goes with it."""
    draft, found = claim.draft, claim.found
    block = draft.block_at(found.start)
    cut = cut_at(draft.text, block.start, found.start, found.end) if block and found.end < block.end else None
    if cut is None:
        claim.consume()
        draft.point(found.start, tag, attrs, rank=rank)
    else:
        draft.sign(cut.start, cut.end, why=claim.convention.why)
        draft.point(cut.end, tag, attrs | cut.attrs, rank=rank)


def _claim_docket(claim: Claim) -> None:
    """Make a paragraph a docket."""
    if block := claim.whole_block():
        attrs: Attrs = {"type": "docket"}
        if claim.draft.give_role(block, Role.POSTSCRIPT, tag="ab", attrs=attrs, why=claim.convention.why):
            claim.consume()


def _claim_text(claim: Claim) -> None:
    """Keep signs as words of the document, which nobody else may claim."""
    for start, end in consumed(claim.convention, claim.found):
        claim.draft.keep(start, end)


CLAIMS: dict[str, Callable[[Claim], None]] = {
    "gap": _claim_gap,
    "note": _claim_note,
    "stage": _claim_stage,
    "page": _claim_page,
    "line": _claim_line,
    "docket": _claim_docket,
    "text": _claim_text,
}
