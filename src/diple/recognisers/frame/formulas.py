"""The words with which letters end that say what the writer is to the reader; a new wording is a new row."""

from __future__ import annotations

_WORD = r"(?:[\w-]+|&)[.,]{0,2} "
_KIN = (
    r"(?:brother|sister|son|daughter|mother|father|cousin|nephew|niece|uncle|aunt|husband|wife|comrade|boy|girl|child|"
    r"pupil|colleague|papa|mamma?)"
)
CUT = r"(?:[DM]rs?|obedt|obt|obet|hum|humb|hum[’']?ble|hble|hbl|mo|affec|affte|affect|respectf|resp|sin|faithf)"
"""Words of formulas cut short, behind which a full stop ends nothing."""
IN_COMMON = r"(?:yours )?in (?:fraternity|friendship|solidarity|struggle|christ)"
"""What writer and reader have in common: "Yours in solidarity"."""
OF_WRITER = (
    r"(?:(?:believe me|from|i remain|i am|and am|so no more from),? )?(?:ever,? |always,? |as ever,? |resp\W?\w*,? )?"
    rf"y(?:ou)?r (?:(?:{_WORD}){{0,7}}(?:friend|servi?(?:an)?t|serv|sert)|(?:{_WORD}){{1,5}}{_KIN})s?"
    r"(?: (?:till|until) death)?"
)
"""What the writer is: "Your most obedient & most humble servant", "From your aff. brother"."""
POSTSCRIPT = (
    r"(?:(?:(?:P\.?\s?){1,3}S\.?+|N\.\s?S\.)(?!\s?[A-ZÀ-Ž][\w’'-]+\W*\Z)|Post ?script(?:um)?:|Nachschrift:)"
    r"\s?[:.,\-–—]?\s?\S"
)
"""How a postscript begins; "P. S. Orlov" is who signs."""
