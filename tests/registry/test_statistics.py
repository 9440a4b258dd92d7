"""Statistics count each screening once, lead to the screenings they count, and agree with counting by hand."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.registry.bundle.bundle import BundleParts, make_bundle
from relational_screen.registry.bundle.collecting import collect
from relational_screen.registry.inbox.bitmaps import CHUNK, COUNTED, Mark, bits_of, numbers_in
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.figures import Figure, Figured, Filter, ranked_groups
from relational_screen.registry.statistics.statistics import Statistics, listed, statistics
from relational_screen.screening.events import Event, make_event
from relational_screen.screening.proposal import Proposal
from tests.builders import NO_EFFECT, NOON, NOT_APPLICABLE, answer, effect, measure
from tests.registry.offices import LOWERS, RAISES, follow_up, key, laid, screened, sign_off, started, take, yes


@pytest.fixture
def filled(registry: Registry, tmp_path: Path) -> Registry:
    """Five invented screenings by two authorities."""
    chains = [
        screened("lowers", LOWERS, LOWERS, NO_EFFECT),
        screened("lowers-too", LOWERS, NO_EFFECT, NO_EFFECT, authority="Invented Municipality"),
        screened("raises", RAISES, NO_EFFECT, NO_EFFECT),
        screened("no-effect", NO_EFFECT, NO_EFFECT, NO_EFFECT),
        screened("untouched", authority="Invented Municipality"),
    ]
    for chain in chains:
        take(registry, laid(tmp_path, chain.screening, chain.events))
    return registry


def test_null_results_are_those_that_found_nothing(filled: Registry) -> None:
    found = filled.screenings_in(statistics(filled).null_results.bits)
    assert {line["id"] for line in listed(filled) if line["bottom_line"] in ("no_effect", "not_relevant")} == set(found)
    assert len(found) == 2


def test_null_results_are_counted_like_any_other(filled: Registry) -> None:
    found = statistics(filled).as_json()
    assert found["total"] == 5
    assert found["verdicts"] == {
        "raises": 1,
        "lowers": 2,
        "both_ways": 0,
        "no_effect": 1,
        "undetermined": 0,
        "not_relevant": 1,
        "not_tested": 0,
    }
    assert found["relevance"] == {"relevant": 4, "not_relevant": 1, "not_tested": 0}
    assert found["months"] == {"2027-03": {"raises": 1, "lowers": 2, "no_effect": 1, "not_relevant": 1}}
    assert json.loads(json.dumps(found)) == found


def test_the_heat_map_counts_screenings_by_arena_mechanism_and_direction(filled: Registry) -> None:
    found = statistics(filled)
    assert found.as_json()["heat"] == {"homes": {"places": {"raises": 1, "lowers": 2}, "time": {"lowers": 1}}}
    assert filled.screenings_in(found.heat["homes"]["places"]["lowers"].bits) == ["lowers", "lowers-too"]


def test_the_group_that_loses_most_often_is_first(filled: Registry) -> None:
    groups = statistics(filled).groups
    assert list(groups) == ["people-at-risk", "people-not-at-risk"]
    assert sum(figure.count for figure in groups["people-at-risk"]["lowers"].values()) == 2
    assert groups["people-at-risk"]["raises"] == {}


def test_of_groups_that_lose_equally_often_the_one_that_loses_most_is_first() -> None:
    one, two = Figure(bits_of([1, 2])), Figure(bits_of([3]))
    lowers = {"a": {"slight": one}, "b": {"slight": two, "strong": two}, "c": {"slight": one, "moderate": two}}
    assert list(ranked_groups({"d": {"strong": one}}, lowers)) == ["c", "b", "a", "d"]


def test_a_remedy_is_counted_once_by_the_firmest_of_its_measures(registry: Registry, tmp_path: Path) -> None:
    ideas = [
        measure(status=status).model_copy(update={"remedy": "meet"}) for status in ("idea", "in_draft", "promised")
    ]
    given = answer(effect("lowers", measures=ideas))
    take(registry, laid(tmp_path, "a", screened("a", given, given).events))
    assert statistics(registry).as_json()["remedies"] == {"meet": {"in_draft": 1}}


def test_every_figure_leads_to_its_screenings(filled: Registry) -> None:
    found = statistics(filled)
    assert filled.screenings_in(found.verdicts["not_relevant"].bits) == ["untouched"]
    assert filled.screenings_in(found.authorities["Invented Municipality"].bits) == ["lowers-too", "untouched"]
    assert filled.screenings_in(found.total.bits) == ["lowers", "lowers-too", "raises", "no-effect", "untouched"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(authorities=("Invented Municipality",)), {"lowers-too", "untouched"}),
        (Filter(authorities=("Invented Municipality", "Invented Ministry"), kinds=("bill",)), 5),
        (Filter(kinds=("plan", "budget")), set()),
        (Filter(arena="homes"), {"lowers", "lowers-too", "raises", "no-effect"}),
        (Filter(method="1.0", stage="consultation"), 5),
        (Filter(method="2.0"), set()),
        (Filter(stage="final"), set()),
        (Filter(since="2027-03-01", until="2027-03-02"), 5),
        (Filter(since="2027-03-02"), set()),
        (Filter(until="2027-03-01"), set()),
    ],
)
def test_a_filter_lets_through_what_it_says(filled: Registry, chosen: Filter, expected: Any) -> None:
    found = {line["id"] for line in listed(filled, chosen)}
    assert found == expected or len(found) == expected
    assert statistics(filled, chosen).total.count == len(found)


def test_a_filter_by_arena_speaks_of_that_arena_alone(filled: Registry) -> None:
    assert statistics(filled, Filter(arena="common")).arenas.keys() == {"common"}
    assert statistics(filled, Filter(arena="common")).heat == {}


def test_a_list_is_given_in_pages_the_latest_received_first(filled: Registry) -> None:
    assert [line["id"] for line in listed(filled, limit=2)] == ["untouched", "no-effect"]
    assert [line["id"] for line in listed(filled, limit=2, offset=4)] == ["lowers"]


def test_what_another_program_takes_in_is_seen(filled: Registry, tmp_path: Path) -> None:
    assert statistics(filled).total.count == 5
    other = Registry(filled.path)
    take(other, laid(tmp_path, "more", screened("more").events))
    other.close()
    assert statistics(filled).total.count == 6


@given(st.sets(st.integers(0, 3 * CHUNK)))
def test_a_bitmap_gives_back_the_numbers_it_was_made_of(numbers: set[int]) -> None:
    assert list(numbers_in(bits_of(numbers))) == sorted(numbers)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.booleans()), max_size=40))
def test_figures_agree_with_counting_by_hand(rows: list[tuple[str, str, bool]]) -> None:
    marks: dict[Mark, list[int]] = {}
    for number, (authority, kind, counted) in enumerate(rows):
        for mark in (Mark("authority", authority), Mark("kind", kind), *([COUNTED] if counted else [])):
            marks.setdefault(mark, []).append(number)
    bitmaps = {mark: bits_of(numbers) for mark, numbers in marks.items()}
    found = Figured(bitmaps, Filter(authorities=("a", "b")))
    wanted = Counter(kind for authority, kind, counted in rows if counted and authority in "ab")
    assert {name: figure.count for name, figure in found.by_name("kind").items()} == wanted


def replayed(events: list[Event], screening: str, authority: str) -> list[Event]:
    """The events of a real screening once more, for another id and authority."""
    chain: list[Event] = []
    for event in events:
        data = dict(event.data)
        if "proposal" in data:
            data["proposal"] = {**data["proposal"], "authority": authority}
        last = chain[-1] if chain else None
        chain.append(make_event(screening, last, event.type, data, "Invented Person", NOON))
    return chain


def test_two_hundred_whole_bundles_are_counted_with_the_scores_of_the_program(
    registry: Registry, tmp_path: Path
) -> None:
    application = Application(tmp_path / "store.sqlite", "Invented Person")
    sessions = [start_example(application, name) for name in ("example_bill", "example_local_plan")]
    parts = [collect(application.store, session.id, {}, with_draft=False) for session in sessions]
    for number in range(200):
        part = parts[number % 2]
        events = replayed(list(part.events), f"s{number:03}", f"Invented Municipality {number % 7}")
        data = make_bundle(BundleParts(events, part.content), key(number % 3))
        (tmp_path / f"{number:03}.relscreen").write_bytes(data)
    report = import_bundles([tmp_path], registry, yes)
    assert (len(report.added), report.refused) == (200, [])
    found: Statistics = statistics(registry)
    assert found.total.count == 200
    verdicts = Counter({session.result.bottom_line: 0 for session in sessions})
    for session in sessions:
        verdicts[session.result.bottom_line] += 100
    assert {name: figure.count for name, figure in found.verdicts.items() if figure.count} == verdicts
    (shown,) = registry.screening("s001")["chains"]
    result = sessions[1].result
    assert {name: arena["lowers"]["net"] for name, arena in shown["arenas"].items()} == {
        name: str(arena.pair.lowers.net) for name, arena in result.arenas.items()
    }
    assert shown["must_be_addressed"] == [item.as_json() for item in result.must_be_addressed]
    assert len(shown["answers"]) == len(sessions[1].state.answers)
    application.store.close()


def test_how_screenings_were_made_is_counted_and_a_none_is_shown(registry: Registry, tmp_path: Path) -> None:
    signed, changed, late, put_aside = (screened(name, LOWERS) for name in ("signed", "changed", "late", "put-aside"))
    sign_off(signed)
    sign_off(changed)
    changed.answer("homes.one", NO_EFFECT)
    late = started("late")
    late.add("proposal_changed", proposal=Proposal(stage="final").model_dump())
    late.gate("homes.gate-any")
    for name in ("homes.one", "homes.two"):
        put_aside.answer(name, NOT_APPLICABLE)
    for chain in (signed, changed, late, put_aside):
        take(registry, laid(tmp_path, chain.screening, chain.events))
    found = statistics(registry)
    assert found.as_json()["quality"] == {
        "signed_off": 1,
        "signed_off_alone": 0,
        "lapsed": 1,
        "changed_after_sign_off": 1,
        "after_consultation": 1,
        "contradictions": 1,
        "clock_went_back": 0,
        "dated_ahead": 0,
        "other_authority": 0,
    }
    named = {name: registry.screenings_in(figure.bits) for name, figure in found.quality.items() if figure.count}
    assert named == {
        "signed_off": ["signed"],
        "lapsed": ["changed"],
        "changed_after_sign_off": ["changed"],
        "after_consultation": ["late"],
        "contradictions": ["put-aside"],
    }
    lines = {line["id"]: (line["signed_off"], line["lapsed"]) for line in listed(registry)}
    expected = {"signed": (True, False), "changed": (False, True), "late": (False, False), "put-aside": (False, False)}
    assert lines == expected
    (shown,) = registry.screening("changed")["chains"]
    assert shown["quality"]["changed_after_sign_off"] == ["homes.one"]


def test_what_only_the_responsible_official_approved_is_no_sign_off(registry: Registry, tmp_path: Path) -> None:
    alone = screened("alone", LOWERS)  # a foreign chain: Invented Person does all of it
    alone.add("proposal_changed", proposal=Proposal(responsible="Invented Person").model_dump())
    sign_off(alone)
    take(registry, laid(tmp_path, "alone", alone.events))
    found = statistics(registry).quality
    assert (found["signed_off"].count, found["signed_off_alone"].count, found["lapsed"].count) == (0, 1, 0)
    (line,) = listed(registry)
    assert (line["signed_off"], line["signed_off_alone"]) == (False, True)


def test_follow_up_counts_screenings_by_what_was_expected_and_what_came(registry: Registry, tmp_path: Path) -> None:
    once, twice, never = (screened(name, LOWERS) for name in ("once", "twice", "never"))
    for chain in (once, twice, never):
        sign_off(chain)
    follow_up(once, ("lowers", "less"), ("lowers", "less"), ("raises", "as_expected"))
    follow_up(twice, ("lowers", "opposite"))
    follow_up(twice, ("lowers", "less"))
    for chain in (once, twice, never):
        take(registry, laid(tmp_path, chain.screening, chain.events))
    found = statistics(registry)
    assert found.as_json()["follow_up"] == {"lowers": {"less": 2}, "raises": {"as_expected": 1}}
    assert registry.screenings_in(found.follow_up["lowers"]["less"].bits) == ["once", "twice"]
