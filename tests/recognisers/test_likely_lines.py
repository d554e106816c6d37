"""What the lines at head and foot are by what was learned, where no rule knows their words."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.recognisers.frame.likely import likely_lines
from diple.source import source_from_text

_TEXT = (
    "The ice in the inner basin has been fourteen inches thick since the second of the month, and the tug of the "
    "company has not left her berth on any day of it, though the masters of four colliers have asked for her."
)
_LETTER = f"""{{line}}

Vardby, 9 January 1934

Dear Mr. Holm,

{_TEXT}

{_TEXT.replace("basin", "harbour")}

Yours sincerely,

E. Tangen
Harbour Master
"""


def _kinds(text: str) -> dict[str, tuple[str, float]]:
    draft = Draft(source_from_text(text, "letter.txt"))
    return {one.unit.text: (one.kind, one.cert) for one in likely_lines(draft, draft.blocks)}


def test_lines_are_told_by_their_place_and_form() -> None:
    kinds = {words: kind for words, (kind, _) in _kinds(_LETTER.format(line="Port of Vardby")).items()}
    assert kinds["Vardby, 9 January 1934"] == "dateline"
    assert kinds["Dear Mr. Holm,"] == "salute"
    assert kinds["Yours sincerely,"] == "formula"
    assert kinds["E. Tangen"] == "signed"
    assert kinds[_TEXT] == "p"


@pytest.mark.parametrize("line", ["", "Zrxq wvb", "1234567890", "[ ]", "— — —", "Ω", "a" * 5000])
def test_whatever_stands_above_each_unit_has_a_kind(line: str) -> None:
    assert all(0 < cert <= 1.000001 for _, cert in _kinds(_LETTER.format(line=line)).values())


def test_an_empty_document_has_no_lines() -> None:
    draft = Draft(source_from_text("", "empty.txt"))
    assert likely_lines(draft, draft.blocks) == []


def test_a_long_document_is_looked_at_at_both_ends() -> None:
    many = _LETTER.format(line="Port of Vardby").replace(_TEXT, "\n\n".join(f"{_TEXT} {n}." for n in range(200)))
    kinds = _kinds(many)
    assert len(kinds) < 70
    assert kinds["Dear Mr. Holm,"][0] == "salute"
    assert kinds["E. Tangen"][0] == "signed"
