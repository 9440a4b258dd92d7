"""The signature of a bundle: Ed25519 over the SHA-256 of its manifest."""

from typing import Annotated, Literal

from pydantic import Field

from relational_screen.errors import N_
from relational_screen.registry.bundle.manifest import SIGNATURE, BundleValue, Sha256, read_part
from relational_screen.registry.bundle.refusing import refused
from relational_screen.registry.keys.keys import PublicKey, SigningKey
from relational_screen.screening.canonical import digest

PURPOSE = "relational-screen bundle\n"
"""What a signed message begins with, so that no signature for one purpose is good for another."""


class Signature(BundleValue):
    """Who signed which manifest; bytes are hexadecimal text."""

    algorithm: Literal["Ed25519"]
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    public_key: Sha256
    manifest: Sha256
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]


def signed(manifest: bytes, key: SigningKey) -> bytes:
    """Return the signature part for a manifest."""
    public, name = key.public, digest(manifest)
    signature = Signature(
        algorithm="Ed25519",
        key=public.fingerprint,
        public_key=public.raw.hex(),
        manifest=name,
        signature=key.sign(_message(name)).hex(),
    )
    return signature.spelled()


def signer(data: bytes, manifest: bytes) -> PublicKey:
    """Return the key that signed a manifest; whose it is, is for the caller to know.

    Raises:
        ScreenError: the signature is for another manifest, by another key than it names, or not valid.
    """
    found = read_part(data, Signature, SIGNATURE)
    public = PublicKey(bytes.fromhex(found.public_key))
    if found.manifest != digest(manifest) or found.key != public.fingerprint:
        raise refused(N_("The bundle's signature belongs to another bundle or another key."))
    if not public.verifies(bytes.fromhex(found.signature), _message(found.manifest)):
        raise refused(N_("The bundle's signature is not valid: it was changed, or signed by another key."))
    return public


def _message(name: str) -> bytes:
    return f"{PURPOSE}{name}".encode()
