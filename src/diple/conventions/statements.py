"""What a document says of its own signs: "Underlining is shown by italics", "[ ] = added by the editor" (TEI 2.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from diple.conventions.clauses import LINK, clauses_of, is_at_work, shown_at_work, told
from diple.conventions.meaning import MEANINGS
from diple.conventions.senses import Sense
from diple.conventions.signs import Mention, shown_in
from diple.conventions.table import Convention
from diple.conventions.wording import UNITS, Wording, literal_wording, read_wording

LONGEST: Final = 400
"""The most characters of a sentence that says what a sign means."""

_SENTENCE: Final = re.compile(r"{0}+(?:\.(?=[^\s\])}}]){0}*)*".format(r"(?:[^.;\n\]]|\](?!\s+\[\w))"))
"""A sentence ends where one bracket with words follows another."""
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
    r"(?:(?!transcript|edition|text|copy|translation|document|letter|version|volume)\w+\s+)?(?:words?|sentences?|paragraphs?|passages?|lines?|phrases?|names?|figures?|brackets?|page|section)\b",
    re.I,
)
_NOTE_LABEL: Final = re.compile(
    r"^\W*(?:\[(?:\d{1,3}|[a-w]|i{1,3}|iv|vi{0,3}|ix)\]\s+(?=\S)|"
    r"(?:translator|editor|transcriber|editorial)(?:[’']s|s[’']?)? (?:note|remark|key|"
    r"comment|sign|convention)s?\s*[:.]\s*)",
    re.I,
)
"""The label of a note before its words, which is no sign that they speak of."""
_QUOTED: Final = re.compile(r"[“\"][^”\"\s]*\w[^”\"]*[”\"]")


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
    parts = list(_sentences(text, start, len(text) if end is None else end))
    in_list = sum(is_at_work(text[first:last]) for first, last in parts) > 1
    return [one for first, last in parts for one in _read(text, first, last, in_list=in_list)]


def tells_only_of_signs(text: str, start: int, end: int) -> bool:
    """Tell whether each sentence between two offsets says what a sign means."""
    found = list(_sentences(text, start, end))
    return bool(found) and all(_read(text, first, last) for first, last in found)


def share_about_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Return how many signs that they show the sentences between two offsets explain, and how many sentences do not."""
    said = [_read(text, first, last) for first, last in _sentences(text, start, end)]
    return sum(one.shown for sentence in said for one in sentence), sum(not sentence for sentence in said)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of sentences; the full stops of a sign end none."""
    words = text[start:end]
    for sign in shown_in(words):
        words = words[: sign.start] + "\0" * (sign.end - sign.start) + words[sign.end :]
    for match in _SENTENCE.finditer(words):
        for first, last in _entries(text, start + match.start(), start + match.end()):
            if words[first - start : last - start].strip(" \t\r\n()*_=-|0123456789"):
                yield first, last


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the entries of a list of signs that stand in one line: "{ } added · < > struck out", else the whole.

    A separator is the sign of the entry that has no other.
    """
    for separator, fewest in ((_DOT, 1), (_BAR, _FEWEST_BARS)):
        cuts = [match.span() for match in separator.finditer(text, start, end)]
        if len(cuts) < fewest:
            continue
        stops = [first for first, _ in cuts[1:]] + [end]
        yield start, cuts[0][0]
        for (first, last), stop in zip(cuts, stops, strict=True):
            is_sign = separator is _BAR and not shown_in(text[last:stop])
            yield first if is_sign else last, stop
        return
    yield start, end


_DOT: Final = re.compile(r"(?<=\s)[·•](?=\s)")
_BAR: Final = re.compile(r"(?<=\s)\|(?=\s)")
_FEWEST_BARS: Final = 3


def _read(text: str, start: int, end: int, *, in_list: bool = False) -> list[Statement]:
    """Return what the sentence between two offsets says; one is asked about again and again."""
    sentence = text[start:end]
    if len(sentence) > LONGEST:
        found = _statements_of(sentence, in_list) if shown_in(sentence) else ()
    else:
        found = _kept_statements(sentence, in_list)
    return [one._replace(start=start, end=end, keys=dict(one.keys)) for one in found]


def _statements_of(sentence: str, in_list: bool) -> tuple[Statement, ...]:
    """Return what a sentence says of signs, with no bounds yet."""
    bare = _NOTE_LABEL.sub("", _QUOTED.sub(" ", sentence))
    if shown := shown_at_work(bare, in_list=in_list):
        return tuple(
            Statement(sign.opener, sense.means, keys, agent, 0, 0, sign.closer, shown=True)
            for sign, sense, agent in shown
            for keys in (dict(sense.keys) | _more_keys(sign, sense, bare[sign.start : sign.end]),)
        )
    if not shown_in(bare) and (not (LINK.search(bare) or _BETWEEN.search(bare)) or _ONE_PLACE.search(bare)):
        return ()
    return tuple(
        Statement(sign.opener, sense.means, keys, agent, 0, 0, sign.closer, sign.numbered, sign.shown)
        for clause in clauses_of(bare)
        for sign, sense, agent in told(clause)
        for keys in (dict(sense.keys) | _more_keys(sign, sense, clause),)
    )


_kept_statements = lru_cache(maxsize=2048)(_statements_of)


def _more_keys(sign: Mention, sense: Sense, clause: str) -> dict[str, str]:
    """Return what else a clause tells of a sign: what is counted in it, how the words in it look."""
    keys = {"look": sign.look} if sign.look else {}
    if sign.numbered and sense.means == "gap" and (unit := _COUNTED.search(clause)):
        keys["unit"] = UNITS[unit[1].casefold()]
    if sense.means == "addition" and (medium := _MEDIUM.search(clause)):
        keys["hand"] = medium[0]
    return keys


_MEDIUM: Final = re.compile(r"\b(?:(?:red|blue|green|black|violet|purple) )?(?:ink|pencil|crayon|ballpoint)\b", re.I)
_COUNTED: Final = re.compile(r"\b(word|line|letter|character)s?\b", re.I)


def conventions_of(statement: Statement, begins: int = 0) -> list[Convention]:
    """Return the conventions that a statement makes from an offset on; emphasis is also what plain text has for it."""
    means = "note" if statement.means == "remark" else statement.means
    if means not in MEANINGS or (statement.means in ("unclear", "text") and statement.shown and not statement.closer):
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
        case sign, "gap" if statement.numbered:
            written = [f"{sign}{{number}}{statement.closer}"]
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
        keys["type"] = statement.agent
    if statement.agent and "by" in MEANINGS[means].keys:
        keys["by"] = statement.agent
    return [Convention(_wording(one), means, "anywhere", keys, begins=begins, is_told=True) for one in written]


def _wording(written: str) -> Wording:
    """Return the wording of a sign; one without words in it may be of braces, which are no slot then."""
    return read_wording(written) if "{text}" in written or "{number}" in written else literal_wording(written)
