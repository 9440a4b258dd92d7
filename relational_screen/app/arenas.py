"""What is asked, as data: for the command line and for those who build on it."""

from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language


def arenas(catalogue: Catalogue, language: Language, *, full: bool = False) -> list[dict[str, Any]]:
    """Return every arena with its questions; `full` gives every field of every question and the gates."""
    return [
        {
            "id": checklist.id,
            "title": checklist.title.get(language),
            "checklist": f"{checklist.id} {checklist.version}",
            "version": checklist.version,
            "questions": [
                question.model_dump(mode="json")
                if full
                else question.model_dump(mode="json", include={"id", "weight", "mechanism", "kinds"})
                for question in checklist.questions
            ],
            **({"gates": [gate.model_dump(mode="json") for gate in checklist.gates]} if full else {}),
        }
        for checklist in catalogue.checklists
    ]


def groups(catalogue: Catalogue, language: Language) -> list[dict[str, Any]]:
    """Return every group with its figures; `prevalence` is the percentage alone, null where there is none."""
    return [
        {
            "id": group.id,
            "label": group.label.get(language),
            "prevalence": float(group.prevalence.figure) if group.prevalence else None,
            "measure": group.prevalence.measure if group.prevalence else None,
            "year": group.prevalence.year if group.prevalence else None,
            "source": group.prevalence.source if group.prevalence else None,
            "odds_ratio": float(group.odds_ratio.figure) if group.odds_ratio else None,
            "elevated": group.elevated,
        }
        for group in catalogue.groups
    ]
