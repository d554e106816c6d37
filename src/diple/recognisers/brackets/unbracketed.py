"""The same wordings without square brackets: notes in parentheses or as paragraphs, "(sic)" (TEI 3.5.1, 3.9.1)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.handlabels import hand_of_label, label_before, starts_of_hands, told_by_hand
from diple.recognisers.brackets.hands import claim_addition, hand_label, hand_of, is_only_label, place_value
from diple.recognisers.brackets.labels import AGENTS
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.notes import claim_labelled, note_attrs
from diple.recognisers.brackets.othersigns import claim_in_other_signs, tells_of_foot
from diple.recognisers.brackets.owned import owner_of_label
from diple.recognisers.brackets.place import Place, place_of, sign_rest
from diple.recognisers.brackets.relayed import claim_relayed
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.sic import claim_sic
from diple.recognisers.brackets.stamps import claim_labelled_stamp
from diple.recognisers.brackets.tree import Bracket
from diple.recognisers.pages.forms import PAGE_WORDING
from diple.recognisers.stage import is_direction

_LONGEST = 1_500
_WHO = "|".join(f"(?:{names})" for _, names in AGENTS)
_OPENS_NOTE = re.compile(
    rf"\((?=(?:{_WHO})[.’'`]*s?\s*(?:note|comment|remark)s?\s*[:–—-]|(?:transl?|tr|t\.? ?n|eds?|transcr)\.?:\s)", re.I
)
_CLOSES_NOTE = re.compile(
    rf"\((?=[^()\n]{{1,300}}?(?:\s[-–—]|,|;|\.)\s*(?:{_WHO})[.’'`]*s?(?:\s*(?:notes?|remark|comment))?\.?\))", re.I
)
_BY_HAND = re.compile(
    r"\((?=(?:hand-?written|marginal|marginalia|written|note|noted|added|inserted|entered|insertion|addition|"
    r"annotation|"
    r"in (?:the )?(?:left |right )?(?:margin|pencil|ink|red|blue|green))\b[^()\n]{0,80}?(?:[:–—]|\s-\s|[“\"]))",
    re.I,
)
_ON_MARKS = re.compile(
    r"\((?=(?:(?:the|this|these|those|last|previous|preceding|next|following|whole|entire|several|some|two|three|"
    r"four|five|six|\d{1,2}) )*(?:words?|sentences?|"
    r"paragraphs?|passages?|lines?|names?|phrases?|text|quotation)\b[^()\n]{0,80}?\b(?:underlin|underscor|circled|"
    r"ticked|"
    r"highlighted|sidelined|crossed (?:out|through)|marked (?:in|by|with)))",
    re.I,
)
"""A remark on marks in parentheses: "(The word “bridge” is underlined twice.)"."""
_SIC = re.compile(r"\((sic[!.]?)\)|(?<!\w)/(sic[!.]?)/(?!\w)", re.I)
_CARETS = re.compile(
    r"(?<![\w^])\^(?=[^\s^])(?:[^^\n\[\]]{1,120}?(?<=[^\s^])\^(?![\w^])|(?:[^\W\d_]{1,20}|[£$])\^(?=\w))"
)
_MARKED_BODY = re.compile(r"^\[\^[^\]\s]{1,24}\]:", re.M)
_CARET_WORD = re.compile(r"\[\^(?P<words>(?=[^\]\d]*[^\W\d])[^\]\[^\n]{1,120}?)\^?\](?![(:])")
"""A caret that opens a bracket stands for the mark that sets an addition between the words: "[^real]"."""
_BARS = re.compile(
    r"\\(?<!\S\\)(?P<words>[^\W_](?:[^\\/\n]{0,80}[^\W_.,])?)/(?=[\s.,;:!?)]|$)|⸌(?P<half>[^⸌⸍\n]{1,120})⸍"
)
"""Words between a backslash and a slash, or between the signs of the critical edition, stand above the line."""
_CARET_SIGNS = re.compile(
    r"(?:[‸⁁⎀](?=[^‸⁁⎀\n]{1,90}[‸⁁⎀])|↑(?=[^↑↓\n]{1,90}↓))(?P<words>[^\s‸⁁⎀↑↓][^‸⁁⎀↑↓\n]{0,80})[‸⁁⎀↓]"
)
"""Words between two signs of insertion, or between two arrows, stand above the line."""
_ANGLES = re.compile(
    r"⟨(?P<sure>[^⟨⟩\s][^⟨⟩\n]{0,200})⟩|〈(?P<cjk>[^〈〉\s][^〈〉\n]{0,200})〉|⟦(?P<erased>[^⟦⟧\s][^⟦⟧\n]{0,200})⟧|"
    r"<(?P<ascii>[^\W\d_](?:[\w ,’'-]{0,58}[\w.])?)(?P<doubt>[?,]?)>|"
    r"(?<=[^\W\d_])\{(?P<letters>[^\W\d_]{1,8})\}|\{(?P<lead>[^\W\d_]{1,8})\}(?=[^\W\d_])"
)
"""Angle brackets are the editor's own, around what the writer left out; double square ones, around what he erased."""
_PARENTHESES = re.compile(r"[()]")
_PARAGRAPH = re.compile(
    "|".join(rf"(?P<{agent}>(?:{names}))" for agent, names in AGENTS).join(("(?:", ")"))
    + r"[.’'`]*s?\s+(?:note|comment|remark)s?\s*(?::|[–—]|-\s)\s*(?=\S)",
    re.I,
)


