"""The facts of an encoded document, by kind, in the form in which ``facts.json`` states them by hand.

A fact is a string or a list of strings (None where a datum is absent); each kind is a list of them in the text's order.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from layout import LAYOUT, dates_at
from reading import ID, Element, Fact, around, bare, before, by_id, find, inside, marked, name, plain, squeeze, whole

TEXT = "//t:text"
ENCLOSED = "self::t:floatingText or self::t:div[@type='enclosure' or @type='attachment' or @type='annex']"


def _texts(root: Element, path: str) -> list[Fact]:
    return [whole(element) for element in find(root, path)]


def _values(root: Element, path: str) -> list[Fact]:
    return [str(value) for value in find(root, path)]


def _first(element: Element, path: str) -> str:
    return next((plain(found) for found in find(element, path)), "")


def _respondents(verbs: str) -> Callable[[Element], list[Fact]]:
    def read(root: Element) -> list[Fact]:
        statements = find(root, "//t:titleStmt/t:respStmt | //t:editionStmt/t:respStmt")
        doers = [s for s in statements if re.search(verbs, _first(s, "t:resp"), re.IGNORECASE)]
        return [plain(who) for s in doers for who in find(s, "t:persName | t:name | t:orgName")]

    return read


def _shelf(root: Element) -> list[Fact]:
    parts = find(root, "//t:msIdentifier/t:altIdentifier")
    loci = find(root, "//t:msItem/t:locus")
    shelf: list[Fact] = [[part.get("type"), _first(part, "t:idno")] for part in parts]
    return shelf + [["locus", locus.get("from"), locus.get("to")] for locus in loci]


def _label(speaker: Element) -> str:
    """Return a label without what defines a short form, and without the stop at its end."""
    return re.sub(r"\s*[(\[].*$", "", plain(speaker)).rstrip(" :.")


def _speakers(root: Element) -> list[Fact]:
    """Return label and person of each turn; a person is told by the label of the first turn."""
    persons: dict[str, str] = {}
    facts: list[Fact] = []
    for speech in find(root, f"{TEXT}//t:sp"):
        who = speech.get("who") or ""
        label = _label(find(speech, "t:speaker")[0])
        facts.append([label, persons.setdefault(who, label)])
    return facts


def names_of(root: Element, pointer: str | None) -> str:
    """Return all names of the person a pointer leads to, with strokes between them."""
    person = by_id(root, pointer) if pointer else None
    return " | ".join(plain(found) for found in find(person, "t:persName")) if person is not None else ""


def _to_whom(root: Element) -> list[Fact]:
    speeches = find(root, f"{TEXT}//t:sp[@toWhom]")
    return [[_label(find(s, "t:speaker")[0]), names_of(root, s.get("toWhom"))] for s in speeches]


def _stages(root: Element) -> list[Fact]:
    return [[stage.get("type"), bare(whole(stage))] for stage in find(root, f"{TEXT}//t:stage")]


def _notes(root: Element) -> list[Fact]:
    """Return type, mark, text and anchor (the words of its block before it) of each note but original words."""
    notes = find(root, f"{TEXT}//t:note[not(@type='original')]")
    return [[note.get("type"), note.get("n") or "", bare(inside(note)), before(note)] for note in notes]


def _supplied(root: Element) -> list[Fact]:
    """Return the words supplied; the parts of one bracket that crosses paragraphs are one fact."""
    parts = find(root, f"{TEXT}//t:supplied[not(@reason='signature')][not(ancestor::t:signed)]")
    return [" ".join([whole(part), *_rest(root, part)]) for part in parts if not part.get("prev")]


def _rest(root: Element, part: Element) -> list[str]:
    following = by_id(root, part.get("next")) if part.get("next") else None
    return [] if following is None else [whole(following), *_rest(root, following)]


def _choices(one: str, other: str) -> Callable[[Element], list[Fact]]:
    def read(root: Element) -> list[Fact]:
        pairs = find(root, f"{TEXT}//t:choice[t:{one}]")
        return [
            [_first(pair, f"t:{one}"), " ".join(whole(found) for found in find(pair, f"t:{other}"))] for pair in pairs
        ]

    return read


def _sics(root: Element) -> list[Fact]:
    sics = find(root, f"{TEXT}//t:sic[not(ancestor::t:speaker)]")
    return [[plain(sic), " ".join(whole(corr) for corr in find(sic, "parent::t:choice/t:corr"))] for sic in sics]


def _glosses(root: Element) -> list[Fact]:
    pairs = find(root, f"{TEXT}//t:gloss")
    return [[_first(gloss, "(preceding::t:foreign)[last()]"), whole(gloss)] for gloss in pairs]


def _gaps(root: Element) -> list[Fact]:
    gaps = find(root, f"{TEXT}//t:gap")
    return [[gap.get("reason"), (gap.get("unit") or "").rstrip("s"), gap.get("quantity") or ""] for gap in gaps]


def _pages(root: Element) -> list[Fact]:
    text = find(root, TEXT)[0]
    pages = find(root, f"{TEXT}//t:pb")
    facts: list[Fact] = []
    for page in pages:
        left, right = around(text, page)
        facts.append([page.get("n") or "", page.get("break") or "", left.rstrip("-"), right])
    return facts


def _paragraphs(root: Element) -> list[Fact]:
    return [plain(p) for p in find(root, f"{TEXT}//t:p[not(ancestor::t:note)][not(ancestor::t:item)]")]


def _marks(root: Element) -> list[Fact]:
    marks = find(root, f"{TEXT}//t:metamark")
    return [[m.get("function"), m.get("place"), m.get("rend"), marked(root, m)] for m in marks]


def _stamps(root: Element) -> list[Fact]:
    return [plain(stamp) for stamp in find(root, f"{TEXT}//t:stamp")]


def _signatures(root: Element) -> list[Fact]:
    """Return office, name and ``signed`` or an empty string of each signature."""
    facts: list[Fact] = []
    for signed in find(root, f"{TEXT}//t:signed"):
        autograph = find(signed, ".//t:supplied[@reason='signature'] | .//*[@hand]")
        bare_name = _first(signed, ".//t:persName") or ("" if autograph else plain(signed))
        role = " ".join(plain(found) for found in find(signed, ".//t:roleName"))
        facts.append([role, bare(bare_name.replace(role, "") if role else bare_name), "signed" if autograph else ""])
    return facts


def _docket(root: Element) -> list[Fact]:
    """Return the words of the docket as one text, whatever lines it is divided into."""
    words = squeeze(" ".join(whole(ab) for ab in find(root, f"{TEXT}//t:ab")))
    return [words] if words else []


def _items(path: str) -> Callable[[Element], list[Fact]]:
    def read(root: Element) -> list[Fact]:
        return [[(item.get("n") or "").rstrip(".)"), plain(item)] for item in find(root, path)]

    return read


def _participants(root: Element) -> list[Fact]:
    """Return side, name and office of each person who belongs to a side."""
    facts: list[Fact] = []
    for person in find(root, "//t:particDesc//t:listPerson[@type='side']/t:person"):
        office = _first(person, "t:occupation | t:roleName | t:persName/t:roleName")
        facts.append([_first(person, "../t:head"), _first(person, "t:persName"), office])
    return facts


def _stands_within(element: Element) -> bool:
    """Tell whether other words of its paragraph stand before an element."""
    paragraph = find(element, "ancestor::t:p[1]")
    return bool(paragraph) and (bool((paragraph[0].text or "").strip()) or element.getprevious() is not None)


def _reported(root: Element) -> list[Fact]:
    """Return who is reported and all words of each run; neighbours by one person, no paragraph between, are one run."""
    places = {paragraph: number for number, paragraph in enumerate(find(root, f"{TEXT}//t:p"))}
    runs: list[Fact] = []
    last = 0
    for said in find(root, f"{TEXT}//t:said[@direct='false']"):
        who, words = names_of(root, said.get("who")), plain(said)
        within = [places[p] for p in find(said, "descendant::t:p | ancestor::t:p[1]") if p in places]
        follows = not within or within[0] == last or (within[0] == last + 1 and not _stands_within(said))
        if runs and runs[-1][0] == who and follows:
            runs[-1] = [who, f"{runs[-1][1]} {words}"]
        else:
            runs.append([who, words])
        last = within[-1] if within else last
    return runs


def _sections(root: Element) -> list[Fact]:
    return [(section.get("n") or "").rstrip(".)") for section in find(root, f"{TEXT}//t:div[@type='section']")]


def _enclosures(root: Element) -> list[Fact]:
    return [_first(enclosure, ".//t:head") for enclosure in find(root, f"{TEXT}//*[{ENCLOSED}]")]


def _correspondence(root: Element) -> list[Fact]:
    facts: list[Fact] = []
    for action in find(root, "//t:correspDesc/t:correspAction"):
        who = " ".join(plain(found) for found in find(action, "t:persName | t:orgName | t:name"))
        when = next(iter(find(action, "t:date/@when")), "")
        facts.append([action.get("type"), who, str(when), _first(action, "t:placeName")])
    return facts


KINDS: dict[str, Callable[[Element], list[Fact]]] = {
    **LAYOUT,
    "title": lambda root: _texts(root, "//t:titleStmt/t:title[@type='main']"),
    "date": dates_at("//t:profileDesc/t:creation/t:date"),
    "funders": lambda root: _texts(root, "//t:titleStmt/t:funder"),
    "translators": _respondents("translat"),
    "contributors": _respondents("contribut|obtain|provid"),
    "repository": lambda root: _texts(root, "//t:msIdentifier/t:repository"),
    "shelfmark": lambda root: _texts(root, "//t:msIdentifier/t:idno[@type='shelfmark']"),
    "shelf": _shelf,
    "record": lambda root: _texts(root, "//t:publicationStmt//t:idno[@type='record']"),
    "uploaded": lambda root: _values(root, "//t:publicationStmt//t:date/@when"),
    "genre": lambda root: _texts(root, "//t:textClass/t:keywords/t:term"),
    "abstract": lambda root: _texts(root, "//t:profileDesc/t:abstract"),
    "heads": lambda root: [plain(h) for h in find(root, f"{TEXT}//t:div[@type='document']/t:head")],
    "classification": lambda root: _texts(root, f"{TEXT}//t:seg[@type='classification']"),
    "copies": lambda root: _texts(root, f"{TEXT}//t:idno[@type='copy']"),
    "registry": lambda root: _texts(root, f"{TEXT}//t:idno[@type='registry']"),
    "datelines": dates_at(f"{TEXT}//t:dateline//t:date[not(ancestor::t:note)]"),
    "places": lambda root: _texts(root, f"{TEXT}//t:dateline//t:placeName"),
    "salutes": lambda root: [plain(s) for s in find(root, f"{TEXT}//t:salute")],
    "speakers": _speakers,
    "to_whom": _to_whom,
    "stages": _stages,
    "notes": _notes,
    "additions": lambda root: [[whole(a), a.get("place")] for a in find(root, f"{TEXT}//t:add")],
    "deletions": lambda root: _texts(root, f"{TEXT}//t:del"),
    "supplied": _supplied,
    "expansions": _choices("abbr", "expan"),
    "originals": lambda root: _texts(root, f"{TEXT}//t:note[@type='original']"),
    "glosses": _glosses,
    "sics": _sics,
    "gaps": _gaps,
    "pages": _pages,
    "paragraphs": _paragraphs,
    "marks": _marks,
    "stamps": _stamps,
    "signatures": _signatures,
    "docket": _docket,
    "distribution": _items(f"{TEXT}//t:list[@type='distribution']/t:item"),
    "lists": _items(f"{TEXT}//t:list[@rend='ordered']/t:item"),
    "participants": _participants,
    "reported": _reported,
    "sections": _sections,
    "milestones": lambda root: [name(m) for m in find(root, f"{TEXT}//t:milestone[@unit='section']")],
    "enclosures": _enclosures,
    "correspondence": _correspondence,
    "quotes": lambda root: [plain(q) for q in find(root, f"{TEXT}//t:quote")],
    "cited": lambda root: _values(root, f"{TEXT}//t:bibl//t:date/@when"),
    "persons": lambda root: sorted(
        plain(p) for p in find(root, "//t:particDesc//t:person/t:persName[not(@type='short')]")
    ),
}


def facts_of(root: Element, kind: str) -> list[Fact]:
    """Return the facts of one kind that a TEI tree states."""
    return KINDS[kind](root)


__all__ = ["ID", "KINDS", "Fact", "facts_of", "names_of"]
