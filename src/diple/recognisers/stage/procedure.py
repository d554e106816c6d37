"""Sentences of procedure between turns, in no brackets: a sitting opens, a question is put, somebody is sworn."""

from __future__ import annotations

from diple import patterns as re

_LONGEST = 240
_ENDS_TALK = re.compile(
    r"[-–—*# ]*(?:(?i:(?:end|beginning|start) of (?:the )?(?:\w+ )?"
    r"(?:interview|tape|recording|transcript|conversation|session|briefing|reel|side)(?: \w{1,4})?)|"
    r"END \d{1,2}[:.]\d\d ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?|END)[-–—*# .]*"
)
"""A line with which a transcript ends: "End of interview", "END 2:20 P.M. EST"."""
_BODY = (
    r"(?i:meeting|sitting|session|committee|council|court|house|board|hearing|inquest|inquiry|trial|"
    r"lok sabha|rajya sabha|dáil|seanad|senate|"
    r"assembly)"
)
_VOTES = (
    r"(?:A|The) (?:recorded |separate |formal )?(?:vote|ballot|roll[- ]call vote|division) (?:was|took|by)",
    r"The (?:draft |joint )?(?:motion|resolution|amendment|proposal|agenda|report) was (?:then |thereupon )?"
    r"(?:adopted|carried|rejected|approved|put|lost|agreed|withdrawn)",
    r"It was so (?:agreed|decided)",
    r"There being no objections?, (?!it is |I |we )",
    r"(?:(?:Main|Original|Previous) )?"
    r"(?:Question|Motion|Amendment|Bill|Clause|Resolution|Leave)s?(?:, as amended)?(?: \w+){0,3}?,? (?:by leave, )?"
    r"(?:again |accordingly |read |be )?"
    r"(?:put|proposed|made|agreed|negatived|withdrawn|granted|adopted|considered|ordered|read|carried|moved|resolved|"
    r"postponed|deferred|lapsed)\b"
    r"(?=[, .])",
    r"Words (?:added|inserted|left out|omitted|substituted)\b",
)
_SITTINGS = (
    rf"The (?:\d+\w* )?{_BODY} (?:rose|met|was (?:then |thereupon )?(?:called to order|opened|"
    r"adjourned|suspended|resumed|closed|"
    r"declared)|"
    r"(?:then |thereupon )?adjourned|reconvened|recessed|divided|resumed)",
    r"(?:La séance est (?:ouverte|levée|suspendue|reprise)|Die Sitzung (?:ist|wird|wurde) (?:eröffnet|geschlossen|"
    r"unterbrochen)|Se (?:abre|levanta|suspende|reanuda) la sesión|La seduta (?:è|termina|inizia|comincia)) "
    r"(?:à|a|alle|um|at)\b",
    r"(?:Whereupon|Thereupon),? ",
    r"[-–—]{2,3} ?(?:Upon|Whereupon|Luncheon|Recess|On|Break|Break taken|The|Hearing)\b",
    r"(?i:(?:the )?(?:committee|commission|court|hearing|tribunal|panel|inquiry|session) "
    r"(?:adjourns|resumes|rises|reconvenes))\b",
    r"(?i:(?:the )?witness (?:is |was )?(?:excused|stands down|stood down|released))\b",
    r"NO (?:FURTHER )?(?:QUESTIONS|(?:CROSS-|RE-)?EXAMINATION) BY\b",
    r"(?:House|Debate|Committee|Sitting|Hearing|Court|Trial|Session|Meeting|Jury|Witness) "
    r"(?:adjourned|resumed|suspended|counted|present|absent|retired|excused)\b",
    r"Adjourned (?:accordingly|at|till|until|to|sine die)\b",
)
_PERSONS = (
    r"The (?:Secretary|Clerk|Chief Clerk|legislative clerk|reading clerk|Chaplain|Serjeant|Sergeant)(?: \w+)? "
    r"(?:called|read|proceeded|resumed|will read as follows)\b",
    r"(?:(?:Mr|Mrs|Ms|Dr|Sir)\.? [^.]{2,80}?|The (?:witness|representative|delegation)[^.]{0,60}?) (?:took (?:a |his "
    r"|the |her )?(?:place|seat|chair|stand)|withdrew|was (?:duly )?(?:warned|cautioned|excused)|was (?:duly )?sworn|"
    r"entered|left the)",
    r"(?i:(?:some|several|many) (?:hon(?:\.|ou?rable)? )?(?:members|deputies|senators)) "
    r"(?:rose|interrupted|dissented)\b",
)
_PROCEDURE = re.compile(
    rf"(?:At the invitation of the \w+, |Upon |On )?(?:{'|'.join((*_VOTES, *_SITTINGS, *_PERSONS))})"
    r"(?:[^.!?]|\.(?=[,;]| ?[\da-z]|m\b)|(?<=[Mm]r)\.|(?<=Dr)\.)*\.?[\"”’']?"
)


def tells_procedure(text: str) -> bool:
    """Tell whether a paragraph, its spaces single, is one sentence of procedure, or says that a transcript ends."""
    return len(text) <= _LONGEST and (_PROCEDURE.fullmatch(text) or _ENDS_TALK.fullmatch(text)) is not None
