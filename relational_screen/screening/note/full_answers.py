"""An arena's questions with their answers, effects and measures, complete (form `full`)."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import Answer, Effect, Measure, PassageRef
from relational_screen.screening.document import Block, Bullets, Heading, Paragraph, Table
from relational_screen.screening.magnitude import gross, net, scale_of
from relational_screen.screening.note.local_plan import authority
from relational_screen.screening.note.tables import table
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.result import Side


def arena_answers(wording: Wording, arena: str) -> Iterator[Block]:
    """Yield the verdict, how its numbers come about, the questions with effects one by one, and the others."""
    asked = wording.screening.catalogue.checklist(arena).applicable(wording.screening.state.proposal.kind)
    yield Paragraph(_verdict(wording, arena))
    telling = [(item, answer) for item in asked if (answer := wording.screening.answer(item.id)) and answer.effects]
    if telling:
        yield from _count(wording, telling)
    for question, answer in telling:
        yield Heading(question.title.get(wording.language), 3)
        yield Paragraph(question.question.get(wording.language))
        for effect in answer.effects:
            yield from _effect(wording, question, effect)
    yield from _others(wording, [item for item in asked if item not in [question for question, _ in telling]])


def status_told(wording: Wording, answer: Answer | None) -> str:
    """Return the word for an answer's status, or that the question has not been examined."""
    return wording.label("status", answer.status) if answer else wording.get("full-not-examined")


def reason_told(wording: Wording, answer: Answer | None) -> str:
    """Return why a question is answered without effects, and what the answer depends on."""
    if answer is None:
        return ""
    depends = ""
    if answer.depends_on or answer.decided_by:
        depends = wording.get("full-depends", depends_on=answer.depends_on, decided_by=answer.decided_by)
    return " ".join(part for part in (depends, sentence(answer.reason)) if part)


def places(passages: Sequence[PassageRef]) -> str:
    """Return every place in the draft that an effect or measure points at."""
    return "; ".join(dict.fromkeys(ref.label for ref in passages))


def _verdict(wording: Wording, arena: str) -> str:
    result = wording.result.arenas[arena]
    return wording.get(
        "full-verdict",
        verdict=wording.label("verdict", result.verdict),
        certainty=wording.label("certainty", result.certainty),
        raises=_side(wording, result.pair.raises),
        lowers=_side(wording, result.pair.lowers),
        answered=result.progress.answered,
        asked=result.progress.asked,
    )


def _side(wording: Wording, side: Side) -> str:
    """Return a direction's band and score, before measures where that differs, and how high it may still go."""
    told = wording.get("full-side", band=wording.label("band", side.band), net=wording.number(side.net))
    if side.gross != side.net:
        told += wording.get("full-side-gross", gross=wording.number(side.gross))
    if side.high != side.net:
        told += wording.get("full-side-high", high=wording.number(side.high))
    return told


def _count(wording: Wording, telling: Sequence[tuple[Question, Answer]]) -> Iterator[Table]:
    """Yield how much each effect counts, before and after measures in the draft."""
    scale = scale_of(wording.screening.catalogue)
    rows = [
        (
            question.title.get(wording.language),
            wording.label("direction", effect.direction),
            _decimal(wording, scale.weight[question.weight]),
            _decimal(wording, gross(effect, scale)),
            _decimal(wording, net(effect, scale)),
        )
        for question, answer in telling
        for effect in answer.effects
    ]
    yield from table(wording, "full-count", ("question", "direction", "weight", "gross", "net"), rows)


def _decimal(wording: Wording, part: Fraction) -> str:
    exact = Decimal(part.numerator) / Decimal(part.denominator)
    return wording.number(exact.quantize(Decimal("0.001"), ROUND_HALF_UP))


def _effect(wording: Wording, question: Question, effect: Effect) -> Iterator[Block]:
    """Yield an effect with every field, and what is done about it."""
    groups = [wording.group(name) for name in dict.fromkeys(effect.groups)]
    told = [
        wording.get(f"full-effect-{effect.direction}", phrase=wording.phrase(question, effect.direction)),
        sentence(effect.reason),
        _size(wording, "full-size", effect),
        wording.get("full-effect-basis", basis=wording.label("basis", effect.basis)),
        wording.get("full-effect-groups", groups=wording.join(groups)) if groups else "",
        wording.get("full-effect-places", places=places(effect.passages)) if effect.passages else "",
    ]
    yield Paragraph(" ".join(part for part in told if part))
    if effect.measures:
        yield Bullets(tuple(_measure(wording, measure, effect) for measure in effect.measures))
    elif effect.direction == "lowers":
        yield Paragraph(wording.get("measure-none"))


def _size(wording: Wording, name: str, effect: Effect) -> str:
    """Return strength, duration and reach as a sentence, or that they are not all chosen."""
    if not effect.is_complete:
        return wording.get("full-incomplete")
    return wording.get(
        name,
        strength=wording.get(f"strength-{effect.strength}"),
        duration=wording.get(f"duration-{effect.duration}"),
        reach=wording.get(f"reach-{effect.reach}"),
    )


def _measure(wording: Wording, measure: Measure, effect: Effect) -> str:
    left = effect.model_copy(update=measure.residual.model_dump(exclude_none=True))
    remedy = wording.screening.catalogue.remedy(measure.remedy) if measure.remedy else None
    status = wording.label("measure", measure.status)
    told = [
        wording.get("full-measure", status=status[0].upper() + status[1:], text=sentence(measure.text)),
        wording.get("full-effect-places", places=places(measure.passages)) if measure.passages else "",
        _size(wording, "full-left" if measure.counts else "full-would-be-left", left),
        wording.get("full-measure-remedy", title=remedy.title) if remedy else "",
        authority(wording, measure) if wording.screening.state.proposal.kind == "local_plan" else "",
    ]
    return " ".join(part for part in told if part)


def _others(wording: Wording, questions: Sequence[Question]) -> Iterator[Block]:
    """Yield the questions without a described effect: what was asked, what was answered, and why."""
    rows = [
        (
            wording.get("full-asked", title=question.title, question=question.question),
            status_told(wording, wording.screening.answer(question.id)),
            reason_told(wording, wording.screening.answer(question.id)) or "–",
        )
        for question in questions
    ]
    yield from table(wording, "full-others", ("question", "answer", "reason"), rows)
