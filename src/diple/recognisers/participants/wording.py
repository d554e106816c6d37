"""The wordings of attendance: offices, sides, verbs of presence, labels of lists. A new wording is a new row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.participants import elsewhere


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text set in columns."""
    return frozenset(text.split())


def longest_of(phrases: Iterable[str]) -> str:
    """Return a pattern for the longest of some phrases that stands at a place.

    They are told apart by their first letters, so that not each of them is tried where none stands.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        groups.setdefault(phrase[0], []).append(phrase[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))


OFFICES = vocabulary(
    elsewhere.OFFICES
    + """
    d'affaires d’affaires leader leaders
    portfolio
    air privy seal exchequer treasury paymaster attorney solicitor advocate congressman congressmen sen senator senators
    district provincial regional medical agricultural veterinary instructor
    dep asst fornmin formin secy engineer surveyor architect librarian superintendent auditor accountant matron overseer
    naval commercial cultural consular legal parliamentary
    academy acting adjutant associate administration adviser adviser-envoy advisers advisor affairs agency
    agriculture aide ambassador ambassadors army assistant at-large attache attaché board bureau cabinet candidate
    central chair chairman chairperson chairwoman chancellor charge chargé chief colonel colonel-general command
    commander commissar commission committee communist congress consul correspondent council councillor counsellor
    counselor culture defence defense delegate delegation department deputy designate desk directeur director
    directorate division economic economics editor embassy emeritus envoy executive expert external
    extraordinary federal finance first fleet foreign general government governor group head honorary industry
    information institute intelligence international interpreter interpretor journalist kgb lecturer liaison lieutenant
    lieutenant-general major major-general marshal mayor member members military minister ministers ministry
    mission national navy non-commissioned note-taker notetaker office officer official officials organization
    party people's people’s permanent planning plenipotentiaries plenipotentiary policy politburo political
    premier presidency president presidium press prime professor protocol rapporteur relations representative
    representatives regent republic resident second secretariat secretaries secretary security senior service
    socialist
    special staff state stenographer third trade translator treasury troops under undersecretary union
    branch clerk commerce commissioner comptroller controller councilman councilwoman economist education fisheries
    food forestry health housing interior justice labor labour manager research section statistics supervisor transport
    university vice vice-chairman vice-minister vice-premier vice-president workers workers' workers’
"""
)
"""Words that begin or make up an office and are no part of a personal name (compared in lower case)."""


def is_office_word(word: str) -> bool:
    """Tell whether a word, or the word of which it is the plural, makes up offices and is no form of address."""
    plain = word.strip(".,:;()").lower()
    parts = plain.removesuffix("-general").split("-")
    return _is_of_office(plain) or all(map(_is_of_office, parts))


def _is_of_office(plain: str) -> bool:
    single = plain.removesuffix("ies") + "y" if plain.endswith("ies") else plain.removesuffix("s")
    return plain not in ADDRESS and (plain in OFFICES or (single in OFFICES and single not in ADDRESS))


_PARTY = re.compile(
    r"(?:Re-?\s?publican|Demo-?\s?crat(?:ic)?|Independent|Progressive|Conservative|Unionist|Liberal|Labou?r|Whig)"
    r"(?:[- ](?:Liberal|Unionist|Labou?r|Democrat|Conservative|Republican|National))?"
)


def is_party(words: str) -> bool:
    """Tell whether words are the party of a member of a parliament, as lists have it behind a name."""
    return _PARTY.fullmatch(words.strip(" .")) is not None


HOLDERS = vocabulary("""
    administrator adviser archivist captain director engineer inspector manager master officer
    admiral ambassador attorney-general chairman chairwoman chancellor chargé chief commander commissioner consul
    counsellor counselor director emperor envoy general governor head judge king lord marshal mayor minister premier
    president prince procurator prosecutor queen regent representative secretary secretary-general senator speaker
    sultan under-secretary vice-chancellor vice-president vice-premier vice-chairman delegate deputy treasurer shah
    tsar governor-general lieutenant-general nuncio bishop archbishop rector
""")
"""Words that make an office somebody's (compared in lower case)."""

