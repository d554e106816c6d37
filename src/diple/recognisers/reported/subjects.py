"""Whose words a sentence of minutes reports: a person, or an office, that is the subject of a reporting verb."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.agents import People, Person
from diple.recognisers.reported.forms import flexible, forms_of, plain
from diple.recognisers.reported.leads import (
    ACCORDING,
    BY,
    HIS_VIEW,
    HIS_WORDS,
    IN_HIS,
    LEAD,
    OF_VIEW,
    OFFICE_SECOND,
    SPEAKER,
    VERB_FIRST,
    VERB_SECOND,
)
from diple.recognisers.reported.offices import is_held, with_article
from diple.recognisers.reported.wording import (
    ASIDE,
    BARE_OFFICE,
    BETWEEN,
    CALLED,
    FIRST_ACTS,
    NO_SUBJECT_AFTER,
    OFFICE_SUBJECT,
    SMALL_OFFICE,
    TITLES,
    VERB,
    VIEWS,
    WEAK_VERBS,
)
from diple.recognisers.speech.speakers import by_office

REACH = 500
"""The characters of a sentence in which its subject and verb are looked for."""

_FORMS_LIMIT = 200
_ACTED = rf"{ASIDE}\s*(?:{FIRST_ACTS}[^.;]{{0,100}}? and )?(?P<between>{BETWEEN}){VERB}"
_AFTER = re.compile(_ACTED)
_MET_ME = re.compile(r"\s(?:received|visited|called on|summoned|sent for|invited) (?:me|us)\b")
_REPLY = re.compile(rf"[’']s? {VIEWS}s? (?:was|were|is|to this)\b")
_JOINT = re.compile(r"(?:,)?\s+and\s+$")
_HAS_VERB = re.compile(rf"\b{VERB}")
_PRONOUN = re.compile(
    rf"(?:[^,.]{{2,80}},\s+|(?:On|In|At|After|Before|During|Then|Later|Here|Thereupon)\b[^,.]{{0,60}}?\s+)?"
    rf"(?:He|She|he|she|Er|Sie|Il|Elle|Él|Ella|Egli)\s*{BETWEEN}{VERB}"
)
_HIS_VIEW = re.compile(
    rf"(?:(?:But|And|However|Finally|Also|Thus|Further),? )?(?:[Aa]ccording to (?:him|her)|"
    rf"[Ii]n (?:his|her) {VIEWS}|[Tt]o (?:his|her) mind|[Ii]t (?:seemed|appeared) to (?:him|her)|"
    rf"[Ii]t (?:was|is) (?:his|her) {VIEWS}|(?:His|Her) (?:own )?{VIEWS} (?:was|is))\b"
)
"""Whose view follows, by a pronoun: "According to him"."""
_LATTER = re.compile(rf"(?:[^,.]{{2,80}},\s+)?[Tt]he latter\s*{BETWEEN}{VERB}")
_FIRST_PERSON = re.compile(rf"(?:[^,.]{{2,80}},?\s+)??(?P<name>I|We)\s+(?P<between>{BETWEEN}){VERB}")
_ON_ORDERS = re.compile(
    r"(?:Then,? )?(?:(?:[Ii]n accordance with|[Oo]n|[Aa]t|[Ff]ulfilling|[Cc]arrying out|[Ff]ollowing) "
    r"(?:the |my |our |your )?(?:\w+[’']s )?(?:instructions?|orders?|assignment|directives?)|"
    rf"[Oo]n behalf of the [Cc]ent(?:er|re))\b[^.;]{{0,120}}?\b(?:we|I) {BETWEEN}{VERB}"
)
"""What the author does on orders."""
_UNSAID = re.compile(r"\bdid not\b|\bwould\b(?! like)")
"""What makes of a verb something that its author does not tell as said: "I would therefore propose"."""
_NARRATES = re.compile(
    rf"(?:[^,.]{{2,60}},?\s+)??(?P<name>I) {BETWEEN}(?:was|met|went|received|visited|attended|had|returned|left|"
    r"arrived|spoke with|talked|handed|gave|saw|called on|took part|paid)\b"
)
"""What the author of a diary did, besides speaking."""
_CALLS = re.compile(rf"{ASIDE}\s+{CALLED}")
_OFFICE_CALLS = re.compile(rf"(?:[^,.]{{2,60}},\s+)?{OFFICE_SUBJECT}{ASIDE}\s+{CALLED}")
_TO_PARTY = re.compile(r"\s+(?:\w+\s+){0,2}?(?:him|her|them)\b")
_OFFICE = re.compile(rf"{LEAD}??{OFFICE_SUBJECT}{_ACTED}")
_SMALL_OFFICE = re.compile(rf"{LEAD}??{SMALL_OFFICE}{_ACTED}")
_OFFICE_OPENS = re.compile(rf"{OFFICE_SUBJECT} [a-z]+(?:ed|[^s]s)\b")
_BARE_OFFICE = re.compile(rf"{BARE_OFFICE}{_ACTED}")
_TITLES = re.compile(rf"\s*{TITLES}")
_GIVEN = re.compile(
    rf"\s*{TITLES}(?!(?:As|When|While|Since|If|Although|Though|Because|Until|Once|What|Where|Whereas)\b)"
    r"(?:(?:[A-Z]\.\s?)+|[A-Z][a-z]+\s)?"
)
"""What may stand before a surname that opens a sentence: titles, initials, a given name."""
_WITHOUT_MORE = re.compile(r"\.?$|,? (?:who|with|by)\b")
"""What may follow whoever opened a meeting, if anything was said with it."""
_WORD_BEFORE = re.compile(rf"(?P<word>[\w’'\-]+[,;:]?)\s+{TITLES}$")


_BY_OTHERS = re.compile(rf"\b(?:I|[Ww]e)\s[^“”\"]*$|\b(?:{VIEWS}|request|demand|statement)s? of {TITLES}$")
"""What precedes a person of whom others tell: the first person, or whose view it is."""


_VIEWS = ((OF_VIEW, None), (IN_HIS, HIS_VIEW), (BY, None), (SPEAKER, None), (ACCORDING, HIS_WORDS))
"""What precedes and follows whoever is named before what is said."""


class Subject(NamedTuple):
    """Who is reported in a sentence: the persons (none for a pronoun), the offset of the name, and how clear it is.

    A pronoun means whoever is reported already, and if nobody is, ``partner``, with whom the author talks. Words are
    nobody's (``is_nobodys``) if they are an author's, or a partner's, whom the document does not name.
    """

    persons: tuple[Person, ...]
    start: int
    is_strong: bool
    cert: str = "high"
    verb: str = ""
    is_nobodys: bool = False
    partner: tuple[Person, ...] = ()
    has_acted: bool = False  # in the sentence before, which tells what the same person did


class Subjects:
    """Finds the subjects of reporting verbs among the people of one document, sentence after sentence."""

    def __init__(self, people: People) -> None:
        """Take the forms of name under which the document knows its people so far."""
        self._people = people
        self._persons = dict(forms_of(people))
        forms = sorted(self._persons, key=len, reverse=True)[:_FORMS_LIMIT]
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(flexible, forms))})(?![\w-])") if forms else None
        self._host: tuple[Person, ...] = ()
        self._authors = tuple(person for person in people if "author" in person.roles)
        others = tuple(person for person in people if "participant" in person.roles and person not in self._authors)
        self._other: tuple[Person, ...] = others[:1] if len(self._authors) == len(others) == 1 else ()
        self._is_authors_turn = False
        self._opened: tuple[Person, ...] = ()
        self._is_told = False  # that somebody who is not named says I to a party

    def of(self, sentence: str) -> Subject | None:
        """Return the subject of the sentence's reporting verb, or None if there is none that is known."""
        words = sentence[:REACH]
        host, self._host = self._host, self._receives(words)
        if self._host:
            self._other, self._is_told = self._host, True
            return None
        found = self._of_view(words)
        if found is None and _HAS_VERB.search(words):
            found = self._named(words) or self._behind(words) or self._by_office(words)
        found = found or self._on_orders(words) or self._first_person(words) or self._pronoun(words, host)
        if found is None and (caller := self._caller(words)):
            self._host = self._other = caller
        self._take_turn(words, found)
        self._opened = () if found else self._opens(words)
        return found

    def _opens(self, words: str) -> tuple[Person, ...]:
        """Return the one person whom a sentence without a reporting verb begins with: "A. Holm received the letter"."""
        match = self._names.search(words, 0, 60) if self._names else None
        person = self._person(match) if match and _GIVEN.fullmatch(words, 0, match.start()) else None
        if person is None and (office := _OFFICE_OPENS.match(words)):
            person, match = self._holder(office["office"]), None
        is_object = match is not None and re.match(r"[’']s?\b|,? and\b", words[match.end() :])
        return (person,) if person and not is_object else ()

    def _on_orders(self, words: str) -> Subject | None:
        """Return the author, who acts on the orders of his superiors: "On instructions of the Center we told"."""
        if not _ON_ORDERS.match(words):
            return None
        author = self._authors if len(self._authors) == 1 else ()
        return Subject(author, 0, True, "medium", is_nobodys=not author)

    def _take_turn(self, words: str, found: Subject | None) -> None:
        """Note who spoke, and to whom the author did."""
        if found is None:
            return
        says_i = words[found.start :].startswith(("I ", "We "))
        self._is_authors_turn = says_i or (bool(found.persons) and found.persons == self._authors)
        if not self._is_authors_turn:
            self._other = found.persons or self._other
        else:
            told = [person for person in self._named_in(words, found.start) if person not in self._authors]
            self._other = tuple(told[:1]) or (self._other if found.verb else ())

    def is_about_one_of(self, words: str, persons: tuple[Person, ...]) -> bool:
        """Tell whether words of another are about one of these persons: "we thanked Holm", "the opinion of Holm"."""
        for match in self._names.finditer(words[:REACH]) if self._names else ():
            of_others = _BY_OTHERS.search(words, 0, match.start()) or HIS_VIEW.match(words, match.end())
            if of_others and self._person(match) in persons:
                return True
        return False

    def opens_with_another(self, words: str, persons: tuple[Person, ...], *, acting: bool = False) -> bool:
        """Tell whether words begin with a person who is none of these, as the subject of what is told.

        Somebody who is ``acting`` does something, and has not done it, nor is or would be anything.
        """
        opened = self._opens(words[:REACH])
        return bool(opened) and opened[0] not in persons and not (acting and _HAD.match(words))

    def _named_in(self, words: str, start: int) -> list[Person]:
        names = self._names.finditer(words, start, start + _NAMED_NEAR) if self._names else ()
        near = words[start : start + _NAMED_NEAR]
        by_office = [one for one in self._people if one.names[0][:4] == "The " and f" the {one.names[0][4:]}" in near]
        return [person for match in names if (person := self._person(match))] + by_office

    def _receives(self, words: str) -> tuple[Person, ...]:
        """Return the one person who is said to have received, or called on, the author of the record."""
        met = _MET_ME.search(words)
        named = (
            [self._person(match) for match in self._names.finditer(words, 0, met.start())]
            if met and self._names
            else []
        )
        return (named[0],) if len(named) == 1 and named[0] else ()

    def _caller(self, words: str) -> tuple[Person, ...]:
        """Return the one person, or office, who is said to have come to the author."""
        match = self._names.search(words, 0, 60) if self._names else None
        if match and _CALLS.match(words, match.end()) and _TITLES.fullmatch(words, 0, match.start()):
            person = self._person(match)
        else:
            office = _OFFICE_CALLS.match(words)
            person = self._holder(office["office"]) if office else None
        return (person,) if person else ()

    def _of_view(self, words: str) -> Subject | None:
        """Return whose view a sentence gives that begins with it, or by whom it says that a thing was said."""
        for lead, rest in _VIEWS:
            before = lead.match(words)
            match = self._names.match(words, before.end()) if before and self._names else None
            if before and before.groupdict().get("opened"):
                rest = _WITHOUT_MORE
            person = self._person(match) if match and (rest is None or rest.match(words, match.end())) else None
            if match and person:
                return Subject((person,), 0, is_strong=lead is not ACCORDING, cert="medium")
        return None

    def _named(self, words: str) -> Subject | None:
        before: re.Match[str] | None = None
        for match in self._names.finditer(words) if self._names else ():
            joint = before if before and _JOINT.fullmatch(words, before.end(), match.start()) else None
            if _may_be_subject(words, (joint or match).start()):
                after = _AFTER.match(words, match.end())
                if after or _REPLY.match(words, match.end()):
                    found = [self._person(part) for part in (joint, match) if part]
                    persons = tuple(person for person in found if person)
                    verb = after["verb"] if after else ""
                    strong = _hands_over(after, opens=_TITLES.fullmatch(words, 0, match.start()) is not None)
                    return Subject(persons, match.start(), strong, verb=verb) if persons else None
            before = match
        return None

    def _behind(self, words: str) -> Subject | None:
        """Return who is named behind the verb: "What can I think, said Comrade Holm."."""
        verb = VERB_FIRST.match(words) or VERB_SECOND.match(words)
        match = self._names.match(words, verb.end()) if verb and self._names else None
        is_apart = match and verb and (verb.re == VERB_SECOND or re.match(r"[.,;:]|$", words[match.end() :]))
        person = self._person(match) if match and is_apart else None
        return Subject((person,), match.start(), is_strong=True, cert="medium") if match and person else None

    def _person(self, match: re.Match[str]) -> Person | None:
        return self._persons.get(plain(match.group())) or self._people.match(match.group())

    def _by_office(self, words: str) -> Subject | None:
        match = _OFFICE.match(words)
        person = self._holder(match["office"]) if match else None
        if person is None and (small := _SMALL_OFFICE.match(words) or _BARE_OFFICE.match(words)):
            match, person = small, by_office(self._people, small["office"])
        if match is None or person is None:
            second = OFFICE_SECOND.match(words)
            person = self._holder(second["office"]) if second else None
            return Subject((person,), 0, is_strong=True, cert="medium") if person else None
        strong = _hands_over(match, opens=match.start("office") == 0)
        return Subject((person,), match.start("office"), strong, verb=match["verb"])

    def _holder(self, office: str) -> Person | None:
        """Return who holds an office, or bears the name that ends it: "The Minister for Housing Wildermann"."""
        office = with_article(office)
        if _OF_STATE.fullmatch(office) and not is_held(office):
            return None
        return by_office(self._people, office) or self._people.find(office) or self._people.match(office.split()[-1])

    def _first_person(self, words: str) -> Subject | None:
        """Return the author who says I; one who is not named if it is clear that a party is spoken to."""
        match = _FIRST_PERSON.match(words)
        if match is None:
            told = _NARRATES.match(words)
            self._is_told = self._is_told or (told is not None and bool(self._named_in(words, told.end())))
            is_nobodys = told is not None and (self._authors or self._is_told)
            return Subject((), told.start("name"), True, is_nobodys=True) if told and is_nobodys else None
        if len(self._authors) == 1:
            is_said = _UNSAID.search(f"{match['between']} {match['verb']}") is None and match["verb"] not in _THINKING
            if match["name"] == "We":
                return None
            persons = self._authors if is_said else ()
            return Subject(persons, match.start("name"), True, "medium", match["verb"], is_nobodys=not is_said)
        is_told = self._is_told or _TO_PARTY.match(words, match.end()) or self._named_in(words, match.end())
        answers = match["verb"] in {"replied", "answered", "responded"}
        found = Subject((), match.start("name"), True, verb=match["verb"], is_nobodys=True)
        self._is_told = self._is_told or (bool(is_told) and match["name"] == "I")
        return found if is_told or answers else None

    def _pronoun(self, words: str, host: tuple[Person, ...]) -> Subject | None:
        """Return the subject that a pronoun means: ``host``, who acted just before, else whoever spoke last.

        After the author of the record it is the author's partner.
        """
        if match := _LATTER.match(words) or _PRONOUN.match(words) or _HIS_VIEW.match(words):
            if meant := host or self._opened or (self._other if self._is_authors_turn else ()):
                verb = match.groupdict().get("verb") or ""
                acted = not host and bool(self._opened)
                return Subject(meant, match.start(), is_strong=True, cert="medium", verb=verb, has_acted=acted)
            partner = self._other if self._authors else ()
            return Subject((), match.start(), self._is_authors_turn, "medium", "", self._is_authors_turn, partner)
        return None


