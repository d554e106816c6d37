"""Names of places and houses, which are no person's though they stand in a list of persons."""

from __future__ import annotations

from diple import patterns as re

CAPITALS = frozenset(
    name.strip()
    for name in """
    Accra, Addis Ababa, Algiers, Amman, Ankara, Athens, Baghdad, Bangkok, Beijing, Beirut, Belgrade, Berlin, Berne,
    Bogotá, Bonn, Brasília, Bratislava, Brussels, Bucharest, Budapest, Buenos Aires, Cairo, Canberra, Caracas, Colombo,
    Conakry, Copenhagen, Dakar, Damascus, Delhi, Dhaka, Djakarta, Dublin, Geneva, Hanoi, Havana, Helsinki, Islamabad,
    Jakarta, Jerusalem, Kabul, Kampala, Karachi, Kathmandu, Khartoum, Kiev, Kinshasa, Kuala Lumpur, Lagos, Lima, Lisbon,
    Ljubljana, Luanda, Lusaka, Madrid, Managua, Manila, Maputo, Mexico City, Mogadishu, Montevideo, Moscow, Nairobi,
    Lake Success, New York, The Hague, Washington,
    New Delhi, Nicosia, Oslo, Ottawa, Peking, Phnom Penh, Prague, Pretoria, Pyongyang, Quito, Rabat, Rangoon,
    Reykjavik, Riga, Rome, Saigon, Seoul, Singapore, Sofia, Stockholm, Taipei, Tallinn, Tehran, Teheran, Tel Aviv,
    Tirana, Tokyo, Tripoli, Tunis, Ulaanbaatar, Ulan Bator, Vienna, Vientiane, Vilnius, Warsaw, Zagreb
    """.split(",")
)
"""Seats of governments and of talks that are no common surname or given name."""


def is_capital(name: str, lead: str) -> bool:
    """Tell whether a name is a capital's, nothing of an address or office standing before it (``lead``)."""
    return not lead and name.strip(" .,") in CAPITALS


_NOUNS = (
    "Works|Factory|Plant|Company|Corporation|Institute|University|Hospital|Railways?|Society|Association|Federation|"
    "Shipyard|Museum|Observatory|Laboratory|Sub-?[Cc]ommittee|Enterprise|Combine|Kombinat|Cooperative|Co-operative"
)
_NOUN = re.compile(_NOUNS)
_NOUN_BEHIND = re.compile(
    rf" (?:{_NOUNS}|Branch|Session|Sitting|Committee|Council|Union|Board|Club|League|Department|Division)(?=[,;.]|$)"
)
"""What a house or meeting is, at the end of its name."""


def is_house(words: str, start: int, end: int, lead: str) -> bool:
    """Tell whether what looks like a name is a works', a company's or a session's: "Patrick Pell Printing Works"."""
    name = words[start:end]
    if "." in name:
        return False
    is_ended = " " in name and _NOUN.fullmatch(name.split()[-1]) is not None
    return is_ended or (not lead and _NOUN_BEHIND.match(words, end) is not None)
