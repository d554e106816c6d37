"""Lines that are a web site's own whatever stands around them: skip links, readers' tools, states of proof."""

from __future__ import annotations

from itertools import islice

from diple import patterns as re
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.record.furniture import REASON
from diple.recognisers.record.lines import Line, claim, lines_of

_HEAD, _FOOT = 14, 10
"""The first and last lines, in number, among which such lines stand."""
_LONGEST_BUTTON = 30
_FAR = 2_000
"""The last characters of a page, in which its last lines are looked for."""
_MAIN = r"(?:main |page |site |the )*(?:content|navigation|search|menu|text|footer)"
_SURE = re.compile(
    rf"(?:(?:skip|jump) (?:to )?{_MAIN}\W*)+|press enter after choosing .*|"
    r"(?:direkt )?(?:zum|zur) (?:seiten|haupt)?(?:inhalt|navigation|hauptmenü)(?: springen| wechseln)?|"
    r"(?:(?:zum|zur|zu den)(?: (?!zu[mr]?\b)[\w-]+){1,3}(?: \([^()]{1,30}\))?\.?\s*){3,}|(?:extras )?\(?fußzeile\)?:?|"
    r"(?:aller|passer|accéder)(?: directement)? au (?:contenu|menu)(?: principal)?|"
    r"(?:saltar|ir|pasar) al contenido(?: principal)?|(?:vai|salta) al contenuto(?: principale)?|"
    r"(?:ga|ga direct) naar (?:de )?(?:hoofd)?inhoud|перейти к (?:содержимому|навигации|основному содержанию)|"
    r"from (?:wikisource|wikipedia)(?:, the free .{3,40})?|"
    r"this page (?:needs to be|has (?:not )?been|does not need to be) (?:proofread|validated)\b.{0,60}|"
    r"download as (?:pdf|txt|docx?)\b.{0,30}|you are on page \d+ ?of \d+|you(?:['’]re| are) reading .{3,60}|"
    r"(?:click|tap) here (?:to|for) .{3,80}|uploaded by .{2,60}|embed size(?: \(px\))?|(?:see|view) other formats|"
    r"e-?pub(?: \S{1,3})?|home \*\*\* .{5,90}|view (?:the )?(?:original|scan|image|facsimile|page image)s?|"
    r"page images?|obrázky stránek|изображения страниц|зображення сторінки|gambar halaman|페이지 이미지|seitenbilder|"
    r"images? des pages|imágenes de (?:la )?páginas?|immagini delle pagine|"
    r"(?:ocr|plain|full) text|parent issue|public domain|stable url:? ?.{0,80}|"
    r"(?:this (?:transcription|transcript|text) (?:is|was|has been) (?:created|generated|produced|made) "
    r"(?:automatically|by (?:a )?(?:machine|computer|software|ocr))\b.{0,120})|apply (?:page )?layout|"
    r"open in .{3,40} viewer|skip to item:?.{0,30}|information about this (?:record|item)(?: back to top)?|"
    r"back to (?:top|results|search results)|"
    r"you (?:are|['’]re) (?:now |currently )?(?:in|here|at)\s?:.{2,160}|"
    r"you (?:may|might) also (?:like|be interested in)\b.{0,160}|"
    r"(?:this|the|our) (?:web ?)?site is (?:managed|maintained|operated|produced|hosted|published) by .{3,400}|"
    r"your use of the \w+ archive indicates your acceptance .{5,200}|this content downloaded from .{5,120}",
    re.I,
)
"""What no document says of itself."""
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{2,80})\]\([^()\s]{1,200}\)")
_CRUMBS = re.compile(
    rf"(?:{_LINK.pattern.replace('?P<words>', '?:')}\s*[/>»›→]\s*){{1,8}}"
    rf"(?:{_LINK.pattern.replace('?P<words>', '?:')}|[^\[\]()\n]{{2,80}})"
)
"""The way to a page, by the links above it: "[Collections](/c) / [Paper](/c/p) / No. 12"."""
_BESIDE = re.compile(r"pdf|e-?pub|html|txt|english|print|from [A-Z][\w-]{2,30}|.{3,90} image", re.I)
"""What is of the site where a sure line stands beside it."""


def drop_chrome(draft: Draft) -> None:
    """Leave out lines near the head and foot of a page that are plainly the site's, and such as stand beside them."""
    head = list(islice(lines_of(draft, 0, len(draft.text)), _HEAD))
    foot = list(lines_of(draft, max(0, len(draft.text) - _FAR), len(draft.text)))[-_FOOT:]
    foot = [line for line in foot if not head or line.start > head[-1].start]
    for lines in (head, foot):
        sure = {number for number, line in enumerate(lines) if _is_sure(line.text.strip(" |·•"))}
        for number in sorted(sure):
            for step in (-1, 1):
                beside = number + step
                while 0 <= beside < len(lines) and beside not in sure and _BESIDE.fullmatch(lines[beside].text):
                    sure.add(beside)
                    beside += step
        if len(lines) > 1 and lines[1].key == "pdf" and len(lines[0].text) <= _LONGEST_BUTTON:
            sure |= {0, 1}  # whose book it is the images of, in whatever language
        for number in sorted(sure):
            _drop(draft, lines[number])


def _is_sure(text: str) -> bool:
    """Tell whether a line is the site's by its words, be they a link in Markdown, or is the way to the page."""
    if _SURE.fullmatch(text):
        return True
    has_link = "](" in text
    return has_link and (_CRUMBS.fullmatch(text) or _SURE.fullmatch(_LINK.sub(r"\g<words>", text))) is not None


def _drop(draft: Draft, line: Line) -> None:
    block = draft.block_at(line.start)
    if block is not None and block.role is not Role.META:
        claim(draft, line.start, line.end)
        draft.drop(line.start, line.end, REASON)
