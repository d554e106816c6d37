"""The record behind a document that has no heading: lines of credit, source, rights, citation and address, one by one.

They are read from the end of the page upwards, as long as each is one of these; what stands above is the document.
"""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.record.conventions import SAYS_RIGHTS, URL
from diple.recognisers.record.furniture import REASON, is_address, is_foot
from diple.recognisers.record.lines import Line, claim, lines_of, sign_adornment, sign_free
from diple.recognisers.record.loose import BACK, KEPT, cited_in, tell_cited
from diple.recognisers.record.people import credits_in, names_in, tell_credits
from diple.recognisers.record.references import is_bare_reference, is_sure_reference
from diple.recognisers.record.shelfmark import is_print, is_reference
from diple.recognisers.record.tail import label_of
from diple.recognisers.record.values import tell_source, tell_value

_MOST = 14
"""The most paragraphs of a foot."""
_FAR = 12
"""The last paragraphs, in number, of which one may be the reference to an archive, with notes below it."""
_LONGEST = 900
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b|all rights reserved\b|reproduced (?:by|with) (?:kind )?permission).{3,}", re.I | re.S
)
_ONLINE = re.compile(
    r"(?=[^\n]{20,500}$)(?=[^\n]*?,[^\n]*,)[A-Z“\"‘][^\n]*?\b(?:[Oo]nline|[Pp]roject|[Aa]rchiv\w*|[Ll]ibrary|[Cc]ollection|"
    r"[Aa]ccessed|[Rr]etrieved|[Aa]vailable)\b[^\n]*?(?:https?://|www\.)[^\s]+[^\w]*"
    r"(?:\[[^\[\]\n]{10,400}\]\.?)?"
)
"""The citation of a page, that ends in its address and may tell in brackets what it was printed in."""
_CITE = re.compile(
    r"\s*(?:(?:please )?(?:cite|quote|refer to) (?:this(?: \w+){0,2}|it|the (?:letter|document|record|page|text)) as|"
    r"please cite as|(?:to|how to) cite(?: (?:this|the) \w+)?|(?:recommended|suggested|preferred) citation|citation|"
    r"zitier(?:vorschlag|weise|hinweis)|zitieren als|pour citer (?:ce(?:tte)? )?\w+|c[oó]mo citar)"
    r"\s*[:.,–—-]?\s+(?=[\w“\"'‘«„])",
    re.I,
)
"""How a page says in what words it is to be cited, on the line that has them."""
_ALONE = frozenset({"index entries", "cite as", "citation", "suggested citation", "how to cite", "source", "rights"})
"""Labels that may stand alone over what they say."""
_LABELS = frozenset(
    {"index", "translator", "transcriber", "contributor", "editor", "rights", "url", "citation", "funder"}
)
"""Fields of labels that at the foot of a page are the record's, whatever they say."""


def tell_foot(draft: Draft, start: int) -> None:
    """Record what stands behind a document, from the end upwards."""
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META]
    for number, block in enumerate(reversed(blocks[2:])):
        if number >= _MOST or block.role is not None:
            break
        if not _tell(draft, block) and not _tell_below_label(draft, blocks[-number - 2], block):
            break
    _tell_reference_above_notes(draft, start)


def tell_credits_above(draft: Draft, start: int) -> None:
    """Record lines of credit that stand alone near the head of a document."""
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META]
    for block in blocks[:_NEAR_HEAD]:
        if block.role is None and len(blocks) > _NEAR_HEAD and _tell_credit(draft, block):
            claim(draft, block.start, block.end)


_NEAR_HEAD = 4


def _tell(draft: Draft, block: Block) -> bool:
    """Record a paragraph if it is one of a foot; return whether it is."""
    if block.end - block.start > _LONGEST or BACK.search(draft.text, block.start, block.end):
        return False
    text = draft.text_of(block)
    lines = list(lines_of(draft, block.start, block.end))
    if not lines:
        return False
    if all(is_foot(line) for line in lines) or is_address(lines):
        draft.drop(block.start, block.end, REASON if is_foot(lines[0]) else "address of the web site")
    elif _RIGHTS.fullmatch(text) or (len(lines) > 1 and _RIGHTS.fullmatch(lines[0].text) and is_address(lines[1:])):
        tell_value(draft, "rights", block.start, block.end)
    elif kept := KEPT.fullmatch(text.strip()):
        start = block.start + text.index(kept["reference"])
        sign_free(draft, block.start, start, why="around a reference")
        tell_source(draft, start, start + len(kept["reference"]))
        sign_free(draft, start + len(kept["reference"]), block.end, why="around a reference")
    elif URL.fullmatch(text.strip()):
        tell_value(draft, "url", block.start, block.end)
    elif cited := cited_in(text):
        tell_cited(draft, block.start, block.end, cited)
    elif _ONLINE.fullmatch(text.strip()):
        tell_value(draft, "citation", block.start, block.end)
    elif cite := _CITE.match(text):
        sign_free(draft, block.start, block.start + cite.end(), why="label of the record")
        tell_value(draft, "citation", block.start + cite.end(), block.end)
    elif not (_tell_labelled(draft, lines) or _tell_credit(draft, block)):
        return False
    claim(draft, block.start, block.end)
    return True


