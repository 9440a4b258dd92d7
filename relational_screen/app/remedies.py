"""What can be done about a lowering effect, as data and as lines of text."""

from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language, document_of
from relational_screen.catalogue.remedies import Remedy
from relational_screen.errors import N_, ScreenError


def remedies_for(catalogue: Catalogue, question: str | None) -> list[Remedy]:
    """Return the remedies of a question, or all.

    Raises:
        ScreenError: there is no such question.
    """
    if question is None:
        return list(catalogue.remedies)
    try:
        names = catalogue.question(question).remedies
    except KeyError as error:
        raise ScreenError(
            N_("There is no question {question}."), N_("See their names with arenas --full."), question=question
        ) from error
    return [catalogue.remedy(name) for name in names]


def described(catalogue: Catalogue, remedy: Remedy, language: Language) -> dict[str, Any]:
    """Return a remedy with what it is, how it works, what is known of its effect, and examples."""
    strategy = catalogue.strategy(remedy.strategy) if remedy.strategy else None
    word = catalogue.note.get
    return {
        "id": remedy.id,
        "title": remedy.title.get(language),
        "text": remedy.text.get(language),
        "purpose": word(f"purpose-{remedy.purpose}", language) if remedy.purpose else None,
        "level": word(f"level-{remedy.level.replace('_', '-')}", language) if remedy.level else None,
        "strategy": strategy.label.get(language) if strategy else None,
        "evidence": strategy.evidence.get(language) if strategy else None,
        "examples": [
            f"{item.text.get(language)} ({item.year}; {_cited(catalogue, item.source)})" for item in remedy.examples
        ],
        "sources": [_cited(catalogue, source) for source in remedy.sources],
        "planning_law": remedy.planning_law,
    }


def _cited(catalogue: Catalogue, source: str) -> str:
    return f"{catalogue.document(document_of(source)).title}, {source.partition(': ')[2]}"
