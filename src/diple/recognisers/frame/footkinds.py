"""What a line at the foot of a document is by its own words alone (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import (
    ADDRESS,
    ADDRESSED_TO,
    CLOSING_FORMULA,
    COPIES,
    DISTRIBUTION,
    DISTRIBUTION_WORDS,
    DOCKET,
    INITIALS_NAME,
    INSTITUTION,
    OFFICE,
    OFFICE_AND_NAME,
    PLAIN_NAME,
    POSTSCRIPT,
    SEAL,
    SIGNATURE,
    SIGNING_OFFICE,
    STATUS_WORD,
)
from diple.recognisers.frame.footcells import (
    LONGEST,
    NAME_AND_OFFICE,
    NAME_AND_TRADE,
    is_name_with_office,
    signature_in,
)
from diple.recognisers.frame.footforms import (
    RANKED,
    TITLED,
    WITH_DEGREES,
    WITH_MARK,
    is_cipher,
    is_decision,
    is_drafter,
    is_told_with_dashes,
)
from diple.recognisers.frame.lines import Line, is_capitals, is_spaced_name, label_in
from diple.recognisers.frame.recipients import is_repeated, names_recipients
from diple.recognisers.frame.signatories import OTHERS, is_row
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.participants.trades import is_noun_of_a_person

_NUMBERS = frozenset({"date", "registry", "copy", "telegram", "classification"})
END_NOTE = re.compile(
    r"\\?\[?\\?\*{1,3}\\?\]?\s?[A-Z]|"
    r"note (?:by|of) [A-Z][A-Z/]+:|"
    r"\(?\d{1,3}[.)]?\s(?:Source:|Source text\b|See (?:Document|footnote|telegram|ante|post|above|also)\b|"
    r"Not (?:printed|found|further)|Printed (?:from|in|ante)|Ibid\b|.{0,40}\bsee (?:footnote|Document|ante|post|p\.)|"
    r"Reference is to|For text|Dated\b|Infra\b|Supra\b)|"
    r"(?:reference|note|remark|source|original|(?:translator|editor|transcriber)[’']s note)\s?:|"
    r"\[(?!(?:\w+ )?sign)[^\[\]]{3,120}:\]?",
    re.I,
)
"""The beginning of a note below the document: by a sign, by its label, in a bracket."""
OLD_NAME = re.compile(
    r"(?:Th|Tho|Thos|Go|Geo|Js|Jas|Jno|Wm|Chas?|Saml?|Benj|Robt?|Edwd?|Edm|Alexr?|Nathl?|Richd?|Danl?|Jos|Hen|Fra|Matt|"
    r"Abr|Phil|Steph|Nich|Patr|Wal): [A-Z][\w’'-]+(?:[,.]? (?:Jr|Sr)\.?)?"
)
"""A name whose first part is shortened with a colon, as old hands write it: "Th: Marlow"."""
SIGLA_OF_COPY = re.compile(
    r"[A-Z][A-Za-z]{1,4}\s\([A-Z][\w:;,. -]{1,60}\)[.,;: ]"
    r"|(?:A(?:L|N|D|Df|M)S?|[LD]S|Df[tS]?|[RFT]C|Tr|PrC|LbC|MS|TLS?|C),\s[A-Z][A-Z]?[a-z]*[A-Z][A-Za-z]*(?: \(|[.:;,])"
)
"""What kind of copy an edition prints, below the letter: "RC (DLC). …", "ALS, DLC. …"."""
_LONE_REFERENCE = re.compile(r"(?=[^\d]*\d)(?=[^A-Z]*[A-Z])[A-Z\d]{1,6}(?:/[A-Z\d.]{1,10}){1,4}")
"""The reference of a paper, alone on its line: "3/NBF/T1622"."""
_HIS_MARK = re.compile(r"(?:his|her|their) (?:marks?|cross)\b.{0,12}", re.I)
_END_OF_MESSAGE = re.compile(r"N{3,4}|BT|END OF (?:MESSAGE|TELEGRAM|CABLE)|#+|END")
_DATE_LABELS = frozenset({"", "date", "dated", "place and date", "done", "signed"})
"""Labels that a date at the foot may have and still be that of writing; "Deadline: 1 April" is none."""
_WITNESS = re.compile(
    r"(?:witness(?:es|ed)?|countersigned|seen|correct|certified|"
    r"for (?:the )?(?:accuracy|correctness)|handed over)\b.{0,110}",
    re.I,
)


def strong_kind(line: Line) -> str:
    """Return what a line is by its own words alone."""
    text = line.text.rstrip("*†‡ ") or line.text
    if "|" in text:
        return ""
    if marked := _marked_kind(text):
        return marked
    if len(text) < LONGEST and (ADDRESS.match(text) or is_addressed_to(text)):
        return "address"
    if names_recipients(text) or is_repeated(text):
        return "copies"
    if len(text) > LONGEST and not CLOSING_FORMULA.fullmatch(text):
        return ""
    if _is_signed_docket(text):
        return "signature"
    for kind, form in (
        ("formula", CLOSING_FORMULA), ("copies", COPIES), ("docket", DOCKET), ("docket", _WITNESS)
    ):  # fmt: skip
        if form.fullmatch(text):
            return kind
    if _RELEASE.fullmatch(text) and is_capitals(text):
        return "docket"
    tokens = tokens_of(text) or tokens_of(_BRACKETS.sub("", text))
    if tokens and all(token.kind in _NUMBERS for token in tokens):
        return "number"
    if (item := DISTRIBUTION.fullmatch(text)) and _is_distribution(item):
        return "distribution"
    if dateline_of(text) and label_in(text) in _DATE_LABELS:
        return "date"
    if SEAL.fullmatch(text) and "seal" in text.lower():
        return "stamp"
    if signature_in(text):
        return "signature"
    if SEAL.fullmatch(text):
        return "stamp"
    if OTHERS.fullmatch(text):
        return "others"
    return _name_kind(text)


def _marked_kind(text: str) -> str:
    """Return what a line is by how it begins or ends: an old name, a note, a typist's sign, a postscript."""
    if OLD_NAME.fullmatch(text.rstrip(".")):
        return "name"
    if is_row(text):
        return "row"
    if SIGLA_OF_COPY.match(text) or text.endswith("↩"):
        return "endnote"
    if END_NOTE.match(text) and not (text.startswith("[") and signature_in(text)):
        return "endnote"
    if _HIS_MARK.fullmatch(text):
        return "office"
    if _END_OF_MESSAGE.fullmatch(text) or re.fullmatch(r"\d?-?[a-z]{2,3}|[A-Z]{2,5}-\d{1,2}", text):
        return "typist"
    if POSTSCRIPT.match(text):
        return "postscript"
    if STATUS_WORD.fullmatch(text.strip("[]. ")):
        return "loose"
    if _LONE_REFERENCE.fullmatch(text) and dateline_of(text) is None:
        return "number"
    if is_drafter(text):
        return "typist"
    return "docket" if is_cipher(text) or is_decision(text) or is_told_with_dashes(text) else ""


