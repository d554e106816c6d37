"""The last lines of a document, and what each is by its own words alone (TEI 4.2.2)."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import (
    ADDRESS,
    ADDRESSED_TO,
    CAPITALS_NAME,
    CLOSING_FORMULA,
    COPIES,
    DISTRIBUTION,
    DISTRIBUTION_HEAD,
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
)
from diple.recognisers.frame.footcells import (
    LONGEST,
    NAME_AND_OFFICE,
    NAME_AND_TRADE,
    ON_BEHALF,
    cells_beside,
    is_name_with_office,
    signature_in,
)
from diple.recognisers.frame.lines import OUTSIDE, Line, is_capitals, is_prose, is_spaced_name, label_in, lines_of
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_NUMBERS = frozenset({"date", "registry", "copy", "telegram", "classification"})
_END_NOTE = re.compile(
    r"\\?\[?\\?\*{1,3}\\?\]?\s?[A-Z]|"
    r"note (?:by|of) [A-Z][A-Z/]+:|"
    r"\(?\d{1,3}[.)]?\s(?:Source:|See (?:Document|footnote|telegram|ante|post|above|also)\b|"
    r"Not (?:printed|found|further)|Printed (?:from|in|ante)|Ibid\b|.{0,40}\bsee (?:footnote|Document|ante|post|p\.)|"
    r"Reference is to|For text|Dated\b|Infra\b|Supra\b)|"
    r"(?:reference|note|remark|source|original|(?:translator|editor|transcriber)[’']s note)\s?:|"
    r"\[(?!(?:\w+ )?sign)[^\[\]]{3,120}:\]?",
    re.I,
)
"""The beginning of a note below the document: by a sign, by its label, in a bracket."""
COMPLETED = re.compile(r"(?:[A-Z]\[[a-z]{2,}\]\.?\s?){2,3}")
"""Initials that sign, completed by an editor: "C[olin] H[all]"."""
OLD_NAME = re.compile(
    r"(?:Th|Tho|Thos|Go|Geo|Js|Jas|Jno|Wm|Chas?|Saml?|Benj|Robt?|Edwd?|Edm|Alexr?|Nathl?|Richd?|Danl?|Jos|Hen|Fra|Matt|"
    r"Abr|Phil|Steph|Nich|Patr|Wal): [A-Z][\w’'-]+(?:[,.]? (?:Jr|Sr)\.?)?"
)
"""A name whose first part is shortened with a colon, as old hands write it: "Th: Marlow"."""
_SIGLA = re.compile(r"[A-Z][A-Za-z]{1,4}\s\([A-Z][\w:;,. -]{1,60}\)[.,;: ]")
"""What kind of copy an edition prints, below the letter: "RC (DLC). …"."""
_NUMBERED = re.compile(r"(?P<sign>\[?\(?(?P<n>\d{1,3})[.)\]]{0,2}\s+)\S")
BARE_NOTE = re.compile(r"(?P<sign>(?:[-•] |\[?\(?(?P<n>\d{1,3})[.)\]]{0,2}\s))\S")
"""The body of a note below the foot with its number or, as a copy from a web page leaves it, a bullet."""
_HIS_MARK = re.compile(r"(?:his|her|their) (?:marks?|cross)\b.{0,12}", re.I)
_END_OF_MESSAGE = re.compile(r"N{3,4}|BT|END OF (?:MESSAGE|TELEGRAM|CABLE)|#+|END")
_LONGEST_NOTE = 600
_DATE_LABELS = frozenset({"", "date", "dated", "place and date", "done", "signed"})
"""Labels that a date at the foot may have and still be that of writing; "Deadline: 1 April" is none."""
_WITNESS = re.compile(
    r"(?:witness(?:es|ed)?|countersigned|seen|correct|certified|"
    r"for (?:the )?(?:accuracy|correctness)|handed over)\b.{0,110}",
    re.I,
)


def last_lines(draft: Draft, blocks: list[Block], most: int) -> list[Line]:
    """Return the last lines of a document, back to its last paragraph; notes and stamps are passed over."""
    lines: list[Line] = []
    notes = bodies_of_notes(draft)
    for block in reversed(blocks):
        if block.role is None and is_stray_note(draft, block, notes):
            continue
        if block.role in OUTSIDE or block.role in {Role.NOTE, Role.CLOSER, Role.OPENER}:
            continue
        if block.role is Role.MILESTONE and not lines and block.attrs.get("rend") == "asterism":
            continue
        if block.role is not None or len(lines) > most:
            break
        if block.joined:
            break
        of_block = [cell for line in lines_of(draft, block) for cell in cells_beside(draft, line)]
        whole = " ".join(line.text for line in of_block)
        if of_block and (POSTSCRIPT.match(whole) or _is_formula(of_block, whole)):
            lines.insert(0, Line(block, of_block[0].start, of_block[-1].end, whole))
            continue
        if (
            of_block
            and all(strong_kind(line) for line in lines)
            and len(whole) < _LONGEST_NOTE
            and (_END_NOTE.match(draft.text, block.start) or _SIGLA.match(draft.text, block.start) or whole[-1:] == "↩")
        ):
            lines.insert(0, Line(block, of_block[0].start, of_block[-1].end, whole))
            continue
        is_docket = len(of_block) > 1 and DOCKET.fullmatch(of_block[0].text) and DOCKET.fullmatch(whole)
        has_list = any(DISTRIBUTION_HEAD.fullmatch(line.text) for line in of_block)
        if is_docket and not has_list and not all(strong_kind(line) for line in of_block):
            lines.insert(0, Line(block, of_block[0].start, of_block[-1].end, whole))
            continue
        is_known = (
            _is_office_above(lines, whole)
            or COPIES.fullmatch(whole)
            or DOCKET.fullmatch(whole)
            or _is_addressed_to(whole)
            or _is_set_in_lines(of_block, whole)
        )
        if is_prose(whole) and not is_known:
            lines[:0] = _closing_lines(of_block)
            break
        lines[:0] = of_block
    return lines


def _is_office_above(lines: list[Line], whole: str) -> bool:
    """Tell whether words are an office with a colon, over the name of its holder in the line below."""
    is_over_name = bool(lines) and strong_kind(lines[0]) in {"name", "signature"}
    return is_over_name and whole.endswith(":") and len(whole) < LONGEST and OFFICE.search(whole) is not None


def _closing_lines(lines: list[Line]) -> list[Line]:
    """Return the lines from the closing formula on that stand without a blank line under the last sentence."""
    for number in range(max(1, len(lines) - _MOST_CLOSING), len(lines)):
        ends = re.search(r"[.!?:…][”\"’')\]]?\d{0,2}$", lines[number - 1].text)
        behind = lines[number + 1 :]
        if ends and CLOSING_FORMULA.fullmatch(lines[number].text) and all(len(line.text) < 80 for line in behind):
            return lines[number:]
        if ends and _are_of_signers(lines[number:]):
            return lines[number:]
    return []


def _are_of_signers(lines: list[Line]) -> bool:
    """Tell whether lines under a last sentence are those of signers: short, a name among them, offices or dates."""
    kinds = [strong_kind(line) for line in lines]
    told = [kind or _may_be_signers(line.text) for kind, line in zip(kinds, lines, strict=True)]
    opens = kinds[0] in {"name", "signature", "date"} or ON_BEHALF.match(lines[0].text)
    is_named = bool({"name", "signature"} & set(kinds)) and opens
    return bool(is_named) and all(told) and all(len(line.text) < _LONGEST_SIGNER for line in lines)


def _may_be_signers(text: str) -> bool:
    """Tell whether a short line may be an office, whom somebody signs for, or a name in capitals before a comma."""
    is_name = text.endswith(",") and CAPITALS_NAME.fullmatch(text[:-1]) is not None
    return is_name or OFFICE.search(text) is not None or ON_BEHALF.match(text) is not None


_LONGEST_SIGNER = 60
"""The most characters of a line of a signer that stands without a blank line under the last sentence."""


_MOST_CLOSING = 7
"""The most lines from a closing formula to the end of a paragraph that it ends."""


def bodies_of_notes(draft: Draft) -> set[int]:
    """Return where the bodies of notes begin that have their marks."""
    return {block.start for block in draft.blocks if block.role is Role.NOTE_BODY}


def give_stray_notes(draft: Draft, blocks: list[Block], start: int) -> None:
    """Make notes of the bodies without a mark that stand below the foot, which begins at ``start``."""
    notes = bodies_of_notes(draft)
    for block in blocks:
        match = _NUMBERED.match(draft.text, block.start, block.end) if block.start > start else None
        if match and block.role is None and is_stray_note(draft, block, notes):
            draft.give_role(block, Role.NOTE, why="body of a note without a mark")
            draft.sign(*match.span("sign"), why="number of a note")
            give_note(draft, match.end("sign"), block.end, match["n"])


def give_note(draft: Draft, start: int, end: int, number: str) -> None:
    """Put a note of the editor's without a place in the text around what stands between two offsets.

    The arrow back to its mark, as web pages set it at the end of a note, is a sign.
    """
    body = draft.text[start:end].rstrip()
    if body.endswith("↩"):
        arrow = start + len(body) - 1
        draft.sign(arrow, arrow + 1, why="arrow back to the mark of a note")
        end = start + len(body[:-1].rstrip())
    is_source = draft.text.startswith("Source:", start)
    numbered = {"n": number} if number else {}
    kind = "source" if is_source else "editor"
    draft.span(start, end, "note", {"type": kind, "place": "foot", **numbered, "anchored": "false"})


def is_stray_note(draft: Draft, block: Block, notes: set[int]) -> bool:
    """Tell whether a block is the body of a note without a mark: numbered, and behind those that begin at ``notes``."""
    if not notes or block.start < min(notes) or block.joined or not _NUMBERED.match(draft.text, block.start):
        return False
    line = Line(block, block.start, block.end, draft.clean_block(block))
    return strong_kind(line) in {"", "endnote"}


def _is_formula(lines: list[Line], whole: str) -> bool:
    """Tell whether the lines of a block are one closing formula, and no formula with a name under it."""
    named = len(lines) > 1 and CLOSING_FORMULA.fullmatch(lines[0].text) and PLAIN_NAME.fullmatch(lines[-1].text)
    is_for = any(ON_BEHALF.match(line.text) for line in lines[1:])
    return CLOSING_FORMULA.fullmatch(whole) is not None and not named and not is_for


def _is_set_in_lines(lines: list[Line], whole: str) -> bool:
    """Tell whether a block of the length of a paragraph is one of short lines, of which most are of the foot."""
    if dateline_of(whole):
        return True
    known = sum(bool(strong_kind(line)) or line.text.endswith(",") for line in lines)
    known += len(lines) if ON_BEHALF.match(whole) and PLAIN_NAME.fullmatch(lines[-1].text) else 0
    return len(lines) > 1 and all(len(line.text) < 60 for line in lines) and 2 * known >= len(lines)


def strong_kind(line: Line) -> str:
    """Return what a line is by its own words alone."""
    text = line.text.rstrip("*†‡ ") or line.text
    if "|" in text:
        return ""
    if OLD_NAME.fullmatch(text.rstrip(".")):
        return "name"
    if _SIGLA.match(text) or text.endswith("↩"):
        return "endnote"
    if _END_NOTE.match(text) and not (text.startswith("[") and signature_in(text)):
        return "endnote"
    if _HIS_MARK.fullmatch(text):
        return "office"
    if _END_OF_MESSAGE.fullmatch(text) or re.fullmatch(r"\d?-?[a-z]{2,3}|[A-Z]{2,5}-\d{1,2}", text):
        return "typist"
    if POSTSCRIPT.match(text):
        return "postscript"
    if len(text) < LONGEST and (ADDRESS.match(text) or _is_addressed_to(text)):
        return "address"
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
    if signature_in(text):
        return "signature"
    if INITIALS_NAME.fullmatch(text.strip("()/ —–")) or NAME_AND_TRADE.fullmatch(text) or is_spaced_name(text):
        return "name"
    if (known_as := KNOWN_AS.search(text)) and INITIALS_NAME.fullmatch(text[: known_as.start()]):
        return "name"
    if (text.isupper() or _MANY_INITIALS.match(text)) and INITIALS_NAME.fullmatch(text.removesuffix(".")):
        return "name"
    if SEAL.fullmatch(text):
        return "stamp"
    if re.fullmatch(r"and (?:\d+|[a-z-]+) others?\.?", text):
        return "loose"
    if is_name_with_office(text):
        return "name"
    if (match := NAME_AND_OFFICE.fullmatch(text)) and OFFICE.search(match["office"]):
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
    r"(?:correct|certified|verified|authentic|taken down|countersigned|witness(?:ed)?)\b[^\[(/]{0,20}:", re.I
)


def _is_addressed_to(text: str) -> bool:
    """Tell whether a line names the addressee as at the foot of old letters, and is no formula: "I have, &c."."""
    return ADDRESSED_TO.fullmatch(text) is not None and CLOSING_FORMULA.fullmatch(text) is None


def _is_distribution(item: re.Match[str]) -> bool:
    has_dash = re.search(r"\s[-–—]\s*$|[-–—]\s+$", item["sign"]) is not None
    has_number_sign = re.match(r"[\d]", item["sign"]) is None
    names_reader = item["words"][:1].isupper() and has_dash and has_number_sign
    return bool(DISTRIBUTION_WORDS.match(item["words"])) or names_reader
