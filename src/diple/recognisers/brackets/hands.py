"""What was written by hand: additions between the words, and notes tied to the text (TEI 11.3.1.4, 11.3.2.1)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.model import Attrs, Role
from diple.recognisers.brackets.place import Place, Word, sign_rest
from diple.recognisers.brackets.words import FUNCTION_WORDS, LABEL_WORDS

_BY_HAND = re.compile(
    r"\b(?:by hand|hand-?written|handwriting|in (?:\w+ ){0,2}(?:ink|pencil|pen|crayon|hand)|"
    r"pen(?:cil)?led|penned|manuscript|"
    r"manually|marginal|marginalia|annotat(?:ed|ion)|notation|interpolated|docketed|docket|endorsed|endorsement|"
    r"minuted|"
    r"(?:above|below|over|between|under) (?:the )?lines?|"
    r"in (?:the )?(?:(?:left|right|top|bottom|upper|lower|outer|inner)(?:-hand)? )?margins?|"
    r"on (?:the )?(?:back|reverse|verso)|overleaf|verso|scribbled|scrawled|jotted|"
    r"in marg(?:ine)?\b|\bmarg\.|"
    r"(?:black|blue|red|green|violet|purple|colou?red|ordinary|lead) (?:pencil|ink|crayon)|"
    r"(?:sup|inf)(?:ra)?\.? lin(?:eam)?\b|"
    r"interline(?:d|ated|ation)|overwritten|(?:inserted|entered|added|"
    r"insertion|addition|written) "
    r"(?:above|below|over|between|in|on|at|the))\b",
    re.I,
)
_BARE_INSERT = re.compile(
    r"(?:(?:in )?(?:a |an|an |the )?(?:other|different|second|unknown|unidentified|third) hand(?:writing)?$)|"
    r"(?:insert(?:ed|ion)?|enter(?:ed)?|added|addition|superscript)\b|"
    r"(?:(?:black|blue|red|green|violet|purple|brown|grey) )?(?:ink|pencil|crayon|ballpoint|pen)(?=$|[,:]| (?:above|"
    r"below|in))|"
    r"(?:above|below|margin|ins|interl)\.?(?=:|$)|"
    r"(?:minute|resolution|docket|endorse(?:d|ment)|marginalia)[:.]?$|"
    r"(?:resolution|instruction|note|remark|comment|inscription|annotation)s? (?:in|on|at) (?:the )?(?:top|upper|lower|"
    r"bottom|left|right|corner|first|last|head|foot|cover)\b|"
    r"(?:in|on|at) (?:the )?(?:upper|lower|top|bottom)(?: left| right)?(?:-hand)? (?:corner|margin)\b|"
    r"there is (?:a|an) (?:note|notation|resolution|inscription) (?:written )?(?:on|in|at)\b",
    re.I,
)
_NOTE_LIKE = re.compile(
    r"\b(?:resolutions?|instructions?|directive|decision|message|remarks|comments|scribbled|scrawled|jotted|"
    r"overleaf|verso|reverse|back|docket(?:ed)?|endorse\w+|minuted|note|notation|annotat\w+|marginal(?:ia)?|remark|"
    r"comment|inscri\w+)\b",
    re.I,
)
INSERT_LIKE = re.compile(
    r"\b(?:insert\w*|enter\w*|add\w*|interpolat\w*|correct\w*|chang\w*|put in|overwritten|interlin\w+|caret|written "
    r"in(?= by|"
    r" on| at| the| above| below| hand)|superscri\w+|supplied)\b",
    re.I,
)
_MEDIUM = re.compile(
    r"\b(?:(?P<colour>black|blue|red|green|violet|purple)\s+)?(?P<tool>ink|pencil|pen|crayon|ballpoint)\b", re.I
)
_SEPARATOR = re.compile(r"\s*[:–—]\s*|\s+-\s+|\s*(?=[“\"«])")


class PlaceWord(NamedTuple):
    """A wording and the value of ``@place`` it stands for; the first that fits counts."""

    pattern: re.Pattern[str]
    place: str


PLACES = tuple(
    PlaceWord(re.compile(pattern, re.I), place)
    for pattern, place in (
        (r"\bleft(?:-hand)?\b[^:]*\bmargins?\b|\bmargins?\b[^:]*\bleft\b|\bon the left\b", "margin-left"),
        (r"\bright(?:-hand)?\b[^:]*\bmargins?\b|\bmargins?\b[^:]*\bright\b|\bon the right\b", "margin-right"),
        (r"\bbottom\b|\bfoot\b|\blower\b|\bend of the page\b", "bottom"),
        (r"\btop\b|\bupper\b|\bhead\b", "top"),
        (r"\bmarg(?:in(?:s|e|al|alia)?)?\b|\bside\b", "margin"),
        (r"\bback\b|\breverse\b|\boverleaf\b|\bverso\b|\benvelope\b|\bcover\b|\boutside\b", "overleaf"),
        (r"\babove\b|\bover\b|\bbetween\b|\bsuper|\bsup(?:ra)?\b", "above"),
        (r"\bbelow\b|\bbeneath\b|\bunder\b|\bsubscript\b|\binf(?:ra)?\b", "below"),
        (r"\bat the end\b", "end"),
    )
)


def hand_label(content: str) -> int | None:
    """Return the length of a label such as "entered above by hand: ", or None if the words have none."""
    for match in _SEPARATOR.finditer(content[:140]):
        label = content[: match.start()]
        words = [word.strip(".,()").casefold() for word in label.split()]
        if words and all(word in LABEL_WORDS for word in words) and is_hand_label(label):
            return match.end()
    return None


def is_only_label(words: str) -> bool:
    """Tell whether words are nothing but a label: "inserted by hand", "Handwritten at the bottom of the first page"."""
    plain = [word.strip(".,()").casefold() for word in words.split()]
    return bool(plain) and all(word in LABEL_WORDS for word in plain) and is_hand_label(words)


def is_hand_label(label: str) -> bool:
    """Tell whether words say that something was written by hand."""
    return bool(_BY_HAND.search(label) or _BARE_INSERT.match(label))


def place_value(label: str) -> str:
    """Return the value of ``@place`` for a label's words."""
    return next((row.place for row in PLACES if row.pattern.search(label)), "unspecified")


