"""What a document says of its own signs: "Underlining is shown by italics", "[ ] = added by the editor" (TEI 2.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from diple.conventions.meaning import MEANINGS
from diple.conventions.senses import LOOKS, SENSES, Sense, agent_of, sense_of
from diple.conventions.signs import Mention, closer_of, named_in, shown_in
from diple.conventions.table import Convention
from diple.conventions.wording import Wording, literal_wording, read_wording

LONGEST: Final = 400
"""The most characters of a sentence that says what a sign means."""

_SENTENCE: Final = re.compile(r"{0}+(?:\.(?=[^\s\])}}]){0}*)*".format(r"(?:[^.;\n\]]|\](?!\s+\[\w))"))
"""A sentence ends where one bracket with words follows another."""
_LINK: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|have|has|appear|appears|stand|stands|mark|marks|marked|indicate|indicates|enclose|"
    r"encloses|denote|denotes|show|shows|shown|represent|represents|signify|signifies|contain|contains|mean|means|"
    r"given|set|placed|printed|enclosed|sind|ist|steh(?:t|en)|bedeute[nt]|bezeichne[nt]|kennzeichne[nt]|gesetzt\w*|"
    r"sont|est|"
    r"signifie\w*|indique\w*|désigne\w*|entre|son|están|indica\w*|señala\w*|oznacza\w*|zaznacz\w*|ujęt\w*|означа\w+|"
    r"обознач\w+|заключ\w+|выделен\w*|sono|stati)\b|[=:]|\s[–—-]\s",
    re.I,
)
_BETWEEN: Final = re.compile(
    r"\b(?:between|within|in|by) (?:(?:angle|angled|curly|square|round|double|pointed) )?(?:braces|brackets|carets|"
    r"arrows|slashes|italics?|bold(?:face)?)\b|"
    r"\b(?:in|zwischen) (?:\w+ )?klammern\b|"
    r"\bentre (?:crochets|accolades|parenthèses|chevrons|corchetes|llaves|paréntesis)\b|"
    r"\b(?:w|między) nawias\w+|\bв (?:\w+ )?скобк\w+|\btra parentesi\b",
    re.I,
)
"""How a sign is named without a verb: "words struck out between angle brackets"."""
_ONE_PLACE: Final = re.compile(
    r"\b(?:last|previous|preceding|following|next|first|this|that|these|those|above|below|two|three)\s+"
    r"(?:\w+\s+)?(?:words?|sentences?|paragraphs?|passages?|lines?|phrases?|names?|figures?|brackets?|page|section)\b",
    re.I,
)
_NOTE_LABEL: Final = re.compile(
    r"^\W*(?:\[\w{1,3}\]\s+(?=\S)|(?:translator|editor|transcriber)(?:[’']s|s[’']?)? (?:note|remark)s?\s*[:.]\s*)", re.I
)
"""The label of a note before its words, which is no sign that they speak of."""
_QUOTED: Final = re.compile(r"[“\"][^”\"\s]*\w[^”\"]*[”\"]")


_QUERY: Final = re.compile(
    r"\b(?:question|query) marks?\b|\b(?:point|note) of interrogation\b|fragezeichen|\(\?\)|\[\?\]", re.I
)
"""The sign of doubt within brackets, which says nothing of brackets without it."""

_PART: Final = re.compile(
    r",?\s+(?:and|und|et|y|oraz|a|и|e)\s+|,\s+|\s+(?=(?:those|words|text|what|deletions?|insertions?|additions?)\b)",
    re.I,
)
"""What may part clauses that speak of a sign each: "insertions stand in braces, deletions in angle brackets"."""


_WITHIN: Final = re.compile(r"\[[^\[\]]*\w{3}[^\[\]]*\]|<[^<>]*\w{3}[^<>]*>")
"""Words in signs, which say nothing of them."""


class Statement(NamedTuple):
    """What a sentence says: ``sign`` opens the words meant (or is a look of words), ``means`` is a meaning.

    ``start`` and ``end`` bound the sentence in the text; ``agent`` is who set the signs, "" if it is not said.
    ``closer`` ends the words meant, "" for a sign alone; ``numbered`` says that the number of a page stands in it,
    ``shown`` that the sentence shows the sign and does not only name it.
    """

    sign: str
    means: str
    keys: dict[str, str]
    agent: str
    start: int
    end: int
    closer: str = ""
    numbered: bool = False
    shown: bool = False


def read_statements(text: str, start: int = 0, end: int | None = None) -> list[Statement]:
    """Return what the sentences between two offsets of a text say of its signs, in order."""
    return [
        one
        for first, last in _sentences(text, start, len(text) if end is None else end)
        for one in _read(text, first, last)
    ]


def tells_only_of_signs(text: str, start: int, end: int) -> bool:
    """Tell whether each sentence between two offsets says what a sign means."""
    found = list(_sentences(text, start, end))
    return bool(found) and all(_read(text, first, last) for first, last in found)


def share_about_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Return how many signs that they show the sentences between two offsets explain, and how many sentences do not."""
    told = [_read(text, first, last) for first, last in _sentences(text, start, end)]
    return sum(one.shown for sentence in told for one in sentence), sum(not sentence for sentence in told)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of sentences; the full stops of a sign end none."""
    words = text[start:end]
    for sign in shown_in(words):
        words = words[: sign.start] + "\0" * (sign.end - sign.start) + words[sign.end :]
    for match in _SENTENCE.finditer(words):
        if match.group().strip(" \t\r\n()*_=-0123456789"):
            yield start + match.start(), start + match.end()


def _read(text: str, start: int, end: int) -> list[Statement]:
    sentence = text[start:end]
    if len(sentence) > LONGEST and not shown_in(sentence):
        return []
    bare = _NOTE_LABEL.sub("", _QUOTED.sub(" ", sentence))
    if shown := _shown_at_work(bare):
        return [
            Statement(sign.opener, sense.means, dict(sense.keys), agent, start, end, sign.closer, shown=True)
            for sign, sense, agent in shown
        ]
    if not shown_in(bare) and (not (_LINK.search(bare) or _BETWEEN.search(bare)) or _ONE_PLACE.search(bare)):
        return []
    return [
        Statement(sign.opener, sense.means, dict(sense.keys), agent, start, end, sign.closer, sign.numbered, sign.shown)
        for clause in _clauses(bare)
        for sign, sense, agent in _told(clause)
    ]


_AT_WORK: Final = re.compile(
    r"(?P<o>\[{1,2}|\{{1,2}|<{1,2}|‹|«|⟨|⟦|\({2}|(?<!\S)(?P<e>[*=+#~^_/|]{1,2}))(?P<words>(?![\s\d])[^\[\]{}<>‹›«»⟨⟩⟦⟧()*=+#~^_/|]{5,50})"
    r"(?P<c>\]{1,2}|\}{1,2}|>{1,2}|›|»|⟩|⟧|\){2}|(?P=e))"
)
"""A sign around the words that say what it means: "{deleted}", "<inserted above the line>"."""
_MOST_BESIDE: Final = 6


def _shown_at_work(words: str) -> list[tuple[Mention, Sense, str]]:
    """Return the signs that a list shows around their own meanings; nothing where it has one only, or says more."""
    found: list[tuple[Mention, Sense, str]] = []
    for match in _AT_WORK.finditer(words):
        sense = sense_of(match["words"])
        if sense is not None and match["c"] == closer_of(match["o"]):
            mention = Mention(*match.span(), match["o"], match["c"])
            found.append((mention, _fitting(mention, sense, match["words"]), agent_of(match["words"])))
    beside = len(_WORDS.findall(_AT_WORK.sub(" ", words)))
    return found if len({one[0].opener for one in found}) > 1 and beside <= _MOST_BESIDE else []


def _clauses(words: str) -> list[str]:
    """Return the parts of a sentence that speak of a sign each, or the sentence if it cannot be so parted."""
    cuts = [match.start() for match in _PART.finditer(words)]
    shown = shown_in(words)
    cuts = [cut for cut in cuts if not any(sign.start <= cut < sign.end for sign in shown)]
    parts: list[str] = []
    for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
        part = words[start:end]
        if parts and not (_told(part) and _told(parts[-1])):
            parts[-1] += part
        else:
            parts.append(part)
    if len(parts) > 1 and not _told(parts[-1]):
        parts[-2:] = ["".join(parts[-2:])]
    return parts if all(_told(part) for part in parts) else [words]


def _told(words: str) -> list[tuple[Mention, Sense, str]]:
    """Return the signs that words speak of, each with what they say of it, in the order of the words."""
    signs = shown_in(words)
    taken = [(sign.start, sign.end) for sign in signs] + [match.span() for match in _WITHIN.finditer(words)]
    signs += [one for one in named_in(words) if not any(one.start < end and start < one.end for start, end in taken)]
    looks = [(match.start(), match.end(), name) for name, pattern in LOOKS if (match := pattern.search(words))]
    if not signs and not looks:
        return []
    senses = list(_senses(words, signs))
    if looks:
        start, end, name = min(looks)
        if not signs and any(one[3].means not in ("gap", "page", "line", "") for one in senses):
            signs = [Mention(start, end, name, shown=False)]
            senses = [one for one in senses if one[0] >= end or one[1] <= start]
        elif signs and not senses:
            senses = [(start, end, len(SENSES), Sense("highlight", (("rend", name),), re.compile("")))]
    return list(_paired(words, sorted(signs), senses))


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
            continue
        for sign in shown:
            if not sign.shown or _defines(words, sign, sense):
                yield sign, _fitting(sign, sense, words), agent_of(words)


_IS: Final = re.compile(
    r"[”\"’')]*\s*(?:[=:]|[–—-]\s|(?:is|are|marks?|means?|stands? for|indicates?|denotes?|shows?|begins?|ends?|for|"
    r"represents?|"
    r"signif\w+|encloses?|entspricht|bedeutet|bezeichnet|kennzeichnet|steht|indique|signale|marque|indica|marca|"
    r"señala|oznacza|"
    r"означает|обозначает)\b)",
    re.I,
)
_BY: Final = re.compile(
    r"\b(?:by|through|with|as|a|an|the|in|between|within|brackets?|signs?|marked|shown|given|indicated|represented|von|zwischen|entre|między|w|в|tra|durch|"
    r"mit|par|por|con|a stroke|stroke|sign|между|знаком)\s*[“\"‘']?$",
    re.I,
)
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
        return len(sign.opener) < 4 and _IS.match(after) is not None and count <= _MOST_WORDS
    is_linked = _IS.match(after) is not None or _BY.search(words[: sign.start]) is not None
    if is_pair:
        is_at_edge = not before[-1:].isalnum() or not after.strip(" .)]_*\t\r\n")
        return (is_linked or is_at_edge) and (count <= _MOST_WORDS or _LINK.search(words) is not None)
    return count <= _MOST_WORDS and (is_linked or (not before[-1:].isalnum() and count <= 6))


def _fitting(sign: Mention, sense: Sense, words: str) -> Sense:
    """Return a meaning as the sign lets it be: what was "inserted" is the writer's but for square brackets."""
    is_bare = sense.means == "supplied" and not agent_of(words) and not sign.opener.startswith(("[", "("))
    if is_bare and re.search(r"\b(?:added|insert|addition)", words, re.I):
        return Sense("addition", (), sense.pattern)
    return sense


