"""Forms of names at the foot, and lines that say who drafted, cleared, decided and what is attached (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import INITIALS_NAME, PLAIN_NAME

_DRAFTER = re.compile(
    r"(?:[A-Z][A-Za-z]{0,5}[:/.\-]){1,4}[A-Z][A-Za-z.]{1,24}(?:[:/]\s?[A-Za-z]{2,4})*[:/]\s?[a-z]{2,4}\b"
    r"(?:[\s:]+\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[\s:]+[A-Za-z]+ \d{1,2}, \d{4})?(?:\s+[x(]?\d{3,5}\)?)?"
)
"""Office, drafter and typist: "EUR:WE:LHolm:hjm 10-20-58", "NEA/RA:TRask:jb"."""
_CLEARED = re.compile(
    r"(?:concurrences?|clearances?|cleared (?:by|with|in)|coordinated with|drafted by|drafting officer|attachments?|"
    r"enclosures?|tabs?)\s?(?::\s?|\n)\S.{1,500}",
    re.I | re.S,
)
_DECISION = re.compile(
    r"(?:\W*(?:approved?|disapproved?|agreed?|disagreed?|yes|no|see me|call me|let[’']s discuss|discuss|other|concur|"
    r"non-?concur)(?![^\W_])[\s_.…:□-]*){1,6}"
    r"(?:date[\s_.…:]*)?",
    re.I,
)


_CIPHERS = frozenset({"O.T.P.", "O. T. P.", "OTP"})
"""The cipher of a telegram below its text, by its letters."""


def is_cipher(text: str) -> bool:
    """Tell whether a line names the cipher of a telegram, and nobody by his initials."""
    return text in _CIPHERS


def is_drafter(text: str) -> bool:
    """Tell whether a line names office, drafter and typist by their signs."""
    return _DRAFTER.fullmatch(text) is not None


def is_cleared(lines: list[str]) -> bool:
    """Tell whether the lines of a block are who concurs or what is attached: a label, then entries with dashes."""
    entries = [text for text in lines if re.search(r"\s[-–—]\s", text)]
    return 2 * len(entries) >= len(lines) and _CLEARED.fullmatch("\n".join(lines)) is not None


def is_told_with_dashes(text: str) -> bool:
    """Tell whether words are such a block, its lines put one behind the other."""
    return _CLEARED.fullmatch(text) is not None and re.search(r"\s[-–—]\s", text) is not None


def is_decision(text: str) -> bool:
    """Tell whether a line is where the reader ticks what he decides: "Approve ____   Disapprove ____"."""
    is_ticked = len(text.split()) > 1 or re.search(r"_{3}|\.{4}|^(?:dis)?approve$", text, re.I) is not None
    return is_ticked and _DECISION.fullmatch(text) is not None


_DEGREES = (
    r"(?:,\s(?:M\.D|Ph\.? ?D|D\.D|D\.Sc|B\.Sc|M\.Sc|LL\.? ?[BDM]|[BM]\.A|F\.R\.[A-Z]{1,2}(?:\.S)?|[KQ]\.C|M\.P|"
    r"(?:[KGC]\.)?C\.[BM](?:\.[GE])?|[KO]\.B\.E|D\.S\.O|M\.C|R\.N|S\.J|O\.P|C\.E|J\.P|P\.C|Esq|MD|PhD|MP|QC|KC)\.?)+"
)
WITH_DEGREES = re.compile(
    rf"(?:{INITIALS_NAME.pattern})(?:{_DEGREES}|(?:,\s(?:[A-Z][A-Za-z]{{0,2}}\.){{2,5}})+)|{PLAIN_NAME.pattern}{_DEGREES}"
)
"""A name with the letters of degrees and honours behind it: "J. Oberg, M.D."."""
_RANK = r"(?i:col|gen|lt|maj|capt|adm|brig|cdr|cmdr|sgt|prof|dr|rev|eng|ing|cde)\.?\s"
TITLED = re.compile(
    rf"(?:{_RANK}){{1,3}}{INITIALS_NAME.pattern}|(?:{_RANK}){{2,3}}[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]+){{0,2}}"
)
"""Rank or title cut short, and a name: "Col. Gen. T. Rask", "Prof. Dr. Jonas Rask"."""

_MILITARY = (
    r"(?:\d(?:st|nd|rd|d|th)\s)?(?:(?:Brevet|Bvt|Acting|Brig|Brigadier|Lieutenant|Lieut|Lt|Major|Maj|Colonel|Col|General|Gen|"
    r"Captain|Capt|Admiral|Adm|Commander|Comdr|Cmdr|Cdr|Commodore|Sergeant|Sergt|Sgt|Corporal|Cpl|Private|Pte|Pvt|"
    r"Vice|Rear|Ensign|Midshipman|Surgeon|Surg|Adjutant|Adjt|Paymaster|Quartermaster|Chaplain|Wing|Squadron)\b\.?[ -]?)"
    r"{1,4}(?:(?:in |of )?(?:the )?[A-Z][a-z]+)?"
)
RANKED = re.compile(
    rf"(?P<name>{INITIALS_NAME.pattern}|{PLAIN_NAME.pattern}),\s"
    rf"(?P<office>{_MILITARY}(?:,?\s(?:[A-Z]\.\s?){{2,4}}|,\s(?:\d+\w* )?[A-Z][\w’'. ]{{2,40}})?)"
)
"""A name, a rank and the service: "A. Rask, Capt., N. S. N.", "Tove Lund, 1st Lt., 4th Foot"."""
WITH_MARK = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'.-]* ?){1,5}),? (?:his|her) (?:[xX+×†] )?(?:mark|cross)\b[\s.:]*(?:[xX+×†]\.?)?"
)
"""A name with the mark of one who cannot write: "Widow Maria Lund, her mark +"."""
