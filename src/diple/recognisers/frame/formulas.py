"""The words with which letters end that say what the writer is to the reader; a new wording is a new row."""

from __future__ import annotations

_WORD = r"(?:[\w’'-]+|&)[.,]{0,2} "
_KIN = (
    r"(?:brother|sister|son|daughter|mother|father|cousin|nephew|niece|uncle|aunt|husband|wife|comrade|boy|girl|child|"
    r"pupil|colleague|papa|mamma?)"
)
CUT = r"(?:[DM]rs?|obedt|obt|obet|hum|humb|hum[’']?ble|hble|hbl|mo|affec|affte|affect|respectf|resp|sin|faithf)"
"""Words of formulas cut short, behind which a full stop ends nothing."""
IN_COMMON = (
    r"(?:yours )?in (?:fraternity|friendship|solidarity|struggle|christ)"
    r"|(?:ever |always )?yours (?:in|for|with|under|to|till|until) (?!which|whom|that\b)(?:[\w’'-]+ ){0,7}[\w’'-]+"
    r"|with (?:(?:my|our|all|every|very|most|best|warm(?:est)?|kind(?:est)?|good|high(?:est)?|great|deep(?:est)?|"
    r"sincere|affectionate|fond|personal) ){1,4}(?:regard|wish|remembrances?|compliments|duty)"
    r"(?: (?:to|for) (?:[^.\n]|\b[DM]rs?\.){2,60})?|(?:ever |always )?yours?,? (?:(?:ever|very|most|v\.) ){0,2}"
    r"(?:aff|sinc|resp|obed|faith|cord|tr|frat|grat)[a-z’']*y?\.?(?: obliged)?"
    r"(?:,? (?:for|on behalf of) (?:all |us )?(?:the )?(?:\w+ ){0,3}\w+)?"
    r"|(?:may )?god (?:guard|preserve|keep|protect|bless)s? (?:you(?:r \w+){0,2}|thee)\b[^.\n]{0,50}"
    r"|(?:(?:god|country|fatherland|liberty|independence|union|reform|constitution|federation|fraternity|equality|"
    r"justice|peace|law|order|health|effective suffrage|no re-?election)(?:,? and |[,.] ?)?){2,4}"
    r"|(?:so )?no more (?:at|for) (?:the )?present\b[^.\n]{0,40}\b(?:remain|from|am)\b[^.\n]{0,80}"
)
"""What writer and reader have in common or are wished: "Yours in solidarity", "With warm regard", "God guard you"."""
OF_WRITER = (
    r"(?:(?:believe me|from|i remain|i am|and am|so no more from),? )?(?:ever,? |always,? |as ever,? |resp\W?\w*,? )?"
    rf"y(?:ou)?r (?:(?:{_WORD}){{0,7}}(?:friend|servi?(?:an)?t|serv|sert)|(?:{_WORD}){{1,5}}{_KIN})s?"
    r"(?: (?:till|until) death)?"
    rf"|(?:and |& )?(?:most|very) (?:{_WORD}){{1,4}}(?:friend|servi?(?:an)?t|serv|sert)s?"
    rf"|y(?:ou)?r (?:{_WORD}){{0,3}}(?:most|very) (?:{_WORD}){{1,3}}(?:and|&)"
)
"""What the writer is: "Your most obedient & most humble servant", "From your aff. brother"; be it over two lines."""
POSTSCRIPT = (
    r"(?:(?:(?:P\.?\s?){1,3}S(?!\w)\.?+|N\.\s?S\.|P\.\s?D\.)(?!\s?[A-ZÀ-Ž][\w’'-]+\W*\Z)|"
    r"Post ?script(?:um)?:|Post?data:|Nachschrift:)"
    r"\s?[:.,\-–—]?\s?\S"
)
"""How a postscript begins; "P. S. Orlov" is who signs."""
