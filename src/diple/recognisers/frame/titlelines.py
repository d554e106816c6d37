"""Lines of a title: what goes on with it, what is below it, what only looks like one (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re

SUBTITLE = re.compile(r"\((?=[A-Z])(?!(?:Cdes?\. |Comrades )?(?:[A-Z][\w’'-]+(?:, | and |\))){3})[^()]{3,120}\)\.?")
"""A line in parentheses below a title, and no list of surnames."""
GOES_ON = re.compile(
    r"(?:on|of|concerning|about|regarding|to|for|between|from|with|at|in|by|and|held|the)\s[^!?]{3,200}"
)
"""A line in small letters that goes on with the title above it: "on the state of the bridges"."""
TITLE_BY = re.compile(
    r"(?i:(?:joint |further |interim |personal )?(?:memorandum|note|report|minute|statement|letter|paper)s?)"
    r" (?i:by|from|of) (?:the )?(?:[A-Z][\w’'.-]*|of|the|for|and|in|to)"
    r"(?:,? (?:[A-Z][\w’'.-]*|of|the|for|and|in|to)){1,20}\."
)
"""A title that says whose paper it is, with a full stop: "Memorandum by the Secretary of State for Ferries."."""
ON_TALKS = re.compile(
    r"(?:on|about|of|regarding|concerning) (?:a|an|the) (?:\w+ )?(?:conversation|meeting|talks?|visit|discussion|"
    r"session|reception|trip|negotiations?|stay)\b(?![^.]*[a-z]{4}\. [A-Z])",
    re.I,
)
"""How the second line of a title begins that says on what talks a note is, however long it be."""
RUNS_ON = re.compile(r"(?:to|on|about|of|regarding|concerning|for|from|between)\s(?![^.]*[a-z]{4}\. [A-Z])")
"""How a line in small letters goes on with a title: "to the Committee on the talks in Lenka."."""
WITH = re.compile(r"with (?:the )?[A-Z][^.!?:]{3,140}")
"""With whom a talk was, where the word "Record" is lost above it: "with the Minister of Trade"."""
TOPIC = re.compile(r"(?:On|About|Concerning|Regarding|Re)\s[^.!?]{3,250}")
"""A line below a title that says what the document is about."""
CONTINUES = re.compile(r"(?:IN|OF|TO|AND|FOR|AT|ON|BY|WITH|FROM|BETWEEN)\s")
"""A line in capitals that goes on with the one above it."""
TELLS = re.compile(
    r"\b(?<!which )(?<!that )(?:was|were|is|has been) (?:then |again |duly |formally )?(?:called|opened|convened|"
    r"resumed|adjourned|closed|suspended|declared)\b|\b(?:opened|convened|began|resumed|adjourned|rose|closed) at \d"
)
"""What makes a sentence of a line that ends as titles may: "The meeting was called to order at 11 a.m."."""
NUMBER_OF_DOCUMENT = re.compile(r"^(?:No\.\s?|Document\s)?\d{1,4}(?:/\d{1,4}|\s?\([IVXLC]+\))?[.:]\s+(?=[A-Z])")
"""The number of a document in an edition, before its title: "212. Telegram From the Embassy"."""


def bare_title(text: str) -> str:
    """Return the letters and digits of a title in small letters, to compare it with that of the record."""
    return "".join(filter(str.isalnum, text)).casefold()


BY_OFFICE = re.compile(
    r"(?:Joint )?(?:Memorandum|Note|Report|Paper|Minute|Statement|Observations|Remarks) by (?:the )?"
    r"[A-Z][^.!?:;]{3,90}\.?"
)
"""Who submits a paper, below its title: "Memorandum by the Minister of Supply."."""


def closed_up(text: str) -> str:
    """Return a line whose first word is set with spaces between its letters with that word put together: "N o t e"."""
    spaced = re.match(r"(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])", text)
    return f"{spaced[0].replace(' ', '')}{text[spaced.end() :]}" if spaced else text
