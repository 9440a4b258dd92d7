"""Text and bars stand out enough, on light and on dark ground (WCAG 2.2: 4.5 to 1 and 3 to 1)."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QRadioButton

from relational_screen.gui.theme import LOWERS, RAISES, colour, dress_for_palette, legible, shade

ROLE = QPalette.ColorRole
TEXTS = (
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.WindowText, ROLE.Base),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.ButtonText, ROLE.Window),
    (ROLE.ButtonText, ROLE.Base),
    (ROLE.ButtonText, ROLE.Midlight),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.PlaceholderText, ROLE.Base),
)


def parts_of(tint: QColor) -> tuple[float, float, float]:
    return tint.redF(), tint.greenF(), tint.blueF()


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def luminance(tint: QColor) -> float:
    parts: list[float] = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_of(tint)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def over(tint: QColor, ground: QColor) -> QColor:
    """Return a colour that lets its ground through as it is seen."""
    alpha = tint.alphaF()
    mixed = [a * alpha + b * (1 - alpha) for a, b in zip(parts_of(tint), parts_of(ground), strict=True)]
    return QColor.fromRgbF(*mixed)


def contrast(tint: QColor, ground: QColor) -> float:
    brighter, darker = sorted((luminance(over(tint, ground)), luminance(ground)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def dark() -> QPalette:
    result = QPalette(QColor("#2d2d2d"), QColor("#2d2d2d"))
    for role in (ROLE.WindowText, ROLE.Text, ROLE.ButtonText):
        result.setColor(role, QColor("#f0f0f0"))
    for role, tint in ((ROLE.Base, "#1e1e1e"), (ROLE.AlternateBase, "#262626"), (ROLE.Midlight, "#454545")):
        result.setColor(role, QColor(tint))
    return result


def light() -> QPalette:
    return QApplication.style().standardPalette()


@pytest.fixture(params=[light, dark], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> Iterator[QPalette]:
    before = QApplication.palette()
    given: QPalette = request.param()
    yield legible(given)
    QApplication.setPalette(before)


def test_a_palette_is_known_as_light_or_dark() -> None:
    assert (shade(dark()), shade(QPalette(QColor("#efefef")))) == ("dark", "light")


@pytest.mark.parametrize("pair", TEXTS, ids=[f"{text.name} on {ground.name}" for text, ground in TEXTS])
def test_text_stands_out_from_its_ground(
    palette: QPalette, pair: tuple[QPalette.ColorRole, QPalette.ColorRole]
) -> None:
    text, ground = pair
    assert contrast(palette.color(text), palette.color(ground)) >= 4.5


@pytest.mark.parametrize("role", [RAISES, LOWERS], ids=["raises", "lowers"])
def test_bars_stand_out_from_their_ground(palette: QPalette, role: dict[str, str]) -> None:
    for ground in (ROLE.Base, ROLE.Window):
        assert contrast(colour(role, palette), palette.color(ground)) >= 3


def test_what_is_chosen_or_written_in_has_an_outline_that_is_seen_on_dark_ground() -> None:
    before, sheet = QApplication.palette(), application().styleSheet()
    QApplication.setPalette(dark())
    dress_for_palette(application())
    box = QRadioButton("Yes")
    box.resize(60, 24)
    picture = box.grab().toImage()
    QApplication.setPalette(before)
    application().setStyleSheet(sheet)
    middle = [picture.pixelColor(x, picture.height() // 2) for x in range(20)]
    assert max(contrast(tint, dark().color(ROLE.Base)) for tint in middle) >= 3


def test_the_focus_and_the_chosen_row_stand_out_from_the_window(palette: QPalette) -> None:
    for ground in (ROLE.Base, ROLE.Window):
        assert contrast(palette.color(ROLE.Highlight), palette.color(ground)) >= 3
