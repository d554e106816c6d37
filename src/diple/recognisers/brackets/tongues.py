"""Wordings of editors who write German, French, Spanish, Italian, Portuguese, Russian, Polish (TEI 3.5.3, 11.3).

They say in brackets what is lost or cannot be read, what was written above the line or in the margin, what was struck
out. Each part of a wording is a row of words here; what a bracket says is put together from them.
"""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.model import Attrs
from diple.recognisers.brackets.hands import hand_of
from diple.recognisers.brackets.place import Place

_NUMBERS = {
    number: words.split()
    for number, words in (
        ("1", "ein eine einem einer un une uno una um uma один одна одно одну jeden jedno jedna"),
        ("2", "zwei deux dos due dois duas два две dwa dwie"),
        ("3", "drei trois tres tre três три trzy"),
        ("4", "vier quatre cuatro quattro quatro четыре cztery"),
        ("5", "fünf cinq cinco cinque пять pięć"),
        ("", "mehrere einige plusieurs quelques varias varios algunas algunos alcune alcuni diverse più várias "
             "несколько kilka"),
    )
}  # fmt: skip
_UNITS = {
    unit: words.split()
    for unit, words in (
        ("words", "wort worte wörter mot mots palabra palabras parola parole palavra palavras слово слова слов słowo "
                  "słowa słów"),
        ("lines", "zeile zeilen ligne lignes línea líneas renglón renglones riga righe linha linhas строка строки "
                  "строк wiersz wiersze wierszy"),
        ("chars", "buchstabe buchstaben lettre lettres letra letras lettera lettere буква буквы букв litera litery"),
        ("pages", "seite seiten blatt page pages feuillet feuillets página páginas hoja hojas folio folios pagina "
                  "pagine foglio fogli folha folhas страница страницы лист листа листов strona strony karta"),
        ("", "stelle name datum unterschrift text rand papier ecke passage nom date signature texte bord coin papier "
             "pasaje nombre fecha firma texto margen papel esquina passo nome data firma testo margine angolo carta "
             "assinatura trecho подпись дата имя текст угол край podpis data nazwisko tekst"),
    )
}  # fmt: skip


class _Reason(NamedTuple):
    value: str
    pattern: str


