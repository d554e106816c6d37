"""The name in one part of a list of persons, with what stands before and after it: "Ambassador V. Orlov (Norvania)"."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.participants.late import late_name
from diple.recognisers.participants.places import is_capital, is_house
from diple.recognisers.participants.trades import is_trade
from diple.recognisers.participants.wording import (
    ACRONYM,
    ADDRESS,
    COUNTRIES,
    INSTITUTIONS,
    NATIONS,
    NO_NAMES,
    OFFICES,
    PARTICLES,
    is_office_word,
    vocabulary,
)

_WORD = re.compile(r"\(|[—–]|[^\s,;()—–]+")
INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?){1,3}|[^\W\d_a-z]")
"""One name's initials: "A.", "A.B.", "J.-P.", "A"."""
_LEAD_IN = re.compile(
    r"(?:(?:and|also:?|as well as|both|with|by|including|namely|the following|of)\s+)+|"
    r"\([^()]{3,60}\)\s+(?=[A-Z])|(?:later|zeitweise|ferner|außerdem|als Gast|(?:for|für|zu) "
    r"(?:Items?|Punkt|TOP|P\.|[A-ZÄÖÜ]\w+)(?: ?\d[\d ,–-]*)?|später)\s?:\s+|"
    r"(?:le|la|el|il|los|les)\s(?=(?:vocales|miembros|concejales|consejeros|membres|conseillers|adjoints|maréchal|général|señor|signor|ministr|président|president|comte|docteur|amiral))",
    re.I,
)
_DESK = re.compile(
    r"(?P<desk>(?:(?:[A-Z]{1,5}|[A-Z]/[A-Z]{1,4})(?:/[A-Z]{1,4})*))\s?(?:—|–|--|-)\s?"
    r"(?=(?:Mr|Mrs|Miss|Ms|Dr|Amb|Gen|Col|Ambassador)\b)"
)
"""The desk of a ministry before the name of who sits at it: "EUR—Mr. Holm"."""
_RANK = re.compile(
    r"(?:General of the (?:Army|Air Force)|Marshal of the (?:Royal Air Force|Soviet Union)|Admiral of the Fleet|"
    r"Fleet Admiral|Field[- ]Marshal)\s+(?=[A-Z]|the (?:Right|Rt))"
)
"""Ranks of several words before a name."""
_HOUSE = re.compile(r"(?:White House|State Department|Foreign (?:Office|Ministry)|War Office)\s+(?=[a-z])")
"""A house that stands before an office: "White House envoy"."""
_PEER = re.compile(
    r"(?:(?:The|the) )?(?P<name>"
    r"(?:EARL|MARQUESS|MARQUIS|VISCOUNT|DUKE|LORD|Earl|Marquess|Marquis|Viscount|Duke|Count|Prince) "
    r"(?:OF|of) (?:THE |the )?[^\W\d_a-z][\w’'-]+(?: AND | and )?(?:[^\W\d_a-z][\w’'-]+)?)(?=[,.;( ]|$)"
)
"""A title that is a name: "The EARL OF HARBROOK"."""
_BARON = re.compile(
    r"\b(?:EARL|MARQUESS|VISCOUNT|LORD|BARON|Earl|Marquess|Viscount|Lord|Baron) "
    r"(?P<name>(?!(?i:president|chancellor|mayor|privy|advocate|chamberlain|justice|lieutenant|chief|provost|warden|"
    r"secretary|high|keeper|commissioner|steward|of)\b)[^\W\d_a-z][\w’'-]+ (?:OF|of) [^\W\d_a-z][\w’'-]+)(?=[,.;( ]|$)"
)
"""A title before a name that has a place: "the VISCOUNT DALE OF HARBROOK"."""
_GLUED = re.compile(r"(?!(?:Mac|Mc|Fitz|De|Di|Du|Le|La|Van|Von)[A-Z])[A-Z][a-z’]{2,}(?=[A-Z]{2,5}(?:/[A-Z]{1,5})*$)")
"""A surname to which the initials of an office stick, as where a page sets them in small capitals: "HolmACDA"."""
_MARKS = re.compile(r"[*†‡]+$|(?<=[a-z])\d{1,2}$")
"""Marks of notes behind a name."""
_POSSESSIVE = re.compile(r"[’']s?$")
INVERTED = re.compile(
    r"(?P<surname>[^\W\d_a-z][\w’'\-]+),[ ]?"
    r"(?P<initials>(?:(?!(?:Mr|Ms|Dr|St|Lt|Mt)\.)[^\W\d_a-z][^\W\d_A-Z]?\.[ -]?){1,3}(?:(?<=\.)[A-Z]$)?)"
    r"(?=\s*(?:$|[,;)\n–—]|and\b))"
)
"""A surname and the initials behind it: "Varga, Iu.V."."""
_PREFIXED = re.compile(
    r"(?:al|el|ul|ad|an|ar|as|at|az|ed|ud|ash|ben|bin|ibn|bar|d[’']|de|af|o[’'])-?(?<=[-’'])[^\W\d_a-z][^\W\d_]"
)
"""A surname with a small particle that sticks to it: "al-Hamad", "d'Orey"."""
_HONOURS = vocabulary("M.P. Q.C. K.C. K.C.M.G. K.C.B. C.M.G. C.B. C.H. O.B.E. D.S.O. M.A. Ph.D. J.P.")
"""Letters after a name that are no initials."""


