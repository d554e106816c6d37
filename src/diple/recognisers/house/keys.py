"""The key to the signs of a document: a list under a label, sentences at its head or end (TEI 2.3.3).

A key is no text of the document: it goes to ``editorialDecl``; what it says of a sign holds wherever the sign stands.
"""

from __future__ import annotations

from diple import patterns as re
from diple.conventions.clauses import tells_by_verb
from diple.conventions.statements import (
    Statement,
    conventions_of,
    read_statements,
    share_about_signs,
    tells_only_of_signs,
)
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.house.told import told_places

_HEAD_BLOCKS, _END_BLOCKS = 12, 8
"""How many blocks at the head, and at the end, of a document may speak of its signs without a label."""
_LONGEST_BLOCK = 3000
_SHORTEST = 20
"""The fewest characters of a note in brackets; what is shorter may be a sign, as "[...]"."""
_AGENT = r"(?:translator|editor|transcriber|typist)(?:[’']s|s[’']?)?"
_LABEL = re.compile(
    r"[\s*_#>\[(]*(?:(?:how to read (?:this|the) [\w ]{3,30}|(?:[^\W\d_][\w’' -]{2,40}[’'s] |the |our )?(?:rules|"
    r"conventions|principles|signs) (?:of|for|in) (?:the |this |our )?[\w ]{3,40})|(?:a )?notes?(?: (?:on|"
    r"about|to|by|from|of) (?:the |this )?[\w ]{3,40})?|"
    rf"{_AGENT} (?:note|remark|comment|preface|key)s?|editorial (?:note|remark|method|principle|practice|sign)s?|"
    r"(?:trans(?:cription|lation)(?:al)? )?(?:conventions|practice|principles)(?: of transcription)?|"
    r"(?:key|legend|signs|symbols|sigla|sigils|explanation of (?:the )?(?:signs|symbols)|"
    r"about this (?:transcript|translation|text)\w*)(?: (?:to|of|in) (?:the )?[\w ]{3,30})?|"
    r"zeichen(?:erklärung)?|legende|(?:editorische )?zeichen|erklärung der zeichen|textkritische zeichen|"
    r"(?:liste|explication|table) des signes|signes(?: conventionnels)?|conventions(?: de transcription)?|légende|"
    r"signos(?: convencionales)?|(?:criterios|normas) de transcripción|clave|leyenda|segni|criteri di trascrizione|"
    r"(?:objaśnieni[ea]|wykaz) znaków|znaki|vysvětlivky|značky|jelmagyarázat|(?:legenda|semne)|znakovi|"
    r"te(?:c|k)kenförklaring|tegnforklaring|verklaring (?:van|der) (?:de )?tekens|(?:sinais|"
    r"símbolos)(?: utilizados)?|условные (?:обозначения|знаки)|обозначения)"
    r"(?: used| employed)?(?: in (?:the|this) [\w ]{3,30})?\s*[*_]*\s*(?:[:.–—\r\n]|$)",
    re.I,
)
_OF_AGENT = re.compile(rf"[\s*_]*(?:{_AGENT}|editorial) notes?\s*:", re.I)
_NUMBERED = re.compile(r"[\[(]?(?:\d{1,2}|[a-z]|\*+)[\]).]\s")
"""The mark of a note, which stands at its place in the text."""
_OF_NOTE = re.compile(r"[\s*_^]*[\[(]?(?:\d{1,3}|[*†‡]+)[\]).:]?[*_^]*\s|\s*(?:sources?|notes?)\s*:", re.I)
"""The beginning of a note's body, which may speak of signs among other things."""
_RULE = re.compile(r"[-–—_=*~.\s]{3,}")