_REASONS = (
    _Reason("illegible", r"unleserlich\w*|unlesbar\w*|nicht (?:mehr )?lesbar|verwischt|illisibles?|effacée?s?|"
            r"ilegibles?|ileg[ií]ve(?:l|is)|borros[oa]s?|illeggibil[ei]|sbiadit[oaie]|неразборчив\w*|нрзб\.?|nieczyteln\w*"),
    _Reason("lost", r"abgerissen|ausgerissen|abgeschnitten|zerstört|verloren|beschädigt|fehlt|fehlen|textverlust|"
            r"(?:text)?lücken?(?: im text)?|loch|tintenfleck|déchirée?s?|déchirure|"
            r"arrachée?s?|lacunes?|perdue?s?|manquante?s?|manquent?|"
            r"tach[ée]e?s?|trou|rot[oa]s?|rotura|rasgad[oa]s?|perdid[oa]s?|borrad[oa]s?|manchad[oa]s?|mancha|faltan?|destruid[oa]s?|"
            r"strappat[oaie]|strappo|lacuna|perdut[oaie]|mancante|mancan?o?|macchiat[oaie]|"
            r"macchia(?: d[’']inchiostro)?|buco|"
            r"danneggiat[oaie]|оторван\w*|утрачен\w*|порван\w*|пятно|вырван\w*|wyrwan\w+|uszkodzon\w+|brak"),
    _Reason("redacted", r"geschwärzt\w*|caviardée?s?|zaczernion\w+|вымаран\w*"),
    _Reason("blank", r"leer|freigelassen|leerstelle|(?:laissé )?en blanc|blanc|(?:dejad[oa] )?en blanco|blanco|"
            r"(?:lasciat[oa] )?in bianco|bianco|em branco|пробел|puste"),
)  # fmt: skip
_ANY_NUMBER = "|".join(word for words in _NUMBERS.values() for word in words)
_ANY_UNIT = "|".join(word for words in _UNITS.values() for word in words)
_ANY_REASON = "|".join(f"(?P<{reason.value}>{reason.pattern})" for reason in _REASONS)
_AMOUNT = rf"(?:(?:(?P<number>{_ANY_NUMBER}|\d{{1,3}}) )?(?P<unit>{_ANY_UNIT}))"
_GAP = re.compile(rf"(?:{_AMOUNT} )?(?:{_ANY_REASON})(?: (?P<after>{_AMOUNT.replace('P<', 'P<late_')}))?\.?", re.I)
_PLACES = (
    ("margin-left", r"(?:am |an den )?linken? rande?|(?:en |dans la )?marge (?:de |à )?gauche|"
     r"(?:al |en el )?margen izquierdo|(?:a |al |nel |sul )?margine sinistro|на левом поле"),
    ("margin-right", r"(?:am )?rechten? rande?|(?:en |dans la )?marge (?:de |à )?droite|(?:al |en el )?margen derecho|"
     r"(?:a |al |nel |sul )?margine destro|на правом поле"),
    ("bottom", r"(?:am )?unteren? rande?|am fu(?:ß|ss)|unten|en bas(?: de (?:la )?page)?|au pied|al pie(?: de página)?|"
     r"a piè di pagina|in calce|in basso|внизу"),
    ("top", r"(?:am )?oberen? rande?|am kopf|oben|en haut(?: de (?:la )?page)?|en tête|en la cabecera|arriba|"
     r"in alto|вверху"),
    ("margin", r"(?:am |an den )?rande?|randnotiz|randvermerk|randbemerkung|(?:en |dans la )?marge|(?:al|en el) margen|"
     r"(?:a|in|al|nel|sul) margine|à margem|на полях|na marginesie"),
    ("overleaf", r"auf der rückseite|rückseitig|rückseite|au verso|au dos|al dorso|al reverso|sul (?:retro|verso)|"
     r"a tergo|no verso|на обороте"),
    ("above", r"über der zeile|darüber|zwischen den zeilen|au-dessus(?: de la ligne)?|(?:en )?interligne|"
     r"(?:sobre|encima de) la línea|encima|entre (?:líneas|renglones)|(?:in )?interlinea|"
     r"sopra(?: (?:la riga|il rigo))?|na entrelinha|над строкой|nad wierszem"),
    ("below", r"unter der zeile|darunter|au-dessous(?: de la ligne)?|debajo(?: de la línea)?|"
     r"sotto(?: (?:la riga|il rigo))?|под строкой"),
)  # fmt: skip
_BY_HAND = (
    r"handschriftlich\w*|eigenhändig|von (?:anderer|fremder|gleicher) hand|von hand|mit (?:\w+ )?(?:bleistift|tinte|"
    r"buntstift|rotstift)|manuscrite?|à la main|de la main d[eu’'] ?\w+|d[’']une autre main|au crayon(?: \w+)?|"
    r"à l[’']encre(?: \w+)?|manuscrit[oa]|a mano|de (?:otra|su) mano|a lápiz|(?:con|en) tinta(?: \w+)?|de puño y letra|"
    r"(?:di |d[’'])altra mano|autograf[oa]|a matita|a penna|à mão|от руки|карандашом|чернилами|odręcznie|ołówkiem"
)
_WRITTEN = (
    r"eingefügt|hinzugefügt|ergänzt|nachgetragen|zusatz|einfügung|ajoutée?|ajout|inséré|addition|añadid[oa]|agregad[oa]|"
    r"nachtrag|insertad[oa]|adición|aggiunt[oa]|inserit[oa]|acrescentado|добавлено|вставлено|вписано|приписано|dopisane|dopisano"
)
_NOTED = (
    r"vermerk|notiz|bemerkung|randnotiz|randvermerk|randbemerkung|note|annotation|remarque|nota|apostilla|anotación|"
    r"annotazione|postilla|помета|пометка|резолюция|резолюція|uwaga|dopisek|glosse"
)
_DELETED = (
    r"(?:durch|aus)?gestrichen|getilgt|biffée?s?|rayée?s?|barrée?s?|raturée?s?|supprimé|tachad[oa]s?|testad[oa]s?|"
    r"cancelad[oa]s?|cancellat[oaie]|gestr\.?|borrad[oa]s?|depennat[oaie]|espunt[oaie]|barrat[oaie]|riscad[oa]|зачеркнуто|вычеркнуто|skreślon[ea]"
)
_ANY_PLACE = "|".join(words for _, words in _PLACES)
_LABEL = re.compile(
    rf"(?P<label>(?:(?:{_ANY_PLACE}|{_BY_HAND}|{_WRITTEN}|{_NOTED})(?:,? |(?= ?:)))+)"
    r"(?:(?:von|durch|de|di|par|рукой|ręką) (?:(?:der |la |su )?(?:hand|main|mano) )?"
    r"(?:(?:von|des|der|du|del|de la|de) )?"
    r"(?P<owner>(?-i:[A-ZÄÖÜÉŁŚŻА-Я])[\w.’-]+(?: (?-i:[A-ZÄÖÜÉŁŚŻА-Я])[\w.’-]+)?) ?)? ?:\s*(?=\S)",
    re.I,
)
_LINED = re.compile(
    r"(?:im (?:original|text) |dans l[’']original |en el original |w oryginale |в (?:оригинале|подлиннике|тексте) )?"
    r"(?:(?:doppelt|zweimal|deux fois|dos veces|dwukrotnie|дважды) )?(?:unterstrichen|soulignée?s?|subrayad[oa]s?|"
    r"podkreślon[eoay]|подч[её]ркнут[оаы]?)(?: (?:im original|dans l[’']original|en el original))? ?:\s*(?=\S)",
    re.I,
)
"""A label of words underlined."""
_STRUCK_ALONE = re.compile(_DELETED, re.I)
_STRUCK = re.compile(rf"(?:{_DELETED})(?: (?:{_BY_HAND}))? ?:\s*(?=\S)", re.I)
_PLACE = tuple((place, re.compile(rf"\b(?:{words})\b", re.I)) for place, words in _PLACES)
_IS_NOTE = re.compile(rf"\b(?:{_NOTED})\b", re.I)
_COMPLETES = re.compile(r"fehlt|fehlen|verloren|zerstört|perdue?s?|perd[iu][dt][oaie]s?|destruid[oa]s?", re.I)
"""What, alone in a bracket, as likely completes the sentence as it tells of a gap."""
_ALWAYS = re.compile(r"unleserlich|unlesbar|illisible|ileg[ií]|illeggib|неразборчив|нрзб|nieczyteln", re.I)
"""What no English text would supply, nor the original of it say."""