ADDRESS = vocabulary(
    elsewhere.ADDRESS
    + """
    cr crs clr clrs cllr cllrs ald alderman aldermen rev revd citizen citizens bro bros lieutenant-general major-general
    brigadier-general lieutenant-colonel vice-admiral rear-admiral
    viscount honorable honourable earl baron marquess baroness duke count
    comrs elder elders mzee alhaji shri shrimati smt kumari canon canons archd archdn archdeacon revs
    cde cdes comrade comrades com coms hon rt right mr mrs ms miss messrs dr prof sir lord lady madame mme tov his her
    excellency highness majesty eminence serene royal imperial reverend
    amb radm vadm r/adm v/adm m/gen b/gen l/gen lt/gen brig brigadier sra señor señora monsieur mlle herr frau signor
    gen general col colonel capt captain adm admiral marshal lt maj major the
"""
)
"""Forms of address and ranks that may stand right before a name."""

NATIONS = vocabulary("""
    soviet american british french german chinese korean vietnamese polish czech czechoslovak hungarian romanian
    bulgarian albanian yugoslav yugoslavian cuban mongolian indian pakistani japanese italian egyptian israeli
    iranian iraqi syrian turkish greek cambodian lao laotian thai burmese indonesian swedish norwegian danish
    far near middle finnish dutch belgian swiss austrian spanish portuguese canadian australian mexican brazilian
    argentine chilean russian ukrainian north south east west western eastern
""")

COUNTRIES = vocabulary("""
    afghanistan albania algeria argentina australia austria belgium bolivia brazil bulgaria burma cambodia canada ceylon
    chile china colombia congo cuba cyprus czechoslovakia denmark egypt ethiopia finland france germany ghana greece
    guatemala guinea hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kenya korea
    kuwait laos lebanon libya luxembourg malaysia mexico mongolia morocco nepal netherlands nicaragua nigeria norway
    pakistan panama paraguay peru philippines poland portugal romania russia rumania scotland singapore somalia spain
    sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay venezuela vietnam
    yemen yugoslavia zambia
""")
"""Countries of one word (lower case)."""

NO_NAMES = vocabulary("""
    treaty pact agreement agreements convention residence dacha embassy respectfully yours sincerely faithfully
    agenda annex appendix attachment attachments contents decision decisions enclosure introduction item items
    resolution resolutions subject summary topic
    protokoll niederschrift vermerk sitzung gespräch besprechung bericht der die das den des dem über und von im am
    hierauf darauf hierzu dazu dagegen demgegenüber sodann dann ferner weiter weiterhin abschließend anschließend
    schließlich ergänzend einleitend auch außerdem zunächst nunmehr demnach zusammenfassend eingangs daraufhin
    ensuite puis enfin después luego finalmente poi infine
    procès-verbal compte séance réunion note entretien acta sesión reunión verbale seduta riunione
    a after afternoon all also excerpt excerpts extract extracts draft copy
    translation an and another april archive archives are as at august because before both but by
    comrades confidential conversation copy december discussion document during each earlier evening everyone
    february finally first following for friday from he her here his however i if in into is it its january july
    june last later let many march may meanwhile meeting memorandum minutes monday month morning most my next
    dear leadership
    night no not november now october of on one or others our over own participants parties present record ret
    retired same
    saturday secret september session several she sides since so some such sunday talk talks that the their then
    there therefore these they this those though three thursday thus to today tomorrow tuesday two under we
    wednesday week what when where which while who with year yes yesterday you your
""")
"""Words with a capital at the head of a sentence or a line that are never a person's name."""

PARTICLES = vocabulary("al bin bint da de del den der di dos du el ibn la le of ter van von zu")

INSTITUTIONS = vocabulary("""
    BCP CC CCP CPC CPCz CPSU CPV CSSR DPRK DRV FPRY FRG GDR HSWP HWP KGB KWP MFA MID MPR NATO PCI PRC PUWP ROK SED
    SFRY SRV UK UN US USA USSR VWP WPK
    BRD DDR KPdSU KPD KPÖ SPD CDU CSU FDP SBZ UdSSR URSS RFA RDA ONU OTAN PCF PCE PCUS EEUU
""")
"""Initials of states, parties and offices that stay in capitals."""

