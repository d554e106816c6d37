"""What stands before somebody who is reported and named late: behind the verb, or as whose view or motion it is."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants import elsewhere
from diple.recognisers.reported.wording import TITLES, VIEWS

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
OF_VIEW = re.compile(rf"(?:(?:But|And|However|Finally|Also|Thus|Further|Moreover),? )?[Ii]n the {VIEWS} of {TITLES}")
"""What precedes somebody whose view follows: "In the opinion of"."""
ACCORDING = re.compile(rf"According to (?:the (?:words|account|opinion) of )?{TITLES}")
HIS_WORDS = re.compile(r"[’']s? (?:own )?(?:words|account|statement|opinion|report|information)\b|,")
IN_HIS = re.compile(rf"(?:(?:But|And|However|Finally|Also|Thus|Further),? )?[Ii]n {TITLES}")
HIS_VIEW = re.compile(rf"[’']s? {VIEWS}s?\b")
_SECOND = rf"{elsewhere.LEADS}(?:{'|'.join(elsewhere.VERBS.split())}) (?:sich )?(?:dann |hierauf |auch )?"
VERB_SECOND = re.compile(f"{_SECOND}{TITLES}")
"""What stands before the subject of a German sentence that something else opens: "Auf eine Frage teilt"."""
OFFICE_SECOND = re.compile(f"{_SECOND}(?P<office>{elsewhere.OFFICE})")
"""An office as the subject of such a sentence."""