def hand_of(place: Place, label: str) -> str:
    """Return the pointer to the hand that a label speaks of: told apart by ink or pencil, else the unnamed one."""
    medium = _MEDIUM.search(label)
    if medium is None:
        return place.draft.hands.require("", "The hand of additions and notes by hand; whose is not said.")
    tool = " ".join(medium.group().casefold().split())
    return place.draft.hands.require(tool, f"The hand that wrote in {tool}; whose is not said.")


def claim_addition(place: Place) -> bool:
    """Claim words entered by hand, with the word they may replace, or a note by hand."""
    length = hand_label(place.inner)
    if length is None:
        return _claim_marked_word(place)
    label = place.inner[:length]
    start = place.bracket.inner_start + length
    if start >= place.bracket.inner_end:
        return _claim_tied_note(place, label)
    if _SIDE.fullmatch(label.strip(" :–—-")) and _THING.fullmatch(place.inner[length:].strip(" .")):
        place.note({"type": "description", "resp": place.resp})
        return True
    attrs = {"place": place_value(label), "hand": hand_of(place, label)}
    if _is_note(place, label, place.inner[length:]):
        place.note({"type": "annotation", **attrs}, inner_start=start)
        return True
    place.element("add", attrs, inner_start=start)
    words = place.inner[length:].strip(" “”\"'")
    beside = attrs["place"] in ("above", "below", "inline", "unspecified")
    if beside and (word := place.word_before) and is_alternative(word.text, words):
        place.draft.span(word.start, place.bracket.end, "seg", {"type": "alternative"}, rank=30)
    return True


_SIDE = re.compile(
    r"(?:(?:on|at|in) )?(?:the )?(?:verso|recto|reverse|back|overleaf|front|cover|envelope|(?:(?:left|right|upper|"
    r"lower|top|bottom) )?(?:margin|corner|edge)|foot|head|top|bottom)(?: of (?:the )?\w+)?",
    re.I,
)
"""A label that names a side of the leaf and does not say that anybody wrote there."""
_THING = re.compile(
    r"(?:(?:an?|the|two|three|several|some|large|small|round|oval|square|red|black|wax|rubber|paper|official|embossed|"
    r"faded|broken|remains of) )*(?:seals?|(?:post)?stamps?|stains?|tears?|holes?|blots?|burns?|creases?|drawings?|"
    r"sketch(?:es)?|doodles?|map|diagram|blank|empty|torn|damaged|stained|postmarks?|fingerprints?|watermarks?|"
    r"letterhead|traces)\b[^:“\"]{0,80}",
    re.I,
)
"""What may be seen on a leaf and is no writing of a hand."""
_DRAWN = re.compile(
    r"(?:(?:an?|the|two|three|several|some) )?(?:\w+ )?(?:drawings?|sketch(?:es)?|doodles?|calculations?|sums?|"
    r"lines?|crosses|"
    r"cross|tick|marks?|arrows?|question marks?|exclamation (?:marks?|points?)|initials|signatures?)\b",
    re.I,
)


def _is_note(place: Place, label: str, words: str) -> bool:
    if _NOTE_LIKE.search(label) or place.stands_alone or _DRAWN.match(words.strip()):
        return True
    if INSERT_LIKE.search(label):
        return False
    away = place_value(label) not in ("above", "below", "unspecified")
    text = words.strip()
    ended = place.before.rstrip()[-1:] in tuple('.!?”"…')
    if ended and text[:1].isupper() and text[-1:] in ".!?" and len(text.split()) > _REMARK:
        return True
    said = text[:1] in '“"«‘' or text[-1:] in "?!" or (text[:1].isupper() and place.before.rstrip()[-1:] in '.!?”"…')
    return (away and said) or len(words.split()) > 20


_REMARK = 2
"""A sentence of more words than this, by hand after a sentence of the text, remarks on it and is no part of it."""


