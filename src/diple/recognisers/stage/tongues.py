"""What is heard in parliaments, in tongues other than English, French and German. A new wording is a new row."""

from __future__ import annotations

HOW = (
    r"(?:(?:grandes?|vivos?|vivas?|prolongad[oa]s?|repetid[oa]s|generales?|muitos|muitas|vivi|vive|vivissim[ie]|"
    r"prolungat[ie]|generali|burzliwe|długotrwałe|huczne|dlouhotrvající|hosszantartó|nagy|élénk|бурные|продолжительные|"
    r"общий|общее|langdurig|levendig|livlig[ta]?|kraftig[at]?|aplauze|ropotoase)(?:,| y| e| i|) ){0,3}"
)
"""How loud and how long it is."""
VOCAL = "|".join(
    (
        r"risas?|rumores|murmullos|exclamaciones|gritos|protestas|denegaciones|muy bien|asentimiento",
        r"ilarità|commenti|proteste|rumori|approvazioni|congratulazioni|voci (?:dal|al|a|da)\b",
        r"risos|apoiad[oa]s?|não apoiad[oa]s?|hilaridade|sussurro|protestos|vozes|muito bem",
        r"śmiech(?:y)?|wesołość(?: na sali)?|głosy? z\b|okrzyki|gwar",
        r"smích|veselost|výkřiky|hlasy?(?: z\b)?",
        r"derültség|nevetés|közbekiáltás(?:ok)?|felkiáltás(?:ok)?",
        r"смех|оживление|возгласы?|голоса? (?:с|из)\b|реплика",
        r"gelach|hilariteit|rumoer|geroep|skratt|munterhet|latter|râsete|rumoare|voci din\b",
    )
)
"""Laughter, calls and murmurs."""
INCIDENT = "|".join(
    (
        r"aplausos|interrupciones|interrupção|applausi|interruzioni|oklaski|brawa|potlesk|taps(?:\b|\.)|zaj\b|"
        r"аплодисменты|шум|движение|applaus|applåder|bifall|bifald|aplauze|pauza|pausa|перерыв",
    )
)
"""Applause, noise and breaks."""