def _tell_below_label(draft: Draft, label: Block, block: Block) -> bool:
    """Record a citation under a line that says only that it is one, and stands right above it."""
    if block.blank_before or label.role is not None or not _CITE_ALONE.fullmatch(draft.text, label.start, label.end):
        return False
    tell_value(draft, "citation", block.start, block.end)
    claim(draft, block.start, block.end)
    sign_free(draft, label.start, label.end, why="label of the record")
    claim(draft, label.start, label.end)
    return True


_CITE_ALONE = re.compile(
    r"(?:(?:please )?cite as|(?:suggested |recommended |preferred )?citation|(?:how )?to cite(?: (?:this|the) \w+)?|"
    r"cite (?:this|the) \w+(?: as)?)\W*",
    re.I,
)


def _tell_labelled(draft: Draft, lines: list[Line]) -> bool:
    """Record lines of which each has a label of the foot of a page, or goes on with the one before it."""
    parts: list[tuple[str, Line, int, int]] = []
    for line in lines:
        label = label_of(line) if ":" in line.text or line.key in _ALONE else None
        if label:
            parts.append((label[0], line, label[1], line.end))
        elif parts:
            parts[-1] = (*parts[-1][:3], line.end)
        else:
            return False
    if not all(_is_of_foot(field, draft.text[value:end]) for field, _, value, end in parts):
        if len(lines) > 1 or lines[0].key not in _ALONE:
            return False
        draft.drop(lines[0].start, lines[0].end, REASON)  # a heading with nothing below it
        return True
    for field, line, value, end in parts:
        sign_adornment(draft, lines[0].start, line.start)
        sign_free(draft, line.start, value, why="label of the record")
        tell_value(draft, field, value, end)
    return bool(parts)


def _is_of_foot(field: str, value: str) -> bool:
    words = " ".join(value.split())
    if field == "source":
        return is_reference(words) or is_print(words) or cited_in(words) is not None
    if field in {"note", "digital-note", "print-note", "uploaded"}:
        return SAYS_RIGHTS.search(words) is not None or is_print(words) or "updated" in words.lower()
    return field in _LABELS and bool(words)


def _tell_credit(draft: Draft, block: Block) -> bool:
    """Record a line that says who translated, transcribed or found the document, and nothing else."""
    text = draft.text_of(block)
    found = credits_in(draft, block.start, block.end)
    if plain := _TRANSLATION.fullmatch(text.strip()):
        start = block.start + draft.text_of(block).index(plain["names"])
        sign_free(draft, block.start, start, why="label of the record")
        tell_value(draft, "translator", start, block.end)
        return True
    if not found:
        return False
    lead = text[: found[0].start - block.start].strip(" \n([*_")
    if lead or len(text) > 200 or not _OF_EDITION.search(text):
        return False
    names = names_in(draft.text, found[-1].verb_end, block.end)
    if not names or re.search(r"[^\W\d_]{2}", draft.text[names[-1][1] : block.end]):
        return False
    sign_free(draft, block.start, found[0].start, why="around a credit")
    tell_credits(draft, found, block.end)
    return True


_OF_EDITION = re.compile(
    r"\b(?:translat(?:ed|ions?)|transcribed|transcription|digiti[sz]ed|contributed|obtained|edited|compiled|annotated)\b",
    re.I,
)
"""What somebody does for an edition, and not in an office where documents are prepared, typed and copied."""
_TRANSLATION = re.compile(
    r"[(\[]?(?:english )?translat(?:ion|ed)(?: by)?\s*[,:]\s+(?P<names>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
    r"[)\]]?\.?",
    re.I,
)


def _tell_reference_above_notes(draft: Draft, start: int) -> None:
    """Record a reference to an archive, with its units, that stands between the text and its notes."""
    if any(fact.field == "shelfmark" for fact in draft.facts):
        return
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META]
    for block in blocks[2:][-_FAR:]:
        text = draft.text_of(block)
        if block.role is None and is_sure_reference(text) and is_bare_reference(text):
            sign_adornment(draft, block.start, block.end)
            tell_source(draft, block.start, block.end)
            claim(draft, block.start, block.end)
            return
