"""Who is who: persons of the document, agents responsible for words that are not its own, and hands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from diple.model import Cert


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("""
    acting admiral amb ambassador capt captain chairman chairperson chairwoman chancellor chargé cde cdes col
    coms comr comrs hon tov colonel com comrade comrades congressman consul counsellor counselor delegate
    deputy dr excellency first
    foreign gen general her his judge justice king lady lieutenant lord lt madame maj major marshal messrs
    minister miss mme mr mrs ms pm premier president prime prince princess prof professor queen rep sec
    secretary sen senator sir the vice
    ald alderman archd archdn archdeacon bro bros brother canon cllr dep lieut rev revd shri shrimati sister smt
""")
"""Words that go before a name and do not belong to it."""

_OFFICES = _TITLES - _words(
    "ald alderman archd archdn archdeacon bro bros brother canon cllr dep lieut rev revd shri shrimati sister smt "
    "capt captain cde cdes comr col coms hon tov com comrade comrades her his madame miss mme mr mrs ms the"
) | _words("""
    adviser advisor assistant associate envoy attorney chief clerk commander commissioner comptroller controller counsel
    director executive governor head high inspector joint lord member members minister-counselor
    parliamentary permanent postmaster principal representative special speaker spokesman superintendent treasurer under
""")
_OF_AN_OFFICE = _words("of for to at in on")

_COURTESY = _words("comr comrs comrade comrades com coms cde cdes hon tov")
"""Forms of address that are no part of a name in any list."""

_TAKEN_ID = re.compile(r"[a-z]+\d+|hand-\d+|resp-.*|author|contributor|editor|transcriber|translator", re.I)
"""Ids that are, or may be, given to elements of the text, to hands and to those responsible for words."""

_PARTICLES = _words("al and bin da de del den der di du el ibn la le of the van von")

_SURNAME_FIRST = _words("""
    bang cao chang chen cheng chiang chin choe choi chou chu chung deng dinh do duong fang feng gao gu guo han
    ho hoang hong hsu hu huang huo im jang jeong jiang jo jung kang kao ki kim ko ku kuo kwon le li liang liao
    lin liu lu luo ma mao nam ngo nguyen nie pak park peng pham phan qian qiao qu rhee ri ro shen shi sin so son
    song souvanna su sun tan tang teng tran truong trinh tsai tung vo vu wang wei wu xi xu yang yao ye yi yim yu
    yun zhang zhao zheng zhou zhu
    ahn bae baek bak byun cha cho dang gang gwon hwang hyon kye lim liu mai moon mun myong oh ong paek paik pyo pyon rim
    ryang ryo ryu seo shim sim tong ung wen won xie xiao yeo yoon zeng zou peng pu qi tao tian tu xiong xuan zhuang bui
    dao doan duong lam luong ta thich ton vi
""")
"""Family names, in their usual romanisations, that stand before the given name."""


def is_family_name(word: str) -> bool:
    """Tell whether a word is a family name, in its usual romanisation, that stands before the given name."""
    return word.casefold() in _SURNAME_FIRST


_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "ħ": "h", "’": "", "'": "",
})  # fmt: skip
"""Letters that have no decomposition into a plain letter and a sign."""


def slug(text: str) -> str:
    """Return words as a name for ids: lower-case ASCII letters, digits and hyphens, possibly empty."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@lru_cache(maxsize=4096)
def names_office(name: str) -> bool:
    """Tell whether words that stand for a person name an office and its body: "the Secretary of State"."""
    words = name.casefold().replace(",", " , ").replace(".", ". ").split()
    if words[:1] != ["the"]:  # "Deputy Secretary of Defense Clements" is a person
        return False
    words = words[1:]
    head = next((number for number, word in enumerate(words) if word in _OF_AN_OFFICE or word == ","), 0)
    return 0 < head <= 5 and all(word.strip(".") in _OFFICES for word in words[:head]) and head < len(words) - 1


