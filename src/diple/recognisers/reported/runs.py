"""From subjects to runs: whose words each paragraph of minutes reports, until somebody else takes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.agents import Person
from diple.draft import Clean
from diple.model import Block
from diple.recognisers.reported.impersonal import is_drafters, is_impersonal, opens_decision
from diple.recognisers.reported.leads import LONG_LEAD
from diple.recognisers.reported.subjects import REACH, Subject, Subjects
from diple.recognisers.speech.wording import CLOSING
from diple.sentences import sentences

_INITIALS = re.compile(r"(?:^|[\s(])(?:[A-Z]\.){2,}$")
"""Initials without spaces at the end of what looks like a sentence: it goes on."""

_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s")
_HAS_WORDS = re.compile(r"[^\W\d_]")
_RANK = {"high": 0, "medium": 1, "low": 2}
_NEAR = 3
"""The paragraphs after a reporting verb, in number, in which the words are still likely the same person's."""


class Paragraph(NamedTuple):
    """A paragraph of minutes, or an item: its blocks, and its words with offsets; none where something interrupts."""

    blocks: list[Block]
    clean: Clean
    is_item: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number of its own."""
        return bool(self.blocks) and ("n" in self.blocks[0].attrs or _NUMBER.match(self.clean.text) is not None)


class Part(NamedTuple):
    """A stretch of a paragraph's words that reports one party: offsets in the words."""

    persons: tuple[Person, ...]
    start: int
    end: int
    cert: str


class Run(NamedTuple):
    """Whole paragraphs in a row that report one party, with the distance, in paragraphs, to the last reporting verb."""

    persons: tuple[Person, ...]
    first: Block
    last: Block
    distance: int
    cert: str

    @property
    def certainty(self) -> str:
        """How sure it is that all of this is theirs (``@cert``)."""
        by_distance = "high" if self.distance == 0 else "medium" if self.distance <= _NEAR else "low"
        return max(by_distance, self.cert, key=lambda cert: _RANK[cert])


_Found = tuple[int, Subject | None]
"""The start of a sentence, and the subject of its reporting verb."""


class _State(NamedTuple):
    run: Run | None  # the run that goes on
    persons: tuple[Person, ...]  # whose words the last paragraph ended with
    since: int  # paragraphs since their last reporting verb
    cert: str


_NOBODY = _State(None, (), 0, "high")


def runs_of(paragraphs: list[Paragraph], subjects: Subjects) -> Iterator[Run | tuple[Paragraph, list[Part]]]:
    """Yield the runs of whole paragraphs, and the paragraphs in which the party changes, with their parts."""
    state = _NOBODY
    paragraphs = [one for one in paragraphs if not one.blocks or _HAS_WORDS.search(one.clean.text)]  # no page numbers
    told = [list(_subjects(paragraph, subjects)) if paragraph.blocks else [] for paragraph in paragraphs]
    counts = is_counted = _is_counted_through(paragraphs, told)
    for paragraph, found in zip(paragraphs, told, strict=True):
        is_new = _is_about(paragraph, found, state.persons, subjects) or (paragraph.is_numbered and not counts)
        is_new = is_new or _opens_with_topic(paragraph, found)
        persons = () if is_new else state.persons
        parts = _parts(paragraph, found, persons, state.cert)
        if not parts:
            if state.run:
                yield state.run
            state = _NOBODY
        elif len(parts) > 1 or paragraph.is_item or not _is_whole(paragraph, parts[0]):
            if state.run:
                yield state.run
            yield paragraph, parts
            goes_on = parts[-1].end == len(paragraph.clean.text) and (is_counted or not paragraph.is_item)
            state = _State(None, parts[-1].persons, 0, parts[-1].cert) if goes_on else _NOBODY
        else:
            ended, state = _extended(state, paragraph, parts[0], found)
            if ended:
                yield ended
        counts = is_counted or _goes_on_counting(paragraph, counts)
    if state.run:
        yield state.run


def _is_counted_through(paragraphs: list[Paragraph], told: list[list[_Found]]) -> bool:
    """Tell whether nearly all paragraphs have numbers that count them, as in summary records, whoever is reported.

    Most of them then open with whom they report; where numbers count the items of an agenda, few do. An author who
    says I has numbers for what he goes on to.
    """
    places = [place for place, paragraph in enumerate(paragraphs) if paragraph.is_numbered]
    openings = [told[place][0][1] if told[place] else None for place in places]
    if any(subject is not None and _is_authors(subject) for subject in openings):
        return False
    opened = sum(subject is not None and bool(subject.persons) for subject in openings)
    between = paragraphs[places[0] : places[-1]] if places else []
    written = sum(bool(paragraph.blocks) and not paragraph.is_item for paragraph in between)
    return len(places) >= _COUNTED and 2 * opened > len(places) and 4 * len(places) >= 3 * written


def _is_authors(subject: Subject) -> bool:
    return subject.is_nobodys or any("author" in person.roles for person in subject.persons)


_COUNTED = 5
"""The fewest paragraphs of a summary record."""