def claim_unbracketed_notes(draft: Draft, setting: Setting) -> None:
    """Claim notes in parentheses and paragraphs that begin with a note's label, and "(sic)"."""
    _read_labels_of_additions(draft)
    claim_in_other_signs(draft, setting)
    for bracket in _parentheses(draft):
        place = place_of(setting, bracket)
        if draft.text[bracket.inner_start : bracket.inner_start + 3].casefold() == "sic":
            claim_sic(place)
        elif not (claim_relayed(place) or claim_labelled(place)) and _is_by_hand(place):
            claim_addition(place)
        elif _ON_MARKS.match(draft.text, bracket.start) and not draft.is_signed(bracket.start, bracket.start + 1):
            place.note({"type": "description", "resp": place.resp, "cert": "medium"})
    above: tuple[re.Pattern[str], ...] = (_BARS, _CARET_SIGNS)
    if not _MARKED_BODY.search(draft.text):
        above = (_CARET_WORD, *above)
    for block in draft.body_blocks():
        if "^" in draft.text:
            _claim_carets(draft, block)
            _claim_raised(draft, block)
        _claim_set_above(draft, block, above)
        _claim_angles(draft, setting, block)
    for block in list(draft.open_blocks()):
        for number, part in enumerate(_parted(draft, block)):
            _claim_paragraph(draft, setting, part, follows=number > 0)


def _read_labels_of_additions(draft: Draft) -> None:
    """Make notes of the additions, by a key to the signs, that a label heads as remarks: "{in the margin: when?}"."""
    for span in [one for one in draft.spans if one.tag == "add" and one.by == "house"]:
        first = draft.lined.rfind("\n", 0, span.start) + 1
        if not draft.words(first, span.start).strip():
            continue  # a line of its own, which is read as a paragraph
        found = label_before(draft.text[span.start : span.end])
        start = span.start + found[1] if found else span.end
        while start < span.end and draft.text[start].isspace():
            start += 1
        if found and start < span.end and not draft.is_signed(span.start, start):
            draft.withdraw([span])
            draft.sign(span.start, start)
            attrs = {"place": place_value(found[0]), "hand": hand_of_label(draft, found[0])}
            draft.span(start, span.end, "note", {"type": "annotation", **attrs})


def _parentheses(draft: Draft) -> Iterator[Bracket]:
    """Yield "(sic)" and the parentheses that open with a note's label, outside metadata."""
    starts = [block.start for block in draft.blocks]
    for pattern in (_SIC, _OPENS_NOTE, _CLOSES_NOTE, _BY_HAND, _ON_MARKS):
        for match in pattern.finditer(draft.text):
            index = bisect_right(starts, match.start()) - 1
            end = match.end() if pattern is _SIC else _close_of(draft.text, match.start())
            if (
                index < 0
                or end is None
                or draft.is_signed(match.start(), match.start() + 1)
                or draft.is_signed(end - 1, end)
            ):
                continue
            if draft.blocks[index].role not in (Role.META, Role.VOID):
                yield Bracket(match.start(), end, match.start() + 1, end - 1, 0)


def _claim_carets(draft: Draft, block: Block) -> None:
    """Claim what a transcriber sets between carets, written above the line: "killed ^4 hogs^"."""
    for match in _CARETS.finditer(draft.text, block.start, block.end):
        if not draft.is_signed(*match.span()):
            start, end = match.start() + 1, match.end() - 1
            draft.sign_around(*match.span(), start, end)
            hand = draft.hands.require("", "The hand of additions and notes by hand; whose is not said.")
            draft.span(start, end, "add", {"place": "above", "hand": hand})


