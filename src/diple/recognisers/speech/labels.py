"""The shapes of labels at the head of a turn: "Name:", "Mr. NAME.", "Name (to Other):", "Q."."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.participants.wording import ADDRESS, OFFICES, PARTICLES
from diple.recognisers.speech.wording import ADDRESSED, ADDRESSEE, SHORT_FORM, SHORT_FORM_SIGN, VOICE
from diple.recognisers.stage.vocabulary import is_direction

REACH = 240
"""The characters at the head of a block in which its label must end."""

_WORD = r"(?:(?:[^\W\d_]\.-?)+|[^\W\d_][\w’'.\-/]*|\d{1,2}|&|\[[^\W\d_a-z][\w’'.\- ]*\])"
_NAME = rf"(?P<name>{_WORD}(?:[^\S\n]{{1,3}}{_WORD}){{0,6}})"
_QUALIFIERS = (
    r"(?P<qualifiers>(?:[^\S\n]?(?:\([^()\n]{1,90}\)|\[(?!\d{1,3}\.?\])[^\[\]\n]{1,90}\])){0,2}"
    r"(?:[^\S\n](?P<aside>presiding|continuing|resuming|interrupting|interposing|interjecting|in reply))?)"
)
_COLON = re.compile(
    rf"{_NAME}{_QUALIFIERS}[*†‡]{{0,3}}[^\S\n]{{0,20}}(?P<stop>[:：])(?=[\s\"“«‘'*(\[…—–-]|[^\W\d]|$)(?!//)"
)
_EXAMINES = re.compile(
    r"(?:(?:FURTHER|CONTINUED|CROSS|RE|Further|Cross|Re)[- ])*(?:EXAMINATION|EXAMINED|QUESTIONS|QUESTIONED|Examination|"
    r"Examined|Questions|Questioned)(?: [Ii][Nn] [Cc][Hh][Ii][Ee][Ff])? (?:BY|by) "
    rf"(?P<name>{_WORD}(?:[ ]{{1,3}}{_WORD}){{0,3}})(?P<qualifiers>)(?P<stop>:)(?=\s+\S)"
)
"""Who begins to examine, with the first words right behind: "EXAMINATION BY MR HOLM: Brigadier, you are …"."""
_BRACKETED = re.compile(rf"\[{_NAME}(?P<qualifiers>)(?P<stop>:\]:?|\]:)(?=\s|$)")
_INITIALS = r"(?:[A-Z]\.[ ]?){0,3}"
_SHORTENED = r"[^\W\d_a-z]{2,10}\.(?=[ ](?:[^\W\d_a-z]{2,}|[A-Z]\.[ ]?[A-Z]))"
"""A title or an office cut short, in capitals as the name behind it is: "DEP. HOLM", "MIN. OF TRADE LIE"."""
_CAPITALS = r"(?:(?:Mc|Mac|O[’'])?[^\W\d_a-z]{2,}(?:[’'\-][^\W\d_a-z]+)*|A(?= [A-Z]))"
_STOP = (
    r"(?P<stop>\.?[ ]?[-–—]{1,2}(?:[ ][-–—])?(?=\s)|\.[ ]?[-–—]{1,2}(?=[\"“‘(\[]?[^\W\d_a-z])|"
    r"(?:--|[–—])(?=[\"“‘(\[]?[^\W\d_])|\.(?=\s+\S))"
)
"""A full stop, a dash between spaces, or both: "Mr. ORME.", "Mr. ORME - ", "Mr. ORME.- ", "Mr. ORME—When"."""
_FULL_STOP = re.compile(
    rf"(?P<name>(?:[A-Z][a-z]+[.,]?(?:-[A-Z][a-z]+)?[ ]){{0,3}}"
    rf"(?:(?:{_INITIALS}{_SHORTENED}[ ]){{0,3}}{_INITIALS}{_CAPITALS}"
    rf"(?:[ ](?:{_SHORTENED}[ ]{_INITIALS})?{_CAPITALS}){{0,5}}"
    rf"(?: pro tem(?:pore)?| of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?))"
    rf"{_QUALIFIERS}[ ]?{_STOP}"
)
_TITLED_STOP = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sen|Senator|Rep|Representative|Congressman|Gen|General|Col|Colonel|"
    r"Capt|Captain|Maj|Major|Lt|Lieutenant|Adm|Admiral|Commander|Amb|Ambassador|Sir|Lord|Lady|Judge|Justice|Cde|Comrade|"
    r"Secretary|Minister|Chairman|President|Governor|Commissioner)[.,]?[ ](?:[A-Z]\.[ ]?){0,2}[A-Z][\w’'\-]+"
    r"(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?|"
    r"The (?:Chairman|Chairwoman|Chair|President|Vice President|Speaker|Witness|Interpreter|Clerk|Court|Moderator))"
    rf"{_QUALIFIERS}[ ]?{_STOP}"
)
_STOP_AND_DASH = re.compile(
    rf"(?!\w{{1,2}}\.)(?P<name>{_WORD}(?:[ ]{_WORD}){{0,4}})"
    r"(?P<qualifiers>(?:[ ]\([^()\n]{2,40}\)|,[ ][^\W\d_a-z][^.:\n]{2,70})?)"
    r"(?P<stop>\.[ ][-–—])(?=\s+\S)"
)
"""A name with a full stop and a dash: "President. – ", "Rude, Commission. – "."""
_FRENCH_STOP = re.compile(
    r"(?P<name>(?:M\.|Mme|Mlle|MM\.)[ ](?:(?:le|la|les)[ ]|l[’'])?[^\W\d_][\w’'-]*"
    r"(?:[ ](?:[^\W\d_a-z][\w’'-]*|(?:vice-)?président(?:e)?|ministre|rapporteur|commissaire|secrétaire|d[’']\w+|"
    r"de|des|du|la|l[’']\w+|aux?|et|général|d[’']État)){0,9})"
    r"(?P<qualifiers>(?:,? \([^()\n]{2,50}\))?(?:, [^\W\d_A-Z][^.:!?\n]{3,90})?)(?P<stop>\.)"
    r"(?=\s+[^\W\d_a-z…«\"(])"
)
"""Who speaks in a French parliament: "M. le président.", "M. Paul Rude, ministre des ports."."""
_PLAIN_STOP = re.compile(
    rf"(?P<name>[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+){{0,2}}|(?:[A-Z]\.[ ]?){{0,2}}[A-Z]\.(?=[ ]?[–—]))"
    rf"{_QUALIFIERS}(?P<stop>(?:\.[ ]?[-–—]|[ ]?[–—]|\.)(?=\s+\S)|(?:--|[–—])(?=[\"“‘(\[]?[^\W\d_a-z]))"
)
_COUNSEL = re.compile(
    r"(?P<name>(?:Counsel|Solicitor|Attorney|Advocate|Proctor|Barrister|COUNSEL|SOLICITOR|ATTORNEY) (?i:for)"
    r"(?: (?i:the))?(?: [\w’'-]+){1,3})(?P<qualifiers>)(?P<stop>[.:])(?=\s+\S)"
)
"""Who speaks for a side in court, in words of which not all have capitals: "Counsel for the prisoners."."""
_VOICE_STOP = re.compile(
    r"(?P<name>(?:(?:A|An|One|Another|Several|Many|Unidentified|Unknown)[ ](?i:voices?|shouts?|cries|correspondent|"
    r"reporter|speaker|questioner|member|delegate|heckler)|Voices?|VOICES?|Shouts|Cries|"
    r"(?:Une|Plusieurs|Diverses|Nombreuses) voix|(?:Un|Plusieurs|Quelques|Divers) (?:membres?|députés?|sénateurs?)|"
    r"Voix|VOIX|Stimmen?|Zurufe?|Una voz|Varias voces|Voces|"
    r"(?:Una )?[Vv]oce|Voci)"
    r"(?:[ ](?:from|in)[ ](?:the[ ])?\w+|"
    r"[ ](?:à|au|sur|de)[ ](?:la[ ]|l[’'])?[\w’-]+(?:[ ](?:gauche|droite|centre))?)?)"
    rf"{_QUALIFIERS}(?P<stop>\.)(?=\s+\S)"
)
"""Somebody whom nobody named, with a full stop: "A voice. Yes.", "Voice from the floor. Right!"."""
_QUESTION = re.compile(
    r"(?P<name>[QA])(?P<qualifiers>(?:\.?[ ]?\d{1,3})?(?:\.? to [^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})?)"
    r"[^\S\n]?(?P<stop>[.:])(?=\s+\S)"
    r"(?!\s+\((?:(?i:by) |(?!(?:In|Through|From|To)\b)[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}, [A-Z][^()\n]{1,40}\)))"
)
_NUMBERED_QUESTION = re.compile(
    r"(?P<name>Question|QUESTION|Answer|ANSWER)(?P<qualifiers>[ ](?:Nos?\.[ ]?)?\d{1,3}(?:[.-]?[a-z])?)"
    r"[^\S\n]?(?P<stop>[.:])(?=\s+\S)"
)
"""A question or an answer with its number, as members of a committee send them to a witness: "Question 2. Why …"."""
_QUESTION_BY = re.compile(
    r"(?P<name>[QA])(?P<qualifiers>\.?[^\S\n]\((?:(?i:by) [^()\n]{2,60}|(?!(?:In|Through|From|To|Interpretation)\b)"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}, [A-Z][^()\n]{1,40})\))[^\S\n]?(?P<stop>[.:]?)(?=\s+\S)"
)
_BARE = re.compile(
    r"(?P<name>[QA])(?P<qualifiers>(?:[ ]\((?:(?i:continuing|resuming|interposing|interrupting|reading|laughing))\))?)"
    r"(?P<stop>)(?=[^\S\n]+\S)"
)
"""A question or an answer, with a stop or without, and who asks if a bracket says so: "Q. (By Mr. Holm) When?"."""
_INITIAL = re.compile(
    r"(?P<name>[^\W\d_a-z]{1,2})(?P<qualifiers>)(?P<stop>\.)"
    r"(?=\s+[\"“‘(\[…—–]*[^\W\d_a-z])(?!\s+(?:[^\W\d_a-z]\.|"
    r"(?!(?:Here|There|It|He|She|They|We|You|That|This|These|What|Who|Where|How|Which|All|Nobody|Everybody|Nothing)\b)"
    r"[^\W\d_a-z][\w’'\-]+,? (?:\w+ly )?(?:said|asked|"
    r"told|thought|was|is|had|has|would|will|of|and|\w+ed|and [A-Z][\w’'\-]+)\b))"
)
"""One or two letters with a full stop before what is said, and not before what is said of somebody."""
_PRESS = rf"(?:the[ ])?{_WORD}(?:[ ](?:{_WORD}|of|and|the|für|der|des|und|\([A-Z][\w. ]{{1,20}}\))){{0,6}}"
_ASKED = re.compile(rf"(?:Q|Question)\.\s+{_NAME}(?P<qualifiers>)(?:,[ ](?P<paper>{_PRESS}))?(?P<stop>:)(?=\s+\S)")
"""A question whose asker is named, and whom he or she asks for: "Q. Anders Holm, Politiken:"."""
_PAPER = re.compile(
    rf"(?P<name>{_WORD}(?:[ ]{_WORD}){{1,3}})(?P<qualifiers>),[ ]"
    rf"(?P<paper>{_PRESS})"
    r"[ ]?(?P<stop>:)(?=\s+\S)"
)
"""Who asks at a press conference, and whom for, without "Q.": "Anders Holm, Evening Post:"."""
_ASKED_OF = re.compile(r"to (?P<who>[^\W\d_a-z].*)")
"""Whom a question is put to: "Q. to Holm."."""
_QUALIFIER = re.compile(r"[^\S\n]?[(\[]([^()\[\]\n]*)[)\]]")
_COMRADES = frozenset({"tov", "com", "cde", "comrade", "elvtárs", "elvtars", "soudruh", "towarzysz"})
"""How comrades are addressed, in small letters, before or behind a name: "tov. Marin:", "Farkas elvtárs:"."""
_ABBREVIATED = frozenset("hon rt mr mrs dr rev st gen col capt lt sen rep prof".split())
_LINKS = PARTICLES | _COMRADES | {"and", "or", "the", "for", "a", "an", "&", "pro", "tem", "tempore"}
_SPACE = re.compile(r"\s*")


class Direction(NamedTuple):
    """A direction in a label, as offsets with its brackets, its type, and to whom the turn is said, if it says so."""

    start: int
    end: int
    type: str
    addressee: str


class Label(NamedTuple):
    """A label read from the head of a text; offsets count its characters.

    ``end`` is where the label ends as it is kept, ``stop_start`` and ``stop_end`` enclose the colon or full stop.
    ``name`` is the speaker's name in it, ``short`` the short form it defines, ``asker`` who a bracket says asks.
    ``shape`` is "colon", "capitals", "plain" (a name with a full stop or dash, which needs more evidence), "bracketed",
    "question", "bare" (a question or an answer without a stop), "asked" (a question whose asker is named), "paper" (an
    asker and his paper without "Q."), "initial" (one or two letters and a full stop), "voice" (somebody unnamed, with a
    full stop), "line" (a name on a line of its own, without a stop), "marked" (a name after a section mark, which may
    touch what is said), "asks" (a name after a number, before what is asked), "emphasised" (a name set apart by its
    type, without a stop) or "log" (a call sign after the time, without a stop). ``stop`` is what ends it, ``is_alone``
    says that a line ends there. ``meant`` is the label that this one is a misreading of.
    """

    name: str
    end: int
    stop_start: int
    stop_end: int
    shape: str
    short: str = ""
    office: str = ""
    direction: Direction | None = None
    sic: tuple[int, int] | None = None
    asker: str = ""
    stop: str = ""
    meant: str = ""
    is_alone: bool = False


_SHAPES = (
    ("asked", _ASKED),
    ("colon", _EXAMINES),
    ("colon", _COLON),
    ("bracketed", _BRACKETED),
    ("question", _QUESTION),
    ("question", _NUMBERED_QUESTION),
    ("question", _QUESTION_BY),
    ("capitals", _FULL_STOP),
    ("capitals", _TITLED_STOP),
    ("capitals", _FRENCH_STOP),
    ("voice", _VOICE_STOP),
    ("plain", _COUNSEL),
    ("plain", _STOP_AND_DASH),
    ("plain", _PLAIN_STOP),
    ("paper", _PAPER),
    ("bare", _BARE),
    ("initial", _INITIAL),
)


def read_label(text: str) -> Label | None:
    """Return the label at the head of a text (its first ``REACH`` characters are enough), or None."""
    for shape, pattern in _SHAPES:
        match = pattern.match(text)
        is_told = shape == "voice" or pattern in {_FRENCH_STOP, _COUNSEL}
        if match is None or not (is_told or _is_name_shaped(match["name"]) or VOICE.fullmatch(match["name"])):
            continue
        if shape == "paper" and not _names_asker(match["name"], match["paper"]):
            continue
        if shape in {"plain", "capitals"} and len(match["name"]) < 6 and match["name"].strip(".").lower() in ADDRESS:
            continue
        if shape == "colon" and (_has_stop(match["name"]) or _calls_on(match["name"])):
            continue
        if shape != "asked" or _names_asker(match["name"], match["paper"]):
            return labelled(match, shape)
    return None


def _calls_on(name: str) -> bool:
    """Tell whether a question's label and the office of who is asked stand before the colon: "Q. Mr. Minister:"."""
    label, *words = name.split()
    plain = [word.strip(".").lower() for word in words]
    return label in {"Q.", "A."} and bool(plain) and all(word in ADDRESS or word in OFFICES for word in plain)