_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|Esq)\.?\s*$")


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return the form under which a name is looked up: no title before it, case, accents or brackets."""
    plain = re.sub(r"[\[\]()“”\"*]", "", name).replace(".", ". ").replace("’", "'")
    plain = _SUFFIX.sub("", plain)
    folded = unicodedata.normalize("NFKD", plain.casefold())
    words = "".join(char for char in folded if not unicodedata.combining(char)).strip(" .,:;").split()
    is_office = names_office(name)  # the Vice President of a state is not its President
    while len(words) > 1 and words[0].strip(".-") in _TITLES and not _all_titles(words) and not is_office:
        del words[0]
    return " ".join(words)


def without_titles(name: str, titles: frozenset[str] = _TITLES) -> str:
    """Return a name without the titles before it; one that is only titles ("Comrade Chairman") stays."""
    words = name.split()
    lower = [word.strip(".,").casefold() for word in words]
    if all(word in _TITLES for word in lower):
        return name
    return " ".join(words[next(number for number, word in enumerate(lower) if word not in titles) :])


def _form(name: str) -> str:
    """Return a name as forms are compared: titles and the spaces between initials make none of its own."""
    return " ".join(without_titles(name).replace(".", ". ").split())


def _all_titles(words: list[str]) -> bool:
    return words[0] != "the" and all(word.strip(".") in _TITLES for word in words)


@dataclass(slots=True)
class Person:
    """A person of the document (TEI 16.2.2); ``offices`` are given as the source words them.

    ``entry`` points to the person in the register of the edition, if there is one: ``register/persons.xml#orvin``.
    """

    id: str
    names: list[str]
    short: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    side: str = ""
    roles: list[str] = field(default_factory=list)
    cert: Cert | None = None
    is_group: bool = False
    entry: str = ""


class People:
    """The persons of one document, each with every form of name under which the document knows them."""

    def __init__(self, reserved: frozenset[str] = frozenset()) -> None:
        """Begin with nobody; ``reserved`` are ids that no person may have, such as the document's."""
        self._by_key: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._all: list[Person] = []
        self._ids: set[str] = set(reserved)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._all)

    def find(self, name: str) -> Person | None:
        """Return the person known under exactly this form of name (titles before it aside), or None."""
        return self._by_key.get(" ".join(name.split()).casefold()) or self._by_key.get(name_key(name))

    def match(self, name: str) -> Person | None:
        """Return the one person a name may mean: known form, else sole bearer of the surname; else None."""
        if found := self.find(name):
            return found
        words = name_key(name).split()
        bearers: list[Person] = []
        for word in words[:8]:
            bearers += [person for person in self._by_word.get(word, ()) if person not in bearers]
        bearers = [person for person in bearers if _may_mean(words, person)]
        return bearers[0] if len(bearers) == 1 else None

    def add(self, name: str, *, office: str = "", side: str = "", role: str = "", cert: Cert | None = None) -> Person:
        """Return the person of this name, added if new, with what is told of them completed."""
        person = self.find(name)
        if person is None:
            person = Person(self._new_id(name), [without_titles(name, _COURTESY)], cert=cert)
            self._all.append(person)
            self.alias(person, name)
        if office and office not in person.offices:
            person.offices.append(office)
        if role and role not in person.roles:
            person.roles.append(role)
        person.side = person.side or side
        return person

    def alias(self, person: Person, name: str, *, short: bool = False) -> None:
        """Let a person be known under one more form of name; a short form is listed as such."""
        for key in (name_key(name), " ".join(name.split()).casefold()):
            if key:
                self._by_key.setdefault(key, person)
        for word in () if names_office(name) else name_key(name).split():
            if _is_surname(word) and person not in self._by_word.setdefault(word, []):
                self._by_word[word].append(person)
        forms = person.short if short else person.names
        known = [_form(form) for form in (*person.names, *person.short)]
        form = _form(name)
        if form not in known and not (form.isupper() and form.casefold() in map(str.casefold, known)):
            forms.append(without_titles(name, _COURTESY))

    def complete(self, person: Person, name: str) -> None:
        """Let a person be known under a fuller form of name too, which then comes first; bare surnames become short."""
        self.alias(person, name)
        if " " not in person.names[0] and " " in name and name in person.names:
            person.names.remove(name)
            person.short += [form for form in person.names if " " not in form]
            person.names[:] = [name, *(form for form in person.names if " " in form)]

    def put_first(self, persons: Iterable[Person]) -> None:
        """Let these persons come before all others, in the order in which they were met."""
        first = {person.id for person in persons}
        self._all.sort(key=lambda person: person.id not in first)

    def _new_id(self, name: str) -> str:
        words = slug(name_key(name)).split("-")
        if names_office(name):
            words = ["-".join(word for word in slug(name).split("-") if word not in _OF_AN_OFFICE and word != "the")]
        long_words = [word for word in words if len(word) > 2]
        base = (long_words or words)[-1] or "person"
        is_initial = name_key(name).partition(" ")[0].endswith(".")
        if words[0] in _SURNAME_FIRST and not is_initial and 1 < len(words) <= 3:
            base = "-".join(words)
        base = f"person-{base}" if not base[:1].isalpha() or _TAKEN_ID.fullmatch(base) else base
        candidate, number = base, 2
        full = "-".join(long_words)
        if candidate in self._ids and full[:1].isalpha() and not _TAKEN_ID.fullmatch(full):
            candidate = full
        while candidate in self._ids:
            candidate, number = f"{base}-{number}", number + 1
        self._ids.add(candidate)
        return candidate


