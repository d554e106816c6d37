"""Words that the rules for brackets go by, as lists to add to."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KNOWN_ENGLISH = _words(
    """US USA UK UN USSR NATO SEATO PRC CCP CPC CPSU CC KGB CIA FBI DPRK DRV GDR FRG ROK KWP MFA EEC EU IMF OAU OAS
    PLO PLA KPA UNO USSR's UNESCO UNICEF CMEA COMECON SED PUWP WPK ROC RVN CPV NLF SRV POW TV SU CP GRU MGB NKVD
    MVD TASS RSFSR MP PM VIP U.S U.S. U.N U.N. U.K U.K. U.S.A. U.S.S.R. U.S.S.R"""
)
"""Abbreviations that English readers know: words in brackets after them complete them and explain nothing."""

SMALL_WORDS = _words("""of the and for in on to at a an by de la du des und der die das y e""")
"""Words that give no initial to an abbreviation."""

CONFUSED_PAIRS = frozenset(
    frozenset(pair.split("/"))
    for pair in _words(
        """a/an affect/effect shall/should will/would can/could may/might is/was are/was are/were shall/will
        should/would these/those are/is do/does has/have he/she her/his in/on it/they its/their loose/lose
        of/off principal/principle than/then that/those their/there these/this to/too was/were who/whom"""
    )
)
"""Words of which one is easily written for the other."""

BASE_VERBS = _words(
    """accept achieve act agree answer ask attack avoid become begin bring build call carry change come consider
    continue create decide declare defend demand develop direct discuss do end enter examine exert explain
    express fight find follow get give go grow have help hold increase inform keep know lead leave let look lose
    make meet move note obtain occur offer open pay permit play prepare present promise propose protect provide
    pursue put raise reach receive recognize reduce reject remain report resist say see send settle show sign
    solve speak stand start state stop strengthen study submit support take talk tell think try turn understand
    use visit wait wage win work write"""
)
"""Verbs common in talk and letters, in their plain form."""

BEFORE_VERB = _words("""will would shall should can could may might must to not cannot""")
"""Words after which a plain verb stands."""

LABEL_WORDS = _words(
    """transcript typescript interl ins docketed docket endorsed endorsement minuted recd
    entered inserted added written handwritten hand-written wrote note noted notation penned penciled pencilled
    interpolated insertion insert addition annotation annotated inscription inscribed marginal marginalia remark
    comment corrected correction changed superscript subscript put in by hand on over above below beneath under
    between at to of from the a an line lines word words text this margin margins left right left-hand
    right-hand upper lower top bottom foot head end beginning corner side page first second third last next
    page's sheet back reverse overleaf ink pencil pen crayon ballpoint black blue red green violet purple
    handwriting manuscript manually unknown unidentified illegible another different same someone's also then
    further and with following title heading document paragraph sentence superscribed supplied
    interlined interlineated interlineation interlinear caret resolution
    instruction directive decision remarks comments notes message verso recto scribbled scrawled jotted pencil-written
    outer inner centre center vertically diagonally across sideways upside down reads reading three several
    both half unclear hardly partly same blank inside cover folder envelope leaf ink-written added-in
    gray grey brown orange coloured colored colour color felt-tip fountain thick thin large small capital letters
    typewritten typed shorthand marg margine sup supra inf infra lin lineam
    there here it as follows follow who opposite beside against next near letter telegram
    memorandum list report despatch dispatch cable sheet
    minute marginalia overwritten one their his her
    whose signed initialled initialed undated date vertical vertically diagonal crosswise lengthwise perpendicular
    perpendicularly obliquely edge is are was were along"""
)
"""The words that a label of a hand is made of; a label with others (a name, a story) is kept as a note."""

FUNCTION_WORDS = _words(
    """a an the of in on at by to for from with without into onto about and or but nor that which who whose whom is
    are was were be been not no also only too very as than if when where while so then there here this these
    those its their his her our my your it they he she we you i will would shall should can could may might must
    has have had do does did"""
)
"""Words with which an addition begins that carries the sentence on."""

ENGLISH = _words(
    """a about above abroad accept accepted accord account accuse act action active after again against agree
    agreed agreement aid all almost alone along already also although always am american among an and another
    any anyone anything are army around article as ask asked at authorities away back bad base be became because
    become been before began begin behind being believe below best better between big body both bring brought
    build building but by call called came can cannot carry case cause central century certain change chinese
    city clear close come comes coming command committee common communist company comrade comrades concerning
    conference congress consider construction continue contrary control conversation could council countries
    country course create cut danger day days deal death decide decided decision defense delegation democratic
    department deputy did different difficult direct discuss discussed discussion do document does doing done
    down draft due during each early east economic effort either embassy end enemy enough enter equal especially
    even every everything example existing expect fact factory fall far few field fight final find first five
    follow following food for force forces foreign form former forward four free friend friends from front full
    further future gave general get give given go going good got government great group had half hand happen
    hard harvest has have having he head hear held help her here high him himself his hold home hope house how
    however human i idea if important impossible in indeed industry influence information inside instead
    interest interference internal into is issue it its itself job join just keep kept kind knew know known land
    large last late later law lead leader leaders leadership least leave led left less let letter level life
    like line list little live local long longer look lost lot made main make making man many mark market masses
    matter may me mean means meet meeting member members men mention method might military million mind minister
    ministry mistake moment money month more morning most move movement mr much must my name national near
    necessary need negative never new next night no none nor normal north not note nothing now number of off
    offer office official often oh old on once one ones only open opinion opposition or order organization other
    others our out outside over own page paper part parties party pass past pay peace people period person place
    plan play plenum point policy political possible post power present president press price private problem
    problems process production program proposal province public purpose put question questions quite read ready
    real reason receive recent regarding region relations remain report representative representatives republic
    request resolution result return right role room rule run said same saw say second secret secretary see seem
    sent serious set seven several shall she ship should show side similar since situation six small so social
    socialist society some somebody someone something soon sort south speak speech stand start state statement
    states station stay step still stop strength strong struggle such support system take taken talk task tell
    ten text than thank that the their them themselves then there these they thing things think third this those
    though thought three through throughout time to today together told too took toward trade translation treaty
    troops true try turn twenty two under understand union united until up upon us use used very view views
    village visit voice volunteer want war was water way we week well went were west what when where whether
    which while who whole whom whose why will wish with within without woman word words work worker workers
    working world would write year years yes yet you young your yourself"""
)
"""Words so common in English that a bracket with one of them is English."""

PARTICLES = _words("""de la le van von der den al el ibn bin di da dos du""")
"""Small words inside names."""

PRONOUNS = _words(
    """he she it they him her them his hers its their theirs there here this that these those who which whose we us
    our"""
)
"""Words after which a bracket says who or what is meant."""

COMMON_FIRST_WORDS = _words(
    """i a the they he she it we you but and or so if when in on at to of for with not no as is are was were have
    has had do did this that these those there then while because however thus"""
)
"""Words that begin with a capital only where a sentence does."""

EMPTY_WORDS = _words(
    """the and for with that this which from into about their its his her our was were are has have had been what
    how who all any some such these those not but on in of to at by an is it as or be he they we need fact
    question possibility"""
)
"""Words that say nothing of what a passage is about."""

MARK_WORDS = _words(
    """this the these those last previous preceding above first two three four five one a an single double word words
    name sentence paragraph passage phrase line lines text portion section quote whole entire number date is was
    were are and with by in on of at to next beside against near it highlighted marked underlined underscored
    underlining underline ticked checked off
    circled sidelined emphasis emphasized emphasised italics vertical question exclamation mark marks
    point points tick check cross bracket wavy stroke strokes bar bars left right margin margins placed drawn
    made put here original translator author copy document red blue black green pencil ink pen hand twice
    heavily second third half end beginning
    times twice once thrice doubly double triple several lightly strongly entire following
    circle encircled around round arrow arrows box boxed line-drawn caret by-hand hand-drawn handdrawn crayon
    ballpoint someone reader text in-text nb n.b asterisk asterisks star dot dots cross-mark x
    pointing leading"""
)
"""The words of a remark on marks that stands in a bracket without label or verb."""

GAP_WORDS = _words(
    """thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety
    a an one two three four five six seven eight nine ten eleven twelve half third quarter several few many some
    the this that of and or is are was were has have been here in by about approximately approx circa ca at
    least nearly less than more next last first rest remainder remaining entire whole part parts lower upper
    left right top bottom middle end beginning gap lacuna withdrawn item items national security
    personal privacy returnable seconds second minutes minute min sec word words line
    lines page pages paragraph paragraphs letter
    letters character characters sentence sentences name names sheet sheets section sections group groups digit
    digits figure figures signature signatures text passage passages portion phrase phrases date number material
    source handwriting handwritten hand original document copy manuscript typescript partly partially mostly
    largely entirely deliberately intentionally apparently apparent completely not un translator translators
    editor editors off away out up to from damp water fire space spaces follow follows following also record
    tape recording microphone speaker voice noise column table note notes margin corner edge title heading
    initials classification classified declassified not-declassified undeclassified illegible unreadable
    undecipherable indecipherable legible unclear blurred faded smudged missing lost torn cut damaged found
    destroyed preserved burnt burned garble garbled corrupt corrupted inaudible audible unintelligible
    indistinct ends breaks omitted ellipsis translated printed reproduced included skipped abridged redacted
    sanitized excised withheld censored exempted blacked blank empty crossed cannot can be read deleted
    illeg undeciphered obscured blotted blot stained stain crease mutilated trimmed cropped hole holes paper ms tape
    skip slip wanting omission omissions ellipsis ellipses yet material conversation redaction withdrawal deletion
    inked painted pasted scribbled heavily thickly over
    prmpa privilege deed gift duration
    exchange speech typed dots due binding fold folded worn ink several remaining matter under information
    portion h m s hours hour
    edges corners leaf leaves begin groups undec undecypherable undecyphered decipherment uncertain anonymised
    anonymized expunged obliterated suppressed concealed denied weeded retained released censor censored portions entire
    remains unint inaud foot security text typing print fading tear tears faded transmission original's whole further
    expletive expletives two-thirds three-quarters thirds quarters transcript transcripts recorded taken down heard
    punched speech remark remarks answer reply unrecovered unrecoverable recovered decrypted malfunction break runs
    unidentified unread"""
)
"""The words that the wording of a gap is made of."""

ORDINARY_WORDS = _words(
    """lost damaged destroyed empty classified censored withheld printed corrupt skipped exempted declassified damage
    gap retained denied suppressed concealed expunged weeded security"""
)
"""Words that, alone in a bracket, more likely complete the sentence than tell of a gap."""
