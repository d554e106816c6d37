"""The closed list of words that the record's markup may consume, for whoever checks that nothing else was consumed."""

from __future__ import annotations

import re

from diple.recognisers.record.conventions import INFORMATION_HEADS, LABELS, THANKS, VERBS

_WORD = re.compile(r"[^\W\d_]+")
_VERB = "(?:" + "|".join(verb.words for verb in VERBS) + ")"
_CREDIT = re.compile(
    rf"(?:(?:the )?(?:document|copy|text|original)s? (?:was |were )?)?(?:and )?{_VERB}(?: (?:and )?{_VERB})*(?: by)?",
    re.I,
)
_KIND_OF_TEXT = re.compile(
    r"(?:english )?(?:translation|transcript|transcription|original|original scan|scan|text)", re.I
)
_JOINTS = frozenset({"and", "the", "and the", "email protected", "e mail protected"})


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


_LABELS = frozenset(_words(label) for label in (*LABELS, *INFORMATION_HEADS))


def is_record_wording(literal: str) -> bool:
    """Tell whether words, punctuation aside, are a label, heading, credit or formula of an archive's record."""
    words = _words(literal)
    forms = (_CREDIT, THANKS, _KIND_OF_TEXT)
    return words in _LABELS or words in _JOINTS or any(form.fullmatch(words) for form in forms)
