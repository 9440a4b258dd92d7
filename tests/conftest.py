"""What all tests share."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_drafts() -> Path:
    """The folder of real drafts, which are used but not committed."""
    default = Path(__file__).parent.parent.parent / "shared" / "drafts"
    folder = Path(os.environ.get("RELATIONAL_SCREEN_DRAFTS", default))
    if not folder.is_dir():
        pytest.skip(f"the real drafts are not in {folder}; set RELATIONAL_SCREEN_DRAFTS to their folder")
    return folder
