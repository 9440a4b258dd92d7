"""The review: gaps and doubts in what was answered (method 1.0, step 5). Plugins add their own findings."""

from collections.abc import Iterator

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import Answer, Effect
from relational_screen.screening.findings import Finding, Level
from relational_screen.screening.passages import refs_of
from relational_screen.screening.scope import arenas_in_scope, open_gates, questions_in_scope, relevance
from relational_screen.screening.screening import Screening
from relational_screen.screening.titles import title_of


def review(screening: Screening) -> list[Finding]:
    """Return what the core finds, in the order of the steps."""
    return [
        *_proposal(screening),
        *_relevance(screening),
        *_groups(screening),
        *_arenas(screening),
        *_answers(screening),
        *_reading(screening),
    ]


def _finding(screening: Screening, level: Level, name: str, place: str, **values: object) -> Finding:
    return Finding(level, screening.catalogue.note.both(f"review-{name}", **values), place)


def _proposal(screening: Screening) -> Iterator[Finding]:
    proposal = screening.state.proposal
    for field in ("title", "authority", "responsible"):
        if not getattr(proposal, field):
            level: Level = "required" if field == "title" else "open"
            yield _finding(screening, level, f"no-{field}", "proposal")
    if screening.draft is None:
        yield _finding(screening, "information", "no-draft", "draft")


def _relevance(screening: Screening) -> Iterator[Finding]:
    state, catalogue = screening.state, screening.catalogue
    outcome = relevance(state, catalogue)
    if outcome == "not_tested":
        yield _finding(screening, "required", "not-tested", "relevance")
    for gate in open_gates(state, catalogue):
        yield _finding(screening, "open", "gate", gate, gate=catalogue.gate(gate).question)
    if outcome == "not_relevant" and not state.relevance_reason:
        yield _finding(screening, "required", "no-relevance-reason", "relevance")


def _groups(screening: Screening) -> Iterator[Finding]:
    """Yield the groups that were chosen but that no effect names."""
    asked = questions_in_scope(screening.state, screening.catalogue)
    answers = [answer for question in asked if (answer := screening.answer(question.id))]
    if not any(answer.effects for answer in answers):
        return
    named = {group for answer in answers for effect in answer.effects for group in effect.groups}
    for group in screening.state.groups:
        if group not in named:
            label = screening.catalogue.group(group).label
            yield _finding(screening, "information", "group-without-effect", "groups", group=label)


def _arenas(screening: Screening) -> Iterator[Finding]:
    """Yield the arenas whose every question was set aside although a gate says that they are touched."""
    for arena in arenas_in_scope(screening.state, screening.catalogue):
        checklist = screening.catalogue.checklist(arena)
        answers = [screening.answer(question.id) for question in checklist.applicable(screening.state.proposal.kind)]
        if answers and all(answer is not None and answer.status == "not_applicable" for answer in answers):
            yield _finding(screening, "contradiction", "all-set-aside", "relevance", arena=checklist.title)


def _answers(screening: Screening) -> Iterator[Finding]:
    for question in questions_in_scope(screening.state, screening.catalogue):
        answer = screening.answer(question.id)
        if answer is None:
            yield _finding(screening, "open", "not-examined", question.id, title=question.title)
        else:
            yield from _answer(screening, question, answer)


def _reading(screening: Screening) -> Iterator[Finding]:
    """Yield what the second reader sent back, the comments that are not settled, and a sign-off that lapsed."""
    state, reading = screening.state, screening.state.reading
    if reading and reading.outcome == "returned":
        yield _finding(screening, "warning", "returned", "review", by=reading.by, text=reading.text)
    for comment in state.open_comments:
        title = title_of(screening.catalogue, comment.place)
        name = "comment-on" if title else "comment"
        place = comment.place if title else "review"
        yield _finding(screening, "warning", name, place, title=title, by=comment.by, text=comment.text)
    if state.lapsed:
        yield _finding(screening, "warning", "lapsed", "review")


def _answer(screening: Screening, question: Question, answer: Answer) -> Iterator[Finding]:
    def found(level: Level, name: str) -> Finding:
        return _finding(screening, level, name, question.id, title=question.title)

    if answer.status == "effects" and not answer.effects:
        yield found("required", "no-effect-given")
    for effect in answer.effects:
        for level, name in _effect_gaps(effect, has_draft=screening.draft is not None):
            yield found(level, name)
    if answer.status == "not_applicable" and not answer.reason:
        yield found("required", "no-reason")
    if answer.status == "no_effect" and not answer.reason and screening.pointers(question.id):
        yield found("required", "draft-points")
    if answer.status == "depends" and not (answer.depends_on and answer.decided_by):
        yield found("required", "no-depends")
    if answer.status in ("unknown", "depends"):
        yield found("open", answer.status)
    if rests_on_changed_text(screening, answer):
        yield found("warning", "changed-passage")


def _effect_gaps(effect: Effect, *, has_draft: bool) -> Iterator[tuple[Level, str]]:
    if not effect.is_complete:
        yield "required", "incomplete-effect"
    if not effect.reason:
        yield "required", "effect-no-reason"
    if has_draft and not effect.passages:
        yield "warning", "effect-no-passage"
    for measure in effect.measures:
        if measure.status == "in_draft" and not measure.passages:
            yield "required", "measure-no-passage"
        if not measure.text:
            yield "required", "measure-no-text"
    if effect.direction == "lowers" and not effect.measures:
        yield "open", "no-measure"
    if effect.direction == "lowers" and effect.basis == "assumption":
        yield "information", "only-assumption"


def rests_on_changed_text(screening: Screening, answer: Answer) -> bool:
    """Whether a passage that the answer points at is gone from the draft or reads differently now."""
    if screening.draft is None:
        return False
    found = [(ref, screening.draft.find(ref.label)) for ref in refs_of(answer)]
    return any(passage is None or (ref.hash and passage.hash != ref.hash) for ref, passage in found)
