"""One side of a comparison in a table's cell: an answer, a pair of scores, what must be addressed."""

from collections.abc import Iterator

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import Effect, Measure, PassageRef
from relational_screen.screening.note.full_answers import reason_told, status_told
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.result import Pair, Side


def pair_told(wording: Wording, pair: Pair) -> str:
    """Return both directions with band and score."""
    return wording.get("compare-pair", raises=_side(wording, pair.raises), lowers=_side(wording, pair.lowers))


def must_told(wording: Wording, question: str) -> str:
    """Return for which groups an effect of a question must be addressed, or a dash."""
    groups = [group for item in wording.result.must_be_addressed if item.question == question for group in item.groups]
    return wording.join([wording.group(group) for group in dict.fromkeys(groups)]) or "–"


def answer_told(wording: Wording, question: Question) -> str:
    """Return an answer with everything that may differ: status, effects with sizes, groups, reasons and measures."""
    if not wording.screening.asks(question.id):
        return wording.get("compare-not-asked")
    answer = wording.screening.answer(question.id)
    if answer is None or not answer.effects:
        status = sentence(status_told(wording, answer))
        return f"{status} {reason_told(wording, answer)}".strip()
    return "\n".join(line for effect in answer.effects for line in _effect(wording, effect))


def _side(wording: Wording, side: Side) -> str:
    return wording.get("full-side", band=wording.label("band", side.band), net=wording.number(side.net))


def _effect(wording: Wording, effect: Effect) -> Iterator[str]:
    sizes = [
        wording.label(field, value) for field in ("strength", "reach", "duration") if (value := _of(effect, field))
    ]
    told = wording.get(
        "compare-effect",
        direction=sentence(wording.label("direction", effect.direction))[:-1],
        sizes=", ".join([*sizes, wording.label("basis", effect.basis)]),
        where=_where(effect.passages),
    )
    named = wording.join([wording.group(name) for name in dict.fromkeys(effect.groups)])
    groups = wording.get("full-effect-groups", groups=named) if named else ""
    yield " ".join(part for part in (told, sentence(effect.reason), groups) if part)
    for measure in effect.measures:
        yield _measure(wording, measure)


def _measure(wording: Wording, measure: Measure) -> str:
    status = wording.label("measure", measure.status)
    left = [
        wording.label(field, value)
        for field in ("strength", "reach", "duration")
        if (value := _of(measure.residual, field))
    ]
    told = wording.get(
        "compare-measure", status=status, text=sentence(measure.text).removesuffix("."), where=_where(measure.passages)
    )
    return f"{told} {wording.get('compare-left', sizes=', '.join(left))}" if left else told


def _of(sizes: object, field: str) -> str:
    return getattr(sizes, field) or ""


def _where(passages: tuple[PassageRef, ...]) -> str:
    return f" ({'; '.join(dict.fromkeys(ref.label for ref in passages))})" if passages else ""
