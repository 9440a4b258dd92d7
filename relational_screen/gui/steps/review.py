"""Step 5: the whole picture on the left, what was found on the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from relational_screen.app.language import _, told
from relational_screen.app.shown import Shown
from relational_screen.errors import ScreenError
from relational_screen.gui.bars import BarsWidget
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import button, clear, column, framed, label, row, scrolled
from relational_screen.screening.document import Bars, Matrix
from relational_screen.screening.findings import LEVELS, Finding
from relational_screen.screening.note.pictures import matrix, people

NARROW = GRID * 100  # pixels


class ReviewStep(QWidget):
    """Shows the result in full; a click on a finding goes to its place."""

    place_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._picture, self._found = column(spacing=GRID * 2, margin=GRID), column(spacing=GRID * 2, margin=GRID)
        self._halves = row(self._picture, self._found)
        self.setLayout(column(scrolled(self._halves, _("Review"), READABLE * 9 // 5)))

    def refresh(self) -> None:
        """Show the result and the findings now."""
        clear(self._picture)
        clear(self._found)
        self._show_picture()
        try:
            findings = self._shown.session.review()
        except ScreenError as error:
            self._found.addWidget(framed(column(label(told(error), bold=True)), "boxed"))
        else:
            self._show_findings(findings)
        for half in (self._picture, self._found):
            half.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the findings below the picture where there is no room beside it."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < NARROW
        self._halves.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        for place, share in enumerate((0, 1) if narrow else (5, 4)):
            self._halves.setStretch(place, share)

    def _show_picture(self) -> None:
        result = self._shown.session.result
        self._picture.addWidget(label(_("Review"), "page", bold=True))
        self._picture.addWidget(label(self._shown.bottom_line(), "title"))
        if result.arenas:
            self._show_bars(self._shown.bars())
            self._show_bars(matrix(self._shown.words))
        if result.groups:
            self._show_bars(people(self._shown.words))

    def _show_bars(self, block: Bars | Matrix) -> None:
        bars = BarsWidget()
        bars.show_bars(block)
        self._picture.addWidget(framed(column(label(block.title, bold=True), bars)))

    def _show_findings(self, findings: list[Finding]) -> None:
        self._show_must()
        titles = {
            "required": _("Missing: the note cannot be made without it"),
            "contradiction": _("Contradictions"),
            "warning": _("Look at this"),
            "open": _("Open"),
            "information": _("For information"),
        }
        for level in LEVELS:
            items = [finding for finding in findings if finding.level == level]
            if items:
                links = [self._link(finding) for finding in items]
                self._found.addWidget(framed(column(label(titles[level], "title", bold=True), *links, spacing=2)))
        self._show_turns()

    def _show_must(self) -> None:
        for item in self._shown.session.result.must_be_addressed:
            question = self._shown.session.catalogue.question(item.question)
            groups = self._shown.words.join([self._shown.words.group(group) for group in item.groups])
            text = _("Must be addressed: {title} ({groups})").format(
                title=question.title.get(self._shown.language), groups=groups
            )
            go = partial(self.place_asked.emit, item.question)
            self._found.addWidget(
                framed(column(label(text, bold=True), button(_("Go to the answer"), go, "link")), "boxed")
            )

    def _show_turns(self) -> None:
        turns = self._shown.session.robustness()
        if not turns:
            return
        links = [self._turn_link(turn.question, turn.field, turn.new, turn.bottom_line) for turn in turns]
        self._found.addWidget(
            framed(column(label(_("The bottom line turns if …"), "title", bold=True), *links, spacing=2))
        )

    def _turn_link(self, question: str, field: str, new: str, line: str) -> QWidget:
        words = self._shown.words
        text = _("{title}: »{value}« gives »{verdict}«").format(
            title=self._shown.session.catalogue.question(question).title.get(self._shown.language),
            value=words.label(field, new),
            verdict=words.label("verdict", line),
        )
        return self._beside(text, question)

    def _link(self, finding: Finding) -> QWidget:
        return self._beside(finding.text.get(self._shown.language), finding.place)

    def _beside(self, told_text: str, place: str) -> QWidget:
        """Return a text with a button that goes to its place."""
        text = label(told_text)
        go = button(_("Go there"), partial(self.place_asked.emit, place), "link")
        go.setAccessibleName(_("Go there: {text}").format(text=text.text()))
        result = QWidget()
        line = row(text, go)
        line.setStretch(0, 1)
        result.setLayout(line)
        return result
