"""The wordings of attendance in German, French, Spanish and Italian; a new wording is a new row."""

from __future__ import annotations

from diple import patterns as re

OFFICES = """
    sekretär sekretärin generalsekretär botschafter botschaftsrat gesandter minister ministerpräsident vorsitzender
    vorsitzende stellvertreter mitglied mitglieder abteilungsleiter leiter direktor staatssekretär präsident kanzler
    bundeskanzler dolmetscher protokollführer schriftführer legationsrat attaché konsul
    secrétaire ambassadeur ministre président présidente vice-président membre membres directeur interprète délégué
    conseiller rapporteur trésorier
    sts mindir mindirig minr regr oregr vlegr legr geh.r rkom rmin minpräs ministerialrat ministerialdirektor
    ministerialdirigent regierungsrat regierungsdirektor bundesminister reichsminister reichskanzler innenminister
    finanzminister verkehrsminister wirtschaftsminister
    secretario secretaria embajador ministro presidente vicepresidente miembro director vocal tesorero intérprete
    bürgermeister oberbürgermeister stadtrat stadträte gemeinderat gemeinderäte landrat amtmann regierungsrat staatsrat
    ratsherr ratsherren obmann ratschreiber
    vocales concejal concejales consejero consejeros adjoint adjoints
    segretario ambasciatore direttore membro consigliere
"""
"""Words that make up offices (lower case)."""