def find_key(draft: Draft) -> list[Statement]:
    """Return what a document says of its own signs outside brackets; what says nothing else leaves the text."""
    found: list[Statement] = []
    labels: list[Block] = []
    running = draft.text.replace("\n", " ")  # a sign at the end of a line looks like a hyphen there
    for number, block in enumerate(list(draft.blocks)):
        head = draft.text[block.start : min(block.end, block.start + 120)]
        if block.role is not None or block.end - block.start > _LONGEST_BLOCK or _is_bracketed(draft, block):
            labels = []
            continue
        is_label = _LABEL.match(head) is not None
        may_tell = (
            labels or is_label or _is_at_end(draft, number) or len(_SIGN.findall(running, block.start, block.end)) > 1
        )
        told = _told(draft, block, running) if may_tell else []
        if labels and not is_label and _RULE.fullmatch(draft.text, block.start, block.end):
            labels.append(block)
            continue
        if labels and not is_label and told:
            is_key = True
        elif is_label:
            labels = [block] if not told or block.end - block.start < 200 else []
            is_key = bool(told)
        else:
            labels = []
            is_key = bool(told) and (_explains(block, running) or _stands_apart(draft, block, number, running))
            is_key = is_key or (_is_at_end(draft, number) and _is_of_edition(draft, block, told))
        if not is_key:
            continue
        found += told
        if number and number >= len(draft.blocks) - _END_BLOCKS:
            _take_rule_above(draft, block)
        for one in [*labels, *_parts_on_signs(draft, block, told)] if told else [block]:
            _take_out(draft, one, told)
    return found


_EDITION = re.compile(
    r"\b(?:trans(?:cri|lat)\w+|edit(?:ed|ors?|ions?)|typed|typescript|typist|(?:re-?)?keyed|archives?|papers|records|box|folder|"
    r"fols?|folios?|leaf|leaves|vol(?:ume)?|carbon|copy|copied|manuscript|variants?|notes?|abbreviations?|spellings?|"
    r"punctuation|capitals|italics|brackets?|footnotes?|underlin\w+|signs?|printed|scann?ed|original|lines?|pages?|updated|"
    r"version|reel|tape|recording)\b",
    re.I,
)
"""Words that speak of a text and not in it."""
_OF_RECORD = re.compile(
    r"\b(?i:trans(?:cri|lat)\w+|edit(?:ed|ion)|typed|(?:re-?)?keyed|annotated|prepared|copied) (?:\w+ ){0,5}?by "
    r"(?:the )?[^\W\d_a-z][\w.’'-]+|"
    r"\b(?i:archiv\w+|library|museum|papers|records|collection|fonds?)\b[^.]{0,120}\d|"
    r"\b(?i:box|folder|file|vol\.|fols?\.|ff?\.|no\.|nr\.|sheets?|leaves|bundle|opis|delo|legajo) ?\d",
)
"""Words of those who made the text, and where it is kept, which the record of a document tells."""


def _is_of_edition(draft: Draft, block: Block, told: list[Statement]) -> bool:
    """Tell whether a paragraph that speaks of signs among other things is the edition's.

    The document has one of the signs elsewhere, and all that it says otherwise is about the text, or it is in italics.
    """
    if _OF_NOTE.match(draft.text, block.start) or all(one.means == "text" for one in told):
        return False
    if not any(tells_by_verb(draft.text[one.start : one.end]) for one in told):
        return False
    draft.statements.append((block.start, block.end))
    is_used = any(
        one.shown or one.sign == "[" or next(told_places(draft, made), None)
        for one in told
        for made in conventions_of(one)
    )
    draft.statements.pop()
    besides = _besides(draft, block, told)
    return is_used and (
        _is_emphasised(draft, block)
        or all(_EDITION.search(draft.text, start, end) for start, end in besides)
        or (len(told) > len(besides) and all(end - start < _SHORT for start, end in besides))
    )


_SHORT = 60
"""The most characters of a sentence on something else among several on signs."""


def _is_emphasised(draft: Draft, block: Block) -> bool:
    """Tell whether a paragraph is in italics as a whole: by the signs of Markdown, or as the source was read."""
    first, last = draft.text[block.start], draft.text[block.end - 1]
    is_marked = first == last and first in "*_" and draft.text.count(first, block.start, block.end) == _MARKUP
    return is_marked or any(
        span.tag == "hi" and span.start <= block.start + _MARKUP and span.end >= block.end - _MARKUP
        for span in draft.spans
    )


_MARKUP = 2
"""The most characters of Markdown before the first word of a block; as many signs set a paragraph in italics."""


