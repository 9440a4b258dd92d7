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
P, T = 2**255 - 19, 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826


def require(fact: bool, reason: str) -> None:
    if not fact:
        raise ValueError(reason)


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def plain(data: bytes) -> Any:
    value = json.loads(data.decode(), parse_float=int, parse_constant=int)  # int refuses what is not whole
    spelled = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    require(normalize("NFC", spelled).encode() == data, "JSON that is not canonical")
    return value


def canonical(data: bytes, keys: set[str]) -> dict[str, Any]:
    value = plain(data)
    require(isinstance(value, dict) and value.keys() == keys, "other keys than the format has")
    return dict(value)


def parts_of(data: bytes) -> dict[str, bytes]:
    infos = (archive := ZipFile(BytesIO(data))).infolist()
    require(len({info.filename.casefold() for info in infos}) == len(infos), "a name is repeated")
    plain_files = all((info.compress_type, info.external_attr) == (ZIP_STORED, 0x81800000) for info in infos)
    require(plain_files, "a part is compressed or no plain file")
    return {info.filename: archive.read(info) for info in infos}


def check_signature(signature: dict[str, Any], manifest: bytes) -> None:
    key = bytes.fromhex(signature["public_key"])
    require(signature["algorithm"] == "Ed25519" and signature["manifest"] == digest(manifest), "another manifest")
    require(signature["key"] == digest(key)[:32], "a fingerprint that is not the key's")
    require(int.from_bytes(key, "little") % 2**255 not in (0, 1, P - 1, P, P + 1, T, P - T), "a key of small order")
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
    manifest = canonical(spelled := parts.pop("manifest.json"), MANIFEST)
    require((manifest["format"], manifest["version"]) == ("relational-screen bundle", 1), "not of version 1")
    signature = canonical(parts.pop("signature.json"), SIGNATURE)
    check_signature(signature, spelled)
    named = {name: {"sha256": digest(part), "size": len(part)} for name, part in parts.items()}
    require(named == manifest["parts"] and all(re.fullmatch(PART, name) for name in parts), "other parts")
    *lines, rest = parts["events.jsonl"].split(b"\n")
    require(rest == b"" and 1 <= len(lines) <= 20_000, "not a log of events")
    events = check_events(lines, manifest)
    content = {name[len("content/") : -len(".json")]: part for name, part in parts.items() if "content/" in name[:8]}
    read = {name: plain(part) for name, part in content.items() if digest(part) == name}
    require(read.keys() == content.keys(), "content under another hash")
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
