"""The user's choices are kept, and a file that cannot be used gives the usual ones."""

from pathlib import Path

import pytest

from relational_screen.app.settings import Settings, load_settings, save_settings


def test_settings_are_read_back_as_they_were_saved(tmp_path: Path) -> None:
    chosen = Settings("en", "Ærlig Åse", "Invented ministry", "Unit", str(tmp_path / "s.sqlite"))
    save_settings(chosen, tmp_path / "new" / "settings.json")
    assert load_settings(tmp_path / "new" / "settings.json") == chosen
    assert chosen.store_path == tmp_path / "s.sqlite"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"x"', b"\xff", b"null", b'{"language": "fr"}', b'{"name": 5}'])
def test_a_file_that_cannot_be_used_gives_the_usual_settings(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()


def test_a_missing_file_gives_the_usual_settings(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()
    assert Settings().store_path.name == "screenings.sqlite"


def test_what_a_newer_program_has_added_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"name": "Åse", "colour": "blue"}', encoding="utf-8")
    assert load_settings(path) == Settings(name="Åse")
