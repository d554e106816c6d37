"""Capitals, as records of talks spell them: a name alone in a list of persons that is one of them is no person's."""

from __future__ import annotations

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