def _names_asker(name: str, paper: str | None) -> bool:
    """Tell whether words behind "Q." name who asks, and do not call on who is asked: "Q. Mr. Minister: do you …"."""
    words = [word.strip(".").lower() for word in name.split()]
    named = [word for word in words if word not in ADDRESS]
    return bool(named) and not OFFICES & set(named) and (bool(paper) or len(words) > 1)


def _has_stop(name: str) -> bool:
    """Tell whether a label with full stop stands before the colon: "ZHUKIN. Explain:"."""
    return re.match(r"[^\W\d_a-z]{4,}\.\s+[^\W\d_a-z][a-z]", name) is not None


def _is_name_shaped(name: str) -> bool:
    """Tell whether each word has a capital, is a figure, or joins names."""
    words = name.replace("[", "").replace("]", "").split()
    first = words[0]
    caseless = first.lower() == first.upper() and first[0].isalpha()
    if not (first[0].isupper() or first.lower() in {"the", "al"} or first.strip(".") in _COMRADES or caseless):
        return False
    if words[-1].lower() in _ABBREVIATED and len(words) > 1:
        return False  # cut at the stop of an abbreviation: "SOME HON. MEMBERS"
    return all(_is_label_word(word) for word in words[1:]) and any(w[0].isupper() or not w.isascii() for w in words)


