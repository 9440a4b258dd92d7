"""What all tests share."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_keyring() -> None:
    """No key of the one who runs the tests is touched: without a keyring, keys lie in files that tests name."""
    import keyring
    from keyring.backends.fail import Keyring

    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring leaves the constructors of its backends untyped


@pytest.fixture(scope="session")
def shared_drafts() -> Path:
    """The folder of real drafts, which are used but not committed."""
    default = Path(__file__).parent.parent.parent / "shared" / "drafts"
    folder = Path(os.environ.get("RELATIONAL_SCREEN_DRAFTS", default))
    if not folder.is_dir():
        pytest.skip(f"the real drafts are not in {folder}; set RELATIONAL_SCREEN_DRAFTS to their folder")
    return folder
