"""Directions in square brackets: left to those who know speech, or claimed for where they stand (TEI 7.2.3)."""

from __future__ import annotations

from diple import patterns as re
from diple.model import Role
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.place import Place
from diple.recognisers.stage import is_direction
from diple.recognisers.stage.grammar import CALL, begins_with_verb, happening


def claim_direction_with_gap(place: Place) -> bool:
    """Claim a direction that ends with a gap: "[Reads in French. Inaudible.]"."""
    match = _DIRECTION_AND_GAP.match(place.inner)
    kind = is_direction(match[1]) or ("delivery" if place.setting.is_talk else None) if match else None
    attrs = gap_attrs(match[2]) if match and kind else None
    if match is None or attrs is None or kind is None:
        return False
    start = place.bracket.inner_start
    place.take_signs(start, start + match.end(1))
    place.draft.span(start, start + match.end(1), "stage", {"type": kind})
    place.draft.point(place.bracket.end, "gap", {**attrs, "resp": place.resp})
    return True


_DIRECTION_AND_GAP = re.compile(r"([^.;]{3,120}[.;])\s+([^.;]{3,60}\.?)$")


def leave_hour(place: Place) -> bool:
    """Leave the hour at which a speech began to those who read its label: "Mr. ORM (Barwon) [3.12].- "."""
    is_before_stop = _STOP.match(place.draft.text, place.bracket.end) is not None
    return is_before_stop and place.setting.is_talk and _HOUR.fullmatch(place.content) is not None


def leave_direction(place: Place) -> bool:
    """Leave a stage direction in a talk to those who know speech; elsewhere claim laughter and applause."""
    if place.bracket.depth or len(place.content) > LONGEST_DIRECTION:
        return False
    kind = is_direction(_bare(place.content))
    if kind is not None and place.setting.is_talk and place.content[:1] == "(":
        place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
        return True
    if kind is not None and not place.setting.is_talk and _HEARD.match(place.content):
        place.element("stage", {"type": kind})
        return True
    return kind is not None and place.setting.is_talk


_HOUR = re.compile(r"\d{1,2}[.:]\d{2}(?: ?[ap]\.? ?m\.?)?", re.I)
_STOP = re.compile(r" ?(?:\. ?[-–—]|[:：]| [-–—]|[–—])")


def _bare(content: str) -> str:
    """Return the words of a bracket without the parentheses that hold all of them: "[(Laughs)]"."""
    return content[1:-1] if re.fullmatch(r"\([^()]*\)", content) else content


_HEARD = re.compile(
    r"(?:\w+,? ){0,2}(?:applause|laughter|ovation|cheers|cheering|commotion|booing|pause|silence)\b|"
    r"(?:(?:end|beginning|start) of )?(?:the )?(?:tape|recording)\b",
    re.I,
)
"""What the hall is heard to do and what a tape does, noted also in documents that are no talk."""

LONGEST_DIRECTION = 300
"""The most characters of a stage direction."""

_MOMENT = re.compile(
    r"(?:(?:time|start(?:s|ed)?|begins?|end(?:s|ed)?|duration|length|elapsed)(?: at)?:? ?)?(?:(?:at|about|ca\.) )?(?:"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?hours)?|\d{1,2}(?:[:.]\d{2})? ?[ap]\.? ?m\.?|"
    r"(?:\d{1,3} ?(?:h|hours?|min(?:utes?)?|m|sec(?:onds?)?|s)\b\.?,? ?(?:and )?){1,3})\.?",
    re.I,
)
"""The hour, or how long something took."""
_MANNER = re.compile(
    r"(?:reading|continuing|resuming|interposing|speaking|adding|concluding|quoting|standing|rising|replying|answering)"
    r"(?: (?:in|from|to|with|for|on)\b.{1,60})?|to (?P<who>(?:the )?[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4})",
    re.I,
)
"""How, or to whom, something is said; the same words may complete a sentence in the midst of it."""