def is_alternative(word: str, addition: str) -> bool:
    """Tell whether an addition stands for the word before it: of its class of words, and no continuation."""
    words = addition.split()
    if not words or len(words) > 3 or words[0].casefold() in FUNCTION_WORDS or word.casefold() in FUNCTION_WORDS:
        return False
    classes = {word_class(word), word_class(words[-1])}
    told = classes - {""}
    return len(classes) == 1 or (len(told) == 1 and told.isdisjoint({"number", "adverb"}))


_ENDINGS = (
    ("verb", re.compile(r"(?:ed|ing|ize|ise|ify)$")),
    ("participle", re.compile(r"(?:own|awn|iven|aken|oken|itten)$")),
    ("noun", re.compile(r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|ists?|cy|tions|ments|ities)$")),
    ("adverb", re.compile(r"[a-z]{2}ly$")),
    ("adjective", re.compile(r"(?:ous|ful|ive|able|ible|al|ic|less|ary|est)$")),
)


def word_class(word: str) -> str:
    """Return the class of words that an English ending tells, or "" where it tells none."""
    plain = word.casefold()
    if plain.isdigit():
        return "number"
    if len(plain) < 5:
        return ""
    found = next((name for name, pattern in _ENDINGS if pattern.search(plain)), "")
    return "verb" if found == "participle" else found


_WHOLE_LABEL = re.compile(r"^[\w\s’'-]{4,80}$")


def _claim_marked_word(place: Place) -> bool:
    """Claim "word [inserted by hand]": the label alone, about the word before it."""
    content = place.content
    words = content.casefold().split()
    if not _WHOLE_LABEL.match(content) or not all(word in LABEL_WORDS for word in words) or not is_hand_label(content):
        return False
    if place.bracket.start == place.paragraph_start or place.before.rstrip()[-1:] == "*":
        return _claim_tied_note(place, content)
    if place.draft.text[max(0, place.bracket.start - 3) : place.bracket.start].rstrip(" ").endswith("\n"):
        return False
    if _UNREAD.search(content) and not _NOTE_LIKE.search(content):
        return _claim_unread(place, content)
    word = place.word_before
    if word is None or _NOTE_LIKE.search(content) or len(words) < 2:
        return False
    attrs = {"place": place_value(content), "hand": hand_of(place, content), "cert": "medium"}
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "add", attrs)
    place.draft.doubt(
        "D110", word.start, f"“{word.text}” was taken for the words written by hand", "see how far they reach"
    )
    return True


_UNREAD = re.compile(r"\b(?:illegible|unclear|hardly)\b", re.I)


def _claim_unread(place: Place, label: str) -> bool:
    """Claim "[interlineation illegible]": an addition that holds what nobody can read."""
    draft, bracket = place.draft, place.bracket
    sign_rest(draft, bracket.start, bracket.end)
    draft.span(bracket.start, bracket.end, "add", {"place": place_value(label), "hand": hand_of(place, label)})
    draft.point(bracket.start + 1, "gap", {"reason": "illegible", "resp": place.resp})
    return True


def _claim_tied_note(place: Place, label: str) -> bool:
    """Claim a note by hand that is the rest of its paragraph: *[Handwritten at the bottom of the first page] “…”."""
    draft, start = place.draft, place.paragraph_start
    lead = draft.text[start : place.bracket.start].strip()
    body_start = skip_separator(place, place.bracket.end)
    if lead not in ("", "*", "**", "†") or body_start >= place.paragraph_end:
        return False
    attrs: Attrs = {"type": "annotation", "place": place_value(label), "hand": hand_of(place, label)}
    mark = _mark_for(place, lead) if lead else None
    sign_rest(draft, start, body_start)
    if mark is None:
        if lead:
            attrs["n"] = lead
            draft.doubt(
                "D111", start, f"the text has no {lead} to which this note by hand is tied", "put the note at its place"
            )
        draft.give_role(place.block, Role.NOTE)
        draft.span(body_start, place.paragraph_end, "note", attrs)
        return True
    draft.sign(mark.start, mark.end)
    draft.give_role(place.block, Role.NOTE_BODY)
    draft.span(body_start, place.paragraph_end, "note", {"n": lead, **attrs}, move_to=mark.start)
    return True


def skip_separator(place: Place, offset: int) -> int:
    """Return the offset, in the paragraph, after white space, colons and dashes."""
    text, end = place.draft.text, place.paragraph_end
    while offset < end and (text[offset].isspace() or text[offset] in ":–—-"):
        offset += 1
    return offset


def _mark_for(place: Place, mark: str) -> Word | None:
    """Return the mark in the text that a note's own mark answers: the nearest before, else the nearest after."""
    draft = place.draft
    before, after = (
        (max(0, place.paragraph_start - 4000), place.paragraph_start),
        (place.paragraph_end, place.paragraph_end + 4000),
    )
    pattern = re.compile(rf"(?<=[^\s*†]){re.escape(mark)}(?![*†\w])")
    found = [match for match in pattern.finditer(draft.text, *before) if not draft.is_signed(*match.span())]
    found = found[-1:] or [m for m in pattern.finditer(draft.text, *after) if not draft.is_signed(*m.span())][:1]
    return Word(mark, *found[0].span()) if found else None
