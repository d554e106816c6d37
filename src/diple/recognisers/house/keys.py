"""The key to the signs of a document: a list under a label, sentences at its head or end (TEI 2.3.3).

A key is no text of the document: it goes to ``editorialDecl``; what it says of a sign holds wherever the sign stands.
"""

from __future__ import annotations

from diple import patterns as re
from diple.conventions.statements import Statement, read_statements, share_about_signs, tells_only_of_signs
from diple.draft import Draft
from diple.model import Block, Role

_HEAD_BLOCKS, _END_BLOCKS = 12, 8
"""How many blocks at the head, and at the end, of a document may speak of its signs without a label."""
_LONGEST_BLOCK = 3000
_SHORTEST = 20
"""The fewest characters of a note in brackets; what is shorter may be a sign, as "[...]"."""
_AGENT = r"(?:translator|editor|transcriber|typist)(?:[’']s|s[’']?)?"
_LABEL = re.compile(
    r"[\s*_#\[(]*(?:(?:a )?notes?(?: (?:on|about|to|by|from|of) (?:the |this )?[\w ]{3,40})?|"
    rf"{_AGENT} (?:note|remark|comment|preface|key)s?|editorial (?:note|remark|method|principle|practice|sign)s?|"
    r"(?:trans(?:cription|lation)(?:al)? )?(?:conventions|practice|principles)(?: of transcription)?|"
    r"(?:key|legend|signs|symbols|sigla|sigils|explanation of (?:the )?(?:signs|symbols)|"
    r"about this (?:transcript|translation|text)\w*)(?: (?:to|of|in) (?:the )?[\w ]{3,30})?|"
    r"zeichen(?:erklärung)?|legende|(?:editorische )?zeichen|erklärung der zeichen|textkritische zeichen|"
    r"(?:liste|explication|table) des signes|signes(?: conventionnels)?|conventions(?: de transcription)?|légende|"
    r"signos(?: convencionales)?|(?:criterios|normas) de transcripción|clave|leyenda|segni|criteri di trascrizione|"
    r"(?:objaśnieni[ea]|wykaz) znaków|znaki|условные (?:обозначения|знаки)|обозначения)"
    r"(?: used| employed)?(?: in (?:the|this) [\w ]{3,30})?\s*[*_]*\s*(?:[:.–—\r\n]|$)",
    re.I,
)
_OF_AGENT = re.compile(rf"[\s*_]*(?:{_AGENT}|editorial) notes?\s*:", re.I)
_NUMBERED = re.compile(r"[\[(]?(?:\d{1,2}|[a-z]|\*+)[\]).]\s")
"""The mark of a note, which stands at its place in the text."""
_RULE = re.compile(r"[-–—_=*~.\s]{3,}")


def find_key(draft: Draft) -> list[Statement]:
    """Return what a document says of its own signs outside brackets; what says nothing else leaves the text."""
    found: list[Statement] = []
    labels: list[Block] = []
    running = draft.text.replace("\n", " ")  # a sign at the end of a line looks like a hyphen there
    for number, block in enumerate(draft.blocks):
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
        if not is_key:
            continue
        found += told
        for one in [*labels, block] if told else [block]:
            _take_out(draft, one, told)
    return found


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


def _take_out(draft: Draft, block: Block, told: list[Statement]) -> None:
    """Move a block of a key to the header, unless it is a note of somebody, or the document speaks of itself."""
    head = draft.text[block.start : block.end]
    draft.statements.append((block.start, block.end))
    is_own = bool(told) and all(one.means == "text" and not one.shown for one in told) and "ditorial" in head
    if is_own or _OF_AGENT.match(head) or _NUMBERED.match(head):
        return
    if draft.give_role(block, Role.META, why="a key to the signs of the document"):
        draft.fact("editorial-practice", draft.text[block.start : block.end], block.start, block.end)


__all__ = ["find_key"]
