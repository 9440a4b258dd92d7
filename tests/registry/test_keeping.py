"""Where private keys lie, and that it is said."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from relational_screen.errors import ScreenError
from relational_screen.registry.keys.keeping import AskPassword, create_key, load_key
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.registry.keys.sealing import OpeningKey

PASSWORD = "an invented password"
KINDS = pytest.mark.parametrize("kind", [SigningKey, OpeningKey])
Kind = type[SigningKey] | type[OpeningKey]


class Memory(KeyringBackend):
    """A keyring of the test, good as the system's own."""

    name = "Invented keyring"
    priority: ClassVar[float] = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Plain(Memory):
    """A keyring that protects nothing."""

    priority: ClassVar[float] = 0.5


class Locked(Memory):
    """A keyring that its owner did not unlock."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the invented keyring is locked")


@pytest.fixture(autouse=True)
def _the_systems_own_keyring_is_left_alone() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(_no_keyring())
    yield
    keyring.set_keyring(before)


def _no_keyring() -> KeyringBackend:
    return NoKeyring()  # type: ignore[no-untyped-call]  # keyring leaves the constructors of its backends untyped


def _says(password: str) -> AskPassword:
    return lambda: password


def _never_asked() -> str:
    pytest.fail("a password was asked for")


def _public(key: SigningKey | OpeningKey) -> object:
    return key.public if isinstance(key, SigningKey) else key.recipient


@KINDS
def test_a_key_is_kept_in_the_systems_keyring_where_there_is_one(kind: Kind, tmp_path: Path) -> None:
    memory = Memory()
    keyring.set_keyring(memory)
    made = create_key(kind, tmp_path, _never_asked)
    assert (made.in_keyring, made.place) == (True, "Invented keyring")
    assert list(memory.kept) == [("relational-screen", kind.NAME)]
    assert list(tmp_path.iterdir()) == []
    found = load_key(kind, tmp_path, _never_asked)
    assert _public(found.key) == _public(made.key)
    assert found.in_keyring


@KINDS
def test_a_key_is_kept_in_a_protected_file_where_there_is_no_keyring(kind: Kind, tmp_path: Path) -> None:
    made = create_key(kind, tmp_path / "new" / "keys", _says(PASSWORD))
    path = Path(made.place)
    assert not made.in_keyring
    assert [path] == list((tmp_path / "new" / "keys").iterdir())
    assert made.key.secret().strip() not in path.read_bytes()
    found = load_key(kind, tmp_path / "new" / "keys", _says(PASSWORD))
    assert (_public(found.key), found.place, found.in_keyring) == (_public(made.key), made.place, False)


def test_a_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("this system has no file modes")
    before = os.umask(0)
    try:
        path = Path(create_key(SigningKey, tmp_path / "keys", _says(PASSWORD)).place)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_signing_key_file_is_pkcs_8(tmp_path: Path) -> None:
    path = Path(create_key(SigningKey, tmp_path, _says(PASSWORD)).place)
    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")


def test_a_keyring_that_protects_nothing_is_not_used(tmp_path: Path) -> None:
    plain = Plain()
    keyring.set_keyring(plain)
    assert not create_key(SigningKey, tmp_path, _says(PASSWORD)).in_keyring
    assert plain.kept == {}


@pytest.mark.parametrize("backend", [Memory, _no_keyring])
def test_a_second_key_never_takes_the_place_of_the_first(backend: Callable[[], KeyringBackend], tmp_path: Path) -> None:
    keyring.set_keyring(backend())
    made = create_key(SigningKey, tmp_path, _says(PASSWORD))
    with pytest.raises(ScreenError, match="There is a key already"):
        create_key(SigningKey, tmp_path, _says(PASSWORD))
    assert load_key(SigningKey, tmp_path, _says(PASSWORD)).key.public == made.key.public


def test_a_key_in_a_file_is_found_when_a_keyring_came_later(tmp_path: Path) -> None:
    made = create_key(SigningKey, tmp_path, _says(PASSWORD))
    keyring.set_keyring(Memory())
    assert load_key(SigningKey, tmp_path, _says(PASSWORD)).key.public == made.key.public
    with pytest.raises(ScreenError, match="There is a key already"):
        create_key(SigningKey, tmp_path, _says(PASSWORD))


@pytest.mark.parametrize("password", ["", "short", "x" * 15])
def test_a_short_password_is_refused_and_nothing_is_written(password: str, tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match="at least 16 characters"):
        create_key(SigningKey, tmp_path, _says(password))
    assert list(tmp_path.iterdir()) == []


@KINDS
def test_another_password_is_told_without_any_of_the_key(kind: Kind, tmp_path: Path) -> None:
    create_key(kind, tmp_path, _says(PASSWORD))
    for wrong in ("another password", ""):
        with pytest.raises(ScreenError, match="the password is another one") as caught:
            load_key(kind, tmp_path, _says(wrong))
        assert caught.value.__suppress_context__
        assert caught.value.values == {}


@pytest.mark.parametrize("data", [b"", b"\xff" * 100, b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"])
@KINDS
def test_a_damaged_key_file_is_told(kind: Kind, data: bytes, tmp_path: Path) -> None:
    (tmp_path / f"{kind.NAME}.protected").write_bytes(data)
    with pytest.raises(ScreenError, match="or the key is damaged"):
        load_key(kind, tmp_path, _says(PASSWORD))


@KINDS
def test_a_damaged_key_in_the_keyring_is_told(kind: Kind, tmp_path: Path) -> None:
    memory = Memory()
    memory.kept["relational-screen", kind.NAME] = "invented"
    keyring.set_keyring(memory)
    with pytest.raises(ScreenError, match="or the key is damaged"):
        load_key(kind, tmp_path, _never_asked)


def test_a_missing_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match="There is no key yet"):
        load_key(SigningKey, tmp_path, _never_asked)


def test_a_locked_keyring_is_told(tmp_path: Path) -> None:
    keyring.set_keyring(Locked())
    for door in (create_key, load_key):
        with pytest.raises(ScreenError, match=r"the invented keyring is locked.*Unlock the keyring"):
            door(SigningKey, tmp_path, _never_asked)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ScreenError, match="cannot be kept or read"):
        create_key(SigningKey, tmp_path / "file" / "keys", _says(PASSWORD))


def test_what_a_writing_that_was_cut_short_left_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "signing-key.part").write_bytes(b"half")
    create_key(SigningKey, tmp_path, _says(PASSWORD))
    assert [path.name for path in tmp_path.iterdir()] == ["signing-key.protected"]
