"""Directions told by their grammar, where no word of them is in the vocabulary: who does what, doing what (TEI 7.2.3).

A bracket between the sentences of a talk that holds a participle and its object ("[Handing the letter over.]"), a verb
in the present without subject ("(Cuts ribbon.)"), or somebody and such a verb ("[Dog barks]") tells what happens.
"""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.lexicon import listed_forms
from diple.recognisers.stage.vocabulary import is_direction, is_of_the_text

CALL = re.compile(
    r"(?!.*(?:\d|\b(?:vol|pp?|no|cf|ed)\.))(?:(?:HON|Hon|An? hon)\. \w+|(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}): "
    r"[“\"‘']?[^\W\d_][^:]{1,150}[.!?…][”\"’']?"
)
"""What somebody calls out while another speaks: "Dorn: You must!"."""

_MOST_WORDS = 16
"""A direction of more words than this tells a story, which its shape alone does not prove."""
_SUBJECT_WORDS = 4
"""The most words before the verb that name who or what does something."""
_NO_PARTICIPLES = frozenset(
    """during concerning regarding according including excluding following pending notwithstanding owing nothing
    something anything everything meeting evening morning beginning building being king thing string ceiling spring
    outstanding interesting considering assuming given providing barring failing wedding sterling""".split()
)
_MANNERS = frozenset(
    """speaking reading continuing interposing interrupting whispering shouting quoting answering replying addressing
    talking smiling concluding resuming dictating translating repeating mumbling muttering""".split()
)
_TALKS_TO_READER = re.compile(
    r"\b(?:I|we|you|my|our|your|us|which|refers?|reference|means|meaning|should|probably|apparently|see|\d{4})\b|[“\"=:]",
    re.I,
)
"""Words of somebody who speaks, or who explains the text to a reader: no direction has them."""
_OF_THE_PAGE = re.compile(r"\b(?:document|original|text|word|translat\w+|page|paragraph|note|line|sentence)s?\b", re.I)
"""What an editor speaks of; somebody who hands a document over speaks of it too."""
_SOUND = re.compile(
    r"(?:the |a |an )?(?:[a-z]+ )?(?:sounds?|clink|clatter|rattle|rustle|murmur|hum|roar|click|squeal|crash|chorus|"
    r"exchange|round|burst)(?:ing)? of [a-z]",
    re.I,
)
_NO_ANSWER = re.compile(
    r"(?:there (?:is|was) )?no (?:audible |verbal |oral |further )?(?:response|answer|reply|sound|reaction)s?"
    r"(?: (?:was|is) (?:heard|given|made))?",
    re.I,
)
_ACTIONS = frozenset(
    """acknowledge agree answer applaud approach arrive ask bang bark beat beep begin blow bow break bring burst buzz
    call carry chat cheer chime chuckle clap clear click climb clink close collapse come comply conclude confer consult
    continue converse cough crash cross cry cut dance depart dial dictate disconnect discuss draw drink drop eat
    embrace end enter examine exchange exit explode fade fall fetch fill finish flip fold gather gesture get give
    glance go greet grin groan hand hang hesitate hit hold hug hum imitate indicate inspect interject interpret
    interrupt introduce join joke jump kiss knock laugh lay lead lean leave lift light listen look lower meet mime
    move mumble murmur nod object offer open overlap pass pat pause pick place play point pound pour present proceed
    produce protest pull push put raise read reappear recite refuse rejoin remove repeat reply resume return ring rise
    roar roll rub run rush rustle salute scratch scream search shake shout show shrug shut sigh sign sing sip sit skip
    slam sleep smile smoke sneeze sniff snore sob sound speak spill stand stare start step stop strike stumble switch
    take talk tap tear telephone throw thump touch translate turn type unfold unroll wait walk watch wave weep whisper
    whistle withdraw write yawn bleat bump chirp clank clatter creak crackle crow drip flap flush growl gurgle hammer
    hiss honk hoot howl jingle neigh rattle scrape shatter sizzle slap smash snap splash squeak thud tick tinkle whine
    whirr""".split()
)
"""What people do in a room, and what is heard there: verbs in their plain form."""
_SMALL_WORDS = frozenset("a an the of his her their its and another some all both".split())
_FINITE = frozenset("is are was were be been has have had will would can could may must shall do does did".split())