def claim_in_tongues(place: Place) -> bool:
    """Claim what an editor says in his own language is missing, added or struck out."""
    if place.setting.is_english and not _ALWAYS.search(place.content):
        return False
    return _claim_gap(place) or _claim_struck(place) or _claim_lined(place) or _claim_added(place)


def claim_gap_in_tongues(place: Place) -> bool:
    """Claim what an editor says in his own language is missing."""
    return (not place.setting.is_english or bool(_ALWAYS.search(place.content))) and _claim_gap(place)


def tells_in_tongues(words: str) -> bool:
    """Tell whether words are one of these wordings, a label among them."""
    labelled = f"{words.rstrip(': ')}: x"
    heads = ((pattern.match(labelled), len(labelled) - 1) for pattern in (_LABEL, _STRUCK, _LINED))
    return bool(_GAP.fullmatch(words) or _STRUCK_ALONE.fullmatch(words)) or any(
        head is not None and head.end() == end for head, end in heads
    )


def _claim_gap(place: Place) -> bool:
    match = _GAP.fullmatch(place.content)
    if match is None or place.is_glued_before or place.is_glued_after or _COMPLETES.fullmatch(place.content):
        return False
    attrs: Attrs = {"reason": next(reason.value for reason in _REASONS if match[reason.value]), "resp": place.resp}
    said, unit_word = match["number"] or match["late_number"] or "", match["unit"] or match["late_unit"] or ""
    unit = next((unit for unit, words in _UNITS.items() if unit_word.casefold() in words), "")
    number = next((number for number, words in _NUMBERS.items() if said.casefold() in words), said)
    if unit and number.isdigit():
        attrs |= {"unit": unit, "quantity": number}
    place.take_signs(place.bracket.end, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", attrs)
    return True


def _claim_struck(place: Place) -> bool:
    match = _STRUCK.match(place.inner)
    if match is None:
        return _claim_struck_before(place)
    place.element("del", {"rend": "strikethrough"}, inner_start=place.bracket.inner_start + match.end())
    return True


def _claim_struck_before(place: Place) -> bool:
    """Claim "year [tachado]": the word before was struck out."""
    word = place.word_before
    if _STRUCK_ALONE.fullmatch(place.content) is None or word is None:
        return False
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "del", {"rend": "strikethrough"})
    place.draft.doubt("D110", word.start, f"“{word.text}” was taken for the words struck out", "see how far they reach")
    return True


def _claim_lined(place: Place) -> bool:
    match = _LINED.match(place.inner)
    if match is None or place.stands_alone:
        return False
    place.element("hi", {"rend": "underline"}, inner_start=place.bracket.inner_start + match.end())
    return True


def _claim_added(place: Place) -> bool:
    match = _LABEL.match(place.inner)
    if match is None:
        return False
    where = next((name for name, pattern in _PLACE if pattern.search(match["label"])), "unspecified")
    owner = match["owner"] or ""
    hand = place.draft.hands.require(owner.casefold(), f"The hand of {owner}.", owner) if owner else hand_of(place, "")
    attrs: Attrs = {"place": where, "hand": hand}
    words, start = place.inner[match.end() :], place.bracket.inner_start + match.end()
    is_away = where not in ("above", "below", "unspecified")
    is_sentence = words[:1].isupper() and words.rstrip()[-1:] in ".!?"
    if place.stands_alone or _IS_NOTE.search(match["label"]) or (is_away and is_sentence):
        place.note({"type": "annotation", **attrs}, inner_start=start)
    else:
        place.element("add", attrs, inner_start=start)
    return True
