"""What opens a list of persons, or a group in it: its label, a side, a country, an agency, a role."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.frame.conventions import FIELDS
from diple.recognisers.participants.contents import LONGEST, SENTENCE, names_only, names_somebody
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import (
    ACRONYM,
    ADDRESS,
    COUNTRIES,
    COUNTRY_LABEL,
    LABELLED_ROLES,
    LIST_LABEL,
    NATIONS,
    SIDE_LABEL,
    WHOSE_SIDE,
    LabelledRole,
)

HEAD = re.compile(
    rf"\s*(?P<label>{LIST_LABEL.pattern})(?P<mark>\s?\d{{1,3}}(?=\s*$)|\*)?\s*(?P<colon>(?::[—–-]?|\.[—–-](?=\s*\S)|\.(?=\s*(?:\n|$)))?)\s*",
    re.I,
)
"""The label of a list, a note's mark behind it: "Participants:", "Present 42"."""
_SIDE = re.compile(rf"\s*(?:{SIDE_LABEL.pattern})\s*(?P<colon>:?)\s*")
_WHOSE = re.compile(rf"{WHOSE_SIDE.pattern}(?P<colon>:?)\s*")
COUNTRY = re.compile(rf"\s*(?:{COUNTRY_LABEL.pattern})\s*(?P<colon>:)\s*")
ROLE = re.compile(r"\s*(?P<label>[A-Z][\w -]{2,30}?)\s*(?::|(?:\.\s?){3,}|…)\s*(?=\S)")
INNER_ROLE = re.compile(r"\s*(?P<label>[A-Za-z][\w -]{2,30}?)\s*(?::|(?:\.\s?){3,}|…)\s*(?=\S)")
_IN_CHAIR = re.compile(
    r"\s*(?P<label>Chaired(?: by)?|In the chair|Presiding|Presided over by|Minutes (?:taken|kept) by)\s*[,:]?\s+"
    r"(?=(?:the )?(?:[Cc]omrades?|[Cc]des?\.?|[Cc]om\.|Mr\.?|Mrs\.?|Dr\.?|[A-Z]))"
)
"""Who was in the chair, on a line of its own without a colon: "Chaired by Cde. Holm"."""
CHAIR_BEHIND = re.compile(
    r"(?P<who>.{3,80}?),?\s+(?i:(?:is |was )?(?:presiding|in the chair)|presided|took the chair|chairing)\s*[.;:,]?",
    re.S,
)
"""Who was in the chair, on a line of its own, said behind the name: "Cde. K. HOLM presiding."."""
INNER_HEAD = re.compile(
    rf"\n[^\S\n]*(?=[A-Z])(?:(?=(?:{LIST_LABEL.pattern})\s*:)|"
    rf"(?-i:(?=[A-Z]))(?=(?:{LIST_LABEL.pattern})\s*\.[^\S\n]*(?:\n|\Z)))",
    re.I,
)
_IS_VERB = re.compile(r"(?<!following )\b(?:was|were|are|is)\b", re.I)
BARE = re.compile(
    r"(?:[Tt]he )?(?:(?:(?i:United|Soviet|North|South|East|West)|People[’']s) )?[A-Z][\w.’'-]*"
    r"(?: (?:[Ss]ide|[Dd]elegation|[Ss]taff))?:?"
)
OFFICE_ALONE = re.compile(
    r"(?:[Tt]he )?(?P<office>(?:(?:Acting|Deputy|Vice|Under|Assistant|Foreign|Prime|First) ?)*"
    r"(?:Secretary|President|Premier|Minister|Ambassador|Chairman|Chancellor|Consul|Governor|Marshal|King|Queen|"
    r"Counsel+or|Director|(?:Attorney|Solicitor)[ -]General|Secretary[ -]General|General Secretary)"
    r"(?: (?:of|for) (?:the )?(?:State|Defen[cs]e|War|Navy|Treasury|Interior|Foreign Affairs|Finance|"
    r"(?:Foreign )?Trade|Commerce|Justice|Labou?r|Agriculture|Education|Culture|[A-Z]\w+))?)"
    r"(?:,?\s\(?(?:presiding|in the chair)\)?)?\.?(?:(?<=[a-z)])\d{1,3})?",
    re.I,
)
"""An office that stands for whoever holds it: "The Secretary"."""
_HOLDER = (
    r"(?:Secretary|President|Premier|Minister|Ambassador|Chair(?:man|woman|person)?|Chancellor|Consul|Governor|Marshal|"
    r"Counsel+or|Director|Administrator|Attorney[ -]General|Advis[eo]r|Assistant|Representative|Commissioner|"
    r"Comptroller|Chief|Commander|Mayor|Clerk|Speaker|Treasurer|Solicitor|Engineer|Surveyor|Delegate|Envoy|Attaché)"
)
_OFFICE = re.compile(
    rf"(?:[Tt]he )?(?P<office>(?:[A-Z][\w.’'&-]* ){{0,4}}{_HOLDER}(?:[ -]General)?"
    r"(?:(?:,| (?:of|for|to|at|in|on))(?: (?:the|and|&|of|for|to|in|on|[A-Z][\w.’'&/-]*))+)*)"
    r"(?:\s*\([^()]{3,60}\))?\.?(?:(?<=[a-z)])\d{1,3})?"
)
_NO_NATION = FIELDS.keys() | {"time", "date", "place", "notes", "text", "topic", "copy", "draft", "end"}
_ACRONYM = 6
"""The characters that initials of a country or institution stay below."""
_LONGEST_NAME, _READ = 80, 100_000
MEMBERS = re.compile(
    r"\s*(?:(?:Full|Candidate|Alternate|Permanent|Other|First|Deputy) )?(?i:members|secretaries|ministers|candidates|"
    r"delegates|directors|heads|advis[eo]rs|deputies|officials|experts)\b[^:\n;,]{0,60}\s*:\s*"
)
"""What those named behind it are, who are of no side: "Candidate members of the Bureau:"."""
_APOLOGIES = re.compile(
    r"\s*(?P<label>Apologies)(?: for (?:absence|non-attendance))? (?:were |was )?(?:also )?"
    r"(?:received |read )?from:? (?=\S)"
)
_BARE_CHAIR = re.compile(r"Chair(?:man|person)?|President|Secretary|Interview(?:er|ee)s?|Narrators?", re.I)
"""Labels that turns of a talk have too."""


