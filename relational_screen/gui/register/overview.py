"""The overview: how many were screened, with what result, when, and for whom; every figure leads to its screenings."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from relational_screen.app.language import _
from relational_screen.app.register import came_names
from relational_screen.app.register_lists import RegisterLists
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.figure_rows import (
    MEASURES,
    STRENGTHS,
    FigureRows,
    stack_names,
)
from relational_screen.gui.register.over_time import Bucket, TimeBars, buckets, joined
from relational_screen.gui.register.patterns import Swatch
from relational_screen.gui.register.table_card import TableCard
from relational_screen.gui.register.tiles import Tile
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row, scrolled, shown_name

if TYPE_CHECKING:
    from relational_screen.registry.coverage.coverage import Coverage
    from relational_screen.registry.statistics.statistics import Statistics

WIDEST = GRID * 140  # pixels: tables may be wider than text


class OverviewPage(SubPage):
    """Shows the figures of the filter."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        self._rows = FigureRows(desk.labels, desk.lead_to)
        self._make_tiles()
        self._bars = TimeBars(_("Verdicts over time"))
        self._times = TableCard(_("Verdicts over time"), above=column(_legend(), self._bars))
        self._heat = TableCard(_("Arenas and mechanisms"), _("In how many screenings more than negligibly."))
        self._groups = TableCard(
            _("Groups that lose most"), _("In how many screenings; raising is never set off against lowering.")
        )
        self._remedies = TableCard(_("Remedies used"), _("In how many screenings, by the firmest of their measures."))
        self._follow_up = TableCard(
            _("Follow-up: expected against actual"), _("What came of any effect, as the last follow-up tells it.")
        )
        cards = (self._times, self._heat, self._groups, self._remedies, self._follow_up)
        self._uncounted = button("", lambda: self.desk.page_asked.emit("inbox"), "link")
        figures = scrolled(column(self._tile_row(), *cards, spacing=GRID * 2), _("Overview"), WIDEST)
        self._stack = QStackedWidget()
        self._stack.addWidget(figures)
        self._stack.addWidget(self._nothing())
        lines = column(self._uncounted, self._stack)
        lines.setAlignment(self._uncounted, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(lines)
        desk.written.connect(self._count_missing)
        self._count_missing()

    def refresh(self) -> None:
        """Show the figures of the filter as they are now."""
        found = self.desk.register.statistics(self.desk.chosen)
        self._stack.setCurrentIndex(0 if found.total.count else 1)
        uncounted = self.desk.register.told_uncounted()
        self._uncounted.setText(uncounted)
        self._uncounted.setVisible(bool(uncounted))
        if found.total.count:
            self._show(found)

    def _show(self, found: "Statistics") -> None:
        lowers = joined([found.verdicts["lowers"], found.verdicts["both_ways"]])
        nothing = joined([found.verdicts["no_effect"], found.verdicts["not_relevant"]])
        figures = (found.total, found.relevance["relevant"], lowers, found.must_be_addressed, nothing)
        for word, figure in zip(self._tiles, figures, strict=True):
            lead = partial(self.desk.lead_to, shown_name(word), figure)
            self._tiles[word].show_count(figure.count, lead)
        self._show_times(buckets(found.months))
        rows, labels = self._rows, self.desk.labels
        mechanisms = [labels.of("mechanism", name) for name in rows.mechanisms()]
        self._heat.show_rows((_("Arena"), "", *mechanisms), rows.heat(found.heat))
        bands = [labels.of("band", band) for band in STRENGTHS]
        self._groups.show_rows((_("Group"), _("Lowers"), *bands, _("Raises")), rows.groups(found.groups))
        measures = [labels.of("measure", status) for status in MEASURES]
        self._remedies.show_rows((_("Remedy"), *measures), rows.remedies(found.remedies))
        came = came_names().values()
        self._follow_up.show_rows((_("Expected"), *came), rows.follow_up(found.follow_up))

    def _show_times(self, found: Sequence[Bucket]) -> None:
        names = stack_names()
        told = (
            f"{one.name}: " + ", ".join(f"{name} {one.count(way)}" for way, name in names.items() if one.count(way))
            for one in found
        )
        self._bars.show_buckets(found, "; ".join(told))
        self._times.show_rows((_("Period"), *names.values()), self._rows.over_time(found))

    def _make_tiles(self) -> None:
        words = (
            _("screened"),
            _("touch relations"),
            _("lower them"),
            _("must be addressed"),
            _("found nothing"),
        )
        self._tiles = {word: Tile(word) for word in words}
        self._missing = Tile(_("without a record"))
        self._missing.hide()

    def _count_missing(self) -> None:
        """Count the proposals on lists that have no screening, if there are lists; it takes a while for many."""
        lists = RegisterLists(self.desk.register)
        self._missing.hide()
        if lists.names():
            in_background(self, lists.coverage, self._show_missing, self._tell)

    def _show_missing(self, found: "Coverage") -> None:
        """Show how many proposals on lists lack a screening."""
        self._missing.show()
        lead = partial(self.desk.page_asked.emit, "coverage")
        self._missing.show_count(len(found.figures["no_record"]), lead)

    def _tell(self, error: ScreenError) -> None:
        show_error(error, self)

    def _tile_row(self) -> FlowLayout:
        result = FlowLayout(spacing=GRID)
        for tile in (*self._tiles.values(), self._missing):
            result.addWidget(tile)
        return result

    def _nothing(self) -> QWidget:
        words = label(
            _(
                "No screening counts here. Add bundles in the inbox and confirm the keys that they are signed with, or "
                "clear the filter."
            )
        )
        to_inbox = button(_("Go to the inbox"), lambda: self.desk.page_asked.emit("inbox"))
        to_keys = button(_("Go to the keys"), lambda: self.desk.page_asked.emit("keys"))
        result = QWidget()
        content = column(framed(column(words, row(to_inbox, to_keys, None))))
        content.addStretch(1)
        result.setLayout(content)
        return result


def _legend() -> FlowLayout:
    result = FlowLayout(spacing=GRID * 2)
    for way, name in stack_names().items():
        entry = QWidget()
        words = label(name, "small")
        words.setWordWrap(False)
        entry.setLayout(row(Swatch(way), words))
        result.addWidget(entry)
    return result
