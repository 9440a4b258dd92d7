"""Where private keys lie: in the system's keyring where there is one, else in a file under a password."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from relational_screen.errors import N_, ScreenError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "relational-screen"
OWN_FOLDER, OWN_FILE = 0o700, 0o600
SHORTEST_PASSWORD = 16
"""Characters; PKCS#8 as `cryptography` writes it makes each guess cost little (PBKDF2 with 2048 rounds)."""

TRUSTED = 1
"""The least priority of a keyring that is used; `keyring` ranks those that protect nothing below it."""

AskPassword = Callable[[], str]


class PrivateKey(Protocol):
    """A key that can be kept: `SigningKey` and `OpeningKey`."""

    NAME: ClassVar[str]

    @classmethod
    def created(cls: "type[KeyT]") -> "KeyT":
        """Return a new key."""

    @classmethod
    def from_secret(cls: "type[KeyT]", secret: bytes, password: str | None = None) -> "KeyT":
        """Return the key that secret bytes hold, else raise ValueError."""

    def secret(self, password: str | None = None) -> bytes:
        """Return the bytes to keep."""


KeyT = TypeVar("KeyT", bound=PrivateKey)


@dataclass(frozen=True, slots=True)
class Kept(Generic[KeyT]):
    """A private key and where it lies: `place` is the keyring's name, or the file's path when there is none."""

    key: KeyT
    place: str
    in_keyring: bool


def has_key(kind: type[KeyT], folder: Path) -> bool:
    """Whether a key of this kind is kept already."""
    return _in_keyring(kind) is not None or _file(kind, folder).exists()


def create_key(kind: type[KeyT], folder: Path, password: AskPassword) -> Kept[KeyT]:
    """Make a key and keep it; the password is asked for only when it is kept in a file in `folder`.

    Raises:
        ScreenError: there is one already, the password is too short, or keyring or disk refuse.
    """
    if has_key(kind, folder):
        raise ScreenError(
            N_("There is a key already, and it was left as it is."),
            N_("Use that, or first remove it from the keyring or the folder of keys."),
        )
    key, backend = kind.created(), _backend()
    if backend is None:
        return _into_file(key, _file(kind, folder), password())
    with _readable_errors():
        backend.set_password(SERVICE, kind.NAME, key.secret().decode())
    return Kept(key, backend.name, in_keyring=True)


def load_key(kind: type[KeyT], folder: Path, password: AskPassword) -> Kept[KeyT]:
    """Return the key that was kept; the password is asked for only when it lies in a file in `folder`.

    Raises:
        ScreenError: there is none, the password is another, or the key is damaged.
    """
    secret, backend, path = _in_keyring(kind), _backend(), _file(kind, folder)
    if secret is not None and backend is not None:
        return Kept(_read(kind, secret.encode(), None), backend.name, in_keyring=True)
    if not path.exists():
        raise ScreenError(N_("There is no key yet."), N_("Make one with »keys create«."))
    with _readable_errors():
        protected = path.read_bytes()
    return Kept(_read(kind, protected, password()), str(path), in_keyring=False)


def _read(kind: type[KeyT], secret: bytes, password: str | None) -> KeyT:
    """Read a key; what went wrong is told without any of it."""
    try:
        return kind.from_secret(secret, password)
    except ValueError:
        raise ScreenError(
            N_("The key cannot be read: the password is another one, or the key is damaged."), N_("Try again.")
        ) from None


def _into_file(key: KeyT, path: Path, password: str) -> Kept[KeyT]:
    if len(password) < SHORTEST_PASSWORD:
        raise ScreenError(
            N_("The password is too short."),
            N_("Choose one of at least {number} characters, such as five words."),
            number=SHORTEST_PASSWORD,
        )
    with _readable_errors():
        path.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=OWN_FILE, exist_ok=False)
        unfinished.write_bytes(key.secret(password))
        unfinished.replace(path)
    return Kept(key, str(path), in_keyring=False)


def _file(kind: type[KeyT], folder: Path) -> Path:
    return folder / f"{kind.NAME}.protected"


def _in_keyring(kind: type[KeyT]) -> str | None:
    backend = _backend()
    with _readable_errors():
        return backend.get_password(SERVICE, kind.NAME) if backend else None


def _backend() -> "KeyringBackend | None":
    """Return the system's keyring when there is one that protects what it holds."""
    import keyring

    backend = keyring.get_keyring()
    return backend if backend.priority >= TRUSTED else None


@contextmanager
def _readable_errors() -> Iterator[None]:
    """Turn what the keyring and the disk may say into words a user can act on."""
    from keyring.errors import KeyringError

    try:
        yield
    except (KeyringError, OSError) as error:
        raise ScreenError(
            N_("The key cannot be kept or read ({detail})."),
            N_("Unlock the keyring, or check that you may write in the folder of keys, then try again."),
            detail=error,
        ) from error