_VOICES = (
    r"(?:clear(?:s|ing) (?:(?:his|her|the) )?throat|(?:exclaim|mumbl|mutter|grunt|groan|snort|sneez|whistl|yawn|humm?|"
    r"sing|giggl|gasp|stammer|stutter|swallow|sniff|growl)(?:s|es|ing)|(?:both|all|several|others) "
    r"(?:speak|talk)ing(?: at once| together)?|cross[- ]?talk)"
)
_NOISES = (
    r"(?:(?:voices?|noises?|music|chatter|conversation|sounds?|talk|talking|typing|radio|television|laughter) in "
    r"(?:the )?background|in (?:the )?background|"
    r"(?:indistinct|background|muffled) (?:chatter|conversation|voices?|noise|talk)|"
    r"knock(?:s|ing)? (?:at|on) (?:the )?door|blank spot|click(?:ing|s)?|buzzing|ringing|beep(?:s|ing)?)"
)
_DEEDS = r"(?:snap(?:s|ping) fingers|gestur(?:es|ing)(?: .{1,40})?|nod(?:s|ding)|shrug(?:s|ging)|writing(?: .{1,40})?)"
_MANNERS = (
    r"(?:(?:quot|mimick|imitat)(?:es|s|ing)(?: .{1,40})?|speak(?:s|ing) (?:in )?[A-Z]\w+|[A-Z]\w+ accent|[a-z]+ tone|"
    r"(?:continu|resum)(?:es|ing) (?:reading|speaking|talking|dictating|quoting)|(?:over|on|into|off|away from) the "
    r"(?:phone|telephone|line|speaker|intercom|loudspeaker|microphone|mike))"
)
_ACCOMPANIED = (
    r"with (?:the )?[^\W\d_][\w.’' ]{0,40}? (?:acknowledging|agreeing|assenting|laughing|chuckling|interjecting|"
    r"responding|nodding|concurring|affirming|murmuring|echoing)\b[^.:;]{0,60}"
)
_OF_SPEAKERS = tuple(
    (kind, re.compile(form, flags))
    for kind, form, flags in (
        ("vocal", _VOICES, re.I),
        ("incident", _NOISES, re.I),
        ("kinesic", _DEEDS, re.I),
        ("delivery", _MANNERS, 0),
        ("delivery", _ACCOMPANIED, 0),
    )
)
"""What those who speak, or others meanwhile, do amid a sentence, by the type of the direction."""
_OF_VOICE = re.compile(
    r"(?:with|on|over|through|into|off|across|via|in|under|behind|at) (?:an?|the|his|her|their) (?!.*\bside\b)"
    r"[^.:;]{2,60}"
)
"""How or from where a voice is heard, where nothing but the speaker's label stands before."""


def claim_moment(place: Place) -> bool:
    """Claim, where a sentence begins in a talk, the hour, the manner of speaking, or to whom something is said."""
    if not place.setting.is_talk or place.bracket.depth:
        return False
    words = place.content.strip(" .:")
    is_quoting = _MANNER.fullmatch(words) and place.after.lstrip()[:1] in tuple('“"')
    kind = "delivery" if is_quoting else next((kind for kind, form in _OF_SPEAKERS if form.fullmatch(words)), "")
    if kind and not place.stands_alone:
        place.element("stage", {"type": kind})
        return True
    if not _opens_sentence(place):
        return False
    if _MOMENT.fullmatch(words):
        if place.stands_alone:
            place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
            place.draft.give_role(place.block, Role.STAGE, attrs={"type": "narrative"})
        else:
            place.element("stage", {"type": "narrative"})
        return True
    of_voice = _OF_VOICE.fullmatch(words) and place.before.rstrip().endswith(":")
    if not (_MANNER.fullmatch(words) or of_voice) or place.stands_alone:
        return False
    place.element("stage", {"type": "delivery"})
    return True


def claim_happening(place: Place) -> bool:
    """Claim, between the sentences of a talk, what its grammar shows to be a direction, or a sentence on the scene."""
    if not place.setting.is_talk or place.bracket.depth or not _opens_sentence(place) or not _closes(place):
        return False
    if _NO_SCENE.match(place.content) or " | " in place.content:
        return False
    kind = happening(place.content)
    if kind and len(place.content.split()) == 1 and begins_with_verb(place.content) and place.before.strip():
        kind = None
    if kind is None and CALL.fullmatch(place.content):
        kind = "vocal"
    if kind is None and _SCENE.fullmatch(place.content) and not _EXPLAINS.search(place.content):
        kind = "narrative"
    if kind is None and place.stands_alone and _NOISE.fullmatch(place.content):
        kind = "incident"
    if kind is None:
        return False
    if place.stands_alone:
        place.take_signs(place.bracket.inner_start, place.bracket.inner_end)
        place.draft.give_role(place.block, Role.STAGE, attrs={"type": kind})
    else:
        place.element("stage", {"type": kind})
    return True


_SCENE = re.compile(
    r"(?:The|A|An|There|They|Both|All|Several|Some|At|After|[A-Z][\w.]+) (?:[^\s.]+[ .]+){2,40}?[^\s.]+\."
)
"""A sentence with its full stop inside the bracket."""
_NOISE = re.compile(r"[A-Z][a-z]{2,15}(?:, [a-z]+)?\.")
"""A word for a noise, with its full stop: "Click."."""
_NO_SCENE = re.compile(
    r"(?:inclosures?|enclosures?|annex(?:es)?|appendix|attachments?|sub-?inclosures?) (?:\d|[A-Z]\b|in\b|no)", re.I
)
"""Heads what is enclosed."""
_EXPLAINS = re.compile(
    r"\b(?:I|we|you|my|our|your|refers?|reference|referring|means|meaning|should|probably|apparently|see|document|original|"
    r"text|translat\w+|transcri\w+|declassif\w+|page|paragraph|sentence|note|19\d\d|20\d\d)\b|^[“\"]",
    re.I,
)
"""Words that explain the text to a reader, or are those of somebody who speaks."""


def _closes(place: Place) -> bool:
    """Tell whether what follows the bracket begins a sentence, or nothing follows."""
    after = place.after.lstrip()
    return not after or not (after[0].islower() or after[0] in ",;") or place.content.endswith(".")


def _opens_sentence(place: Place) -> bool:
    """Tell whether the words before the bracket have come to an end, a speaker's label among them."""
    before = place.before.rstrip().rstrip("”\"’')")
    return not before or before[-1] in ".!?…:;–—]"