def _may_mean(words: list[str], person: Person) -> bool:
    """Tell whether a name and one of the person's names agree: each word or initial of the shorter is in the longer."""
    for name in person.names:
        if names_office(name):
            continue
        parts = name_key(name).split()
        shared = any(_is_surname(word) and word in parts for word in words)
        if shared and (_within(words, parts) or _within(parts, words)):
            return True
    return False


def _is_surname(word: str) -> bool:
    """Tell whether a word alone may identify someone: no initial, no particle."""
    return len(word.strip(".")) > 1 and word not in _PARTICLES


def _within(words: list[str], parts: list[str]) -> bool:
    return all(any(_agrees(word, part) for part in parts) for word in words)


def _agrees(word: str, part: str) -> bool:
    bare, other = word.strip("."), part.strip(".")
    if len(bare) == 1 or len(other) == 1:
        return bare[:1] == other[:1]
    is_short = (word[-1:] == "." and other.startswith(bare)) or (part[-1:] == "." and bare.startswith(other))
    return is_short or bare == other


class Agents:
    """Those responsible for words that are not the document's own: translator, transcriber, editor (TEI 2.2.2)."""

    def __init__(self) -> None:
        self.named: dict[str, list[str]] = {}
        self.required: list[str] = []
        self.work: dict[str, str] = {}

    def name(self, role: str, person: str) -> None:
        """Record that the source names ``person`` as ``translator``, ``contributor``, ``transcriber`` or ``editor``."""
        names = self.named.setdefault(role, [])
        if person not in names:
            names.append(person)

    def require(self, role: str) -> str:
        """Return the pointer for ``@resp``; the header will declare the agent, named in the source or not."""
        if role not in self.required:
            self.required.append(role)
        return f"#{role}"

    def require_named(self, identifier: str, person: str, work: str) -> str:
        """Return the pointer for ``@resp`` to a person whom the file names; ``work`` says what they did to it."""
        self.name(identifier, person)
        self.work.setdefault(identifier, work)
        return self.require(identifier)


@dataclass(slots=True)
class Hand:
    """A hand that can be told apart (TEI 11.3.2.1); ``description`` is a sentence for ``handNote``."""

    id: str
    key: str
    description: str
    scribe: str = ""


class Hands:
    """The hands of one document."""

    def __init__(self) -> None:
        self._by_key: dict[str, Hand] = {}

    def __iter__(self) -> Iterator[Hand]:
        return iter(self._by_key.values())

    def require(self, key: str, description: str, scribe: str = "") -> str:
        """Return the pointer for ``@hand`` of the hand known as ``key`` (owner, ink or "" for the unnamed hand)."""
        hand = self._by_key.get(key)
        if hand is None:
            hand = Hand(f"hand-{len(self._by_key) + 1}", key, description, scribe)
            self._by_key[key] = hand
        return f"#{hand.id}"
