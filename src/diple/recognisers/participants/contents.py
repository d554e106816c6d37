"""Whether a text is a list of persons and nothing else."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.participants.elsewhere import VERBS
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import ADDRESS, is_office_word

LONGEST = 1500
"""The most characters that a block of a list has."""
SENTENCE = re.compile(
    r"[a-z]{3}(?<!Prof)(?<!ssrs)(?<!Capt)(?<!Brig)(?<!ieut)(?<!Asst)(?<!Cdes)(?<!cdes)(?<!coms)(?<!omrs)(?<!Coms)(?<!omdr)(?<!Comm)[.!?](?:\s+(?!(?:[A-Z]\.\s?)+[A-Z])[A-Z]|$)"
)
VERBAL = re.compile(
    r"(?<![’'])\b(?:that|said|says|was|were|is|are|has|had|have|will|would|replied|stated|asked|opened|"
    r"began|met|received|[Rr]ecalled|[Ss]worn|examined|they|we|you|he|she|(?<![A-Z] )I(?!\.| [A-Z]))\b"
)
"""Words of sentences; none stands in a list of persons."""
_ACTS = re.compile(
    r"\s+(?:then |also |again )?(?:[a-z]+ed|spoke|thought|gave|took|held|told|felt|left|came|went|led|began|made|put|"
    rf"saw|read|rose|sat|wrote|{'|'.join(VERBS.split())})\b(?!\s+(?:by|to)\b)"
)
"""What somebody does, right behind a name."""
_LONG = 8
"""The words, in number, from which on an office holds a word that says so."""
_NUMBERED = re.compile(r"\bNos?\.\s?\d|^\s*(?:Minute|Item)s?\b", re.I | re.M)


_ROUND = re.compile(r"\s*\([^()]{2,60}\)")
"""What stands in parentheses behind a name: "(Interp.)"."""


def names_only(draft: Draft, text: str) -> bool:
    """Tell whether a text is nothing but persons with their offices; an empty one is."""
    if not text.strip():
        return True
    if (
        VERBAL.search(text)
        or SENTENCE.search(_ROUND.sub("", text).strip()[:-1])
        or _NUMBERED.search(text)
        or len(text) > LONGEST
        or text.strip().endswith(("?", "!", ":"))
    ):
        return False
    people = listed_persons(text, lambda name: draft.people.match(name) is not None)
    if any(_is_no_office(person.office) or _ACTS.match(text, person.end) for person in people):
        return False
    lead = text[: people[0].start].strip(" -–—•*().0123456789") if people else ""
    return bool(people) and (not lead.islower() or lead in ADDRESS) and not _is_sentence(lead)


def _is_sentence(lead: str) -> bool:
    """Tell whether what stands before the first name has more words in small letters than an office has."""
    words = [word for word in lead.split() if word.islower() and word not in _SMALL and not is_office_word(word)]
    return len(words) > _MOST_OF_OFFICE


_SMALL = frozenset("a an and at by for from in of on the to with".split())
_MOST_OF_OFFICE = 6


def _is_no_office(words: str) -> bool:
    """Tell whether what stands behind a name is as long as a sentence, and no word in it makes up offices."""
    return len(words.split()) > _LONG and not any(is_office_word(word) for word in words.split())


def names_somebody(draft: Draft, text: str) -> bool:
    """Tell whether a text is nothing but persons, and the first of them has an office, initials or two names."""
    if not names_only(draft, text):
        return False
    listed = listed_persons(text)
    return bool(listed) and (
        len(listed) > 1 or bool(listed[0].office) or re.search(r"[ .]", listed[0].name) is not None
    )
