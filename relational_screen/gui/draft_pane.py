"""The draft's text beside the question: passages that can be searched, that are marked, and that can be linked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relational_screen.app.language import _
from relational_screen.drafts.draft import Draft
from relational_screen.gui.short import ShortLabel
from relational_screen.gui.theme import GRID, READABLE, font
from relational_screen.gui.widgets import button, column, row

Index = QModelIndex | QPersistentModelIndex
LABEL, TEXT, MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class PassageModel(QAbstractListModel):
    """A draft's passages; a mark says that a passage is linked to the answer or suggested for it."""

    def __init__(self) -> None:
        super().__init__()
        self._passages: list[tuple[str, str]] = []
        self._marks: dict[str, str] = {}

    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft."""
        self.beginResetModel()
        self._passages = [(passage.label, passage.text) for passage in draft.passages] if draft else []
        self.endResetModel()

    def mark(self, marks: dict[str, str]) -> None:
        """Show other marks, as words by label."""
        self._marks = marks
        if self._passages:
            self.dataChanged.emit(self.index(0), self.index(len(self._passages) - 1), [MARK])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many passages there are."""
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a passage's label, text or mark; a screen reader hears all three."""
        if not index.isValid():
            return None
        name, text = self._passages[index.row()]
        mark = self._marks.get(name, "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (name, f"({mark})" if mark else "", text) if part)
        return {LABEL: name, TEXT: text, MARK: mark}.get(role)

    def row_of(self, name: str) -> int:
        """Return the row of a label, or -1."""
        return next((number for number, (label_, _text) in enumerate(self._passages) if label_ == name), -1)

    def next_with(self, words: str, after: int) -> int:
        """Return the next row whose label or text holds some words, going round, or -1."""
        wanted, count = words.casefold(), len(self._passages)
        rows = [(after + step) % count for step in range(1, count + 1)] if count else []
        return next((number for number in rows if wanted in " ".join(self._passages[number]).casefold()), -1)


class PassageDelegate(QStyledItemDelegate):
    """Paints a passage: its label bold with its mark, and its whole text below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._bold, self._plain = font("small", bold=True), font("body")
        self._inner = 0
        self._heights: dict[tuple[str, str], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one passage."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        mark = index.data(MARK)
        if mark:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 4, option.rect.height() - 4), painter.pen().color()
            )
        box = option.rect.adjusted(GRID + 4, GRID // 2, -GRID, 0)
        box.setWidth(min(box.width(), READABLE))
        painter.setFont(self._bold)
        head = f"{index.data(LABEL)} ({mark})" if mark else index.data(LABEL)
        height = _height(painter.font(), head, box.width())
        painter.drawText(QRect(box.left(), box.top(), box.width(), height), Qt.TextFlag.TextWordWrap, head)
        painter.setFont(self._plain)
        painter.drawText(box.adjusted(0, height + 2, 0, 0), Qt.TextFlag.TextWordWrap, index.data(TEXT))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room one passage takes at the list's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 300
        inner = min(max(width - 2 * GRID - 4, 60), READABLE)
        if inner != self._inner:
            self._inner, self._heights = inner, {}
        head, text = f"{index.data(LABEL)} ({_('suggested')})", index.data(TEXT)
        if (head, text) not in self._heights:
            heads, texts = _height(self._bold, head, inner), _height(self._plain, text, inner)
            self._heights[head, text] = heads + texts + GRID * 2
        return QSize(width, self._heights[head, text])


class DraftPane(QWidget):
    """The draft; tells which passage the user wants to link."""

    linked = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = PassageModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(PassageDelegate(self._list))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(_("Passages of the draft"))
        self._list.activated.connect(lambda index: self.linked.emit(index.data(LABEL)))
        self._list.selectionModel().currentChanged.connect(
            lambda index, _old: self.chosen.emit(index.data(LABEL) or "")
        )
        self._search = QLineEdit(placeholderText=_("Search the draft"))
        self._search.setAccessibleName(_("Search the draft"))
        self._search.setToolTip("Ctrl+L")
        self._search.returnPressed.connect(self.find_next)
        self._title = ShortLabel("title", bold=True)
        self._link = button(_("Lin&k the chosen passage"), self.link_chosen)
        self._link.setToolTip("Ctrl+K")
        search = row(self._search, button(_("Find next"), self.find_next))
        self.setLayout(column(self._title, self._list, search, self._link))
        self.setMinimumWidth(260)

    def show_draft(self, draft: Draft | None) -> None:
        """Show a draft, or that there is none."""
        self._model.show_draft(draft)
        self._title.show_text(_("The draft: {name}").format(name=draft.name) if draft else _("No draft is attached"))
        self.setEnabled(draft is not None)

    def mark(self, marks: dict[str, str], *, scroll: bool = True) -> None:
        """Mark passages with words, and bring the first marked one into view."""
        self._model.mark(marks)
        rows = sorted(number for number in (self._model.row_of(name) for name in marks) if number >= 0)
        if rows and scroll:
            first = next(iter(marks))
            self._show_row(self._model.row_of(first) if self._model.row_of(first) >= 0 else rows[0], choose=False)

    def allow_linking(self, allowed: bool) -> None:
        """Say whether there is an effect that a passage can be linked to."""
        self._link.setEnabled(allowed)

    def show_passage(self, name: str) -> None:
        """Choose a passage and bring it into view."""
        self._show_row(self._model.row_of(name), choose=True)

    def chosen_label(self) -> str:
        """Return the label of the chosen passage, or an empty text."""
        return str(self._list.currentIndex().data(LABEL) or "")

    def link_chosen(self) -> None:
        """Tell that the chosen passage is to be linked."""
        if self.chosen_label():
            self.linked.emit(self.chosen_label())

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def find_next(self) -> None:
        """Choose the next passage that holds the words searched for."""
        if self._search.text():
            self._show_row(self._model.next_with(self._search.text(), self._list.currentIndex().row()), choose=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the passages out anew for another width."""
        super().resizeEvent(event)
        self._list.scheduleDelayedItemsLayout()

    def marked(self) -> Sequence[str]:
        """Return the labels that are marked."""
        return list(self._model._marks)

    def _show_row(self, number: int, *, choose: bool) -> None:
        if number >= 0:
            index = self._model.index(number)
            if choose:
                self._list.setCurrentIndex(index)
            self._list.scrollTo(index, QListView.ScrollHint.PositionAtTop)


def _height(used: QFont, text: str, width: int) -> int:
    return QFontMetrics(used).boundingRect(QRect(0, 0, width, 100_000), Qt.TextFlag.TextWordWrap, text).height()
