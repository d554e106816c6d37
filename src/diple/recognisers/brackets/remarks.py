"""Remarks on the page that no other rule has read, and what is no remark and supplies nothing (TEI 3.9.1, 11.3.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.model import Role
from diple.recognisers.brackets.hands import skip_separator
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.notes import note_attrs
from diple.recognisers.brackets.place import Place, sign_rest
from diple.recognisers.brackets.words import FUNCTION_WORDS

_PAGE = re.compile(
    r"\b(?:hand-?writ\w+|by hand|in (?:[\w’']+ ){0,3}(?:hand|ink|pencil|crayon|capitals|shorthand|cipher)|margins?|"
    r"marginal(?:ia)?|underlin\w+|underscor\w+|double-?lined|sidelin\w+|circled?|encircled|typed|typewritten|"
    r"typescript|"
    r"carbon|stamp(?:ed|s)?|(?:rubber|wax) seal|illegible|crossed[- ](?:out|through)|struck[- ](?:out|through)|erased|"
    r"erasure|deletion|interline\w+|overwritten|initial(?:s|led|ed)|countersigned|inscribed|scribbled?|scrawl\w*|"
    r"overleaf|verso|recto|letterhead|watermark|photocop\w+|mimeographed|sketch|doodles?|diagram|drawing|pen(?:cil)? "
    r"strokes?|ticks?|ticked|check ?marks?|asterisks?|caret|blank (?:space|page|line)|"
    r"(?:poor|bad|faint|faded|low)(?: quality)?[ -](?:scan\w*|copy|photocopy|print|quality)|"
    r"(?:not )?(?:printed|reproduced|preserved) here|torn|smudged?|ink ?blot|signature|in the original)\b",
    re.I,
)
"""Words that speak of the sheet of paper and hardly of what the text is about."""
_ABOUT_WORDS = re.compile(
    r"(?:(?:the|this|that|these|those|last|preceding|previous|following|next|first|two|three) )+(?:\w+ )?(?:words?|"
    r"sentences?|passages?|names?|lines?|dates?|figures?|phrases?|paragraphs?|signatures?|numbers?|letters?) (?:is|are|"
    r"was|were|has|have|seems?|appears?|may|probably|ends?|breaks?)\b",
    re.I,
)
"""A remark that says of words what they are like: "the word is nearly effaced"."""
_WRITING = re.compile(
    r"^(?:the )?(?:text|entry|letter|sentence|manuscript|document|record|copy|page|original|typescript|transcript|"
    r"minute|account|list|diary|note)s? (?:ends?|breaks?|stops?|continues?|resumes?|begins?|is (?:cut|unfinished|"
    r"incomplete|torn))\b|^(?:breaks off|ends (?:abruptly|here|in mid)|unfinished|incomplete|continue[ds] (?:in|on|"
    r"overleaf))|^(?:change of|another|new|different|same|second|first) (?:hand|scribe|ink|pen|typewriter)\b|"
    r"^(?:it is )?(?:unclear|uncertain|not clear) (?:whether|who|which|if|what)\b|\b(?:record|transcript|minutes|text|"
    r"manuscript|tape) (?:(?:is|was|were|here) )*(?:incomplete|interrupted|continued|unfinished|"
    r"defective|breaks off)\b|"
    r"^(?:scribe|hand|ink|typist|typeface) changes?\b|^(?:end|beginning) of (?:the )?(?:pencil|ink|shorthand|insertion|"
    r"addition|entry|page|column|document|text|manuscript|fragment)|\b(?:carbon|fair|rough|clean) copy\b|"
    r"^(?:the )?(?:\w+ )?(?:seals?|stamps?|signatures?|wrappers?|envelopes?|enclosures?|photographs?|"
    r"attachments?) (?:is |are |"
    r"was |were )?(?:lost|missing|broken|removed|detached|wanting|illegible|cut (?:off|away))\b|"
    r"^(?:reverse|back|front|face|verso|recto) of (?:the )?(?:page|sheet|leaf|card|photograph|envelope|letter)",
    re.I,
)
"""A remark on the course of the writing: where it ends, goes on, or passes to another hand."""
_LONGEST = 60
"""The most words of a remark."""
_LABEL = re.compile(r"[^:“\"]{2,60}:(?=\s|$|[“\"])")
_CLAUSE = FUNCTION_WORDS - frozenset("a an the of in on at by to for from with and or no not".split())
"""Words that make what stands before a colon a clause of the text and no label."""
_NO_WORDS = re.compile(r"[\W_]*")
_MACHINE = re.compile(r"\bpp?\.\s*\d|[=|<>{}@]|https?:|www\.|\w\\\w")
_LONGEST_SUPPLIED = 300
"""More words than this are a passage, of which a bracket alone does not say who added it."""
_LEFT_OUT = re.compile(
    r"(?:here follows?|(?:here )?(?:is|are) omitted|omitted (?:here )?(?:is|are)|omitted here)\b|"
    r"[^.]{3,160}\b(?:(?:is|are|has been|have been|was|were) (?:here )?)?omitted(?: here)?\.?$|"
    r"[^.]{3,160}\b(?:is|are|has been|have been|was|were) (?:here )?(?:not (?:transcribed|translated|recorded)|left "
    r"out)(?: here)?\.?$|"
    r"(?:tape|text|segment|portion|material|recording|conversation) (?:deletion|deleted|withdrawal|withdrawn)\s*"
    r"[:–—-]\s*\S",
    re.I,
)
_WITHHELD = re.compile(r"\b(?:withdrawn|withheld|national security|privacy|declassif\w+|secre\w+)\b", re.I)
_POINT_RANK = 30


def claim_left_out(place: Place) -> bool:
    """Claim an editor's remark on what was left out: a gap, and the remark, which says what it was, as a note."""
    if not _LEFT_OUT.match(place.content) or len(place.content.split()) < 3 or gap_attrs(place.content) is not None:
        return False
    attrs = {"reason": "redacted" if _WITHHELD.search(place.content) else "omitted", "resp": place.resp}
    if place.stands_alone:
        place.note(note_attrs(place, place.agent))
        place.draft.point(place.bracket.inner_start, "gap", attrs, rank=_POINT_RANK)
        return True
    place.draft.point(place.bracket.start, "gap", attrs, rank=_POINT_RANK)
    place.element("note", note_attrs(place, place.agent))
    return True


