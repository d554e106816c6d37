"""Which labels are turns: known persons, short forms that are defined, labels that come back and alternate."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.agents import People, name_key
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.wording import is_office_word
from diple.recognisers.speech.labels import Label
from diple.recognisers.speech.wording import ADDRESSED, NO_FIRST_WORDS, NO_LABEL_WORDS, NO_LABELS, VOICE, is_office

_LOWER_WORD = re.compile(r"(?<![\w’'-])[^\W\d_A-Z][\w’'-]+")
ASKED = frozenset({"question", "bare", "asked"})
"""The shapes of labels of questions and answers."""
_SURE = ASKED | {"line", "marked", "asks", "initial", "paper", "log", "emphasised"}
"""The shapes of labels that, where they may be labels, are."""
_SMALL_TALK = 3
"""The turns, in number, that make a talk of a text with labels that nobody is known by."""


_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)(?<=..)|X{2,3}")
_INTERPRETERS = frozenset({"interpreter", "translator"})
_LOGGED = 4
"""The lines with a time and a call sign, in number, that make a log of what was said."""
_STOP_AND_DASH = re.compile(r"\. ?[-–—]")
_DASHES = frozenset({"-", "–", "—", "--"})
_DASHED = 5
"""The names in small letters before a dash, in number, of which more than these make a talk."""
_LISTENED = 400
"""The characters of a paragraph that are looked at for who is meant."""
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b|[?!]")
"""What shows that words are somebody's who speaks."""
_LETTERS_ENOUGH = 4
"""The turns, in number, with initials and full stops for labels that make a talk."""


class Candidate(NamedTuple):
    """A line that begins as a turn does: the offset in the source where it begins, its block, and its label.

    ``number`` is the number of the paragraph before the label, if there is one, which ends at ``number_end``;
    ``is_caption`` says that what follows the label ends open, as titles do.
    """

    start: int
    block: Block
    label: Label
    number: str = ""
    number_end: int = 0
    is_caption: bool = False

    @property
    def key(self) -> str:
        """The label's name, as labels are counted."""
        return label_key(self.label.name)


def lower_words(text: str) -> frozenset[str]:
    """Return the words that begin with a small letter in a text: none of them is a name there."""
    return frozenset(_LOWER_WORD.findall(text))


def label_key(name: str) -> str:
    """Return a label's name as labels are counted."""
    return name_key(name) or name.casefold()


def turns_among(draft: Draft, candidates: list[Candidate], *, is_talk: bool) -> list[Candidate]:
    """Return the candidates that are turns, in order.

    A label counts as supported if its name is known, addressed by title or office, defines a short form, or comes back
    and is no common word. With too few supported ones only known persons speak.
    """
    candidates = without_lone_letters(candidates)
    seen = _seen(draft, candidates, is_talk=is_talk)
    possible = [candidate for candidate in candidates if seen.may_speak(candidate)]
    supported = [candidate for candidate in possible if seen.is_supported(candidate)]
    distinct = len({candidate.key for candidate in possible})
    if not supported or (len(possible) < 2 and not seen.is_known(possible[0])):
        return []
    if distinct < 2 and not seen.is_known(supported[0]) and not (is_talk and len(supported) >= _SMALL_TALK):
        return []
    if is_talk or len(supported) >= _SMALL_TALK or _cover(draft, possible) >= 0.5:
        return [c for c in possible if seen.is_supported(c) or seen.looks_like_a_name(c)]
    return [candidate for candidate in supported if seen.is_known(candidate)]


