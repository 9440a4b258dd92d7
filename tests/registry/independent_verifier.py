"""Verifies bundles with the standard library and Ed25519, from FORMAT.md alone: python independent_verifier.py FILE…"""

import json
import re
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PART = r"events\.jsonl|content/[0-9a-f]{64}\.json|attachments/\w[\w .,()-]{0,99}\.(docx|pdf|json|txt)"
MANIFEST = {"format", "version", "program", "screening", "events", "withheld", "parts"}
SIGNATURE = {"algorithm", "public_key", "key", "manifest", "signature"}
EVENT = {"screening", "seq", "at", "by", "type", "data", "previous"}


def require(fact: bool, reason: str) -> None:
    if not fact:
        raise ValueError(reason)


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def no_floats(text: str) -> None:
    require(False, f"a number that is not whole: {text}")


def canonical(data: bytes, keys: set[str]) -> dict[str, Any]:
    value = json.loads(data.decode(), parse_float=no_floats, parse_constant=no_floats)
    spelled = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    require(normalize("NFC", spelled).encode() == data, "JSON that is not canonical")
    require(isinstance(value, dict) and value.keys() == keys, "other keys than the format has")
    return dict(value)


def parts_of(data: bytes) -> dict[str, bytes]:
    require(len(data) <= 256_000_000, "too large")
    archive = ZipFile(BytesIO(data))
    infos = archive.infolist()
    require(len({info.filename for info in infos}) == len(infos), "a name is repeated")
    require(all(info.compress_type == ZIP_STORED for info in infos), "a part is compressed")
    require(all(info.external_attr == 0x81800000 for info in infos), "a part is not a plain file")
    return {info.filename: archive.read(info) for info in infos}


def check_signature(signature: dict[str, Any], manifest: bytes) -> None:
    key = bytes.fromhex(signature["public_key"])
    require(signature["algorithm"] == "Ed25519" and signature["manifest"] == digest(manifest), "another manifest")
    require(signature["key"] == digest(key)[:32], "a fingerprint that is not the key's")
    message = f"relational-screen bundle\n{digest(manifest)}".encode()
    Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(signature["signature"]), message)


def check_events(lines: list[bytes], manifest: dict[str, Any]) -> list[dict[str, Any]]:
    events, previous = [canonical(line, EVENT) for line in lines], ""
    for number, (event, line) in enumerate(zip(events, lines, strict=True), start=1):
        follows = (event["seq"], event["previous"], event["screening"]) == (number, previous, manifest["screening"])
        require(follows and (event["type"] == "started") == (number == 1), f"event {number} does not follow")
        previous = digest(line)
    require(manifest["events"] == {"count": len(events), "head": previous}, "another number of events or head")
    return events


def verify(data: bytes) -> str:
    """Return the fingerprint that a bundle is signed by; raises when anything is wrong with it."""
    parts = parts_of(data)
    spelled = parts.pop("manifest.json")
    manifest = canonical(spelled, MANIFEST)
    require((manifest["format"], manifest["version"]) == ("relational-screen bundle", 1), "not of version 1")
    signature = canonical(parts.pop("signature.json"), SIGNATURE)
    check_signature(signature, spelled)
    named = {name: {"sha256": digest(part), "size": len(part)} for name, part in parts.items()}
    require(named == manifest["parts"] and all(re.fullmatch(PART, name) for name in parts), "other parts")
    *lines, rest = parts["events.jsonl"].split(b"\n")
    require(rest == b"" and 1 <= len(lines) <= 20_000, "not a log of events")
    events = check_events(lines, manifest)
    content = {name[len("content/") : -len(".json")]: part for name, part in parts.items() if "content/" in name[:8]}
    require(all(digest(part) == name for name, part in content.items()), "content under another hash")
    passages = {event["data"]["passages"] for event in events if event["type"] == "draft_attached"}
    catalogue = {events[0]["data"]["content"]}
    require(catalogue <= content.keys() <= catalogue | passages, "content that is not pinned, or none")
    require(sorted(passages - content.keys()) == manifest["withheld"], "other passages withheld than it says")
    return str(signature["key"])


if __name__ == "__main__":
    for file in sys.argv[1:]:
        try:
            print(file, "is signed by", verify(Path(file).read_bytes()))  # noqa: T201
        except (ValueError, KeyError, TypeError, BadZipFile, InvalidSignature) as fault:
            sys.exit(f"{file} is refused: {fault!r}")