_OF_STATE = re.compile(r"[Tt]he (?:(?:[A-Z]{2,}[\w.]*|[A-Z]\.(?:[A-Z]\.)+|Soviet|Chinese|American|British)\s?)+")
"""What begins with the initials of a state or party and names no office."""
_LETTERS = re.compile(r"(?:[A-Z]\.\s?){2,}")
_NAMED_NEAR = 120
"""The characters behind who acts in which others are looked for."""
_HAD = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|of|for|the|then|also|himself|herself|already|always|never),?\s+){1,8}?"
    r"(?:had|would|was|were|could|might|should|must|will|has|have|is|are)\b"
)
"""A subject and the verb of what is told of somebody else within what a party says."""
_THINKING = frozenset({"thought", "believed", "considered", "felt"})


def _hands_over(after: re.Match[str] | None, *, opens: bool) -> bool:
    """Tell whether a verb lets its subject take over in mid-paragraph; a weak one does so right at the beginning."""
    if after is None:
        return True
    verb, between = after["verb"], after["between"].split()
    is_strong = verb not in WEAK_VERBS or (opens and verb in _THINKING)
    return is_strong and "had" not in between


def _may_be_subject(words: str, start: int) -> bool:
    """Tell whether what stands before a name lets it be the subject of the sentence."""
    match = _WORD_BEFORE.search(words, max(0, start - 80), start)
    if match is None or _TITLES.fullmatch(words, 0, start):
        return True
    word = match["word"]
    if word == "The" and match.start() == 0 and _LETTERS.match(words, start):
        return True  # "The P.M. said"
    if word.endswith((",", ";", ":")):
        return True
    return word.lower() not in NO_SUBJECT_AFTER or (match.start() == 0 and word == "And")
