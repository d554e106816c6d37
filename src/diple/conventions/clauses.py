"""What a clause about signs says: which sign, which meaning, who set it; several pairs of them in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from diple.conventions.senses import LOOKS, SENSES, Sense, agent_of, sense_of
from diple.conventions.signs import Mention, closer_of, named_in, shown_in

LINK: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|have|has|appear|appears|stand|stands|mark|marks|marked|indicate|indicates|enclose|"
    r"encloses|denote|denotes|show|shows|shown|represent|represents|signify|signifies|contain|contains|mean|means|"
    r"given|gives?|set|put|kept|placed|printed|reproduced|rendered|used|enclosed|surrounds?|follows?|followed|begins?|"
    r"starts?|ends?|noted|sind|ist|steh(?:t|en)|bedeute[nt]|bezeichne[nt]|kennzeichne[nt]|gesetzt\w*|"
    r"sont|est|"
    r"signifie\w*|indique\w*|désigne\w*|entre|son|están|indica\w*|señala\w*|oznacza\w*|zaznacz\w*|ujęt\w*|означа\w+|"
    r"обознач\w+|заключ\w+|выделен\w*|sono|stati)\b|[=:]|\s[–—-]\s",
    re.I,
)
_QUERY: Final = re.compile(
    r"\b(?:question|query) marks?\b|\b(?:point|note) of interrogation\b|fragezeichen|\(\?\)|\[\?\]", re.I
)
"""The sign of doubt within brackets, which says nothing of brackets without it."""

_PART: Final = re.compile(
    r",?\s+(?:and|und|et|y|oraz|a|и|e)\s+|,\s+|\s+(?=(?:those|words|text|what|deletions?|insertions?|additions?)\b)",
    re.I,
)
"""What may part clauses that speak of a sign each: "insertions stand in braces, deletions in angle brackets"."""
_COMMA: Final = re.compile(r",\s+(?:and\s+|und\s+|et\s+)?")
_LIKE_BEFORE: Final = re.compile(
    r"(,?\s*(?:and |und |et )?)(?:those|that|die|ceux|celles)(?= (?:of|in|by|von|der|des?)\b)", re.I
)
"""Leads to what is meant as in the clause before: "insertions of his stand in braces, those of his clerk in bars"."""
_ENGLISH: Final = re.compile(r"\b(?:the|is|are|was|were)\b", re.I)
"""Words of a language in which "a" parts no clauses."""
_WITHIN: Final = re.compile(r"\[[^\[\]]*\w{3}[^\[\]]*\]|<[^<>]*\w{3}[^<>]*>")
"""Words in signs, which say nothing of them."""


_AT_WORK: Final = re.compile(
    r"(?P<o>\[{1,2}|\{{1,2}|<{1,2}|‹|«|⟨|⟦|\({1,2}(?=[-+=*?!~])|\({2}|(?<!\S)(?P<e>[*=+#~^_/|]{1,2}))"
    r"(?P<words>(?P<k>[-+=*?!~]|[^\W\d_]{1,4}\.?:)?(?![\s\d] ?[\d]) ?[^\[\]{}<>‹›«»⟨⟩⟦⟧()*=+#~^_/|]{3,50}(?:(?P=k))?)"
    r"(?P<c>\]{1,2}|\}{1,2}|>{1,2}|›|»|⟩|⟧|\){1,2}|(?P=e))"
)
"""A sign around the words that say what it means: "{deleted}", "<inserted above the line>", "{? doubtful}"."""
_MOST_BESIDE: Final = 6


def is_at_work(words: str) -> bool:
    """Tell whether words are nothing but a sign around what it means, a label before it aside."""
    match = _AT_WORK.search(words)
    if match is None or sense_of(match["words"]) is None or words[match.end() :].strip(" .,;\n"):
        return False
    before = words[: match.start()].strip(" *_\n")
    return not before or (before.endswith((":", ".")) and len(before.split()) <= _MOST_OF_LABEL)


_MOST_OF_LABEL: Final = 6
"""The most words of the label of a list."""


def tells_by_verb(words: str) -> bool:
    """Tell whether words have a verb, or a sign for one, that says what a sign means."""
    return LINK.search(words) is not None


def shown_at_work(words: str, *, in_list: bool = False) -> list[tuple[Mention, Sense, str]]:
    """Return the signs that a list shows around their own meanings.

    Nothing where it has one only (but for an entry of a list), or says more.
    """
    found: list[tuple[Mention, Sense, str]] = []
    for match in _AT_WORK.finditer(words):
        sense = sense_of(match["words"])
        if sense is not None and match["c"] == closer_of(match["o"]):
            mention = _mention_at_work(match)
            found.append((mention, _fitting(mention, sense, match["words"]), agent_of(match["words"])))
    beside = len(_WORDS.findall(_AT_WORK.sub(" ", words)))
    enough = len({one[0].opener for one in found}) > (not in_list)
    return found if enough and beside <= _MOST_BESIDE else []


def _mention_at_work(match: re.Match[str]) -> Mention:
    """Return the sign around its own meaning, with what stands within it before the words: "{?", "<p:"."""
    opener, closer, inner = match["o"], match["c"], match["k"] or ""
    is_mirrored = bool(inner) and match["words"].endswith(inner) and len(match["words"]) > len(inner)
    return Mention(*match.span(), opener + inner, inner * is_mirrored + closer)


def clauses_of(words: str) -> list[str]:
    """Return the parts of a sentence that speak of a sign each, or the sentence if it cannot be so parted."""
    return max(_parted(words, _PART), _parted(words, _COMMA), key=len)


def _parted(words: str, separator: re.Pattern[str]) -> list[str]:
    is_english = _ENGLISH.search(words) is not None
    found = [match for match in separator.finditer(words) if not (is_english and match.group().strip(" ,") == "a")]
    cuts = [match.start() for match in found]
    shown = shown_in(words)
    cuts = [cut for cut in cuts if not any(sign.start <= cut < sign.end for sign in shown)]
    parts: list[str] = []
    for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
        part = words[start:end]
        if parts and (like := _LIKE_BEFORE.match(part)) and (sense := sense_of(parts[-1])):
            said = sense.pattern.search(parts[-1])
            part = part if said is None else f"{like[1]}{said.group()}{part[like.end() :]}"
        if parts and not (told(part) and told(parts[-1])):
            parts[-1] += part
        else:
            parts.append(part)
    if len(parts) > 1 and not told(parts[-1]):
        parts[-2:] = ["".join(parts[-2:])]
    return parts if all(told(part) for part in parts) else [words]


@lru_cache(maxsize=256)
def told(words: str) -> tuple[tuple[Mention, Sense, str], ...]:
    """Return the signs that words speak of, each with what they say of it, in the order of the words."""
    signs = shown_in(words)
    taken = [(sign.start, sign.end) for sign in signs] + [match.span() for match in _WITHIN.finditer(words)]
    signs += [one for one in named_in(words) if not any(one.start < end and start < one.end for start, end in taken)]
    looks = [(match.start(), match.end(), name) for name, pattern in LOOKS if (match := pattern.search(words))]
    if not signs and not looks:
        return ()
    senses = list(_senses(words, signs))
    if looks:
        start, end, name = min(looks)
        if not signs and any(one[3].means not in ("gap", "page", "line", "") for one in senses):
            signs = [Mention(start, end, name, shown=False)]
            senses = [one for one in senses if one[0] >= end or one[1] <= start]
        elif signs and name == "capitals":
            signs = [one._replace(look=name) for one in signs]
        elif signs and not senses:
            senses = [(start, end, len(SENSES), Sense("highlight", (("rend", name),), re.compile("")))]
    return tuple(_paired(words, sorted(signs), senses))


def _senses(words: str, signs: list[Mention]) -> Iterator[tuple[int, int, int, Sense]]:
    """Yield the meanings in words with their places and ranks; what is nearer to the act comes before what holds it."""
    taken = [(sign.start, sign.end) for sign in signs if sign.shown]
    taken += [match.span() for match in _WITHIN.finditer(words)]
    for rank, sense in enumerate(SENSES):
        for match in sense.pattern.finditer(words):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield *match.span(), rank, sense


def _paired(
    words: str, signs: list[Mention], senses: list[tuple[int, int, int, Sense]]
) -> Iterator[tuple[Mention, Sense, str]]:
    """Yield each sign with its meaning: a run of signs goes with the run of meanings beside it."""
    marks = sorted(
        [(one.start, 0, index) for index, one in enumerate(signs)]
        + [(one[0], 1, index) for index, one in enumerate(senses)]
    )
    runs: list[tuple[int, list[int]]] = []
    for _, kind, index in marks:
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(index)
        else:
            runs.append((kind, [index]))
    for first, second in zip(runs[::2], runs[1::2], strict=False):
        named, meant = (first, second) if first[0] == 0 else (second, first)
        sense = min((senses[index] for index in meant[1]), key=lambda one: one[2])[3]
        run = [signs[index] for index in named[1]]
        shown = [sign for sign in run if sign.shown] or [sign for sign in run if sign.start == run[0].start]
        if sense.means == "unclear" and _QUERY.search(words):
            yield from ((sign, sense, agent_of(words)) for sign in shown if sign.opener == QUERY)
            continue
        for sign in (_as_placeholder(words, sign, sense) for sign in shown):
            if not sign.shown or _defines(words, sign, sense):
                yield sign, _fitting(sign, sense, words), agent_of(words)


QUERY: Final = "(?)"
"""The sign of doubt that is the author's own unless the document says otherwise."""


