"""What was crossed out, and what stands in its place (TEI 11.3.1.4, 11.3.1.5)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs
from diple.recognisers.brackets.hands import hand_of, is_hand_label, place_value
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.place import Place, sign_rest
from diple.recognisers.brackets.sic import words_meant
from diple.recognisers.brackets.words import FUNCTION_WORDS

_DELETED = (
    r"(?:crossed[- ](?:out|through)|struck[- ](?:out|through)|stricken|deleted|lined[- ]out|scratched[- ]out|"
    r"scored[- ](?:out|through)|x+[’']?e?d[- ]out|typed over|overtyped|blotted out|"
    r"erased|rubbed out|cancelled|canceled|strikethrough|struckthrough)"
)
_BY = r"(?:\s+(?:by hand|in (?:the )?(?:original|text|document|(?:\w+ )?(?:ink|pencil)|handwriting)|here))*"
LABEL = re.compile(
    rf"(?:(?:the |this |these )?(?:(?:words?|text|line|phrase|name|sentence|date)"
    rf"(?: (?:is|are|was|were))?|the following(?: (?:\w+ )?(?:words?|"
    rf"lines?|text|phrase|sentences?|passage|names?))?(?: (?:is|are|was|were))?)\s+)?"
    rf"(?:{_DELETED}|struck|xed|canc\.?|deletions?|cancell?ations?|erasures?|strike-?outs?){_BY}\s*(?::|[–—]|\s-\s|(?=[“\"]))\s*",
    re.I,
)
AFTER_WORD = re.compile(rf"(?:(?:word|this word|this|the previous word|is|was)\s+)*{_DELETED}{_BY}[.]?", re.I)
_QUOTED = re.compile(rf"[“\"‘'](?P<words>[^“”\"]{{1,80}})[”\"’']\s*(?:is |was |has been )?{_DELETED}{_BY}$", re.I)
_TRAILING = re.compile(rf"(?P<words>[^,–—:]{{1,120}}?)\s*[,–—:-]+\s*(?:is |was )?{_DELETED}{_BY}$", re.I)
_MANNER = (
    r"(?: by hand| (?:in|by) (?:the )?(?:(?:same|another|different|black|blue|red|green) )?(?:ink|pencil|pen|"
    r"handwriting|"
    r"hand|margin)| (?:above|below)(?: the line)?| in the (?:left |right )?margin)*"
)
REPLACED = re.compile(
    rf"(?:(?:(?:word|words|this|previous) )*{_DELETED}{_BY}[,;]? (?:and )?)?(?:was |were )?"
    rf"(?P<verb>replaced|substituted|corrected|changed|altered|amended|emended){_MANNER}"
    r"(?: (?:with|by|to|for|into)(?: the words?)? (?=[“\"‘'])| ?: ?| (?:with|to|into)(?: the words?)? (?=\S+(?: "
    r"\S+){0,2}$))",
    re.I,
)
"""Leads to what stands in the place of the words before: "crossed out and replaced by hand with “x”"."""
RESTORED = re.compile(
    rf"(?:was |were )?(?:corrected|changed|altered|amended|emended){_MANNER} from:? (?=[“\"‘']|\S+(?: \S+)?$)", re.I
)
"""Leads to what stood there first: "corrected by hand from “x”"."""
DELETED_ONLY = re.compile(
    r"(?!(?:[\w-]+ )*(?:names?|lines?|paragraphs?|pages?|passages?|sentences?) deleted)"
    rf"(?P<what>(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|few|some|half an?|"
    rf"\d{{1,3}}) )?"
    rf"(?:short |long |illegible )?(?:words?|lines?|sentences?|letters?|characters?|names?|paragraphs?|phrases?|"
    rf"passages?|"
    rf"half[- ]lines?)) (?:(?:is|are|was|were|heavily|thickly|completely) )*{_DELETED}{_BY}(?:(?: and|,) (?:now )?"
    rf"(?:illegible|unreadable))?\.?|{_DELETED} (?P<after>(?:illegible )?words?|lines?|passages?|phrases?)|"
    rf"illegible (?:deletion|cross-?out|strike-?out|cancell?ation|"
    rf"erasure)",
    re.I,
)
"""Tells of words crossed out that it does not give."""
_TILDES = re.compile(r"~~(?=\S)([^~\n]{1,400}?)(?<=\S)~~")


_DASHED = re.compile(r"-{2,}\s*(?P<words>[^-\s](?:.*?[^-\s])?)\s*-{2,}", re.S)
"""Words between two dashes at each end of a bracket: a line through them."""


def claim_deletion(place: Place) -> bool:
    """Claim "[crossed out: x]", "[x – crossed out]", "[--x--]", "[~~x~~]" and "x [crossed out]"."""
    if _is_struck_out(place):
        place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
        return True
    if match := _DASHED.fullmatch(place.inner):
        start, end = (place.bracket.inner_start + offset for offset in match.span("words"))
        place.take_signs(start, end)
        place.draft.span(start, end, "del", {"rend": "strikethrough"})
        return True
    if (match := LABEL.match(place.inner)) and match.end() < len(place.inner):
        place.element("del", _attrs(place, match[0]), inner_start=place.bracket.inner_start + match.end())
        return True
    if match := DELETED_ONLY.fullmatch(place.content):
        return _claim_lost(place, match["what"] or place.content)
    if AFTER_WORD.fullmatch(place.content):
        word = place.word_before
        if _is_withheld(place, word.text if word else ""):
            sign_rest(place.draft, place.bracket.start, place.bracket.end)
            place.draft.point(place.bracket.start, "gap", {"reason": "redacted", "resp": place.resp})
            return True
        if word is None:
            return False
        place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
        start, end = _quoted_before(place) or (word.start, word.end)
        place.draft.span(start, end, "del", _attrs(place, place.content), rank=60)
        return True
    if match := _QUOTED.match(place.inner) or _TRAILING.match(place.inner):
        start, end = (place.bracket.inner_start + offset for offset in match.span("words"))
        place.take_signs(start, end)
        place.draft.span(start, end, "del", _attrs(place, place.inner[match.end("words") :]))
        return True
    return False


def _is_struck_out(place: Place) -> bool:
    """Tell whether all that a bracket holds is struck out already: "[~~x~~]"."""
    text, start, end = place.draft.text, place.bracket.inner_start, place.bracket.inner_end
    return text[start - 2 : start] == text[end : end + 2] == "~~" and "~~" not in text[start:end]


def _is_withheld(place: Place, before: str) -> bool:
    """Tell whether "[deleted]" stands for words that were withheld: no word before it could have been crossed out."""
    is_bare = place.content.casefold().strip(".") == "deleted"
    ended = place.before.rstrip().endswith((".", "?", "!", ":", "—"))
    return is_bare and (ended or before.casefold() in FUNCTION_WORDS or place.content.endswith("."))


def claim_correction(place: Place) -> bool:
    """Claim "[replaced by hand with “x”]" and "[corrected in ink from “x”]" after the word that they are about."""
    if match := LOST_AND_REPLACED.match(place.inner):
        return _replace_lost(place, match)
    if (match := REPLACED.match(place.inner)) and match.end() < len(place.inner) and _can_replace(place, match):
        return _replace(place, match.end())
    if (match := RESTORED.match(place.inner)) and place.word_before is not None:
        return _restore(place, match.end())
    return False


def _attrs(place: Place, label: str) -> Attrs:
    """Return the attributes of a deletion: the hand too, where its label says that it was made by hand."""
    attrs: Attrs = {"rend": "strikethrough"}
    return {**attrs, "hand": hand_of(place, label)} if is_hand_label(label) else attrs


def _can_replace(place: Place, match: re.Match[str]) -> bool:
    """Tell whether there are words before to be replaced, and, after a bare colon, that they were so by hand."""
    return place.word_before is not None and (not match[0].rstrip().endswith(":") or is_hand_label(match[0]))


def _claim_lost(place: Place, what: str) -> bool:
    """Claim "[two words crossed out]": a deletion that holds what nobody can read."""
    extent = gap_attrs(f"{what} illegible") or {}
    extent = {name: extent[name] for name in ("unit", "quantity") if name in extent}
    draft, bracket = place.draft, place.bracket
    sign_rest(draft, bracket.start, bracket.end)
    draft.span(bracket.start, bracket.end, "del", _attrs(place, place.content))
    draft.point(bracket.start + 1, "gap", {"reason": "illegible", **extent, "resp": place.resp})
    return True


LOST_AND_REPLACED = re.compile(
    rf"(?P<what>(?:(?:an?|one|two|three|several|illegible|short|long) )*(?:words?|lines?|names?|phrases?|dates?|"
    rf"figures?|letters?|sentences?)) (?:(?:is|are|was|were) )?{_DELETED}{_BY}[,;]? (?:and )?"
    rf"(?:replaced|substituted|changed){_MANNER} (?:by|with|to)(?: the words?)?:? ?(?=\S)",
    re.I,
)
"""Tells of words crossed out that it does not give, and what stands in their place."""


def _replace_lost(place: Place, match: re.Match[str]) -> bool:
    """Claim "[word crossed out, replaced by: perhaps]": a deletion that holds a gap, and an addition."""
    draft, bracket = place.draft, place.bracket
    words = bracket.inner_start + match.end()
    sign_rest(draft, bracket.start, words)
    sign_rest(draft, bracket.inner_end, bracket.end)
    draft.span(bracket.start, bracket.end, "subst", {}, rank=20)
    draft.span(bracket.start, words, "del", {"rend": "strikethrough"}, rank=60)
    extent = gap_attrs(f"{match['what']} illegible") or {"reason": "illegible"}
    draft.point(bracket.start + 1, "gap", {**extent, "resp": place.resp})
    attrs = {"place": place_value(match[0]), "hand": hand_of(place, match[0])}
    draft.span(words, bracket.inner_end, "add", attrs, rank=60)
    return True


def _restore(place: Place, length: int) -> bool:
    """Make the word before the bracket an addition, what the bracket gives a deletion, and both a ``subst``.

    Where other words stand between, the word most like what it replaced is the addition, and the bracket a note.
    """
    draft, word = place.draft, place.word_before
    first = place.bracket.inner_start + length
    meant = words_meant(place, place.inner[length:].strip(" “”\"'‘’"))
    if word is None or meant is None:
        return False
    if meant.end < word.start:
        hand = hand_of(place, place.inner[:length])
        draft.span(meant.start, meant.end, "add", {"place": place_value(place.inner[:length]), "hand": hand}, rank=60)
        place.note({"type": "description", "resp": place.resp}, of_word=True)
        return True
    draft.sign(word.end, first)
    sign_rest(draft, place.bracket.inner_end, place.bracket.end)
    draft.span(word.start, place.bracket.end, "subst", {}, rank=20)
    label = place.inner[:length]
    draft.span(word.start, word.end, "add", {"place": place_value(label), "hand": hand_of(place, label)}, rank=60)
    draft.span(first, place.bracket.inner_end, "del", {}, rank=60)
    return True


def _replace(place: Place, length: int) -> bool:
    """Make the words before the bracket a deletion, those that it quotes an addition, and both a ``subst``."""
    draft, word = place.draft, place.word_before
    if word is None:
        return False
    start, end = _quoted_before(place) or (word.start, word.end)
    words = place.bracket.inner_start + length
    label = place.inner[:length]
    draft.sign(end, words)
    sign_rest(draft, place.bracket.inner_end, place.bracket.end)
    draft.span(start, place.bracket.end, "subst", {}, rank=20)
    draft.span(start, end, "del", {"rend": "strikethrough"}, rank=60)
    attrs = {"place": place_value(label), "hand": hand_of(place, label)}
    draft.span(words, place.bracket.inner_end, "add", attrs, rank=60)
    return True


def _quoted_before(place: Place) -> tuple[int, int] | None:
    """Return the offsets of a quotation that ends right before the bracket, its marks included."""
    match = re.search(r"[“\"][^“”\"]{1,120}[”\"]\s*$", place.before)
    if match is None:
        return None
    end = place.space_before
    start = end - len(match.group().rstrip())
    return (start, end) if place.draft.text[start : start + 1] in '“"' else None


def claim_tildes(draft: Draft) -> None:
    """Claim ``~~x~~`` wherever it is not yet claimed as Markdown."""
    for block in draft.body_blocks():
        for match in _TILDES.finditer(draft.text, block.start, block.end):
            if not draft.is_signed(match.start(), match.end()):
                draft.sign(match.start(), match.start() + 2)
                draft.sign(match.end() - 2, match.end())
                draft.span(match.start() + 2, match.end() - 2, "del", {"rend": "strikethrough"})


def claim_substitutions(draft: Draft) -> None:
    """Make a deletion and the addition right after it, only white space and signs between, one ``subst``."""
    additions = {span.start: span for span in draft.spans if span.tag == "add"}
    starts = sorted(additions)
    index = 0
    replaced: list[tuple[int, int]] = []
    for deletion in sorted((span for span in draft.spans if span.tag == "del"), key=lambda span: span.start):
        while index < len(starts) and starts[index] < deletion.end:
            index += 1
        if index < len(starts) and starts[index] - deletion.end < 200:
            addition = additions[starts[index]]
            is_one_change = deletion.attrs.get("type") == addition.attrs.get("type")
            if is_one_change and not _has_words(draft, deletion.end, addition.start):
                _sign_spaces(draft, deletion.end, addition.start)
                replaced.append((deletion.start, deletion.end))
                draft.span(deletion.start, addition.end, "subst", {}, rank=20)
    _take_back_alternatives(draft, replaced)


def _take_back_alternatives(draft: Draft, replaced: list[tuple[int, int]]) -> None:
    """Drop what made a crossed-out word and its replacement alternatives: they are a substitution."""
    starts = {offset for start, end in replaced for offset in range(start, end)}
    if starts:
        draft.spans[:] = [s for s in draft.spans if s.attrs.get("type") != "alternative" or s.start not in starts]


def _has_words(draft: Draft, start: int, end: int) -> bool:
    """Tell whether words stand between two offsets, be they of the text or of a note."""
    return any(draft.text[first:last].strip() for first, last in draft.unsigned(start, end))


def _sign_spaces(draft: Draft, start: int, end: int) -> None:
    """Consume what white space is left between a deletion and its replacement."""
    for offset in range(start, end):
        draft.sign(offset, offset + 1)
