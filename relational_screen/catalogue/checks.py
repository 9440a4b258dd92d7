"""Holds the parts of a catalogue against each other: ids used once, references that lead somewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator

from relational_screen.catalogue.catalogue import Catalogue, Named, arena_of
from relational_screen.catalogue.checklist import Checklist, Question
from relational_screen.catalogue.model import document_of
from relational_screen.errors import N_, ScreenError

MAX_QUESTION_WORDS = 30


def find_problems(catalogue: Catalogue) -> Iterator[ScreenError]:
    """Yield everything that does not hold together."""
    for kind in ("groups", "documents", "facts", "remedies", "strategies", "checklists"):
        yield from _repeated(f"{kind}.toml", getattr(catalogue, kind))
    strategies = {strategy.id for strategy in catalogue.strategies}
    for remedy in catalogue.remedies:
        if remedy.strategy and remedy.strategy not in strategies:
            yield _dangling(remedy.id, "strategy", remedy.strategy)
    documents = {document.id for document in catalogue.documents}
    for where, source in _sources(catalogue):
        if document_of(source) not in documents:
            yield _dangling(where, "source", source)
    for checklist in catalogue.checklists:
        yield from _checklist_problems(checklist, catalogue)


def find_gaps(checklist: Checklist) -> Iterator[ScreenError]:
    """Yield every field that a complete checklist has and this one lacks."""
    for question in checklist.questions:
        for field in question.missing():
            yield ScreenError(
                N_("{file}: {where}: the field {field} is missing. Write it."),
                file=f"{checklist.id}.toml",
                where=question.id,
                field=field,
            )


def _checklist_problems(checklist: Checklist, catalogue: Catalogue) -> Iterator[ScreenError]:
    file = f"{checklist.id}.toml"
    items: list[Named] = [*checklist.gates, *checklist.questions]
    yield from _repeated(file, items)
    for item in items:
        if arena_of(item.id) != checklist.id:
            yield ScreenError(
                N_("{file}: {where}: the id must begin with {arena}. Rename it."),
                file=file,
                where=item.id,
                arena=f"{checklist.id}.",
            )
        if item.id in checklist.retired:
            yield ScreenError(
                N_("{file}: {where}: the id is retired and may not come back. Choose a new one."),
                file=file,
                where=item.id,
            )
    for question in checklist.questions:
        yield from _question_problems(question, catalogue)
    if checklist.complete:
        yield from find_gaps(checklist)


def _question_problems(question: Question, catalogue: Catalogue) -> Iterator[ScreenError]:
    where = f"{arena_of(question.id)}.toml: {question.id}"
    known = {
        "facts": {fact.id for fact in catalogue.facts},
        "groups": {group.id for group in catalogue.groups},
        "remedies": {remedy.id for remedy in catalogue.remedies},
    }
    for field, ids in known.items():
        for name in getattr(question, field):
            if name not in ids:
                yield _dangling(where, field, name)
    for text in (question.question.da, question.question.en):
        if len(text.split()) > MAX_QUESTION_WORDS:
            yield ScreenError(
                N_("{where}: the question is longer than {limit} words. Shorten it."),
                where=where,
                limit=MAX_QUESTION_WORDS,
            )


def _sources(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for group in catalogue.groups:
        for figure in (group.prevalence, group.odds_ratio):
            if figure is not None:
                yield f"groups.toml: {group.id}", figure.source
    for fact in catalogue.facts:
        yield f"facts.toml: {fact.id}", fact.source
    for strategy in catalogue.strategies:
        yield from ((strategy.id, source) for source in strategy.sources)
    for remedy in catalogue.remedies:
        yield from ((remedy.id, example.source) for example in remedy.examples)
        yield from ((f"remedies.toml: {remedy.id}", source) for source in remedy.sources)
    for checklist in catalogue.checklists:
        for question in checklist.questions:
            yield from ((f"{checklist.id}.toml: {question.id}", source) for source in question.sources)


def _repeated(file: str, items: Iterable[Named]) -> Iterator[ScreenError]:
    for name, count in Counter(item.id for item in items).items():
        if count > 1:
            yield ScreenError(
                N_("{file}: {where}: the id is used {count} times. Give each its own."),
                file=file,
                where=name,
                count=count,
            )


def _dangling(where: str, field: str, name: str) -> ScreenError:
    return ScreenError(
        N_("{where}: {field} names {name}, which does not exist. Correct the id."), where=where, field=field, name=name
    )
