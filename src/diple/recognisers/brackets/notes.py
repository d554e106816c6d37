"""Notes in brackets: labelled by who speaks, or known by what they say (TEI 3.9.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.model import Role
from diple.recognisers.brackets.descriptions import speaks_of_page
from diple.recognisers.brackets.labels import label_of, trailer_of
from diple.recognisers.brackets.languages import foreign_language
from diple.recognisers.brackets.place import Place
from diple.recognisers.stage import is_direction

_EXPLAINS = re.compile(
    r"(?:in the (?:text|manuscript|typescript|copy|draft)\s*:|sc\.|scil(?:\.|icet)|"
    r"(?:the )?(?:text|ms\.?|manuscript|typescript|copy|original|draft) (?:has|reads|gives)\b|"
    r"i\.\s?e\b\.?|that is\b(?! to)|that is to say|namely|viz\.?|meaning\b|a reference to|"
    r"refer(?:s|ring|ence) (?:is )?to|"
    r"the reference is|see\b|cf\.|literally|lit\.|e\.\s?g\.|for example\b|in (?:russian|chinese|"
    r"english|german|french|korean)\b|"
    r"(?:probably|apparently|presumably|evidently) (?:a |an |the )?(?:reference|refers|means)|"
    r"what is meant|translated (?:from|as)|"
    r"the (?:author|speaker|writer) (?:means|refers)|perhaps (?:a |the )?(?:reference|error|mistake)|"
    r"(?:this|it) (?:refers|means|is a)\b|"
    r"transliterat|spelling (?:uncertain|unknown)|name (?:uncertain|unknown)|"
    r"here follows?\b|omitted here|(?:(?:attached|enclosed|appended),? )?(?:but )?not (?:printed|found|attached|"
    r"reproduced)\b|printed as\b|"
    r"sentence (?:is )?(?:incomplete|unfinished|breaks off)|as (?:heard|published|received|printed|transcribed)$)",
    re.I,
)
"""How a remark on the words before begins."""

_HEARD = re.compile(r"(?:names? )?(?:phonetic|ph\.?|phonetically|spelling|spelled phonetically)\??", re.I)
"""What says that a name was written down by ear."""
_IN_LANGUAGE = re.compile(
    r"(?:(?:said|written|spoken|quoted|given|sic) )?in (?:English|Russian|Chinese|German|French|"
    r"Korean|Latin|Italian|Spanish|Polish|"
    r"Czech|Hungarian|Vietnamese|Japanese|Ukrainian|Romanian|Bulgarian)(?: in (?:the )?(?:original|text|document))?",
    re.I,
)
_CITES = re.compile(r"^\S+ .{6,}\b(?:pp?\.|vol\.|vols\.|ch\.)\s*\d", re.I)
_BRACKETS_ORIGINAL = re.compile(
    r"\b(?:(?:square |all |these |the )?brackets|bracketed (?:words|text|passages)|"
    r"words in (?:square )?brackets)\b[^.]{0,60}"
    r"\b(?:(?:stand |appear |are |as |is |were )?in (?:the )?original|are the author[’']s|of the original)\b",
    re.I,
)


_ABOUT_PAGE = re.compile(
    r"\b(?:highlight|underlin|underscor|margin|vertical|sidelin|paragraph|sentence|question mark|exclamation|circled)",
    re.I,
)
"""Notes on marks and sentences follow the sentence; all others stay with the word before them."""
_SIGNED = re.compile(r"\s*(?:--|[–—])\s*[A-Z]{2,4}$")
"""The initials of the editor, at the end of a remark."""
_INITIALLED = re.compile(r"[.!?…][”\"’)]?\s+(?:[A-Z]\.[ -]?){2,3}\s*$")
"""The same behind a whole sentence."""
_FEWEST_INITIALLED = 4
_FOOTNOTE = re.compile(r"(?:foot-?note|fn\.?)\s*(?P<n>\d{1,3}|[*†‡]|[a-z](?=\W))?\s*[:.–—]\s*(?=\S)", re.I)


def claim_footnote(place: Place) -> bool:
    """Claim "[Footnote: …]", a note of the document's author given amid the text."""
    match = _FOOTNOTE.match(place.inner)
    if match is None:
        return False
    number = {"n": match["n"]} if match["n"] else {}
    attrs = {**note_attrs(place, "author"), "place": "foot", **number}
    place.note(attrs, inner_start=place.bracket.inner_start + match.end(), of_word=True)
    return True


