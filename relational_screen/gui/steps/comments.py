"""Comments: those on one question, folded, and all of a screening."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.app.shown import Shown
from relational_screen.gui.fields import TextField
from relational_screen.gui.steps.acting import done, words_of_a_user
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row
from relational_screen.screening.signing import Comment
from relational_screen.screening.titles import title_of


class NewComment(QWidget):
    """A field and a button that add a comment on a place; what is not added yet is kept for its place."""

    def __init__(self, shown: Shown, name: str) -> None:
        super().__init__()
        self._shown = shown
        self._place = ""
        self._unsent: dict[str, str] = {}
        self.field = TextField(name, lines=2)
        self.field.setPlaceholderText(name)
        self.setLayout(column(self.field, row(button(_("Add the comment"), self._add), None)))

    def show_place(self, place: str) -> None:
        """Comment on another place."""
        if place != self._place:
            self._unsent[self._place] = self.field.toPlainText()
            self._place = place
            self.field.setPlainText(self._unsent.pop(place, ""))

    def _add(self) -> None:
        text = self.field.toPlainText()
        if done(lambda: self._shown.session.signing.comment(self._place, text), self):
            self.field.clear()


class QuestionComments(QWidget):
    """The comments on one question; `opener` is the button that unfolds them and tells how many there are."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown, self._question = shown, ""
        self._showing: tuple[Comment, ...] | None = None
        self.opener = button("", self._fold, "link")
        self._lines = column(spacing=GRID)
        self._new = NewComment(shown, _("Comment on this question"))
        self.setLayout(column(self._lines, self._new))
        self.hide()

    def show_question(self, question: str) -> None:
        """Show the comments on a question; those on another one are folded."""
        if question != self._question:
            self._question = question
            self._new.show_place(question)
            self.hide()
        comments = tuple(one for one in self._shown.session.state.comments if one.place == question)
        if comments == self._showing:
            return
        self._showing = comments
        clear(self._lines)
        for comment in comments:
            self._lines.addWidget(comment_lines(self._shown, comment))
        count = sum(not one.settled for one in comments)
        open_ = ngettext("Comments ({count} open) ▸", "Comments ({count} open) ▸", count).format(count=count)
        settled = _("Comments (settled) ▸") if comments else _("Comment ▸")
        self.opener.setText(open_ if count else settled)

    def _fold(self) -> None:
        self.setVisible(self.isHidden())
        if self.isVisible():
            self._new.field.setFocus()


class CommentsCard(QWidget):
    """All comments, the open ones first, each with the way to its place, and a field for one on the whole."""

    place_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._showing: tuple[Comment, ...] | None = None
        self._open, self._settled = column(spacing=GRID * 2), column(spacing=GRID * 2)
        self._past = QWidget()
        self._past.setLayout(self._settled)
        self._past.hide()
        self._opener = button("", lambda: self._past.setVisible(self._past.isHidden()), "link")
        self._new = NewComment(shown, _("Comment on the whole screening"))
        self._new.hide()
        links = row(button(_("Comment on the whole screening ▸"), self._write, "link"), self._opener, None)
        title = label(_("Comments"), "title", bold=True)
        self.setLayout(column(framed(column(title, self._open, links, self._new, self._past))))

    def refresh(self) -> None:
        """Show what the session holds."""
        comments = self._shown.session.state.comments
        if comments == self._showing:
            return
        self._showing = comments
        for layout, settled in ((self._open, False), (self._settled, True)):
            clear(layout)
            for comment in comments:
                if comment.settled == settled:
                    layout.addWidget(comment_lines(self._shown, comment, self.place_asked.emit))
        if not self._open.count():
            self._open.addWidget(label(_("No comment is open. Each question has a »Comment« of its own.")))
        self._opener.setText(_("Settled comments: {count} ▸").format(count=self._settled.count()))
        self._opener.setVisible(self._settled.count() > 0)

    def _write(self) -> None:
        self._new.setVisible(self._new.isHidden())
        if self._new.isVisible():
            self._new.field.setFocus()


def comment_lines(shown: Shown, comment: Comment, go: Callable[[str], object] | None = None) -> QWidget:
    """Return a comment with who wrote it and what can be done: `go` leads to its place."""
    written = _("{name}, {date}").format(name=comment.by, date=shown.words.date(comment.at))
    about = words_of_a_user(written, "small")
    title = title_of(shown.session.catalogue, comment.place)
    lines = column(spacing=2)
    if go is not None:
        lines.addWidget(label(title.get(shown.language) if title else _("On the whole screening"), bold=True))
    lines.addWidget(words_of_a_user(comment.text))
    line = row(about)
    line.setStretch(0, 1)
    if go is not None and title:
        there = button(_("Go there"), partial(go, comment.place), "link")
        there.setAccessibleName(_("Go there: {text}").format(text=comment.text))
        line.addWidget(there)
    if comment.settled:
        line.addWidget(label(_("Settled"), "small"))
    else:
        line.addWidget(_settling(shown, comment))
    lines.addLayout(line)
    result = QWidget()
    result.setLayout(lines)
    return result


def _settling(shown: Shown, comment: Comment) -> QWidget:
    result = button(_("Settle"), lambda: done(lambda: shown.session.signing.settle_comment(comment.number), result))
    result.setAccessibleName(_("Settle: {text}").format(text=comment.text))
    return result
