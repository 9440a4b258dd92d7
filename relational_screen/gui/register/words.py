"""Labels for what somebody wrote."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from relational_screen.gui.short import as_tooltip
from relational_screen.gui.widgets import label


def written(text: str, *, bold: bool = False) -> QLabel:
    """Return a wrapped text; a word longer than its place is cut there, and the tooltip has it whole."""
    result = label(text, bold=bold)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    result.setSizePolicy(policy)
    result.setToolTip(as_tooltip(text))
    return result
