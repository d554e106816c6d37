"""Recognise names of persons where the text speaks of them (TEI 3.6.1 and 14.2.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from diple import patterns as re
from diple.agents import Person, names_office
from diple.draft import Draft
from diple.nameforms import INITIAL_END, NamedForm, form_key
from diple.recognisers.participants.elsewhere import ADDRESS
from diple.recognisers.prose import FUNCTION_WORDS, readings, words_of

_LEAD = re.compile(
    r"^(?:(?:comrades?|cdes?\.?|com\.|mr\.?|mrs\.?|ms\.?|messrs\.?|dr\.?|prof\.?|sir|lord|gen\.?|general|col\.?|colonel|the|"
    r"ambassador|amb\.?|minister|president|premier|chairman|secretary|marshal)\s+)+(?=\S)",
    re.I,
)
_OFFICES = words_of(
    "chairman chairwoman president premier secretary minister ambassador marshal general colonel interpreter "
    "translator comrade comrades question answer speaker counselor counsellor attache attaché consul director "
    "chief prime deputy first second third vice head representative delegate member moderator voice the king "
    "queen emperor prince shah court chair clerk commissioner counsel coroner judge justice operator usher witness "
    "dr mr mrs ms sir prof all unidentified unknown foreign state party central "
    "committee"
)
"""Words that alone or together name an office or a role, never a person."""
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[\s-]*)+(?P<surname>[^\W\d_][\w’'-]{2,})")
_WESTERN = re.compile(r"[^\W\d_][\w’'-]+ (?:[^\W\d_]\. ?){0,2}(?P<surname>[^\W\d_][\w’'-]{3,})")
_LONGEST_FORM = 80
# A capitalised word or an initial before a name; a capitalised word after it.
_BEFORE = re.compile(r"(?:(?P<word>(?<!\w)[A-Z][a-z]+)|(?<![\w.])(?P<initial>[A-Z]\.)) \Z")
_AFTER = re.compile(r" (?P<word>[A-Z][a-z]+)(?![\w’'])")
_ELEMENTS = frozenset({"persName", "orgName", "placeName", "name", "speaker"})
_NO_GIVEN_NAMES = (
    words_of(
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday cde cdes com messrs lord lady gen col amb then yet now here "
        "there again today tomorrow yesterday yes no later first next finally earlier recently meanwhile "
        "afterwards therefore moreover dear perhaps however thus unlike like after before since until once "
        "instead besides indeed still thereupon upon unless though even just neither either out what why how "
        "where did does do let asked answered replied said says friend colleague brother soviet american british "
        "german whatever whenever wherever whoever again maybe actually apparently certainly clearly consequently "
        "currently evidently immediately initially naturally obviously only originally personally presumably really "
        "similarly subsequently suddenly usually he she we you they"
    )
    | words_of(
        ADDRESS + " señor señora senhor senhora monsieur madame mademoiselle herr frau fräulein signor signorina pan "
        "pane panie pani panowie domnul domnule domnului soudruh soudruhu soudruha towarzysz towarzyszu towarzysza "
        "drug druže elvtárs tovarăș tovarășe tovarășul camarade compañero companheiro compagno kamerat kamrat bay bey "
        "efendi effendi sayın sheikh shaykh"
    )
    | _OFFICES
    | FUNCTION_WORDS
)
"""Words in capitals that may stand before a surname and are no given name."""
_ALTERNATIVES = frozenset({"abbr", "expan", "corr"})
_HELD_THERE = words_of(
    "accord accords agreement agreements appeal committee communique conference conferences congress consultative "
    "consultations declaration embassy forum government manifesto meeting meetings ministry pact party peace plenum "
    "protocol session statement summit talks treaty"
)
"""Words in capitals that may stand after the name of a place and leave it one: what was held or made there."""
_CALLED_AFTER = words_of(
    "academy avenue bridge college doctrine factory foundation institute library mausoleum museum peak plant prize "
    "road school square stadium street theatre thought university works"
)
"""Words in capitals that may stand after a full name when something is called after its bearer."""
_SHOUTED = words_of("act aid all am an as at be do go he if in is it me my no of on or so to up us we who")
"""Common words that abbreviations of names look like once all is in capitals."""


_Trie: TypeAlias = dict[str, "_Trie"]


def recognise(draft: Draft) -> None:
    """Mark up each form of name under which the document knows a person; a bare office is none."""
    recognise_forms(draft, forms_of(draft.people))


def forms_of(people: Iterable[Person]) -> list[NamedForm]:
    """Return the forms of name that mean one person: those listed, and surnames that only one person bears."""
    return [NamedForm(form, f"#{min(ids)}") for form, ids in bearers_of(people).items() if len(ids) == 1]


def bearers_of(people: Iterable[Person]) -> dict[str, set[str]]:
    """Return for each form of name, surnames included, the ids of the persons who may be meant by it."""
    owners: dict[str, set[str]] = {}
    derived: dict[str, set[str]] = {}
    for person in people:
        if person.is_group:
            continue
        for name in [*person.names, *person.short]:
            if names_office(name):
                continue
            form = _without_title(name)
            if _is_name(form):
                owners.setdefault(form, set()).add(person.id)
            if surname := _surname(form):
                derived.setdefault(surname, set()).add(person.id)
    for form, ids in derived.items():
        owners[form] = owners.get(form, set()) | ids
    return owners


def _without_title(name: str) -> str:
    return _LEAD.sub("", " ".join(re.sub(r"[\[\]*“”\"]", "", name).split())).strip(" ,.;:")


def _is_name(form: str) -> bool:
    words = re.findall(r"[^\W\d_]+", form.casefold())
    long_enough = any(len(word) > 2 for word in words)
    capital = any(character.isupper() for character in form)
    if form.startswith(("of ", "for ")):  # the rest of an office: "Secretary of State"
        return False
    return long_enough and capital and len(form) <= _LONGEST_FORM and not all(word in _OFFICES for word in words)


def _surname(form: str) -> str:
    """Return the surname of a name with initials before it, or of a given name and a surname; else ""."""
    match = _INITIALS.fullmatch(form) or _WESTERN.fullmatch(form)
    return match["surname"] if match and _is_name(match["surname"]) else ""


def recognise_forms(draft: Draft, forms: Iterable[NamedForm], *, outside: Collection[str] = ()) -> None:
    """Mark up the forms given wherever they occur in the text as whole words, the longest where several fit.

    Initials may stand with or without spaces, apostrophes may be straight or curly, and heads may be in capitals.
    What is a name already, or inside one of the elements named in ``outside``, stays as it is.
    """
    known = {form_key(named.form): named for named in forms}
    known = {form.upper(): named for form, named in known.items()} | known
    if not known:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{_alternatives(known)})(?![\w]|-\w)")
    taken = _taken(draft, _ELEMENTS.union(outside))
    for text, offsets in _texts(draft):
        for match in pattern.finditer(text):
            named = known[form_key(match.group())]
            start, end = offsets[match.start()], offsets[match.end() - 1] + 1
            if taken.find(1, start, end) < 0 and not _means_another(text, match, named.tag, offsets, taken):
                draft.span(start, end, named.tag, {"ref": named.ref}, rank=70)
                taken[start:end] = b"\x01" * (end - start)


def _texts(draft: Draft) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield what is to be searched: words that stand for each other, then those of blocks and notes.

    Of an abbreviation and its expansion each is a name of its own, though nothing parts them once brackets are gone.
    """
    for span in [span for span in draft.spans if span.tag in _ALTERNATIVES]:
        yield draft.clean(span.start, span.end)
    yield from readings(draft)


