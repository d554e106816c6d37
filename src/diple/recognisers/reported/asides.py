"""Paragraphs of minutes that stand behind a turn and report somebody else: they belong to no turn."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.reported.subjects import REACH, Subjects
from diple.recognisers.reported.wording import TITLES

_ASIDE = re.compile(
    rf"{TITLES}(?i:comrade |cde\. |com\. )?(?P<name>[^\W\d_a-z]{{3,}}(?: [^\W\d_a-z]{{3,}}){{0,2}}) [a-z]{{3,}}"
)
"""A name in capitals, as labels have it, that opens a sentence of the narrator."""
_OWN = re.compile(r"\b(?:I|we|my|our|me|us|you|your|We|You|My|Our)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_TO_BODY = re.compile(
    r"\b(?:informed|briefed|told|reported to|acquainted|familiarized) the (?:members of the )?(?i:politburo|presidium|"
    r"council|committee|cabinet|bureau|board|secretariat|commission|meeting|session|plenum|comrades|members|participants)\b"
)
"""Verbs of a report to those who meet, which is the minutes' own."""
_NEAR = 30
"""The characters before a subject, title and all, at the head of its paragraph."""


def free_reports(draft: Draft, subjects: Subjects) -> None:
    """Take paragraphs that report another person out of the turn before them, up to the next turn.

    Within somebody's direct speech, others are quoted too ("Comrade Berg said yesterday that …"). It is the minutes
    that report where they do so before the first turn as well, in the present tense, or with names in capitals.
    """
    is_mixed = any(_reports(draft, block, subjects) for block in _before_turns(draft)) or _tells(draft, subjects)
    is_mixed = is_mixed or _is_narrated(draft)
    turns = [draft.text[block.start : block.start + 3] for block in draft.blocks if block.role is Role.SPEECH]
    is_examined = any(label.strip("*_ .:") == "Q" for label in turns)
    freed, speaker = False, ""
    for block in draft.body_blocks():
        if block.role is Role.SPEECH:
            freed, speaker = False, block.attrs.get("who", "")
        elif speaker and block.role is None and block.in_speech and not block.joined and not freed:
            is_apart = is_mixed or (is_examined and not _says_i(draft, block))
            freed = _reports(draft, block, subjects, besides=speaker, is_mixed=is_apart)
        if freed and block.role is None:
            block.in_speech = False


def _is_narrated(draft: Draft) -> bool:
    """Tell whether two or more paragraphs before the first turn tell what those present did, and nobody says I."""
    names = [word for person in draft.people for word in person.names[0].split()[-1:] if len(word) > _INITIAL]
    told = [
        block for block in _before_turns(draft) if block.end - block.start > _SENTENCE and not _says_i(draft, block)
    ]
    return sum(any(name in draft.text[block.start : block.end] for name in names) for block in told) > 1


_SENTENCE, _INITIAL = 120, 2
"""The characters of a paragraph that tells something, and of a word that is no name."""


def _tells(draft: Draft, subjects: Subjects) -> bool:
    """Tell whether two or more paragraphs behind turns report another who has turns, and nobody in them says I."""
    labelled = {
        who for block in draft.blocks if block.role is Role.SPEECH for who in block.attrs.get("who", "").split()
    }
    told, speaker = 0, ""
    for block in draft.body_blocks():
        if block.role is Role.SPEECH:
            speaker = block.attrs.get("who", "")
        elif speaker and block.role is None and not block.joined:
            told += _is_told(draft, block, subjects, labelled, "" if told else speaker)
    return told > 1


def _says_i(draft: Draft, block: Block) -> bool:
    """Tell whether somebody says I, we or you in a paragraph, but for what it quotes."""
    words = draft.clean(block.start, min(block.end, block.start + REACH)).text
    return _OWN.search(_QUOTED.sub("", words)) is not None


def _is_told(draft: Draft, block: Block, subjects: Subjects, labelled: set[str], speaker: str) -> bool:
    words = draft.clean(block.start, min(block.end, block.start + REACH)).text.lstrip()
    if _says_i(draft, block):
        return False
    subject = subjects.of(words)
    if subject is None or subject.start > _NEAR or not subject.verb or len(subject.persons) != 1:
        return False
    who = f"#{subject.persons[0].id}"
    return who in labelled and who not in speaker.split()


def _before_turns(draft: Draft) -> Iterator[Block]:
    for block in draft.body_blocks():
        if block.role is Role.SPEECH:
            return
        if block.role is None:
            yield block


def _reports(draft: Draft, block: Block, subjects: Subjects, besides: str = "", is_mixed: bool = True) -> bool:
    """Tell whether a paragraph opens with a person, other than ``besides``, whose words are reported."""
    words = draft.clean(block.start, min(block.end, block.start + REACH)).text.lstrip()
    if besides and (aside := _ASIDE.match(words)) and draft.people.match(aside["name"]):
        return True
    subject = subjects.of(words)
    if subject is None or subject.start > _NEAR or not subject.verb:
        return False
    if any(f"#{person.id}" in besides.split() for person in subject.persons):
        return False
    name = words[subject.start :].split(maxsplit=1)[0]
    is_present = subject.verb.endswith("s") and not subject.verb.endswith(("ss", "was"))
    to_body = _TO_BODY.search(words, subject.start, subject.start + 120) is not None
    return is_mixed or is_present or to_body or (name.isupper() and len(name) > 2)
