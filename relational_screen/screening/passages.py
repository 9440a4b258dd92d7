"""Ties the passages that an answer points at to their text in the draft."""

from collections.abc import Callable, Mapping

from relational_screen.drafts.draft import Draft
from relational_screen.screening.answers import Answer, Effect, Measure, PassageRef


def refs_of(answer: Answer) -> tuple[PassageRef, ...]:
    """Return every passage that an answer points at, those of its measures included."""
    found: list[PassageRef] = []
    for effect in answer.effects:
        found += effect.passages
        found += [ref for measure in effect.measures for ref in measure.passages]
    return tuple(found)


def with_refs(answer: Answer, change: Callable[[PassageRef], PassageRef]) -> Answer:
    """Return the answer with each passage it points at changed."""
    if not answer.effects:
        return answer
    return answer.model_copy(update={"effects": tuple(_effect(effect, change) for effect in answer.effects)})


def with_hashes(answer: Answer, draft: Draft | None) -> Answer:
    """Return the answer with each new passage reference holding its label as printed and its text's hash."""
    if draft is None:
        return answer

    def hashed(ref: PassageRef) -> PassageRef:
        passage = draft.find(ref.label)
        return ref if ref.hash or passage is None else PassageRef(label=passage.label, hash=passage.hash)

    return with_refs(answer, hashed)


def relabelled(answer: Answer, moved: Mapping[tuple[str, str], str]) -> Answer:
    """Return the answer with the new labels of passages that moved, which are given by label and hash."""
    if not any((ref.label, ref.hash) in moved for ref in refs_of(answer)):
        return answer
    return with_refs(answer, lambda ref: PassageRef(label=moved.get((ref.label, ref.hash), ref.label), hash=ref.hash))


def _effect(effect: Effect, change: Callable[[PassageRef], PassageRef]) -> Effect:
    measures = tuple(measure.model_copy(update={"passages": _refs(measure, change)}) for measure in effect.measures)
    return effect.model_copy(update={"passages": _refs(effect, change), "measures": measures})


def _refs(owner: Effect | Measure, change: Callable[[PassageRef], PassageRef]) -> tuple[PassageRef, ...]:
    return tuple(change(ref) for ref in owner.passages)
