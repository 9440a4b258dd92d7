"""The follow-up of what was signed off: for each expected effect, what came."""

from typing import cast, get_args

from PySide6.QtWidgets import QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.gui.fields import Choice, LineField, TextField
from relational_screen.gui.steps.acting import done, words_of_a_user
from relational_screen.gui.steps.expected import Expected, expected
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row, shown_name
from relational_screen.screening.note.full_follow_up import came_in_words
from relational_screen.screening.signing import Came, FollowUp, Outcome, SignOff
from relational_screen.screening.state import State
from relational_screen.screening.titles import title_of


class OutcomeEditor(QWidget):
    """What was expected of one effect, and beside it what came."""

    def __init__(self, shown: Shown, effect: Expected, indicator: str) -> None:
        super().__init__()
        self._effect = effect
        name = effect.told(shown)
        self._came = Choice(name, [(came, shown_name(came_in_words(shown.words, came))) for came in get_args(Came)])
        self._text = LineField()
        self._text.setAccessibleName(_("What came of it: {effect}").format(effect=name))
        self._text.setPlaceholderText(_("What came of it"))
        lines = column(label(_("Expected: {effect}").format(effect=name)), spacing=GRID // 2)
        if indicator:
            lines.addWidget(words_of_a_user(_("What will show it: {effect}").format(effect=indicator), "small"))
        lines.addWidget(self._came)
        lines.addWidget(self._text)
        self.setLayout(lines)

    def outcome(self) -> Outcome | None:
        """Return what came, once it is chosen."""
        if not self._came.value():
            return None
        question, number = self._effect.key
        came, text = cast(Came, self._came.value()), self._text.text()
        direction = self._effect.effect.direction
        return Outcome(question=question, effect=number, direction=direction, came=came, text=text)


class FollowUpCard(QWidget):
    """Earlier follow-ups, and the fields for a new one, folded until they are wanted."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._built_for: SignOff | None = None
        self._showing: tuple[FollowUp, ...] = ()
        self._editors: list[OutcomeEditor] = []
        self._past, self._strong, self._others = column(), column(spacing=GRID * 2), column(spacing=GRID * 2)
        self._rest, self._new = QWidget(), QWidget()
        self._rest.setLayout(self._others)
        self._rest_opener = button("", lambda: self._rest.setVisible(self._rest.isHidden()), "link")
        self._text = TextField(_("What came on the whole"), lines=3)
        save = button(_("Save the follow-up"), self._save)
        whole = label(_("What came on the whole"))
        parts = (self._strong, row(self._rest_opener, None), self._rest, whole, self._text, row(save, None))
        self._new.setLayout(column(*parts))
        self._new.hide()
        opener = button(_("Write a follow-up ▸"), lambda: self._new.setVisible(self._new.isHidden()), "link")
        title = label(_("Follow-up"), "title", bold=True)
        self.setLayout(column(framed(column(title, self._past, row(opener, None), self._new))))

    def refresh(self) -> None:
        """Show what the session holds; nothing before there was a sign-off."""
        state = self._shown.session.state
        self.setVisible(state.sign_off is not None)
        signed = self._shown.session.signing.as_signed() if state.sign_off != self._built_for else None
        if state.sign_off is not None and signed is not None:
            self._built_for = state.sign_off
            self._build(signed, state.sign_off)
        if state.follow_ups != self._showing:
            self._showing = state.follow_ups
            clear(self._past)
            for one in state.follow_ups:
                self._past.addWidget(self._told(one))

    def _build(self, signed: State, sign_off: SignOff) -> None:
        """Build an editor for each effect that was expected, those that are not strong folded."""
        indicators = {(one.question, one.effect): one.text for one in sign_off.indicators}
        self._editors = []
        for layout in (self._strong, self._others):
            clear(layout)
        for effect in expected(signed, self._shown.session.catalogue):
            editor = OutcomeEditor(self._shown, effect, indicators.get(effect.key, ""))
            self._editors.append(editor)
            (self._strong if effect.is_strong else self._others).addWidget(editor)
        self._rest.hide()
        self._rest_opener.setText(_("Other effects: {count} ▸").format(count=self._others.count()))
        self._rest_opener.setVisible(self._others.count() > 0)

    def _told(self, one: FollowUp) -> QWidget:
        words = self._shown.words
        lines = [_("{name}, {date}").format(name=one.by, date=words.date(one.at)), *([one.text] if one.text else [])]
        for outcome in one.outcomes:
            title = title_of(self._shown.session.catalogue, outcome.question)
            told = _("{title}: expected {direction}, came {came}. {text}").format(
                title=title.get(self._shown.language) if title else outcome.question,
                direction=words.label("direction", outcome.direction),
                came=came_in_words(words, outcome.came),
                text=outcome.text,
            )
            lines.append(told.strip())
        return words_of_a_user("\n".join(lines))

    def _save(self) -> None:
        outcomes = [outcome for editor in self._editors if (outcome := editor.outcome())]
        text = self._text.toPlainText()
        if done(lambda: self._shown.session.signing.follow_up(text, outcomes), self):
            self._text.clear()
            self._new.hide()
            self._built_for = None
            self.refresh()