def _besides(draft: Draft, block: Block, told: list[Statement]) -> list[tuple[int, int]]:
    """Return the stretches of a block between its sentences on signs, without their stops and outer spaces."""
    found: list[tuple[int, int]] = []
    position = block.start
    for start, end in [*sorted({(one.start, one.end) for one in told}), (block.end, block.end)]:
        words = draft.text[position:start]
        first = position + len(words) - len(words.lstrip(" \t\r\n.;" if position > block.start else " "))
        if any(map(str.isalnum, draft.text[first:start])):
            found.append((first, position + len(words.rstrip())))
        position = max(position, end)
    return found


def _parts_on_signs(draft: Draft, block: Block, told: list[Statement]) -> list[Block]:
    """Divide a block whose other sentences say who made the text or where it is kept; return the parts on signs."""
    kept = [
        (start, end)
        for start, end in _besides(draft, block, told)
        if _OF_RECORD.search(draft.text, start, end) and not _LABEL.match(draft.text, start, end)
    ]
    if not kept:
        return [block]
    if draft.text[block.start] == draft.text[block.end - 1] and draft.text[block.start] in "*_":
        draft.sign_around(block.start, block.end, block.start + 1, block.end - 1, why="emphasis of a whole paragraph")
    offsets = [offset for start, end in kept for offset in (start, end)]
    return [
        part
        for part in draft.split_block(block, *offsets)
        if not any(start <= part.start and part.end <= end for start, end in kept)
    ]


def _is_bracketed(draft: Draft, block: Block) -> bool:
    """Tell whether a block is a note in brackets, which others read."""
    return draft.text[block.start] == "[" and draft.text[block.end - 1] == "]" and block.end - block.start > _SHORTEST


def _told(draft: Draft, block: Block, running: str) -> list[Statement]:
    """Return what a block says of signs, read by lines or as sentences run over them, whichever says more.

    ``running`` is the text of the document with spaces for its line ends.
    """
    by_sentence = read_statements(running, block.start, block.end)
    if "\n" not in draft.lined[block.start : block.end]:
        return by_sentence
    by_line = read_statements(draft.lined, block.start, block.end)
    return by_line if len(by_line) > len(by_sentence) else by_sentence


def _explains(block: Block, running: str) -> bool:
    """Tell whether a block shows several signs and says of each what it means, and little else."""
    shown, others = share_about_signs(running, block.start, block.end)
    return shown >= 2 and others <= shown


def _stands_apart(draft: Draft, block: Block, number: int, running: str) -> bool:
    """Tell whether a block stands at the head or end of a document and says nothing else."""
    return _is_at_end(draft, number) and tells_only_of_signs(running, block.start, block.end)


def _is_at_end(draft: Draft, number: int) -> bool:
    return not _HEAD_BLOCKS <= number < len(draft.blocks) - _END_BLOCKS


_SIGN = re.compile(r"[\[{<«‹⟨⟦*=+#~^|\\@%$_]|\(\(|(?<!\w)/|/(?!\w)|[(] ?[)]")
"""A sign that a key may show; two or more stand in one that is neither at an end of the document nor labelled."""


def _take_rule_above(draft: Draft, block: Block) -> None:
    """Consume a line without words that parts a key from the text above it."""
    above = next((one for one in reversed(draft.blocks) if one.start < block.start), None)
    if above is not None and above.role is None and _LINE_ABOVE.fullmatch(draft.text, above.start, above.end):
        draft.give_role(above, Role.VOID, why="a line above the key")
        draft.sign(above.start, above.end, why="a line above the key")


_LINE_ABOVE = re.compile(r"[-–—_=*~]{2,}")


def _take_out(draft: Draft, block: Block, told: list[Statement]) -> None:
    """Move a block of a key to the header, unless it is a note of somebody, or the document speaks of itself."""
    head = draft.text[block.start : block.end]
    draft.statements.append((block.start, block.end))
    is_own = bool(told) and all(one.means == "text" and not one.shown for one in told) and "ditorial" in head
    if is_own or _OF_AGENT.match(head) or _NUMBERED.match(head):
        return
    if draft.give_role(block, Role.META, why="a key to the signs of the document"):
        draft.fact("editorial-practice", draft.words(block.start, block.end), block.start, block.end)


__all__ = ["find_key"]
