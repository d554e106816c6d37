"""The wordings of attendance in German, French, Spanish and Italian; a new wording is a new row."""

from __future__ import annotations

OFFICES = """
    sekretär sekretärin generalsekretär botschafter botschaftsrat gesandter minister ministerpräsident vorsitzender
    vorsitzende stellvertreter mitglied mitglieder abteilungsleiter leiter direktor staatssekretär präsident kanzler
    bundeskanzler dolmetscher protokollführer schriftführer legationsrat attaché konsul
    secrétaire ambassadeur ministre président présidente vice-président membre membres directeur interprète délégué
    conseiller rapporteur trésorier
    secretario secretaria embajador ministro presidente vicepresidente miembro director vocal tesorero intérprete
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
ADDRESS = "genosse genossin genossen herrn mm sr sres sra srta signora sig on onorevole"
"""Forms of address (lower case)."""
OF = frozenset("der des du della dello delle im beim für am zum zur".split())
"""What stands between an office and what it is of."""
JOINTS = r"und|sowie|et|ainsi que|y"
"""What joins the last of several names to the others."""
VERBS = """
    begrüßte bemerkte berichtete bestätigte bat betonte dankte erinnerte erklärte erläuterte erwiderte eröffnete
    entgegnete ergänzte fragte führte informierte legte meinte merkte sagte schlug schilderte stellte stimmte
    teilte unterstrich verwies versicherte warnte wies wiederholte antwortete äußerte hob machte
    affirme ajoute annonce approuve assure conclut constate déclare demande estime explique expose fait insiste
    observe pense précise propose rappelle remarque remercie répond reprend signale souhaite souligne soutient
    affirma ajouta annonça conclut constata déclara demanda expliqua exposa insista observa précisa proposa rappela
    remarqua remercia répondit répliqua signala souligna dit
    afirma afirmó agregó añadió contestó declaró dijo expresó expuso indicó informó insistió manifestó manifiesta
    pidió preguntó propuso recordó reiteró replicó respondió señaló solicitó sostuvo subrayó
    affermò aggiunse chiese comunicò concluse dichiarò disse espose fece osservò propose riferì ringraziò rispose
    ricordò rilevò sottolineò
"""
"""Verbs of minutes whose subject is reported (lower case)."""
TALK = (
    r"niederschrift|protokoll der|protokoll über|aktennotiz|gesprächs(?:vermerk|protokoll|notiz|aufzeichnung)|"
    r"(?:vermerk|aufzeichnung|notiz|bericht|information)(?: \w+)? (?:über|zu[mr]?) (?:\w+ ){0,4}(?:gespräch|"
    r"unterredung|besprechung|treffen|sitzung|aussprache)\w*|unterredung|sitzungsprotokoll|"
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
