"""How invented screenings were made, added up."""

import json
from pathlib import Path

from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.quality_sums import QualitySums, quality_sums
from relational_screen.screening.answers import PassageRef
from tests.builders import NO_EFFECT, answer, effect
from tests.registry.offices import LOWERS, RAISES, laid, screened, take

RESTING = answer(
    effect("lowers").model_copy(update={"passages": (PassageRef(label="§ 1"),), "basis": "research"}),
    effect("raises").model_copy(update={"passages": (PassageRef(label="§ 2"),)}),
)


def test_questions_and_effects_are_added_up_over_screenings(registry: Registry, tmp_path: Path) -> None:
    one, other, null = screened("a", RESTING, LOWERS), screened("b", RAISES, NO_EFFECT, NO_EFFECT), screened("c")
    for chain in (one, other, null):
        take(registry, laid(tmp_path, chain.screening, chain.events))
    found = quality_sums(registry)
    assert found == QualitySums(3, 4 * 60, Share(5, 6), Share(2, 4), Share(1, 4))
    assert json.loads(json.dumps(found.as_json()))["effects_with_basis"] == {"part": 1, "of": 4, "share": 0.25}


def test_the_median_is_that_of_the_time_spent_on_each(registry: Registry, tmp_path: Path) -> None:
    for chain in (screened("a", LOWERS), screened("b", LOWERS, LOWERS)):
        take(registry, laid(tmp_path, chain.screening, chain.events))
    assert quality_sums(registry).active_seconds_median == (3 * 60 + 4 * 60) // 2


def test_only_what_the_filter_lets_through_is_added_up(registry: Registry, tmp_path: Path) -> None:
    for chain in (screened("a", LOWERS), screened("b", RESTING, authority="Invented Municipality")):
        take(registry, laid(tmp_path, chain.screening, chain.events))
    found = quality_sums(registry, Filter(authorities=("Invented Municipality",)))
    assert (found.screenings, found.with_passages) == (1, Share(2, 2))


def test_of_no_screenings_nothing_is_known(registry: Registry) -> None:
    assert quality_sums(registry) == QualitySums(0, None, Share(0, 0), Share(0, 0), Share(0, 0))


def test_screenings_of_which_it_was_not_kept_are_left_out(registry: Registry, tmp_path: Path) -> None:
    for name in ("a", "b"):
        take(registry, laid(tmp_path, name, screened(name, LOWERS).events))
    with registry._file.transaction():
        registry._file.execute("update entry set line = json_remove(line, '$.active_seconds') where screening = 'a'")
    assert quality_sums(registry).screenings == 1
