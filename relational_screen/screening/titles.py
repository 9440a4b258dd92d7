"""What questions and gates are called, also where an id comes from elsewhere and may name none."""

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Text


def title_of(catalogue: Catalogue, item: str) -> Text | None:
    """Return the title of a question or the question of a gate; None when there is no such id."""
    titles = {question.id: question.title for checklist in catalogue.checklists for question in checklist.questions}
    titles |= {gate.id: gate.question for checklist in catalogue.checklists for gate in checklist.gates}
    return titles.get(item)
