"""Who writes to whom, as a line at the head says it: "Mr. Calder to Mr. Frelin.", "Orm to Falk, 3 May 1783"."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates

TOLD = "title that says who writes to whom"
"""Why a line became a head that names sender and addressee."""
_MOST_WORDS = 18
_LONGEST = 220
_NUMBER = r"(?:(?:No\.\s?)?\d{1,4}[.:]?\s+(?=\D))?"
_TITLES = (
    r"Mr|Mrs|Messrs|Dr|Sir|Lord|Lady|Earl|Count|Baron|Prince|Duke|Marquis|Viscount|General|Colonel|Admiral|Commodore|"
    r"Captain|Señor|Senhor|Herr|Monsieur|M|Marshal|Comrade|Cde|Premier|Chairman|President|Secretary|Minister|"
    r"Ambassador|Charg[ée]|Consul|Department|Ministry|Embassy|Legation|Mission|Delegation|Office|Government|Commission|"
    r"Commissioner|Governor|Committee|Politburo|Presidium|Council|Counsel+or|Attach[ée]|Agent|Representative|King|Queen|"
    r"Emperor|Cabinet|Bureau|Director|Chief|Commander|Major|Lieutenant|Brigadier|Judge|Mayor|Senator|Professor|Prof|"
    r"Rev|Reverend|Bishop|Archbishop|Cardinal|Father|Abbot|Patriarch|Sultan|Sheikh|Shaikh|Sheik|Emir|Amir|Nawab|"
    r"Maharaja|Raja|Rajah|Khan|Pasha|Bey|Sherif|Sharif|Imam|Ras|Dejazmach|Fitaurari|Kaid|Sayyid|Chieftain|Princess"
)
_TITLED = re.compile(rf"(?<![\w])(?:{_TITLES})(?![\w])")
_SMALL = (
    "of the in for and at ad interim de la le du des von van der den zu his her on del di da dos y e en near to und an "
    "a as"
).split()
_BETWEEN = frozenset({*_SMALL, "to", "from", "dated", "undated", "via", "through"})
_WORD = re.compile(r"\(?\s?(?:[dl][’'])?[A-ZÀ-ÖØ-ÞĀ-Ž“\"][\w’'.\-]*”?,?\s?\)?,?|\[[^\[\]]{1,40}\],?|&")
_GENRE = re.compile(
    r"(?P<kind>(?:DESPATCH|DISPATCH|LETTER|TELEGRAM|(?:(?:Cipher(?:ed)?|Coded|Draft|Circular|Personal|Secret|Joint|Oral|Top|Special)\s)*(?:Telegrams?|Cables?|"
    r"Cablegrams?|Letters?|Memorandum|Note|Dispatch|Despatch|Message|Airgram|Instruction|Despatch|Report))"
    r"(?:\sNo\.?\s\S+)?)\s?,?\s(?i:from)\s",
)
_JOINT = re.compile(r",?\s(?i:to)\s")
_JOINED = re.compile(r"\b(?:[Tt]o|TO)\s")
_OF_AN_OFFICE = re.compile(
    r"(?:Ambassador|Minister|Envoy|Aide|Assistant|Adviser|Advisor|Representative|Delegate|Counsel+or|Secretary|"
    r"Attach[ée]|Mission|Delegation|Embassy|Legation|Commissioner)$"
)
"""Words behind which "to" belongs to an office: "the Ambassador to Velmaria"."""
_TURNED = re.compile(r"To:?\s(?P<addressee>.+?),?\sfrom\s(?P<sender>.+)|From\s(?P<first>.+?)\sto\s(?P<second>.+)")
_FORMS_OF_ADDRESS = frozenset("Mr Mrs Dr Sir Lord Lady Earl Count Baron Prince General Herr Señor M the The".split())
_NO_NAMES = frozenset(
    "To From On In Appeal Return Introduction Answer Reply According Appendix Annex Address Letter Note Guide Visit "
    "Speech Report Message Telegram".split()
)
"""Words with which a line begins that names no sender: "Appeal to the Peoples", "Return to Lenka"."""


_COPIED = re.compile(r"^(?i:copy|extract|translation|paraphrase|text|draft|copies)(?i: of| from)(?i: an?| the)? ")
"""What a print says of a paper before its kind: "COPY of a DESPATCH from …"."""
_RECEIVED = re.compile(r"\s*[.,]?\s*[-–—]{0,3}\s*\((?:[Rr]eceived|[Rr]ec[’']?d\.?)\b[^()]{3,60}\)\.?$")
"""When a dispatch came, behind sender and addressee: "Sir P. Lorne to Lord Orme.—(Received March 22.)"."""


class Correspondence(NamedTuple):
    """The sender and the addressee named in one line, and whether offices or forms of address prove them persons."""

    sender: str
    addressee: str
    is_titled: bool


def correspondence_in(text: str) -> Correspondence | None:
    """Return who writes to whom according to a whole line, or None if it is no such line.

    A kind of document may stand before ("Letter From … to …"), a number too, and a date or the mark of a note behind.
    """
    text = _RECEIVED.sub("", text)
    if len(text) > _LONGEST or not _JOINED.search(text) or not all(map(_may_be_named, text.split())):
        return None
    core = _without_date(_COPIED.sub("", re.sub(_NUMBER, "", text, count=1))).strip().rstrip(".,;: ")
    if turned := _TURNED.fullmatch(core):
        sides = (turned["sender"] or turned["first"], turned["addressee"] or turned["second"])
        return Correspondence(_plain(sides[0]), _plain(sides[1]), True) if all(map(_names, sides)) else None
    kind = _GENRE.match(core)
    found = _sides(core[kind.end() :] if kind else core)
    if not found:
        return None
    is_titled = bool(kind) or all(_TITLED.search(side) for side in found)
    return Correspondence(_plain(found[0]), _plain(found[1]), is_titled)


_TOPIC = re.compile(
    r",?\s(?:on|concerning|regarding|about|re|dated|asking|requesting|informing|forwarding|transmitting|reporting|"
    r"with regard to|with respect to|in (?:connection|response|reply|answer)|sobre|acerca de|über|betreffend|sur|"
    r"concernant|au sujet d[eu]|[,(]?\s?vom|del|du|am)\s(?=[“\"'‘«(]?[A-ZÀ-Ž\d]|the\s|his\s|her\s|their\s|its\s|an?\s|"
    r"la\s|el\s|le\s|die\s|der\s|das\s)"
)
"""What stands before the subject of a letter, or its day, in a title."""
_KINDS_ABROAD = (
    r"(?:Carta|Oficio|Telegrama|Despacho|Lettre|Dépêche|Télégramme|Lettera|Telegramma|Dispaccio|Brief|Schreiben|"
    r"Telegramm|Depesche)"
)
_ABROAD_KIND = re.compile(rf"{_KINDS_ABROAD}\s(?:(?:de|del|du|des|di|von|der|vom)\s|d[’'])?(?:(?:la|le|el|dem|der)\s)?")
_ABROAD = re.compile(
    rf"{_ABROAD_KIND.pattern}(?P<sender>[A-ZÀ-Ž].{{1,80}}?)\s"
    r"(?:al|a la|a|à la|à|aux?|an den|an die|an|alla|allo|ad)\s(?P<addressee>[A-ZÀ-Ž].{1,80})"
)
"""A title in another language: "Carta de A a B", "Brief von A an B"."""


def correspondence_in_title(title: str) -> Correspondence | None:
    """Return who writes to whom according to the title of a record, what it is about left out; None if it says neither.

    The title of a letter says its kind, unless it is no more than two names, with the number of an edition or a day.
    """
    words = " ".join(title.split())
    joint = _JOINED.search(words)
    topic = _TOPIC.search(words, joint.end() if joint else 0)
    told = correspondence_in(words[: topic.start()] if topic else words)
    if told is None:
        return correspondence_abroad(words)
    kind = _GENRE.match(re.sub(_NUMBER, "", words, count=1))
    is_letter = kind is not None and not kind["kind"].startswith("Report")
    is_numbered = topic is None and re.match(r"\d{1,4}\s", words) is not None
    is_titled = _TITLED.search(told.sender) is not None and _TITLED.search(told.addressee) is not None
    return told if is_letter or is_numbered or is_titled else None


def correspondence_abroad(title: str) -> Correspondence | None:
    """Return who writes to whom according to a title in another language than English, what it is about left out."""
    words = " ".join(title.split())
    kind = _ABROAD_KIND.match(words) if len(words) <= _LONGEST else None
    if kind is None:
        return None
    topic = _TOPIC.search(words, kind.end())
    told = _ABROAD.fullmatch(_without_date(words[: topic.start()] if topic else words).strip(" .,"))
    return Correspondence(_plain(told["sender"]), _plain(told["addressee"]), True) if told else None


def _sides(core: str) -> tuple[str, str] | None:
    """Return the words on either side of the "to" between two names; one that is part of an office comes last."""
    joints = sorted(_JOINT.finditer(core), key=lambda joint: bool(_OF_AN_OFFICE.search(core[: joint.start()])))
    for joint in joints:
        sender, addressee = core[: joint.start()], core[joint.end() :]
        if _OF_AN_OFFICE.search(sender) and not _TITLED.search(addressee):
            continue
        if _names(sender) and _names(addressee):
            return sender, addressee
    return None


def _may_be_named(word: str) -> bool:
    """Tell whether a word is none of running text: it has a capital or a sign, or is one that stands between names."""
    return not word.strip(",.()").isalpha() or not word.strip("(")[:1].islower() or word.strip(",()") in _BETWEEN


def _without_date(text: str) -> str:
    """Return a line without the date at its end and the mark of a note glued to it."""
    bare = re.sub(r"(?<=[\w)\]])\s?\d{1,3}$", "", text.rstrip()) if not find_dates(text) else text
    dates = find_dates(bare)
    return bare[: dates[-1].start].rstrip(" ,(") if dates and not bare[dates[-1].end :].strip(" .,)") else bare


def _names(side: str) -> bool:
    """Tell whether words name somebody: capitalised words, and small ones only between them."""
    words = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", side)).split()
    if not 1 <= len(words) <= _MOST_WORDS or not (words[0][:1].isupper() or words[0] in {"his", "the"}):
        return False
    if words[0] in _NO_NAMES or all(word.strip(",.") in _FORMS_OF_ADDRESS for word in words):
        return False
    spread = re.sub(r"\[[^\[\]]*\]", "X", " ".join(words)).split()
    return all(word.strip(",()") in _SMALL or _WORD.fullmatch(word.strip("()")) for word in spread) and (
        spread[-1].strip(",()") not in _SMALL
    )


def _plain(side: str) -> str:
    """Return a sender or addressee without article, stop, or space within parentheses."""
    words = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", side)).strip(" .,")
    return re.sub(r"^(?:The|the)\s", "", words)
