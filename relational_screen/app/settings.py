"""What a user has chosen, kept in one small file of theirs."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from relational_screen.app.language import LANGUAGES
from relational_screen.errors import N_, ScreenError

NAME = "relational-screen"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices; `store` and `registry` are paths of files, `secretariat` a public key to seal for."""

    language: str = "da"
    name: str = ""
    authority: str = ""
    unit: str = ""
    store: str = ""
    registry: str = ""
    secretariat: str = ""

    @property
    def store_path(self) -> Path:
        """The store in use: the chosen one, else the usual place of this system."""
        return Path(self.store) if self.store else user_data_path(NAME, appauthor=False) / "screenings.sqlite"

    @property
    def registry_path(self) -> Path:
        """The secretariat's register in use: the chosen one, else the usual place of this system."""
        return Path(self.registry) if self.registry else user_data_path(NAME, appauthor=False) / "registry.sqlite"


def settings_path() -> Path:
    """Return the usual place of the settings on this system."""
    return user_config_path(NAME, appauthor=False) / "settings.json"


def keys_folder() -> Path:
    """Return where private keys lie that no keyring of the system keeps."""
    return user_data_path(NAME, appauthor=False) / "keys"


def load_settings(path: Path) -> Settings:
    """Read the settings; a missing or unreadable file gives the usual ones."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    names = {field.name for field in fields(Settings)}
    known = {key: value for key, value in found.items() if key in names and isinstance(value, str)}
    settings = replace(Settings(), **known)
    return settings if settings.language in LANGUAGES else replace(settings, language=Settings().language)


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings: the whole file, or the old one unchanged.

    Raises:
        ScreenError: the file cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise ScreenError(
            N_("The settings cannot be saved in {path} ({detail})."),
            N_("Check that you may write there."),
            path=path,
            detail=error.strerror,
        ) from error