_RAISED = re.compile(
    r"(?<![\w^])(?P<word>(?:y|w|M|D|S|Hon|Gov|Capt|Maj|Esq|s|th|wh|rec|L|Ma|ho|ob|se)\^(?P<up>[a-z]{1,5}))(?![\w^(])"
    r"|(?<![\w^])(?P<other>[A-Za-z]{2,10}\^(?P<end>[a-z]{1,3}))(?![\w^(])"
)
"""Letters written above the line to shorten a word: y^e, w^ch, M^r."""


def _claim_raised(draft: Draft, block: Block) -> None:
    """Claim letters after a caret as raised."""
    for match in _RAISED.finditer(draft.text, block.start, block.end):
        start, end = match.span("up") if match["up"] else match.span("end")
        if not draft.is_signed(start - 1, end):
            draft.sign(start - 1, start, why="caret before raised letters")
            draft.span(start, end, "hi", {"rend": "superscript"}, rank=60)


def _claim_set_above(draft: Draft, block: Block, patterns: Iterable[re.Pattern[str]]) -> None:
    """Claim words set above the line: "[^real]", "\\real/"."""
    for pattern in patterns:
        for match in pattern.finditer(draft.text, block.start, block.end):
            if draft.is_signed(*match.span()):
                continue
            span = match.span("half") if pattern is _BARS and match["half"] else match.span("words")
            draft.sign_around(*match.span(), *span)
            hand = draft.hands.require("", "The hand of additions and notes by hand; whose is not said.")
            draft.span(*span, "add", {"place": "above", "hand": hand})


def _claim_angles(draft: Draft, setting: Setting, block: Block) -> None:
    """Claim what an editor supplies in angle brackets: "⟨was⟩", "broth<er>", "broth{er}"; tags and voices are none."""
    for match in _ANGLES.finditer(draft.text, block.start, block.end):
        group = next(
            (name for name in ("sure", "cjk", "erased", "ascii", "letters", "lead") if match[name] is not None), ""
        )
        if draft.is_signed(*match.span()) or (group == "ascii" and not _is_supplied(draft, setting, match)):
            continue
        start, end = match.span(group)
        end += match["doubt"] == ","
        if attrs := gap_attrs(match[group]):
            draft.sign(*match.span())
            draft.point(match.start(), "gap", {**attrs, "resp": draft.agents.require(setting.agent)})
            continue
        if group == "erased":
            draft.sign_around(*match.span(), start, end)
            draft.span(start, end, "del", {"rend": "erased"})
            continue
        glued = (
            draft.text[match.start() - 1 : match.start()].isalpha()
            or draft.text[match.end() : match.end() + 1].isalpha()
        )
        reason = "completion" if glued else "editorial"
        reason = reason if any(char.isalnum() for char in match[group]) else "punctuation"
        attrs = {"reason": reason, "resp": draft.agents.require(setting.agent)}
        draft.sign_around(*match.span(), start, end)
        cert = {} if group in ("sure", "letters", "lead") else {"cert": "low" if match["doubt"] == "?" else "medium"}
        draft.span(start, end, "supplied", {**attrs, **cert})


def _is_supplied(draft: Draft, setting: Setting, match: re.Match[str]) -> bool:
    """Tell whether words between less-than and more-than signs may complete the text."""
    words = match["ascii"]
    if setting.is_talk or is_direction(words) or gap_attrs(words) or tells_of_foot(words):
        return False
    if draft.text.find(f"</{words}>", match.end(), match.end() + _ELEMENT) >= 0:
        return False
    return len(words.split()) <= _MOST_IN_ANGLES and not PAGE_WORDING.match(words)


_MOST_IN_ANGLES = 6
_ELEMENT = 4_000
"""The most characters of an element of HTML, up to the tag that ends it."""


def _is_by_hand(place: Place) -> bool:
    """Tell whether parentheses hold a label of a hand, alone in their paragraph or by a word that only hands have."""
    length = hand_label(place.inner)
    return length is not None and (place.stands_alone or bool(_NAMES_HAND.search(place.inner, 0, length)))


_NAMES_HAND = re.compile(r"hand-?writ|\bby hand\b|\bmarginal", re.I)


def _close_of(text: str, start: int) -> int | None:
    """Return the offset after the parenthesis that closes the one at ``start``, or None if it is too far."""
    depth = 0
    for match in _PARENTHESES.finditer(text, start, start + _LONGEST):
        depth += 1 if match.group() == "(" else -1
        if depth == 0:
            return match.end()
    return None