class Found(NamedTuple):
    """A name in a part of a list: its offsets there, what stands before it, and what behind it with its offset."""

    start: int
    end: int
    lead: str
    rest: str
    rest_start: int
    is_late: bool = False


def is_office(words: str) -> bool:
    """Tell whether a part of a list is, or holds, an office."""
    first = _LEAD_IN.sub("", words.strip()).split(" ")[0]
    if first[:1].islower() and first not in PARTICLES:
        return True
    return any(is_office_word(word) for word in words.split())


def is_inverted(before: str, after: str) -> bool:
    """Tell whether the initials behind a comma are those of a surname before it, which has no given name of its own."""
    words = before.split()
    match = INVERTED.match(f"{words[-1]}, {after}") if words else None
    if match is None or match["initials"].strip() in _HONOURS - {"M.A."}:
        return False
    lead = words[-2].strip(".,").lower() if len(words) > 1 else "and"
    return lead in ADDRESS | OFFICES | {"and", "by", "with"} or words[-2].endswith((",", ";", ":"))


_OF_STATES = re.compile(r"U\.\s?S\.(?:\s|$)")
"""What looks like initials and is a country: "U. S. Navy"."""


def name_in(words: str) -> Found | None:
    """Return the name in one part of a list, with what stands before and after it."""
    found = None if _LORDS.match(words) else _name_in(words)
    if (
        found is None
        or is_house(words, found.start, found.end, found.lead)
        or _OF_STATES.match(words, found.start)
        or _UNITED.match(words[found.start : found.end])
    ):
        return None
    state = _end_of_state(words, found)
    behind = name_in(words[state:]) if state else found
    if behind is None or not state:
        return behind
    lead = f"{words[:state].strip()} {behind.lead}".strip()
    return Found(state + behind.start, state + behind.end, lead, behind.rest, state + behind.rest_start, True)


def _end_of_state(words: str, found: Found) -> int:
    """Return where a state ends whose name, or the beginning of it, was read as a person's; 0 if none was."""
    if named := _STATE.match(words, found.start):
        return named.end()
    first, _, more = words[found.start : found.end].partition(" ")
    is_of = _SERVED.search(found.lead) is not None
    return found.start + len(first) + 1 if is_of and more and first.lower() in COUNTRIES else 0


