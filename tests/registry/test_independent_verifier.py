"""The format's description is good enough: a verifier written from it alone tells whole bundles from changed ones."""

import ast
import subprocess
import sys
from pathlib import Path
from zipfile import BadZipFile

import pytest
from cryptography.exceptions import InvalidSignature

from relational_screen.registry.bundle import make_bundle
from relational_screen.registry.manifest import EVENTS, MANIFEST
from relational_screen.registry.packing import packed
from relational_screen.screening.canonical import canonical
from tests.registry import independent_verifier
from tests.registry.independent_verifier import verify
from tests.registry.samples import CATALOGUE, FIRST, bundle, chain, files_of, office, parts, resigned, with_events
from tests.registry.test_hostile_bundles import EVENT_TRICKS, LIES, TRICKS, Lines

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