ACRONYM = re.compile(r"[A-Z]{2,4}|U\.?S\.?(?:S\.?R\.?|A\.?)?|CPSU|USSR|[A-Z]{2,5}/[A-Z]{2,5}|[A-Z]{1,2}[a-z]?[A-Z]{2,}")
"""An institution's initials: PRC, CPSU, U.S., MFA, YuVA."""

SIDE = r"(?:[^\W\d_][\w.’'\-]*[ ]){1,4}?(?:side|delegation|part)s?"
"""A side by name: "the Norvanian side", "the other side"."""

TALK = (
    r"(?:conversations?|meetings?|talks?|discussions?|negotiations|audience|reception|session|interview|lunch|"
    r"dinner|breakfast|luncheon|exchange|consultations?|visit)"
)
PRESENCE = (
    r"(?:took[ ]part|taking[ ]part|take[ ]part|participated|participating|(?:was|were|are|being)[ ](?:also[ ])?present|"
    r"attended|(?:was|were)[ ]in[ ]attendance|was[ ]there|"
    r"(?:was|were)[ ](?:also[ ])?invited(?=[ ](?:to|for)[ ](?:the|this)[ ](?:\w+[ ])?(?:items?|points?|meeting|session|"
    r"sitting|question|discussion)|[.]?$))"
)
PRESENCE_BY = (
    r"(?:attended[ ]by|accompanied[ ]by|joined[ ]by|represented[ ]by|in[ ]the[ ]presence[ ]of|"
    r"with[ ]the[ ]participation[ ]of)"
)
RECORDING = (
    r"(?:recorded|transcribed|took[ ]down|wrote[ ]down|took[ ](?:the[ ])?(?:notes|minutes)|"
    r"kept[ ]the[ ](?:record|minutes)|made[ ](?:the|this|a)[ ](?:record|transcript|notes)|"
    r"(?:compiled|drew[ ]up)[ ]the[ ](?:record|minutes))"
)
INTERPRETING = (
    r"(?:interpreted|translated|(?:served|acted)[ ]as[ ](?:the[ ]|an[ ])?(?:interpreter|translator)s?|"
    r"was[ ]the[ ](?:interpreter|translator))"
)


class LabelledRole(NamedTuple):
    """A label in front of names, and the role, and office, that it gives them."""

    label: re.Pattern[str]
    role: str
    office: str = ""


