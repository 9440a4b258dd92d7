"""Ed25519 keys that offices sign with: what is secret, and what is shown."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FINGERPRINT = 32
"""Hexadecimal digits of a fingerprint: 128 bits, beyond any search for a second key that has the same."""


_FIELD = 2**255 - 19
_EIGHTH = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
WEAK = frozenset({0, 1, _EIGHTH, _FIELD - _EIGHTH, _FIELD - 1, _FIELD, _FIELD + 1})
"""The points of small order, by their y; under them anybody can make signatures that verify (Chalkias, Garillot,
Nikolaenko: Taming the Many EdDSAs, 2020)."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The key that signatures are checked with: its 32 bytes."""

    raw: bytes

    @property
    def fingerprint(self) -> str:
        """The first 32 hexadecimal digits of the SHA-256 of the key's bytes: its name in files."""
        return sha256(self.raw).hexdigest()[:FINGERPRINT]

    @property
    def groups(self) -> str:
        """The fingerprint in groups of four, for people who compare it."""
        digits = self.fingerprint
        return " ".join(digits[at : at + 4] for at in range(0, FINGERPRINT, 4))

    @property
    def is_weak(self) -> bool:
        """Whether anybody can sign under this key, so that its signatures say nothing."""
        return int.from_bytes(self.raw, "little") % 2**255 in WEAK

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the signature over the message was made with the private key to this one."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except InvalidSignature:
            return False
        return not self.is_weak


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An office's private key. It is never printed: not by `repr`, not in errors."""

    NAME: ClassVar[str] = "signing-key"
    _key: "Ed25519PrivateKey" = field(repr=False)

    @classmethod
    def created(cls) -> "SigningKey":
        """Return a new key."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_secret(cls, secret: bytes, password: str | None = None) -> "SigningKey":
        """Return the key that PKCS#8 bytes hold; ValueError when they hold none, or not by this password."""
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            key = load_pem_private_key(secret, password.encode() if password else None)
        except (TypeError, UnsupportedAlgorithm) as fault:  # TypeError: a password too many, or none where one is due
            raise ValueError(*fault.args) from fault
        if not isinstance(key, Ed25519PrivateKey):
            message = "not an Ed25519 key"
            raise ValueError(message)
        return cls(key)

    def secret(self, password: str | None = None) -> bytes:
        """Return the key as PKCS#8 in PEM, protected when there is a password."""
        from cryptography.hazmat.primitives import serialization as to

        protection = to.BestAvailableEncryption(password.encode()) if password else to.NoEncryption()
        return self._key.private_bytes(to.Encoding.PEM, to.PrivateFormat.PKCS8, protection)

    @property
    def public(self) -> PublicKey:
        """The public key to this one."""
        return PublicKey(self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the signature over a message, 64 bytes; the same each time."""
        return self._key.sign(message)
