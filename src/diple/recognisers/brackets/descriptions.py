"""Remarks in brackets on the page, its marks and the state of the text (TEI 3.9.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.place import Place
from diple.recognisers.brackets.words import MARK_WORDS

_KIND = (
    r"(?:draft|copy|translation|excerpts?|extracts?|abridgement|photocopy|summary|transcript|typescript|"
    r"original|duplicate|paraphrase|(?:circular )?telegrams?|cablegram|übersetzung|auszug|abschrift|entwurf|telegramm|"
    r"traduction|extrait|copie|télégramme|traducción|extracto|copia|telegrama|traduzione|estratto|telegramma|"
    r"перевод|копия|выписка|телеграмма)"
)
_STATUS = re.compile(
    r"(?:(?:first|second|rough|revised|unrevised|corrected|uncorrected|preliminary|final|unofficial|official|partial|"
    r"abridged|certified|true|authentic|carbon|typed|handwritten) )*"
    rf"{_KIND}(?:\.?\s?[—–-]{{1,2}}\s?{_KIND})*"
    r"(?: (?:copy|translation|from \w+|(?:not )?(?:yet )?(?:proof ?read|checked|revised|verified)))?[.]?",
    re.I,
)
"""What a bracket above the text says of the state of the text."""
_BARE = re.compile(
    r"(?:underlined|underscored|circled|ticked|highlighted|italici[sz]ed|emphasis added|(?:no|"
    r"without) (?:date|signature|title|place)|undated|"
    r"(?:end of )?(?:excerpts?|extracts?)(?: (?:ends?|begins?|continues))?|beginning of (?:the )?excerpt|"
    r"(?:speaker|voice) (?:unknown|unidentified|not identified)|unidentified (?:speaker|voice)|"
    r"(?:(?:official|round|square|wax|rubber|personal) )?(?:seal|stamp)(?: affixed)?|l\.\s?s\.|"
    r"(?:(?:state|official|party) )?(?:emblem|crest|coat of arms|logo|letterhead)|"
    r"unsigned|untitled|hand-?written|typed|typewritten|n\.\s?d\.|n\.\s?p\.|document (?:ends|ends here|breaks off)|"
    r"end of (?:the )?(?:document|text|page|excerpt))\.?",
    re.I,
)
"""Remarks on the page in a word or two."""

_PAGE_WORDS = re.compile(
    r"\b(?:stamps?|stamped|seal(?:ed)?|handwritten|handwriting|hand-written|by hand|margins?|marginal|"
    r"underlin\w+|typed|typewritten|"
    r"typescript|page|copy|original|ink|pencil(?:led)?|letterhead|attached|attachment|signature|"
    r"illegible|crossed|written|note|"
    r"resolution|sheet|document|photocop\w+|manuscript|initial(?:s|led)|circled|paragraph|table|map|"
    r"chart|diagram|drawing|"
    r"classification|text|word|line|notation|scribbled?|top|bottom|corner|archiv\w+|folder|file|"
    r"enclosure|heading|title)\b",
    re.I,
)
_PAGE_VERBS = re.compile(
    r"^(?:there (?:is|are|was|were)\b|(?:the|this|these|a|an|several|some|two|three|"
    r"here)\b.{0,160}?\b(?:is|are|was|were|has|have|had|"
    r"ends?|begins?|follows?|appears?|bears?|reads?|contains?|continues?|shows?|omitted|missing|attached)\b|"
    r"(?:stamped|handwritten|hand-written|typed|written|attached|marginal|illegible|signature|"
    r"underlined|postscript|document)\b|"
    r"(?:at|on|in) the (?:top|bottom|end|beginning|margin|left|right|first|last|back|upper|lower|reverse)\b)",
    re.I,
)
_FOLLOW = re.compile(
    r"(?:(?:the |here |then |there )?follow(?:s|ed by)?\b.{0,60}?\b|(?:[\w-]+ ){0,4}?)"
    r"(?:signatures?|names|initials|seals|crosses|thumbprints|fingerprints|attachments?|enclosures?|annex(?:es)?|"
    r"appendix|tables?|lists?|maps?|charts?)\b(?P<said>.{0,12}?\b(?:follows?|illegible|appended|attached|affixed|"
    r"of which|are|were)\b)?",
    re.I,
)
"""What follows on the page, or how many signatures: "31 signatures follow, of which 12 are crosses"."""


def tells_what_follows(content: str) -> bool:
    """Tell whether words say what comes after the text on the page, a number of signatures among them."""
    match = _FOLLOW.match(content)
    return match is not None and bool(match["said"] or re.match(r"(?:\w+ )?follow", content, re.I))


_MARK = re.compile(
    r"\b(?:underlin|underscor|highlighted|circle|encircled|arrow|asterisk|boxed|n\.?b\.?\b|sidelined|marked|vertical|"
    r"margin|question mark|"
    r"exclamation|tick|checked off|emphasis|italics)",
    re.I,
)


_OF_COPY = re.compile(
    r"(?:[Hh]ere )?(?:the )?(?:record|minutes|text|transcript|typescript|manuscript|document|protocol|notes?) "
    r"(?:here )?(?:breaks? off|ends?(?: abruptly)?|stops?)(?: here| at this point)?|"
    r"(?:The|This|A|An) .{3,100}\b(?:is|are|was|were) (?:not )?(?:attached|enclosed|appended|annexed|reproduced|"
    r"printed|filed|found)(?: (?:here|below|above|separately|(?:to|with|in) (?:this|the) .{2,40}))?|"
    r"(?:(?:The|This|These|All) .{0,60}\b(?:is|are|was|were)|Written|Added|Entered|Signed) (?:written |added |"
    r"entered |signed )?(?:in (?:(?:black|blue|red|green|violet|purple) )?(?:ink|pencil|crayon|ballpoint|shorthand)|"
    r"by hand|handwritten)"
)
"""A sentence on the copy: where it ends, what goes with it, what it is written with."""


def claim_mark(place: Place) -> bool:
    """Claim a remark on marks or the copy without label or verb: "[last word underlined]", "[no date]"."""
    if _is_status(place):
        place.note({"type": "status", "resp": place.resp})
        return True
    if _BARE.fullmatch(place.content) or _OF_COPY.fullmatch(place.content.rstrip(".")):
        place.note({"type": "description", "resp": place.resp}, of_word=not place.content[:1].isupper())
        return True
    words = [word.strip(".,;:!?()").casefold().removesuffix("’s").removesuffix("'s") for word in place.content.split()]
    if not 2 <= len(words) <= 30 or not _MARK.search(place.content) or not MARK_WORDS.issuperset(words):
        return False
    place.note({"type": "description", "resp": place.resp}, of_word=True)
    return True


def claim_description(place: Place) -> bool:
    """Claim a sentence that says what the page looks like."""
    content = place.content
    ends_paragraph = not place.after.strip(" .") and content[:1].isupper() and content[-1:] == "."
    if tells_what_follows(content) and (place.stands_alone or ends_paragraph):
        place.note({"type": "description", "resp": place.resp})
        return True
    if len(content.split()) < 4 or not content[:1].isupper() or not _PAGE_VERBS.match(content):
        return False
    alone = place.stands_alone and not place.setting.is_talk
    if len(_PAGE_WORDS.findall(content)) < (1 if alone else 2):
        return False
    place.note({"type": "description", "resp": place.resp})
    return True


def _is_status(place: Place) -> bool:
    """Tell whether a bracket above the text says in what state it is; of a translation it may do so anywhere."""
    if not place.stands_alone or _STATUS.fullmatch(place.content) is None:
        return False
    return place.bracket.start < place.setting.text_begins or "translation" in place.content.casefold()


def speaks_of_page(words: str) -> bool:
    """Tell whether one of the words is such as only remarks on the page have."""
    return _PAGE_WORDS.search(words) is not None
