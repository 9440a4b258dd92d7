"""The manifest: what a bundle holds, part by part. What it does not name is not in the bundle, and the reverse."""

import json
import re
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.refusing import refused, too_new
from relational_screen.screening.canonical import canonical

FORMAT: Literal["relational-screen bundle"] = "relational-screen bundle"
VERSION: Literal[1] = 1
MANIFEST, SIGNATURE, EVENTS, CONTENT, ATTACHMENTS = (
    "manifest.json",
    "signature.json",
    "events.jsonl",
    "content/",
    "attachments/",
)
ATTACHMENT = re.compile(r"(?!(?i:con|prn|aux|nul|com\d|lpt\d)[ .])\w[\w .,()-]{0,99}\.(docx|pdf|json|txt)")
"""The names that attachments may have: good on every system, where some are devices, and never a path."""

_PART = re.compile(rf"events\.jsonl|content/[0-9a-f]{{64}}\.json|attachments/{ATTACHMENT.pattern}")


def _part_name(name: str) -> str:
    if not _PART.fullmatch(name):
        message = "no part of a bundle has such a name"
        raise ValueError(message)
    return name


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
PartName = Annotated[str, AfterValidator(_part_name)]


class BundleValue(BaseModel):
    """What stands in a bundle's JSON parts: nothing unknown in it, and one spelling for what is (`read_part`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def spelled(self) -> bytes:
        """Return the canonical bytes that the value is kept, hashed and signed as."""
        return canonical(self.model_dump(mode="json"))


class Part(BundleValue):
    """The SHA-256 of a part's bytes and how many they are."""

    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class Log(BundleValue):
    """How many events the chain has, and the hash of its last."""

    count: Annotated[int, Field(ge=1)]
    head: Sha256


class Manifest(BundleValue):
    """What a bundle holds. `withheld` are the hashes of the draft's passages that were left out of it."""

    format: Literal["relational-screen bundle"]
    version: Literal[1]
    program: Annotated[str, Field(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]
    screening: Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]
    events: Log
    withheld: tuple[Sha256, ...]
    parts: dict[PartName, Part]


BundleValueT = TypeVar("BundleValueT", bound=BundleValue)


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        ScreenError: it is of an unknown version, or not spelled as the format says.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise _no_bundle() from fault
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _no_bundle()
    if found.get("version") != VERSION:
        raise too_new(
            N_("The bundle has a format of another version than this program knows ({known})."), known=VERSION
        )
    return read_part(data, Manifest, MANIFEST)


def read_part(data: bytes, kind: type[BundleValueT], part: str) -> BundleValueT:
    """Read a JSON part, which must be spelled as this program would spell it.

    Raises:
        ScreenError: it holds anything else.
    """
    try:
        found = kind.model_validate_json(data)
    except ValidationError as fault:
        raise _misspelled(part) from fault
    if found.spelled() != data:
        raise _misspelled(part)
    return found


def _no_bundle() -> ScreenError:
    return refused(N_("The file is not a bundle, or it is damaged."))


def _misspelled(part: str) -> ScreenError:
    return refused(N_("The bundle's {part} does not hold what the format says."), part=part)