def conventions_of(statement: Statement, begins: int = 0) -> list[Convention]:
    """Return the conventions that a statement makes from an offset on; emphasis is also what plain text has for it."""
    if statement.means not in MEANINGS or (
        statement.means in ("unclear", "text") and statement.shown and not statement.closer
    ):
        return []
    written: list[str]
    match statement.sign, statement.means:
        case "italic", _:
            written = ["_{text}_", "*{text}*"]
        case "bold", _:
            written = ["**{text}**"]
        case ("capitals" | "spaced") as look, _:
            written = [f"{look}: {{text}}"]
        case sign, "page" if statement.numbered or statement.closer:
            written = [f"{sign}{{number}}{statement.closer}"] + ([] if statement.numbered else [sign])
        case sign, ("page" | "line"):
            written = [sign]
        case sign, "gap" if not statement.closer:
            written = [sign]
        case sign, "gap":
            written = [f"{sign} {statement.closer}"]
        case sign, _ if statement.closer:
            written = [f"{sign}{{text}}{statement.closer}"]
        case _:
            written = []
    keys = dict(statement.keys)
    if statement.means == "remark":
        keys["type"] = statement.agent or "transcriber"
    if statement.agent and "by" in MEANINGS[statement.means].keys:
        keys["by"] = statement.agent
    return [
        Convention(_wording(one), statement.means, "anywhere", keys, begins=begins, is_told=True) for one in written
    ]


def _wording(written: str) -> Wording:
    """Return the wording of a sign; one without words in it may be of braces, which are no slot then."""
    return read_wording(written) if "{text}" in written or "{number}" in written else literal_wording(written)