_STATE = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:Republic|Kingdom|Union|Emirates?|Federation|Sultanate|Commonwealth|Empire)\b(?! of\b)"
)
"""The name of a state: "the Yemen Arab Republic"."""
_SERVED = re.compile(r"(?:^| )(?:of|to|in|from)$")


_UNITED = re.compile(r"(?:United|European) (?:Kingdom|States|Nations|Arab|Community|Economic)\b")
"""What begins like a name and is that of a state or union."""


_LORDS = re.compile(
    r"(?:[Tt]he )?(?:(?:First|Second|Third|Fourth|Fifth|Civil|Junior) (?:Sea )?Lord|"
    r"Lord (?:Justice|Privy Seal|President|Chancellor|Mayor|Advocate|Chamberlain|Lieutenant|Provost))\b"
)
"""Offices that end in what is a title elsewhere."""


_IN_ROUND = re.compile(
    r"(?:[-–—:]\s*)?(?:(?:The|the|His Worship|Her Worship|His Excellency) )*(?P<office>[A-Z][^()\d]{2,90}?) "
    r"\((?=(?:(?:The )?(?:Rt\.?|Right)? ?Hon|Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady|Cr|Clr|Cllr|Councillor|Ald|Alderman|"
    r"Comrade|"
    r"Cde|Col|Colonel|Capt|Captain|General|Prof|Professor|Rev|M|Herr|Frau|Senator|Sr)\b)(?P<who>[^()]{3,60})\)"
)
"""Who holds an office, in parentheses behind it: "The Mayor (Cr. A. Holm)"."""

_HELD_BY = re.compile(
    r"[Tt]he (?P<office>[A-Z][a-z]+(?:[ -](?:of |for |the )*[A-Z][a-z]+){0,4}) "
    r"\((?P<who>(?:(?!Esq)[A-Z][\w’'-]*\.? ?){1,3}(?<=[ .])(?!Esq)[A-Z][a-z’'][\w’'-]+)(?:,? Esq(?:r|re|uire)?\.?)?\)"
)
"""The same where the name has no title: "The Mayor (Samuel Holm Esqre)"."""
_HELD_BARE = re.compile(
    r"(?P<office>[A-Z][a-z]+(?:[ -](?:of |for |the )*[A-Z][a-z]+){0,4}) "
    r"\((?P<who>(?:[A-Z]\. ?){1,3}[A-Z][a-z’'][\w’'-]+)\)"
)
"""The same without an article, the name having initials: "Town Clerk (A. B. Holm)"."""


def _in_round(words: str) -> Found | None:
    match = _IN_ROUND.match(words)
    if (
        match is None
        and (held := _HELD_BY.match(words) or _HELD_BARE.match(words))
        and not any(map(_is_no_name, held["who"].split()))
    ):
        match = held
    if match is None or not is_office(match["office"]):
        return None
    found, shift = _name_in(match["who"]), match.start("who")
    if found is None:
        return None
    rest = words[match.end() :]
    return Found(shift + found.start, shift + found.end, match["office"], rest.strip(), match.end())


def _is_no_name(word: str) -> bool:
    """Tell whether a word is a nation's or of an office, and so of no person's name."""
    plain = word.strip(".,").lower()
    return plain in NATIONS | COUNTRIES | NO_NAMES or is_office_word(word)


