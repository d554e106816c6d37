"""What stands before somebody who is reported and named late: behind the verb, or as whose view or motion it is."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants import elsewhere
from diple.recognisers.reported.wording import TITLES, VIEWS

_LETTER = r"(?:[^,.;:]|(?<=\b(?:Mr|Dr|Ms|St|No))\.|(?<=\b(?:Mrs|Cde|Com|Rev|Hon|Sen|Gen|Col|Amb))\.|(?<=\b[A-Z])\.)"
LEAD = rf"(?:{_LETTER}{{2,80}},?\s+)"
"""What stands before the subject of a sentence, names with their abbreviations in it: "Answering Mr. Berg,"."""
LONG_LEAD = re.compile(
    r"(?:With (?:regard|respect|reference) to|As (?:regards|for|to)|Concerning|Regarding|Referring|Turning|Commenting|"
    r"Speaking|Replying|Answering|Asked|Coming|Passing|Reverting|Returning|Continuing|Summing|On (?:the (?:question|"
    r"subject|matter|point)|being)|"
    r"In (?:reply|answer|response|connection|conclusion|reference|regard)|To (?:a|the|this)|When|After|Before)\b"
    rf"{_LETTER}"
    r"{2,200}(?:,[^,.;:]{2,80})?,\s*(?:[Tt]he )?"
)
"""The same where it tells what the subject speaks of or answers, however long it is."""
VERB_FIRST = re.compile(
    rf"[^.]{{2,200}}[,?!”\"] (?:said|replied|answered|continued|added|remarked|noted|declared|stated|observed|"
    rf"explained|concluded) {TITLES}"
)
BY = re.compile(
    r"(?:[^.;,]{2,40}, )?(?:The|This|A|An|These|Other|Similar|He|She|he|she)\b[^.;]{0,120}?\b(?:was|were) "
    r"(?:then |also |next |first )?(?:(?P<opened>opened|begun|started)|raised|introduced|put|asked|posed|delivered|"
    rf"moved|seconded|proposed|presented|voiced|expressed|stated|answered|broached) by {TITLES}"
)
"""What precedes somebody by whom a thing was said: "The question was raised by"."""
SPEAKER = re.compile(rf"The (?:first|second|next|last|following|only) speaker was {TITLES}")
OF_VIEW = re.compile(
    rf"(?:(?:But|And|However|Finally|Also|Thus|Further|Moreover),? )?"
    rf"(?:[Ii]n the {VIEWS} of|[Ii]t (?:seemed|appeared|was (?:clear|evident|obvious|plain)) to|"
    rf"[Ii]t (?:was|is) the {VIEWS} of|[Tt]o the mind of) {TITLES}"
)
"""What precedes somebody whose view follows: "In the opinion of"."""
ACCORDING = re.compile(rf"According to (?:the (?:words|account|opinion) of )?{TITLES}")
HIS_WORDS = re.compile(r"[’']s? (?:own )?(?:words|account|statement|opinion|report|information)\b|,")
IN_HIS = re.compile(rf"(?:(?:But|And|However|Finally|Also|Thus|Further),? )?(?:[Ii]n|[Ii]t (?:was|is)) {TITLES}")
HIS_VIEW = re.compile(rf"[’']s? {VIEWS}s?\b")
_SECOND = rf"{elsewhere.LEADS}(?:{'|'.join(elsewhere.VERBS.split())}) (?:sich )?(?:dann |hierauf |auch )?"
VERB_SECOND = re.compile(f"{_SECOND}{TITLES}")
"""What stands before the subject of a German sentence that something else opens: "Auf eine Frage teilt"."""
OFFICE_SECOND = re.compile(f"{_SECOND}(?P<office>{elsewhere.OFFICE})")
"""An office as the subject of such a sentence."""