def claim_labelled(place: Place) -> bool:
    """Claim a note whose label says whose it is."""
    if found := label_of(place.inner):
        agent, length = found
        agent = agent or place.agent
        start = place.bracket.inner_start + length
        place.note(note_attrs(place, agent), inner_start=start, of_word=not _ABOUT_PAGE.search(place.content))
        return True
    if (found := trailer_of(place.inner)) and len(place.content.split()) > 1:
        agent, start = found
        words = place.inner[:start]
        if words.strip(" ?") == "" and place.words_before:
            return _claim_query_of(place, agent)
        _note_with_trailer(place, agent, place.bracket.inner_start + start)
        return True
    is_told = ":" not in place.inner and len(place.content.split()) > _FEWEST_INITIALLED
    is_initialled = is_told and _INITIALLED.search(place.inner) is not None
    if is_initialled or (_SIGNED.search(place.inner) and len(place.content.split()) > 1):
        place.note(note_attrs(place, place.agent), of_word=not place.stands_alone)
        return True
    return False


def claim_statement(place: Place) -> bool:
    """Claim what a bracket says of the signs of the document as a note: "[Notes of the translator are bracketed]"."""
    start, end = place.bracket.inner_start, place.bracket.inner_end
    outer = place.bracket.start - 1  # of a doubled bracket, which may be told from within the outer one
    if not any(outer <= first and last <= end for first, last in place.draft.statements) or place.is_glued_after:
        return False
    place.note(note_attrs(place, place.agent))
    place.draft.keep(start, end)
    return True


def _note_with_trailer(place: Place, agent: str, end: int) -> None:
    """Make the words before a trailer a note; words of the original are marked up as such."""
    start, words = place.bracket.inner_start, place.draft.text[place.bracket.inner_start : end]
    about_page = bool(_ABOUT_PAGE.search(words))
    language = foreign_language(words, known=place.setting.english, expected=place.setting.expected_language)
    attrs = note_attrs(place, agent)
    if language and place.words_before:
        attrs["type"] = "original"
        place.draft.span(start, end, "foreign", {"xml:lang": language}, rank=60)
    place.note(attrs, inner_end=end, of_word=not about_page)


def _claim_query_of(place: Place, agent: str) -> bool:
    """Claim "(? – tr.)": the word before is doubted by the agent named."""
    word = place.words_before[-1]
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    attrs = {"cert": "low", "resp": place.draft.agents.require(agent)}
    place.draft.span(word.start, word.end, "unclear", attrs, rank=60)
    return True


def note_attrs(place: Place, agent: str) -> dict[str, str]:
    """Return the attributes of a note by an agent."""
    return {"type": agent, "resp": place.draft.agents.require(agent)}


_REFERENCE = re.compile(r"[A-Z]{2,8} ?[:;,]? ?[A-Z]{0,4} ?\d[\w/., :;()-]{2,80}")
"""Nothing but the letters of an archive and the numbers of a file."""
_SOURCE = re.compile(
    r"(?:sources?|printed from|text from|from the original in|original in)\s*:\s*\S|"
    r"(?:(?:extracts?|excerpts?|extracted|excerpted|taken|copied|reprinted) )?from (?:the|an?|his|her|[“\"A-Z]).{12,}",
    re.I,
)
_SHELF = re.compile(
    r"(?:C\.O|F\.O|W\.O|S\.P|B\.T|P\.C|T|H\.O|C\.S\.P)\.? ?\d{1,4}[,/ ].{0,120}|"
    r"(?:Add\.|Harl(?:eian|\.)|Cott(?:on|\.)|Rawl(?:inson|\.)|"
    r"Egerton|Sloane|Lansd(?:owne|\.)|Stowe|Carte|Tanner) MSS?\.? ?\d.{0,80}|Col(?:onial|\.) Entry B(?:oo)?k\.?.{3,60}|"
    r"Board of Trade\. .{3,60}"
)
"""The letters of a class of records or a collection of manuscripts, with the volume."""
_MADE_BY = re.compile(
    r"(?:transcript|transcri(?:bed|ption)|typed|typescript|translat(?:ed|ion)|edited) by (?=[A-Z])", re.I
)
"""Says who made the text that stands here."""


