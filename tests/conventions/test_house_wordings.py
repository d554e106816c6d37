"""Documents encoded under the conventions of a house: what they become, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.conventions import House, built_in, read_conventions
from diple.conventions.examples import failures
from diple.pipeline import encode
from diple.source import source_from_text
from diple.validate import validate_bytes
from diple.verify import verify
from diple.verify.housewords import is_house_wording

CASES = (
    ('wording = "[in {hand}: {text}]"\nmeans = "addition"\nplace = "above"',
     "We met [in blue pencil: twice] there.", '<add place="above" hand="#hand-1">twice</add>'),
    ('wording = "[in {hand}, {place}: {text}]"\nmeans = "note"\ntype = "annotation"',
     "We met [in Orlo’s hand, in the left margin: no] there.",
     '<note type="annotation" place="margin-left" hand="#hand-1">no</note>'),
    ('wording = "({speaker} leaves)"\nmeans = "stage"\ntype = "exit"',
     "Brandt: We met. (Aune leaves)\n\nAune: So we did.", '<stage type="exit">(Aune leaves)</stage>'),
    ('wording = "[laughs]"\nmeans = "stage"\ntype = "vocal"', "We met [laughs] there.",
     '<stage type="vocal">laughs</stage>'),
    ('wording = "{speaker} >>"\nmeans = "speaker"', "Brandt >> We met.\nAune >> So we did.",
     '<sp who="#aune"><speaker>Aune</speaker><p>So we did.</p></sp>'),
    ('wording = "-- leaf {number} --"\nmeans = "page"',
     "The harbour was opened and\n\n-- leaf 12 --\n\nclosed again.", 'opened and <pb n="12"/>closed again.'),
    ('wording = ["(??)", "%%"]\nmeans = "gap"\nreason = "illegible"', "The %% was (??) opened.",
     'The <gap reason="illegible" resp="#editor"/> was <gap reason="illegible" resp="#editor"/> opened.'),
    ('wording = "[{number} {unit} cut]"\nmeans = "gap"\nreason = "redacted"\nby = "editor"',
     "It was [three lines cut] opened.", '<gap reason="redacted" unit="lines" quantity="3" resp="#editor"/>'),
    ('wording = "[{text}]"\nmeans = "text"', "The harbour [sic] was [illegible] opened.",
     "The harbour [sic] was [illegible] opened."),
    ('wording = "N.B. of the archive: {text}"\nwhere = "paragraph"\nmeans = "note"\ntype = "editor"',
     "It was opened.\n\nN.B. of the archive: It was not.", '<note type="editor" resp="#editor">It was not.</note>'),
    ('wording = "Typed in {text}"\nwhere = "paragraph"\nmeans = "docket"',
     "The harbour was opened in May of that year.\n\nTyped in two copies", '<ab type="docket">two copies</ab>'),
    ('wording = "<<{text}>>"\nmeans = "supplied"\nreason = "completion"\nby = "transcriber"', "The <<north>> harbour.",
     '<supplied reason="completion" resp="#transcriber">north</supplied>'),
    ('wording = "^{text}^"\nmeans = "highlight"\nrend = "underline"', "The ^north^ harbour.",
     '<hi rend="underline">north</hi>'),
    ('wording = "[seal: {text}]"\nmeans = "stamp"', "It was [seal: COUNCIL] closed.", "<stamp>COUNCIL</stamp>"),
    ('wording = "[Fr.: {text}]"\nmeans = "foreign"\nlang = "fr"', "It was [Fr.: bien] closed.",
     '<foreign xml:lang="fr">bien</foreign>'),
    ('wording = "[doubtful: {text}]"\nmeans = "unclear"', "It was [doubtful: well] closed.",
     '<unclear cert="low" resp="#editor">well</unclear>'),
    ('wording = "[out: {text}]"\nmeans = "deletion"', "It was [out: well] closed.",
     '<del rend="strikethrough">well</del>'),
)  # fmt: skip


def table(tmp_path: Path, entry: str, source: str = "", becomes: str = "") -> House:
    quoted = f"examples = [{{ source = '''{source}''', becomes = '''{becomes}''' }}]\n" if source else ""
    path = tmp_path / "conventions.toml"
    path.write_text(f"[[convention]]\n{entry}\n{quoted}", encoding="utf-8")
    return built_in().with_more(read_conventions(path))


@pytest.mark.parametrize(("entry", "source", "becomes"), CASES, ids=[case[0].split("\n")[0] for case in CASES])
def test_a_wording_becomes_what_it_means(tmp_path: Path, entry: str, source: str, becomes: str) -> None:
    house = table(tmp_path, entry, source, becomes)
    own = [convention for convention in house.conventions if convention.file == "conventions.toml"]
    found = [failure for convention in own for failure in failures(convention, house)]
    assert [(failure.reason, failure.found) for failure in found] == []
    encoding = encode(source_from_text(source), house=house)
    assert [one.as_text() for one in validate_bytes(encoding.tei, "tei.xml") if one.level == "error"] == []
    for ledger in (encoding.ledger, None):
        assert verify(encoding.tei, source_from_text(source), ledger, house=house).findings == []


def test_a_wrong_example_is_told_with_what_it_became(tmp_path: Path) -> None:
    house = table(tmp_path, 'wording = "[out: {text}]"\nmeans = "deletion"', "It was [out: well].", "<add>well</add>")
    (failure,) = failures(house.conventions[0], house)
    assert failure.reason == "another encoding came out"
    assert '<del rend="strikethrough">well</del>' in failure.found


def test_without_its_table_a_wording_is_no_sign(tmp_path: Path) -> None:
    """The vocabulary of signs stays closed: what the table does not say is missed as a lost word."""
    source = source_from_text("It was [struck by the censor: well] closed.")
    house = table(tmp_path, 'wording = "[struck by the censor: {text}]"\nmeans = "deletion"')
    encoding = encode(source, house=house)
    assert verify(encoding.tei, source, house=house).findings == []
    assert {finding.code for finding in verify(encoding.tei, source, encoding.ledger).findings} == {"V101"}


def test_what_a_slot_held_must_stand_somewhere(tmp_path: Path) -> None:
    house = table(tmp_path, 'wording = "[in {hand}: {text}]"\nmeans = "addition"')
    assert is_house_wording(house, "[in red pencil: ", set(), "Thehandthatwroteinredpencil")
    assert not is_house_wording(house, "[in red pencil: ", set(), "Thehandthatwroteinink")
    gap = table(tmp_path, 'wording = "[{number} lines cut]"\nmeans = "gap"\nreason = "lost"')
    assert is_house_wording(gap, "[3 lines cut]", {"3"}, "")
    assert not is_house_wording(gap, "[3 lines cut]", {"4"}, "")


def test_no_word_is_cut_and_no_claim_is_taken_over(tmp_path: Path) -> None:
    house = table(tmp_path, 'wording = "out{text}in"\nmeans = "deletion"')
    encoding = encode(source_from_text("Throughout the winter, outer things came inside."), house=house)
    assert b"<del" not in encoding.tei
