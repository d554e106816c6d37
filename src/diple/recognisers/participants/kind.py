"""What kind of document this is: the record of a talk, or something else."""

from __future__ import annotations

from itertools import islice

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import ends_with_hour
from diple.recognisers.participants import elsewhere

_TALK = re.compile(
    r"\b(?:(?:record|records|conclusions|extract|memorandum|minutes|notes?|transcript|summary|protocol|stenogram|account|report|memo)s?\b"
    r"[^.\n]{0,60}\b(?:conversations?|meetings?|talks?|discussions?|sessions?|negotiations?|interview|reception|audience|"
    r"consultations?)|conversations?\b|meeting (?:between|with|of)|memorandum for (?:the )?record\b|"
    r"(?:talks?|discussions?|negotiations|consultations|exchange of views) (?:between|with|of)|"
    r"session of|reception of|minutes\b|"
    r"stenogra(?:m|ms|phic)\b|transcript of|verbatim|from the (?:diary|journal)|hearing|"
    r"(?:diary|journal) of (?:the )?(?-i:[A-Z])|"
    r"memcon|telcon|(?:press|news) conference|oral history|interview (?:with|of)|interrogation of|deposition of|"
    rf"{elsewhere.TALK}|"
    r"parliamentary debates|official report|h[cl] deb\b|(?:minutes|transcript) of evidence|direct examination)",
    re.I,
)
_IN_PROSE = re.compile(
    r"\b(?:received|met with|had a (?:conversation|talk|meeting|discussion)|conversation (?:was held|took place)|"
    r"took part (?:in the|from the)|meeting (?:was held|took place|between)|"
    r"(?:meeting|vestry|session|sitting) of [^.]{3,60} (?:was|were) held|in the chair|"
    r"minutes of the (?:last|previous) meeting|proposed by [^.]{3,60} seconded by)\b",
    re.I,
)
_RECEIVED = re.compile(
    r"(?:[^.,;]{2,60},? )??I (?:again |also )?(?:received|visited|called on|paid a visit to|met(?: with)?|"
    r"had an? (?:\w+ )?(?:conversation|talk|meeting)) (?!that\b)[^.]{3,}"
)
"""A paragraph that opens with whom its author met."""
_CALLED_ON = re.compile(
    r"(?:\d{1,2}[.)]\s+)?(?:[^.;]{2,90}?,? )??I (?:again |also )?"
    r"(?:received|called|saw|met|had an? (?:\w+ )?(?:talk|conversation|interview|audience))"
    r"(?: (?:on|at|with|in|again|the|\d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]+day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{4}|morning|evening|afternoon))*,? (?:on |with |by )?"
    r"(?:the )?(?:Mr|Mrs|Dr|Sir|Lord|Shri|Smt|M|Mme|Herr|Señor|Signor|Comrade|Cde|General|Colonel|Count|Baron|Prince|"
    r"President|Prime Minister|Foreign Minister|Minister|Ambassador|Secretary|Under[- ]Secretary|Chancellor|Governor|"
    r"Vice[- ]President|Premier|Director|Counsel+or|Chargé)\b"
)
"""A paragraph that opens with which person of rank its author called on: "I called on the 3rd on Mr. Holm"."""
_OF_OFFICE = re.compile(
    r"^[^\S\n]*(?:(?:TOP |STRICTLY |MOST )?(?i:secret|confidential|restricted)\b|MEMORANDUM|DESPATCH|DISPATCH|"
    r"(?i:to|from|subject|ref(?:erence)?|no)\b[^\n]{0,20}:)",
    re.M,
)
"""A line at the head of an official paper: a classification, its kind, to whom it goes."""
_HEAD = 1200
"""The characters at the head of a document that are looked at for such lines."""
_OTHER_KIND = re.compile(
    r"\b(?:letter|telegram|cable|report|resolution|decree|proposals?|instructions?|directive|order)\b", re.I
)
_READ = 14
"""The blocks at the head of a document, in number, that are read for its kind."""
_DEEP, _FIRST = 40, 3
"""Where the first paragraphs stand, in blocks, and how many of them are read for whom their author met."""

_TITLE_FIELDS = frozenset({"title", "main-title", "genre", "type", "keyword", "term"})


def is_record_of_talk(draft: Draft) -> bool:
    """Tell whether the title, a head or the first paragraph says that the document records a talk."""
    titles = [fact.value[:400] for fact in draft.facts if fact.field in _TITLE_FIELDS]
    if any(_TALK.search(title) for title in titles):
        return True
    blocks = list(islice(draft.body_blocks(), _READ))
    heads = [" ".join(draft.text_of(block)[:400].split()) for block in blocks if _is_title(draft, block)]
    if any(_TALK.search(head) for head in heads):
        return True
    if any(block.tag == "salute" for block in blocks):
        return False
    texts = (draft.text_of(block)[:400] for block in islice(draft.body_blocks(), _DEEP) if block.role is None)
    prose = list(islice(texts, _FIRST))
    kinds = {match[0].lower() for head in titles + heads for match in _OTHER_KIND.finditer(head)}
    if kinds:
        return kinds == {"report"} and any(map(_RECEIVED.match, prose))
    told = any(_IN_PROSE.search(draft.text_of(block)[:400]) for block in blocks[:8])
    return told or (any(map(_CALLED_ON.match, prose)) and _OF_OFFICE.search(draft.lined, 0, _HEAD) is not None)


def is_of_other_kind(draft: Draft) -> bool:
    """Tell whether a salutation, the title or a head says that the document is a letter, a telegram or a report."""
    blocks = list(islice(draft.body_blocks(), _READ))
    titles = [fact.value[:400] for fact in draft.facts if fact.field in _TITLE_FIELDS]
    titles += [draft.text_of(block)[:400] for block in blocks if _is_title(draft, block)]
    return any(block.tag == "salute" for block in blocks) or any(map(_OTHER_KIND.search, titles))


def is_diary(draft: Draft) -> bool:
    """Tell whether a document is a diary of several days that no diplomat kept: "The Diary of a Country Doctor"."""
    days = sum(block.attrs.get("type") == "entry" for block in draft.body_blocks())
    titles = " ".join(fact.value[:400] for fact in draft.facts if fact.field in _TITLE_FIELDS)
    heads = (draft.text_of(block)[:200] for block in islice(draft.body_blocks(), _READ) if _is_title(draft, block))
    return days > 1 and not _OF_SERVICE.search(" ".join([titles, *heads]))


_OF_SERVICE = re.compile(
    r"\b(?:ambassador|embassy|envoy|legation|charg[eé]|counsel+or|consul|attach[eé]|conversation|talk|record|minutes|"
    r"delegation|mission|commission(?:er)?|secretar(?:y|iat)|official)\b",
    re.I,
)
"""What the journal of a service is called, or whose it is."""


def _is_title(draft: Draft, block: Block) -> bool:
    """Tell whether a block is a head, or short and no sentence."""
    if block.role is Role.HEAD:
        return True
    text = draft.text_of(block) if block.end - block.start < 250 else ""
    is_open = not text.endswith((".", ";", ",", ":")) or ends_with_hour(text)
    return bool(text) and block.role in {None, Role.OPENER} and is_open
