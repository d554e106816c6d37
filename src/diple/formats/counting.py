"""Numbers as word processors print them before items and beside notes."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ALPHABETS = {"lower": "abcdefghijklmnopqrstuvwxyz", "russian": "абвгдежзиклмнопрстуфхцчшщэюя"}


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in lower-case Roman figures; others in Arabic ones."""
    if not 0 < number < 4000:
        return str(number)
    figures = ""
    for value, letters in _ROMAN:
        figures += letters * (number // value)
        number %= value
    return figures


def letters(number: int, alphabet: str = "lower") -> str:
    """Return a number as a letter of an alphabet; after the last, letters are doubled as word processors do."""
    row = _ALPHABETS[alphabet]
    return row[(number - 1) % len(row)] * ((number - 1) // len(row) + 1) if number > 0 else str(number)


def counted(number: int, style: str) -> str:
    """Return a number in a style: ``1``, ``01``, ``i``, ``I``, ``a``, ``A``, ``а`` or ``А`` (Russian letters)."""
    match style:
        case "i":
            return roman(number)
        case "I":
            return roman(number).upper()
        case "a":
            return letters(number)
        case "A":
            return letters(number).upper()
        case "а":
            return letters(number, "russian")
        case "А":
            return letters(number, "russian").upper()
        case "01":
            return f"{number:02d}"
    return str(number)
