"""The pages beside the screenings: plugins, settings and help."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from relational_screen.app.language import _
from relational_screen.app.settings import Settings
from relational_screen.gui.office_keys import OfficeKeys
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import button, column, framed, label, row, scrolled
from relational_screen.plugin_loader import PluginReport


def _page(title: str, *items: QWidget) -> QWidget:
    content = column(*items, spacing=GRID * 2)
    content.addStretch(1)
    result = QWidget()
    result.setLayout(
        column(label(title, "page", bold=True), scrolled(content, title), spacing=GRID * 2, margin=GRID * 3)
    )
    return result


def plugins_page(reports: Sequence[PluginReport]) -> QWidget:
    """Return the page that says what became of each plugin."""
    cards = []
    for report in reports:
        state = report.problem or _("In use. Hooks: {hooks}").format(hooks=", ".join(report.hooks))
        lines: QVBoxLayout = column(
            label(f"{report.name} {report.version}", "title", bold=True), label(report.package, "small"), label(state)
        )
        cards.append(framed(lines, "boxed" if report.problem else "card"))
    return _page(_("Plugins"), *(cards or [label(_("No plugins are installed."))]))


def help_page() -> QWidget:
    """Return the page that says how a screening is made."""
    texts = (
        (
            _("1. The proposal"),
            _(
                "Say what is screened and attach the draft. Word, OpenDocument, PDF, HTML and text files can be read. "
                "The draft stays on this computer."
            ),
        ),
        (
            _("2. Relevance"),
            _("Two to four questions per life arena. A yes or an unsure brings the arena's questions in."),
        ),
        (_("3. Groups"), _("Choose whom the proposal concerns, with a number of people where you know it.")),
        (
            _("4. Questions"),
            _(
                "Say for each whether the proposal raises or lowers, how much, for how many and for how long, and why. "
                "Point at the passages of the draft. »Don't know« is an honest answer: it widens the result and is "
                "shown in the note."
            ),
        ),
        (_("5. Review and note"), _("See what is missing or at odds, then save the note as Word or PDF.")),
        (
            _("Keyboard"),
            _(
                "Ctrl+Z undoes, Ctrl+Shift+Z repeats. Alt+Left and Alt+Right go to the previous and next question. "
                "Ctrl+L searches the draft, Ctrl+K links the chosen passage. F6 moves between the steps, the page and "
                "the draft."
            ),
        ),
        (
            _("Scores"),
            _("Raising and lowering are two numbers that are never added up. Every number leads back to answers."),
        ),
    )
    return _page(_("Help"), *(framed(column(label(head, "title", bold=True), label(text))) for head, text in texts))


class SettingsPage(QWidget):
    """Lets the user choose language, name, authority, unit and where files are kept, and make the office's keys."""

    changed = Signal(Settings)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._language = QComboBox()
        self._language.addItem("Dansk", "da")
        self._language.addItem("English", "en")
        self._language.setCurrentIndex(self._language.findData(settings.language))
        self._name, self._authority = QLineEdit(settings.name), QLineEdit(settings.authority)
        self._unit, self._secretariat = QLineEdit(settings.unit), QLineEdit(settings.secretariat)
        self._store, self._registry = QLineEdit(str(settings.store_path)), QLineEdit(str(settings.registry_path))
        form = QFormLayout()
        form.setSpacing(GRID)
        form.addRow(_("&Language"), self._language)
        form.addRow(_("&Your name"), self._name)
        form.addRow(_("&Authority"), self._authority)
        form.addRow(_("&Unit"), self._unit)
        for field, words, choose in (
            (self._store, _("Screenings are kept in"), _("&Choose …")),
            (self._registry, _("The register is kept in"), _("Choose …")),
        ):
            field.setReadOnly(True)
            field.setAccessibleName(words)
            form.addRow(words, row(field, button(choose, partial(self._choose_file, field, words))))
        form.addRow(_("The secretariat's public key"), self._secretariat)
        self._secretariat.setPlaceholderText("age1…")
        note = label(_("New screenings take your name, authority and unit from here."), "small")
        save = row(button(_("Sa&ve settings"), self._save), None)
        keys = OfficeKeys(lambda: self._authority.text().strip())
        page = column(
            label(_("Settings"), "page", bold=True),
            form,
            note,
            save,
            label(_("The office's keys"), "title", bold=True),
            keys,
            spacing=GRID * 2,
            margin=GRID * 3,
        )
        page.addStretch(1)
        form_page = QWidget()
        form_page.setLayout(page)
        form_page.setMaximumWidth(READABLE + GRID * 6)
        line = row(form_page, None)
        line.setStretch(0, 100)  # as wide as it may be, and the rest beside it
        self.setLayout(line)

    def _choose_file(self, field: QLineEdit, title: str) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, title, field.text(), "*.sqlite", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            field.setText(name)

    def _save(self) -> None:
        store, registry = self._store.text(), self._registry.text()
        usual = replace(self._settings, store="", registry="")
        settings = replace(
            self._settings,
            language=self._language.currentData(),
            name=self._name.text().strip(),
            authority=self._authority.text().strip(),
            unit=self._unit.text().strip(),
            store="" if store == str(usual.store_path) else store,
            registry="" if registry == str(usual.registry_path) else registry,
            secretariat=self._secretariat.text().strip(),
        )
        self.changed.emit(settings)
