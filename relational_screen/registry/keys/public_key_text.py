"""The small text file in which a public key travels between an office and the secretariat."""

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.keys.keys import PublicKey

TITLE = "Relational Screen public key"
MAX_OWNER, MAX_TEXT = 200, 2_000


def public_key_text(key: PublicKey, owner: str) -> str:
    """Return the small text file in which an office gives its public key away.

    Raises:
        ScreenError: the owner's name is empty, too long, or not one plain line.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if not owner.strip() or not owner.isprintable() or len(owner) > MAX_OWNER or "---" in owner:
        raise ScreenError(
            N_("The owner of a key needs a name of one line."), N_("Give the name of the authority or office.")
        )
    public = Ed25519PublicKey.from_public_bytes(key.raw)
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    return f"{TITLE}\nOwner: {owner.strip()}\nFingerprint: {key.groups}\n\n{pem}"


def read_public_key(text: str) -> tuple[PublicKey, str]:
    """Return the key and its owner's name from the text of such a file; the name is what the sender claims.

    Raises:
        ScreenError: the text is no such file, or its lines do not fit each other.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    lines = [line.rstrip() for line in text[:MAX_TEXT].strip().splitlines()]
    owner = lines[1].removeprefix("Owner: ") if len(lines) > 1 else ""
    try:
        found = load_pem_public_key("\n".join(lines[3:]).encode())
    except (ValueError, UnsupportedAlgorithm) as fault:
        raise _no_public_key() from fault
    if not isinstance(found, Ed25519PublicKey):
        raise _no_public_key()
    key = PublicKey(found.public_bytes_raw())
    if public_key_text(key, owner).splitlines() != lines:
        raise _no_public_key()
    return key, owner


def _no_public_key() -> ScreenError:
    return ScreenError(
        N_("The file holds no public key, or it was changed on the way."),
        N_("Ask the office for the file that »keys export« writes."),
    )