PRESENT = (
    r"Anwesend(?:e|en)?(?: (?:sind|waren)(?: [\w ]{3,30})?)?|Teilnehmer(?:kreis|liste|innen)?|Teilgenommen haben|"
    r"An (?:der Sitzung|dem Gespräch|der Besprechung) nahmen teil|"
    r"(?:[ÉE]taient )?[Pp]résents?|(?:Sont|Étaient) présents|Participants|Presentes|Asist(?:entes|ieron|en)|"
    r"Concurrentes|Presenti|Sono presenti"
)
"""Labels of a list of those present."""
EXCUSED = (
    r"Entschuldigt|Abwesend|Nicht anwesend|Excusés?|Absents?(?: excusés?)?|Ausentes?|Excusados?|Assenti|"
    r"Assenti giustificati"
)
CHAIR = r"Vorsitz(?:ender|ende)?|Den Vorsitz führte|Présidence|Président(?:e)?|Presidencia|Preside|Presidenza|Presiede"
RECORDER = (
    r"Protokoll(?:führer|führung|ant|iert von)?|Schriftführer|Niederschrift|Für das Protokoll|"
    r"Secrétaire(?: de séance)?|Secretario(?: de actas)?|Segretario|Verbalizzante"
)
INTERPRETER = r"Dolmetscher(?:in)?|Interprètes?|Intérpretes?|Interpreti?"
ADDRESS = (
    "genosse genossin genossen herren herrn mm sr sres sra srta señores signora signori sig on onorevole "
    "maréchal général amiral don doña"
)
"""Forms of address (lower case)."""
OF = frozenset("der des du della dello delle im beim für am zum zur".split())
"""What stands between an office and what it is of."""
JOINTS = r"und|sowie|et|ainsi que|y"
"""What joins the last of several names to the others."""
VERBS = """
    begrüßte bemerkte berichtete bestätigte bat betonte dankte erinnerte erklärte erläuterte erwiderte eröffnete
    entgegnete ergänzte fragte führte informierte legte meinte merkte sagte schlug schilderte stellte stimmte
    teilte unterstrich verwies versicherte warnte wies wiederholte antwortete äußerte hob machte
    beantragte befürwortete begründete bezeichnete bezweifelte empfahl forderte gab hielt kritisierte nannte regte
    schloß schloss sprach trug unterrichtete unterstützte verlangte verlas versprach vertrat wandte warf widersprach
    wünschte
    antwortet äußert beantragt bedauert befürwortet begründet begrüßt bemerkt berichtet bestätigt betont bezeichnet
    bezweifelt bittet dankt empfiehlt entgegnet erinnert erklärt erläutert ergänzt eröffnet erwidert fordert fragt
    führt gibt hält hebt informiert kritisiert legt macht meint merkt nennt regt sagt schildert schlägt schließt
    spricht stellt stimmt teilt trägt unterrichtet unterstreicht unterstützt verlangt verliest verspricht versichert
    vertritt verweist warnt weist wendet widerspricht wiederholt wirft wünscht
    affirme ajoute annonce approuve assure conclut constate déclare demande estime explique expose fait insiste
    observe pense précise propose rappelle remarque remercie répond reprend signale souhaite souligne soutient
    affirma ajouta annonça conclut constata déclara demanda expliqua exposa insista observa précisa proposa rappela
    remarqua remercia répondit répliqua signala souligna dit
    afirma afirmó agregó añadió contestó declaró dijo expresó expuso indicó informó insistió manifestó manifiesta
    pidió preguntó propuso recordó reiteró replicó respondió señaló solicitó sostuvo subrayó
    contesta expone expresa indica informa opina pregunta responde señala solicita sostiene subraya
    chiede comunica espone osserva riferisce ringrazia risponde rileva ricorda sottolinea
    affermò aggiunse chiese comunicò concluse dichiarò disse espose fece osservò propose riferì ringraziò rispose
    ricordò rilevò sottolineò
"""
"""Verbs of minutes whose subject is reported (lower case)."""
TALK = (
    r"niederschrift|protokoll der|protokoll über|aktennotiz|gesprächs(?:vermerk|protokoll|notiz|aufzeichnung)|"
    r"(?:vermerk|aufzeichnung|notiz|bericht|information)(?: \w+)? (?:über|zu[mr]?) (?:\w+ ){0,4}(?:gespräch|"
    r"unterredung|besprechung|treffen|sitzung|aussprache)\w*|unterredung|sitzungsprotokoll|"
    r"(?:kabinetts?|ministerrats?|regierungs|vorstands|rats|präsidiums|politbüro|gemeinderats|stadtrats|fraktions|"
    r"ausschu(?:ß|ss)|senats|plenar|bundesrats|parteirats)(?:sitzung|besprechung|protokoll)\b|"
    r"sitzung de[sr] [A-ZÄÖÜ][^.]{2,60}? (?:am|vom)\b|"
    r"séance du\b|sesión (?:celebrada|ordinaria|extraordinaria|del)\b|seduta del\b|"
    r"proc[èe]s-verbal|compte[- ]rendu|(?:note|compte rendu) (?:d[’']|de l[’'])?(?:entretien|audience)|"
    r"acta de (?:la )?(?:sesi[oó]n|reuni[oó]n|junta|asamblea)|verbale (?:della|di) (?:seduta|riunione|adunanza)|"
    r"resoconto (?:della|di) (?:seduta|riunione)"
)
"""Titles of records of talks and meetings."""
DRAFTERS = (
    r"(?:Das|Dieses) (?:Gespräch|Treffen)\b|(?:Die|Diese) (?:Sitzung|Unterredung|Besprechung|Aussprache|Begegnung)\b|"
    r"(?:La|Cette) (?:séance|réunion|conversation)\b|(?:L[’'])(?:entretien|audience)\b|"
    r"(?:La|Esta) (?:sesi[oó]n|reuni[oó]n|conversaci[oó]n)\b|Se levant[óa] la sesi[oó]n|"
    r"(?:La|Questa) (?:seduta|riunione)\b|Il colloquio\b|"
    r"(?:Es wurde|Man kam|Beschlossen|Beschluss|Beschluß|On décide|Il est décidé|Décision|Se acuerda|Se resolvi[óo])\b"
)
"""How a paragraph of minutes begins that is its drafter's: how long the talk took, what was decided."""
ARTICLES = frozenset("der die das le la el il lo".split())
"""Articles before offices (lower case)."""
_HOLDING = (
    r"(?:[A-ZÄÖÜ][\wäöüß-]*)?(?:[Mm]inister|[Ss]ekretär|[Pp]räsident|[Kk]anzler|[Vv]orsitzende|[Dd]irektor|[Bb]otschafter|"
    r"[Gg]esandte|[Ss]enator|[Bb]ürgermeister|[Kk]ommissar|[Dd]irigent|[Rr]at|[Ll]eiter|[Rr]eferent|[Ss]precher|"
    r"[Mm]arschall)(?:in|[rn])?"
)
_OF_ROMANCE = (
    r"(?:[Ss]eñora? |[Ss]ignor |Sr\. )?(?:[Pp]résidente?|[Vv]ice-président|[Mm]inistre|[Mm]aréchal|[Gg]énéral|"
    r"[Ss]ecrétaire|[Aa]mbassadeur|[Rr]apporteur|[Dd]irecteur|[Pp]réfet|[Mm]aire|[Dd]élégué|[Pp]residente|[Vv]icepresidente|"
    r"[Mm]inistro|[Ss]ecretario|[Ee]mbajador|[Gg]obernador|[Aa]lcalde|[Gg]eneral|[Ss]egretario|[Aa]mbasciatore|"
    r"[Ss]indaco|[Pp]refetto|[Gg]enerale)"
)
OFFICE = (
    rf"(?:(?:[Dd]er|[Dd]ie) (?:Herr |Frau )?{_HOLDING}(?: (?:des|der|für|im) [A-ZÄÖÜ][\wäöüß-]*(?: und [A-ZÄÖÜ]\w+)?)?|"
    rf"(?:M\. |Mme )?(?:[Ll]e|[Ll]a|[Ee]l|[Ii]l) {_OF_ROMANCE}"
    r"(?: (?:de la|des|du|de|della|dell[’']|di|del) [A-ZÉ]?[\w’'é-]+){0,2}(?!\s[A-ZÉ]))"
)
"""An office with its article, as the subject of a sentence: "Der Finanzminister", "Le président"."""
TITLES = (
    rf"(?:[Dd]er |[Dd]ie )?{_HOLDING}(?: (?:des|der|für|im) [A-ZÄÖÜ][\wäöüß-]*)?(?: (?:Dr\.|Prof\.))*|"
    rf"(?:[Ll]e|[Ll]a|[Ee]l|[Ii]l) {_OF_ROMANCE}"
)
"""Offices before a name: "Innenminister", "le maréchal"."""
LEADS = (
    r"(?:A[mnub][fms]?|Zu[mr]?|I[mn]|Nach|Hier\w*|Dar\w+|"
    r"Dazu|Da(?:gegen|mit|nach)|Demgegenüber|Sodann|Dann|Ferner|Weiter\w*|"
    r"Abschließend|Anschließend|Schließlich|Ergänzend|Einleitend|Auch|Außerdem|Gegen\w*|Bei[m]?|Für|Mit|Über|Unter|Wegen|"
    r"Hinsichtlich|Bezüglich|Namens|Zunächst|Nunmehr|Im übrigen|Demnach|Zusammenfassend|Eingangs) ?"
    r"(?:[^.;:]{0,120}? )??"
)
"""With what a sentence in German begins whose subject stands behind the verb: "Auf eine Frage"."""
DECISIONS = (
    r"(?:Nach [^.;:,]{3,80} )?(?:beschlie(?:ß|ss)t|stimmt|nimmt|billigt|genehmigt) (?:das|der|die) [A-ZÄÖÜ]\w+\b|"
    r"(?:Das|Der|Die) (?:Kabinett|Ministerrat|Stadtrat|Gemeinderat|Magistrat|Landtag|Kreistag|"
    r"Vorstand|Ausschu(?:ß|ss)|Rat|Präsidium|Politbüro|Senat|Regierung|"
    r"Fraktion|Versammlung|Kommission)\w* (?:beschließt|beschloß|stimmt|nimmt|billigt|genehmigt|tritt|lehnt|einigt)\b|"
    r"(?:Die|Der|Das) [A-ZÄÖÜ]\w+(?: \w+){0,4} (?:wird|wurde|werden|wurden) (?:\w+ ){0,3}(?:zurückgestellt|vertagt|"
    r"angenommen|abgelehnt|beschlossen|verabschiedet|gebilligt|genehmigt|abgesetzt|zur Kenntnis genommen)\b|"
    r"(?:Le [Cc]onseil(?: municipal)?|La [Cc]ommission|Le [Cc]omité|L[’']assemblée) "
    r"(?:décide|approuve|adopte|prend acte)\b|"
    r"La Junta (?:acuerda|acordó|aprueba)\b"
)
"""How a sentence begins that tells what a body decided."""
PRESENT_FIRST = (
    r"(?:Asist(?:en|ieron|ían)|Concurr(?:en|ieron)|Estuvieron presentes)(?: (?:los|las) (?:señores|señoras|Sres\.|"
    r"ciudadanos|vocales))?:? |Anwesend (?:sind|waren)(?: die Herren)?:? |Es (?:sind|waren) anwesend:? |"
    r"(?:Étaient|Sont) présents ?:? ?(?:MM\. )?|Sono presenti:? (?:i signori:? |gli on\. )?"
)
"""What opens a sentence that says who was there."""
UNDER_CHAIR = (
    r"bajo la presidencia de(?:l| la)?|sous la présidence (?:de|du|d[’'])|unter (?:dem )?Vorsitz (?:von|des|der)|"
    r"sotto la presidenza (?:di|del|dell[’'])"
)
"""What stands before who was in the chair."""


def holds_office(word: str) -> bool:
    """Tell whether a word of German or a Romance language makes an office somebody's: "Finanzminister", "président"."""
    return _HOLDER.fullmatch(word) is not None


_HOLDER = re.compile(rf"{_HOLDING}|{_OF_ROMANCE}", re.I)
