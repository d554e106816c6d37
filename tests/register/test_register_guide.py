"""The guide to the register shows what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from registers import edition_in, encoded

from diple.register import read_register

GUIDE = Path(__file__).parents[2] / "docs" / "register.md"
BLOCKS = re.findall(r"^```(?:xml|text)\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.S | re.M)
PLACES = '<listPlace><place xml:id="mirna"><placeName>Mirna</placeName></place></listPlace>'


def test_the_entry_of_the_guide_can_be_read(tmp_path: Path) -> None:
    entry, _, _ = BLOCKS
    edition_in(tmp_path, persons=entry)
    register = read_register(tmp_path / "tei" / "register")
    assert [named.form for named in register.forms()] == ["Nils Orvin", "N. S. Orvin", "Orvin"]


def test_the_text_of_the_guide_is_marked_as_it_shows(tmp_path: Path) -> None:
    entry, text, shown = BLOCKS
    encoding = encoded(text, edition_in(tmp_path, persons=entry, places=PLACES))
    assert shown.strip() in encoding.tei.decode()
