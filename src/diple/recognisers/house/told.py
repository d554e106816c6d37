"""Where the signs stand that a document explains itself: in pairs around words, alone, as a look of words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from diple import patterns as re
from diple.conventions.table import Convention
from diple.conventions.wording import PAIRS, Filled, Literal
from diple.draft import Draft

_NUMBER = r"(?P<number>\d{1,5}(?:[a-z]| ?[rv]| ?ob\.)?|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})"
_CAPITALS = re.compile(r"(?<![\w.’'-])(?P<text>[^\W\d_a-zß-öø-ÿ]{2,}(?:[ ,-]{1,2}[^\W\d_a-zß-öø-ÿ]{2,})*)(?![\w’'])")
_SPACED = re.compile(r"(?<!\w)(?P<text>\w(?: \w){2,}(?: {2,3}\w(?: \w)+)*)(?!\w)")
_LOWER = re.compile(r"[a-zß-öø-ÿ]{2}")


def told_places(draft: Draft, convention: Convention) -> Iterator[Filled]:
    """Yield where a sign stands of which the document says what it means, but not where it says so, in order."""
    pattern = _pattern_of(convention)
    is_lone = pattern.groups == 0
    stands_free = is_lone and _stands_free(draft, convention, pattern)
    for start, end in _stretches(draft, convention.begins):
        for match in pattern.finditer(draft.text, start, end):
            if pattern is _CAPITALS and not _amid_small_letters(draft.text, start, end, match):
                continue
            if is_lone and _is_within_word(draft.text, match, of_figures=not stands_free):
                continue
            if convention.keys.get("look") == "capitals" and not _is_in_capitals(match["text"] or ""):
                continue
            slots = {name: match.span(name) for name in ("text", "number") if name in pattern.groupindex}
            if "line" in pattern.groupindex and match["line"]:
                slots["text"] = match.span("line")
            if "text" in slots and convention.means in ("supplied", "unclear"):
                first, last = slots["text"]
                slots["text"] = (first, last - (last - first > 1 and draft.text[last - 1] == "?"))
            is_break = convention.means in ("page", "line") and draft.text[match.end() : match.end() + 1] == " "
            yield Filled(match.start(), match.end() + is_break, slots)


def _is_in_capitals(words: str) -> bool:
    """Tell whether words, or the label before their colon, are in capitals, as the document says of its signs."""
    return words.isupper() or words.partition(":")[0].isupper()


def _stands_free(draft: Draft, convention: Convention, pattern: re.Pattern[str]) -> bool:
    """Tell whether a lone sign stands between spaces somewhere, so that it is not one that cuts words."""
    return any(
        draft.text[match.start() - 1 : match.start()].isspace() or draft.text[match.end() : match.end() + 1].isspace()
        for start, end in _stretches(draft, convention.begins)
        for match in pattern.finditer(draft.text, start, end)
    )


def _is_within_word(text: str, match: re.Match[str], *, of_figures: bool) -> bool:
    """Tell whether a sign stands between two figures ("5/6"), or between two letters as well ("and/or")."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return len(around) == 2 and (around.isdigit() if of_figures else around.isalnum())


def _stretches(draft: Draft, begins: int) -> Iterator[tuple[int, int]]:
    """Yield the blocks from an offset on, cut where the document speaks of its signs."""
    statements = sorted(draft.statements)
    for block in draft.blocks:
        start, end = max(block.start, begins), block.end
        for first, last in statements:
            if start < last and first < end:
                if start < first:
                    yield start, first
                start = last
        if start < end and not _is_metadata(block.role):
            yield start, end


def _is_metadata(role: str | None) -> bool:
    return role in ("meta", "void")


def _pattern_of(convention: Convention) -> re.Pattern[str]:
    written = convention.wording.written
    if written in ("capitals: {text}", "spaced: {text}"):
        return _CAPITALS if written.startswith("capitals") else _SPACED
    signs = [part.text for part in convention.wording.parts if isinstance(part, Literal)]
    if convention.means == "gap" and "number" not in convention.wording.slots and " " in signs[0].strip():
        opener, closer = signs[0].split(" ", 1)
        return _empty(opener, closer)
    if "number" in convention.wording.slots:
        return _numbered(signs[0], signs[1] if len(signs) > 1 else "")
    return _paired(signs[0], signs[1]) if len(signs) > 1 else _alone(signs[0])


@cache
def _numbered(opener: str, closer: str) -> re.Pattern[str]:
    return re.compile(re.escape(opener) + r"\s?" + _NUMBER + (r"\s?" + re.escape(closer) if closer else r"(?!\w)"))


@cache
def _paired(opener: str, closer: str) -> re.Pattern[str]:
    """Return the pattern of words between two signs, which hold neither of them; it takes linear time."""
    if opener != closer or opener in PAIRS:
        inner = rf"(?:(?!{re.escape(opener)}|{re.escape(closer)})[\s\S])"
        return re.compile(rf"{re.escape(opener)}\s*(?P<text>(?=\S){inner}{{1,4000}}?)\s?{re.escape(closer)}")
    sign, one = re.escape(opener), re.escape(opener[0])
    inner = rf"(?:(?!{sign})[\s\S]|(?<=\w){sign}(?=\w))"
    line = (
        rf"(?m:^){sign}(?=[^\W\d_])(?P<line>(?:(?!(?<=\s){sign}(?=\S))[^\n])+){sign}\.?(?m:$)|" if sign == "/" else ""
    )
    return re.compile(
        rf"{line}(?<![\w{one}]){sign}(?P<text>(?=[^\s{one}]){inner}{{1,1000}}?)(?<=\S){sign}(?![\w{one}])"
    )


@cache
def _empty(opener: str, closer: str) -> re.Pattern[str]:
    """Return the pattern of two signs with nothing, or only dots, between them."""
    return re.compile(rf"{re.escape(opener)}[ .…_?xX-]*{re.escape(closer)}")


@cache
def _alone(sign: str) -> re.Pattern[str]:
    """Return the pattern of a sign that stands in the place of words, no part of a longer one or of a word."""
    first, last = re.escape(sign[0]), re.escape(sign[-1])
    before = rf"(?<![\w{first}])" if sign[0].isalnum() else rf"(?<!{first})"
    after = rf"(?![\w{last}])" if sign[-1].isalnum() else rf"(?!{last})"
    return re.compile(before + re.escape(sign) + after)


def _amid_small_letters(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Tell whether words in capitals stand out: the block is in small letters, and they are no number or letters."""
    words = match["text"]
    block = text[start:end]
    if re.fullmatch(r"[IVXLCDM]+", words) or not re.search(r"[AEIOUYÄÖÜÉ]", words):
        return False
    return sum(map(str.islower, block)) > 2 * sum(map(str.isupper, block)) and bool(_LOWER.search(block))
