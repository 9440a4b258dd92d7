"""One screening: steps on the left, the page in the middle, the draft on the right, the result below."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QStackedWidget, QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.app.session import Session
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft
from relational_screen.errors import ScreenError
from relational_screen.gui.bridge import Bridge
from relational_screen.gui.draft_pane import DraftPane
from relational_screen.gui.failures import show_error
from relational_screen.gui.preview import NotePreview
from relational_screen.gui.reading import read_in_background
from relational_screen.gui.result_bar import ResultBar
from relational_screen.gui.short import ShortLabel, literal
from relational_screen.gui.steps.groups import GroupsStep
from relational_screen.gui.steps.note import NoteStep
from relational_screen.gui.steps.proposal import ProposalStep
from relational_screen.gui.steps.questions import QuestionsStep
from relational_screen.gui.steps.relevance import RelevanceStep
from relational_screen.gui.steps.review import ReviewStep
from relational_screen.gui.steps.signing import SigningStep
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import button, column, label, row

STEP = Qt.ItemDataRole.UserRole
PLACES = {"proposal_changed": "proposal", "group_set": "groups", "group_removed": "groups"}
WITHOUT_DRAFT = ("groups", "review", "signing", "note")


class Step(Protocol):
    """A page that shows what the session holds; most also hand on what is being written."""

    def refresh(self) -> None:
        """Show it now."""


class ScreeningPage(QWidget):
    """Leads through a screening; every step can be reached at any time."""

    left = Signal()
    compare_asked = Signal()
    bundle_asked = Signal()
    blind_asked = Signal(str)
    screening_asked = Signal(str)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self.session = session
        self._shown = Shown(session, language)
        self._folded = self._previewing = False
        self._bridge = Bridge(session)
        self._bridge.changed.connect(self._on_change)
        self.draft_pane = DraftPane()
        self.draft_pane.show_draft(session.draft)
        self.proposal, self.relevance = ProposalStep(self._shown), RelevanceStep(self._shown)
        self.groups = GroupsStep(self._shown)
        self.questions = QuestionsStep(self._shown, self.draft_pane.chosen_label)
        self.review, self.signing, self.note = ReviewStep(self._shown), SigningStep(self._shown), NoteStep(self._shown)
        self._steps: dict[str, Step] = {
            "proposal": self.proposal,
            "relevance": self.relevance,
            "groups": self.groups,
            "review": self.review,
            "signing": self.signing,
            "note": self.note,
        }
        self._stack = QStackedWidget()
        for page in (self.proposal, self.relevance, self.groups, self.review, self.signing, self.note, self.questions):
            self._stack.addWidget(page)
        self.preview = NotePreview(self._shown)
        self._result = ResultBar()
        self._list = QListWidget()
        self._build()
        self._connect()
        self.go("proposal")

    @property
    def shown(self) -> Shown:
        """The session in the words of the page's language."""
        return self._shown

    @property
    def step(self) -> str:
        """The step that is shown: its name, or an arena's id."""
        return str(self._list.currentItem().data(STEP)) if self._list.currentItem() else ""

    def go(self, place: str) -> None:
        """Show a step, an arena, a gate or a question by its name."""
        arena = place.partition(".")[0]
        if "." in place and ".gate-" not in place:
            if self._choose(arena) and place != self.questions.question.id:
                self.questions.show_question(place)
        else:
            self._choose({"draft": "proposal"}.get(place, "relevance" if ".gate-" in place else place))

    def attach(self, path: Path) -> None:
        """Read a draft off the GUI thread and attach it."""
        self._saved.setText(_("Reading {name} …").format(name=path.name))
        read_in_background(self, path, self._attach, self._not_read, self._refresh)

    def _attach(self, draft: Draft) -> None:
        self.session.attach_draft(draft)
        if len(self.session.state.drafts) > 1:
            self.go("proposal")

    def close_session(self) -> None:
        """Hand on what is being written and stop listening."""
        try:
            self.flush()
        finally:
            self._bridge.close()

    def flush(self) -> None:
        """Hand on what is being written, so that it is saved."""
        for page in (self.proposal, self.relevance, self.groups, self.questions):
            page.flush()

    def _build(self) -> None:
        self._title = ShortLabel("title", bold=True)
        self._saved = label(size="small")
        self._saved.setWordWrap(False)
        self._undo, self._redo = button(_("Undo"), self._undo_change), button(_("Redo"), self._redo_change)
        self._fold = button(_("Hide the draft"), self._fold_draft)
        self._swap = button(_("Show the note"), self._swap_sides)
        head = row(
            button(_("‹ Screenings"), self.left.emit),
            self._title,
            self._saved,
            self._undo,
            self._redo,
            self._swap,
            self._fold,
        )
        head.setStretch(1, 1)
        self._list.setAccessibleName(_("Steps"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._left = label(size="small")
        steps = QWidget()
        steps.setLayout(column(label(_("Steps"), "title", bold=True), self._list, self._left))
        steps.setFixedWidth(GRID * 23)
        self._onward = button("", self._next_step)
        foot, page = QWidget(), QWidget()
        foot.setLayout(row(None, self._onward))
        for limited in (self.proposal, self.relevance, self.groups, self.questions, self.signing, foot):
            limited.setMaximumWidth(READABLE + GRID * 3)
        page.setLayout(column(self._stack, foot))
        middle = QSplitter(Qt.Orientation.Horizontal)
        for part in (page, self.draft_pane, self.preview):
            middle.addWidget(part)
        middle.setSizes([620, 370, 370])
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setStretchFactor(2, 2)
        middle.setChildrenCollapsible(False)
        work = row(steps, middle)
        work.setStretch(1, 1)
        lines = column(head, work, self._result, margin=GRID * 2)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(lambda _new, _old: self._show_step())
        self.proposal.draft_chosen.connect(self.attach)
        self.relevance.passage_asked.connect(self.draft_pane.show_passage)
        self.questions.question_shown.connect(lambda _question: self._mark_passages(scroll=True))
        self.questions.suggested.passage_asked.connect(self.draft_pane.show_passage)
        self.proposal.question_asked.connect(self.go)
        self.questions.finished.connect(self._next_step)
        self.note.compare_asked.connect(self.compare_asked)
        self.note.bundle_asked.connect(self.bundle_asked)
        self.review.place_asked.connect(self.go)
        self.signing.place_asked.connect(self.go)
        self.signing.blind_asked.connect(self.blind_asked)
        self.signing.screening_asked.connect(self.screening_asked)
        self.draft_pane.linked.connect(self._link)
        self.questions.can_link.connect(self.draft_pane.allow_linking)
        keys = (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo_change),
            (QKeySequence("Ctrl+Shift+Z"), self._redo_change),
            (QKeySequence("Ctrl+Y"), self._redo_change),
            (QKeySequence("Alt+Left"), lambda: self._turn(-1)),
            (QKeySequence("Alt+Right"), lambda: self._turn(1)),
            (QKeySequence("Ctrl+L"), self.draft_pane.search),
            (QKeySequence("Ctrl+K"), self.draft_pane.link_chosen),
            (QKeySequence("F6"), self._next_pane),
        )
        for key, act in keys:
            QShortcut(key, self, act)

    def _on_change(self, change: str) -> None:
        if change == "draft":
            self.draft_pane.show_draft(self.session.draft)
            self._show_draft_where_it_helps()
        self._refresh()

    def _refresh(self) -> None:
        self._fill_list()
        # while a step is left, what was written there is saved before the next one is shown
        questions = self._stack.currentWidget() is self.questions
        (*self._steps.values(), self.questions)[self._stack.currentIndex()].refresh()
        self.proposal.refresh()  # its fields are saved when it is left, so they may never hold what was undone
        if questions:
            self._mark_passages(scroll=False)
        proposal = self.session.state.proposal
        self._title.show_text(proposal.title or _("Untitled proposal"))
        moment = datetime.fromisoformat(self.session.events[-1].at).astimezone()
        self._saved.setText(_("saved at {time}").format(time=moment.strftime(_("%H:%M"))))
        history = self.session.history
        self._undo.setEnabled(bool(history.to_undo))
        self._redo.setEnabled(bool(history.to_redo))
        following = self._list.item(self._list.currentRow() + 1)
        self._onward.setVisible(not questions and following is not None)
        if following is not None:
            self._onward.setText(_("Next: {step} ›").format(step=literal(_name_of(following.text()))))
        self._result.setVisible(questions)
        self._result.show_result(self._shown, self.step)
        self.preview.refresh()

    def _fill_list(self) -> None:
        """Write the steps anew where they differ, keeping the chosen one."""
        lines = self._lines()
        current = self.step
        keys = [key for key, _text in lines]
        if keys != [self._list.item(number).data(STEP) for number in range(self._list.count())]:
            self._list.blockSignals(True)
            self._list.clear()
            for key in keys:
                item = QListWidgetItem()
                item.setData(STEP, key)
                self._list.addItem(item)
            self._list.setCurrentRow(keys.index(current) if current in keys else -1)
            self._list.blockSignals(False)
        for number, (_key, text) in enumerate(lines):
            self._list.item(number).setText(text)
        self._left.setText(_("Left: about {minutes} min").format(minutes=self._shown.minutes_left()))

    def _lines(self) -> list[tuple[str, str]]:
        state = self.session.state
        kind, checklists = state.proposal.kind, self.session.catalogue.checklists
        all_gates = sum(len(checklist.applicable_gates(kind)) for checklist in checklists)
        gates = self._shown.gates_left()
        done = {"proposal": bool(state.proposal.title), "relevance": not gates, "groups": bool(state.groups)}
        names = {"proposal": _("The proposal"), "relevance": _("Relevance"), "groups": _("Groups")}
        count = _("{answered} of {asked}")
        told = {"relevance": count.format(answered=all_gates - gates, asked=all_gates)} if gates else {}
        lines = [(key, _step_text("✓" if done[key] else "–", names[key], told.get(key, ""))) for key in names]
        for arena, name, progress in self._shown.arenas():
            mark = "–" if progress.not_examined else "?" if progress.undecided else "✓"
            answered = count.format(answered=progress.asked - progress.not_examined, asked=progress.asked)
            undecided = ngettext(", {count} open", ", {count} open", progress.undecided) if progress.undecided else ""
            undecided = undecided.format(count=progress.undecided)
            lines.append((arena, _step_text(mark, name, answered + undecided)))
        comments = len(state.open_comments)
        left = ngettext("{count} open comment", "{count} open comments", comments).format(count=comments)
        signing = _step_text("✓" if state.signed_off else "  ", _("Reading and sign-off"), left if comments else "")
        return [*lines, ("review", "   " + _("Review")), ("signing", signing), ("note", "   " + _("Note"))]

    def _index(self, step: str) -> int:
        """Return where a step's page lies in the stack; all arenas share the last one."""
        names = list(self._steps)
        return names.index(step) if step in names else len(names)

    def _choose(self, key: str) -> bool:
        """Show a step, and return whether it is among those of this screening."""
        self._fill_list()
        numbers = [number for number in range(self._list.count()) if self._list.item(number).data(STEP) == key]
        for number in numbers:
            self._list.setCurrentRow(number)
        return bool(numbers)

    def _show_step(self) -> None:
        self.flush()
        if self.step in self._steps:
            self.draft_pane.mark({})
            self.draft_pane.allow_linking(False)
        else:
            self.questions.show_arena(self.step)
        self._stack.setCurrentIndex(self._index(self.step))
        self._show_draft_where_it_helps()
        self._refresh()

    def _mark_passages(self, *, scroll: bool) -> None:
        question = self.questions.question.id
        marks = {name: _("suggested") for name, _words in self._shown.found(question)}
        answer = self.session.state.answers.get(question)
        linked = [ref.label for effect in (answer.effects if answer else ()) for ref in effect.passages]
        marks = {**{name: _("linked") for name in linked}, **{k: v for k, v in marks.items() if k not in linked}}
        self.draft_pane.mark(marks, scroll=scroll)

    def _next_step(self) -> None:
        self._list.setCurrentRow(self._list.currentRow() + 1)

    def _turn(self, step: int) -> None:
        if self._stack.currentWidget() is self.questions:
            self.questions.turn(step)

    def _undo_change(self) -> None:
        self.flush()
        undo = self.session.history.to_undo
        self.session.undo()
        self._show_place_of(undo)

    def _redo_change(self) -> None:
        self.flush()
        redo = self.session.history.to_redo
        self.session.redo()
        self._show_place_of(redo)

    def _show_place_of(self, changes: list[int]) -> None:
        """Go to where the last of some changes, given by their numbers, is seen."""
        if changes:
            event = self.session.events[changes[-1] - 1]
            place = event.data.get("question") or event.data.get("item") or PLACES.get(event.type, "relevance")
            self.go(str(place))

    def _link(self, name: str) -> None:
        if self._stack.currentWidget() is self.questions:
            self.questions.link(name)

    def _fold_draft(self) -> None:
        self._folded = not self._folded
        self._fold.setText(_("Show the draft") if self._folded else _("Hide the draft"))
        self._show_draft_where_it_helps()

    def _swap_sides(self) -> None:
        """Show the note beside the answers instead of the draft, or the draft again."""
        self._previewing = not self._previewing
        self._swap.setText(_("Hide the note") if self._previewing else _("Show the note"))
        self._show_draft_where_it_helps()

    def _show_draft_where_it_helps(self) -> None:
        """Show the draft beside steps that are answered from it, unless the user has folded it or looks at the note."""
        beside = self.step not in WITHOUT_DRAFT
        helps = beside and self.session.draft is not None and not self._previewing
        self._swap.setVisible(beside)
        self._fold.setVisible(helps)
        self.draft_pane.setVisible(helps and not self._folded)
        self.preview.setVisible(beside and self._previewing)

    def _next_pane(self) -> None:
        panes = [pane for pane in (self._list, self._stack, self.draft_pane, self.preview) if pane.isVisible()]
        focus = self.focusWidget()
        inside = (number for number, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus)))
        _focus_first(panes[(next(inside, -1) + 1) % len(panes)])

    def _not_read(self, error: ScreenError) -> None:
        self._refresh()
        show_error(error, self)


def _step_text(mark: str, name: str, count: str) -> str:
    return f"{mark} {name}\n     {count}" if count else f"{mark} {name}"


def _name_of(step_text: str) -> str:
    """Return a step's name without its mark and count."""
    return step_text.partition("\n")[0].lstrip(" ✓–?")


def _focus_first(pane: QWidget) -> None:
    """Put the focus on the first thing in a pane that takes it."""
    candidates = [pane, *pane.findChildren(QWidget)]
    takes = (
        one for one in candidates if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    )
    first = next(takes, None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