def _name_in(words: str) -> Found | None:
    if (held := _in_round(words)) is not None:
        return held
    if (desk := _DESK.match(words) or _RANK.match(words)) and (found := _name_in(words[desk.end() :])):
        shift = desk.end()
        lead = f"{desk.groupdict().get('desk', 'General')} {found.lead}".strip()
        return found._replace(
            start=found.start + shift, end=found.end + shift, lead=lead, rest_start=found.rest_start + shift
        )
    if (turned := INVERTED.search(words)) and is_inverted(words[: turned.end("surname")], turned["initials"]):
        start, end = turned.start(), turned.start() + len(turned.group().rstrip())
        return Found(start, end, words[:start].strip(), words[end:].strip(), end)
    if peer := _PEER.search(words) or _BARON.search(words):
        start, end = peer.span("name")
        return Found(start, end, words[: peer.start()].strip(), words[end:].strip(), end)
    lead_in = _LEAD_IN.match(words) or _HOUSE.match(words)
    tokens = list(_WORD.finditer(words, lead_in.end() if lead_in else 0))
    first = 0
    while first < len(tokens) and _is_lead(tokens, first):
        first += 1
    last = first
    while last < len(tokens) and last - first < 6 and _is_name_word(tokens, first, last):
        last += 1
        if _POSSESSIVE.search(tokens[last - 1].group()) or _GLUED.match(tokens[last - 1].group()):
            break
    while last > first and tokens[last - 1].group() in PARTICLES:
        last -= 1
    if last == first:
        late = late_name(words)
        return (
            Found(late.start, late.end, words[: late.start].strip(), words[late.end :].strip(), late.end, True)
            if late
            else None
        )
    start, end = tokens[first].start(), _name_end(tokens[last - 1])
    lead = words[tokens[0].start() : start].strip()
    return None if is_capital(words[start:end], lead) else Found(start, end, lead, words[end:].strip(), end)


def _name_end(token: re.Match[str]) -> int:
    """Return where a name's last word ends, without a possessive or the full stop of the sentence."""
    word = token.group()
    if glued := _GLUED.match(word):
        return token.start() + glued.end()
    if marks := _MARKS.search(word):
        return token.start() + marks.start()
    if possessive := _POSSESSIVE.search(word):
        return token.start() + possessive.start()
    ends_sentence = word.endswith(":") or (word.endswith(".") and len(word) > 3 and not INITIAL.fullmatch(word))
    return token.end() - ends_sentence


def _is_lead(tokens: list[re.Match[str]], place: int) -> bool:
    """Tell whether a word is an office, nation, title or institution before a name."""
    word, following = tokens[place].group(), tokens[place + 1 : place + 2]
    plain = word.strip(".,:[]").lower()
    if word in {"—", "–"}:
        return place > 0 and bool(following)
    if word == "C.C." and len(tokens) > place + 2 and INITIAL.fullmatch(tokens[place + 2].group()):
        return True  # comrades, before a surname that has initials of its own
    if word in {"Field-Marshal", "Rear-Admiral", "Vice-Admiral", "Air-Marshal"}:
        return bool(following)
    if word in {"Field", "Rear"} and following and following[0].group() in {"Marshal", "Admiral"}:
        return True
    if word == "H.E." and len(tokens) > place + 2 and not INITIAL.fullmatch(following[0].group()):
        return tokens[place + 2].group()[:1].isupper()
    is_plural = place == 0 and word.endswith("s") and bool(following) and following[0].group()[:1].isupper()
    if plain in OFFICES or plain in ADDRESS or ((word.islower() or is_plural) and is_office_word(word)):
        return bool(following)
    if is_trade(plain) and (word.islower() or (place > 0 and tokens[place - 1].group().lower() == "the")):
        return _names_follow(tokens, place, 1 + word[:1].isupper())
    if plain in NATIONS or word in INSTITUTIONS:
        return True
    if _POSSESSIVE.search(plain) and _POSSESSIVE.sub("", plain) in COUNTRIES:
        return bool(following)
    acronym = bool(ACRONYM.fullmatch(word)) and not INITIAL.fullmatch(word)
    addressed = place > 0 and tokens[place - 1].group().strip(".").lower() in ADDRESS - {"the"}
    name_follows = bool(following) and not following[0].group().strip(".,").isupper()
    initials_follow = len(tokens) > place + 2 and INITIAL.fullmatch(following[0].group()) is not None
    return acronym and not addressed and (name_follows or initials_follow)