def _is_label_word(word: str) -> bool:
    return not word[0].islower() or word.lower() in _LINKS or "-" in word[1:]


def labelled(match: re.Match[str], shape: str) -> Label:
    """Return the label that a match of one of the shapes tells."""
    name = re.sub(r"^([A-Z][a-z]{1,3}),", r"\1.", " ".join(re.sub(r"[\[\]]", "", match["name"]).split()))
    if shape == "capitals" and "." not in match["stop"] and not ADDRESSED.match(name):
        shape = "plain"
    is_alone = match.string[match.end("stop") :].lstrip(" ").startswith("\n")
    label = Label(name, match.end("name"), match.start("stop"), match.end("stop"), shape)
    label = label._replace(stop=match["stop"].strip(), is_alone=is_alone)
    if match.groupdict().get("aside"):
        label = label._replace(direction=Direction(*match.span("aside"), "delivery", ""))
    if shape in {"asked", "paper"}:
        return label._replace(end=match.start("stop"), office=match["paper"] or "")
    if shape == "bracketed":
        return label
    if shape == "question":
        if asked := _ASKED_OF.search(match["qualifiers"]):
            start = match.start("qualifiers") + asked.start()
            return label._replace(direction=Direction(start, match.end("qualifiers"), "delivery", asked["who"]))
        asker = re.sub(r"^[\W\d]*(?:[Bb][Yy] )?", "", match["qualifiers"]).strip(" .()")
        asker, _, paper = asker.partition(", ")
        return label._replace(end=match.end("qualifiers"), asker=asker, office=paper)
    for qualifier in _QUALIFIER.finditer(match["qualifiers"]):
        start = match.start("qualifiers") + qualifier.start()
        label = _qualified(label, qualifier.group(), qualifier[1].strip(), start)
    return label


