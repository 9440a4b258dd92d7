"""The forms of the note: their names on screen, and writing one that fits its pages."""

from relational_screen.app.language import _
from relational_screen.catalogue.model import Language
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.note.forms import Form, NoteInput, levels_of, make_note


def form_names() -> dict[Form, str]:
    """Return the forms in the order in which they are offered."""
    return {
        "bill": _("Bill: section of the remarks"),
        "local-plan": _("Local plan: section of the report"),
        "one-page": _("One page for politicians"),
        "full": _("Full note"),
        "publication": _("Public copy"),
    }


def write_form(given: NoteInput, form: Form, language: Language) -> NoteDocument:
    """Return a note; one that may fill so many pages and no more is shortened until it does."""
    if levels_of(form) == 1:
        return make_note(given, form, language)
    from relational_screen.export.fitting import fitted
    from relational_screen.export.pdf import page_count

    return fitted(lambda level: make_note(given, form, language, level), levels_of(form), page_count)
