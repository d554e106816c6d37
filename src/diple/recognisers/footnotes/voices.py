"""Whose note it is: told by words at its beginning or its end (TEI 3.9)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.footnotes.runs import Run


class Voice(NamedTuple):
    """Who speaks in a note, told by words at its beginning (consumed) or at its end (kept)."""

    type: str
    start: re.Pattern[str]
    end: re.Pattern[str]


VOICES = (
    Voice(
        "translator",
        re.compile(r"[(\[]?(?:translator['’]?s?['’]? note|trans\. note|t\.n\.)[\])]?\s*[:.–—-]\s*", re.I),
        re.compile(r"(?:[(\[–—-]\s*(?:trans(?:l|lator)?|tr)|\btranslator['’]?s?['’]? note)\.?[\])]?\s*$", re.I),
    ),
    Voice(
        "transcriber",
        re.compile(r"[(\[]?(?:transcriber['’]?s?['’]? note|typist['’]?s? note)[\])]?\s*[:.–—-]\s*", re.I),
        re.compile(r"(?:[(\[–—-]\s*transcr(?:iber)?|\btranscriber['’]?s?['’]? note)\.?[\])]?\s*$", re.I),
    ),
    Voice(
        "editor",
        re.compile(r"[(\[]?(?:editor(?:ial|s|['’]s|s['’])? note|ed\. note)[\])]?\s*[:.–—-]\s*", re.I),
        re.compile(r"(?:[(\[–—-]\s*eds?(?:itors?)?|\beditor['’]?s?['’]? note)\.?[\])]?\s*$", re.I),
    ),
    Voice(
        "author",
        re.compile(r"(?:author['’]s note|note in the original)\s*[:.–—-]\s*", re.I),
        re.compile(
            r"[(\[–—-]\s*(?:(?:foot)?note (?:in|of) the (?:original|document|text)|author['’]s (?:own )?note|"
            r"(?-i:(?:[A-Z]\.\s?)*[A-ZÀ-Þ][\w’'-]*['’]s) (?:own )?note)\.?[\])]?\s*$",
            re.I,
        ),
    ),
)


def voice_of(draft: Draft, run: Run, start: int, end: int) -> tuple[str, int]:
    """Return whose note it is and where its words begin; notes at the foot of a page are the document's own."""
    for voice in VOICES:
        if label := voice.start.match(draft.text, start, end):
            return voice.type, label.end()
        if voice.end.search(draft.text, max(start, end - 50), end):
            return voice.type, start
    return _voice_of_heads(draft, run) or ("author" if run.foot or run.near else "editor"), start


_OF_HEADS = (
    ("translator", re.compile(r"\b(?:translat|übersetz|traduc|traduz|tłumacz|перевод|překladat|fordít)", re.I)),
    ("transcriber", re.compile(r"\btranscri(?:b|pt(?:eur|or))", re.I)),
    ("author", re.compile(r"\b(?:author|verfasser|auteur|autor)", re.I)),
    ("editor", re.compile(r"\b(?:editor|herausgeb|bearbeit|[ée]diteur|redak|редак|публикатор|cura(?:tor|dor))", re.I)),
)
"""Whose the notes are, as their head says: "Translator's notes:", "Anmerkungen der Herausgeberin"."""


def _voice_of_heads(draft: Draft, run: Run) -> str:
    heads = " ".join(draft.text_of(head) for head in run.heads if head.end - head.start < _LONGEST_HEAD)
    return next((name for name, pattern in _OF_HEADS if heads and pattern.search(heads)), "")


_LONGEST_HEAD = 60


def is_labelled(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a body says whose note it is: "[*] Translator's note: …"."""
    return any(voice.start.match(draft.text, start, end) for voice in VOICES)