def _name_kind(text: str) -> str:
    """Return whether a line is a name, alone or with an office."""
    if INITIALS_NAME.fullmatch(text.strip("()/ —–")) or NAME_AND_TRADE.fullmatch(text) or is_spaced_name(text):
        return "name"
    if any(form.fullmatch(text) for form in (WITH_DEGREES, TITLED, RANKED, WITH_MARK)):
        return "name"
    if (known_as := KNOWN_AS.search(text)) and INITIALS_NAME.fullmatch(text[: known_as.start()]):
        return "name"
    if (text.isupper() or _MANY_INITIALS.match(text)) and INITIALS_NAME.fullmatch(text.removesuffix(".")):
        return "name"
    if is_name_with_office(text):
        return "name"
    if (match := NAME_AND_OFFICE.fullmatch(text)) and _is_held(match["office"]):
        return "name"
    if (match := OFFICE_AND_NAME.fullmatch(re.sub(r"[()]", "", text))) and OFFICE.search(match["office"]):
        return "name"
    if (match := OFFICE_THEN_NAME.fullmatch(text)) and OFFICE.search(match["office"]) and not _is_office(match["name"]):
        return "name"
    if telegraphed := TELEGRAPHED.fullmatch(text):
        return "name" if telegraphed["name"] else "docket"
    if title_end(text):
        return "name"
    if (match := SIGNING_OFFICE.fullmatch(text)) and PLAIN_NAME.fullmatch(match["name"].strip("()/ ")):
        return "name"
    return ""