def _as_placeholder(words: str, sign: Mention, sense: Sense) -> Mention:
    """Return a sign of crosses, "[xx]", that could hold a number, as one that stands for words not read or heard."""
    written = words[sign.start : sign.end]
    if not (sign.numbered and sign.closer) or sense.means != "gap" or written.strip("[](){}<>").strip("xX"):
        return sign
    return sign._replace(opener=written, closer="", numbered=False)


_IS: Final = re.compile(
    r"[”\"’')]*\s*(?:[=:]|[–—-]\s|(?:is|are|what|marks?|means?|gives?|surrounds?|stands? for|indicates?|denotes?|"
    r"shows?|begins?|ends?|for|"
    r"represents?|"
    r"signif\w+|encloses?|entspricht|bedeutet|bezeichnet|kennzeichnet|steht|indique|signale|marque|indica|marca|"
    r"señala|oznacza|"
    r"означает|обозначает)\b)",
    re.I,
)
_WERE: Final = re.compile(r"[”\"’')]*\s*(?:was|were|ha(?:s|ve) been)\b", re.I)
"""What follows a sign around words that show it at work: "words in -hyphens- were crossed out"."""
_BY: Final = re.compile(
    r"\b(?:by|through|with|as|a|an|the|in|between|within|brackets?|signs?|marked|shown|given|indicated|represented|von|zwischen|entre|między|w|в|tra|durch|"
    r"mit|par|por|con|"
    r"strokes?|(?:double )?bars?|slash(?:es)?|symbols?|signs?|marks?|characters?|letters?|между|знаком)\s*[“\"‘']?$",
    re.I,
)
_COLUMN: Final = re.compile(r" {2,}|[ ]*\t")
"""What parts a sign from its meaning in a list of two columns."""
_JOIN: Final = re.compile(r"^[\s,;]*(?:and|und|et|y|oraz|и)\b", re.I)
_BULLETS: Final = frozenset("•◦·*-–—#")
_WORDS: Final = re.compile(r"\w+")
_MOST_WORDS: Final = 14
"""The most words of a clause of a list that says what a sign means without a verb."""


