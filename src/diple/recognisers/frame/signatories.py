"""Lists of those who signed, as below appeals, open letters and resolutions: a person to a line, or all in a row."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.frame.conventions import COPIES, DISTRIBUTION_HEAD, INSTITUTION, OFFICE
from diple.recognisers.frame.footcells import ON_BEHALF
from diple.recognisers.frame.footforms import WITH_DEGREES
from diple.recognisers.frame.lines import Line, give, inner, is_prose

LABEL = re.compile(
    r"[\[(]?(?:(?:the )?(?:(?:initial|first|original|further) )?(?:signatories|signatures)|signers|signed(?: by)?|"
    r"undersigned|the following (?:have )?(?:also )?signed|(?:also|co-?) ?signed(?: by)?|(?:co|joint )-?signatories|"
    r"(?:the following )?(?:(?:have |has )?(?:also )?(?:(?:associated|joined|allied) themselves|declared their "
    r"(?:adherence|adhesion|support|solidarity|agreement)|adhered|joined|concurred)|adhere|adherents|endorsed by|"
    r"supported by)(?: (?:with|to|in) (?:this|the|our|its) [\w -]{3,30})?|"
    r"(?:the )?(?:letter|appeal|declaration|statement|resolution|petition) "
    r"(?:was|is|has been) signed by)[\])]?\s?[:,]?",
    re.I,
)
"""The line over a list of those who signed."""
_TITLE = (
    r"(?:(?:Prof|Dr|Rev|Fr|Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Capt|Captain|Col|Colonel|Maj|Major|Gen|General|Lt|Lieut|Cde|"
    r"Comrade|Father|Sister|Brother|Bishop|Archbishop|Academician|Corresponding Member|Professor|"
    r"Ing|Eng|Mag|Dipl|Hon|Mlle|Mme|MM|M|Mgr|Maître|Abbé|Père|Sœur|Herr|Frau|Frl|Fräulein|Signora?|Señora?|Sra?|Don|"
    r"Doña|Dom|Pani?|Tov)\.?\s){0,3}"
)
_WORD = r"[^\W\d_a-z][\w’'-]*(?:\(\w{1,12}\)[\w’'-]*)?\.?"
_LINK = r"(?:(?:de|von|van|der|den|la|le|al|el|bin|ibn|ben|abu|da|dos|du|di|del|della|af|av|ter|ten|zu|y|e) ){0,2}"
NAME = rf"{_WORD}(?:[ -]{_LINK}(?:(?:el|al|as|ad|an|ar|at|az|es|d|l)[-’'])?{_WORD}){{1,3}}"
_SIGNATORY = re.compile(
    rf"(?P<number>\d{{1,3}}[.)]\s|[-–—•·*]\s)?(?P<title>{_TITLE})"
    rf"(?P<name>{NAME}|{_WORD}, (?:{_WORD} ?){{1,2}}(?=,|\Z))(?:\s\((?P<aside>[^()]{{2,90}})\))?"
    r"(?:,\s(?P<office>[^!?;:]{2,100}?(?:\s\([^()]{2,60}\))?)|\s[–—-]\s(?P<dash>[^!?;:]{2,90}?))?[.,;]?"
)
_PERSON = rf"(?>{_TITLE}{NAME}(?:\s\([^()]{{2,60}}\))?)"  # as a whole or not: rows may be long
_ROW = re.compile(
    rf"(?:{_PERSON}(?:,\s?|;\s?|\s+and\s+|,\s+and\s+))+{_PERSON}\.?"
    rf"|(?:{_PERSON}(?:,\s[^,;:!?]{{2,60}})?;\s)+{_PERSON}(?:,\s[^,;:!?]{{2,60}})?\.?"
)
_FEWEST, _FEWEST_IN_ROW, _FEWEST_FOR_OTHERS = 3, 3, 2
"""The fewest lines, and names in a row, that are a list of signers without a label, and of lines below "For the …"."""


def find_signatories(lines: list[Line], kinds: list[str]) -> None:
    """Find the last lines that are persons, a line to each: under a label, or three and more with names of persons.

    Above a label another list may end, and so on.
    """
    end = _end_of_list(lines, kinds)
    if end > 1 and kinds[end - 1] == "row" and _is_label(lines[end - 2].text):
        kinds[end - 2] = "signatories"
    last = end
    while (first := _find_list(lines, kinds, last)) < last and first and kinds[first - 1] == "signatories":
        last = first - 1
    if first == end:
        return
    for number in range(end, len(kinds)):
        kinds[number] = kinds[number] or "loose"


def _find_list(lines: list[Line], kinds: list[str], end: int) -> int:
    """Find the list of those who signed that ends at a position; return where it begins, that position if none does."""
    first, found = _start_of_list(lines, kinds, end)
    if first == end:
        return end
    labelled = bool(first) and _is_label(lines[first - 1].text)
    persons = sum(_is_no_phrase(match["name"]) for match in found)
    fewest = _FEWEST_FOR_OTHERS if first and ON_BEHALF.match(lines[first - 1].text) else _FEWEST
    is_list = len(found) >= fewest and 3 * persons >= 2 * len(found) and not _are_readers(lines[:first], kinds, found)
    if not (labelled or is_list) or all(OFFICE.fullmatch(line.text) for line in lines[first:end]):
        return end
    for number in range(first, end):
        is_second = number > first and lines[number - 1].block is lines[number].block
        is_second = is_second and (number < 2 or lines[number - 2].block is not lines[number].block)
        is_other = is_second and _is_other(kinds[number], lines[number].text)
        is_counted = OTHERS.fullmatch(lines[number].text) is not None
        kinds[number] = "others" if is_counted else "signatory-office" if is_other else "signatory"
    if labelled or (first and lines[first - 1].text.endswith(":") and not kinds[first - 1]):
        kinds[first - 1] = "signatories"
    return first


def _start_of_list(
    lines: list[Line], kinds: list[str], end: int, *, is_mixed: bool = True
) -> tuple[int, list[re.Match[str]]]:
    """Return where the run of signers begins that ends at a position, and those of its lines that are persons.

    ``is_mixed`` says that among several persons may stand lines that are none by their form, half as many at most: a
    body, a surname alone. Where they are more, the run is that of persons only.
    """
    place, first, found, others = end, end, list[re.Match[str]](), 0
    while place:
        person = _person_at(lines, kinds, place - 1)
        if person is not None:
            place -= 1 if person is lines[place - 1] else 2
            found += filter(None, [_SIGNATORY.fullmatch(person.text)])
            first = place
        elif is_mixed and _may_sign(lines[place - 1], kinds[place - 1]) and 2 * others <= len(found) + 1:
            others += 1
            place -= 1
        else:
            break
    if others and (len(found) < _FEWEST or 2 * others > len(found)):
        return _start_of_list(lines, kinds, end, is_mixed=False)
    return first, found


def _may_sign(line: Line, kind: str) -> bool:
    """Tell whether a line may name a signer in another form: a body, an office, a surname with a title."""
    text = _COUNT.sub("", line.text)
    if OTHERS.fullmatch(text):
        return True
    is_short = len(text) < _LONGEST_OTHER and text[:1].isupper() and text[-1] not in ":?!,"
    return is_short and kind in _OTHER_KINDS and not is_prose(text) and not _is_label(text) and not TO_WHOM.match(text)


_COUNT = re.compile(r"^\d{1,3}[.)]\s")
OTHERS = re.compile(
    r"\(?(?:and |et |und |y |e )?(?:\d[\d,. ]*|(?:several|many|[a-z]+-?[a-z]+) )"
    r"\s?(?:others?|more|autres|andere|(?:further |other |more )?(?:signatures?|signatories))\b[^.]{0,40}\)?\.?"
)
"""How many signed whom the list does not name: "and 37 others", "(214 signatures in all)"."""
_LONGEST_OTHER = 90
_OTHER_KINDS = frozenset({"", "name", "weak-name", "body", "office", "others"})


def _end_of_list(lines: list[Line], kinds: list[str]) -> int:
    """Return where a list of signers ends: above dockets and copies, and a sentence or two that speak of the list."""
    end, told = len(lines), 0
    while end and (kinds[end - 1] in _BELOW or (told < _MOST_TOLD and _TELLS.search(lines[end - 1].text))):
        end -= 1
        told += not kinds[end]
    return end


_MOST_TOLD = 2
_TELLS = re.compile(
    r"\b(?:signator(?:y|ies)|signatures?|signed|identif\w+|affiliations?|names?|in alphabetical)\b.*\.$", re.I
)
"""What is said of a list of signers in a sentence below it: "Affiliations are given for identification only."."""


def _person_at(lines: list[Line], kinds: list[str], number: int) -> Line | None:
    """Return the line of a signer that ends at a position: the line, or the one above with what the person is below."""
    if not _is_other(kinds[number], lines[number].text):
        return lines[number]
    above = lines[number - 1] if number and lines[number - 1].block is lines[number].block else None
    is_below = len(lines[number].text) < _LONGEST and kinds[number] in {"", "office"}
    is_told = INSTITUTION.search(lines[number].text) or OFFICE.search(lines[number].text)
    is_first = above is not None and (number < 2 or lines[number - 2].block is not above.block)
    return (
        above if above and is_below and is_told and is_first and not _is_other(kinds[number - 1], above.text) else None
    )


def _is_label(text: str) -> bool:
    """Tell whether a line stands over those who signed: it says so, or names the body that they sign for."""
    if LABEL.fullmatch(text):
        return True
    is_short = text.endswith(":") and len(text) < _LONGEST
    if not is_short or ON_BEHALF.match(text) or not INSTITUTION.search(text):
        return False
    is_others = any(form.match(text) for form in (COPIES, DISTRIBUTION_HEAD, TO_WHOM))
    is_office = OFFICE.search(text) is not None and SEVERAL.search(text) is None
    return not is_office and not is_others


SEVERAL = re.compile(r"\b(?:members|delegates|representatives|deputies|secretaries|officers|leaders|workers)\b", re.I)
"""Offices of several persons, behind which a colon opens a list of them."""
TO_WHOM = re.compile(r"(?:sent|to|for the attention|addressees?|received|read|copy|copies|prepared)\b", re.I)


def _are_readers(above: list[Line], kinds: list[str], found: list[re.Match[str]]) -> bool:
    """Tell whether a list without a label may be of those who get a copy: by its line above, numbers, address."""
    is_led = bool(above) and above[-1].text.endswith(":") and not ON_BEHALF.match(above[-1].text)
    if is_led or (above and kinds[len(above) - 1] in {"copies", "distribution", "docket"}):
        return True
    addressed = [_ADDRESS.match(match["title"]) for match in found]
    is_comrade = any(match and match[0] in {"Comrade", "Cde"} for match in addressed)
    return all(addressed) or is_comrade or any(match["number"] for match in found)


_ADDRESS = re.compile(r"(?:Comrade|Cde|Mr|Mrs|Ms|Miss)\b")
_BELOW = frozenset(
    {"docket", "copies", "distribution", "typist", "number", "endnote", "postscript", "loose", "others", "date"}
)


def _is_other(kind: str, text: str) -> bool:
    """Tell whether a line is none of a list of signers."""
    match = _SIGNATORY.fullmatch(text)
    if kind not in {"", "name"} or match is None or len(text) > _LONGEST or _is_office(match):
        return True
    return OFFICE.search(match["name"]) is not None or INSTITUTION.search(match["name"]) is not None


def _is_office(match: re.Match[str]) -> bool:
    """Tell whether what is shaped like a name is an office: "THE BISHOP OF SELM"."""
    return match["name"][:4].lower() == "the "


_LONGEST = 130
"""The most characters of the line of a signer."""


def are_signatories(lines: list[Line]) -> bool:
    """Tell whether the lines of a block are a list of signers, with a label or the date above them perhaps."""
    rest = lines[1:] if lines and _is_label(lines[0].text) else lines
    if len(rest) == 1 and rest is not lines:
        return is_row(rest[0].text)
    others = [line for line in rest if _is_other("", line.text)]
    is_mixed = len(rest) - len(others) >= max(_FEWEST, 2 * len(others)) and all(_may_sign(one, "") for one in others)
    return len(rest) > 1 and (not others or is_mixed)


def are_persons(lines: list[Line]) -> bool:
    """Tell whether lines are names of persons, with what is said of each perhaps, and one in four at most is not."""
    found = [match for line in lines if not _is_other("", line.text) and (match := _SIGNATORY.fullmatch(line.text))]
    persons = sum(_is_no_phrase(match["name"]) and not match["number"] for match in found)
    rest = [line.text for line in lines if _is_other("", line.text)]
    is_list = len(found) >= _FEWEST and 4 * len(rest) <= len(lines) and 3 * persons >= 2 * len(found)
    return is_list and not any(is_prose(text) or text.endswith((":", ".")) for text in rest)


_LONGEST_ROW = 2000
"""The most characters of a row of names."""


def is_row(text: str) -> bool:
    """Tell whether a line is three or more names of persons in a row."""
    if len(text) > _LONGEST_ROW or _ROW.fullmatch(text) is None:
        return False
    names = re.findall(NAME, text)
    return len(names) >= _FEWEST_IN_ROW and 3 * sum(map(_is_no_phrase, names)) >= 2 * len(names)


def _is_no_phrase(name: str) -> bool:
    """Tell whether not all words of a name are words of the language, as those of a heading or a place are."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 2]
    return not words or not all(map(is_english, words))


