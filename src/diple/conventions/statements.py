"""What a document says of its own signs: "Underlining is shown by italics", "[ ] = added by the editor" (TEI 2.3.3)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from diple.conventions.meaning import MEANINGS
from diple.conventions.table import Convention
from diple.conventions.wording import PAIRS, read_wording

LONGEST: Final = 400
"""The most characters of a sentence that says what a sign means."""

_SENTENCE: Final = re.compile(r"{0}+(?:\.(?=[^\s\])}}]){0}*)*".format(r"(?:[^.;\n\]]|\](?!\s+\[\w))"))
"""A sentence ends where one bracket with words follows another."""
_LINK: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|have|has|appear|appears|stand|stands|mark|marks|marked|indicate|indicates|enclose|"
    r"encloses|denote|denotes|show|shows|shown|represent|represents|signify|signifies|contain|contains|mean|means|"
    r"given|set|placed|printed|enclosed)\b|[=:]|\s[–—-]\s",
    re.I,
)
_BETWEEN: Final = re.compile(
    r"\b(?:between|within|in|by) (?:(?:angle|angled|curly|square|round|double|pointed) )?(?:braces|brackets|carets|"
    r"arrows|slashes|italics?|bold(?:face)?)\b",
    re.I,
)
"""How a sign is named without a verb: "words struck out between angle brackets"."""
_ONE_PLACE: Final = re.compile(
    r"\b(?:last|previous|preceding|following|next|first|this|that|these|those|above|below|two|three)\s+"
    r"(?:\w+\s+)?(?:words?|sentences?|paragraphs?|passages?|lines?|phrases?|names?|figures?|brackets?|page|section)\b",
    re.I,
)
_NOTE_LABEL: Final = re.compile(r"^\W*\[\w{1,3}\]\s+(?=\S)")
"""The label of a note before its words, which is no sign that they speak of."""
_QUOTED: Final = re.compile(r"[“\"][^”\"\s]*\w[^”\"]*[”\"]")


class _Sense(NamedTuple):
    """What words about a sign tell: a meaning, its keys, and the words."""

    means: str
    keys: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]


def _sense(means: str, words: str, **keys: str) -> _Sense:
    return _Sense(means, tuple(keys.items()), re.compile(rf"\b(?:{words})\b", re.I))


_SENSES: Final = (
    _sense("deletion", r"delet(?:ed|ions?)|cross(?:ed|ings?)[- ]out|str(?:uck|icken)(?:[- ](?:out|through|off))?|"
           r"strike-?throughs?|cancell?(?:ed|ations?)|erased|erasures?|scored out"),
    _sense("unclear", r"uncertain|doubtful|conjectur\w+|(?:unclear|tentative) readings?|hard to read"),
    _sense("gap", r"illegible|unreadable|undecipher\w+|could not be read", reason="illegible"),
    _sense("gap", r"inaudible|unintelligible", reason="inaudible"),
    _sense("note", r"marginalia|marginal (?:notes?|notations?|remarks?|comments?)|(?:notes?|remarks?) in the margins?",
           type="annotation", place="margin"),
    _sense("addition", r"hand-?written|by hand|manuscript (?:additions?|insertions?)|in (?:ink|pencil|manuscript)|"
           r"(?:interlin\w+|autograph|penci?ll?ed)(?: \w+)?|(?:added|inserted|written|set|placed|entered) (?:later )?"
           r"(?:above|between|over|on) (?:the |a )?(?:lines?|words?)|(?:authorial|the (?:writer|author)[’']s|later) "
           r"(?:additions?|insertions?)|(?:additions?|insertions?) (?:by|of|in) the (?:author|writer|same hand|"
           r"original)"),
    _sense("highlight", r"underlin\w+|underscor(?:ed|ing)", rend="underline"),
    _sense("highlight", r"spaced(?: out)?|letter-?spac\w+", rend="spaced"),
    _sense("gap", r"(?:words?|letters?|text|lines?|passages?) (?:\w+ ){0,2}(?:lost|missing|torn away)|lacunae?",
           reason="lost"),
    _sense("text", r"not editorial|(?:those )?of the (?:delegations?|drafters?|parties|committee|governments?)|"
           r"not (?:yet )?(?:been )?agreed|still in dispute"),
    _sense("supplied", r"supplied|editorial(?:ly)?|interpolat\w+|not (?:in|part of) the (?:original|source|text)|"
           r"(?:added|inserted|completed|expanded|provided) (?:by|for)|"
           r"(?:\w+ )(?:by|of|from) the (?:translator|editor|transcriber)s?|"
           r"(?:translator|editor|transcriber)(?:[’']s|s[’']?)(?: own)?"),
    _sense("text", r"in (?:the )?originals?|of the originals?|original to the (?:text|document|source)|"
           r"the (?:author|writer|speaker|drafter)(?:[’']s|s[’'])(?: own)?|"
           r"(?:belong to|part of) the (?:original|document|text)"),
)  # fmt: skip
"""Tried in this order: what was done to words tells more than that it was done in the original."""

_AGENT: Final = re.compile(r"\b(translator|transcriber|editor)", re.I)

_SIGNS: Final = tuple(
    (re.compile(pattern, re.I), opener)
    for pattern, opener in (
        (r"\bdouble (?:square )?brackets\b|\[\[.{0,8}?\]\]", "[["),
        (r"\b(?:angle|angled|pointed|broken) brackets\b", "<‹⟨"),
        (r"\b(?:curly|curled|wavy) brackets\b|\bbraces\b|\{.{0,8}?\}", "{"),
        (r"\b(?:round|curved) brackets\b|\bparenthes[ei]s\b|\(.{0,3}?\)", "("),
        (r"\b(?:square )?brackets\b|\bbracketed\b|\[.{0,8}?\]", "["),
        (r"<.{0,8}?>", "<"), (r"‹.{0,8}?›", "‹"), (r"⟨.{0,8}?⟩", "⟨"), (r"⟦.{0,8}?⟧", "⟦"),
        (r"«.{0,8}?»|\bguillemets\b", "«"),
        (r"\bdouble (?:slashes|obliques|strokes)\b|//.{0,8}?//", "//"),
        (r"\b(?:slashes|obliques|oblique strokes)\b|(?<!\w)/.{0,8}?/(?!\w)", "/"),
        (r"\b(?:vertical (?:bars|strokes|lines)|pipes)\b|\|.{0,8}?\|", "|"),
        (r"\b(?:pairs? of )?arrows\b|↑.{0,8}?↓", "↑"), (r"\bcarets?\b|\^.{0,8}?\^", "^"),
        (r"\bbackslash(?:es)?\b|\\\\.{0,8}?/", "\\\\"),
        (r"\bunderscores\b", "_"), (r"\basterisks\b", "*"), (r"\bplus signs\b", "+"), (r"\bhash(?:es| signs)\b", "#"),
        (r"\bitalics?\b|\bitalici[sz]ed\b", "italic"), (r"\bbold(?:face)?\b", "bold"),
    )
)  # fmt: skip
"""Names of signs and the signs themselves, with what opens words so marked; the first that is named counts."""

_QUERY: Final = re.compile(r"\b(?:question|query) marks?\b|\(\?\)|\[\?\]", re.I)
"""The sign of doubt within brackets, which says nothing of brackets without it."""

_TOKEN: Final = re.compile(r"(?<![\w#*+~^%@=-])(?:([#*+~^%@=-])\1{1,5}|([#*+~^%@=])(?: \2){1,5})(?![\w#*+~^%@=-])")
"""A sign that stands in the place of words, such as ``###``."""


