"""The scores of method.md once more, in plain decimal arithmetic and with its constants written out."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from relational_screen.screening.answers import Answer, Effect, Residual
from tests.builders import OTHER_RISK, RISK

STRENGTH = {"some": Decimal("0.5"), "clear": Decimal(1)}
REACH = {"few": Decimal("0.5"), "some": Decimal("0.75"), "most": Decimal(1)}
DURATION = {"temporary": Decimal("0.5"), "lasting": Decimal(1)}
WEIGHT = {"key": Decimal("0.6"), "normal": Decimal("0.4"), "minor": Decimal("0.2")}
EXACT = Context(prec=400)

Asked = Sequence[tuple[str, Answer | None]]
"""(weight, answer) of the questions of an arena."""


def is_open(answer: Answer | None) -> bool:
    if answer is None or answer.status in ("unknown", "depends"):
        return True
    unfinished = [effect for effect in answer.effects if None in (effect.strength, effect.reach, effect.duration)]
    return answer.status == "effects" and (not answer.effects or bool(unfinished))


def magnitude(effect: Effect, residual: Residual | None = None) -> Decimal:
    left = residual or Residual()
    strength, reach = left.strength or effect.strength, left.reach or effect.reach
    duration = left.duration or effect.duration
    if effect.strength is None or effect.reach is None or effect.duration is None:
        return Decimal(0)
    assert strength is not None
    assert reach is not None
    assert duration is not None
    risk = Decimal("1.25") if {RISK, OTHER_RISK} & set(effect.groups) else Decimal(1)
    return min(Decimal(1), STRENGTH[strength] * REACH[reach] * DURATION[duration] * risk)


def net_magnitude(effect: Effect) -> Decimal:
    found = magnitude(effect)
    for measure in effect.measures:
        if measure.status == "in_draft" and measure.passages:
            found = min(found, magnitude(effect, measure.residual))
    return found


def side(asked: Asked, direction: str, group: str | None = None) -> dict[str, Decimal]:
    """Gross, net, low and high of one direction."""
    gross, net, high = [], [], []
    for weight, answer in asked:
        effects = [e for e in (answer.effects if answer else ()) if e.direction == direction]
        effects = [e for e in effects if group is None or group in e.groups]
        of_weight = WEIGHT[weight]
        gross.append(of_weight * max([magnitude(e) for e in effects], default=Decimal(0)))
        net.append(of_weight * max([net_magnitude(e) for e in effects], default=Decimal(0)))
        high.append(of_weight if group is None and is_open(answer) else net[-1])
    return {"gross": points(gross), "net": points(net), "low": points(net), "high": points(high)}


def points(parts: Iterable[Decimal]) -> Decimal:
    with localcontext(EXACT):
        rest = Decimal(1)
        for part in parts:
            rest *= 1 - part
        return (100 * (1 - rest)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def band(score: Decimal) -> str:
    return "negligible" if score < 10 else "slight" if score < 30 else "moderate" if score < 55 else "strong"


def verdict(asked: Asked) -> str:
    """The arena verdict."""
    applying = [(weight, answer) for weight, answer in asked if answer is None or answer.status != "not_applicable"]
    undecided = sum((WEIGHT[weight] for weight, answer in applying if is_open(answer)), Decimal(0))
    if 3 * undecided > sum((WEIGHT[weight] for weight, _ in applying), Decimal(0)):
        return "undetermined"
    raises, lowers = (side(asked, direction)["net"] >= 10 for direction in ("raises", "lowers"))
    return both(raises, lowers)


def bottom_line(verdicts: Iterable[str]) -> str:
    found = list(verdicts)
    raises = any(item in ("raises", "both_ways") for item in found)
    lowers = any(item in ("lowers", "both_ways") for item in found)
    if "undetermined" in found and not raises and not lowers:
        return "undetermined"
    return both(raises, lowers)


def both(raises: bool, lowers: bool) -> str:
    if raises and lowers:
        return "both_ways"
    return "raises" if raises else "lowers" if lowers else "no_effect"
