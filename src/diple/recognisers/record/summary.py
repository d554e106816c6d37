"""The archive's summary, which stands between a document's end and its metadata and looks like its last paragraph."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Cert, Role
from diple.recognisers.record.lines import claim, tell

_PRESENT = re.compile(
    r"\b(?:accuses?|acknowledges|addresses|advises|agrees?|analyz\w+|announces|appeals?|"
    r"argues?|asks?|asserts|assesses|assures|believes|"
    r"attempts|attends|calls|cautions|cites|claims|clarifies|comments?|complains?|protests?|"
    r"concerns|concludes|condemns|confirms|congratulates|considers|"
    r"conveys|criticizes?|debriefs|declares|defends|demands|denies|describes?|details|discuss(?:es)?|elaborates|emphasizes?|encourages|"
    r"examines|exchanges?|"
    r"expresses|explains?|forwards|gives|highlights|hopes|identifies|includes|indicates|informs?|insists|instructs|invites|is|are|lists|meets?|mentions|notes|offers|"
    r"opposes|outlines?|points out|praises|presents|proposes|provides|raises|recalls|recommends|refers|"
    r"refuses?|rejects|reiterat\w+|relays?|reports?|requests?|responds|reveals|reviews|says|seeks|shows|speaks?|states?|stresses|submits|suggests?|"
    r"summarizes|supports|talks?|tells?|thanks|transmits|updates|urges|warns?|writes?)\b"
)
_PAST = re.compile(
    r"\b(?:discussed|exchanged|met|talked|described|reported|informed|expressed|asked|proposed|agreed|told|explained)\b"
)
_GENRE = re.compile(
    r"^(?:(?:a|an|the|this|these|proposed|draft|excerpts?|minutes|summary|notes?|part|first|second|short|brief|"
    r"detailed|personal|handwritten|joint|final|secret)\s+)*"
    r"(?:text|letter|telegram|cable|report|memo\w*|record|conversation|minutes|note|document|dispatch|despatch|speech|"
    r"proposal|resolution|protocol|transcript|excerpt|message|draft|account|summary|instructions?|statement|discussion|"
    r"appeal|article|agreement|list|decree|directive|briefing|meeting|talks?|correspondence)\b",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|ours|us|my|mine|me)\b")
_NOT_PROSE = re.compile(r"^[\[(*“\"<]|^\d+[.)]?\s|^[A-Z][\w .’'\-]{0,40}(?:\([^)]*\))?:\s|^\W")
_NOT_SUMMARY = re.compile(
    r"\b(?:signature|printed|copies|recorded by|dictated|signed|to file|typed|translated by)\b", re.I
)
_ENDING_LINE = re.compile(
    r"signature|\bcop(?:y|ies) (?:were )?(?:printed|typed|made)|^\d+\s?[-–—.]\s|\bto file\b|recorded by|dictated|^/s/|"
    r"^\W*(?:No\.|Nº|№)|^[\w-]{1,12}/\w{1,4}$|greetings|respectfully|sincerely|"
    r"^\[\d{1,3}\]\s|\(End\)$|^Passed to |recorded the conversation|was recorded by|typed by|^[A-Z](?: [A-Z]){3,}$",
    re.I | re.M,
)
_SENTENCE = re.compile(r"[.!?][”\"’')\]]*(?:\s*\((?:see [^()]{1,60}|(?:fragment|excerpt|extract)s?)\))?$")
_SHORTEST, _LONGEST = 20, 3000
_NAME_WORD = re.compile(r"\b[A-ZÀ-Ž][\w’'-]{3,}")


class Candidate(NamedTuple):
    """A block that may be the summary, and how much speaks for it."""

    block: Block
    score: int


def tell_summary(draft: Draft, information_start: int, title: str) -> None:
    """Take the paragraph before the metadata out of the text, if it is likelier the archive's than the document's."""
    candidate = _candidate(draft, information_start, title)
    if candidate is None or candidate.score < 3:
        return
    block = candidate.block
    cert: Cert | None = "low" if candidate.score == 3 else "medium" if candidate.score == 4 else None
    tell(draft, "abstract", block.start, block.end, {"cert": cert} if cert else {})
    claim(draft, block.start, block.end)
    if cert:
        message = (
            "the last paragraph before the metadata was taken for the archive's summary, not for the document's own"
        )
        draft.doubt("D301", block.start, message, "if it belongs to the document, move it from abstract to the text")


def _candidate(draft: Draft, information_start: int, title: str) -> Candidate | None:
    before = [block for block in draft.blocks if block.end <= information_start and block.role is not Role.META]
    if len(before) < 2:
        return None
    block = before[-1]
    text = " ".join(draft.text_of(block).split())
    if not _SHORTEST <= len(text) <= _LONGEST or _NOT_PROSE.search(text) or not _SENTENCE.search(text):
        return None
    following = next((other for other in draft.blocks if other.start >= information_start), None)
    gap = following.blank_before if following else 0
    return Candidate(block, _score(draft, text, title, before, gap))


def _score(draft: Draft, text: str, title: str, before: list[Block], gap: int) -> int:
    """Return how much speaks for a summary: what it says, what stands before it, and the gaps around it."""
    previous = " ".join(draft.text_of(before[-2]).split())
    words = {word.casefold() for word in _NAME_WORD.findall(title)}
    shares_names = any(word.casefold() in words for word in _NAME_WORD.findall(text))
    score = 2 * bool(_PRESENT.search(text) or _GENRE.search(text)) + (bool(_PAST.search(text)))
    score += shares_names
    score += 2 * _closes(previous)
    score += gap >= 2
    score += bool(_GENRE.search(text))
    score -= 3 * bool(_FIRST_PERSON.search(text))
    score -= 3 * bool(_NOT_SUMMARY.search(text))
    return score


def _closes(line: str) -> bool:
    """Tell whether a line looks like the end of a document: signature, docket, distribution, date, name in capitals."""
    if _ENDING_LINE.search(line):
        return True
    return len(line) < 60 and not _SENTENCE.search(line)
