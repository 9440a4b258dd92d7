"""The main job, from the draft to the note, through the window alone; the answers are those of the worked files."""

from pathlib import Path

import pytest
from docx import Document
from pypdfium2 import PdfDocument
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit

from relational_screen.app.application import Application
from relational_screen.app.files import note_text
from relational_screen.app.session import Session
from relational_screen.app.telling import Telling
from relational_screen.gui.steps.effects import EffectEditor
from relational_screen.gui.steps.measures import MeasureEditor
from relational_screen.screening.answer_file import AnswerFile, AnswerLine, read_answers
from relational_screen.screening.answers import Effect, Measure
from tests.gui.hands import Hands, named, visible

DATA = Path(__file__).parent.parent / "data"
CASES = (
    "2015-528_bolig_aendr_kollektive_bofaellesskaber",
    "2011-627_social_aendr_besoegsrestriktioner",
)
CHOICES = {
    "no_effect": "No effect",
    "unknown": "Don't know",
    "depends": "Depends on how it is carried out",
    "not_applicable": "Not applicable",
    "both": "Both ways",
    "raises": "Raises",
    "lowers": "Lowers",
}
ROWS = {"strength": "How much", "reach": "How many", "duration": "How long", "basis": "Known from"}
FIELDS = {"reason": "Because", "depends_on": "Depends on", "decided_by": "Who decides it"}


class Answering(Hands):
    """A user who has the answers before them."""

    def word(self, scale: str, value: str) -> str:
        return self.session.catalogue.method.label(scale, value, "en")

    def fill_proposal(self, fields: dict[str, str]) -> None:
        page = self.page.proposal
        for name, key in (("Title", "title"), ("Authority", "authority"), ("Responsible official", "responsible")):
            self.write(named(QLineEdit, page, name), fields[key])
        stage = named(QComboBox, page, "Stage")
        while stage.currentData() != fields["stage"]:
            self.key(Qt.Key.Key_Down, to=stage)
        named(QDateEdit, page, "Date of the proposal").setDate(QDate.fromString(fields["date"], "yyyy-MM-dd"))

    def answer_gates(self, given: AnswerFile) -> None:
        for line in given.gates:
            question = self.session.catalogue.gate(line.id).question.en
            self.choose(question, self.word("gate", line.answer).capitalize())

    def choose_groups(self, given: AnswerFile) -> None:
        for line in given.groups:
            group = self.session.catalogue.group(line.id)
            name = group.label.en[0].upper() + group.label.en[1:]
            self.click(named(QCheckBox, self.page, f"{name} (elevated risk)" if group.elevated else name))
            for field, number in (("At least", line.low), ("At most", line.high)):
                if number is not None:
                    self.write(named(QLineEdit, self.page, f"{field}, {group.label.en}"), str(number))

    def answer(self, line: AnswerLine) -> None:
        self.go(line.question)
        directions = [effect.direction for effect in line.effects]
        choice = line.status if line.status != "effects" else "both" if len(directions) > 1 else directions[0]
        self.choose("Answer", CHOICES[choice])
        for editor, effect in zip(visible(EffectEditor, self.page), line.effects, strict=True):
            self.describe(effect, editor)
        for name, field in FIELDS.items():
            if line.status != "effects" and getattr(line, name):
                self.write(named(QPlainTextEdit, self.page, field), getattr(line, name))

    def describe(self, effect: Effect, editor: EffectEditor) -> None:
        side = CHOICES[effect.direction]
        for name, row in ROWS.items():
            self.choose(f"{side}, {row}", self.word(name, getattr(effect, name)))
        self.write(named(QPlainTextEdit, self.page, f"{side}, Because"), effect.reason)
        for group in effect.groups:
            self.pick("+ Group", self.session.catalogue.group(group).label.en, editor)
        for passage in effect.passages:
            self.link(passage.label)
        for measure in effect.measures:
            self.add_measure(measure)

    def add_measure(self, measure: Measure) -> None:
        if measure.remedy:
            self.choose_remedy(measure.remedy)
        else:
            self.press("+ Measure of your own")
        editors = visible(MeasureEditor, self.page)
        editor, name = editors[-1], f"Measure {len(editors)}"
        self.write(named(QPlainTextEdit, editor, f"{name}, What is done"), measure.text)
        for passage in measure.passages:
            self.page.draft_pane.show_passage(passage.label)
            self.press("+ Chosen passage", editor)
        self.choose(f"{name}, Status", self.word("measure", "in_draft"), editor)
        left = {name: getattr(measure.residual, name) for name in ("strength", "reach", "duration")}
        for scale, value in left.items():
            if value:
                self.choose(f"{name}, {ROWS[scale]}", self.word(scale, value), editor)
        self.choose(f"{name}, Status", self.word("measure", measure.status), editor)


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def note_of(session: Session) -> str:
    """Return the note's text without the marks of this one screening."""
    text = note_text(session.note("bill", "en"))
    return text.replace(session.id, "").replace(session.state.content_hash[:12], "")


def read_docx(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def read_pdf(path: Path) -> str:
    document = PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_a_real_draft_is_screened_through_the_window_as_the_command_line_does_it(
    hands: Hands, case: str, shared_drafts: Path, tmp_path: Path
) -> None:
    user = Answering(hands.qtbot, hands.window)
    user.screen(shared_drafts / f"{case}.txt")
    given = read_answers(DATA / f"{case}.toml", user.session.catalogue, user.session.draft)
    user.fill_proposal(given.proposal)
    user.press("Next: Relevance ›")
    user.answer_gates(given)
    user.press("Next: Groups ›")
    user.choose_groups(given)
    for line in given.answers:
        user.answer(line)
    user.step("Review")
    user.step("Note")
    paths = [tmp_path / "note.docx", tmp_path / "note.pdf"]
    for path in paths:
        user.page.note.save_to(path)
        user.until(path.is_file)
    user.until(lambda: len(user.session.state.exports) == len(paths))

    expected = Application(tmp_path / "other.sqlite").screen(shared_drafts / f"{case}.txt", DATA / f"{case}.toml")
    assert user.session.result_json() == expected.result_json()
    state, other = user.stored, expected.state
    assert (state.answers, state.gates) == (other.answers, other.gates)
    assert (state.groups, state.proposal) == (other.groups, other.proposal)
    assert [export.format for export in state.exports] == ["docx", "pdf"]
    assert note_of(user.session) == note_of(expected)
    bottom_line = Telling(expected).bottom_line()[1]
    assert bottom_line in read_docx(paths[0])
    assert bottom_line in read_pdf(paths[1])
