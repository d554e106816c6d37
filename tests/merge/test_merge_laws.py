"""Two hundred documents at random, edited and encoded again: no edit is lost and no new reading passed over."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merge_laws import broken_laws, case

from diple.merge.tidying import NOWHERE, in_order


@given(st.integers(0, 2**32), st.sampled_from([1, 3, 10, 50]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_every_edit_arrives_and_every_new_reading_arrives_or_is_offered(seed: int, most: int) -> None:
    assert list(broken_laws(case(Random(seed), most))) == []


def test_a_match_that_crosses_itself_ends_too() -> None:
    assert list(broken_laws(case(Random(1548), 50))) == []


def test_odd_spacing_stays_behind_a_word_that_is_new() -> None:
    assert list(broken_laws(case(Random(17333), 50))) == []


@pytest.mark.parametrize(("seed", "most"), [(20687, 50), (21419, 50), (21518, 10), (31115, 50)])
def test_readings_that_meet_in_one_place_are_all_offered(seed: int, most: int) -> None:
    assert list(broken_laws(case(Random(seed), most))) == []


def test_an_id_that_a_person_gave_stays_when_its_tag_is_written_anew() -> None:
    assert list(broken_laws(case(Random(30519), 50))) == []


def test_a_new_paragraph_gets_no_id_that_was_anothers() -> None:
    assert list(broken_laws(case(Random(42078), 10))) == []


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)))
def test_what_is_in_order_is_the_most_that_can_be(match: list[int], gone: set[int]) -> None:
    given_ = [NOWHERE if there in gone else there for there in match]
    kept = in_order(given_)
    row = [there for there in kept if there != NOWHERE]
    assert row == sorted(set(row))
    assert all(there in (NOWHERE, one) for there, one in zip(kept, given_, strict=True))
    present = [there for there in given_ if there != NOWHERE]
    longest = [0] * len(present)
    for place, there in enumerate(present):
        longest[place] = 1 + max((longest[one] for one in range(place) if present[one] < there), default=0)
    assert len(row) == max(longest, default=0)
