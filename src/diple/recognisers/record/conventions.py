"""The conventions of archives' records: labels, navigation, verbs, units of a shelfmark. A new wording is a new row."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re

_PAPER = r"(?:document|item|object|letter|manuscript|file|record|museum|publication|source)"
INFORMATION_HEAD = re.compile(
    rf"(?:{_PAPER}|archival|bibliographic(?:al)?|catalog(?:ue)?|interview) "
    r"(?:record|information|info|details|metadata|data)"
    rf"|(?:record|information|details|metadata|particulars) (?:of|about|on|for) (?:the |this )?{_PAPER}"
    rf"|about (?:the|this) {_PAPER}|metadata|source and copyright|full citation|additional information",
    re.I,
)
"""Lines that open the block of metadata of a record."""

NAVIGATION = frozenset(
    {
        "skip to content", "skip to main content", "skip to navigation", "jump to content", "main menu", "menu",
        "search", "home", "share", "print", "download", "download pdf", "pdf", "back", "back to top",
        "back to search", "back to results", "return to top", "close", "log in", "login", "sign in", "sign up",
        "toggle navigation", "navigation", "breadcrumb", "view document", "view pdf", "view original",
        "show more", "read more", "show less", "subscribe", "donate", "email", "tweet", "facebook", "twitter",
        "english", "browse", "explore", "top", "next", "previous", "view transcript", "readme", "content",
        "show headers", "hide headers", "browse latest", "normal view", "permalink",
        "previous document", "next document", "previous page",
        "next page", "historical documents", "table of contents", "see other formats", "attachmentsize", "thumbnails",
    }
)  # fmt: skip
"""Words of a web page that lead the reader about; alone on a line at the head or foot they are no text."""

SKIP_WORDS = re.compile(r"(?:skip|jump) to (?:main |the )?(?:content|navigation|text|page)|skip links", re.I)

_THIS = r"(?:this|the) (?:document|translation|publication|project|page)"
_GENEROUS = r"(?:the )?(?:generous )?"
_FROM = r"(?:from|of|by)(?: the)?"
_THANKS = (
    rf"(?:(?:(?:{_THIS} (?:was|is|has been) )?(?:made )?possible (?:with|by|through|thanks to) {_GENEROUS}"
    rf"(?:support|help|funding|assistance|grants?) {_FROM})"
    rf"|{_THIS} (?:was|is|has been) (?:funded|supported|sponsored) by(?: the)?"
    rf"|(?:funded )?with {_GENEROUS}support {_FROM}"
    rf"|funding (?:for {_THIS} )?(?:was )?provided by(?: the)?"
    r"|(?:supported|funded|sponsored) by(?: the)?)"
)
THANKS = re.compile(_THANKS, re.I)
"""The words before the funder's name in a line of thanks."""

SUPPORT = re.compile(_THANKS.replace(" ", r"\s+") + r"\s+(?P<names>\S.*?)(?P<stop>\.?)", re.I | re.S)
"""The line that thanks the funder: a formula, the names, a full stop."""

