"""Recognise reported speech in minutes: whose words a paragraph gives in the third person (TEI 3.3.3, ``said``)."""

from __future__ import annotations

from diple import patterns as re
from diple.agents import Person
from diple.draft import Clean, Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.participants import is_record_of_talk
from diple.recognisers.participants.entering import GROUP
from diple.recognisers.participants.kind import is_diary, is_of_other_kind
from diple.recognisers.participants.letters import named
from diple.recognisers.reported.asides import free_reports
from diple.recognisers.reported.dividing import divide_at_reports
from diple.recognisers.reported.impersonal import is_impersonal
from diple.recognisers.reported.offices import without_article
from diple.recognisers.reported.runs import Paragraph, Part, Run, runs_of
from diple.recognisers.reported.subjects import REACH, Subjects
from diple.recognisers.reported.told import told_talk
from diple.recognisers.reported.unlisted import (
    apposed,
    opens_narration,
    opens_report,
    partners,
    titles_of,
    unlisted_offices,
    unlisted_small_offices,
    unlisted_speakers,
)
from diple.recognisers.speech.speakers import by_office
from diple.sentences import sentences

_PASSED_OVER = frozenset({Role.META, Role.VOID, Role.NOTE_BODY, Role.NOTE, Role.MILESTONE})
_READ = 200_000
"""How many characters of a document are read for how often it names somebody."""
_HAD = re.compile(r"\S+(?: \S+){0,4} had\b")
"""What had been said before, by the verb behind its subject."""
_NOTHING = Paragraph([], Clean("", [0]))


def recognise(draft: Draft) -> None:
    """Wrap the paragraphs of minutes that report one party's words, up to where another takes over."""
    is_talk = is_record_of_talk(draft) or _has_turns(draft) or _is_of_meeting(draft)
    if is_diary(draft):
        return
    is_minuted = is_talk or _reads_as_minutes(draft)
    told = [] if is_minuted else told_talk(draft, _paragraphs(draft))
    if not told and not is_minuted:
        return
    if not told:
        divide_at_reports(draft, [block for chain in _chains(draft) if len(chain) == 1 for block in chain])
    paragraphs = told or _paragraphs(draft)
    openings = [paragraph.clean.text.lstrip()[:REACH] for paragraph in paragraphs if paragraph.blocks]
    is_report = any(opens_report(words, draft.people) or opens_narration(words) for words in openings)
    inner = _inner_openings(paragraphs) if is_report else []
    for presence in partners(openings, draft.people):
        draft.people.add(presence.name, office=presence.office, role="participant")
    for name, office in apposed([*openings, *inner]).items():
        draft.people.add(_known_as(draft, name), office=office, role="participant")
    titles = titles_of([*openings, *inner])
    for name in unlisted_speakers(openings, draft.people, inner, draft.text[:_READ]):
        draft.people.add(named(name), office=titles.get(name, ""), role="participant")
    _complete_offices(draft, titles)
    is_listed = any(block.role is Role.ITEM and block.group == GROUP for block in draft.blocks)
    offices = unlisted_offices([*openings, *inner], draft.people)
    for office in [*offices, *unlisted_small_offices(openings, draft.people)]:
        draft.people.add(office, office=without_article(office), role="mentioned" if is_listed else "participant")
    if not any(True for _ in draft.people):
        return
    subjects = Subjects(draft.people)
    if any(block.role is Role.SPEECH for block in draft.blocks):
        free_reports(draft, subjects)
        paragraphs = _paragraphs(draft)
    for found in runs_of(paragraphs, subjects):
        if isinstance(found, Run):
            _wrap(draft, found)
        else:
            _mark_parts(draft, *found)


def _known_as(draft: Draft, name: str) -> str:
    """Return the name under which the document knows somebody, or the name itself."""
    known = draft.people.match(name)
    return known.names[0] if known else named(name)


def _complete_offices(draft: Draft, titles: dict[str, str]) -> None:
    """Let a title that one person alone bears, before the name, be an office: who "the captain" is besides."""
    bearers: dict[str, set[str]] = {}
    for name, title in titles.items():
        person = draft.people.match(name)
        if person is not None:
            bearers.setdefault(title.split()[-1].lower(), set()).add(person.id)
    for person in draft.people:
        for title, ids in bearers.items():
            known = " ".join([*person.names, *person.offices]).lower()
            if ids == {person.id} and title not in known and by_office(draft.people, f"The {title}") is None:
                draft.people.add(person.names[0], office=title.capitalize())


def _has_turns(draft: Draft) -> bool:
    """Tell whether somebody takes turns to speak in what says who was present, and is no letter, telegram or report."""
    has_turns = any(block.role is Role.SPEECH for block in draft.blocks)
    return has_turns and _PRESENT.search(draft.text, 0, _OPENING) is not None and not is_of_other_kind(draft)


_PRESENT = re.compile(r"\b(?:Present|PRESENT|In attendance|Attended by|(?:was|were) (?:also )?present|took part)\b")
_OPENING = 3000
"""The characters at the head of a document in which it says who was present."""


def _is_of_meeting(draft: Draft) -> bool:
    """Tell whether a meeting is said to have been held, or those present are listed below a head that names one."""
    if any(_HELD.match(draft.text, block.start, block.end) for block in draft.blocks if block.role in _TEXT):
        return not is_of_other_kind(draft)
    heads = [draft.text_of(block)[:_LINE] for block in draft.blocks if block.role in {Role.HEAD, Role.SECTION}]
    is_listed = any(block.role is Role.ITEM and block.group == GROUP for block in draft.blocks)
    return is_listed and any(map(_MEETING.search, heads)) and not is_of_other_kind(draft)