def _alternatives(forms: Iterable[str]) -> str:
    """Return the pattern for forms, the longer before the shorter; what begins alike is tried once, as in a trie."""
    root: _Trie = {}
    for form in sorted(forms):
        node = root
        for unit in _units(form):
            node = node.setdefault(unit, {})
        node[""] = {}
    return _pattern_of(root)


def _pattern_of(node: _Trie) -> str:
    """Return the pattern for what may follow at a place of the trie; the empty unit says that a form may end there."""
    ways = [unit + _pattern_of(rest) for unit, rest in node.items() if unit]
    pattern = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})" if ways else ""
    return f"(?:{pattern})?" if ways and "" in node else pattern


def _units(form: str) -> Iterator[str]:
    """Yield the pattern of each character of a form; white space may be any, after an initial none."""
    for index, character in enumerate(form):
        match character:
            case " ":
                yield r"\s*" if INITIAL_END.search(form[:index] + form[index + 1 :], index) else r"\s+"
            case "'":
                yield "['’]"
            case _:
                yield re.escape(character)


def _taken(draft: Draft, tags: Collection[str]) -> bytearray:
    taken = bytearray(len(draft.text))
    for span in draft.spans:
        if span.tag in tags and span.start < span.end:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return taken


def _means_another(text: str, match: re.Match[str], tag: str, offsets: Sequence[int], taken: bytearray) -> bool:
    """Tell whether a single word is part of another name: of somebody else by that surname, of a street.

    What stands before it is no part of its name where it is a name itself, as ``offsets`` and ``taken`` tell.
    """
    after = _AFTER.match(text, match.end())
    if len(match.group().split()) > 1 or tag == "orgName":
        return tag == "persName" and after is not None and after["word"].casefold() in _CALLED_AFTER
    if match.group().isupper():
        return match.group().casefold() in _SHOUTED and _all_capitals(text, match)
    of_events = _HELD_THERE if tag == "placeName" else frozenset()
    if after is not None and after["word"].casefold() not in of_events:
        return True
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    if before is None or taken[offsets[before.start()]]:
        return False
    return before["initial"] is not None or before["word"].casefold() not in _NO_GIVEN_NAMES | of_events


def _all_capitals(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 30) : match.end() + 30]
    return not any(character.islower() for character in around)
