"""Colours, sizes and the small style sheet; everything else is Fusion with the palette of the system."""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

GRID = 8
READABLE = GRID * 90  # pixels: a card with lines of some 80 characters
RAISES = {"light": "#1F5FA8", "dark": "#7FB2E8"}
LOWERS = {"light": "#A8481F", "dark": "#E8A07F"}
POINT_SIZES = {"small": 9.0, "body": 10.5, "title": 13.0, "page": 17.0}

OUTLINES = """
    QRadioButton::indicator, QCheckBox::indicator {
        width: 13px; height: 13px; border: 1px solid palette(placeholder-text); background: palette(base);
    }
    QRadioButton::indicator { border-radius: 7px; }
    QRadioButton::indicator:checked, QCheckBox::indicator:checked {
        background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
            stop: 0 palette(text), stop: 0.55 palette(text), stop: 0.65 palette(base), stop: 1 palette(base));
    }
    QRadioButton::indicator:focus, QCheckBox::indicator:focus { border: 2px solid palette(highlight); }
    QLineEdit, QPlainTextEdit, QDateEdit {
        border: 1px solid palette(placeholder-text); border-radius: 2px; padding: 2px;
    }
    QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus { border: 2px solid palette(highlight); padding: 1px; }
"""
"""Lines around what is chosen or written in, for dark palettes: Fusion draws them darker than the dark ground."""


def shade(palette: QPalette) -> str:
    """Return `dark` where the window is darker than its text, else `light`."""
    window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return "dark" if window.lightness() < text.lightness() else "light"


def colour(role: dict[str, str], palette: QPalette) -> QColor:
    """Return a role's colour for the palette in use."""
    return QColor(role[shade(palette)])


def font(size: str, *, bold: bool = False) -> QFont:
    """Return the system's typeface in one of the four sizes."""
    result = QFont(QApplication.font())
    result.setPointSizeF(POINT_SIZES[size])
    result.setBold(bold)
    return result


def legible(palette: QPalette) -> QPalette:
    """Return a palette whose chosen rows and hints stand out at least 4.5 to 1; Fusion's own do not."""
    result = QPalette(palette)
    dark = shade(palette) == "dark"
    result.setColor(QPalette.ColorRole.Highlight, colour(RAISES, palette))
    result.setColor(QPalette.ColorRole.HighlightedText, QColor("black" if dark else "white"))
    hint = QColor(palette.color(QPalette.ColorRole.Text))
    hint.setAlpha(190)
    result.setColor(QPalette.ColorRole.PlaceholderText, hint)
    return result


def dress(application: QApplication) -> None:
    """Give the application its style."""
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setFont(font("body"))
    application.setStyleSheet(
        """
        QFrame#card { border: 1px solid palette(mid); border-radius: 4px; background: palette(base); }
        QFrame#boxed { border: 2px solid palette(text); border-radius: 4px; background: palette(base); }
        QFrame#rail { background: palette(alternate-base); border-right: 1px solid palette(mid); }
        QPushButton { padding: 5px 12px; }
        QPushButton#rail { text-align: left; border: none; padding: 9px 14px; border-left: 4px solid transparent; }
        QPushButton#rail:checked { border-left: 4px solid palette(highlight); font-weight: bold; }
        QPushButton#rail:hover, QPushButton#rail:focus { background: palette(midlight); }
        QPushButton#link { border: none; padding: 2px 4px; text-decoration: underline; text-align: left; }
        QPushButton#link:focus { border: 1px solid palette(highlight); }
        QPushButton#chip { border: 1px solid palette(mid); border-radius: 10px; padding: 2px 10px; }
        QPushButton#chip:focus { border: 2px solid palette(highlight); }
        QListWidget::item { padding: 6px 4px; }
        QTableView::item { padding: 0 8px; }
        QHeaderView::section { padding: 6px 8px; }
        QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
        """
    )


def dress_for_palette(application: QApplication) -> None:
    """Fit the style to the system's colours; this may wait until the window is there."""
    application.setPalette(legible(application.palette()))
    if shade(application.palette()) == "dark" and OUTLINES not in application.styleSheet():
        application.setStyleSheet(application.styleSheet() + OUTLINES)
