"""A line that is wholly a reference to an archive: "SAPMO-BArch, DY 30/3512", "AVP RF, f. 100, op. 50, d. 5"."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.recognisers.record.shelfmark import parts_of

_SIGLA = (
    r"RGANI|RGASPI|RGAE|RGVA|TsKhSD|TsAMO|GARF|AVP ?RF|APRF|AP ?RF|TsGANI|TsDAHO|TsDA|TsDIA|TsKhIDNI|RTsKhIDNI|"
    r"RTSKHIDNI|TSKHSD|"
    r"SAPMO(?:-BArch)?|B-?Arch|BArch|PA[ -]?AA|PAAA|MfAA|BStU|AAN|AMSZ|AMVnR|AIPN|IPN|MNL(?: OL)?|"
    r"M[OÓ]L|[UÚ]MKL|N[AÁ]|S[UÚ]A|A ?[UÚ]V|"
    r"AM[VZ]|ABS|[UÚ]VAR|ANIC|AMAE|AMAEF|MAE|AJ(?:BT)?|DAMSP|AQSh|AQPPSh|AMPJ|TNA|PRO|UKNA|FO|PREM|CAB|DEFE|NARA|NACP|"
    r"RG|NSA|DDEL|JFKL|LBJL|LAC|NAA|NAI|FRUS|PRC FMA|CFMA|FMA|PRCFMA|NAC|LVA|ERAF|EAA|LYA|HDA|HIA|CADN|ACP|FIG"
)
_SIGLUM = re.compile(rf"(?:{_SIGLA})(?![\w])")
_ARCHIVE = re.compile(
    rf"{_SIGLUM.pattern}|[^.;:\d]{{0,80}}?(?:\b[Aa]rchiv\w*|\bArkh?iv\w*|\bArhiv\w*|\bArchiwum|"
    r"\bInstitution|\bPresidential Materials|\bLev[eé]lt[aá]r\w*|\bLibrary|"
    r"\bPapers|\bCollection|Department of State, (?:Central|[A-Z/]{2,8}) Files)\b"
)
_UNIT = re.compile(
    r"(?:fonds?|opis|delo|listy?|ll?|ff?|op|dd?|pp?|por|papka|file|folder|box|karton|sign?|inv|vol|tom|t|c|ch|k|sv|j|a|ar|e|"
    r"[öőo]|z|w|b|ka|kt|obal|dans|khuu|kh|per|dok|doc|roll|container|dosar|filele|paczka|teczka|zesp[oó]ł|s[eé]rie|"
    r"sous-s[eé]rie|bod|al|of|de|du|la|le|der|des|for|the|and|cs|doboz|bl|no|nr|inventory|record|group|series|entry|lot|reel|frame|item|unit|ser|part|pt|annex)\b\.?’?",
    re.I,
)
_WORDS = re.compile(r"[^\s,;:()–—.]+\.?")
_CAPITAL_WORDS = 10
_LONGEST_NAME = 90
_LONGEST = 220


def is_sure_reference(text: str) -> bool:
    """Tell whether words begin with the letters of an archive and name two units in it at least."""
    units = [part for part in parts_of(text) if part.field not in {"repository", "locus"}]
    return _SIGLUM.match(text.strip()) is not None and len(units) > 1


def is_bare_reference(text: str) -> bool:
    """Tell whether a line names an archive and a place in it, and holds nothing else: no sentence, date or title."""
    if STAMPED.match(text):
        return False
    words = " ".join(text.split()).strip("[]() ")
    if not 6 <= len(words) <= _LONGEST or _ARCHIVE.match(words) is None or not re.search(r"\d", words):
        return False
    if any(date.precision == "day" for date in find_dates(words)):
        return False
    name, comma, rest = words.partition("," if "," in words[:_LONGEST_NAME] else ".")
    parts = [part for part in _WORDS.findall(rest if comma else words) if not re.search(r"\d", part)]
    others = [part for part in parts if not _UNIT.fullmatch(part)]
    if len(name) > _LONGEST_NAME or any(part[:1].islower() for part in others) or len(others) > _CAPITAL_WORDS:
        return False
    return _SIGLUM.match(words) is not None or any(part.field != "repository" for part in parts_of(words))


STAMPED = re.compile(r"\W*(?:\w+ ){0,4}(?:stamp|seal|timbre|cachet|stempel|siegel|sello|timbro|carimbo)\b", re.I)
"""How the words of a stamp are told, which may name a library: "[Round stamp on p. 2: …]"."""