AND_SO_ON = re.compile(r"(?:(?:etc|&c)\.?,? ?){1,3}", re.I)
"""Stands for the rest of a formula that everybody knows."""


def claim_and_so_on(place: Place) -> bool:
    """Claim "[etc.]", with which an editor shortens a formula: the rest of it is left out."""
    if not AND_SO_ON.fullmatch(place.content):
        return False
    place.take_signs(place.bracket.end, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", {"reason": "omitted", "resp": place.resp})
    return True


_OUTSIDE = re.compile(
    r"(?:on (?:the )?)?(?:envelope|address(?:ed)?(?: leaf| panel)?|postmark(?:ed)?|cover|outside|superscription|frank)"
    r"\s*:\s*\S",
    re.I,
)
"""What stands on the outside of a letter."""


LETTERHEAD = re.compile(r"(?:printed )?(?:letterhead|heading)\s*:\s*(?=\S)", re.I)
"""Says that words are printed at the head of the paper."""


def claim_outside(place: Place) -> bool:
    """Claim "[Envelope: …]", what stands on the outside of a letter, as a note that describes it.

    What is printed at the head of the paper is text of the document, of which only the label is a sign.
    """
    if is_outside(place.content) and place.bracket.start == place.block.start == place.paragraph_start:
        return _claim_headed_outside(place)
    if place.stands_alone and (head := LETTERHEAD.match(place.inner)):
        place.take_signs(place.bracket.inner_start + head.end(), place.bracket.inner_end)
        return True
    if not _OUTSIDE.match(place.content) or len(place.content.split()) > _LONGEST:
        return False
    place.note({"type": "description", "resp": place.resp})
    return True


def is_outside(label: str) -> bool:
    """Tell whether words, up to their colon, head what stands on the outside of a letter: "Addressed:"."""
    return label.endswith(":") and _OUTSIDE.match(f"{label} x") is not None and len(label.split()) <= _LABEL_WORDS


_LABEL_WORDS = 4


def _claim_headed_outside(place: Place) -> bool:
    """Claim the rest of the paragraph that "[Addressed:]" heads as a note that describes the outside of a letter."""
    draft, start = place.draft, skip_separator(place, place.bracket.end)
    if start >= place.paragraph_end or place.paragraph_end > place.block.end:
        return False
    sign_rest(draft, place.bracket.start, start)
    draft.give_role(place.block, Role.NOTE)
    draft.span(start, place.paragraph_end, "note", {"type": "description", "resp": place.resp})
    return True


def claim_remark(place: Place) -> bool:
    """Claim words that speak of the page as a note that describes it; how sure this is, ``@cert`` says."""
    words = place.content.split()
    speaks_of_page = _PAGE.search(place.content) or _ABOUT_WORDS.match(place.content) or _WRITING.search(place.content)
    if not 2 <= len(words) <= _LONGEST or not speaks_of_page:
        return False
    if place.is_glued_before or place.is_glued_after or _LABEL.fullmatch(place.content):
        return False
    place.note({"type": "description", "resp": place.resp, "cert": "medium"}, of_word=True)
    return True


_IDENTITY = re.compile(
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}, (?:of )?(?:the )?[A-Z][\w.’'-]*(?: (?:[A-Z&][\w.’'-]*|of|and)){0,5}"
)
"""A person with the paper or body he is from."""
_IN_CHAIR = re.compile(
    r"(?:the )?(?:(?:acting|vice|ranking|sub-?committee|full committee)[ -])*(?:chair(?:man|woman|person)?|member)"
    r"(?: of (?:the|this) (?:[\w-]+ ){0,6}(?:(?:sub-?)?committee|commission|board|panel|task force))(?: presiding)?|"
    r"(?:acting )?(?:chair(?:man|woman)? )?presiding",
    re.I,
)
"""What a record of Congress prints in square brackets behind a name, as others do in parentheses."""


