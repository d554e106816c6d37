"""What an editor says of words that are not there: "The rest of this entry has been inked over" (TEI 11.3.3)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re

_COUNT = (
    r"(?:(?:about|some|circa|ca?\.|approximately|almost|over|nearly|the|an?|this|these|that) ){0,3}"
    r"(?:(?:\d{1,3}|half|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many|last|first|final|"
    r"next|following|whole|entire|opening|closing|lower|upper) ){0,3}"
)
_SHARE = r"(?:(?:rest|remainder|part|end|beginning|half|most|bottom|top|foot|head|left|right) of )?"
_UNIT = (
    r"(?:words?|lines?|pages?|paragraphs?|letters?|characters?|sentences?|sheets?|sections?|groups?|figures?|digits?|"
    r"passages?|entr(?:y|ies)|texts?|lea(?:f|ves)|folios?|columns?|remarks?|names?|numbers?|stanzas?|verses?|"
    r"items?|clauses?|minutes?|seconds?|tape|rest|remainder)"
)
_NEARLY = r"(?!(?:nearly|partly|partially|hardly|scarcely|slightly|somewhat|almost)\b)"
"""What is nearly gone is still there."""
_BE = (
    r"(?:(?:is|are|was|were|has been|have been|had been|being|been|could) (?:then |later |since |here |now )?)?"
    rf"(?:{_NEARLY}\w+ly )?"
)
_TOLD = (
    ("illegible", r"washed (?:out|away)|inked (?:over|out)|scratched (?:out|over|through)|scribbled (?:over|out)|"
                  r"blott?ed(?: out)?|smeared|rubbed (?:out|away|off)|erased|effaced|faded|worn (?:away|off|through)|"
                  r"(?:heavily|thickly|completely) (?:cancell?ed|crossed out|deleted|struck out)|"
                  r"(?:not |cannot |could not |can not )(?:be )?(?:read|deciphered|made out|legible)|unread|"
                  r"(?:pasted|papered|painted) over|water-?damaged|stained"),
    ("lost", r"eaten(?: away)?|gnawed(?: away)?|crumbled(?: away)?|rotted(?: away)?|perished|clipped|snipped|"
             r"(?:burnt|burned|torn|cut|broken|trimmed) (?:off|away|out)|lost|missing|wanting"),
    ("omitted", r"not (?:translated|transcribed|printed|given|copied|filmed|microfilmed|reproduced|published|"
                r"digiti[sz]ed)|untranslated|untranscribed|left out|passed over|omitted|skipped"),
    ("inaudible", r"not (?:taken(?: down)?|caught|heard|noted|recorded|understood)"),
    ("redacted", r"closed|sealed|restricted|withheld|embargoed|not (?:open|released|yet released)"),
)  # fmt: skip
_END = (
    r"(?:[ ]?[.,;(–—-].{0,80}|[ ](?:by|in|at|on|with|for|from|and|under|until|till|because|due|here|beyond|through|as|"
    r"since|when|during|after|before|to|over)\b.{0,80})?"
)
_WHAT = rf"{_COUNT}{_SHARE}{_COUNT}{_UNIT}"
_LACKS = tuple(
    (reason, re.compile(rf"(?P<what>{_WHAT}\b(?P<of>(?:,? {_NEARLY}[\w’'-]+){{0,9}}?)) {_BE}(?:{words}){_END}", re.I))
    for reason, words in _TOLD
)
_HINT = re.compile("|".join(words for _, words in _TOLD), re.I)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|could|can)\b", re.I)
_ARTICLE = re.compile(r"^(?:the|an?|this|that) ", re.I)


class Lack(NamedTuple):
    """Why words are not there (``gap/@reason``) and ``what`` they were; ``is_named`` if that is more than a count."""

    reason: str
    what: str
    is_named: bool


def lack_told(content: str) -> Lack | None:
    """Return what a phrase on a unit of text says of words that are not there, or None if it says no such thing.

    The phrase begins with the unit ("two lines", "the rest of this entry", "the passage on his debts") and tells what
    happened to it; what stands behind a colon would be the words themselves. A whole sentence is a note as well, and so
    is none of these.
    """
    is_sentence = content.endswith(".") and _FINITE.search(content) is not None
    if ":" in content or "?" in content or is_sentence or not _HINT.search(content):
        return None
    for reason, pattern in _LACKS:
        if match := pattern.fullmatch(content.strip()):
            return Lack(reason, _ARTICLE.sub("", match["what"]), bool(match["of"]))
    return None