def _goes_on_counting(paragraph: Paragraph, counts: bool) -> bool:
    """Tell whether a numbered paragraph behind this one goes on with what it says: it ends with a colon, or counts."""
    return paragraph.clean.text.rstrip().endswith(":") or (paragraph.is_numbered and counts)


def _is_about(paragraph: Paragraph, found: list[_Found], persons: tuple[Person, ...], subjects: Subjects) -> bool:
    """Tell whether a paragraph that opens without a reporting verb is about those whose words the last one reported."""
    if not found or found[0][1] is not None or not persons:
        return False
    end = found[1][0] if len(found) > 1 else len(paragraph.clean.text)
    first = paragraph.clean.text[_begin(paragraph) : end]
    is_authors = all("author" in person.roles for person in persons)
    is_others = subjects.opens_with_another(first, persons, acting=not is_authors)
    return is_others or subjects.is_about_one_of(first, persons)


def _opens_with_topic(paragraph: Paragraph, found: list[_Found]) -> bool:
    """Tell whether a paragraph opens with a few words that head it, before whom it reports: "Heating. Tom said"."""
    if len(found) < _TOPIC[0] or found[0][1] is not None or found[1][1] is None or not found[1][1].persons:
        return False
    words = paragraph.clean.text[_begin(paragraph) : found[1][0]].split()
    return len(words) <= _TOPIC[1] and words[-1].endswith(".")


_TOPIC = 2, 4
"""The sentences of such a paragraph at least, and the words of its topic at most, in number."""


def _is_whole(paragraph: Paragraph, part: Part) -> bool:
    return part.start <= _begin(paragraph) and part.end == len(paragraph.clean.text)


def _begin(paragraph: Paragraph) -> int:
    """Return where the words of a paragraph begin."""
    text = paragraph.clean.text
    return len(text) - len(text.lstrip())


def _extended(state: _State, paragraph: Paragraph, part: Part, found: list[_Found]) -> tuple[Run | None, _State]:
    """Return the run that ends before a paragraph of one party, if one does, and the state after it."""
    reported = any(subject for _, subject in found)
    since = 0 if reported else state.since + 1
    first, last = paragraph.blocks[0], paragraph.blocks[-1]
    run = state.run
    if run is not None and run.persons == part.persons:
        worse = max(run.cert, part.cert, key=lambda cert: _RANK[cert])
        joined = run._replace(last=last, distance=max(run.distance, since), cert=worse)
        return None, _State(joined, part.persons, since, part.cert)
    opened = Run(part.persons, first, last, since, part.cert)
    return run, _State(opened, part.persons, since, part.cert)


def _subjects(paragraph: Paragraph, subjects: Subjects) -> Iterator[_Found]:
    """Yield the start of each sentence with its subject."""
    text = paragraph.clean.text
    start: int | None = None
    for sentence in sentences(text):
        start = sentence.start if start is None else start
        if not _INITIALS.search(text, max(start, sentence.end - 12), sentence.end):
            words = text[start : sentence.end]
            yield start, None if opens_decision(words) else subjects.of(words)
            start = None
    if start is not None:
        yield start, subjects.of(text[start:])


def _parts(paragraph: Paragraph, found: list[_Found], persons: tuple[Person, ...], cert: str) -> list[Part]:
    """Return the parts of a paragraph in order, without those that report nobody; none if a narrator speaks."""
    text = paragraph.clean.text
    begun = _begin(paragraph)
    parts: list[Part] = []
    for number, (start, subject) in enumerate(found):
        if subject is not None and subject.partner and not persons:
            subject = subject._replace(persons=subject.partner)
        named = subject is not None and bool(subject.persons)
        if number == 0 and not named and (_is_narrator(text[begun : begun + 1600]) or is_drafters(text[begun:])):
            return []
        end = found[number + 1][0] if number + 1 < len(found) else len(text)
        words = text[start : min(end, start + REACH)].strip()
        if (subject and subject.is_nobodys) or (not named and is_impersonal(words)):
            parts += [Part(persons, begun, start, cert)] if persons and start > begun else []
            persons = ()
        if subject is None or not named or subject.persons == persons:
            continue
        if number and not _takes_over(subject, text[start : start + REACH]):
            continue
        if number > 1 and subject.has_acted:
            start = found[number - 1][0]
        if number and persons:
            parts.append(Part(persons, begun, start, cert))
        persons, begun, cert = subject.persons, start, subject.cert
    if persons and found:
        parts.append(Part(persons, begun, len(text), cert))
    return parts


def _takes_over(subject: Subject, sentence: str) -> bool:
    """Tell whether a subject in mid-paragraph clearly takes over: it stands near the head of its sentence.

    It may also stand behind words that say of what it speaks, or whom it answers.
    """
    is_near = subject.start < _HEAD or LONG_LEAD.fullmatch(sentence, 0, subject.start) is not None
    return subject.is_strong and is_near


_HEAD = 60
"""The characters of a sentence before its subject."""


def _is_narrator(text: str) -> bool:
    return any(pattern.match(text) for pattern in CLOSING)
