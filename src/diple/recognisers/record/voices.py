"""Whose voice a sentence is that stands near the head or foot of a text: an archive's, a translator's, an editor's.

A reference to an archive, a credit, a statement about signs or one on the copy is known by its build: the nouns it
opens with, the units and figures it names, the verb it has or lacks. What is none of these is free.
"""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.conventions.statements import read_statements
from diple.header.profile import LANGUAGES
from diple.recognisers.record.conventions import VERBS
from diple.recognisers.record.references import STAMPED, is_bare_reference
from diple.recognisers.record.shelfmark import is_print

SHELF, CREDIT, SIGNS, COPY, FREE = "shelf", "credit", "signs", "copy", "free"
"""The voices: where the document is kept, who worked on it, what its signs mean, what was copied, anything else."""

_LONGEST_SHELF = 200
SHELF_LABEL = re.compile(
    r"(?:(?:text|source|sources|original|archive|archival source|location|ms|manuscript|document|provenance|repository|"
    r"shelfmark|reference)\s*:|(?:(?:the )?(?:[A-Z][a-z]+ )?original )(?:is )?(?:kept |held |preserved )?(?:in|at)|"
    r"(?:(?:the )?original (?:is )?)?(?:held|kept|preserved) (?:at|in)|"
    r"from)\s+(?:the )?(?=[A-ZÀ-Þ])",
    re.I,
)
"""What may stand before a reference to an archive."""
_CAPITALS = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
KEPT = re.compile(
    r"\b(?:[Aa]r(?:ch|kh|qu)iv\w*|ARCHIV\w*|[Pp]apers|[Rr]ecords|[Ll]ibrary|[Bb]ibliot\w+|[Mm]useum|[Cc]ollection|"
    r"[Nn]achla(?:ss|ß)|"
    r"[Ff]onds?|[Rr]ecord [Oo]ffice|[Mm]anuscripts?|MSS?\.?|[Ff]ondazione|[Ll]ev[eé]lt[aá]r\w*|[Ss]tates?arkiv\w*|"
    r"Riksarkivet|Rigsarkivet|Rijksarchief|[Kk]riegsarchiv|[Ll]egajo)\b"
)
"""Words that name where papers are kept."""
_LETTERS = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,3}(?:[ /-][A-Z]{2,6})*|[A-ZŠČŽŁÖÜÄÉÁÓŚŻ]{2,6}|(?:[A-Z]\.){2,4})(?=[,:;]? )"
)
"""The letters of an archive, with which a reference begins: "AAN", "SAPMO-BArch", "TsDAHO"."""
UNIT = re.compile(
    r"\b(?:boxe?s?|folders?|files?|bundles?|cartons?|karton|kart|vols?|volumes?|reels?|items?|pieces?|shel(?:f|ves)|"
    r"drawers?|"
    r"portfolios?|dossiers?|fonds?|funds?|inventory|opis|delo|op|f|ff|fols?|folios?|leaf|leaves|sheets?|ll?|pp?|pages?|nos?|nr|sygn|"
    r"sign|"
    r"inv|ms|mss|t|w|z|k|d|c|b|j|a\. ?e|ö\. ?e|legajo|leg|exp|caja|carpeta|doboz|[öo]rzés|paczka|teczka|kt|obal|dosar|"
    r"busta|"
    r"fascicolo|fasc|liasse|cx|docs?|maço|tomo|pièce|dossier|akt[ay]?|[Bb]d|[Bb]l|carton|cote|album|series|class|"
    r"register|letter-?books?|ledger|parcel|envelope|mf|roll|frames?)\b"
    r"\.?[ -]?(?:№|Nº|[Nn]os?\.?)? ?\(?[A-Z]{0,3}[ -]?\d",
    re.I,
)
"""A unit of an archive with its figure."""
_TITLED_UNIT = re.compile(r"\b(?:folder|file|box|album|volume|bundle|envelope)\s[“\"]", re.I)
"""A unit of an archive by its title."""
_ANY_UNIT = re.compile(r"[,;] ?[^\W\d_]{1,14}\.? ?(?:(?:[^\W\d_]{1,3}\.|№|Nº) ?)?\d")
"""A word between a comma and a figure, which behind the name of an archive is a unit of it, whatever it is called."""
_NUMBERED_CLASS = re.compile(r"(?:[A-Z]\.){2,4} ?\d{1,4}/\d{1,6}\b|[A-Z]{2,6}, (?:[A-Z]?\d+[./-]){2,}\d+")
"""A class of records with its piece: "F.O. 403/112"; the letters of an archive with figures: "BCA, 030.10/184.2"."""
_CODE = re.compile(
    r"(?:^|[\s,(])(?:[A-Z]{1,6}[ .-]?)?(?:[A-Z]{1,4}[/ ]?)?\d+(?:[/.-][A-Z0-9]+)+|(?:, |\s)[A-Z]{1,4}\.? ?\d{1,5}\b"
)
"""Figures and letters as the numbers of files have them: "48/69", "CSO 11/1482", "D 4"."""
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|can|may|must|do|does|did|says?|said|gives?|"
    r"stands?|marks?|I|we|you|he|she|they|it)\b"
)
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿ]{4,}(?![\w’'-])")
_UNIT_NAMES = re.compile(
    r"(?:boxe?s?|folders?|files?|bundles?|cartons?|volumes?|reels?|items?|pieces?|shel(?:f|ves)|drawers?|portfolios?|"
    r"dossiers?|fonds?|opis|delo|listy|leaf|leaves|sheets?|pages?|series|class|register|letters?|papers|from|year|mark|"
    r"reverse|recto|verso|folios?|with|without|number|department|section|parcel|envelope|ledger|frames?|roll|unsorted|"
    r"uncatalogued|letter-?books?|in-letters|out-letters|minute|books?|correspondence|telegrams|legajo|carpeta|caja|"
    r"doboz|paczka|teczka|obal|dosar|busta|fascicolo|liasse|cote|album|record|group|entry|part|also|copy|original|"
    r"selection)"
)
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?,? \d{4}\b|"
    r"\b[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|"
    r"th)?, \d{4}\b"
)

_OTHER_VERBS = (
    "re-?keyed", "keyed", "rendered", "deciphered", "checked", "collated", "proof-?read", "corrected", "described",
    "digitised", "transcript", "edition", r"trans(?:l|cr)?\.", r"tr\.", r"eds?\.",
)  # fmt: skip
VERB = "|".join(sorted({verb.words for verb in VERBS} | set(_OTHER_VERBS), key=len, reverse=True))
_BY = re.compile(
    rf"(?:(?:This |The )?(?:(?:English|present|document|text|letter|whole|first|typed) )*"
    r"(?:(?:translation|transcription|transcript|version|text|edition|document|letter|copy)s? )?(?:(?:was|were|is|"
    r"has been) )?)?"
    rf"(?P<verb>(?:{VERB})(?:(?:, | and | & |/)(?:{VERB}))*)(?!\w)"
    r"(?P<more>[^.;:,]{0,90}?)\bby\b(?! hand\b| post\b| train\b| telegr)\s+",
    re.I,
)
"""A credit in a sentence: "Transcribed and translated from the Danish for the Society by"."""
_TITLED = re.compile(
    r"(?P<verb>translation|transcription|transcript|translator|transcriber|editing|editor|edition|translated|transl|"
    r"trans|tr|ed)s?"
    r"(?P<more>(?: from (?:the )?[A-Z]\w+)?(?: into English)?)(?:\s*[:=]\s*|,\s+|\.\s+|\s+[–—-]\s+)"
    r"(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b)(?=[A-Z])",
    re.I,
)
"""A credit with a label: "Translation: Ann Marr, 2011"."""
_ROLE_WORDS = (
    (re.compile(r"transl|render|english|\btr\b|^trans$", re.I), "translator"),
    (re.compile(r"transcri|key|typed|digiti|scan|decipher|check|collat|proof|prepar|produc", re.I), "transcriber"),
    (re.compile(r"edit|annot|introd|compil|select|revis|review|correct|descri|^ed$", re.I), "editor"),
)

_ABOUT_SIGNS = re.compile(
    r"\b(?:brackets?|parenthes[ei]s|braces|italics?|underlin\w+|underscor\w+|footnotes?|asterisks?|slash(?:es)?|"
    r"strokes?|"
    r"upright bars|carets?|capitals|angle marks|spelling|punctuation|abbreviations?|orthography|crossed[- ]out|"
    r"struck out|words? deleted|deletions|insertions|additions|marginal (?:notes|remarks)|marginalia|page (?:ends|"
    r"numbers|breaks)|"
    r"end of (?:each|a|the) page|line (?:ends|breaks|endings)|pages? of the (?:original|carbon|book|manuscript)|"
    r"conventions|rules of transcription|signs used|stamps|handwrit\w+|illegible|doubtful reading\w*|"
    r"emphasis|bold(?:face)?|small type|ellips[ei]s|dots|paragraphing|names (?:of|are)|place names)\b",
    re.I,
)
_EQUATES = re.compile(r"\S{1,12}\s+=\s")
_TREATED = re.compile(
    r"\b(?:kept|retained|preserved|reproduced|modernis?z?ed|normalis?z?ed|resolved|expanded|noted|shown|given|marked|"
    r"indicated|"
    r"placed|set|put|stand|stands|enclosed|follows?|omitted|left out|silently|ours|mine|(?:editor|translator|"
    r"transcriber|"
    r"typist)(?:[’']s|s[’']?)|supplied|added|rendered|transliterated|printed|replaced|corrected|standardi[sz]ed|"
    r"not been|have been|has been|are|is|mean|means|=)\b|=",
    re.I,
)
_STATE = (
    r"(?:(?:certified|true|typed|typewritten|carbon|manuscript|hand-?written|printed|photostat|photo|contemporary|fair|"
    r"retained|autograph|original|signed|unsigned|undated|rough|draft|first|second|third|top|clean|duplicate|office|"
    r"file|"
    r"later|secret|only|one|two|three|single|an?|the|in|from|pencil|ink|shorthand|stenographic|mimeographed|"
    r"hectographed|"
    r"[A-Z][a-z]+(?:ian|ish|ese|an|ch|ek|ic|sh)|Greek|Dutch|Czech|Welsh|Thai|Urdu|Hindi|Bengali|Pashto) )*"
)
_COPY = re.compile(
    rf"{_STATE}(?:copy|copies|original|typescript|manuscript|carbon|carbons|draft|text|translation|transcript|print|"
    rf"broadside|"
    r"form|photocopy|photostat|microfilm|extract|excerpts?|summary|decipher|decrypt|letter|language|telegram|stencil|"
    r"proof|"
    r"postcard|leaflet|selection|A\.?L\.?S|T\.?L\.?S|A\.?L|T\.?L|D\.?S|A\.?D\.?S|A\.?D|T\.?D|Ms|MS|L\.?S|Df|"
    r"Cy)\b(?:[.,;:( ]|$)|"
    r"(?:typed|printed|written|published|first published|copied|reproduced|taken|recorded|received|made|photographed|"
    r"reprinted|"
    r"text|extract(?:ed)?|excerpt(?:ed)?|re-?typed|re-?keyed|re-?translated|digitised|digitized|scanned|typescript|"
    r"transcribed|translated|selected|abridged|mimeographed|dictated|handwritten|pencil|ink|published in) "
    r"(?:from|after|as|in|on|for|with|at|out of|according to)\b|"
    r"(?:translator|author|editor|typist|clerk|secretary|office|recipient|sender|stenographer)[’']s (?:own |fair |"
    r"file )?(?:copy|draft|"
    r"carbon|text)\b|(?:(?:black|blue|faded) )?(?:pencil|ink|ballpoint)(?:,| on\b|\.|$)|recorded(?: \d| by| at|,)|"
    r"(?:last (?:updated|"
    r"modified|revised|changed)|"
    r"updated|revised|posted|accessed|record created|"
    r"page created)\b.{0,40}\d|"
    r"(?:the |this |these |an? )?(?:document|original|text|copy|manuscript|typescript|letter|telegram|carbon|file|"
    r"sheet|"
    r"leaf|paper|telegraph form|form|translation|version|enclosures?|attachments?|annex(?:es)?|envelope|seal|"
    r"signature|stamp)s? "
    r"(?:in the file |itself |here )?(?:is|are|was|were|has|have|bears?|could|does|survives?|shows?|runs?|lacks?)\b",
    re.I,
)
"""What is said of the copy: its state, language or writing; how and from what it was made."""


_OF_EDITION = re.compile(
    r"transl|transcri|trans?\.|\btr\.|edit|\beds?\b|annotat|digiti|key|obtained|contributed|collated", re.I
)
"""What somebody does for an edition, and not in an office where documents are prepared, typed and copied."""


_TONGUES = frozenset(LANGUAGES.values())


class Credited(NamedTuple):
    """A credit in words: the role, what was done, and where the words on it end and the names begin."""

    role: str
    verb: str
    start: int
    names: int


def voice_of(sentence: str) -> str:
    """Return whose voice a sentence is; signs of emphasis and brackets around it do not matter."""
    words = " ".join(sentence.split()).strip("[]()*_> \xa0—–-")
    if not words:
        return FREE
    if is_shelf(words):
        return SHELF
    if credit := credit_in(words):
        return CREDIT if _OF_EDITION.search(credit.verb) else COPY
    if (
        read_statements(words)
        or _EQUATES.match(sentence.lstrip())
        or (_ABOUT_SIGNS.search(words) and _TREATED.search(words) and len(words) < 300)
    ):
        return SIGNS
    return COPY if _COPY.match(words) or words.rstrip(".") in _TONGUES else FREE


def is_shelf(words: str) -> bool:
    """Tell whether words name an archive, or begin with its letters, and a unit in it with its number; no sentence."""
    words = words[len(label[0]) if (label := SHELF_LABEL.match(words)) else 0 :].rstrip(". ")
    if not 5 <= len(words) <= _LONGEST_SHELF or not re.search(r"\d", words) or _DAY.search(words):
        return False
    if STAMPED.match(words):
        return False
    if is_bare_reference(words):
        return True
    if FINITE.search(words) or re.match(r"[^,:]{0,30}:\s", words) or not words[:1].isupper():
        return False
    unknown = [word for word in _SMALL.findall(words) if not _UNIT_NAMES.fullmatch(word)]
    if len(unknown) > _MOST_UNKNOWN or is_print(words):
        return False
    is_placed = any(pattern.search(words) for pattern in (UNIT, _CODE, _ANY_UNIT, _TITLED_UNIT))
    lettered = _LETTERS.match(words) is not None and len(UNIT.findall(words)) + len(_CODE.findall(words)) > 1
    return bool((is_placed and KEPT.search(words)) or (lettered and "," in words) or is_number(words))


_MOST_UNKNOWN = 3


def is_sure_shelf(words: str) -> bool:
    """Tell whether words name an archive, or papers, and a unit there: enough without any sentence beside them."""
    is_kept = KEPT.search(words) is not None and (UNIT.search(words) or _ANY_UNIT.search(words)) is not None
    return is_shelf(words) and (is_kept or _NUMBERED_CLASS.fullmatch(words.rstrip(".")) is not None)


def is_number(words: str) -> bool:
    """Tell whether words are letters and figures of a file, or begin with a class of records: "AR 7 331"."""
    return (
        _NUMBERED_CLASS.match(words) is not None
        or re.fullmatch(r"[A-Z]{1,5}(?:[ /.-]\d{1,5}){2,4}[a-z]?", words) is not None
    )


def credit_in(words: str) -> Credited | None:
    """Return the credit with which a sentence begins, or None; a name or the name of a body has to follow."""
    titled = None if (by := _BY.match(words)) else _TITLED.match(words)
    match = by or titled
    if match is None or not (_WHO.match(words, match.end()) if by else _NAMED.match(words, match.end())):
        return None
    verb, more = " ".join(match["verb"].split()).lower(), " ".join(match["more"].split())
    role = next((role for pattern, role in _ROLE_WORDS if pattern.search(verb)), "contributor")
    told = _NOUNS[role] if titled else f"{verb} {more}".strip()
    return Credited(role, f"{told} by", match.start(), match.end())


_NOUNS = {
    "translator": "translation",
    "transcriber": "transcription",
    "editor": "edition",
    "contributor": "contribution",
}
_WHO = re.compile(
    rf"(?:{_CAPITALS}[\w.’'-]*|(?:the |our |his |her |its |my |an? )(?:[a-z’'-]+ ){{0,4}}(?:{_CAPITALS}|"
    rf"[a-z’'-]+, {_CAPITALS})|(?:de|von|van|al|el)\b)"
)
"""A name, the name of a body behind "the", or kin and office before the name: "her great-niece, Ada Holm"."""
_NAMED = re.compile(
    rf"{_CAPITALS}[\w.’'-]*(?:,? (?:{_CAPITALS}[\w.’'-]*|and|&|de|von|van|der|of|"
    rf"for)){{1,8}}(?:[,;(. ]+\d{{4}}\)?)?\.?$"
)
"""Nothing but names, and the year."""
KIN = re.compile(rf"(?:the |our |his |her |its |my |an? )(?:[a-z’'-]+ ){{0,3}}[a-z’'-]+,? (?={_CAPITALS})")
"""What stands before a name and says who it is."""