def _names_follow(tokens: list[re.Match[str]], place: int, number: int) -> bool:
    """Tell whether so many words with capitals, which are no offices, stand behind a word."""
    words = [token.group() for token in tokens[place + 1 : place + 1 + number]]
    return len(words) == number and all(word[:1].isupper() and not is_office_word(word) for word in words)


def _are_initials(tokens: list[re.Match[str]], first: int, last: int) -> bool:
    """Tell whether letters that could be an honour end a list's part behind a surname alone: "Orlin M.A."."""
    return last == first + 1 == len(tokens) - 1 and tokens[last].group().count(".") == 2


_SURNAMES = frozenset({"Major", "Judge", "Bishop", "Marshal", "Chancellor", "Mayor", "Chief", "Consul", "Commander"})
"""Titles that are surnames as well, behind a given name."""


def _ends_name(tokens: list[re.Match[str]], first: int, last: int) -> bool:
    """Tell whether a word stands behind a given name at the end of its part, or before letters such as MP."""
    following = tokens[last + 1].group() if last + 1 < len(tokens) else "MP"
    return last == first + 1 and first > 0 and re.fullmatch(r"[A-Z]{2,3}", following) is not None


def _is_name_word(tokens: list[re.Match[str]], first: int, last: int) -> bool:
    word = tokens[last].group()
    plain = word.strip("[]“”\"'’.:")
    if not plain or not plain[0].isalpha() or (word.strip(",;") in _HONOURS and not _are_initials(tokens, first, last)):
        return False
    if word == "I" and last == first and not (last + 1 < len(tokens) and INITIAL.fullmatch(tokens[last + 1].group())):
        return False
    if INITIAL.fullmatch(word.strip("[]")):
        return True
    if last > first and word.strip(".,").lower() in {"comrade", "cde", "mr", "mrs"}:
        return False
    if word in PARTICLES or (word.isupper() and len(word) > 1 and word.lower() in PARTICLES):
        after = next((token.group() for token in tokens[last + 1 :] if token.group().lower() not in PARTICLES), "")
        return after[:1].isupper() and word.lower() != "of" and (word.islower() or after.strip(".,:").isupper())
    initialled = last > first and bool(INITIAL.fullmatch(tokens[last - 1].group()))
    if plain.lower() in NO_NAMES or ((plain.lower() in OFFICES or is_office_word(plain)) and not initialled):
        return plain in _SURNAMES and _ends_name(tokens, first, last)
    acronym = bool(ACRONYM.fullmatch(plain)) and not initialled
    addressed = 0 < last == first and tokens[first - 1].group().strip(".").lower() in ADDRESS - {"the"}
    shouted = last == first and len(plain) > 2 and not any(t.group()[1:2].islower() for t in tokens)
    runs_on = last > first and acronym and tokens[last - 1].group().isupper() and "." not in tokens[last - 1].group()
    shouted = shouted or addressed or runs_on or (last > first and _is_surname(tokens[last - 1].group(), plain))
    return begins_name(plain) and (not acronym or shouted)


def _is_surname(given: str, word: str) -> bool:
    """Tell whether a word in capitals is a surname by the given name in small letters before it: "Luis ARGUEDAS"."""
    is_given = given.isalpha() and given[1:].islower() and not is_office_word(given) and len(given) > 2
    return is_given and _SHOUTED.fullmatch(word) is not None and word not in INSTITUTIONS


_SHOUTED = re.compile(r"(?=[^AEIOUÀ-ÖØ-Ý]*[AEIOUYÀ-ÖØ-Ý])[^\W\d_]{5,}(?:[-’'][^\W\d_]{2,})*")
"""A word of five letters or more that can be spoken, which initials of an office seldom can."""


def begins_name(word: str) -> bool:
    """Tell whether a word may begin a name: with a capital, or a particle that sticks to one ("al-Hakim")."""
    return word[:1].isupper() or _PREFIXED.match(word) is not None
