"""Every figure leads to its screenings by the mark that it counts. All is invented."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.inbox.bitmaps import COUNTED, Mark
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.marks import PARTED, PLAIN, read_mark, written
from relational_screen.registry.statistics.statistics import statistics, within
from tests.builders import NO_EFFECT, answer, effect, measure
from tests.registry.offices import LOWERS, RAISES, follow_up, laid, screened, sign_off, take

REMEDY = answer(effect("lowers", measures=[measure().model_copy(update={"remedy": "meet"})]))
ids = st.text("abcæøå_-0", min_size=1)


@pytest.fixture
def filled(registry: Registry, tmp_path: Path) -> Registry:
    """Screenings of every verdict that leave out no kind of mark, one without and one with an odd authority."""
    signed = screened("signed", LOWERS, RAISES)
    sign_off(signed)
    follow_up(signed, ("lowers", "less"))
    chains = [
        signed,
        screened("lowers", REMEDY, LOWERS, NO_EFFECT, authority="Invented: Ministry"),
        screened("no-effect", NO_EFFECT, NO_EFFECT, NO_EFFECT, authority=""),
        screened("untouched"),
    ]
    take(registry, *(laid(tmp_path, chain.screening, chain.events) for chain in chains))
    return registry


def _behind(registry: Registry, *marks: str) -> list[str]:
    return sorted(registry.screenings_in(within(registry, Filter(marks=tuple(map(read_mark, marks)))).bits))


def test_every_mark_of_the_registry_leads_to_the_screenings_that_bear_it(filled: Registry) -> None:
    bitmaps = filled.bitmaps()
    for mark in bitmaps.keys() - {COUNTED}:
        bits = bitmaps[mark] & bitmaps[COUNTED]
        assert within(filled, Filter(marks=(read_mark(written(mark)),))).bits == bits != 0
    assert {mark.kind for mark in bitmaps} == {*PLAIN, *PARTED, "must_be_addressed", "counted"}


def test_all_marks_given_must_hold_and_one_without_a_part_stands_for_any(filled: Registry) -> None:
    assert _behind(filled, "arena:homes") == ["lowers", "no-effect", "signed"]
    assert _behind(filled, "arena:homes:no_effect") == ["no-effect"]
    assert _behind(filled, "arena:homes", "verdict:lowers") == ["lowers"]
    assert _behind(filled, "verdict:lowers", "verdict:raises") == []
    assert _behind(filled, "authority:Invented: Ministry") == ["lowers"]
    assert _behind(filled, "authority:") == ["no-effect"]
    assert _behind(filled, "follow_up:lowers:less") == _behind(filled, "quality:signed_off") == ["signed"]


def test_figures_within_marks_are_made_of_their_screenings_alone(filled: Registry) -> None:
    found = statistics(filled, Filter(marks=(Mark("remedy", "meet"),), kinds=("bill",)))
    assert (found.total.count, found.verdicts["lowers"].count, list(found.remedies)) == (1, 1, ["meet"])


@given(st.sampled_from(PARTED), ids, st.one_of(st.just(""), ids))
def test_a_mark_is_read_as_it_is_written(kind: str, name: str, part: str) -> None:
    assert read_mark(written(Mark(kind, name, part))) == Mark(kind, name, part)


@pytest.mark.parametrize("text", ["", "colour:red", "lowers", "lowers:", "verdict", "must_be_addressed:x", "counted"])
def test_what_names_no_mark_is_refused_with_the_kinds_that_there_are(text: str) -> None:
    with pytest.raises(ScreenError, match="group_lowers, remedy, follow_up; must_be_addressed") as caught:
        read_mark(text)
    assert "counted by" in str(caught.value)
