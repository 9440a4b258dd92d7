"""How far those who screened the same proposal agree, question by question."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from relational_screen.catalogue.method import SCALES
from relational_screen.registry.inbox.share import Share, in_decimals
from relational_screen.screening.answers import Answer, Effect
from relational_screen.screening.rules import NOT_EXAMINED, way_answered
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.screening import Screening

STRENGTHS = SCALES["strength"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far readers agree on a question or gate.

    `pairs` says of all pairs of readers of one proposal how many answered alike; `alpha` is None where all gave the
    same answer, since then nothing shows that they can tell answers apart. `ordinal` is alpha on the signed net effect
    (method 1.0, Agreement), which knows that two steps apart is worse than one. `differing` are the screenings of each
    proposal that was read differently, and `alone` counts the proposals that just one reader answered it for.
    """

    question: str
    pairs: Share
    alpha: Fraction | None
    ordinal: Fraction | None
    compared: int
    alone: int
    differing: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the agreement as JSON data, numbers with three decimals."""
        return {
            "question": self.question,
            "pairs": self.pairs.as_json(),
            "alpha": in_decimals(self.alpha),
            "ordinal": in_decimals(self.ordinal),
            "compared": self.compared,
            "alone": self.alone,
            "differing": [list(screenings) for screenings in self.differing],
        }


def agreement(proposals: Iterable[Sequence[Screening]]) -> tuple[Agreement, ...]:
    """Return the agreement on each question and gate that two readers answered, the lowest first.

    Each proposal is given by its screenings, one of each reader. Compared is in which way a question was answered:
    its status, or the directions of its effects; and what a gate was answered. What a reader did not answer, or was
    not asked because a gate led past it, is missing. The order is by percent agreement, then by alpha: where nearly
    all answer alike, alpha falls to 0 by a single difference.

    Raises:
        ValueError: a proposal holds one screening twice.
    """
    readings: dict[str, list[dict[str, str]]] = defaultdict(list)
    effects: dict[str, list[list[int]]] = defaultdict(list)
    for screenings in proposals:
        for question, ways in _readings(screenings).items():
            readings[question].append(ways)
        for question, values in _effects(screenings).items():
            effects[question].append(values)
    found = [_agreement(question, units, effects[question]) for question, units in readings.items()]
    return tuple(sorted([item for item in found if item.compared], key=_rank))


def alpha(units: Iterable[Sequence[Hashable]]) -> Fraction | None:
    """Return Krippendorff's alpha for nominal data; each unit is given by the values that its readers gave it.

    Any number of readers may be missing. With o the coincidences of values within units, each unit's divided by its
    number of values less one, n_c how often a value is in a unit of two or more, and n their sum:
    alpha = ((n - 1) Σ o_cc - Σ n_c (n_c - 1)) / (n (n - 1) - Σ n_c (n_c - 1)). It is 1 for perfect agreement, 0 for
    what chance would give, and None without two different values. Source: Krippendorff, Content Analysis, 2nd ed.
    2004, ch. 11; the same in Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C.
    """
    alike, occurring = Fraction(0), Counter[Hashable]()
    for unit in units:
        if len(unit) > 1:
            counted = Counter(unit)
            alike += Fraction(_ordered_pairs(counted), len(unit) - 1)
            occurring += counted
    n, by_chance = occurring.total(), _ordered_pairs(occurring)
    different = n * (n - 1) - by_chance
    return ((n - 1) * alike - by_chance) / different if different else None


def ordinal_alpha(units: Iterable[Sequence[int]]) -> Fraction | None:
    """Return Krippendorff's alpha for ordinal data: 1 - observed over expected disagreement.

    The disagreement of two values c < k is (n_c/2 + n of all values between + n_k/2) squared, so that what matters is
    how many values lie between them. Source: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section D.
    """
    pairable = [unit for unit in units if len(unit) > 1]
    occurring = Counter(value for unit in pairable for value in unit)
    ranks, below = {}, 0
    for value in sorted(occurring):
        ranks[value] = Fraction(2 * below + occurring[value], 2)
        below += occurring[value]
    expected = sum(
        (ranks[one] - ranks[other]) ** 2 * occurring[one] * occurring[other] for one in ranks for other in ranks
    )
    if not expected:
        return None
    observed = sum(
        sum((ranks[one] - ranks[other]) ** 2 for one in unit for other in unit) / (len(unit) - 1) for unit in pairable
    )
    return 1 - Fraction((below - 1) * observed) / expected


def signed_effect(answer: Answer | None) -> int | None:
    """Return an answer's signed net effect, -2 to 2: the strongest raising less the strongest lowering one.

    »Some« counts 1 and »clear« 2, lowering effects as measures in the draft leave them. None where it is not decided.
    """
    if answer is None or answer.is_open or answer.status == "not_applicable":
        return None
    return sum(
        sign * max((_strength(effect) for effect in answer.effects if effect.direction == direction), default=0)
        for direction, sign in (("raises", 1), ("lowers", -1))
    )


def _strength(effect: Effect) -> int:
    left = [measure.residual.strength for measure in effect.measures if measure.counts]
    return min(STRENGTHS.index(strength or str(effect.strength)) for strength in [effect.strength, *left]) + 1


def _effects(screenings: Sequence[Screening]) -> dict[str, list[int]]:
    """Return the signed net effects that the screenings of a proposal found, by question."""
    found: dict[str, list[int]] = defaultdict(list)
    for screening in screenings:
        for question in questions_in_scope(screening.state, screening.catalogue):
            value = signed_effect(screening.answer(question.id))
            if value is not None:
                found[question.id].append(value)
    return found


def _ordered_pairs(counted: Counter[Hashable]) -> int:
    """Return how many ordered pairs of equal values there are."""
    return sum(number * (number - 1) for number in counted.values())


def _readings(screenings: Sequence[Screening]) -> dict[str, dict[str, str]]:
    """Return in which way each screening of a proposal answered each question, by question and screening."""
    if len({screening.state.id for screening in screenings}) < len(screenings):
        message = "a screening cannot be compared with itself"
        raise ValueError(message)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for screening in screenings:
        for question, way in _ways(screening).items():
            found[question][screening.state.id] = way
    return found


def _ways(screening: Screening) -> dict[str, str]:
    """Return in which way each question and gate was answered that was asked and answered."""
    state, catalogue = screening.state, screening.catalogue
    gates = [gate.id for item in catalogue.checklists for gate in item.applicable_gates(state.proposal.kind)]
    ways: dict[str, str] = {gate: state.gates[gate] for gate in gates if gate in state.gates}
    for question in questions_in_scope(state, catalogue):
        way = way_answered(screening.answer(question.id))
        if way != NOT_EXAMINED:
            ways[question.id] = way
    return ways


def _agreement(question: str, readings: Sequence[dict[str, str]], effects: Sequence[Sequence[int]]) -> Agreement:
    compared = [ways for ways in readings if len(ways) > 1]
    return Agreement(
        question=question,
        pairs=sum([_pairs(list(ways.values())) for ways in compared], Share(0, 0)),
        alpha=alpha([list(ways.values()) for ways in compared]),
        ordinal=ordinal_alpha(effects),
        compared=len(compared),
        alone=len(readings) - len(compared),
        differing=tuple(sorted(tuple(sorted(ways)) for ways in compared if len(set(ways.values())) > 1)),
    )


def _pairs(values: Sequence[str]) -> Share:
    return Share(_ordered_pairs(Counter(values)) // 2, len(values) * (len(values) - 1) // 2)


def _rank(item: Agreement) -> tuple[Fraction, bool, Fraction, int, str]:
    percent = item.pairs.value or Fraction(0)
    return percent, item.alpha is None, item.alpha or Fraction(0), -item.compared, item.question