def may_be_listed(draft: Draft, text: str, end: int) -> bool:
    """Tell whether persons alone stand behind a label; behind "Absent" it may be states that did not vote."""
    if re.match(r"absent|excused", text, re.I):
        return names_somebody(draft, text[end:])
    return names_only(draft, text[end:])


_STYLE = re.compile(
    r"^(?:(?:His|Her) (?:Excellency|Majesty|Honou?r|Worship|Grace|Lordship)|H\.\s?E\.|"
    r"The (?:Right )?Hon(?:\.|ourable)),? (?=(?:the )?[A-Z])"
)
"""How whoever holds an office is styled before it: "His Excellency the Governor"."""


def office_alone(text: str) -> str:
    """Return the office that a line of a list names and nobody with it: "Chairman, Joint Chiefs of Staff"; or ""."""
    words = _STYLE.sub("", text.strip(), count=1)
    if alone := OFFICE_ALONE.fullmatch(words):
        return alone["office"]
    office = _OFFICE.fullmatch(words) if len(words) < _LONGEST_NAME else None
    return office["office"] if office and not listed_persons(words) else ""


def is_head(head: re.Match[str], text: str) -> bool:
    """Tell whether a label is that of a list, and not the beginning of a sentence."""
    if len(text) >= LONGEST or _IS_VERB.search(head["label"]):
        return False
    return bool(head["colon"]) or head.end() == len(text) or _is_on_its_line(head, text)


def _is_on_its_line(head: re.Match[str], text: str) -> bool:
    """Tell whether a label without a colon has a line for itself, over lines that each begin with a capital."""
    if "\n" not in text[head.end("label") : head.end()] or not text[:1].isupper():
        return False
    lines = [line.strip() for line in text[head.end() :].split("\n") if line.strip()]
    return bool(lines) and all(line[0].isupper() and not SENTENCE.search(line[:-1]) for line in lines)


def end_of_sided_label(text: str) -> int:
    """Return the end of a list's label behind which a side stands, as in "Present from our side:", or 0."""
    head = HEAD.match(text)
    if head is None or head["colon"] or len(text) >= LONGEST or re.search(r"\n\s*(?!(?:from|on|for) the )[a-z]", text):
        return 0
    side = side_at(text, head.end())
    return head.end() if side and side.end() > head.end() and text[side.end() - 1] in ":\n " else 0


_SAID_BARE = re.compile(r"present|also present|attended(?: by)?|in attendance|participants|taking part|took part", re.I)


def end_of_bare_label(draft: Draft, text: str) -> int:
    """Return the end of a list's label before several persons on its line, without a colon ("Present Petek, Holm")."""
    head = HEAD.match(text)
    if head is None or head["colon"] or len(text) >= LONGEST or not text[:1].isupper():
        return 0
    end = head.end() + len(text[head.end() :]) - len(text[head.end() :].lstrip(". "))
    rest = _NEXT_LABEL.split(text[end:], maxsplit=1)[0]
    is_apart = _SAID_BARE.fullmatch(head["label"].strip()) and rest[:1].isupper() and re.search(r"[,;]", rest)
    return end if is_apart and names_somebody(draft, rest) else 0


_NEXT_LABEL = re.compile(rf"\.\s+(?=(?:{LIST_LABEL.pattern})\s*:)", re.I)
"""Where another label stands behind the first of those present: "Present. A, B. In attendance: C"."""
_GROUP_WORDS = re.compile(r"[A-Z][\w.’'/&-]*(?:,? (?:[A-Z][\w.’'/&-]*|of|the|and|for|&)){0,5}")


