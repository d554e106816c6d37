"""Credits and lists of names: "Obtained by A and translated by B, C and D"; funders (TEI 2.2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.record.conventions import FUNDER_WORDS, VERBS
from diple.recognisers.record.lines import sign_free, tell

_VERB = "(?:" + "|".join(verb.words for verb in VERBS) + ")"
_ROLES = {verb.words: verb.role for verb in VERBS}
CREDIT = re.compile(
    r"(?:(?:the )?(?:document|copy|text|original)s?\s+(?:was\s+|were\s+)?)?"
    rf"\b{_VERB}(?:(?:,\s*|\s+and\s+|\s*&\s*){_VERB})*"
    r"(?P<more>\s+(?:for|from|into)\s+[^.;,()]{1,60}?)?\s+by\s+",
    re.I,
)
"""Words that say what somebody did, up to the name: "Obtained by", "translated for the project by"."""

_AND = re.compile(r"\s*(?:,\s*and\s+|;\s*and\s+|[,;]\s*|\s+and\s+|\s+&\s+)", re.I)
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s+)?(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]*|de|von|van|der|den|la|le|al|bin|el|du|di|da)"
    r"(?:\s+(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]*|de|von|van|der|den|la|le|al|bin|el|du|di|da)){0,5}"
    r"(?:,\s(?:Jr|Sr)\b\.?)?"
)
_LONGEST = 200
"""The most characters of a name that are looked at to tell where it ends."""
_ARTICLE = re.compile(r"\s*the\s+(?=[A-Z])")
_SUFFIX = re.compile(r",\s*(?:Inc|Ltd|Jr|Sr|LLC|Ph\.?D|III?|GmbH)\b\.?")
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!Dr)(?<!Jr)(?<!Sr)\.(?=\s|\)|\]|$)|;(?=\s)|\n\s*\n")


class Credit(NamedTuple):
    """One credit: the words that say what was done, and where the names stand."""

    start: int
    verb_end: int
    end: int
    role: str
    verb: str
    is_plain: bool


def credits_in(draft: Draft, start: int, end: int) -> list[Credit]:
    """Return the credits between two offsets, in order; each ends where the next begins or its sentence ends."""
    matches = list(CREDIT.finditer(draft.text, start, end))
    found = []
    for number, match in enumerate(matches):
        limit = matches[number + 1].start() if number + 1 < len(matches) else end
        stop = _SENTENCE_END.search(draft.text, match.end(), limit)
        verbs = [word.lower() for word in re.findall(_VERB, match[0], re.I)]
        role = min((_ROLES[verb] for verb in verbs), key=_rank)
        words = _in_small_letters(" ".join(match[0].split()))
        found.append(
            Credit(match.start(), match.end(), stop.start() if stop else limit, role, words, not match["more"])
        )
    return found


def _in_small_letters(words: str) -> str:
    """Return words in small letters but for the initials of a project: "translated for HUP by"."""
    if words.isupper():
        return words.lower()
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words.split())


def _rank(role: str) -> int:
    return ("translator", "transcriber", "editor", "contributor").index(role)


def tell_credits(draft: Draft, credits_: list[Credit], end: int) -> None:
    """Record each credit's names, with verb and role; its fixed words are signs, free words ("for …") are kept."""
    for number, credit in enumerate(credits_):
        verb = credit.verb
        if credit.is_plain:
            sign_free(draft, credit.start, credit.verb_end, why="credit")
        else:
            verb = " ".join(draft.text[credit.start : credit.verb_end].split())
            tell(draft, "resp-verb", credit.start, credit.verb_end, {"role": credit.role, "verb": verb})
        rest = tell_names(draft, credit.verb_end, credit.end, "resp", {"role": credit.role, "verb": verb})
        following = credits_[number + 1].start if number + 1 < len(credits_) else end
        _tell_rest(draft, rest, following)


def repeat_credits(draft: Draft, start: int, end: int) -> None:
    """Record names of agents that stay where they stand, in a citation or a note."""
    for credit in credits_in(draft, start, end):
        attrs = {"role": credit.role, "verb": credit.verb}
        for first, last in names_in(draft.text, credit.verb_end, credit.end):
            draft.fact("resp", draft.text[first:last], first, last, consumed=False, attrs=attrs)
            draft.agents.name(credit.role, draft.text[first:last])


