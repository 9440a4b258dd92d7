"""Bundles sealed for one reader with age (age-encryption.org), for drafts that are confidential."""

from dataclasses import dataclass, field
from typing import ClassVar

from relational_screen.errors import N_, ScreenError

MARK = b"age-encryption.org/v1\n"
HEAD_END, MAX_HEAD = b"\n--- ", 4_000
"""A head for one reader takes some hundred bytes; each further reader in it costs as much time as opening the whole."""


@dataclass(frozen=True, slots=True)
class OpeningKey:
    """The secretariat's private key, which opens what was sealed for it. It is never printed."""

    NAME: ClassVar[str] = "opening-key"
    _text: str = field(repr=False)

    @classmethod
    def created(cls) -> "OpeningKey":
        """Return a new key."""
        from pyrage import x25519

        return cls(str(x25519.Identity.generate()))

    @classmethod
    def from_secret(cls, secret: bytes, password: str | None = None) -> "OpeningKey":
        """Return the key that a secret text holds; ValueError when it holds none, or not by this password."""
        from pyrage import DecryptError, IdentityError, passphrase, x25519

        try:
            text = (passphrase.decrypt(secret, password) if password else secret).decode()
            x25519.Identity.from_str(text)
        except (DecryptError, IdentityError) as fault:
            raise ValueError(*fault.args) from fault
        return cls(text)

    def secret(self, password: str | None = None) -> bytes:
        """Return the key as age writes it, protected by age when there is a password."""
        from pyrage import passphrase

        data = self._text.encode()
        return bytes(passphrase.encrypt(data, password)) if password else data

    @property
    def recipient(self) -> str:
        """The public key that others seal for: a short text that begins with age1."""
        from pyrage import x25519

        return str(x25519.Identity.from_str(self._text).to_public())


def is_sealed(data: bytes) -> bool:
    """Whether bytes are sealed, as far as their beginning tells."""
    return data.startswith(MARK)


def sealed(data: bytes, recipient: str) -> bytes:
    """Return the bytes sealed for the holder of a public key; they differ each time, what they hold does not.

    Raises:
        ScreenError: the text is not such a key.
    """
    from pyrage import RecipientError, encrypt, x25519

    try:
        reader = x25519.Recipient.from_str(recipient.strip())
    except RecipientError as fault:
        raise ScreenError(
            N_("The text is not a public key that can be sealed for."),
            N_("Such a key begins with age1. Ask the secretariat for its key."),
        ) from fault
    return bytes(encrypt(data, [reader]))


def unsealed(data: bytes, key: OpeningKey) -> bytes:
    """Return what was sealed.

    Raises:
        ScreenError: it was sealed for another key or for many, or changed on the way.
    """
    from pyrage import DecryptError, decrypt, x25519

    if HEAD_END not in data[:MAX_HEAD]:
        raise _not_opened()
    try:
        return bytes(decrypt(data, [x25519.Identity.from_str(key.secret().decode())]))
    except DecryptError as fault:
        raise _not_opened() from fault


def _not_opened() -> ScreenError:
    return ScreenError(
        N_("The file cannot be opened: it is sealed for another key, or damaged."),
        N_("Ask the sender to seal it for your public key."),
    )