def _qualified(label: Label, written: str, words: str, start: int) -> Label:
    """Return a label with what a bracket after the name says."""
    end = start + len(written)
    opening = start + len(written) - len(written.lstrip())
    if words[:3].lower() == "by " and label.name.lower() in {"q", "question"}:
        return label._replace(end=end, asker=words[3:])
    if words.lower().startswith("sic"):
        return label._replace(end=end, sic=(opening, end))
    if (short := SHORT_FORM.fullmatch(words)) and SHORT_FORM_SIGN.search(words):
        return label._replace(end=end, short=short["short"].strip())
    if _are_initials(words, label.name):
        return label._replace(end=end, short=words)
    if addressee := ADDRESSEE.fullmatch(words):
        return label._replace(direction=Direction(opening, end, "delivery", addressee["who"].strip()))
    if kind := is_direction(words) or ("delivery" if words[:1].islower() else ""):
        return label._replace(direction=Direction(opening, end, kind, ""))
    return label._replace(end=end, office=words if words[:1].isalpha() else "")


def _are_initials(words: str, name: str) -> bool:
    """Tell whether a bracket holds initials of the name before it: "PRESIDENT HALVARD (H)"."""
    letters = iter(word[0] for word in name.split())
    return words.isupper() and words.isalpha() and len(words) < 5 and all(letter in letters for letter in words)


def after_space(text: str, position: int) -> int:
    """Return the offset of the first character after white space."""
    match = _SPACE.match(text, position)
    return match.end() if match else position
