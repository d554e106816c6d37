"""What the codes of findings mean, but for those of the schema and its rules, which explain themselves."""

from __future__ import annotations

from typing import Final

OF_INPUT: Final = {
    "I001": "a file cannot be read",
    "I002": "a file or folder cannot be written, or the disk is full; what stood there is untouched",
    "I003": "a folder was named where a transcript was wanted",
    "I004": "the transcript is empty",
    "I005": "the file is no text",
    "I006": "the file is too large for one document",
    "I009": "the system refused something else",
    "I010": "the transcript is not plain UTF-8; it says as what it was read",
    "I020": "the XML is not well-formed",
    "I021": "the XML has a DOCTYPE, which is never read",
    "I030": "a ledger is none that diple wrote, or is damaged",
    "I040": "a stylesheet stopped on a TEI file",
    "I041": "two TEI files have one id",
    "I043": "the search index could not be made",
    "I050": "two transcripts have one id; neither is encoded",
    "I051": "a TEI file was edited since it was encoded and was not written over",
    "I052": "no transcript was found for a TEI file",
    "I053": "something among the transcripts is none and was left out",
    "I054": "there is nothing to work on",
    "I060": "there is no `edition.toml`, or it cannot be read",
    "I061": "`edition.toml` is not TOML",
    "I062": "`edition.toml` has a table or key that is not known",
    "I063": "`edition.toml` lacks a key",
    "I064": "a value in `edition.toml` cannot be used",
    "I065": "`accepted.toml` cannot be read or is not TOML",
    "I066": "`accepted.toml` has a table or key that is not known",
    "I067": "a reason in `accepted.toml` lacks a key",
    "I068": "a value in `accepted.toml` cannot be used",
    "I070": "a file of the register is not TEI",
    "I071": "an entry of the register has no `xml:id`, or one that is taken",
    "I072": "an entry of the register has no name",
    "I073": "two entries of the register share a form of name",
    "I090": "a new edition cannot be laid out in a folder that holds something",
    "I091": "a document of that name is there already, or the name can be no id",
    "I080": "a file with conventions is not there, cannot be read or is not TOML",
    "I081": "a file with conventions has a table or key that is not known",
    "I082": "a convention lacks a key",
    "I083": "a value in a file with conventions cannot be used",
    "I084": "a wording cannot be used",
    "I085": "an example of a convention does not become what it should",
    "I086": "a convention has no example",
    "I099": "a defect of diple; `DIPLE_DEBUG=1` in the environment shows where it happened",
}
"""What any command may say of the files it is given."""

OF_VERIFICATION: Final = {
    "V001": "the transcript changed since its ledger was written; only the words were compared",
    "V101": "words of the transcript are not in the TEI",
    "V102": "the TEI has other words in their place",
    "V103": "words stand in the TEI once more than in the transcript",
    "V104": "words are in the TEI and not in the transcript",
    "V105": "words were supplied or corrected, and @resp says by whom (advice)",
    "V106": "words stand in another place than in the transcript (advice)",
    "V110": "rebuilding the transcript from TEI and ledger gives other characters",
}
"""What the comparison of TEI and transcript may say."""

OF_REVIEW: Final = {
    "D010": ("the place a note belongs to was not found", "move the note to its mark"),
    "D100": ("a bracket has no partner and was kept as text", "see whether one is missing in the transcript"),
    "D101": ("many brackets have no partner; only the first are listed", "see whether the source is damaged"),
    "D102": (
        "a bracket was not understood and stays text",
        "say in the TEI what it means, or leave it if it is the document's own",
    ),
    "D110": ("one word was taken for the words written by hand", "see how far they reach"),
    "D111": ("a note by hand is tied by a sign that the text does not have", "put the note at its place"),
    "D120": (
        "a word in brackets seems to replace the word before",
        "make it `<supplied>` if it completes, `<choice>` if it replaces",
    ),
    "D130": ("the words that a mark stands beside were not found", "look at the original; add a `<seg>` and `@target`"),
    "D201": ("it is not certain who speaks under a label", "check `@who`"),
    "D210": (
        "paragraphs were taken for words of somebody reported, far from the last verb that says so",
        "see where this person's words end",
    ),
    "D301": ("the last paragraph was taken for the archive's summary", "if it is the document's, move it to the text"),
    "D302": ("a date at the foot contradicts that of the document", "keep both; say in a note which is right"),
    "D303": ("a date is written wrongly", "check `@when`"),
    "D401": ("a page number is out of sequence", "compare with the copy"),
    "D402": ("a blank line seems to cut a sentence; its parts were joined", "compare with the copy"),
    "D410": ("a note mark has no note", "look for the note; the mark stays in the text"),
    "D411": ("a note has no mark", "find its place, or leave it where it stands"),
    "D420": ("a quotation mark has no partner", "see whether one was lost"),
    "D421": (
        "a paragraph is taken as quoted because a colon announces it",
        "move the end of the quotation to where it belongs",
    ),
    "D501": ("an element of the text has low or unknown certainty", "settle it and set `@cert` to `high`"),
    "D502": ("a mark points at no words", "find them in the original"),
    "D503": ("dates of the opener, closer or docket are far apart", "check the original; keep both"),
    "D504": ("a date in the text is later than the document", "check the year"),
    "D505": ("a word looks like a misprint, stands twice, or a stop stands oddly", "compare with the original"),
    "D506": ("two notes have one number", "check which mark belongs to which note"),
    "D508": ("a page number does not follow the one before", "see whether a page is missing"),
    "D601": ("a pointer leads to no entry of the register", "add the entry, or point to another"),
    "D602": ("a marked name is spelt in a way its entry does not list", "add the form to the entry"),
    "D603": ("no document points to an entry", "mark where it is named, or take it out"),
    "D604": ("two entries have one identifier", "make them one, or put the identifier right"),
}
"""What the review list may hold: what was noticed, and what to do."""
