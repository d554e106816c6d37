"""The wordings of openers and closers in German, French, Spanish and Italian; a new wording is a new row."""

from __future__ import annotations

SEALED = (
    r"(?:(?:private|personal|official|own|his|her|their) )*(?:seals?|chop|hanko|rubric|r[uú]brica|paraph|paraphe|paraf|"
    r"(?:right |left )?(?:thumb|finger)[ -]?(?:print|mark|impression)s?)(?: affixed)?\.?"
)
"""What stands beside a signer's name for his seal, flourish or thumb in brackets: "[seal]", "(Rubric.)"."""
CLASSIFICATIONS = (
    r"streng vertraulich", r"vertrauliche verschlu(?:ß|ss)sache", r"nur für den dienstgebrauch", r"très secret",
    r"muy secreto", r"secreto", r"(?:muy |estrictamente )?reservad[oa]", r"(?:estrictamente )?confidencial",
    r"segretissimo", r"segreto", r"riservatissimo", r"riservato", r"(?:strettamente )?confidenziale",
    r"(?:zeer |streng )?vertrouwelijk", r"zeer geheim", r"strogo pov(?:\.|erljivo)", r"poverljivo", r"přísně tajné",
    r"tajné", r"ściśle tajne", r"tajne", r"poufne", r"szigorúan titkos", r"titkos", r"hemligt",
    r"совершенно секретно", r"секретно",
    r"réservé", r"très confidentiel", r"confidentiel", r"diffusion (?:restreinte|réservée)",
)  # fmt: skip
FIELDS = {
    "betreff": "subject", "betr": "subject", "betrifft": "subject", "bezug": "reference", "objet": "subject",
    "oggetto": "subject", "asunto": "subject", "assunto": "subject", "ref.a": "reference", "référence": "reference",
    "referencia": "reference", "riferimento": "reference", "onderwerp": "subject", "sub": "subject",
    "absender": "from", "empfänger": "to", "expéditeur": "from", "destinataire": "to", "remitente": "from",
    "destinatario": "to", "von": "from", "an": "to", "para": "to",
}  # fmt: skip
"""Labels of a letter's head, and what each says."""
BODIES = (
    "botschaft", "ministerium", "auswärtiges amt", "gesandtschaft", "zentralkomitee", "ambassade", "ministère",
    "légation",
)  # fmt: skip
OFFICES = (
    "botschafter", "gesandter", "staatssekretär", "vorsitzender", "generalsekretär", "direktor", "konsul", "referent",
    "ambassadeur", "ministre", "président", "secrétaire", "directeur", "préfet", "commissaire", "délégué",
    "presidente", "secretari[oa]", "ministro", "embajador", "director", "tesorero", "alcalde", "gobernador",
    "segretario", "ambasciatore", "direttore", "sindaco", "prefetto", "comandante", "coronel", "capit[aá]n",
    "oberst", "abteilungsleiter", r"\w+rat", "leiter",
)  # fmt: skip
GENRES = (
    r"protokoll|vermerk|bericht|niederschrift|aufzeichnung|schreiben|brief|telegramm|"
    r"proc[èe]s-verbal|compte[- ]rendu|lettre|télégramme|dépêche|circulaire|"
    r"sitzung|besprechung|beratung|unterredung|gespräch|séance|réunion|entretien|conversation|sesión|reunión|seduta|"
    r"acta|carta|telegrama|informe|oficio|verbale|lettera|telegramma|relazione|circolare"
)
SALUTATIONS = (
    r"(?:exc?m[oa]|ex[mc]o|il(?:us)?tr?m[oa]|m\. ?i)s?\.?,? (?:y \w+\.? )?(?:señor|senhor|sr)(?:as?|es)?\.?"
    r"(?: [^\n.?;:,]{2,50})?\s?[,:]|"
    r"(?:(?:muy )?(?:querid|distinguid|respetad|apreciad|excelent[íi]sim|ilustr[íi]sim)[oa]s?|señor(?:as?|es)?|"
    r"car[oai]|egregi[oa]|gentil[ei]|pregiatissim[oa]|stimat[oa]|onorevol[ei]|signor[ei]?|"
    r"muy señor\w{0,3} (?:m[íi][oa]s?|nuestr[oa]s?)|eccellenza)"
    r"(?: [^\n.?;:,]{2,50})?\s?[,:!]|"
    r"(?:sehr geehrte|hochverehrte|verehrte|werte|liebe|cher|estimad|prezad|illustrissim)\w{0,3} [^\n.?;]{2,60}[,!:]"
    r"|(?:meine? )?(?:liebe|werte|verehrte|geehrte)[rs]?(?-i:(?: [A-ZÄÖÜ]\w+){1,3})"
    r"|(?:mis?|meus?|minhas?) (?:muy )?(?:amad|querid|estimad|distinguid|respetad|apreciad|venerad|prezad|car)[oa]s? "
    r"[^\n.?;]{2,60}[,:!]"
    r"|mein[e]? (?:sehr |hoch)?(?:lieb|teuer|teur|verehrt|geehrt|wert|best|gut)\w{0,3} [^\n.?;]{2,60}[,:!]"
    r"|meine herren\s?[,!]"
    r"|(?:szanowny|szanowni|drogi|vážený|vážení|milý|drahý|poštovani|dragi|уважаем\w+|дорог\w+|kjære|kära|käre|geachte|"
    r"waarde) [^\n.?;]{2,60}[,:!]"
    r"|(?:monsieur|messieurs|madame|excellence)(?: (?:l[ea] |l[’'])[^\n.?;]{3,40})?[,!:]"
    r"|(?:mon|ma|mes) ch[èe]re?s? [^\n.?;]{2,50}[,!:]|(?:hoch)?geehrte\w{0,2} [^\n.?;]{2,60}[,!:]"
    r"|(?:mi )?(?:comandante|capitán|coronel|general|teniente|compañer[oa]s?|camaradas?|excelencia|excelentísimo señor|"
    r"monseñor|doctora?|licenciad[oa]|compatriotas)\s?[:,]|(?:mon (?:général|colonel|commandant|capitaine)|camarades?|"
    r"citoyens|monseigneur|maître)\s?[,!:]|(?:kamerad(?:en)?|hochwürden|hochverehrter)\s?[,!]|(?:towarzysze|"
    r"soudruzi|tovarăși|elvtársak|drugovi)\s?[,!:]"
    r"|(?:herr|frau) [A-ZÄÖÜ][^\n.?;]{2,40}!|exzellenz\s?[,!]|genoss(?:e|en|in)(?: [A-Z][\w.]*){0,3}\s?[,!]"
)
_OF_ESTEEM = r"considération|sentiments|salutations|respect\w*|dévouement|hommage\w*|dévoué\w*|serviteur"
_SHORT = r"(?:[^\n.]|\b[A-Za-z]{1,3}\.)"
"""A character of a formula, or a word of it cut short: "a V. E. ms. as."."""
_SPANISH = (
    rf"(?:que )?(?:dios|nuestro señor|deus) (?:guarde|gu?d?e?\.|gue|conserve|proteja|prospere)\s{_SHORT}{{0,60}}"
    r"|(?:dios(?: guarde)?|soy|quedo|queda),? (?:&c|etc)\.?"
    r"|(?:queda|quedo|soy|me (?:repito|reitero|ofrezco|despido|suscribo)|se (?:despide|repite|ofrece|suscribe)|"
    r"b\. ?(?:s|l)\. ?m)\b[^\n]{0,160}\b(?:amig[oa]|servidor\w?|af\w*mo|afect\w+|atent[oa]|"
    r"q\. ?b\. ?s\. ?[mp]|s\. ?s\. ?s)\b[^\n]{0,60}"
    r"|(?:su|tu|vuestro|suyo)\b[^\n]{0,60}\b(?:servidor|amig[oa]|hermano|hij[oa]|capell[aá]n)(?:,? q[^\n]{0,40})?"
    r"|(?:(?:con )?(?:un |muchos )?(?:\w+ ){0,2}(?:abrazos?|saludos?))\b[^\n.]{0,50}"
    r"|(?:reciba|recibe|acepte|dígnese|sírvase|le ruego)\b[^\n]{0,140}\b(?:consideración|aprecio|respeto|abrazo|"
    r"saludos?|estima|afecto)\b[^\n]{0,60}|(?:muy )?(?:atenta|cordial|respetuosa|afectuosa|fraternal|atenciosa)mente"
    r"|(?:s\. ?s\. ?s\.?,? ?)?(?:q\. ?b\. ?s\. ?[mp]|q\. ?e\. ?s\. ?m)\.?|s\. ?s\. ?s|patria o muerte\W+venceremos"
    r"|(?:(?:dios|patria|libertad|federación|independencia|constitución|salud|fraternidad|unión)(?: y |[,.] ?)?){2,4}"
)
_ITALIAN = (
    r"(?:(?:con|coi|co[’']|tanti|cordiali|distinti|molti|affettuosi) )?(?:[iu]n? )?(?:\w+ ){0,3}"
    r"(?:saluti|ossequi[oi]?|abbracci|osservanza)\b[^\n.]{0,50}"
    r"|(?:(?:il )?(?:suo|vostro|tuo|di lei)|di v\. ?[es]\.)\s(?:[\w.]+\s){0,4}(?:servitore|servo|amico|dev\w*\.?mo|"
    r"obb\w*mo|aff\w*\.?mo|affezionat\w+|figlio|fratello)"
)
FORMULAS = (
    rf"(?:veuillez|agréez|recevez|daignez)[^\n]{{0,200}}\b(?:{_OF_ESTEEM})\b[^\n]{{0,60}}"
    rf"|je (?:vous prie|suis|reste)\b[^\n]{{0,200}}\b(?:{_OF_ESTEEM})\b[^\n]{{0,60}}"
    r"|(?:votre|ton|ta|tout à|bien à) (?:(?:très|tout|vieil|bien) )?(?:dévoué\w?|ami\w?|humble|obéissant|fidèle|"
    r"vous|toi)\b[^\n.]{0,60}|salut et fraternité"
    r"|(?:mit|in) (?:\w+(?:er|en|em|s)?,? (?:und )?){0,4}(?:hochachtung|grüßen|grüssen|gruß|gruss|verehrung|"
    r"hochschätzung|ergebenheit|treue|freundschaft)\b[^\n.]{0,60}"
    r"|hochachtungsvoll|genehmigen sie\b[^\n]{0,160}\b(?:hochachtung|versicherung)\b[^\n]{0,80}"
    r"|(?:ganz |stets |immer )?(?:ihre?|deine?|eure?)(?: (?:sehr|ganz|alter|alte|treuer|treue|getreuer|ergebene\w{0,3}|"
    r"aufrichtige\w?|dankbare\w?|freund|bruder|sohn|vater|tochter|schwester|mutter)){0,4}"
    r"|(?:(?:recht |viele |mit )?(?:herzlich|best|freundlich|schön|lieb)e[nm]?|viele|tausend) gr[üu](?:ß|ss)en?\b"
    r"[^\n.]{0,60}|ich (?:bin|bleibe|verbleibe|zeichne|grüße)\b[^\n]{0,120}\b(?:ergeben\w{1,4}|hochachtung\w*|diener|"
    r"freund|ihre?|deine?)"
    rf"|j[’']ai l[’']honneur d[’']être\b[^\n]{{0,200}}\b(?:{_OF_ESTEEM})\b[^\n]{{0,60}}"
    r"|je (?:vous |t[’'] ?|te )(?:embrasse|serre la main|salue)\b[^\n.]{0,60}"
    r"|(?:(?:bien|très|tout) )?(?:cordiale|amicale|sincère|affectueuse|respectueuse|fraternelle)ment"
    r"(?: (?:à vous|vôtre))?"
    r"|(?:mille|bons|mes) (?:amitiés|baisers|respects)\b[^\n.]{0,40}"
    rf"|{_SPANISH}|{_ITALIAN}"
)
DISTRIBUTED = r"verteiler(?:kreis|liste)?|destinataires?|diffusion|ampliations?|distribuci[oó]n|distribuzione"
"""Words over a list of those who get a copy."""
DOCKETS = (
    r"(?:f\. ?d\. ?r\.(?: ?d\. ?a\.)?|für die richtigkeit|pour copie conforme|pour ampliation|es copia fiel|"
    r"per copia conforme|certifié conforme)\s?:?.{0,60}"
)
"""What certifies a copy."""
SIGNED = r"rúbricas?|rubricado|gez\.|gezeichnet|(?:eigenhändige )?unterschrift|signé|firma(?:do)?|f\.to"
"""What stands for an autograph signature."""
TOKENS = (
    ("copy", r"\d{1,3}\. (?:ausfertigung|exemplar|ausf\.|expl?\.|durchschlag)"),
    ("copy", r"(?:\d{1,3}|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) (?:exemplare?|ausfertigungen)"),
    ("copy", r"(?:ausfertigung|exemplaire|ejemplar|copia)\s?(?:n[or]s?[.º°]?\s?)?\d{1,4}"),
    (
        "telegram",
        r"(?:telegramm|télégramme|telegrama|telegramma)\s?n(?:os?|rs?)?[.º°]? ?\d[\d/-]*(?: (?:à|bis|et) \d+)?",
    ),
    ("registry", r"(?-i:Zl|Z|G\. ?Z|Gz|Pr|Exh|Praes)\. ?\d[\w./-]*(?:/[A-ZÄÖÜ][\w.]*)?"),
    ("registry", r"(?:tgb\.|aktenzeichen|az\.|tagebuch)\s?(?:-?nr\.)?:?\s?\d[\w./ -]*\w"),
)
"""Parts of a head: copies, numbers."""
