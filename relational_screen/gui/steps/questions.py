"""Step 4: the questions of one arena, one at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.catalogue.checklist import Question
from relational_screen.gui.fields import Choice, TextField
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.steps.calculator import Calculator
from relational_screen.gui.steps.changed import ChangedPassages
from relational_screen.gui.steps.chips import menu_button
from relational_screen.gui.steps.comments import QuestionComments
from relational_screen.gui.steps.effects import EffectEditor
from relational_screen.gui.steps.suggested import SuggestedPassages
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row, scrolled
from relational_screen.screening.answers import DIRECTIONS, Answer, Direction, Effect, PassageRef
from relational_screen.screening.passages import refs_of

DIRECTIONS_OF: dict[str, tuple[Direction, ...]] = {"raises": ("raises",), "lowers": ("lowers",), "both": DIRECTIONS}


class QuestionsStep(QWidget):
    """Shows one question of an arena with its answer; details appear only for answers that need them."""

    question_shown = Signal(str)
    finished = Signal()
    can_link = Signal(bool)

    def __init__(self, shown: Shown, chosen_passage: Callable[[], str]) -> None:
        super().__init__()
        self._shown, self._chosen_passage = shown, chosen_passage
        self._questions: tuple[Question, ...] = ()
        self._number = 0
        self._effects: dict[Direction, EffectEditor] = {}
        self._worked_on: EffectEditor | None = None
        self._left_behind: dict[tuple[str, Direction], tuple[Effect, ...]] = {}
        self._where = label(size="small")
        self._jump = QComboBox()
        self._jump.setAccessibleName(_("Go to question"))
        self._jump.activated.connect(self.go)
        self._question = label(size="title", bold=True)
        self._help, self._examples = label(), label()
        for text in (self._help, self._examples):
            text.hide()
        show_help = button(_("What to look for ▸"), lambda: self._help.setVisible(self._help.isHidden()), "link")
        show_examples = button(_("Examples ▸"), lambda: self._examples.setVisible(self._examples.isHidden()), "link")
        self._links = (show_help, show_examples)
        self._tools = menu_button(_("Calculate"), self._tool_names, self.open_calculator)
        self._status = Choice(_("Answer"), self._statuses(), per_row=3)
        self._status.chosen.connect(self._choose)
        self._details = column(spacing=GRID * 2)
        self._texts: dict[str, TextField] = {}
        self.suggested = SuggestedPassages(shown, self, self._use)
        self.changed = ChangedPassages(shown)
        self.comments = QuestionComments(shown)
        about = FlowLayout()
        for link in (*self._links, self.comments.opener, self._tools):
            about.addWidget(link)
        parts = (self._help, self._examples, self.comments, self.suggested, self._status)
        card = framed(column(self._question, about, *parts))
        content = column(self.changed, card, self._details, spacing=GRID * 2)
        content.addStretch(1)
        self._area = scrolled(content)
        self._clear = button(_("&Withdraw the answer"), self._withdraw, "link")
        self._back, self._on = (
            button(_("‹ Pre&vious"), lambda: self.go(self._number - 1)),
            button(_("&Next ›"), self.go_on),
        )
        self._jump.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._jump.setMinimumContentsLength(20)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)
        head = row(self._where, self._jump)
        self.setLayout(column(head, self._area, row(self._clear, None, self._back, self._on), margin=GRID))

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self._questions[self._number]

    def show_arena(self, arena: str) -> None:
        """Show an arena at its first question without an answer."""
        self.flush()
        state, catalogue = self._shown.session.state, self._shown.session.catalogue
        self._questions = catalogue.checklist(arena).applicable(state.proposal.kind)
        unanswered = [number for number, question in enumerate(self._questions) if question.id not in state.answers]
        self._number = unanswered[0] if unanswered else 0
        self._show()

    def show_question(self, question: str) -> None:
        """Show a question by its id."""
        self.show_arena(question.partition(".")[0])
        self.go(next(number for number, item in enumerate(self._questions) if item.id == question))

    def go(self, number: int) -> None:
        """Show the question with this number in the arena, if there is one."""
        self.flush()
        if 0 <= number < len(self._questions):
            self._number = number
            self._show()

    def go_on(self) -> None:
        """Show the next question, or tell that the arena is finished."""
        self.flush()
        if self._number + 1 < len(self._questions):
            self.go(self._number + 1)
        else:
            self.finished.emit()

    def turn(self, step: int) -> None:
        """Go some questions on or back."""
        self.go(self._number + step)

    def link(self, name: str) -> None:
        """Point the effect that was worked on last, else the first one, at a passage."""
        if self._effects:
            editors = list(self._effects.values())
            (self._worked_on if self._worked_on in editors else editors[0]).link(name)

    def _use(self, name: str) -> None:
        """Accept a suggested passage: link it to the effect that is worked on, or keep it for the next one."""
        self.flush()
        self._shown.session.judge(self.question.id, name, "accepted")
        self.link(name)

    def flush(self) -> None:
        """Hand on what is being written."""
        for field in self._texts.values():
            field.flush()
        for editor in list(self._effects.values()):
            editor.flush()

    def refresh(self) -> None:
        """Show what the session holds of this question."""
        answer = self._shown.session.state.answers.get(self.question.id)
        choice = _choice_of(answer)
        if self._built_for != (self.question.id, choice):
            self._build(choice)
        self._status.choose(choice or None)
        self._clear.setEnabled(answer is not None)
        for name, field in self._texts.items():
            field.show_text(getattr(answer, name) if answer else "")
        for direction, editor in self._effects.items():
            effect = _effect_of(answer, direction)
            if effect is not None:
                editor.show_effect(effect)
        self.suggested.show_item(self.question.id, tuple(ref.label for ref in refs_of(answer)) if answer else ())
        self.changed.show_question(self.question.id)
        self.comments.show_question(self.question.id)
        self._mark_answered()
        self.can_link.emit(bool(self._effects))

    def _show(self) -> None:
        question, language = self.question, self._shown.language
        self._built_for: tuple[str, str] | None = None
        text = _("Question {number} of {count} · {arena}")
        arena = self._shown.words.arena(question.id.partition(".")[0])
        self._where.setText(text.format(number=self._number + 1, count=len(self._questions), arena=arena))
        self._question.setText(question.question.get(language))
        self._help.setText(question.help.get(language) if question.help else "")
        self._examples.setText(self._example_text(question))
        for link, content in zip(self._links, (question.help, question.example), strict=True):
            link.setVisible(content is not None)
        self._tools.setVisible(bool(self._shown.session.tools(question.id)))
        self._help.hide()
        self._examples.hide()
        self._fill_jump()
        self._back.setEnabled(self._number > 0)
        self.refresh()
        self._area.verticalScrollBar().setValue(0)
        self.question_shown.emit(question.id)

    def _example_text(self, question: Question) -> str:
        if question.example is None:
            return ""
        parts = (
            (_("Raises"), question.example.raises.get(self._shown.language)),
            (_("Lowers"), question.example.lowers.get(self._shown.language)),
        )
        return "\n".join(f"{name}: {text}" for name, text in parts)

    def _fill_jump(self) -> None:
        self._jump.clear()
        for _question in self._questions:
            self._jump.addItem("")
        self._mark_answered()
        self._jump.setCurrentIndex(self._number)

    def _mark_answered(self) -> None:
        for number, question in enumerate(self._questions):
            answer = self._shown.session.state.answers.get(question.id)
            mark = "–" if answer is None else "?" if answer.is_open else "✓"
            self._jump.setItemText(number, f"{mark} {question.title.get(self._shown.language)}")

    def _statuses(self) -> list[tuple[str, str]]:
        return [
            ("raises", _("&Raises")),
            ("lowers", _("&Lowers")),
            ("both", _("&Both ways")),
            ("no_effect", _("N&o effect")),
            ("unknown", _("&Don't know")),
            ("depends", _("D&epends on how it is carried out")),
            ("not_applicable", _("Not appl&icable")),
        ]

    def _choose(self, choice: str) -> None:
        """Take a new choice over, keeping what was written for it before, also when another was tried in between."""
        self.flush()
        before = self._shown.session.state.answers.get(self.question.id)
        if choice == _choice_of(before):
            return
        for direction in DIRECTIONS:
            if found := tuple(one for one in (before.effects if before else ()) if one.direction == direction):
                self._left_behind[self.question.id, direction] = found
        if choice in DIRECTIONS_OF:
            effects = tuple(one for direction in DIRECTIONS_OF[choice] for one in self._effects_left(direction))
            self._answer(Answer(status="effects", effects=effects))
        else:
            reason = before.reason if before else ""
            self._answer(Answer.model_validate({"status": choice, "reason": reason}))

    def _effects_left(self, direction: Direction) -> tuple[Effect, ...]:
        """Return what was said of a direction before; an answers file may hold several effects of one."""
        accepted = tuple(PassageRef(label=name) for name in self._shown.accepted(self.question.id))
        return self._left_behind.get((self.question.id, direction), (Effect(direction=direction, passages=accepted),))

    def _withdraw(self) -> None:
        self.flush()
        self._answer(None)

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember which effect is worked on, for when the focus goes to the draft."""
        for editor in self._effects.values():
            if new is not None and editor.isAncestorOf(new):
                self._worked_on = editor

    def _build(self, choice: str) -> None:
        self._built_for = (self.question.id, choice)
        clear(self._details)
        self._texts, self._effects = {}, {}
        for direction in DIRECTIONS_OF.get(choice, ()):
            editor = EffectEditor(self._shown, self.question, direction, self._chosen_passage, self._set_effect)
            self._effects[direction] = editor
            self._details.addWidget(editor)
        fields = {"depends": ("depends_on", "decided_by", "reason")}.get(choice, ("reason",))
        if choice and choice not in DIRECTIONS_OF:
            self._details.addWidget(self._text_form(fields))

    def _text_form(self, fields: tuple[str, ...]) -> QWidget:
        names = {"reason": _("Because"), "depends_on": _("Depends on"), "decided_by": _("Who decides it")}
        form = QFormLayout()
        form.setSpacing(GRID)
        for name in fields:
            field = TextField(names[name], lines=2)
            field.written.connect(lambda text, name=name: self._write(name, text))
            self._texts[name] = field
            form.addRow(names[name], field)
        return framed(form)

    def open_calculator(self, name: str) -> None:
        """Open one of the question's calculators, and put its sentence into the reason when asked to."""
        tool = next(tool for tool in self._shown.session.tools(self.question.id) if tool.id == name)
        answer = self._shown.session.state.answers.get(self.question.id)
        calculator = Calculator(self._shown, tool, can_insert=answer is not None, parent=self)
        if calculator.exec():
            self._add_reason(calculator.sentence)

    def _tool_names(self) -> list[tuple[str, str]]:
        tools = self._shown.session.tools(self.question.id)
        return [(tool.id, tool.title.get(self._shown.language)) for tool in tools]

    def _add_reason(self, sentence: str) -> None:
        editor = self._worked_on if self._worked_on in self._effects.values() else None
        editor = editor or next(iter(self._effects.values()), None)
        answer = self._shown.session.state.answers.get(self.question.id)
        if editor is not None:
            editor.add_reason(sentence)
        elif answer is not None:
            self._write("reason", f"{answer.reason} {sentence}".strip())

    def _write(self, name: str, text: str) -> None:
        answer = self._shown.session.state.answers.get(self.question.id)
        if answer is not None:
            self._answer(answer.model_copy(update={name: text}))

    def _set_effect(self, effect: Effect) -> None:
        answer = self._shown.session.state.answers.get(self.question.id)
        before = answer.effects if answer else ()
        number = next(place for place, item in enumerate(before) if item.direction == effect.direction)
        self._answer(Answer(status="effects", effects=(*before[:number], effect, *before[number + 1 :])))

    def _answer(self, answer: Answer | None) -> None:
        self._shown.session.answer(self.question.id, answer)


def _choice_of(answer: Answer | None) -> str:
    """Return which of the choices an answer is; an empty text for none."""
    if answer is None:
        return ""
    if answer.status != "effects":
        return answer.status
    directions = {effect.direction for effect in answer.effects}
    return "both" if len(directions) > 1 else next(iter(directions), "")


def _effect_of(answer: Answer | None, direction: Direction) -> Effect | None:
    """Return the first effect of a direction."""
    return next((effect for effect in (answer.effects if answer else ()) if effect.direction == direction), None)
