"""One effect: how much, for whom, how long, why, where in the draft, and what is done about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.catalogue.checklist import Question
from relational_screen.gui.fields import Choice, TextField
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.steps.chips import Chips, menu_button
from relational_screen.gui.steps.measures import MeasureEditor, scale_values
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, shown_name
from relational_screen.screening.answers import Direction, Effect, Measure, PassageRef


class EffectEditor(QWidget):
    """Edits one effect; tells with the whole new effect."""

    def __init__(
        self,
        shown: Shown,
        question: Question,
        direction: Direction,
        chosen_passage: Callable[[], str],
        changed: Callable[[Effect], object],
    ) -> None:
        super().__init__()
        self._shown, self._question, self._chosen_passage, self._changed = shown, question, chosen_passage, changed
        self._effect = Effect(direction=direction)
        self._scales = {
            name: Choice(f"{self._told(direction)}, {text}", scale_values(shown, name))
            for name, text in self._names().items()
        }
        for name, choice in self._scales.items():
            choice.chosen.connect(lambda value, name=name: self._update(**{name: value}))
        self._reason = TextField(f"{self._told(direction)}, {_('Because')}")
        self._reason.written.connect(lambda text: self._update(reason=text))
        self._groups = Chips(
            _("Groups"), self._drop_group, menu_button(_("+ Group"), self._other_groups, self._add_group)
        )
        self._passages = Chips(_("Passages"), self._unlink, button(_("+ Chosen passage"), self._link_chosen))
        self.setLayout(column(framed(self._form(direction))))

    def show_effect(self, effect: Effect) -> None:
        """Show an effect."""
        before, self._effect = len(self._effect.measures), effect
        for name, choice in self._scales.items():
            choice.choose(getattr(effect, name))
        self._reason.show_text(effect.reason)
        self._groups.show_items([(group, self._shown.words.group(group)) for group in effect.groups])
        self._passages.show_items([(ref.label, ref.label) for ref in effect.passages])
        if before != len(effect.measures) or len(self._measures) != len(effect.measures):
            self._build_measures(len(effect.measures))
        for editor, measure in zip(self._measures, effect.measures, strict=True):
            editor.show_measure(measure)

    def link(self, name: str) -> None:
        """Point at a passage of the draft."""
        if name and name not in [ref.label for ref in self._effect.passages]:
            self._update(passages=(*self._effect.passages, PassageRef(label=name)))

    def add_reason(self, sentence: str) -> None:
        """Add a sentence to the reason."""
        self._update(reason=f"{self._reason.toPlainText()} {sentence}".strip())

    def flush(self) -> None:
        """Hand on what is being written."""
        self._reason.flush()
        for editor in self._measures:
            editor.flush()

    def _names(self) -> dict[str, str]:
        return {
            "strength": _("How much"),
            "reach": _("How many"),
            "duration": _("How long"),
            "basis": _("Known from"),
        }

    def _told(self, direction: Direction) -> str:
        return shown_name(self._shown.words.label("direction", direction))

    def _form(self, direction: Direction) -> QVBoxLayout:
        words = self._shown.words
        title = label(self._told(direction), "title", bold=True)
        phrase = words.get("effect-first", phrase=words.phrase(self._question, direction), where="")
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in ("strength", "reach", "duration"):
            form.addRow(self._names()[name], self._scales[name])
        form.addRow(_("Groups"), self._groups)
        form.addRow(_("Because"), self._reason)
        form.addRow(self._names()["basis"], self._scales["basis"])
        form.addRow(_("Passages"), self._passages)
        self._measures: list[MeasureEditor] = []
        self._measure_column = column()
        result = column(title, label(_("In the note: {sentence}").format(sentence=phrase), "small"), form)
        if direction == "lowers":
            result.addLayout(self._measure_column)
            adding = FlowLayout(spacing=GRID)
            for one in (self._suggestions(), self._others(), button(_("+ Measure of your own"), self._add_measure)):
                adding.addWidget(one)
            result.addLayout(adding)
        return result

    def _suggestions(self) -> QWidget:
        text = _("+ Suggested measure ({count})").format(count=len(self._question.remedies))
        return button(text, self._choose_remedy)

    def _choose_remedy(self) -> None:
        """Let the user choose among the question's remedies, knowing what each is."""
        from relational_screen.gui.steps.remedy_choice import RemedyChoice

        choice = RemedyChoice(self._shown, self._question.remedies, self)
        if choice.exec():
            self._add_remedy(choice.chosen)

    def _others(self) -> QWidget:
        return menu_button(_("+ Another measure"), self._other_remedies, self._add_remedy)

    def _other_remedies(self) -> Sequence[tuple[str, str]]:
        """Return the measures of the catalogue that are not suggested for this question."""
        catalogue, suggested = self._shown.session.catalogue, self._question.remedies
        others = [remedy for remedy in catalogue.remedies if remedy.id not in suggested]
        return [(remedy.id, remedy.title.get(self._shown.language)) for remedy in others]

    def _build_measures(self, count: int) -> None:
        clear(self._measure_column)
        self._measures = [
            MeasureEditor(
                self._shown,
                _("Measure {number}").format(number=number + 1),
                self._chosen_passage,
                partial(self._set_measure, number),
            )
            for number in range(count)
        ]
        for editor in self._measures:
            self._measure_column.addWidget(editor)

    def _set_measure(self, number: int, measure: Measure | None) -> None:
        measures = list(self._effect.measures)
        measures[number : number + 1] = [measure] if measure else []
        self._update(measures=tuple(measures))

    def _add_measure(self) -> None:
        self._update(measures=(*self._effect.measures, Measure(status="idea")))

    def _add_remedy(self, name: str) -> None:
        text = self._shown.session.catalogue.remedy(name).text.get(self._shown.language)
        self._update(measures=(*self._effect.measures, Measure(status="idea", text=text, remedy=name)))

    def _other_groups(self) -> Sequence[tuple[str, str]]:
        """Return the groups that can be added: those chosen for the proposal first, then the question's, then all."""
        catalogue, chosen = self._shown.session.catalogue, self._shown.session.state.groups
        ids = [*chosen, *self._question.groups, *(group.id for group in catalogue.groups)]
        rest = [name for name in dict.fromkeys(ids) if name not in self._effect.groups]
        return [(name, self._shown.words.group(name)) for name in rest]

    def _add_group(self, name: str) -> None:
        self._update(groups=(*self._effect.groups, name))

    def _drop_group(self, name: str) -> None:
        self._update(groups=tuple(group for group in self._effect.groups if group != name))

    def _link_chosen(self) -> None:
        self.link(self._chosen_passage())

    def _unlink(self, name: str) -> None:
        self._update(passages=tuple(ref for ref in self._effect.passages if ref.label != name))

    def _update(self, **fields: object) -> None:
        """Tell of the effect with some fields changed, together with what is being written."""
        if "reason" not in fields:
            self.flush()
        self._changed(Effect.model_validate({**self._effect.model_dump(), **fields}))
