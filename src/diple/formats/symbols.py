"""Signs of symbol fonts as Unicode has them: those fonts keep their own signs at the places of letters (U+F000)."""

from __future__ import annotations

from typing import Final

PRIVATE: Final = range(0xF000, 0xF100)
"""Where symbol fonts keep their characters; the letters there are those of the font, not of Unicode."""
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL: Final = (
    dict(zip(range(0x41, 0x5B), _GREEK, strict=True))
    | dict(zip(range(0x61, 0x7B), _GREEK_SMALL, strict=True))
    | dict(enumerate("!∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x21))
    | dict(zip((0x5B, 0x5C, 0x5D, 0x5E, 0x7B, 0x7C, 0x7D, 0x7E), "[∴]⊥{|}∼", strict=True))
    | dict(zip(range(0xA2, 0xC0), "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True))
    | dict(zip(range(0xC0, 0xE0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True))
    | {0xE0: "◊", 0xE5: "∑", 0xF2: "∫"}
)
_WINGDINGS: Final = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x47: "☝",
    0x48: "☟", 0x4A: "☺", 0x4C: "☹", 0x4E: "☠", 0x58: "✠", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0xA7: "▪", 0xA8: "◻", 0x9F: "•",
    0xA1: "○", 0xAB: "★", 0xD8: "⮚", 0xDF: "🡐", 0xE0: "🡒", 0xE1: "🡑", 0xE2: "🡓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xFB: "🗴", 0xFC: "🗸", 0xFD: "🗵", 0xFE: "🗹",
}  # fmt: skip
_WINGDINGS_2: Final = {0x4F: "🗴", 0x50: "🗸", 0x51: "🗵", 0x52: "🗹", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def unicode_sign(code: int, font: str) -> str:
    """Return a font's sign at a code (0xF0A8 or 0xA8) as Unicode has it; "" if it is not known."""
    return _FONTS.get(font.strip("'\" ").casefold(), {}).get(code - PRIVATE[0] if code in PRIVATE else code, "")