def _tell_rest(draft: Draft, start: int, end: int) -> None:
    """Consume what joins one credit to the next; free words there are told as provenance."""
    words = re.sub(r"[\s.,;:()\[\]&]+|\band\b", "", draft.text[start:end])
    if words:
        lead = re.compile(r"[\s.,;:)\]]*").match(draft.text, start, end)
        first = lead.end() if lead else start
        sign_free(draft, start, first)
        tell(draft, "provenance", first, end)
    else:
        sign_free(draft, start, end, why="between credits")


def names_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the names of a list stand that begins at ``start``: "A, B and C"."""
    found: list[tuple[int, int]] = []
    position = start
    while match := _NAME.match(text, position, end):
        stop = _without_full_stop(match)
        found.append((match.start(), stop))
        joint = _AND.match(text, stop, end)
        if joint is None:
            break
        position = joint.end()
    return found


def tell_names(draft: Draft, start: int, end: int, field: str, attrs: dict[str, str]) -> int:
    """Record each of a list of persons' names; return the offset behind the last."""
    position = start
    for first, last in names_in(draft.text, start, end):
        sign_free(draft, position, first, why="between names")
        name = tell(draft, field, first, last, attrs)
        if field == "resp" and name:
            draft.agents.name(attrs.get("role", "editor"), name)
        position = last
    return position


def _without_full_stop(match: re.Match[str]) -> int:
    """Return where a name ends: before a full stop, unless the stop belongs to an initial or "Jr."."""
    end = match.end()
    last = match[0].split()[-1]
    is_initial = re.fullmatch(r"(?:[A-Z]\.)+|[JS]r\.", last)
    return end - 1 if last.endswith(".") and not is_initial else end


def tell_people(draft: Draft, start: int, end: int, field: str, attrs: dict[str, str]) -> None:
    """Record names where nothing but names is expected; what is no name is kept as one value."""
    start = draft.inner(start, end)[0]
    rest = tell_names(draft, start, end, field, attrs)
    tail = draft.text[rest:end].strip(" .,;\n\r\t\xa0")
    if rest == start:
        draft.agents.name(attrs.get("role", "editor"), tell(draft, field, start, end, attrs))
    elif tail:
        _tell_rest(draft, rest, end)
    else:
        sign_free(draft, rest, end, why="end of names")


def tell_funders(draft: Draft, start: int, end: int) -> None:
    """Record each funder of a list between two offsets; its commas and "and" are signs."""
    position = start
    for begin, last in _funders(draft.text, start, end):
        article = _ARTICLE.match(draft.text, begin, last)
        first = article.end() if article else begin
        sign_free(draft, position, first, why="between names")
        tell(draft, "funder", first, last)
        position = last
    sign_free(draft, position, end, why="end of names")


def _funders(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are names of bodies or persons; "and" divides only where both sides can stand alone."""
    joints = [match for match in _AND.finditer(text, start, end) if not _SUFFIX.match(text, match.start(), end)]
    bounds = [start, *(joint.end() for joint in joints)]
    stops = [*(joint.start() for joint in joints), end]
    first, last = bounds[0], stops[0]
    for begin, stop, joint in zip(bounds[1:], stops[1:], joints, strict=True):
        if _divides(text[max(first, last - _LONGEST) : last], joint[0], text[begin : min(stop, begin + _LONGEST)]):
            yield first, last
            first = begin
        last = stop
    stop = last
    while stop > first and text[stop - 1] in " .;,\n\r\t\xa0":
        stop -= 1
    keeps_stop = re.search(r"\b(?:Inc|Ltd|Co|Corp)$", text[first:stop]) and text[stop : stop + 1] == "."
    yield first, stop + 1 if keeps_stop else stop


def _divides(before: str, joint: str, after: str) -> bool:
    last_word = before.split()[-1:]
    if last_word and FUNDER_WORDS.fullmatch(last_word[0]) and after[:1].isupper():
        return True
    both_bodies = FUNDER_WORDS.search(before) and FUNDER_WORDS.search(after)
    both_persons = not FUNDER_WORDS.search(before) and _is_person(before) and _is_person(after)
    if both_bodies or both_persons:
        return not re.search(r"\b(?:of|for|the|&)\s*$", before)
    if "," in joint or ";" in joint:
        return bool(FUNDER_WORDS.search(before) or FUNDER_WORDS.search(after) or before.rstrip().endswith(")"))
    return before.rstrip().endswith(")")


def _is_person(words: str) -> bool:
    match = _NAME.fullmatch(words.strip(" .,;\n"))
    return match is not None and 2 <= len(match[0].split()) <= 4
