"""Salutations and datelines into which the text runs on: "SIR: I have …", "LENKA, 3 May (TASS) — …" (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import give
from diple.recognisers.frame.tokens import dateline_of, mark_dateline

_CALLED = r"(?:[A-Z0][\w’'.\-]*|of|the|de|von|van)"
SALUTE = re.compile(
    r"(?:"
    r"(?:MY DEAR |DEAR |MY )?(?:SIR|SIRS|GENTLEMEN|MADAM|LORD|LADY|EXCELLENCY|YOUR EXCELLENCY)|"
    r"(?:My dear |My Dear |Dear |My |Hon(?:ou?red|\.) )?(?:Sir|Sirs|Gentlemen|Madam|Lord|Lady|Excellency|Monsieur)|"
    r"Your (?:Excellency|Lordship|Majesty|Highness)|Monsieur le [A-Z]\w+|"
    r"(?:(?:My |Most )?(?:[Hh]ono[u]?r(?:able|ed)|[Ii]llustrious|[Nn]oble|[Ee]xcellent|[Bb]eloved|[Gg]ood),? ){1,3}"
    r"(?:[Ff]riend|[Ss]ir|[Ll]ord|[Gg]entlemen|[Mm]adam|[Bb]rother|[Ss]ister)s?|"
    rf"(?:(?:My |MY |Most )?(?:[Dd]ear|DEAR|Esteemed|ESTEEMED|Respected|Honou?red))(?: {_CALLED}){{1,8}}"
    r")(?:,? (?:and|&) [A-Z][\w ]{2,20})?"
    r"(?::[ ]?[—–-]{0,2}|[,.][ ]?[—–-]{1,2})\s*(?=[A-Z“\"‘\[\d])|"
    r"(?:MY LORDS?|(?:HONOU?RED |REVEREND |DEAR )?SIRS?|GENTLEMEN|MADAM|YOUR EXCELLENCY),\s+(?=[A-Z“])"
)
"""A salutation into which the text runs on; in capitals a comma parts it: "SIR, Having been informed …"."""
SALUTE_OF_OFFICE = re.compile(
    r"(?:Mr|MR|Mister|Monsieur|Señor|Herr)\.? (?i:the )?(?i:Secretary(?: of State)?|Minister|Ambassador|President|"
    r"Charg[ée](?: d[’']Affaires)?|Consul(?: General)?|Commissioner|Governor|Chairman|Senator)"
    r":[ ]?[—–-]{0,2}\s*(?=[A-Z“\"\[])"
)
"""One by the office alone, which in the record of a talk would be the label of a turn."""
_DATELINE = re.compile(
    r"(?P<line>[A-Z][\w’'. -]{2,30},\s[^()\n—–]{3,30}?)\.?\s?(?:[\[(][^()\[\]\n]{2,24}[\])])?[.:]?"
    r"\s*(?:[—–]+|--|-(?=\s))\s*(?=[^\s\d])"
)
"""Place and date of a press report, with the agency in parentheses, before a dash."""

_SHORTEST = 40
"""The fewest characters of text that go on behind a dateline."""


def take_run_in(draft: Draft, block: Block, *, has_head: bool, is_letter: bool = False) -> bool:
    """Divide a paragraph behind a salutation (below a head) or a dateline that opens it; tell whether there is one.

    ``is_letter`` says that the head tells who writes to whom, so that an office alone is a salutation too.
    """
    match = SALUTE.match(draft.text, block.start, block.end) if has_head else None
    if match is None and is_letter:
        match = SALUTE_OF_OFFICE.match(draft.text, block.start, block.end)
    if match:
        first, *_ = draft.split_block(block, match.end())
        return give(draft, first, Role.OPENER, "salute", why="salutation run into the text")
    dated = _DATELINE.match(draft.text, block.start, block.end)
    found = dateline_of(dated["line"]) if dated else None
    if dated is None or found is None or found.place == (0, 0) or block.end - dated.end() < _SHORTEST:
        return False
    first, *_ = draft.split_block(block, dated.end())
    give(draft, first, Role.OPENER, "dateline", why="dateline run into the text")
    mark_dateline(draft, *dated.span("line"))
    return True