LABELLED_ROLES = (
    LabelledRole(
        re.compile(
            rf"(?:Interpreters?|Interpreted by|Interpretation|Translators?|Translated by|{elsewhere.INTERPRETER})", re.I
        ),
        "interpreter",
    ),
    LabelledRole(
        re.compile(
            rf"(?:{elsewhere.RECORDER}|"
            r"Recorded by|Recorders?|Note-?[ ]?takers?|"
            r"(?:Minutes|Notes|Record|Protocol|Stenogram)(?: (?:were |was )?(?:taken|kept|made|written|drawn up))? by|"
            r"Minutes|Protocol|Keeper of the (?:minutes|record|protocol)|"
            r"(?:Took|Kept|Made) the (?:minutes|record|notes|protocol)|"
            r"Written down by|Transcribed by|Taken down by|Stenographers?|Rapporteur)",
            re.I,
        ),
        "recorder",
    ),
    LabelledRole(
        re.compile(
            rf"(?:{elsewhere.EXCUSED}|"
            r"Absent(?: with (?:leave|apolog(?:ies|y)|permission))?|Excused|Apologies(?: for absence)?(?: from)?|"
            r"Regrets|Not present)",
            re.I,
        ),
        "mentioned",
    ),
    LabelledRole(
        re.compile(r"(?:Recording |Technical )?Secretary(?: of the meeting)?", re.I), "participant", "Secretary"
    ),
    LabelledRole(re.compile(r"Interviewers?|Interviewed by|Conducted by", re.I), "participant", "interviewer"),
    LabelledRole(re.compile(r"Interviewees?|Person interviewed|Narrators?", re.I), "participant", "interviewee"),
    LabelledRole(re.compile(r"(?:Acting |Vice[- ])?President", re.I), "participant", "President"),
    LabelledRole(
        re.compile(
            r"(?:Chair|Chaired(?: by)?|Chairing|Presiding|Presided over by|In the chair|Chairman|Chairperson|"
            rf"{elsewhere.CHAIR})",
            re.I,
        ),
        "participant",
        "Chairman",
    ),
)
LIST_LABEL = re.compile(
    r"(?:(?:The |List of )?(?:following (?:were|are)(?: also)? (?:present|in attendance)|"
    r"Participants|Participating|Attendees|Attendance|Attending|Attended by|In attendance|"
    r"(?:Also )?(?:Present|Invited|Attending|Participating|Summoned) (?:the )?(?:comrades|members|persons|guests|"
    r"delegates|citizens|councillors|directors)|Participated|Were present|"
    r"Present(?: also)?|P R E S E N T|Sederunt|"
    r"[A-Z][\w’' -]{3,60} (?:present|attending|participating)(?=\s*:)|"
    r"(?:Those|Persons|Members|Others?|Comrades|Delegates|Officials) (?:present|attending|participating|taking part|"
    r"in attendance|who (?:took part|attended|participated|were present))|Other (?:participants|attendees)|"
    r"Also present|Principal participants|Also participating|Also attending|Also taking part|Also in attendance|"
    r"(?:Permanent )?Invitees|Invited(?: guests)?(?: (?:for|to|on|under) (?:agenda )?"
    r"(?:items?|points?) [\dIVX][\dIVXa-z, –-]*)?|By invitation|(?:Accompanying )?Guests|Accompanying (?:persons|"
    r"officials|staff)|With (?:a )?(?:consultative|deliberative|advisory|casting) votes?|Before|"
    r"Visitors|Observers|Delegates|Appearances(?: of counsel)?|"
    rf"Delegations|Secretariat|Accompanied by|Taking part|Took part|Roll call|Committee members|{elsewhere.PRESENT})"
    r"(?: (?:in|at|of|during) the [\w ]{3,30}| the [\w ]{3,30}(?=\s*:))?)",
    re.I,
)
WHOSE_SIDE = re.compile(
    r"\s*(?:(?:[Oo]n|[Ff]rom|[Ff]or|[Oo]f) )"
    r"(?:(?:the (?:side|part) of (?:the )?|(?:(?<=[Ff]or )|(?<=[Ff]rom ))(?:the )?)"
    r"(?P<of>[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){0,4})|"
    r"(?:the )?(?P<side>(?:our|their|his|other|[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){0,3}) (?:side|part|delegation)))"
    r"\s*(?=:|$)"
)
"""Whose side it is that a list gives, behind its label: "Present from our side:", "On the side of the SED:"."""
SIDE_LABEL = re.compile(
    r"(?:(?:[Aa]nd |[Aa]s well as )?(?:[Oo]n |[Ff]rom |[Ff]or |[Oo]f ))?(?:the )?"
    r"(?P<side>(?:[A-Z][\w.’'\-]*[ ](?:and[ ](?=[A-Z]))?){0,4}?"
    r"(?:[Ss]ides?|[Dd]elegation|SIDE|DELEGATION|(?<= )(?:[Gg]uests|[Vv]isitors))|"
    r"(?!(?i:other|also|all|list|those|additional)\b)(?:[A-Z][\w.’'\-]*[ ]){1,4}?"
    r"(?:[Pp]articipants|PARTICIPANTS|[Dd]elegates|[Rr]epresentatives|(?i:in attendance|attendees)))"
)
COUNTRY_LABEL = re.compile(
    r"(?:On |From |For )?(?:the |The )?"
    r"(?P<side>[A-Z][\w.’'\-]*(?:[ ](?:(?:of|for)(?:[ ]the)?|and|&)[ ][A-Z][\w.’'\-]*|[ ][A-Z][\w.’'\-]*){0,4})"
)