def _claim_paragraph(draft: Draft, setting: Setting, block: Block, *, follows: bool) -> None:
    if _claim_told(draft, block, follows=follows) or _claim_written(draft, setting, block):
        return
    match = _PARAGRAPH.match(draft.text, block.start, block.end)
    if match is None or block.joined or draft.is_signed(*match.span()):
        return
    agent = next(name for name, _ in AGENTS if match[name])
    place = Place(setting, Bracket(block.start, block.end, match.end(), block.end, 0), block, block.start, block.end)
    sign_rest(draft, block.start, match.end())
    draft.give_role(block, Role.NOTE)
    draft.span(match.end(), block.end, "note", note_attrs(place, agent))


_WRITTEN = re.compile(
    r"/(?P<slashed>[^:/\n]{4,60}):\s+(?=[^/\n]{2,300}/\s*\Z)|"
    r"(?P<label>(?=[^:\n]*(?:by hand|hand-?writ|marginal|in the margin|in (?:\w+ )?(?:ink|pencil|crayon)|minute by the|"
    r"on the (?:back|reverse|verso|cover|outside|envelope)|overleaf))"
    r"[^:“\"\n]{6,90}?)"
    r"(?:\s*:\s*[–—-]?\s*|\s+(?=[“\"]))(?=\S)|"
    r"(?P<corner>(?:in|on|at) the (?:upper|lower|top|bottom)\b[^:“\"\n]{3,60}?|there is an? (?:note|notation|"
    r"resolution|inscription)\b[^:“\"\n]{3,60}?):\s*(?=[“\"])|"
    r"\((?P<round>hand-?written|in (?:\w+ )?(?:handwriting|pencil|ink)|by hand|in hand)\):?\s+(?=\S)",
    re.I,
)


def _parted(draft: Draft, block: Block) -> list[Block]:
    """Return the parts of a block in which each line is headed as written by hand, else the block itself."""
    starts = starts_of_hands(draft, block.start, block.end)
    if len(starts) < 2:
        starts = [block.start, *(match.end() for match in _LINE_END.finditer(draft.lined, block.start, block.end))]
        ends = [*starts[1:], block.end]
        if len(starts) < 2 or not all(_heads_hand(draft, *bounds) for bounds in zip(starts, ends, strict=True)):
            return [block]
    parts = [block]
    for start in starts[1:]:
        parts[-1:] = draft.split_block(parts[-1], start)
    return parts


def _heads_hand(draft: Draft, start: int, end: int) -> bool:
    if told_by_hand(draft, start, end):
        return True
    match = _WRITTEN.match(draft.text, start, end)
    label = (match["label"] or match["corner"] or match["round"] or match["slashed"]) if match else ""
    return bool(label) and (is_only_label(label) or bool(owner_of_label(label)))


def _claim_told(draft: Draft, block: Block, *, follows: bool) -> bool:
    """Claim a paragraph that begins with a label which tells piece by piece of a hand, in whatever signs it stands."""
    bounds = None if block.joined else told_by_hand(draft, block.start, block.end, follows=follows)
    if bounds is None:
        return False
    label, start, end = bounds
    around = {"note", "add", "supplied"}
    within = [one for one in draft.spans if one.tag in around and block.start <= one.start <= start and end <= one.end]
    draft.withdraw(within)
    sign_rest(draft, block.start, start)
    draft.give_role(block, Role.NOTE)
    sign_rest(draft, end, block.end)
    draft.span(
        start, end, "note", {"type": "annotation", "place": place_value(label), "hand": hand_of_label(draft, label)}
    )
    return True


_LINE_END = re.compile(r"\s*\n\s*(?=\S)")


def _claim_written(draft: Draft, setting: Setting, block: Block) -> bool:
    """Claim a paragraph that its first words head as written by hand: "Remark in handwriting on the side: …"."""
    if block.joined:
        return False
    if claim_labelled_stamp(draft, block, is_above=block.start <= setting.text_begins):
        return True
    match = _WRITTEN.match(draft.text, block.start, block.end)
    if match is None or draft.is_signed(*match.span()):
        return False
    label = match["label"] or match["corner"] or match["round"] or match["slashed"]
    owner = "" if is_only_label(label) else owner_of_label(label)
    if not owner and not is_only_label(label):
        return False
    place = Place(setting, Bracket(block.start, block.end, match.end(), block.end, 0), block, block.start, block.end)
    draft.sign(block.start, match.end())
    draft.give_role(block, Role.NOTE)
    hand = draft.hands.require(owner.casefold(), f"The hand of {owner}.", owner) if owner else hand_of(place, label)
    attrs = {"type": "annotation", "place": place_value(label), "hand": hand}
    end = block.end - 1 if match["slashed"] else block.end
    draft.sign(end, block.end)
    draft.span(match.end(), end, "note", attrs)
    return True