_LABELS_OF_FIELD = {
    "source": (
        "source", "sources", "source of the document", "document source", "archival source", "original source",
        "archival reference", "reference code", "shelfmark", "call number", "catalogue reference",
        "catalog reference", "signature of the document", "archival signature", "archive reference",
        "call number/physical location", "physical location", "source of text",
    ),
    "rights": (
        "rights", "rights statement", "copyright", "terms of use", "licence", "license", "usage rights",
        "public domain", "copyleft", "permissions", "copyright status", "use restrictions", "access restrictions",
        "restrictions on access", "restrictions on use", "rights advisory", "access advisory", "rights and access",
        "rights & access", "legal status", "closure status", "access status", "copyright notice",
    ),
    "uploaded": (
        "original uploaded date", "uploaded date", "upload date", "date uploaded", "uploaded", "date added",
        "date published", "posted", "publication date", "digital publication date", "release date",
    ),
    "genre": (
        "type", "document type", "genre", "record type", "type of document", "content type",
    ),
    "original-language": (
        "language", "languages", "original language", "language of original", "document language",
    ),
    "record-id": (
        "record id", "record number", "record no", "record", "id", "identifier", "document id", "item id",
        "document number", "document no", "doc no", "letter no", "letter number",
        "item number", "accession number", "accession no", "inventory number", "inventory no", "object number",
        "object no", "museum number", "catalogue number", "catalog number",
        "digital identifier", "digital id", "canonical id",
        "national archives identifier", "local identifier", "control number", "document number (foia) /esdn (crest)",
    ),
    "funder": (
        "donors", "donor", "funders", "funder", "funding", "credits", "sponsors", "sponsor", "support",
    ),
    "author": (
        "creator", "creators", "author", "authors", "written by", "contributor names", "origin",
    ),
    "recipient": (
        "recipient", "recipients",
    ),
    "subject": (
        "subjects discussed", "subjects", "keywords", "topics", "themes", "tags", "people", "persons",
        "associated people & organizations", "associated people and organizations",
        "organizations", "associated people", "associated organizations", "associated topics", "associated subjects",
        "people mentioned", "mentioned",
        "individuals/ organizations named", "individuals/organizations named", "subject headings", "concepts",
    ),
    "original-classification": (
        "original classification",
    ),
    "archive": (
        "original archive", "archive", "repository", "archives", "holding institution", "held by",
    ),
    "collection": (
        "collection", "collections", "fonds", "source collection", "folder title", "series name", "source project",
    ),
    "keyword-place": (
        "geographic subjects", "associated places", "places mentioned", "places", "coverage", "countries",
    ),
    "related": (
        "related documents", "related document", "see also", "related",
    ),
    "navigation": (
        "share", "print", "download", "pdf", "view",
    ),
    "citation": (
        "citation", "cite as", "please cite as", "cite this page",
        "suggested citation", "preferred citation", "how to cite", "cite this document", "credit line",
    ),
    "abstract": (
        "summary", "description", "abstract", "document summary", "caption", "scope & content", "scope and content",
        "scope and contents",
    ),
    "title": (
        "title", "document title",
    ),
    "date": (
        "date", "document date", "date created", "creation date", "date of document", "date of creation",
        "original date", "written", "dictated", "telephoned", "wired",
        "telegraphed", "delivered", "date of publication", "dates of materials",
        "created / published", "created/published",
    ),
    "translator": (
        "translator", "translators", "translated by", "translation by", "translated", "translation",
    ),
    "contributor": (
        "contributor", "contributors", "contributed by", "obtained by", "provided by",
        "found by", "located by", "submitted by", "selected by",
    ),
    "transcriber": (
        "transcriber", "transcribed by", "transcription", "transcribed", "transcription/markup", "html markup",
        "transcription/html markup",
        "markup", "prepared by",
    ),
    "editor": (
        "editor", "editors", "edited by", "compiled by", "compiler",
    ),
    "print-publisher": (
        "publisher", "published by",
    ),
    "print-note": (
        "first published", "published", "published in", "printed in",
    ),
    "print-pages": (
        "pages",
    ),
    "digital-note": (
        "online version", "online", "image reference", "image number", "last updated", "online format", "digitized by",
    ),
    "url": (
        "website", "url", "link", "permalink", "web address", "uri", "durable url", "persistent url", "stable url",
    ),
    "contents": (
        "contents", "content",
    ),
    "note": (
        "notes", "office origin", "office action", "archive status", "locator", "markings", "enclosure",
        "executive order", "handling restrictions", "current classification", "case number", "release decision",
        "physical description", "dimensions", "medium", "materials",
        "sequence number", "document page count", "page count", "character set encoding",
    ),
    "index": (
        "index entries",
    ),
    "provenance": (
        "note on the source", "provenance", "acquired", "acquisition", "custodial history",
    ),
    "place": (
        "place of writing",
    ),
}  # fmt: skip
"""The words of labels, in lower case without a colon, by the field of the header they fill."""