def claim_identity(place: Place) -> bool:
    """Claim who somebody is that was called on, as a note: "Yes, Anna. [Anna Lie, Evening Post]"; leave who presides.

    "Hon. Anna Lie [chairman of the subcommittee] presiding" is printed so: the brackets are the document's own.
    """
    if (
        place.agent == "editor"
        and _IN_CHAIR.fullmatch(place.content)
        and re.search(r"[A-Z][\w.’'-]+,?\s*$", place.before)
    ):
        place.draft.keep(place.bracket.start, place.bracket.end)
        return True
    if not _IDENTITY.fullmatch(place.content) or place.bracket.end != place.block.end:
        return False
    if not re.search(r"[a-z][?.!] ?$", place.before):
        return False
    place.note({"type": "editor", "resp": place.resp})
    return True


_PRINTERS = re.compile(r"\d{3,6}[-–/]\d{1,3}(?: ?[A-Z])?")
"""What a printer puts at the foot of a sheet."""
_OF_DATE = re.compile(r"of (?:the )?(?:\d|[A-Z][a-z]+ \d)")
"""Dates what is cited; what comes after a colon is what it was about."""


def supplies_text(place: Place) -> bool:
    """Tell whether words in a bracket can be words of the text that its agent supplied.

    They cannot if they are a label of an unknown kind, signs of a machine, a long passage, or no words at all.
    """
    content = place.content
    if _NO_WORDS.fullmatch(content):
        return 0 < len(content) <= 3
    if _MACHINE.search(content) or len(content.split()) > _LONGEST_SUPPLIED:
        return False
    if len(content) == 1 and content.isalpha() and content.casefold() not in "aio":
        return place.is_glued_before or place.is_glued_after or place.after.startswith(".")
    if _PRINTERS.fullmatch(content):
        return False
    label = None if _OF_DATE.match(content) else _LABEL.match(content)
    return label is None or not _CLAUSE.isdisjoint(label[0].casefold().strip(": ").split())
