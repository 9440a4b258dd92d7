"""The format's description is good enough: a verifier written from it alone tells whole bundles from changed ones."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args
from zipfile import BadZipFile

import pytest
from cryptography.exceptions import InvalidSignature

from relational_screen.drafts.zipped import MAX_PART
from relational_screen.registry.bundle import bundle as bundle_module
from relational_screen.registry.bundle.bundle import MAX_CONTENT, make_bundle
from relational_screen.registry.bundle.chain import MAX_CARRIED, MAX_EVENTS, MAX_VALUES
from relational_screen.registry.bundle.manifest import EVENTS, MANIFEST
from relational_screen.registry.bundle.packing import MAX_BUNDLE, packed
from relational_screen.registry.keys.keys import WEAK
from relational_screen.registry.keys.sealing import MAX_HEAD
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.events import EventType
from tests.registry import independent_verifier
from tests.registry.independent_verifier import verify
from tests.registry.samples import CATALOGUE, FIRST, bundle, chain, files_of, office, parts, resigned, with_events
from tests.registry.test_hostile_bundles import EVENT_TRICKS, LIES, TRICKS, Lines
from tests.registry.test_hostile_values import TWO_WAYS, signed_by, with_passages

SOURCE = Path(independent_verifier.__file__)
FAULTS = (ValueError, KeyError, TypeError, BadZipFile, InvalidSignature)


def _lines() -> Lines:
    return [event.content for event in chain().events]


def test_the_verifier_is_short_and_uses_the_standard_library_and_ed25519_only() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    named = {
        name.split(".")[0]
        for node in imports
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    assert len(text.splitlines()) < 100
    assert named <= sys.stdlib_module_names | {"cryptography"}


@pytest.mark.parametrize("content", [(CATALOGUE,), (CATALOGUE, FIRST), ()])
def test_it_accepts_whole_bundles(content: tuple[bytes, ...]) -> None:
    assert verify(make_bundle(parts(*content), office())) == office().public.fingerprint


@pytest.mark.parametrize("trick", EVENT_TRICKS)
def test_it_refuses_events_that_do_not_follow(trick: str) -> None:
    with pytest.raises(FAULTS):
        verify(with_events(EVENT_TRICKS[trick](_lines())))


@pytest.mark.parametrize("trick", TRICKS)
def test_it_refuses_events_that_others_touched(trick: str) -> None:
    log = b"".join(line + b"\n" for line in TRICKS[trick](_lines()))
    with pytest.raises(FAULTS):
        verify(packed({**files_of(bundle()), EVENTS: log}))


@pytest.mark.parametrize("lie", ["count", "head", "screening", "withheld", "parts", "unknown key"])
def test_it_refuses_a_manifest_that_lies(lie: str) -> None:
    with pytest.raises(FAULTS):
        verify(resigned(files_of(bundle()), **LIES[lie]))


@pytest.mark.parametrize("name", sorted(files_of(bundle())))
def test_it_refuses_a_bundle_in_which_any_part_was_changed_or_left_out(name: str) -> None:
    files = files_of(bundle())
    with pytest.raises(FAULTS):
        verify(packed({**files, name: files[name] + b" "}))
    del files[name]
    with pytest.raises(FAULTS):
        verify(packed(files))


def test_it_refuses_a_manifest_that_is_not_signed() -> None:
    files = files_of(bundle())
    spelled = canonical(
        {**independent_verifier.canonical(files[MANIFEST], independent_verifier.MANIFEST), "program": "9"}
    )
    with pytest.raises(FAULTS):
        verify(packed({**files, MANIFEST: spelled}))


def test_it_runs_alone(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.relscreen", tmp_path / "bad.relscreen"
    good.write_bytes(bundle())
    bad.write_bytes(bundle().replace(b"Invented Person", b"Inverted Person"))
    for path, code, words in ((good, 0, office().public.fingerprint), (bad, 1, "is refused")):
        done = subprocess.run([sys.executable, "-I", SOURCE, path], capture_output=True, text=True, check=False)
        assert (done.returncode, words in done.stdout + done.stderr) == (code, True)


@pytest.mark.parametrize("y", sorted(WEAK))
def test_it_refuses_a_key_under_which_anybody_can_sign(y: int) -> None:
    for point in WEAK:
        with pytest.raises(FAULTS):
            verify(signed_by(y.to_bytes(32, "little"), point.to_bytes(32, "little") + bytes(32)))


BEYOND_LIMITS = {"many values", "depth that some read", "a number that others round"}
"""Canonical but for limits, which a verifier may leave out."""


@pytest.mark.parametrize("way", sorted(TWO_WAYS.keys() - BEYOND_LIMITS))
def test_it_refuses_content_that_is_not_canonical(way: str) -> None:
    with pytest.raises((*FAULTS, RecursionError)):
        verify(with_passages(TWO_WAYS[way]))


def test_it_accepts_a_chain_of_every_type_of_event() -> None:
    types = set(get_args(EventType)) - {"started"}
    lines = [event.content for event in chain(0).events]
    for number, kind in enumerate(sorted(types), start=len(lines) + 1):
        data = {"passages": digest(FIRST)} if kind == "draft_attached" else {}
        fields = {"seq": number, "type": kind, "data": data, "previous": digest(lines[-1])}
        lines.append(canonical({**json.loads(lines[0]), **fields}))
    assert verify(with_events(lines)) == office().public.fingerprint


def test_the_format_names_every_type_of_event() -> None:
    told = Path(bundle_module.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
    assert [kind for kind in get_args(EventType) if f"`{kind}`" not in told] == []


@pytest.mark.parametrize("number", [MAX_EVENTS, MAX_VALUES, MAX_CARRIED, MAX_CONTENT, MAX_BUNDLE, MAX_PART, MAX_HEAD])
def test_the_format_names_every_limit(number: int) -> None:
    told = Path(bundle_module.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
    assert f"{number:,}" in told
