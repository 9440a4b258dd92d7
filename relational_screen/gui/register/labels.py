"""Words for the ids that figures go by; an id that today's content no longer has is shown as it is."""

from collections.abc import Callable
from dataclasses import dataclass

from relational_screen.app.language import _
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.gui.widgets import shown_name


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language."""

    catalogue: Catalogue
    language: Language

    def of(self, scale: str, value: str) -> str:
        """Return the word for a value of a scale of the method, such as `of("verdict", "lowers")`."""
        names = {item.id: item.label.get(self.language) for item in self.catalogue.method.values(scale)}
        return shown_name(names.get(value, value))

    def arena(self, name: str) -> str:
        """Return an arena's title."""
        return _known(name, lambda: self.catalogue.checklist(name).title.get(self.language))

    def group(self, name: str) -> str:
        """Return a group's name."""
        return shown_name(_known(name, lambda: self.catalogue.group(name).label.get(self.language)))

    def remedy(self, name: str) -> str:
        """Return a remedy's title."""
        return _known(name, lambda: self.catalogue.remedy(name).title.get(self.language))

    def authority(self, name: str) -> str:
        """Return an authority as it was written."""
        return name or _("no authority given")


def _known(name: str, words: Callable[[], str]) -> str:
    try:
        return words()
    except KeyError:
        return name