def _defines(words: str, sign: Mention, sense: Sense) -> bool:
    """Tell whether words define a sign that they show: with a verb or "=" beside it, or as a line of a list."""
    before, after = _JOIN.sub("", words[: sign.start]).strip(" \t\r\n(“\"‘'"), words[sign.end :]
    count = len(_WORDS.findall(words))
    is_pair = bool(sign.closer) and not sign.numbered
    if not is_pair and sense.means not in ("gap", "page", "line", "mark", "unclear", ""):
        return False
    if sign.opener[0] in _BULLETS and not is_pair and not before:
        is_linked = _IS.match(after) is not None or (len(sign.opener) > 1 and _COLUMN.match(after) is not None)
        return len(sign.opener) < 4 and is_linked and count <= _MOST_WORDS
    if sign.numbered and sense.means == "page":
        return True
    is_bare_number = sign.numbered and not any(map(str.isalpha, sign.opener))
    is_linked = (
        (not before and not is_bare_number)
        or _IS.match(after) is not None
        or _BY.search(words[: sign.start]) is not None
    )
    if is_pair:
        holds = words[sign.start + len(sign.opener) : sign.end - len(sign.closer)].strip(" ._…")
        is_linked = is_linked or (bool(holds) and _WERE.match(after) is not None)
        is_at_edge = not before[-1:].isalnum() or not after.strip(" .)]_*\t\r\n")
        return (is_linked or is_at_edge) and (count <= _MOST_WORDS or LINK.search(words) is not None)
    return count <= _MOST_WORDS and (is_linked or (not (before[-1:].isalnum() or is_bare_number) and count <= 6))


_OURS: Final = re.compile(r"\b(?:we|our|ours|us|my|mine|me)\b|\bI\b", re.I)


def _fitting(sign: Mention, sense: Sense, words: str) -> Sense:
    """Return a meaning as the sign lets it be: what was "inserted" is the writer's but for square brackets."""
    is_bare = sense.means == "supplied" and not agent_of(words) and not sign.opener.startswith(("[", "("))
    if is_bare and not _OURS.search(words) and re.search(r"\b(?:added|insert|addition)", words, re.I):
        return Sense("addition", (), sense.pattern)
    return sense
