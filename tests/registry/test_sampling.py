"""Samples for control: the same for everybody, and fair. The ids are invented."""

from collections import Counter
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.registry.statistics.sampling import population_hash, sample, seed_of

DRAWN = ["invented-19", "invented-17", "invented-8", "invented-11"]
POPULATION = "f72f999bed163ee431d425b8bc1f891f1953f0631164e3cc939132fbdb522a63"
ids = st.lists(st.text(alphabet="abcæøå012-", min_size=1, max_size=6), unique=True, max_size=30)
seeds = st.integers(0, 2**64)
sizes = st.integers(1, 40)


def test_a_seed_draws_what_the_written_rule_draws() -> None:
    population = [f"invented-{number}" for number in range(20)]
    by_rule = sorted(population, key=lambda name: sha256(b"2027\n" + name.encode()).hexdigest())
    assert sample(population, seed=2027, size=4).drawn == tuple(by_rule[:4])


def test_a_sample_drawn_today_is_drawn_again_in_ten_years() -> None:
    drawn = sample([f"invented-{number}" for number in range(20)], seed=2027, size=4)
    assert drawn.as_json() == {
        "seed": 2027,
        "size": 4,
        "drawn": DRAWN,
        "drawn_from": 20,
        "population": POPULATION,
    }


def test_the_seed_of_a_year_is_that_of_the_written_rule_and_another_with_one_more_screening() -> None:
    population = population_hash(["b", "a", "b"])
    assert population == sha256(b"a\nb\n").hexdigest()
    assert seed_of(2026, population) == int(sha256(f"2026\n{population}".encode()).hexdigest(), 16) % 1_000_000
    others = {seed_of(2026, population_hash(["a", "b", f"more-{number}"])) for number in range(10)}
    assert len(others | {seed_of(2026, population), seed_of(2027, population)}) == 12


@given(ids, seeds, sizes, st.randoms())
def test_the_order_of_the_ids_and_ids_that_come_twice_change_nothing(
    population: list[str], seed: int, size: int, random: Random
) -> None:
    shuffled = [*population, *population[:3]]
    random.shuffle(shuffled)
    assert sample(shuffled, seed, size) == sample(population, seed, size)


@given(ids, seeds, sizes)
def test_a_sample_holds_as_many_as_asked_for_or_all(population: list[str], seed: int, size: int) -> None:
    found = sample(population, seed, size)
    assert len(set(found.drawn)) == len(found.drawn) == min(size, len(population))
    assert set(found.drawn) <= set(population)
    assert (found.seed, found.size, found.drawn_from) == (seed, size, len(population))


@given(ids, seeds, sizes)
def test_a_larger_sample_begins_with_the_smaller(population: list[str], seed: int, size: int) -> None:
    smaller = sample(population, seed, size).drawn
    assert sample(population, seed, size + 5).drawn[: len(smaller)] == smaller


@given(ids, seeds, sizes)
def test_one_more_screening_drives_out_at_most_one(population: list[str], seed: int, size: int) -> None:
    before = set(sample(population, seed, size).drawn)
    after = set(sample([*population, "one-more"], seed, size).drawn)
    assert after - before <= {"one-more"}
    assert len(before - after) <= 1


@given(ids.filter(bool), seeds)
def test_another_population_is_told_by_its_hash(population: list[str], seed: int) -> None:
    assert sample(population, seed, 1).population != sample(population[1:], seed, 1).population


def test_every_screening_is_drawn_about_equally_often() -> None:
    population = [f"invented-{number}" for number in range(10)]
    drawn = Counter(name for seed in range(2000) for name in sample(population, seed, 3).drawn)
    assert all(abs(drawn[name] - 600) < 5 * (2000 * 0.3 * 0.7) ** 0.5 for name in population)


@pytest.mark.parametrize("size", [0, -1])
def test_a_sample_of_none_is_a_fault(size: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        sample(["invented"], 1, size)