def happening(words: str) -> str | None:
    """Return the type of direction (``stage/@type``) that the grammar of words in a bracket tells, or None.

    Says nothing of where the bracket stands: whoever asks has seen that it stands between sentences of a talk.
    """
    plain = words.strip(" .!:")
    tokens = [token.strip(",;.’'") for token in plain.split()]
    if not tokens or len(tokens) > _MOST_WORDS or _TALKS_TO_READER.search(plain) or is_of_the_text(plain):
        return None
    if _NO_ANSWER.fullmatch(plain) or _SOUND.match(plain):
        return "incident"
    if is_participle(tokens[0]):
        if tokens[1:2] == ["of"]:
            return "incident"
        return "delivery" if tokens[0].casefold() in _MANNERS else "kinesic"
    if _OF_THE_PAGE.search(plain):
        return None
    if (
        len(tokens) > 1
        and is_third_person(tokens[0])
        and tokens[1] not in _ACTIONS | {"of"}
        and _FINITE.isdisjoint(tokens[1:])
    ):
        return "kinesic"
    verb = _verb_after_subject(tokens)
    return (is_direction(" ".join(tokens[verb:])) or "incident") if verb else None


def begins_with_verb(words: str) -> bool:
    """Tell whether words begin with a participle or with a verb in the present, and name nobody before it."""
    first = words.split()[0].strip(",;.!") if words.split() else ""
    return is_participle(first) or is_third_person(first)


_DID = re.compile(
    r"(?:He|She|They|It|(?:The )?(?:[Ww]itness(?:es)?|[Ii]nterpreter|[Cc]hair(?:man|woman)?|[Cc]lerk|[Uu]sher|"
    r"[Aa]ccused|[Pp]risoner|[Dd]efendant|[Pp]resident|[Ss]peaker|[Aa]mbassador|[Mm]inister|[Cc]ounsel)|"
    r"(?:Mr|Mrs|Ms|Miss|Dr|Cde|Comrade|Sir|Lord)\.? [A-Z][\w’'-]+) (?:\w+ly )?(?P<verb>[a-z]+)(?: [^.;:]{1,80})?"
)
_IRREGULAR = frozenset(
    "wept rose stood sat took gave put laid drew went left came spoke sang shook held broke struck swore read threw "
    "bent knelt swept wrote blew tore hid kept made began fell".split()
)


def tells_what_was_done(words: str) -> bool:
    """Tell whether a sentence says, in the past, what somebody in the room did: "She hummed", "Witness laid a key"."""
    match = _DID.fullmatch(words.strip(" .!"))
    if match is None or _TALKS_TO_READER.search(words) or len(words.split()) > _MOST_WORDS:
        return False
    verb = match["verb"]
    bases = [verb[:-2], verb[:-1], verb[:-3], f"{verb[:-3]}y"] if verb.endswith("ed") else []
    return verb in _IRREGULAR or not _ACTIONS.isdisjoint(bases)


def is_participle(word: str) -> bool:
    """Tell whether a word is an English verb with -ing."""
    plain = word.casefold()
    if not plain.endswith("ing") or plain in _NO_PARTICIPLES or len(plain) < 6:
        return False
    base, known = plain[:-3], listed_forms()
    return any(form in known for form in (base, f"{base}e")) or (base[-1:] == base[-2:-1] and base[:-1] in known)


def is_third_person(word: str) -> bool:
    """Tell whether a word is a verb of action with the ending of the third person: "barks", "carries"."""
    plain = word.casefold()
    if not plain.endswith("s") or plain.endswith("ss") or not plain.isalpha() or len(plain) < 4:
        return False
    bases = [plain[:-1], *([plain[:-2]] if plain.endswith("es") else []), *_with_y(plain)]
    return not _ACTIONS.isdisjoint(bases)


def _with_y(plain: str) -> list[str]:
    return [f"{plain[:-3]}y"] if plain.endswith("ies") else []


def _verb_after_subject(tokens: list[str]) -> int:
    """Return the number of the verb in the present that follows a few words that name somebody or something, or 0."""
    for number, token in enumerate(tokens[1 : _SUBJECT_WORDS + 1], 1):
        if token.islower() and is_third_person(token) and tokens[number - 1].casefold() not in _SMALL_WORDS:
            return number if _FINITE.isdisjoint(tokens[:number]) else 0
    return 0
