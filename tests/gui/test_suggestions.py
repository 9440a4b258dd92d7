"""Passages that are suggested, and a draft that comes in a new version. The drafts are invented."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QProgressDialog, QPushButton

from relational_screen.app.files import read_draft
from relational_screen.drafts.draft import Draft
from relational_screen.gui import reading
from tests.gui.hands import Hands, named, visible

QUESTION = "housing.shared-places"
FIRST = """Lov om opdigtede gårde

§ 1. Kommunalbestyrelsen skal sikre et fællesrum, hvor lejerne i de almene boliger kan mødes hver dag.

§ 2. Ejeren opstiller et fælleshus til alle beboere og holder det åbent om aftenen.

§ 3. Loven træder i kraft den 1. januar.
"""
SECOND = """Lov om opdigtede gårde

§ 1. Ministeren kan fastsætte nærmere regler om indberetning.

§ 2. Kommunalbestyrelsen skal sikre et fællesrum, hvor lejerne i de almene boliger kan mødes hver uge.

§ 3. Ejeren opstiller et fælleshus til alle beboere og holder det åbent om aftenen.

§ 4. Loven træder i kraft den 1. januar.
"""


def written(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def asked(hands: Hands, tmp_path: Path) -> Hands:
    """A user before the question on shared places, with the first version of the draft."""
    hands.screen(written(tmp_path, FIRST, "gaarde.txt"))
    hands.session.answer_gate("housing.gate-building", "yes")
    hands.go(QUESTION)
    return hands


def linked(hands: Hands) -> list[str]:
    return [ref.label for ref in hands.stored.answers[QUESTION].effects[0].passages]


def attach_second(hands: Hands, folder: Path) -> None:
    hands.drop(written(folder, SECOND, "gaarde-2.txt"))
    hands.until(lambda: len(hands.session.state.drafts) == 2)


def test_a_suggested_passage_is_used_with_one_click(asked: Hands) -> None:
    asked.choose("Answer", "Raises")
    asked.press("Use § 1")
    assert linked(asked) == ["§ 1"]
    assert asked.stored.suggestions[QUESTION] != {}
    assert "Use § 1" not in [item.accessibleName() for item in visible(QPushButton, asked.page)]


def test_a_passage_that_is_used_before_there_is_an_effect_comes_with_it(asked: Hands) -> None:
    asked.press("Use § 2")
    assert any("comes with the next effect" in text for text in asked.shown_texts())
    asked.choose("Answer", "Raises")
    assert linked(asked) == ["§ 2"]


def test_a_dismissed_passage_is_suggested_no_more_until_that_is_undone(asked: Hands) -> None:
    asked.press("Dismiss § 1")
    assert "§ 1" not in [name for name, _words in asked.page._shown.found(QUESTION)]
    assert "suggested" not in asked.page.draft_pane._model._marks.get("§ 1", "")
    asked.press("Undo")
    assert named(QPushButton, asked.page, "Dismiss § 1")


def test_a_gate_tells_what_speaks_for_a_yes_or_that_nothing_does(asked: Hands) -> None:
    asked.go("relevance")
    texts = asked.shown_texts()
    assert "Yes, perhaps:" in texts
    assert "Nothing found in the draft." in texts


def test_a_new_version_shows_what_became_of_the_passages(asked: Hands, tmp_path: Path) -> None:
    asked.choose("Answer", "Raises")
    asked.press("Use § 1")
    asked.press("Use § 2")
    attach_second(asked, tmp_path)
    assert asked.page.step == "proposal"
    texts = asked.shown_texts()
    assert "Passages that answers rest on: 1 moved, 1 changed." in texts
    assert "§ 2: moved to § 3" in texts
    assert "§ 1: changed, now § 2" in texts
    assert linked(asked) == ["§ 1", "§ 3"]


def test_a_changed_passage_shows_its_difference_and_is_confirmed(asked: Hands, tmp_path: Path) -> None:
    asked.choose("Answer", "Raises")
    asked.press("Use § 1")
    attach_second(asked, tmp_path)
    asked.press(asked.session.catalogue.question(QUESTION).title.en)
    differences = [item for item in visible(QLabel, asked.page) if "<s>dag.</s>" in item.text()]
    assert "<b><u>uge.</u></b>" in differences[0].text()
    assert "[removed: dag.] [added: uge.]" in differences[0].accessibleName()
    asked.press("The answer still holds")
    assert linked(asked) == ["§ 2"]
    assert not [item for item in visible(QPushButton, asked.page) if item.text() == "The answer still holds"]


def test_the_difference_never_reads_a_draft_as_markup(asked: Hands, tmp_path: Path) -> None:
    asked.choose("Answer", "Raises")
    asked.press("Use § 1")
    text = FIRST.replace("hver dag", "<img src=x> hver dag & nat")
    asked.drop(written(tmp_path, text, "gaarde-2.txt"))
    asked.until(lambda: len(asked.session.state.drafts) == 2)
    asked.go(QUESTION)
    shown = next(item.text() for item in visible(QLabel, asked.page) if "<u>" in item.text())
    assert "&lt;img src=x&gt;" in shown
    assert "<img" not in shown


def test_a_long_reading_shows_progress_and_can_be_cancelled(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    real = read_draft

    def slowly(path: Path, told: Callable[[int, int], None]) -> Draft:
        while not go_on.wait(0.01):
            told(3, 300)
        return real(path)

    monkeypatch.setattr(reading, "read_draft", slowly)
    hands.window.screen_draft(written(tmp_path, FIRST, "gaarde.txt"))
    hands.until(lambda: bool(visible(QProgressDialog, hands.window)))
    dialog = visible(QProgressDialog, hands.window)[0]
    hands.until(lambda: dialog.value() == 3)
    hands.click(named(QPushButton, dialog, "Cancel"))
    hands.until(lambda: not visible(QProgressDialog, hands.window))
    hands.until(lambda: hands.window.statusBar().currentMessage() == "")
    go_on.set()
    assert hands.window.screening_page is None
    assert hands.window.application.screenings() == []