def is_group(text: str) -> bool:
    """Tell whether words may be the name of a country, party or agency over its people: "State", "White House"."""
    words = text.strip(" :")
    if len(words) > 45 or not _GROUP_WORDS.fullmatch(words) or OFFICE_ALONE.fullmatch(words):
        return False
    first = words.split()[0].strip(".").lower()
    return is_nation(words) or first not in ADDRESS - {"the"}


def side_at(text: str, position: int) -> re.Match[str] | None:
    """Return a side's label at a position that a colon or the end of the text closes."""
    for pattern in (_SIDE, _WHOSE):
        match = pattern.match(text, position)
        if match is not None and (match["colon"] or match.end() == len(text) or _is_inserted(text, match)):
            return match
    return None


def _is_inserted(text: str, match: re.Match[str]) -> bool:
    """Tell whether a side without a colon, as in "[from the Chinese side] Liu", stands before a name."""
    return re.match(r"\s*(?:from|on) the ", match[0]) is not None and text[match.end() : match.end() + 1].isupper()


def side_of(match: re.Match[str]) -> str:
    """Return the name of a side as its label has it: "Soviet side", "SED"."""
    named = match.groupdict()
    words = " ".join((named.get("side") or named.get("of") or "").split())
    return re.sub(r" (?:in attendance|attendees)$", "", words, flags=re.I)


_OF_STATE = re.compile(r"\b(?:Republic|Kingdom|Union|States|Federation|Empire)\b")


def _is_of_state(words: str) -> bool:
    """Tell whether words name a country: "Norvania", "the People's Republic of Norvania"."""
    return is_nation(words) or _OF_STATE.search(words) is not None


def unheaded_label(text: str) -> int:
    """Return the end of a side's or a role's label that needs no head over the list, or 0."""
    if (side := side_at(text, 0)) and side["colon"]:
        return side.end()
    country = COUNTRY.match(text)
    if country and text.startswith(("From ", "For ", "On ")) and _is_of_state(country["side"]):
        return country.end()
    role = ROLE.match(text)
    return role.end() if role and labelled_role(role["label"]) and not _BARE_CHAIR.fullmatch(role["label"]) else 0


def end_of_chair(draft: Draft, text: str) -> int:
    """Return the end of what says who was in the chair, before or behind a person alone and no sentence; or 0."""
    if behind := CHAIR_BEHIND.fullmatch(text):
        is_titled = behind["who"].split()[0].strip(".").lower() in ADDRESS and names_only(draft, behind["who"])
        return behind.end() if is_titled or names_somebody(draft, behind["who"]) else 0
    match = _IN_CHAIR.match(text)
    if match is None or len(text) - match.end() > _LONGEST_NAME:
        return 0
    name = re.sub(r"(?<![A-Z])\.+$", "", text[match.end() :].removeprefix("comrade "))
    return match.end() if names_only(draft, name) else 0


def role_at(text: str, position: int) -> tuple[LabelledRole, int] | None:
    """Return the role that a label at a position gives to the names behind it, and where the label ends."""
    match = INNER_ROLE.match(text, position) or _IN_CHAIR.match(text, position) or _APOLOGIES.match(text, position)
    row = labelled_role(match["label"]) if match else None
    return (row, match.end()) if match and row else None


def label_of_once(draft: Draft, text: str) -> int:
    """Return the end of a label such as "Chairman:" that stands once, before a name alone; or 0."""
    role = ROLE.match(text)
    if role is None or not _BARE_CHAIR.fullmatch(role["label"]) or len(text) > _LONGEST_NAME or text[-1] in "!?…":
        return 0
    if text[-1] == "." and not names_somebody(draft, text[role.end() : -1]):
        return 0
    label = re.compile(rf"^\W*(?:the )?{re.escape(role['label'])}\s*:", re.I | re.M)
    turns = [match for match in label.finditer(draft.text) if len(_line_at(draft, match.end())) > _LONGEST_NAME]
    return 0 if turns or len(label.findall(draft.text[:_READ])) > 2 else role.end()


def is_of_turns(draft: Draft, label: str) -> bool:
    """Tell whether a label such as "Chairman" comes back at the head of lines, as those of turns do."""
    if not _BARE_CHAIR.fullmatch(label):
        return False
    again = re.compile(rf"^\W*(?:the )?{re.escape(label)}\s*:", re.I | re.M)
    return len(again.findall(draft.lined[:_READ])) > _ONCE_OR_TWICE


_ONCE_OR_TWICE = 2


def _line_at(draft: Draft, offset: int) -> str:
    return draft.source.line_text(draft.source.line_of(offset))


def is_nation(text: str) -> bool:
    """Tell whether words name a country, or an institution by its initials."""
    words = text.strip(" :").removeprefix("The ").removeprefix("the ")
    is_known = words.lower() in NATIONS | COUNTRIES or words.split()[0].title() in {"United", "Soviet"}
    return is_known or (len(words) < _ACRONYM and bool(ACRONYM.fullmatch(words)) and words.lower() not in _NO_NATION)


def labelled_role(label: str) -> LabelledRole | None:
    """Return the role that a label such as "Interpreter" gives to the names behind it."""
    return next((row for row in LABELLED_ROLES if row.label.fullmatch(label.strip())), None)
