"""Reading conventions.toml: mistakes are told with their line; the layers and their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.conventions import built_in, house_of, read_conventions
from diple.conventions.examples import failures
from diple.edition import Edition
from diple.findings import DipleError

GOOD = '[[convention]]\nwording = "[added: {text}]"\nmeans = "addition"\n'


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("[[convention]\n", "I080", 1, "not TOML"),
        ("\n[conventions]\n", "I081", 2, "conventions is not known"),
        (GOOD + 'plaec = "above"\n', "I081", 4, "did you mean place?"),
        ('[[convention]]\nwording = "[x]"\n', "I082", 1, "means is missing"),
        (GOOD + '\n[[convention]]\nmeans = "text"\n', "I082", 5, "wording is missing"),
        ('[[convention]]\nwording = "[x]"\nmeans = "gap"\n', "I082", 1, "reason is missing"),
        (GOOD.replace("addition", "adition"), "I083", 3, "did you mean addition?"),
        (GOOD + 'place = "abve"\n', "I083", 4, "did you mean above?"),
        (GOOD + "wherE = 3\n", "I081", 4, "did you mean where?"),
        (GOOD + 'examples = ["x"]\n', "I083", 4, "examples must be"),
        (GOOD + 'exact_case = "yes"\n', "I083", 4, "true or false"),
        (GOOD.replace("{text}", "{txt}"), "I084", 2, "{txt} is no slot"),
        (GOOD.replace("{text}", ""), "I084", 2, "addition needs {text}"),
        (GOOD.replace("[added: {text}]", "added: {text}"), "I084", 2, "begin and end with a word or sign"),
        (GOOD.replace("{text}", "{text} {number}"), "I084", 2, "addition has no {number}"),
        ("convention = 3\n", "I083", 0, "array of tables"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, code: str, line: int, words: str) -> None:
    path = tmp_path / "conventions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DipleError) as caught:
        read_conventions(path)
    finding = caught.value.finding
    assert (finding.code, finding.line) == (code, line)
    assert words in finding.as_text()


def test_the_narrower_wording_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "conventions.toml"
    path.write_text('[[convention]]\nwording = "[{text}]"\nmeans = "text"\n' + GOOD, encoding="utf-8")
    assert [found.wording.written for found in read_conventions(path)] == ["[added: {text}]", "[{text}]"]


def test_every_convention_built_in_has_an_example_that_comes_true() -> None:
    tables = {convention.line for convention in built_in().conventions}
    shown = {convention.line for convention in built_in().conventions if convention.examples}
    assert tables == shown
    assert [failure for convention in built_in().conventions for failure in failures(convention, built_in())] == []


def test_the_nearest_layer_comes_first(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "edition.toml").write_text(
        '[edition]\ntitle="x"\npublisher="y"\nversion="1"\ndate=2020-01-01\n[licence]\nname="CC0"\n', encoding="utf-8"
    )
    (tmp_path / "conventions.toml").write_text(GOOD, encoding="utf-8")
    own = GOOD.replace("addition", "deletion")
    (tmp_path / "seeds" / "talk.conventions.toml").write_text(own, encoding="utf-8")
    edition = Edition.load(tmp_path)
    means = {
        name: [one.means for one in house_of(tmp_path / "seeds" / name, edition).conventions if not one.begins][:2]
        for name in ("talk.txt", "letter.txt")
    }
    assert means["talk.txt"] == ["deletion", "addition"]
    assert means["letter.txt"][0] == "addition"
    assert len(house_of(None, None).conventions) == len(built_in().conventions)