class Statement(NamedTuple):
    """What a sentence says: ``sign`` opens the words meant (or is ``italic`` or ``bold``), ``means`` is a meaning.

    ``start`` and ``end`` bound the sentence in the text; ``agent`` is who set the signs, "" if it is not said.
    """

    sign: str
    means: str
    keys: dict[str, str]
    agent: str
    start: int
    end: int


def read_statements(text: str, start: int = 0, end: int | None = None) -> list[Statement]:
    """Return what the sentences between two offsets of a text say of its signs, in order."""
    found: list[Statement] = []
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        if len(match.group()) <= LONGEST:
            found += _read(match.group(), match.start(), match.end())
    return found


def tells_only_of_signs(text: str, start: int, end: int) -> bool:
    """Tell whether each sentence between two offsets says what a sign means."""
    sentences = [match for match in _SENTENCE.finditer(text, start, end) if match.group().strip()]
    return bool(sentences) and all(_read(match.group(), match.start(), match.end()) for match in sentences)


def _read(sentence: str, start: int, end: int) -> list[Statement]:
    bare = _NOTE_LABEL.sub("", _QUOTED.sub(" ", sentence))
    if not (_LINK.search(bare) or _BETWEEN.search(bare)) or _ONE_PLACE.search(bare):
        return []
    clauses = [told for clause in _CLAUSE.split(bare) if (told := _told(clause, start, end))]
    return [statement for told in clauses for statement in told] if len(clauses) > 1 else _told(bare, start, end)


def _told(words: str, start: int, end: int) -> list[Statement]:
    """Return what words say of the signs they name; the first sense, and the first sign, that is found counts."""
    sense = next((sense for sense in _SENSES if sense.pattern.search(words)), None)
    if sense is None:
        return []
    agent = named[1].casefold() if (named := _AGENT.search(words)) else ""
    signs = _signs(words, sense)
    return [Statement(sign, sense.means, dict(sense.keys), agent, start, end) for sign in signs]


_CLAUSE: Final = re.compile(r";\s+|,?\s+and\s+(?=(?:those|words|text|what|deletions?|insertions?|additions?)\b)", re.I)
"""What parts clauses that speak of a sign each: "insertions stand in braces; deletions in angle brackets"."""


def _signs(sentence: str, sense: _Sense) -> list[str]:
    """Return what opens the words that a sentence speaks of; nothing if it names no sign."""
    if sense.means == "gap":
        return [match.group() for match in _TOKEN.finditer(sentence)]
    if sense.means == "unclear" and _QUERY.search(sentence):
        return []
    named = next((opener for pattern, opener in _SIGNS if pattern.search(sentence)), "")
    return list(named) if named == "<‹⟨" else [named] if named else []


def conventions_of(statement: Statement) -> list[Convention]:
    """Return the conventions that a statement makes from its end on; emphasis is also what plain text has for it."""
    match statement.sign:
        case "italic":
            signs = ["_", "*"]
        case "bold":
            signs = ["**"]
        case sign:
            signs = [sign]
    return [_convention(statement, sign) for sign in signs]


def _convention(statement: Statement, sign: str) -> Convention:
    closing = "".join(PAIRS.get(character, character) for character in reversed(sign))
    written = sign if statement.means == "gap" else f"{sign}{{text}}{closing}"
    keys = dict(statement.keys)
    if statement.agent and "by" in MEANINGS[statement.means].keys:
        keys["by"] = statement.agent
    return Convention(read_wording(written), statement.means, "anywhere", keys, begins=statement.end)
