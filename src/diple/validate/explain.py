"""What a code means: its reason, and where it is a rule, an example that breaks it and one that keeps it."""

from __future__ import annotations

import textwrap
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from diple.codes import OF_INPUT, OF_REVIEW, OF_VERIFICATION
from diple.resources import resource
from diple.validate.diagnosis import CODES
from diple.xmlio import parse_file, parse_made

SCH = "{http://purl.oclc.org/dsdl/schematron}"
RULES = "{urn:x-diple:rules}"

INPUT_CODES = {
    "I001": "the file cannot be read",
    "I020": "the file is no well-formed XML, so that no program can read it",
    "I021": "the file has a DOCTYPE, which could fetch other files and is never read",
}
"""The codes of input that validation gives."""

OF_THE_RUN = {
    "R000": "a rule stopped at something it did not foresee; the other findings stand",
    "R901": "accepted.toml has a reason for a finding that is no longer there; old excuses hide new faults",
}


class Explanation(NamedTuple):
    """What is known of a code; the level and the examples are empty for codes that are not rules."""

    code: str
    reason: str
    level: str = ""
    bad: str = ""
    good: str = ""

    def as_text(self) -> str:
        """Return the explanation for people to read."""
        level = f" ({self.level})" if self.level else ""
        parts = [f"{self.code}{level}: {self.reason}"]
        parts += [f"\nNot so:\n{textwrap.indent(self.bad, '  ')}"] if self.bad else []
        parts += [f"\nBut so:\n{textwrap.indent(self.good, '  ')}"] if self.good else []
        return "\n".join(parts)


def explain(code: str) -> Explanation | None:
    """Return what is known of a code, in capitals or not; ``None`` if there is no such code."""
    return (_of_other_commands() | _explanations()).get(code.upper())


def codes() -> list[str]:
    """Return every code of validation, in order."""
    return sorted(_explanations())


def all_codes() -> list[str]:
    """Return every code of any command, in order."""
    return sorted(_of_other_commands().keys() | _explanations().keys())


def reason_of(code: str) -> str:
    """Return the reason behind a code, or the code itself if nothing is known of it."""
    known = explain(code)
    return known.reason if known else code


@lru_cache(maxsize=1)
def _explanations() -> dict[str, Explanation]:
    plain = {code: Explanation(code, reason) for code, reason in (INPUT_CODES | CODES | OF_THE_RUN).items()}
    tree = parse_file(resource("schema", "diple.sch"))
    levels = {str(one.get("id")): one.get("role", "error") for one in tree.iter(f"{SCH}assert", f"{SCH}report")}
    return plain | {str(why.get("rule")): _of_rule(why, levels) for why in tree.iter(f"{RULES}why")}


@lru_cache(maxsize=1)
def _of_other_commands() -> dict[str, Explanation]:
    plain = {code: Explanation(code, reason) for code, reason in (OF_INPUT | OF_VERIFICATION).items()}
    return plain | {code: Explanation(code, f"{noticed}: {to_do}") for code, (noticed, to_do) in OF_REVIEW.items()}


def _of_rule(why: etree._Element, levels: dict[str, str]) -> Explanation:
    code = str(why.get("rule"))
    bad, good = (next(why.itersiblings(f"{RULES}{kind}")) for kind in ("bad", "good"))
    return Explanation(code, " ".join((why.text or "").split()), levels[code], _shown(bad), _shown(good))


def _shown(example: etree._Element) -> str:
    """Return the XML of an example, one element to a line, without its namespaces."""
    bare = parse_made(etree.tostring(example))
    for element in bare.iter("*"):
        element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(bare)
    return "\n".join(etree.tostring(child, encoding="unicode").strip() for child in bare)