TELEGRAPHED = re.compile(
    r"[-–—]{1,2}\s?(?P<n>\d{1,5})\s?[-–—]{1,2}"
    r"(?:\s?(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]*\.?(?: [A-ZÀ-ÖØ-Þ][\w’'-]*\.?)?)\s?[-–—]{1,2})?"
)
"""Number and sender, or his initial, at the end of a telegram: "– 84 – Rask –"."""


def title_end(text: str) -> int:
    """Return where the title of office ends before a full name on one line ("Ambassador Tove Rask"), 0 if none does."""
    for match in OFFICE.finditer(text[:_LONGEST_TITLE]):
        name = text[match.end() + 1 :]
        is_title = match[0][:1].isupper() and _TITLES.fullmatch(text[: match.end()]) is not None
        if is_title and text[match.end() : match.end() + 1] == " " and _FULL.fullmatch(name) and not _is_office(name):
            return match.end()
    return 0


_LONGEST_TITLE = 60
_TITLES = re.compile(r"(?:[A-Z][\w’'-]+[ -]?){1,4}")
_FULL = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-ÖØ-Þ][\w’'-]+){1,2}")
KNOWN_AS = re.compile(r"\s\([A-Z][\w’'. -]{1,30}\)$")
"""The name by which a signer is known, behind the one in his passport: "V. Orlov (Rask)"."""
_MANY_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2}")
SHORT_DAY = re.compile(r"\d{1,2}\s?[./]\s?(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4})(?:\s?[./]\s?\d{2,4})?\.?")
"""A day as it is written under a minute: "2/iii", "22/6", "3.iv.55"."""
_RELEASE = re.compile(
    r"(?:[A-Z]{2,6} )?(?:historical review program|(?:approved for |sanitized )?release[d]?\b|declassified\b|"
    r"downgraded\b|authority:? NND).{0,60}",
    re.I,
)
"""A stamp or line that says how a copy came to be released."""
OFFICE_THEN_NAME = re.compile(
    r"(?P<office>[A-Z][^,.!?:;]{2,60} (?:of|in|to|for|at) [^,.!?:;]{2,60}), "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})(?<!Branch)(?<!Division)(?<!Section)(?<!Affairs)(?<!Staff)"
)
"""Office and full name behind a comma: "Ambassador in Sorvia, Jonas Rask"."""


def _is_held(words: str) -> bool:
    """Tell whether words behind a name are an office, or a trade of one or two words: "Borough Surveyor"."""
    last = words.split()[-1].lower()
    return OFFICE.search(words) is not None or (len(words.split()) < 3 and is_noun_of_a_person(last))


def _is_office(words: str) -> bool:
    return OFFICE.search(words) is not None or INSTITUTION.search(words) is not None


_BRACKETS = re.compile(r"[\[\]]")


def _is_signed_docket(text: str) -> bool:
    """Tell whether a line certifies, countersigns or records, and bears the mark of an autograph and a name."""
    if re.match(r"(?:countersigned|attest(?:ed)?)\s?:", text, re.I):
        return True
    autograph = SIGNATURE.search(text)
    certifies = _CERTIFIES.match(text) is not None
    return certifies and autograph is not None and re.match(r"\W*[A-Z][\w.]*", text[autograph.end() :]) is not None


_CERTIFIES = re.compile(
    r"(?:correct|certified|verified|authentic|taken down|countersigned|witness(?:ed)?|minutes|minuted|protocol|"
    r"recorded|kept|stenograph(?:ed|ers?)|secretary)\b[^\[(/]{0,20}:",
    re.I,
)


def is_addressed_to(text: str) -> bool:
    """Tell whether a line names the addressee as at the foot of old letters, and is no formula: "I have, &c."."""
    return ADDRESSED_TO.fullmatch(text) is not None and CLOSING_FORMULA.fullmatch(text) is None


def _is_distribution(item: re.Match[str]) -> bool:
    has_dash = re.search(r"\s[-–—]\s*$|[-–—]\s+$", item["sign"]) is not None
    has_number_sign = re.match(r"[\d]", item["sign"]) is None
    names_reader = item["words"][:1].isupper() and has_dash and has_number_sign
    return bool(DISTRIBUTION_WORDS.match(item["words"])) or names_reader
