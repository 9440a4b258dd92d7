"""An application over a store of its own, with an invented catalogue."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from relational_screen.app.application import Application
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.plugin_loader import Plugins
from tests.builders import NOON, catalogue, checklist, weighed

CONTENT = catalogue(weighed("a", "key", "normal"), checklist("common"))
Open = Callable[..., Application]


@pytest.fixture
def applications(tmp_path: Path) -> Open:
    """Open the same store again and again, as one who closes and starts the program."""
    minutes = count()

    def now() -> datetime:
        return NOON + timedelta(minutes=next(minutes))

    def opened(content: Catalogue = CONTENT) -> Application:
        application = Application(tmp_path / "screenings.sqlite", "Invented Person", now)
        application.plugins = Plugins(content)
        return application

    return opened


@pytest.fixture
def application(applications: Open) -> Application:
    return applications()