_TEXT = frozenset({None, Role.PARAGRAPH})
_HELD = re.compile(
    r"(?:At|Minutes of|Proceedings of|Notes of) an? (?:\w+ ){0,4}?"
    r"(?:[Vv]estry|[Mm]eeting|[Cc]ourt|[Ss]essions?|[Cc]hapter|[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Ss]ynod|[Aa]ssembly)\b[^.;]{0,120}?\b(?:held|holden|assembled|begun)\b"
)
"""How minutes begin: "At a Vestry holden in the church", "Minutes of a special meeting held on"."""
_MEETING = re.compile(r"\b(?:meeting|sitting|session|assembly|committee|council|board)\b", re.I)
_LINE = 300
"""The characters of a head that are read."""


def _reads_as_minutes(draft: Draft) -> bool:
    """Tell whether most paragraphs open with whom they report, two or more, in no letter, telegram or report."""
    if is_of_other_kind(draft):
        return False
    openings = [paragraph.clean.text.lstrip()[:REACH] for paragraph in _paragraphs(draft) if paragraph.blocks]
    told = [words for words in openings if opens_report(words, draft.people)]
    parties = {words[:_NAME_REACH] for words in told}
    acts = sum(is_impersonal(words) for words in openings)
    fewest = _FEWEST - any(block.role is Role.ITEM and block.group == GROUP for block in draft.blocks)
    return len(told) >= fewest and len(parties) > 1 and 2 * (len(told) + acts) >= len(openings)


_FEWEST, _NAME_REACH = 3, 16
"""The paragraphs that make minutes, one fewer below a list of those present, and the characters that tell parties."""


def _inner_openings(paragraphs: list[Paragraph]) -> list[str]:
    """Return the first words of each sentence that does not open its paragraph, nor tells what had been said before."""
    texts = [paragraph.clean.text for paragraph in paragraphs if paragraph.blocks]
    inner = [text[one.start : one.start + REACH].lstrip() for text in texts for one in list(sentences(text))[1:]]
    return [words for words in inner if not _HAD.match(words)]


def _paragraphs(draft: Draft) -> list[Paragraph]:
    """Return the paragraphs outside turns; an empty one stands for what interrupts a report."""
    return [_paragraph(draft, chain) for chain in _chains(draft)]


def _chains(draft: Draft) -> list[list[Block]]:
    """Return the blocks of each paragraph outside turns; none for what interrupts a report."""
    chains: list[list[Block]] = []
    in_turn, taken = False, False
    for block in draft.blocks:
        if block.role in _PASSED_OVER:
            continue
        if block.joined and chains and chains[-1]:
            chains[-1] += [block] if taken else []
            continue
        in_turn = block.role is Role.SPEECH or (in_turn and block.role is None and block.in_speech)
        is_item = block.role is Role.ITEM and block.group != GROUP
        reports = block.role in {None, Role.PARAGRAPH} or (is_item and _opens_report(draft, block))
        taken = reports and not in_turn
        if taken:
            chains.append([block])
        elif not is_item or in_turn:
            chains.append([])
    return chains


def _opens_report(draft: Draft, block: Block) -> bool:
    """Tell whether an item of a list, such as a numbered paragraph of minutes, reports somebody itself."""
    words = draft.clean(block.start, min(block.end, block.start + REACH)).text
    words = words[topic.end() :] if (topic := _TOPIC.match(words)) else words
    return opens_report(words, draft.people) or opens_narration(words)


_TOPIC = re.compile(
    r"(?:The )?[A-Z][\w’'-]*(?: [\w’'-]+){0,3}\.(?:\s?[—–-])?\s+(?=[A-Z])(?<!\bMr\. )(?<!\bDr\. )(?<!\bMrs\. )"
)
"""What heads an item of minutes, in the same line: "The pump. Mr. Lund said"."""


def _paragraph(draft: Draft, chain: list[Block]) -> Paragraph:
    clean = draft.clean(chain[0].start, chain[-1].end) if chain else _NOTHING.clean
    is_item = bool(chain) and chain[0].role is Role.ITEM
    return Paragraph(chain, clean, is_item) if clean.text.strip() else _NOTHING


def _wrap(draft: Draft, run: Run) -> None:
    draft.wrap(run.first, run.last, "said", _attrs(run.persons, run.certainty))
    if run.certainty == "low":
        name = run.persons[0].names[0]
        message = f"these paragraphs were taken for words of {name} reported, though the last verb that says so is far"
        draft.doubt("D210", run.first.start, message, "see where this person's words end")


def _mark_parts(draft: Draft, paragraph: Paragraph, parts: list[Part]) -> None:
    """Mark the parts of a paragraph in which the party changes."""
    for part in parts:
        words = paragraph.clean.text[part.start : part.end]
        end = part.start + len(words.rstrip())
        if end > part.start:
            first, last = paragraph.clean.offsets[part.start], paragraph.clean.offsets[end - 1] + 1
            draft.span(first, last, "said", _attrs(part.persons, part.cert), rank=5, why="reported in mid-paragraph")


def _attrs(persons: tuple[Person, ...], cert: str) -> Attrs:
    return {"who": " ".join(f"#{person.id}" for person in persons), "direct": "false", "cert": cert}
