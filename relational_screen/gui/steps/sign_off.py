"""The sign-off: given once nothing speaks against it, and taken back with a reason."""

from functools import partial

from PySide6.QtWidgets import QFormLayout, QWidget

from relational_screen.app.language import _, language_in_use
from relational_screen.app.shown import Shown
from relational_screen.gui.day_field import DayField
from relational_screen.gui.fields import LineField, TextField
from relational_screen.gui.steps.acting import allow, done, forbidden, words_of_a_user
from relational_screen.gui.steps.expected import Expected, expected
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row
from relational_screen.screening.note.forms import form_of
from relational_screen.screening.signing import Indicator
from relational_screen.screening.signing_laws import check_sign_off


class SignOffCard(QWidget):
    """Signs off with a day for the follow-up and what will show the strong effects; afterwards it reopens."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._fields: dict[tuple[str, int], LineField] = {}
        self._strong: list[Expected] = []
        self._signing, self._reopening = QWidget(), QWidget()
        self._lay_out_signing()
        self._lay_out_reopening()
        self.setLayout(column(framed(column(self._signing, self._reopening))))

    def refresh(self) -> None:
        """Show what the session holds."""
        session = self._shown.session
        self._signing.setVisible(not session.state.signed_off)
        self._reopening.setVisible(session.state.signed_off)
        if session.state.signed_off:
            return
        self._show_indicators()
        form = form_of(session.state.proposal.kind)
        laws = (partial(check_sign_off, session.state, ()), partial(session.note_work, form, language_in_use()))
        allow((self._sign,), self._why_not, forbidden(*laws))

    def _lay_out_signing(self) -> None:
        self._date = DayField(self._shown.language, _("To be followed up on"))
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(_("To be followed up on"), self._date)
        self._indicators = column()
        self._folded = QWidget()
        self._folded.setLayout(self._indicators)
        self._folded.hide()
        self._opener = button("", lambda: self._folded.setVisible(self._folded.isHidden()), "link")
        self._why_not = words_of_a_user()
        self._sign = button(_("Sign off"), self._sign_off)
        lines = (form, row(self._opener, None), self._folded, self._why_not, row(self._sign, None))
        self._signing.setLayout(column(label(_("Sign-off"), "title", bold=True), *lines))

    def _lay_out_reopening(self) -> None:
        self._reason = TextField(_("Why it is opened again"), lines=2)
        title = label(_("Open it again"), "title", bold=True)
        about = label(_("Reopening takes the sign-off back; write why. The reason is kept with the screening."))
        self._reopening.setLayout(column(title, about, self._reason, row(button(_("Reopen"), self._reopen), None)))

    def _show_indicators(self) -> None:
        """Build a field for each strong effect; what was written stays, and what an earlier sign-off named returns."""
        state = self._shown.session.state
        strong = [one for one in expected(state, self._shown.session.catalogue) if one.is_strong]
        if strong == self._strong:
            return
        earlier = {
            (one.question, one.effect): one.text for one in (state.sign_off.indicators if state.sign_off else ())
        }
        texts = {**earlier, **{key: field.text() for key, field in self._fields.items()}}
        self._strong, self._fields = strong, {}
        clear(self._indicators)
        self._indicators.addWidget(label(_("What will show whether the effect came? Each may be left empty."), "small"))
        for one in strong:
            field = self._fields[one.key] = LineField(texts.get(one.key, ""))
            field.setAccessibleName(_("What will show it: {effect}").format(effect=one.told(self._shown)))
            self._indicators.addWidget(label(one.told(self._shown), "small"))
            self._indicators.addWidget(field)
        self._opener.setText(_("What will show the strong effects: {count} ▸").format(count=len(strong)))
        self._opener.setVisible(bool(strong))

    def _sign_off(self) -> None:
        given = [(key, field.text().strip()) for key, field in self._fields.items()]
        indicators = [Indicator(question=key[0], effect=key[1], text=text) for key, text in given if text]
        done(lambda: self._shown.session.signing.sign_off(self._date.day(), indicators), self)

    def _reopen(self) -> None:
        reason = self._reason.toPlainText()
        if done(lambda: self._shown.session.signing.reopen(reason), self):
            self._reason.clear()
