"""The wordings in which notes describe marks: what was drawn, where, and beside which words."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re

_NUMBER = r"(?:an?|one|single|two|three|four|five|double|triple|several|\d)"


class MarkWord(NamedTuple):
    """A wording of a mark with its ``@rend`` and ``@function``; lines are counted apart."""

    pattern: str
    rend: str
    function: str


MARKS = (
    MarkWord(r"exclamation (?:points?|marks?)|[“\"']!+[”\"']", "exclamation-mark", "emphasis"),
    MarkWord(r"question marks?|\bquer(?:y|ies)\b|interrogation (?:marks?|points?)|[“\"']\?+[”\"']", "question-mark",
             "query"),
    MarkWord(r"wavy (?:vertical |pencil |red )*(?:lines?|strokes?)|squiggl(?:e|y line)s?", "wavy-line", "highlight"),
    MarkWord(r"double underlin(?:e|ing)|(?:(?:is|are|was|were) )?(?:underlined|underscored) "
        r"(?:twice|with two lines|doubly)|"
        r"doubly underlined", "double-underline",
             "highlight"),
    MarkWord(r"(?:horizontal )?underlin(?:e|es|ing)\b|underscor(?:e|es|ing)\b|(?:was|were|is|are|been|heavily|"
        r"also) (?:\w+ly )?(?:underlined|underscored)|"
             r"^(?:underlined|underscored)\b|\b(?:underlined|underscored) (?:in|by|with)\b", "underline", "highlight"),
    MarkWord(r"\b(?:sidelined|side-lined|lined) (?:twice|doubly)\b|\b(?:double|doubly)[ -]side-?lined\b|"
        r"\b(?:sidelined|side-lined) with two lines", "double-line", "highlight"),
    MarkWord(r"(?:check|tick)[- ]?marks?|checkmarks?|\bticks?\b|\bticked\b|\bchecked off\b", "tick", "other"),
    MarkWord(r"\bcross(?:es)?\b(?! out|ed)|\b(?:an?|the letter) [“\"']?[Xx][”\"']?(?=\W|$)|\bx-marks?\b", "cross",
             "other"),
    MarkWord(r"\bcircles?\b|\b(?:was|were|is|are|been) circled\b|^circled\b|\bencircled\b", "circle", "highlight"),
    MarkWord(r"\b(?:square |curly |round |large )?brackets?\b|\bbraces?\b|\bbracketed\b", "bracket", "highlight"),
    MarkWord(r"\bcross(?:ed)? out\b|\bstruck (?:out|through)\b|\bstrikethrough\b", "other", "deletion"),
    MarkWord(r"\binitials?\b|\binitialed\b|\binitialled\b", "other", "initials"),
    MarkWord(r"\bcarets?\b|\binsertion marks?\b", "other", "insertion"),
    MarkWord(r"\bN\.?B\.?(?=\W|$)|\bnota bene\b|\basterisks?\b|\bstars?\b|\barrows?\b|\bdots?\b", "other", "highlight"),
)  # fmt: skip
"""Marks other than straight lines; the first that fits counts."""

LINE = re.compile(
    rf"(?:\b(?P<more>additional|another|further|extra|second|third|fourth)\s+)?(?:\b(?P<count>{_NUMBER})\b[\s-]+)?"
    r"(?:\b(?P<more_after>additional|another|further|extra|second|third|"
    r"more)\s+)?(?:\b(?P<count_after>two|three|four|double|triple|single)\s+)?"
    r"(?:(?:thick|thin|heavy|bold|long|short|parallel|straight|red|blue|black|green|pencil(?:led)?|"
    r"ink|pen|marginal|hand-?drawn|drawn|vertical|"
    r"side|perpendicular|upright|large)[\s,]+){0,4}(?:vertical(?: lines?| bars?| strokes?)?|"
    r"(?:side)?lines?|strokes?|bars?|rules?)\b",
    re.I,
)
"""Straight lines in the margin with their number, and whether they come on top of others."""

HIGHLIGHTED = re.compile(
    r"\b(?:highlight(?:ed|ing|s)?|mark(?:ed|s|ing)?(?! time)|sidelined|side-lined|scored|lined|noted|"
    r"flagged|emphasi[sz]ed|singled out)\b",
    re.I,
)
"""Words for a mark that is not described: a line."""

MARGIN = re.compile(r"\bmargins?\b|\bmarginal\b", re.I)
WRITING = re.compile(
    r"\b(?:handwritten|hand-written|wrote|written|note|words?|comment|resolution|reads?|annotation)\b", re.I
)

WRITTEN = re.compile(
    r"\b(?:words?|letters?|initials?|figures?|name|date|phrase|remark|comment|note|question|“[^”]{1,60}”|"
    r"\"[^\"]{1,60}\")"
    r"(?: [^.;]{0,80}?)?\b(?:is|are|was|were|has been|have been)? ?(?:hand)?-?written\b",
    re.I,
)
"""Words for something written beside the text."""

COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "single": 1,
    "two": 2,
    "double": 2,
    "three": 3,
    "triple": 3,
    "four": 4,
    "five": 5,
    "several": 2,
}

_PREVIOUS = r"(?:immediately\s+)?(?:previous|preceding|foregoing|above|prior|last|final|closing|concluding)"
_FIRST = r"(?:first|opening|initial|beginning)"
_NEXT = r"(?:following|next|subsequent|below)"
_THIS = r"(?:this|the|entire|whole|complete|same)"
_COUNT = r"(?:(?P<{0}>two|three|four|five|six|several|few|\d)\s+)?"
_OF = (
    r"(?:\s*(?:,|in|of|from)\s*(?:the\s+|this\s+)?(?:entire\s+|whole\s+)?(?P<{0}>(?:previous|preceding|"
    r"foregoing|above|last|next|following|same)\s+)?paragraph(?: above)?)?"
)


class ExtentWord(NamedTuple):
    """A wording of the words that a mark stands beside, and the name of the way to find them."""

    kind: str
    pattern: re.Pattern[str]


def _row(kind: str, pattern: str) -> ExtentWord:
    return ExtentWord(kind, re.compile(pattern, re.I))


EXTENTS = (
    _row(
        "lost",
        r"\b(?:underlined|underscored|highlighted|marked|circled|bracketed|lined|"
        r"indicated)\s+(?:portions?|parts?|passages?|words?|texts?|sections?|"
        r"phrases?|sentences?|lines?|areas?|names?)\b|\b(?:portions?|parts?|passages?|words?|"
        r"text|sections?|phrases?)\s+(?:which (?:is|was|are|were) |that "
        r"(?:is|was|are|were) )?(?:underlined|highlighted|marked|circled)(?:\s+above|\s+here|"
        r"\s+below)?(?=\s+(?:was|were|is|are|by|with|above|has|had)\b)",
    ),
    _row(
        "part",
        rf"\b(?P<part>end|beginning|start|opening|close|bottom|top|{_FIRST}\s+(?:half|third|part|portion|"
        rf"lines?)|{_FIRST}\s+{_COUNT.format('lines_first')}lines|"
        rf"(?:second|last|latter|final|other)\s+(?:half|third|part|portion|lines?)|(?:last|"
        rf"final)\s+{_COUNT.format('lines_last')}lines|"
        r"(?:first|last|second|final) two[- ]thirds|middle(?:\s+(?:third|part|portion))?|"
        r"central (?:part|portion)|(?:bulk|most))"
        rf"(?:\s+(?:of|in)\s+(?:the\s+|this\s+)?(?P<part_of>(?:{_PREVIOUS}|{_NEXT}|entire|"
        rf"whole|same)\s+)?(?P<whole>paragraph|sentence|quote|quotation)(?: above)?)?",
    ),
    _row(
        "numbered",
        r"\b(?:sub-?paragraph|paragraph|para|point|item|article|section)s?\.?\s+(?:no\.?\s*|number\s+)?"
        r"(?P<number>\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)?)(?=[\s.,;]|$)(?!\s+(?:and|to)\s+\(?\d)",
    ),
    _row(
        "nth-item",
        r"\b(?P<item>first|second|third|fourth|fifth|last)\s+(?:numbered\s+|lettered\s+)?(?:recommendation|point|item|"
        r"bullet|entry|proposal|question|alternative|option|sub-?paragraph)\b",
    ),
    _row(
        "paragraphs",
        rf"\b(?:{_PREVIOUS})\s+{_COUNT.format('paragraphs')}(?:entire\s+|whole\s+)?"
        r"(?:paragraphs?|points?|"
        rf"items?|sub-?paragraphs?)\b|"
        rf"\b(?:paragraphs?)\s+(?:just\s+)?above\b|"
        rf"\b{_COUNT.format('paragraphs_above')}paragraphs\s+above\b",
    ),
    _row(
        "next-paragraphs",
        rf"\b{_NEXT}\s+{_COUNT.format('next_paragraphs')}(?:entire\s+|whole\s+)?paragraphs?\b|"
        rf"\bparagraphs?\s+below\b",
    ),
    _row("first-sentences", rf"\b{_FIRST}\s+{_COUNT.format('first')}(?:full\s+)?sentences?\b{_OF.format('first_of')}"),
    _row(
        "nth-sentence",
        rf"\b(?P<nth>second|third|fourth|fifth|penultimate|next[- ]to[- ]last|"
        rf"second[- ]to[- ]last)\s+sentence\b{_OF.format('nth_of')}",
    ),
    _row(
        "sentences",
        rf"\b{_PREVIOUS}\s+{_COUNT.format('sentences')}(?:full\s+|entire\s+|whole\s+|"
        rf"complete\s+)?sentences?\b{_OF.format('sentences_of')}|"
        rf"\bsentences?\s+(?:just\s+)?above\b|"
        rf"\b{_COUNT.format('sentences_before')}sentences?\s+(?:before|preceding)\b",
    ),
    _row("next-sentences", rf"\b{_NEXT}\s+{_COUNT.format('next')}(?:full\s+)?sentences?\b|\bsentences?\s+below\b"),
    _row("sentences", r"\b(?:last|final|latter) one\b"),
    _row("first-sentences", r"\b(?:first|former) one\b"),
    _row("nth-sentence", r"\b(?P<nth>second|third|fourth|fifth) one\b"),
    _row(
        "quote",
        rf"\b(?:{_PREVIOUS}|{_THIS})\s+(?:quot(?:e|ation)s?|quoted\s+(?:words?|passages?|sentences?|"
        rf"phrases?|text)|citation)\b",
    ),
    _row(
        "quoted",
        r"\bfrom (?:the words? )?[“\"](?P<from>[^“”\"]{2,120})[”\"](?: up)? to (?:the words? )?"
        r"[“\"](?P<to>[^“”\"]{2,120})[”\"]",
    ),
    _row(
        "quoted",
        r"(?:“(?P<curly>[^“”]{2,300})”|\"(?P<straight>[^\"]{2,300})\"|«(?P<guillemets>[^«»]{2,300})»|"
        r"‘(?P<single>[^‘’]{2,120})’)",
    ),
    _row(
        "subject",
        r"\b(?:the\s+|a\s+)?(?:portions?|parts?|passages?|sections?|sentences?|phrases?|clauses?|lines?|texts?|words?|"
        r"remarks?|paragraphs?|statements?|figures?|names?)\s+(?!on\s+the\s+(?:left|right|side|margin|outer|inner)\b)"
        r"(?:describing|about|concerning|regarding|on|dealing with|relating to|related to|"
        r"referring to|mentioning|discussing|devoted to|covering|"
        r"pertaining to|(?:which|that|where|in which)\s+(?:\w+\s+){0,3}?(?:describes?|"
        r"deals? with|concerns?|refers? to|mentions?|discusses?|speaks? of|talks? about|"
        r"says?|"
        r"states?|reads?)|of)\s+(?P<subject>[^,;.]{3,120}?)(?=\s+(?:was|were|is|are|has|"
        r"have|had|highlighted|marked|underlined|with|in the (?:left|right)? ?margin)\b|"
        r"[,;.!]|$)",
    ),
    _row("lost", rf"\b(?:{_NEXT}|{_PREVIOUS})\s+(?:two|three|four|five|six|several|few|\d)\s+lines\b"),
    _row(
        "quoted",
        r"^(?:the (?:words?|figures?|name|number|date|phrase) )?[“\"]?"
        r"(?P<bare>(?:(?!\b(?:sentences?|paragraphs?|words?|"
        r"portions?|parts?|passages?|lines?|quot\w+|texts?|this|these|sections?|half|phrases?|clauses?|first|last|"
        r"previous|it|there|which|margin|page)\b)[^“”\":;,.]){1,60}?)[”\"]?"
        r"(?= (?:is|are|was|were) (?:\w+ )?(?:circled|encircled|underlined|underscored|ticked|boxed|highlighted)\b)",
    ),
    _row("words", r"\b(?:this|the) (?:word|name|figure|number|date)(?! (?:[“\"‘']|[A-Z]))\b"),
    _row("words", r"\bthese\s+(?P<these>two|three|four|five|six)\s+words\b"),
    _row("words", rf"\b{_PREVIOUS}\s+{_COUNT.format('count_of_words')}(?:words?|names?|figures?|numbers?|dates?)\b"),
    _row(
        "clause",
        rf"\b(?:{_PREVIOUS})\s+(?:phrases?|clauses?|expressions?|lines?|passages?|portions?|parts?|"
        rf"statements?|remarks?)\b",
    ),
    _row("sentences", r"\b(?:this|the)\s+(?:entire\s+|whole\s+|complete\s+)?sentence\b"),
    _row(
        "paragraphs",
        r"\b(?:this|the|entire|whole)\s+(?:entire\s+|whole\s+|complete\s+|above\s+)?(?:paragraph|point|"
        r"item|section|passage)\b",
    ),
)
"""Tried in this order at each place of a note; the longest wording at a place counts."""

BESIDE = re.compile(
    r"(?:next to|beside|besides|against|alongside|opposite|by|near|at|along|across from|adjacent to|"
    r"around|under|beneath|over)\s+(?:the\s+)?$",
    re.I,
)
"""Words between a mark and the extent it stands beside, where the mark is named first."""
