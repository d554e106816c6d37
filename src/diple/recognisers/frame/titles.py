"""Lines that stand as titles between paragraphs: by their place over text, their wording, and others like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import FIELDS, HANDLED, SETTING_LABELS
from diple.recognisers.frame.lines import is_capitals, label_in
from diple.recognisers.frame.tokens import dateline_of
from diple.recognisers.prose import ends_sentence
from diple.recognisers.speech.parliament import read_line_label

LONGEST_TITLE = 110
LITTLE = frozenset(
    "a about among an and as at between by concerning for from in into of on or over regarding the to under upon with "
    "within without v. vs.".split()
)
_BODY = 80
"""The fewest characters of the paragraph under a heading in small letters."""
_MOST_WORDS = 12
_FARTHEST = 20_000
_FEWEST_PEERS = 3
"""The titles in one document, in number, by which those of a single or of an uncertain wording are believed."""
_FEWEST_SPEAKERS = 3
"""The lines, in number, that are nothing but a name with its title, by which those over turns are known."""
_FEWEST_SURE = 2
"""The titles, in number, among which a question is one too; elsewhere a speaker asks it."""
_DEEPEST = 3
"""The most titles one right over another."""
_SIGNED = re.compile(
    r"\b(?:[A-Z]\.){1,3}(?:\s|$)|/|\b(?:Mr|Mrs|Dr|Sir|Lord|Cde|Comrade|Secretary|Minister|Ambassador|General)\b\.?"
)
"""What lines of names and signatures have."""
_OF_PAPERS = re.compile(
    r"(?:Draft |Interim |Annual |Final )?(?:Report|Note|Letter|Statement|Communication|Message|Address|Request|"
    r"Resolution|"
    r"Election|Appointment|Memorandum|Proposal|Motion)s? (?:of|by|from|on|to|concerning|submitted by) (?:the )?[A-Z]"
)
"""The paper on which an item of an agenda stands: "Report of the Secretary-General"."""
_SENTENCE_OPENS = re.compile(r"[“\"‘'„«(\[]{0,2}(?:\d{1,2}\.\s)?[^\W\d_][\w’'.-]*,? ")
_ITEM_OPENS = re.compile(r"(?:[•·▪*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_ABOVE = frozenset({Role.OPENER, Role.HEAD, Role.ITEM, Role.MILESTONE, Role.SECTION, Role.NOTE})
"""What a heading may stand under that does not end as a sentence does."""
_CLOSED = re.compile(r"[.!?,;:…)\]*\"”’]$|[-–—]$")
_PHRASE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'–-]*(?: [\w’'–-]+)+")
_LOOSE_PHRASE = re.compile(r"[“\"‘„«]?[A-ZÀ-ÖØ-Þ][\w’'–-]*[”\"’“»]?(?:,? [“\"‘„«(]?[\w’'–&-]+[”\"’“»)]?)*\??")
"""A phrase with commas, quotation marks and brackets, or one word, or a question."""
_NO_PHRASE = re.compile(
    r"(?:To|Dear|From|With|Yours|My|Our|The (?:following|above)|That|He|She|They|We|I|It|You|This|These|Those|There|"
    r"See|Signed|Copy|Copies|Page|Not|No|Yes|Present|Absent|Received|Translated|Source)\b|.*\b(?:is|are|was|"
    r"were|has|had|"
    r"have|will|said|asked|replied|follows|ist|sind|war|waren|hat|haben|wird|werden|wurde|est|sont|était|était|"
    r"ont|sera|"
    r"es|son|fue|fueron|ha|han)\b"
)
"""What a line of text or of a letter begins with or holds, and no heading."""
_OF_REPORTS = re.compile(
    r"(?:(?:general |historical |further |current |possible |proposed |our |policy |legal |economic |political )*"
    r"(?:abstract|agenda|aims?|analysis|annex(?:es)?|appendi(?:x|ces)|approach|argument|assessment|background|basis|"
    r"comments?|conclusions?|considerations?|consequences|context|costs?|criticism|decisions?|description|details?|"
    r"developments?|discussion|estimate|evaluation|evidence|findings?|foreword|future|goals?|history|impact|"
    r"implications?|importance|introduction|issues?|justification|key judge?ments|measures|methods?|methodology|"
    r"motives|next steps|notes?|objectives?|observations?|opening remarks|options?|organi[sz]ation|outlook|overview|"
    r"politics|position|postscript|preamble|preface|principles|problems?|procedure|proposals?|prospects?|"
    r"purpose|questions?|reactions?|"
    r"reasons?|recommendations?|references|remarks|report|resolution|responses?|results?|risks?|scope|situation|"
    r"sources|"
    r"strategy|structure|summary|tactics|talking points|tasks|timing|trends|views))"
    r"(?:(?: and|,|/) [a-z]+(?: and [a-z]+)?)?|"
    r"einleitung|zusammenfassung|schlu(?:ss|ß)(?:folgerungen|bemerkungen?)?|vorbemerkung(?:en)?|vorwort|hintergrund|"
    r"ergebnis(?:se)?|bewertung|empfehlung(?:en)?|sachverhalt|stellungnahme|begründung|anlagen?|beschluss|lage|"
    r"introduction|conclusions?|résumé|contexte|préambule|avant-propos|annexes?|recommandations|observations|"
    r"introducción|conclusiones|resumen|antecedentes|recomendaciones|preámbulo|anexos?|"
    r"(?:dissenting|separate|concurring|minority|majority) (?:opinion|report|statement|view)"
    r"(?: (?:of|by) [^.:?!]{3,60})?|"
    r"введение|заключение|выводы|предложения|приложение",
    re.I,
)
"""How the parts of a report or paper are called, which one such line is a heading by."""

_OF_SESSIONS = re.compile(
    r"(?:the )?(?:morning|afternoon|evening|night|opening|closing|first|second|third|fourth|fifth|last|plenary) "
    r"(?:session|sitting|meeting|day)\b[^.:?!]{0,30}",
    re.I,
)
"""How the parts of a sitting are called."""
_OF_AGENDA = re.compile(
    r"(?:(?:provisional|draft|adopted) )?(?:agenda|order of (?:the day|business)|tagesordnung|ordre du jour|"
    r"orden del d[ií]a|table of contents|contents)(?: ?\([^()]{1,40}\))?",
    re.I,
)
"""What stands over the items of an agenda."""
_ENTRY = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[•·*–—-])[ \t]+(?P<words>\S.{4,300}?)[.;]?[ \t]*$", re.M)
_OF_CONTENTS = re.compile(
    r"^[ \t]*(?:[IVXL\d]{1,5}[.)]?[ \t]+)?(?P<words>\S.{3,150}?) ?(?:\. ?){3,}[ \t]*\d{1,3}[ \t]*$", re.M
)
_NUMBERED_ENTRY = re.compile(
    r"(?:\(?(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]?\s)?(?P<words>\S.{3,200}?)(?:\s(?:\d{1,4}|[ivxl]{1,6}))?"
)
"""An item of an agenda, and a line of a table of contents, which stand again as titles over what they announce."""
PAGE_OF_CONTENTS = re.compile(r"(?:\. ?){3,}\s*\d{1,3}$")
"""How a line of a table of contents ends."""
_OF_PROCEDURE = re.compile(
    r"(?:Adjourned )?(?:Debate|Discussion|Consideration|Proceedings|Sitting|Hearing)\b.{0,40}\b(?:resumed|"
    r"adjourned|continued|opened)\b|"
    r"(?:Order|Motion|Bill|Clause|Amendment|Question|Message)\b.{0,60}\b(?:read|made|moved|presented|proposed|"
    r"put|agreed|received)\b"
)
"""How a record of a house says what was done: "Debate resumed from the 23rd April, on motion by Mr. Orm -"."""
_REFERS_BACK = re.compile(r"[(\[]Previous\s+References?\s?:[^\n]{3,120}[)\]]\.?$")
"""How a caption ends that says where the matter was spoken of before."""
_ITEM_OF_AGENDA = re.compile(
    r"(?:agenda |tagesordnungs)?(?:items?|points?|punkte?|punto|question) (?:nos?\.? |"
    r"n[º°]\.? )?\d{1,3}(?: ?\([a-z]\))?"
    r"(?:(?:, | and | to |[-–])(?:items? )?\d{1,3}(?: ?\([a-z]\))?)*(?: of the (?:provisional )?agenda)?"
    r"(?: ?\((?:continued|resumed|concluded|cont[’']?d\.?|fortsetzung|suite)\))?"
    r"(?: ?[-–—:] ?[^\W\d_][^.!?;:]{2,90}[\w)])?",
    re.I,
)
"""The number of an item of the agenda over what is said on it: "Agenda item 38 (continued)"."""
_REFERENCE = re.compile(r"(?<=\w) \((?:continued|resumed|concluded|cont[’']?d\.?|[A-Z]+[/.]?[^()\s]*\d[^()]{0,40})\)$")
"""The symbol of a paper behind its title, or that an item goes on: "Draft resolution (A/53/L.33)"."""
_NUMBER_AT_END = re.compile(r"(?<!\b1[5-9]\d)(?<!\b20\d)\d$|^\d")
"""A number at either end of a line, which a title has not; the year of a bill may be one."""
_SHORTEST_BODY = 20
_REPEATED = 2
"""The most times that a title stands in a document: what stands oftener names who speaks."""


def titles_between(draft: Draft, blocks: list[Block], opens_turn: Callable[[str], bool]) -> set[int]:
    """Return the offsets of the blocks that stand as titles over a paragraph, a turn, a list or another title.

    Those of a plain wording, such as one word or a question, count where others stand in the same document.
    """
    texts = [draft.clean_block(block) if _is_short(block) else "" for block in blocks]
    often = Counter(texts)
    announced = _announced(draft, blocks)
    shapes = [
        _ANNOUNCED
        if announced.get(_bare(text), block.start) < block.start
        else _shape(text)
        if text and often[text] <= _REPEATED and dateline_of(text) is None
        else 0
        for block, text in zip(blocks, texts, strict=True)
    ]
    speakers = frozenset(text for text in texts if read_line_label(text))
    on_lines = sum(text in speakers for text in texts) >= _FEWEST_SPEAKERS
    strengths = _over_text(draft, blocks, shapes, _Over(opens_turn, speakers if on_lines else frozenset()))
    for index in _over_numbers(draft, blocks, shapes):
        strengths[index] = max(strengths[index], _SURE)
    for index, strength in enumerate(strengths):
        if strength and not _is_under_end(draft, blocks, strengths, index):
            strengths[index] = 0
    asked = [text.endswith("?") for text in texts]
    if sum(strength > _WEAK for strength in strengths) < _FEWEST_SURE:
        strengths = [0 if is_asked else strength for strength, is_asked in zip(strengths, asked, strict=True)]
    is_many = sum(map(bool, strengths)) + sum(block.role is Role.SECTION for block in blocks) >= _FEWEST_PEERS
    least = _WEAK if is_many else _SURE
    return {block.start for block, strength in zip(blocks, strengths, strict=True) if strength >= least}


def _over_numbers(draft: Draft, blocks: list[Block], shapes: list[int]) -> list[int]:
    """Return the places of the lines right over numbered paragraphs, two at the least: "Dredging" over "1. The …"."""
    found = [
        index
        for index in range(len(blocks) - 1)
        if shapes[index] and _NUMBERED_TEXT.match(draft.text, blocks[index + 1].start, blocks[index + 1].end)
    ]
    return found if len(found) >= _FEWEST_SURE else []


_NUMBERED_TEXT = re.compile(r"\d{1,2}\.\s+[A-ZÀ-ÖØ-Þ](?=[^\n]{40})")
_WEAK, _SURE, _NAMED, _ANNOUNCED = 1, 2, 3, 4
"""How much a line speaks for a title: with others like it, by itself, over few words, over whatever stands below."""


def _announced(draft: Draft, blocks: list[Block]) -> dict[str, int]:
    """Return the words of the items of an agenda or of contents, with the offset at which each first stands."""
    found: dict[str, int] = {}
    if blocks:
        for form in (_ENTRY, _OF_CONTENTS):
            for match in form.finditer(draft.text, 0, blocks[-1].end):
                found.setdefault(_bare(match["words"]), match.end())
        for block in (block for block in draft.blocks if block.group == "agenda"):
            if entry := _NUMBERED_ENTRY.fullmatch(draft.clean_block(block)):
                found.setdefault(_bare(entry["words"]), block.end)
    return found


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" .:;").casefold()


def _is_short(block: Block) -> bool:
    return block.role is None and not block.joined and block.end - block.start <= 2 * LONGEST_TITLE


def _shape(text: str) -> int:
    """Return how much the wording of a line speaks for a title."""
    if _OF_SESSIONS.fullmatch(text) or _OF_AGENDA.fullmatch(text) or _ITEM_OF_AGENDA.fullmatch(text):
        return _ANNOUNCED
    text = _REFERENCE.sub("", text)
    words = text.split()
    if (
        not 3 <= len(text) <= LONGEST_TITLE
        or not words
        or len(words) > _MOST_WORDS
        or (_SIGNED.search(text) and not _OF_PAPERS.match(text))
    ):
        return 0
    if words[-1] in LITTLE or _NUMBER_AT_END.search(text) or (is_capitals(text) and len(words) < _MOST_WORDS):
        return 0
    if _OF_REPORTS.fullmatch(text.rstrip(":.")) and not text.endswith("?"):
        return _NAMED if not text.endswith((":", ".")) else _WEAK
    label = label_in(text)
    if label:
        return _WEAK if _is_labelled_title(label, words) else 0
    if _CLOSED.search(text):
        return _WEAK if text[-1] in "?)" and _LOOSE_PHRASE.fullmatch(text) and len(words) > 1 else 0
    if len(words) > 1 and all(word[0].isupper() or word in LITTLE for word in words):
        return _SURE
    if _PHRASE.fullmatch(text) and len(words) <= _MOST_WORDS - 2 and not _NO_PHRASE.match(text):
        return _SURE
    return _WEAK if _LOOSE_PHRASE.fullmatch(text) and not _NO_PHRASE.match(text) and len(text) > 3 else 0


def _is_labelled_title(label: str, words: list[str]) -> bool:
    """Tell whether a line with a colon is a title in two parts: "Fishing Limits: Foreign Vessels in Our Ports"."""
    if label in FIELDS or label in HANDLED or label in SETTING_LABELS or len(words) < 5 or _CLOSED.search(words[-1]):
        return False
    return all(word[0].isupper() or word in LITTLE for word in words) and any(word in LITTLE for word in words)


class _Over(NamedTuple):
    """What tells a turn: how it begins in the words of a block, or the lines that are nothing but who speaks."""

    opens_turn: Callable[[str], bool]
    speakers: frozenset[str]


def _over_text(draft: Draft, blocks: list[Block], shapes: list[int], over: _Over) -> list[int]:
    """Return the shapes of the lines that stand over text, or over another such line; 0 for the others."""
    strengths = [0] * len(blocks)
    spaced = 2 * sum(block.blank_before > 0 for block in blocks) >= len(blocks)
    for index in range(len(blocks) - 2, -1, -1):
        after = blocks[index + 1]
        is_apart = not spaced or (after.blank_before and (blocks[index].blank_before or not index))
        if not shapes[index] or after.joined or not is_apart:
            continue
        if strengths[index + 1] and sum(map(bool, strengths[index + 1 : index + 1 + _DEEPEST])) < _DEEPEST:
            strengths[index] = shapes[index]
        elif shapes[index] == _ANNOUNCED or after.role in {Role.SECTION, Role.ITEM}:
            strengths[index] = min(shapes[index], _SURE)
        elif after.role in {None, Role.PARAGRAPH} and after.end - after.start < _FARTHEST:
            strengths[index] = _weighed(shapes[index], draft.clean_block(after), over)
    return strengths


def _weighed(shape: int, body: str, over: _Over) -> int:
    """Return how much speaks for a title over the words of a paragraph."""
    if body in over.speakers:
        return shape
    if len(body) < _SHORTEST_BODY:
        return 0
    is_text = (_SENTENCE_OPENS.match(body) is not None and ends_sentence(body)) or over.opens_turn(body)
    is_text = is_text or _OF_PROCEDURE.match(body) is not None
    if is_text and (len(body) >= _BODY or shape >= _NAMED or _OF_PROCEDURE.match(body)):
        return shape
    is_text = is_text or len(body) > 3 * _BODY or _ITEM_OPENS.match(body) is not None
    return _WEAK if is_text else 0


def _is_under_end(draft: Draft, blocks: list[Block], strengths: list[int], index: int) -> bool:
    """Tell whether what stands above a line has ended, or is of a head or a title itself."""
    before = blocks[index - 1] if index else None
    if before is None or before.role in _ABOVE or strengths[index - 1] or before.tag == "table":
        return True
    words = draft.clean_block(before)
    if _REFERS_BACK.search(words):
        return True
    if words.endswith(":") and _is_short(before):
        return False  # what the line above announces: "Abstaining:"
    is_of_head = index <= _DEEPEST and all(_is_short(block) for block in blocks[:index])
    return ends_sentence(words) or is_capitals(words) or is_of_head or PAGE_OF_CONTENTS.search(words) is not None
