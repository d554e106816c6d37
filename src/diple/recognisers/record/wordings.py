"""The closed list of words that markup of record and frame may consume, for whoever checks that nothing else was."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.record.conventions import INFORMATION_HEAD, LABELS, LABELS_OF_LETTERS, THANKS, VERBS

_WORD = re.compile(r"[^\W\d_]+")
_VERB = "(?:" + "|".join(verb.words for verb in VERBS) + ")"
_CREDIT = re.compile(
    rf"(?:(?:the )?(?:document|copy|text|original)s? (?:was |were )?)?(?:and )?{_VERB}(?: (?:and )?{_VERB})*(?: by)?",
    re.I,
)
_KIND_OF_TEXT = re.compile(
    r"(?:english )?(?:translation|transcript|transcription|original|original scan|scan|text)", re.I
)
_LOCATED = re.compile(
    r"(?:the )?original (?:documents?|items?|letters?|papers?|records?) (?:is|are|(?:can|may) be found)"
    r"(?: (?:located|held|kept))? (?:in|at|among)(?: the)?",
    re.I,
)
_HEAD_OF_RIGHTS = re.compile(
    r"notices?|restrictions?|copyright(?: notice)?|terms of use|notices? and restrictions|rights|disclaimer", re.I
)
_REPRINTED = re.compile(r"(?:also |re)?(?:printed|published) in", re.I)
_JOINTS = frozenset({"and", "the", "and the", "email protected", "e mail protected"})

_COPY_NUMBER = re.compile(
    r"(?:cop(?:y|ies)\s+)?(?:(?:no|nos|nº|n°|№|nr|#)\.?\s?)?\d{1,3}(?:\s?[-–]\s?\d{1,3}|st|nd|rd|th)?"
    r"(?:\s?(?:cop(?:y|ies)|ex\.|exemplars?))?\s*[-–—.):]?",
    re.I,
)
"""The number before a line of a distribution list; ``item/@n`` has its figures."""


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.replace("(s)", "s"))).casefold()


_LABELS = frozenset(
    _words(label)
    for label in (
        *LABELS,
        *LABELS_OF_LETTERS,
        "reference",
        "references",
        "ref",
        "from",
        "to",
        "sender",
    )
)


def is_record_wording(literal: str) -> bool:
    """Tell whether words, punctuation aside, are a label, heading, credit or formula of an archive's record.

    The number before a line of a distribution list is one too; no other wording has figures in it.
    """
    if any(character.isdigit() for character in literal):
        return _COPY_NUMBER.fullmatch(literal.strip()) is not None
    words = _words(literal)
    forms = (INFORMATION_HEAD, _CREDIT, THANKS, _KIND_OF_TEXT, _LOCATED, _HEAD_OF_RIGHTS, _REPRINTED)
    return words in _LABELS or words in _JOINTS or any(form.fullmatch(words) for form in forms)