LABELS_OF_LETTERS = {
    "from": "author", "sender": "author", "to": "recipient", "addressee": "recipient", "sent from": "place",
}  # fmt: skip
"""The field of labels that only under the heading of a record are not the document's own."""

LABELS = {label: field for field, labels in _LABELS_OF_FIELD.items() for label in labels}
"""The field of each label."""

STRONG_LABELS = frozenset(
    {
        "source", "archive", "collection", "translator", "contributor", "transcriber", "citation",
        "record-id", "title", "rights", "uploaded", "url", "funder", "abstract", "print-note",
        "digital-note", "original-language", "genre", "author",
    }
)  # fmt: skip
"""Fields of labels that no document has in its own head, so that a run of labels with one of them is a record."""

MEMO_LABELS = frozenset(
    {
        "from", "to", "subject", "via", "cc", "re", "time", "location", "place", "participants", "present",
        "attendees", "reference", "ref", "distribution", "classification", "object", "copy", "copies",
    }
)  # fmt: skip
"""Labels of the document itself, which end a run of the record's labels."""

ONE_VALUE = frozenset(
    {
        "uploaded", "genre", "record-id", "original-language", "date", "title", "original-classification",
    }
)  # fmt: skip
"""Fields that take one line; what follows it is told as a note."""

LINE_VALUES = frozenset(
    {
        "subject", "keyword-place", "related", "rights", "navigation", "note", "author", "collection",
    }
)  # fmt: skip
"""Fields of which each line or paragraph is a value of its own."""


SAYS_RIGHTS = re.compile(
    r"\b(?:welcomes? (?:the )?reuse|subject to copyright|rights holders?|all rights (?:of reproduction[^.]{0,200} )?"
    r"(?:are )?(?:strictly )?reserved|all rights of reproduction|permission (?:to|for|of)|copyright (?:law|©|\(c\))|"
    r"commercial use|creative commons|public domain|rights status|legal notice|terms (?:and conditions )?of use|"
    r"may be read, quoted|no restrictions|copyright to|copyrights?\b[^.]{0,60}\bremains?)\b",
    re.I,
)
"""Words by which a sentence is known to speak of rights in the document or the page."""


class Verb(NamedTuple):
    """A kind of work on a document, as credits word it, and the agent who does it."""

    words: str
    role: str


VERBS = (
    Verb("translated", "translator"),
    Verb("translation", "translator"),
    Verb("translations", "translator"),
    Verb("transcribed", "transcriber"),
    Verb("transcription", "transcriber"),
    Verb("prepared", "transcriber"),
    Verb("produced", "transcriber"),
    Verb("typed", "transcriber"),
    Verb("digitized", "transcriber"),
    Verb("scanned", "transcriber"),
    Verb("edited", "editor"),
    Verb("annotated", "editor"),
    Verb("introduced", "editor"),
    Verb("compiled", "editor"),
    Verb("selected", "editor"),
    Verb("revised", "editor"),
    Verb("reviewed", "editor"),
    Verb("contributed", "contributor"),
    Verb("obtained", "contributor"),
    Verb("provided", "contributor"),
    Verb("supplied", "contributor"),
    Verb("donated", "contributor"),
    Verb("submitted", "contributor"),
    Verb("found", "contributor"),
    Verb("acquired", "contributor"),
    Verb("copied", "contributor"),
)

FUNDER_WORDS = re.compile(
    r"\b(?:foundation|corporation|institut\w*|funds?|universit\w*|trust|cent(?:er|re)|council|endowment|ministry|embassy|"
    r"society|association|company|bank|library|program(?:me)?|academy|archives?|college|school|chair|agency|commission|"
    r"department|office|initiative|project|group|stiftung|fondation|charity|estate|league|union|family|museum|gallery|federation|bureau|committee|board|church|press|hospital)\b",
    re.I,
)
"""Words that tell the name of a body from the name of a person."""

EMAIL = re.compile(r"\[e-?mail[\s\xa0]+protected\]", re.I)
"""What a web page's protection against robots leaves of an address."""

URL = re.compile(r"https?://[^\s<>\"”’)\]]+[^\s<>\"”’)\].,;]")
