"""Sentences that announce a list of persons: "The members of the delegation were:" (TEI 16.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.wording import SIDE

_LONGEST, _LONGEST_BLOCK = 220, 6000
"""The most characters of a sentence that announces a list, and of a block in which one is looked for."""
_PARTY = (
    r"(?:[Dd]elegation|mission|party|group|team|commission|committee|side|deputation|Gruppe|délégation|delegación|"
    r"delegazione)s?"
)
_PRESENT = re.compile(
    r"\b(?:participat(?:ed|ing|e)|(?:took|take|taking|taken) part|attend(?:ed|ing|ees)|in attendance|"
    r"participants (?:were|are|included)|"
    r"(?:was|were|are|is|also) (?:also )?present|present (?:were|was|are|at)|(?:was|were) there|"
    r"(?:accompanied|represented|received|met|joined|assisted) by|"
    r"nahmen?\b.{0,120}\bteil|teilgenommen haben|haben teilgenommen|anwesend (?:waren|sind|war)|"
    r"(?:[ée]taient|sont) (?:également |aussi )?présents|présents|prirent part|ont pris part|assist(?:aient|èrent|ent)|"
    r"ont (?:assisté|participé)|particip(?:aient|èrent|ent)|"
    r"asist(?:ieron|en|ían)|particip(?:aron|an|arono|ano)|estuvieron presentes|tomaron parte|"
    r"(?:erano|sono) presenti|hanno partecipato|presero parte)\b",
    re.I,
)
"""Words of presence."""
_COMPOSED = re.compile(
    rf"\b{_PARTY}\b[^.;:]{{0,90}}\b(?:consist(?:s|ed|ing) of|(?:was|is|were|are) (?:composed|made up|formed) of|"
    r"compris(?:ed|es)|includ(?:ed|es)|numbered|gehör(?:t|te|ten) an|bestand aus|setzte sich zusammen aus|"
    r"se compos(?:ait|e) de|(?:était|est) composée (?:de|comme suit)|comprenait|estaba (?:compuesta|integrada) por|"
    r"era composta da|(?:was|were|is|are|had) (?:the following|as follows))\b|"
    rf"\b(?:[Mm]embers|[Cc]omposition|[Mm]itglieder|[Mm]embres|[Mm]iembros) (?:of|der|de|della) "
    rf"[^.;:]{{0,60}}\b{_PARTY}\b|"
    rf"\b(?:The|Our|Their) (?:[\w’'-]+ ){{0,4}}{_PARTY}(?: [^.;:]{{0,60}})? (?:was|were|is|are)"
    r"\s*(?:[Cc]omrades)?\s*:$|\bDelegation\b[^.;:]{0,60}\bgehörten?(?: \w+)? an\b|"
    r"^(?:It (?:was|is) (?:composed|made up|formed) of|(?:It|They) (?:consisted of|comprised|included)|"
    r"(?:Its|Their|The) members (?:were|are|included)|Ihr gehörten an)\b"
)
"""Of whom a delegation was made up."""
_NOT = re.compile(
    r"\b(?:not|nicht|absent|abwesend|elected|appointed|nominated|unable|copies|sent to|awarded|killed|that)\b"
)
"""Words with which a line announces others than those present."""
_SIDES = (
    re.compile(
        r"\b(?:[Ff]rom|[Oo]n|[Ff]or|[Oo]f|[Rr]epresenting) (?:the )?"
        rf"(?P<side>(?:our|their) (?:side|part)|(?<=the ){SIDE})\b"
    ),
    re.compile(r"\b(?:[Tt]he|[Oo]ur|[Tt]heir) (?P<side>(?:[A-Z][\w.’'-]* ){1,4}(?:side|delegation|party|mission))\b"),
    re.compile(r"\b(?P<side>[Oo]ur (?:side|delegation))\b"),
    re.compile(r"\b(?:[Vv]on|[Aa]uf|[Ss]eitens) (?:der )?(?P<side>(?:[a-zäöü]+er|[a-zäöü]+en|[A-Z]{2,5}) ?-?Seite)\b"),
)


_OF_PARTY = re.compile(r"\b(?P<party>[Dd]elegation|mission|deputation|délégation|delegación|delegazione)\b")
"""The party whose members are listed, where nothing says of what side it is."""


def announced_side(text: str) -> str | None:
    """Return the side of those whom a sentence announces, possibly empty; None if it announces no list of persons.

    A sentence does so that says who was present, or of whom a delegation was made up, and ends with a colon.
    """
    words = " ".join(text.split())
    if not words.endswith(":") or len(words) > _LONGEST or _NOT.search(words) or ":" in words[:-1]:
        return None
    if not (_PRESENT.search(words) or _COMPOSED.search(words)):
        return None
    sides = [match["side"] for pattern in _SIDES if (match := pattern.search(words))]
    party = _OF_PARTY.search(words)
    return sides[0] if sides else party["party"] if party else ""


_STOP = re.compile(r"[a-z\d)\]”\"][.!?][”\"’']? (?=[A-ZÀ-Ž])")
_BELOW = re.compile(r":[^\S\n]*\n[^\S\n]*(?=[^\W\d_a-z]|[•*·–—-]\s)")


def last_sentence(text: str) -> str:
    """Return the last sentence of a text, white space as single spaces."""
    words = " ".join(text.split())
    stops = list(_STOP.finditer(words, max(0, len(words) - 2 * _LONGEST)))
    return words[stops[-1].end() :] if stops else words


def divide_below(draft: Draft, block: Block) -> None:
    """Divide a block behind a line that announces a list, if the persons stand on the lines right below it."""
    if block.role is not None or block.end - block.start > _LONGEST_BLOCK:
        return
    text = draft.lined[block.start : block.end]
    for end in _BELOW.finditer(text):
        if announced_side(last_sentence(text[: end.start() + 1])) is not None:
            draft.split_block(block, block.start + end.end())
            return
