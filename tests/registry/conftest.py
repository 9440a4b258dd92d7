"""What tests of the registry share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relational_screen.registry.inbox.registry import Registry
from tests.builders import NOON


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """An empty registry."""
    found = Registry(tmp_path / "registry.sqlite", now=lambda: NOON)
    yield found
    found.close()