def claim_source(place: Place) -> bool:
    """Claim "[Source: …]", which says where the document comes from."""
    is_reference = "/" in place.content and _REFERENCE.fullmatch(place.content)
    if _SHELF.match(place.content) and not place.is_glued_before:
        place.note({"type": "source", "resp": place.resp}, of_word=place.after.startswith("."))
        return True
    if place.stands_alone and _MADE_BY.match(place.content):
        place.note(note_attrs(place, place.agent))
        return True
    if not place.stands_alone or not (_SOURCE.match(place.content) or is_reference):
        return False
    place.note({"type": "source", "resp": place.resp})
    return True


def tells_of_source(content: str) -> bool:
    """Tell whether words say where the document comes from or who made the text."""
    return bool(_SOURCE.match(content) or _MADE_BY.match(content))


def claim_explanation(place: Place) -> bool:
    """Claim a remark on the words before, such as "[i.e. the second bank]" or "[see document 5]"."""
    content = place.content
    if _HEARD.fullmatch(content) and (place.word_before is not None or content.casefold().startswith("phon")):
        place.note({**note_attrs(place, place.agent), "cert": "medium"}, of_word=True)
        return True
    if not (_EXPLAINS.match(content) or _IN_LANGUAGE.fullmatch(content) or _CITES.search(content)):
        return False
    place.note(note_attrs(place, place.agent), of_word=not place.stands_alone)
    return True


_SMALL = 2
"""The fewest words in small letters that a sentence has; a shelfmark has fewer."""


def claim_sentence(place: Place) -> bool:
    """Claim a whole sentence that is a paragraph of its own: a scene between turns, else its writer's note."""
    content = place.content
    small = sum(word[0].islower() for word in content.split())
    if place.stands_alone and content[:1].islower() and small and place.block.end - place.block.start < _SHORT:
        return _claim_aside(place)
    if not place.stands_alone or not content[:1].isupper() or small < _SMALL:
        return False
    if (kind := is_direction(content.rstrip("."))) and content[-1:] == ".":
        place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
        place.draft.give_role(place.block, Role.STAGE, attrs={"type": kind})
        return True
    if len(content.split()) < _SENTENCE or _OF_PERSONS.match(content) or " | " in content:
        return False
    if place.setting.is_talk and not (_HEADED.match(content) or _OF_EDITING.search(content)):
        place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
        place.draft.give_role(place.block, Role.STAGE, attrs={"type": "narrative"})
        return True
    attrs = note_attrs(place, place.agent) | ({"type": "description"} if _ABOUT_PAGE.search(content) else {})
    place.note({**attrs, "cert": "medium"})
    return True


_HEADED = re.compile(r"[A-Z][\w’']*(?: [\w’']+){0,5}(?::|\.[ ]?[–—-]) ?\S")
"""A list or remark under a head, which is nothing that happens: "Speakers: …", "Note in the file: …"."""
_OF_EDITING = re.compile(
    r"\b(?:transcripts?|transcribed|transcription|transcribers?|translated|edited|declassified|court order)\b", re.I
)
"""Words that speak of how the record was made or released, and of nothing that happens in it."""
_OF_PERSONS = re.compile(r"(?:Speakers?|Voices?|Participants?|(?:Also )?Present|Persons|Initials)\b[^:.]{0,40}:")
"""Heads a list of who speaks, which others read."""
_SENTENCE = 5
"""The fewest words of a sentence that is known as one by its shape alone."""
_SHORT = 160
"""The longest paragraph, in characters, that in small letters and brackets is a remark and no text supplied."""


def _claim_aside(place: Place) -> bool:
    """Claim a paragraph in small letters, wholly in a bracket: "[round seal with an eagle]"; in a talk, a scene."""
    if ":" in place.content or place.content[-1] in "?…" or place.before.strip() or place.after.strip():
        return False
    if place.setting.is_talk and not speaks_of_page(place.content):
        place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
        place.draft.give_role(place.block, Role.STAGE, attrs={"type": "narrative"})
        return True
    place.note({"type": "description", "resp": place.resp, "cert": "medium"})
    return True


def brackets_stand_in_original(content: str) -> bool:
    """Tell whether a note says that the brackets are the document's own."""
    return bool(_BRACKETS_ORIGINAL.search(content))
