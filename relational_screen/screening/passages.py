"""Ties the passages that an answer points at to their text in the draft."""

from relational_screen.drafts.draft import Draft
from relational_screen.screening.answers import Answer, Effect, Measure, PassageRef


def with_hashes(answer: Answer, draft: Draft | None) -> Answer:
    """Return the answer with each new passage reference holding its label as printed and its text's hash."""
    if draft is None or not answer.effects:
        return answer
    effects = tuple(_effect(effect, draft) for effect in answer.effects)
    return answer.model_copy(update={"effects": effects})


def _effect(effect: Effect, draft: Draft) -> Effect:
    measures = tuple(measure.model_copy(update={"passages": _refs(measure, draft)}) for measure in effect.measures)
    return effect.model_copy(update={"passages": _refs(effect, draft), "measures": measures})


def _refs(owner: Effect | Measure, draft: Draft) -> tuple[PassageRef, ...]:
    return tuple(_ref(ref, draft) for ref in owner.passages)


def _ref(ref: PassageRef, draft: Draft) -> PassageRef:
    passage = draft.find(ref.label)
    if ref.hash or passage is None:
        return ref
    return PassageRef(label=passage.label, hash=passage.hash)