def without_lone_letters(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates but for "Q" and "A" without a stop, and initials, that nothing shows to be labels.

    Questions without a stop come back, and an answer follows one. Initials with a full stop ("K. Well.") are of two
    persons at least who come back, which the letters of a list do not; over titles letters are those of sections.
    """
    bare_questions = sum(c.label.shape == "bare" and c.label.name == "Q" for c in candidates)
    letters = Counter(c.key for c in candidates if c.label.shape == "initial" and not c.is_caption)
    returning = [key for key, count in letters.items() if count > 1]
    has_letters = len(returning) > 1 and sum(letters[key] for key in returning) >= _LETTERS_ENOUGH
    kept: list[Candidate] = []
    for candidate in candidates:
        shape, last = candidate.label.shape, kept[-1] if kept else None
        if shape == "bare" and not (bare_questions > 1 and (candidate.label.name == "Q" or _is_question(last))):
            continue
        if shape == "initial" and not has_letters:
            continue
        kept.append(candidate)
    return kept


def _is_question(candidate: Candidate | None) -> bool:
    return candidate is not None and candidate.label.name == "Q"


def _seen(draft: Draft, candidates: list[Candidate], *, is_talk: bool) -> _Seen:
    """Return what the document shows of its labels."""
    lower = lower_words(draft.text)
    counts = Counter(candidate.key for candidate in candidates)
    counts["q"] += sum(candidate.label.shape == "asked" for candidate in candidates)
    shapes = Counter(candidate.label.shape for candidate in candidates)
    shorts = frozenset(label_key(candidate.label.short) for candidate in candidates if candidate.label.short)
    plain = {c.key for c in candidates if c.label.shape == "plain" and counts[c.key] > 1}
    known = {c.key for c in candidates if c.label.shape == "plain" and draft.people.match(c.label.name)}
    dashed = Counter(c.key for c in candidates if c.label.shape == "plain" and _STOP_AND_DASH.fullmatch(c.label.stop))
    has_dashed = any(map(_alternate, (dashed, *_with_dash(draft, candidates))))
    has_plain = has_dashed or _answer(candidates) or (is_talk and (len(plain) > 1 or len(known) > 2))
    has_papers = is_talk and shapes["paper"] + shapes["asked"] > 1
    titled = sum(c.label.shape in {"colon", "capitals"} and bool(ADDRESSED.match(c.label.name)) for c in candidates)
    has_lines = shapes["line"] >= _SMALL_TALK
    has_titles = titled >= _SMALL_TALK or has_lines or shapes["marked"] > 0
    has_talk = shapes["colon"] >= _LETTERS_ENOUGH
    signs = Counter(c.label.name for c in candidates if c.label.shape == "log")
    has_log = len(signs) > 1 and signs.total() >= _LOGGED
    whole = frozenset(c.key for c in candidates if c.label.shape in {"colon", "capitals"})
    return _Seen(
        draft.people,
        counts,
        lower,
        shorts,
        whole,
        has_plain,
        has_lines,
        has_papers,
        has_titles,
        has_log,
        has_talk,
        is_talk,
    )


def _with_dash(draft: Draft, candidates: list[Candidate]) -> tuple[Counter[str], Counter[str]]:
    """Return how often names in capitals stand before a dash, and how often others do before what somebody says."""
    dashed = [c for c in candidates if c.label.shape == "plain" and c.label.stop in _DASHES]
    others = [c for c in dashed if not c.label.name.isupper()]
    spoken = sum(_SPOKEN.search(draft.text, c.start, min(c.block.end, c.start + _LISTENED)) is not None for c in others)
    is_talk = len(others) > _DASHED and 2 * spoken >= len(others)
    return Counter(c.key for c in dashed if c.label.name.isupper()), Counter(c.key for c in others if is_talk)


def _alternate(labels: Counter[str]) -> bool:
    """Tell whether labels are those of a talk: several in number, of two persons at least, one of whom comes back."""
    return labels.total() >= _LETTERS_ENOUGH and len(labels) > 1 and max(labels.values()) > 1


def _answer(candidates: list[Candidate]) -> bool:
    """Tell whether names with a full stop below questions are of those who answer: "Q. When?", "Lie. Then.".

    Most of the questions are answered so, and somebody answers more than one.
    """
    below = [two for one, two in pairwise(candidates) if one.label.name == "Q" and one.block is not two.block]
    names = Counter(found.key for found in below if found.label.shape == "plain")
    return names.total() >= _ANSWERED and 2 * names.total() > len(below) and max(names.values()) > 1


_ANSWERED = 3
"""The questions, in number, below which the name of who answers stands, that show names with a stop to be labels."""


def _cover(draft: Draft, candidates: list[Candidate]) -> float:
    """Return the share of labelled blocks among those without a role from the first labelled one on."""
    first = candidates[0].start
    after = [block for block in draft.blocks if block.role is None and block.end > first]
    return len(candidates) / max(1, len(after))


class _Seen(NamedTuple):
    """What the document shows of its labels: the people, how often each label comes, words met in lower case."""

    people: People
    counts: Counter[str]
    lower: frozenset[str]
    shorts: frozenset[str]
    whole: frozenset[str]
    has_plain_labels: bool
    has_lines: bool
    has_papers: bool
    has_titles: bool
    has_log: bool
    has_talk: bool
    is_talk: bool

    def is_known(self, candidate: Candidate) -> bool:
        label = candidate.label
        return label.shape not in {"question", "bare"} and self.people.match(label.name) is not None

    def may_speak(self, candidate: Candidate) -> bool:
        """Tell whether a label is none of the words that announce something."""
        label = candidate.label
        words = label.name.lower().replace(".", "").split()
        if label.shape == "log":
            return self.has_log
        if candidate.number and not self._is_sure(candidate):
            return False
        if label.shape in ASKED and label.name.lower() not in {"question", "answer"}:
            return self._is_asked(candidate)
        if label.shape in {"line", "marked", "asks", "emphasised"}:
            has = {"asks": self.has_titles, "line": self.has_lines}
            return has.get(label.shape, True)
        if label.shape == "paper":
            return self.has_papers or (self.has_talk and is_office_word(label.office.split()[0]))
        if label.shape == "voice":
            return bool(self.whole)
        if self.is_known(candidate) or label.short:
            return True
        if len(words) > 1 and VOICE.fullmatch(label.name) and label.shape != "plain":
            return True
        if label.name.lower() in {"question", "answer"}:
            both = self.counts["question"] > 0 and self.counts["answer"] > 0
            return both or (label.name.lower() == "question" and self.counts["question"] > 1)
        if " ".join(words).removeprefix("the ") in _INTERPRETERS and (self.has_interpreter() or self._calls(label)):
            return not candidate.is_caption
        if (len(words) == 1 and words[0] in NO_LABELS) or NO_LABEL_WORDS & set(words):
            return False
        if _ROMAN.fullmatch(label.name) and not self.is_talk:
            return False  # the number of a section or clause
        if candidate.is_caption and self.counts[candidate.key] < 2 and not self._is_sure(candidate):
            return False
        if label.shape == "plain" and not self._is_like_the_others(candidate):
            return False
        if label.shape == "capitals" and label.is_alone and self.counts[candidate.key] < 2:
            return self._is_sure(candidate)
        return words[0] not in NO_LABELS and not (len(words) > 1 and words[0] in NO_FIRST_WORDS)

    def _calls(self, label: Label) -> bool:
        """Tell whether a label in capitals stands among others that are so, as offices do that nobody listed."""
        return self.has_talk and label.shape == "colon" and label.name.isupper()

    def has_interpreter(self) -> bool:
        """Tell whether somebody interprets, and so may speak under the name of it."""
        return any("interpreter" in {*person.roles, *map(str.lower, person.offices)} for person in self.people)

    def _is_asked(self, candidate: Candidate) -> bool:
        """Tell whether there are questions and answers, or somebody with a title or office who answers them."""
        if self.counts["q"] and self.counts["a"]:
            return True
        answering = (key for key, count in self.counts.items() if count > 1 and key not in {"q", "a"})
        asked = self.counts["q"] > (0 if self.is_talk and candidate.label.shape == "question" else 1)
        return candidate.key != "a" and asked and any(self._may_answer(key) for key in answering)

    def _may_answer(self, key: str) -> bool:
        return is_office(key) or key not in self.lower

    def _is_sure(self, candidate: Candidate) -> bool:
        """Tell whether a label after a number is somebody's by itself: known, with a title, in capitals."""
        name = candidate.label.name
        shouted = any(word.isupper() and len(word) > 2 for word in name.split())
        asks = candidate.label.shape in ASKED | {"line", "marked", "asks"}
        return asks or self.is_known(candidate) or shouted or bool(ADDRESSED.match(name)) or is_office(name)

    def _is_like_the_others(self, candidate: Candidate) -> bool:
        """Tell whether a name with a full stop or dash is a label, where such labels, or the same with a colon, are."""
        dashed = candidate.label.stop[-1:] in set("-–—")
        if not self.has_plain_labels:
            return dashed and candidate.key in self.whole
        return self._comes_back(candidate) or dashed or is_office(candidate.label.name)

    def _comes_back(self, candidate: Candidate) -> bool:
        """Tell whether a name comes back, or its surname does: "Isaac Dunn.", and then "Dunn."."""
        surname = candidate.key.split()[-1]
        is_again = self.counts[candidate.key] > 1 or (surname != candidate.key and self.counts[surname] > 0)
        return is_again and self.looks_like_a_name(candidate)

    def is_supported(self, candidate: Candidate) -> bool:
        label, key = candidate.label, candidate.key
        if label.short or key in self.shorts or label.direction or label.shape in _SURE:
            return True
        if self.is_known(candidate):
            return label.shape != "plain" or self.counts[key] > 1
        if ADDRESSED.match(label.name) or is_office(label.name):
            return True
        if label.shape == "plain" and self._comes_back(candidate):
            return True
        return self.counts[key] > 1 and (self.looks_like_a_name(candidate) or self.counts[key] > _SMALL_TALK)

    def looks_like_a_name(self, candidate: Candidate) -> bool:
        """Tell whether a label is of words that the text does not use as common words."""
        words = [word for word in candidate.label.name.split() if word[0].isupper()]
        if ADDRESSED.match(candidate.label.name) or is_office(candidate.label.name):
            return True
        return bool(words) and not all(word.casefold().strip(".") in self.lower for word in words) and len(words) < 6