def give_signatory(draft: Draft, block: Block) -> None:
    """Make one signer of a line: name, and office or what else is said of the person."""
    start, end = inner(draft, block)
    match = _SIGNATORY.fullmatch(draft.text, start, end)
    match = None if match and _is_office(match) else match
    number = (match["number"] or "").strip(" -–—•·*.)") if match else ""
    attrs = {"n": number} if number else {}
    give(draft, block, Role.CLOSER, "signed", attrs=attrs, why="one of those who signed")
    if match is None:
        if count := _COUNT.match(draft.text[start:end]):
            block.attrs = {**block.attrs, "n": count[0].rstrip(" .)")}
            draft.sign(start, start + count.end(), why="number before a signer")
            start += count.end()
        draft.span(start, start + len(draft.text[start:end].rstrip(".,;")), _tag_of(draft.text[start:end]))
        return
    if match["number"]:
        draft.sign(*match.span("number"), why="number or bullet before a signer")
    if WITH_DEGREES.fullmatch(draft.text, match.start("title"), end):
        draft.span(match.start("title"), match.end("office"), "persName")
        return
    stop = match.end("name") == end and re.search(r"\w{3}\.$", match["name"]) is not None
    draft.span(match.start("title"), match.end("name") - stop, "persName")
    for group in ("office", "aside", "dash"):
        words = match[group] or ""
        told, _, last = words.rpartition(", ")
        words = told if _MARK.fullmatch(last) else words
        if words:
            draft.span(match.start(group), match.start(group) + len(words), "roleName")


_MARK = re.compile(
    r"(?:(?:his|her|their|the) )?(?:mark\b.*|(?:[Xx+×✕†]|cross) (?:mark\b.*)?|[Xx+×✕†]|(?:his|her) (?:cross|thumb)\b.*|"
    r"(?:finger|thumb)-?(?:mark|print)s?\b.*)",
    re.I,
)
"""How those signed who could not write: "his X mark"."""


def _tag_of(text: str) -> str:
    """Return the element of a signer who is no person by name and descent: a body, an office, a surname."""
    if INSTITUTION.search(text):
        return "orgName"
    return "roleName" if text[:4].lower() == "the " else "persName"


def give_row(draft: Draft, block: Block) -> None:
    """Make one signature of the names that stand in a row."""
    give(draft, block, Role.CLOSER, "signed", why="those who signed, in a row")
    start, end = inner(draft, block)
    for match in re.finditer(rf"{_TITLE}{NAME}", draft.text[start:end]):
        name = match[0].removesuffix(".") if match.end() == end - start else match[0]
        draft.span(start + match.start(), start + match.start() + len(name), "persName")
