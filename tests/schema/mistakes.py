"""Mistakes that archivists make, put into valid documents one at a time, with what ought to be told of each.

``python tests/schema/mistakes.py 1000`` makes a thousand of them and prints how they were told, by kind.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from diple.findings import Finding
from diple.inputs import SOURCE_SUFFIXES
from diple.validate import validate_bytes
from kept import encoding_of_file

ROOT = Path(__file__).resolve().parents[2]


class Mistake(NamedTuple):
    """A document with one mistake; ``suggestion`` is what ought to be suggested, or ``None`` where nothing can be."""

    kind: str
    text: str
    line: int
    suggestion: str | None = None


class Outcome(NamedTuple):
    """How a mistake was told: at all, at its line, once, and with the right suggestion (``None`` if there is none)."""

    kind: str
    caught: bool
    at_line: bool
    once: bool
    suggested: bool | None


Make = Callable[[str, random.Random], Mistake | None]
KINDS: dict[str, Make] = {}


def kind(name: str) -> Callable[[Make], Make]:
    def register(make: Make) -> Make:
        KINDS[name] = make
        return make

    return register


def _pick(text: str, pattern: str, chance: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return chance.choice(found) if found else None


def _put(
    name: str, text: str, span: tuple[int, int], new: str, suggestion: str | None = None, at: int | None = None
) -> Mistake:
    """Return the mistake of writing ``new`` over a span; ``at`` is where it shows, if not at its beginning.

    No mistake spans a line, so the line is the same in both texts.
    """
    place = span[0] if at is None else at
    return Mistake(name, text[: span[0]] + new + text[span[1] :], text.count("\n", 0, place) + 1, suggestion)


def _misspell(name: str, chance: random.Random) -> str:
    """Return a name with two letters swapped, one doubled or one left out, after the first."""
    at = chance.randrange(1, len(name) - 1)
    slips = [
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + name[at] + name[at:],
        name[:at] + name[at + 1 :],
    ]
    chance.shuffle(slips)
    return next((slip for slip in slips if slip != name), name + "e")


LONG = "persName|placeName|speaker|supplied|foreign|dateline|postscript|salute|signed|opener|closer|stage|repository"


@kind("element misspelt in both tags")
def _element(text: str, chance: random.Random) -> Mistake | None:
    if not (found := _pick(text, rf"<({LONG})\b([^<>]*[^/])?>([^<>]*)</\1>", chance)):
        return None
    wrong = _misspell(found[1], chance)
    return _put("", text, found.span(), f"<{wrong}{found[2] or ''}>{found[3]}</{wrong}>", found[1])


@kind("element misspelt in its end tag")
def _end_tag(text: str, chance: random.Random) -> Mistake | None:
    if not (found := _pick(text, rf"</({LONG})>", chance)):
        return None
    return _put("", text, found.span(), f"</{_misspell(found[1], chance)}>", f"</{found[1]}>")


@kind("element in small letters")
def _small(text: str, chance: random.Random) -> Mistake | None:
    if not (
        found := _pick(
            text, r"<(persName|placeName|langUsage|roleName|msItem|editorialDecl)\b([^<>]*[^/])?>([^<>]*)</\1>", chance
        )
    ):
        return None
    small = found[1].lower()
    return _put("", text, found.span(), f"<{small}{found[2] or ''}>{found[3]}</{small}>", found[1])


@kind("element of HTML")
def _html(text: str, chance: random.Random) -> Mistake | None:
    if not (found := _pick(text, r"(<p\b[^<>]*>[A-Z]\w+ )(\w+)( \w)", chance)):
        return None
    tag, ours = chance.choice([("i", "hi"), ("b", "hi"), ("em", "emph"), ("span", "seg"), ("strong", "hi")])
    return _put("", text, found.span(2), f"<{tag}>{found[2]}</{tag}>", ours)


@kind("attribute misspelt")
def _attribute(text: str, chance: random.Random) -> Mistake | None:
    if not (
        found := _pick(
            text, r'<\w+[^<>]*? (who|when|type|place|hand|resp|target|reason|direct|rend|status|ref)="', chance
        )
    ):
        return None
    return _put("", text, found.span(1), _misspell(found[1], chance) if len(found[1]) > 3 else found[1] + "s", found[1])


@kind("attribute of another element")
def _alien(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<(p|head|item|speaker|persName)(?=[ >])", chance)
    return _put("", text, (found.end(), found.end()), ' colour="red"') if found else None


@kind("value misspelt")
def _value(text: str, chance: random.Random) -> Mistake | None:
    values = (
        "translator|original|annotation|margin-left|above|translation|signature|highlight|docket|delivery|shelfmark"
    )
    if not (found := _pick(text, rf'\b(type|place|reason|function)="({values})"', chance)):
        return None
    mistake = _put("", text, found.span(2), _misspell(found[2], chance), found[2])
    return mistake if "<gap" not in found[0] else None


@kind("value not in the list")
def _unlisted(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'<(?:note|stage|div|gap|supplied|idno)\b[^<>]*? (?:type|reason)="(\w[\w-]*)"', chance)
    return _put("", text, found.span(1), "miscellaneous") if found else None


@kind("day that does not exist")
def _day(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'when="\d{4}-\d\d-(\d\d)"', chance)
    return _put("", text, found.span(1), "32") if found else None


@kind("date in words")
def _words(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'when="(\d{4}-\d\d-\d\d)"', chance)
    return _put("", text, found.span(1), "the 4th of May") if found else None


@kind("required attribute lost")
def _required(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(
        text, r'<(?:gap\b[^<>]*?( reason="\w+")|metamark\b[^<>]*?( function="\w+")|language( ident="[\w-]+"))', chance
    )
    if not found:
        return None
    span = found.span(found.lastindex or 1)
    return _put("", text, span, "", None, found.start())


@kind("id used twice")
def _twice(text: str, chance: random.Random) -> Mistake | None:
    ids = list(re.finditer(r'<(?:p|note|seg|div|sp)\b[^<>]*xml:id="([^"]+)"', text))
    if len(ids) < 2:
        return None
    first, second = sorted(chance.sample(ids, 2), key=lambda one: one.start())
    if f"#{second[1]}" in text:
        return None
    return _put("", text, second.span(1), first[1])


@kind("id that begins with a digit")
def _digit(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'xml:id="([^"]+)"', chance)
    return (
        _put("", text, (found.start(1), found.start(1)), "1", "x1" + found[1])
        if found and f"#{found[1]}" not in text
        else None
    )


@kind("pointer to nothing")
def _dangling(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'(?:who|resp|hand|ref)="(#[\w.-]+)"', chance)
    return _put("", text, found.span(1), found[1] + "-x") if found else None


@kind("pointer without #")
def _bare(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'(?:who|resp|hand|ref)="(#)([\w.-]+)"', chance)
    return _put("", text, found.span(1), "") if found else None


@kind("hand lost")
def _hand(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'<add\b[^<>]*?( hand="#[\w-]+")', chance)
    return _put("", text, found.span(1), "", None, found.start()) if found else None


@kind("end tag lost")
def _unclosed(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, rf"<({LONG})\b(?:[^<>]*[^/])?>[^<>]*(</\1>)", chance)
    return _put("", text, found.span(2), "", f"</{found[1]}>", found.start()) if found else None


@kind("end tag too many")
def _stray_end(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<p\b[^<>]*>\w+ ", chance)
    return _put("", text, (found.end(), found.end()), "</hi>") if found else None


@kind("bare ampersand")
def _ampersand(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<p\b[^<>]*>\w+ ", chance)
    return _put("", text, (found.end(), found.end()), "& ", "&amp;") if found else None


@kind("bare less-than sign")
def _less(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<p\b[^<>]*>\w+ ", chance)
    return _put("", text, (found.end(), found.end()), "< ", "&lt;") if found else None


@kind("quotation mark lost")
def _quote(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'<(?:p|note|sp|date)\b[^<>]*=(")[^"<>]*"[^<>]*>', chance)
    return _put("", text, found.span(1), "") if found else None


@kind("curly quotation marks")
def _curly(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'="([\w#-]+)"(?=[ />])', chance)
    return _put("", text, (found.start() + 1, found.end()), f"“{found[1]}”", '"') if found else None


@kind("words outside paragraphs")
def _stray(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"</p>(?=\s*<p\b)", chance)
    return _put("", text, (found.end(), found.end()), " stray words ") if found else None


@kind("paragraph in an opener")
def _p_in_opener(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<opener>", chance)
    return _put("", text, (found.end(), found.end()), "<p>Words.</p>") if found else None


@kind("heading after the text")
def _late_head(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"</p>(?=\s*<p\b)", chance)
    return _put("", text, (found.end(), found.end()), "<head>Head</head>") if found else None


@kind("turn inside a paragraph")
def _sp_in_p(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<p\b[^<>]*>\w+ ", chance)
    return _put("", text, (found.end(), found.end()), "<div><p>Yes.</p></div>") if found else None


@kind("required element lost")
def _lost_element(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<title type=\"main\">[^<>]*</title>|<corr\b[^<>]*>[^<>]*</corr>", chance)
    if not found:
        return None
    # Where it ought to stand is told by what follows, or by its parent if nothing does.
    before, after = text.rindex("<", 0, found.start()), text.index("<", found.end())
    alone = text[after + 1] == "/" and text[before + 1] != "/"
    return _put("", text, found.span(), "", str(re.findall(r"<(\w+)", found[0])[0]), before if alone else after)


@kind("page number twice")
def _page(text: str, chance: random.Random) -> Mistake | None:
    pages = list(re.finditer(r'<pb\b[^<>]*\bn="(\d+)"', text))
    if len(pages) < 2:
        return None
    at = chance.randrange(1, len(pages))
    return _put("", text, pages[at].span(1), pages[at - 1][1])


@kind("white space inside a name")
def _space(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<persName\b(?:[^<>]*[^/])?>\w[^<>]*?(</persName>)", chance)
    return _put("", text, found.span(1), " </persName>", None, found.start()) if found else None


@kind("value that contradicts the printed date")
def _contradiction(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'<date when="(\d{4})-\d\d-\d\d"(?: [^<>]*)?>[^<>]*\b\1\b[^<>]*</date>', chance)
    return _put("", text, found.span(1), str(int(found[1]) - 10)) if found else None


@kind("colon in a speaker's label")
def _colon(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<speaker>[^<>]+(?=</speaker>)", chance)
    return _put("", text, (found.end(), found.end()), ":", None, found.start()) if found else None


@kind("attribute twice")
def _doubled(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'<(?:p|sp|note|persName|supplied|date)\b[^<>]*?( [\w:]+="[^"]*")', chance)
    return _put("", text, (found.end(1), found.end(1)), found[1], None, found.start()) if found else None


@kind("elements that overlap")
def _overlap(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<(persName|placeName|orgName|supplied|foreign)\b(?:[^<>]*[^/])?>(\w[^<>]*)</\1>", chance)
    if not found:
        return None
    new = found[0].replace(f">{found[2]}<", f'><hi rend="bold">{found[2]}<') + "</hi>"
    return _put("", text, found.span(), new)


@kind("entity of HTML")
def _entity(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<p\b[^<>]*>\w+( )\w", chance)
    return _put("", text, found.span(1), "&nbsp;") if found else None


@kind("attribute without quotation marks")
def _unquoted(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r' (?:type|place|who|hand|resp|n)="([\w#-]+)"', chance)
    return _put("", text, (found.start(1) - 1, found.end(1) + 1), found[1]) if found else None


@kind("paragraph left empty")
def _emptied(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"</p>(?=\s*<p\b)", chance)
    return _put("", text, (found.end(), found.end()), "<p> </p>") if found else None


@kind("speaker without speech")
def _speechless(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<sp\b[^<>]*>\s*<speaker>[^<>]*</speaker>(\s*<p\b[^<>]*>[^<>]*</p>)\s*</sp>", chance)
    if not found or "\n" in found[1].strip():
        return None
    start = found.start(1) + len(found[1]) - len(found[1].lstrip())
    return _put("", text, (start, found.end(1)), "", None, found.start())


@kind("page break that merges two words")
def _merged(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"[a-z]( ?)<pb\b[^<>]*?( ?)/>( ?)[a-z]", chance)
    if not found or "break" in found[0]:
        return None
    return _put("", text, found.span(), found[0].replace(" <pb", "<pb").replace("> ", ">"))


@kind("word cut at a page end that is not said to be")
def _cut(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r'[a-z]<pb\b[^<>]*?( break="no")[^<>]*/>[a-z]', chance)
    return _put("", text, found.span(1), "", None, found.start()) if found else None


@kind("correction that changes nothing")
def _same(text: str, chance: random.Random) -> Mistake | None:
    found = _pick(text, r"<choice><sic>([^<>]+)</sic><corr\b[^<>]*>([^<>]+)</corr>", chance)
    return _put("", text, found.span(2), found[1], None, found.start()) if found else None


@lru_cache(maxsize=1)
def documents() -> tuple[str, ...]:
    """Return documents to make mistakes in, valid and without a warning of the kinds that mistakes give.

    They are the hand-made sample and what the encoder makes, here and now, of the transcripts of the edition and of the
    golden documents.
    """
    sources = [*sorted((ROOT / "seeds").glob("*.*")), *sorted((ROOT / "tests/corpus").glob("*/*/source.*"))]
    texts = [Path(__file__).with_name("sample.xml").read_text("utf-8")]
    texts += [encoding_of_file(source).tei.decode() for source in sources if source.suffix in SOURCE_SUFFIXES]
    return tuple(text for text in texts if _told(text) == [])


def _told(text: str) -> list[Finding]:
    """Return the findings of a document, but for advice, which a document may well keep."""
    return [
        one
        for one in validate_bytes(text.encode(), "x.xml", rules=True)
        if one.level == "error" or one.code in EXPECTED
    ]


# Warnings that are the very mistake made; other warnings of a document are its own.
EXPECTED = {"R201", "R202", "R107", "R203", "R204", "R401", "R413"}


def mistakes(number: int, seed: int = 1) -> Iterator[Mistake]:
    """Yield so many mistakes, all kinds in turn; a kind that a document has no room for is tried in another."""
    chance, texts = random.Random(seed), documents()
    made = 0
    while made < number:
        for name, make in KINDS.items():
            mistake = next((one for _ in range(20) if (one := make(chance.choice(texts), chance))), None)
            if mistake is not None and made < number:
                made += 1
                yield mistake._replace(kind=name)


def outcome(mistake: Mistake) -> Outcome:
    """Return how the mistake is told."""
    found = _told(mistake.text)
    suggested = None if mistake.suggestion is None else any(one.suggestion == mistake.suggestion for one in found)
    at_line = any(one.line == mistake.line for one in found)
    return Outcome(mistake.kind, bool(found), at_line, len(found) == 1, suggested)


def table(outcomes: list[Outcome]) -> str:
    """Return the figures by kind, and of all, as lines of text."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_kind[one.kind].append(one)
    lines = [f"{'mistake':40} {'number':>7} {'caught':>7} {'line':>7} {'once':>7} {'advice':>7}"]
    return "\n".join([*lines, *(_row(name, some) for name, some in by_kind.items()), _row("all", outcomes)])


def _row(name: str, outcomes: list[Outcome]) -> str:
    advised = [one.suggested for one in outcomes if one.suggested is not None]
    shares = [
        [one.caught for one in outcomes],
        [one.at_line for one in outcomes],
        [one.once for one in outcomes],
        advised,
    ]
    figures = (f"{100 * sum(share) / len(share):6.1f}%" if share else "      -" for share in shares)
    return f"{name:40} {len(outcomes):7} {' '.join(figures)}"


if __name__ == "__main__":
    print(f"{len(documents())} valid documents, {len(KINDS)} kinds of mistake")
    print(table([outcome(mistake) for mistake in mistakes(int(sys.argv[1]))]))
