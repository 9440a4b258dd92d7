"""Whatever a user does is in the store at once, and what they write as soon as they pause or leave."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.gui.hands import ALT, Hands, named, visible

GATE, QUESTION = "housing.gate-building", "housing.relocation"


def says_saved(hands: Hands) -> bool:
    return any(item.text().startswith("saved at") for item in visible(QLabel, hands.page))


def test_a_click_is_in_the_store_when_the_page_says_saved(example: Hands) -> None:
    example.go(GATE)
    question = example.session.catalogue.gate(GATE).question.en
    for value, stored in (("Unsure", "unsure"), ("No", "no"), ("Yes", "yes")):
        example.choose(question, value)
        assert says_saved(example)
        assert example.stored.gates[GATE] == stored


def test_every_kind_of_click_is_in_the_store(example: Hands) -> None:
    example.go("groups")
    example.click(named(QCheckBox, example.page, "Students"))
    assert "students" in example.stored.groups
    example.go(QUESTION)
    example.choose("Lowers, How much", "some")
    example.choose("Lowers, How long", "temporary")
    example.pick("+ Group", "students")
    effect = example.stored.answers[QUESTION].effects[0]
    assert (effect.strength, effect.duration, effect.groups[-1]) == ("some", "temporary", "students")
    example.press("Remove students")
    assert "students" not in example.stored.answers[QUESTION].effects[0].groups


def test_text_is_saved_when_the_user_pauses(example: Hands) -> None:
    example.go(QUESTION)
    field = named(QPlainTextEdit, example.page, "Lowers, Because")
    example.write(field, "Written and left there")
    assert example.stored.answers[QUESTION].effects[0].reason != "Written and left there"
    example.until(lambda: example.session.state.answers[QUESTION].effects[0].reason == "Written and left there")
    assert example.stored.answers[QUESTION].effects[0].reason == "Written and left there"
    assert field.hasFocus()


def test_a_line_is_saved_when_the_user_pauses_and_keeps_the_space_being_typed(example: Hands) -> None:
    title = named(QLineEdit, example.page, "Title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Act on ")
    example.until(lambda: example.session.state.proposal.title == "Act on")
    QTest.keyClicks(title, "homes")
    assert title.text() == "Act on homes"
    example.key(Qt.Key.Key_Tab, to=title)
    assert example.stored.proposal.title == "Act on homes"


def test_text_is_saved_when_the_field_is_left(example: Hands) -> None:
    example.go(QUESTION)
    field = named(QPlainTextEdit, example.page, "Lowers, Because")
    example.write(field, "Left by Tab")
    example.key(Qt.Key.Key_Tab, to=field)
    assert example.stored.answers[QUESTION].effects[0].reason == "Left by Tab"


def test_text_is_saved_when_the_user_goes_to_another_question(example: Hands) -> None:
    ways: tuple[Callable[[], None], ...] = (
        lambda: example.press("Next ›"),
        lambda: example.key(Qt.Key.Key_Left, ALT),
        lambda: example.go("housing.shared-places"),
        lambda: example.step("Groups"),
    )
    for leave in ways:
        example.go(QUESTION)
        text = f"Written before {len(example.session.events)}"
        example.write(named(QPlainTextEdit, example.page, "Lowers, Because"), text)
        leave()
        assert example.stored.answers[QUESTION].effects[0].reason == text


def test_all_that_is_being_written_is_saved_when_the_window_closes(example: Hands) -> None:
    example.go("proposal")
    example.write(named(QLineEdit, example.page, "Unit"), "Written last")
    example.go("groups")
    group = example.session.catalogue.group("aged-75-plus")
    example.write(named(QLineEdit, example.page, f"At most, {group.label.en}"), "4711")
    example.go(QUESTION)
    example.write(named(QPlainTextEdit, example.page, "Lowers, Because"), "And this")
    application, screening = example.window.application, example.session.id
    example.window.close()
    state = application.open(screening).state
    assert (state.proposal.unit, state.groups["aged-75-plus"].high) == ("Written last", 4711)
    assert state.answers[QUESTION].effects[0].reason == "And this"


def test_a_line_is_saved_when_the_window_is_closed_from_another_window(example: Hands) -> None:
    application, screening = example.window.application, example.session.id
    example.write(named(QLineEdit, example.page, "Title"), "Written just now")
    other = QWidget()
    example.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    example.until(other.isActiveWindow)
    example.window.close()
    assert application.open(screening).state.proposal.title == "Written just now"


def test_a_number_of_people_can_be_taken_away_again(example: Hands) -> None:
    example.go("groups")
    field = named(QLineEdit, example.page, f"At most, {example.session.catalogue.group('aged-75-plus').label.en}")
    example.write(field, "400")
    example.key(Qt.Key.Key_Tab, to=field)
    assert example.stored.groups["aged-75-plus"].high == 400
    example.write(field, "")
    example.key(Qt.Key.Key_Delete, to=field)
    example.key(Qt.Key.Key_Tab, to=field)
    assert example.stored.groups["aged-75-plus"].high is None


def test_a_number_that_contradicts_what_was_just_written_is_left_out(example: Hands) -> None:
    example.go("groups")
    name = example.session.catalogue.group("aged-75-plus").label.en
    low, high = (named(QLineEdit, example.page, f"{which}, {name}") for which in ("At least", "At most"))
    for field, number in ((high, "20"), (low, "50")):
        example.write(field, number)
        example.key(Qt.Key.Key_Tab, to=field)
    assert (low.text(), high.text()) == ("50", "")
    choice = example.stored.groups["aged-75-plus"]
    assert (choice.low, choice.high) == (50, None)
