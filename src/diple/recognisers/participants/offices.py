"""The words of an office as a list of persons has them, without what joins them to a name (TEI 16.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants.wording import ADDRESS


def without_address(lead: str) -> str:
    """Return what stands before a name without "the" at its beginning and forms of address at either end."""
    words = lead.split()
    while words and words[0].strip(".,").lower() in ADDRESS | {"and", "with", "by", "also"} and not _CHIEF.match(lead):
        del words[0]
    while words and words[-1].strip(".,").lower() in ADDRESS and not _GENERAL.search(" ".join(words)):
        del words[-1]
    return " ".join(words)


_CHIEF = re.compile(r"General (?:Secretary|Director|Manager|Counsel|Inspector|Commissioner|Consul)\b")
"""Offices that begin with what is a rank elsewhere."""
_GENERAL = re.compile(
    r"\b(?:Director|Secretary|Consul|Attorney|Governor|Inspector|Solicitor|Postmaster|Quartermaster|Adjutant|Comptroller|"
    r"Surgeon|Procurator|Advocate|Auditor)[ -]General$"
)
"""Offices that end in what is a rank elsewhere."""


_CLAUSE = re.compile(r"\(?(?:we|I|he|she|they|it|who|which|whom|this|that)\s")
"""What begins a sentence behind a name, and no office."""


def tidy(office: str) -> str:
    """Return an office without what joins it to a name."""
    plain = " ".join(office.split())
    plain = re.sub(r"^\([^()]*\)\s*(?=[–—,:-]\s)", "", plain)
    plain = re.sub(r"^(?:absent|not present|excused)\b[,;]?\s*", "", plain, flags=re.I)
    plain = re.sub(r"^[*†‡]+\s*|^\.\s*\(.*", "", plain)
    plain = re.sub(r"^(?:[–—:,-]\s*)+|^(?:who is|as)\s+|^the\s(?=[a-z])", "", plain)
    plain = _HONOURS.sub("", plain)
    plain = _WHEN.sub("", re.sub(r"^(?:\.\s?){3,}", "", plain))
    plain = re.sub(r"(?:,|;|(?:^|\s+)(?:and|also)|\.|\s*[—–:])+$", "", plain).strip()
    if _CLAUSE.match(plain) or _LETTERS.fullmatch(plain):
        return ""
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        plain = plain[1:-1].removeprefix("as ")
    return "" if len(plain) >= 300 or _NO_OFFICE.match(plain) else plain


_LETTERS = re.compile(r"(?:[A-Z]\.\s?){1,5}[A-Z]")
"""Letters with full stops, which are degrees: "M.E"."""
_HONOURS = re.compile(
    r"^(?:(?:(?:[A-Z]\.){2,}|(?:M\.?P|Q\.?C|K\.?C|P\.?C|C\.?H|C\.?B|K\.?G|K\.?T|O\.?M|M\.?C|T\.?D|D\.?L|J\.?P|KCB|GCB|KCMG|GCMG|CMG|OBE|"
    r"CBE|KBE|MBE|DSO|DSC|FRS|RN|USN|USA|USAF|Bt|Bart|Esq)\.?)(?:,\s*|\s+|$))+"
)
"""Letters behind a name that are no office."""
_WHEN = re.compile(
    r"[.,]?\s*\((?:(?:in the chair|presiding|ill|on leave|abroad|part[- ]time|zeitweise)|"
    r"(?:for|during) (?:part|most|some|the (?:first|last|latter|early|later))\b[^()]*|"
    r"(?:until|till|from|after|bis|ab|à partir de) (?:items? )?\d[^()]*|"
    r"(?:present )?(?:for |during |participating in )?(?:agenda )?(?:items?|minutes?|points?)\s\d[^()]*)\)[.,;]?$",
    re.I,
)
"""What stands behind an office and says what somebody did, or for what items he was present."""
_NO_OFFICE = re.compile(
    r"(?:\d{1,3}$|(?:[Ff]leet|[Ff]ield|[Ll]ieutenant|[Rr]ear|[Aa]ir)$|"
    r"(?:at|on|in|from|by|about|around|for)(?:$| (?:\d|noon\b|midnight\b|telephone\b|phone\b|lunch|dinner))|"
    r"(?:for )?(?:[Ii]tem|[Mm]inute|[Pp]oint)s? \d|[Ii]n the [Cc]hair|[Pp]residing$|"
    r"(?:am|vom|le|du|el|il|del) \d|"
    r"did not\b|and (?:Party|Government))"
)
"""What may stand behind a name and says when or how, and nobody's office."""
