"""Bundles, keys and verification on the command line. The screening is the invented example."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.language import use_language
from relational_screen.cli import cli
from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import open_bundle
from relational_screen.screening.proposal import Proposal

PASSWORD = "five invented words for tests"


@pytest.fixture(autouse=True)
def usual_language() -> Iterator[None]:
    """The usual language is left behind."""
    yield
    use_language("da")


class Office:
    """An office at the command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.application = Application(folder / "s.sqlite", "Invented Person")
        self.screening = start_example(self.application).id

    def run(self, *words: object, passwords: int = 1) -> Result:
        line = ["--store", str(self.folder / "s.sqlite"), "--lang", "en", *map(str, words), "--keys", self.keys]
        return CliRunner().invoke(cli, line, input=f"{PASSWORD}\n" * passwords, catch_exceptions=False)

    @property
    def keys(self) -> str:
        return str(self.folder / "keys")

    def bundled(self, *words: object, name: str = "x.relscreen") -> Path:
        path = self.folder / name
        done = self.run("bundle", self.screening, "-o", path, *words)
        assert done.exit_code == 0, done.output
        return path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    found = Office(tmp_path)
    done = found.run("keys", "create", passwords=2)
    assert "kept in a file with a password" in done.output
    return found


def test_a_bundle_is_verified_with_its_signer_and_its_notes(office: Office) -> None:
    told = office.run("verify", office.bundled()).output
    fingerprint = office.run("keys", "show").output.split("Signs with ")[1].splitlines()[0]
    assert office.screening in told
    assert f"Signed by {fingerprint}" in told
    assert told.count("matches the screening") == 3


def test_a_note_is_verified_as_a_file(office: Office) -> None:
    note = office.folder / "note.pdf"
    office.application.open(office.screening).export(note, "one-page", "en")
    assert "its record is whole" in office.run("verify", note).output


def test_a_changed_bundle_is_refused(office: Office) -> None:
    path = office.bundled()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    done = office.run("verify", path)
    assert done.exit_code == 1
    assert "Nothing of it was used" in done.output


def test_the_draft_goes_along_only_when_asked(office: Office) -> None:
    words = office.application.open(office.screening).draft
    assert words is not None
    phrase = words.passages[5].text[:30].encode()
    assert phrase not in office.bundled("--hash-only").read_bytes()
    assert phrase in office.bundled("--with-draft", name="y.relscreen").read_bytes()


def test_a_bundle_that_is_sealed_is_opened_by_its_reader_alone(office: Office) -> None:
    recipient = office.run("keys", "show").output.split("sealed for ")[1].split()[0]
    path = office.bundled("--to", recipient)
    assert office.screening.encode() not in path.read_bytes()
    assert office.screening in office.run("verify", path).output
    (office.folder / "b").mkdir()
    stranger = Office(office.folder / "b")
    stranger.run("keys", "create", passwords=2)
    done = stranger.run("verify", path)
    assert done.exit_code == 1
    assert "sealed for another key" in done.output


def test_the_same_screening_gives_the_same_bundle(office: Office) -> None:
    assert office.bundled().read_bytes() == office.bundled(name="again.relscreen").read_bytes()


def test_a_screening_that_was_only_begun_is_bundled_without_a_note(office: Office) -> None:
    begun = office.application.start(Proposal(title="Invented", kind="bill"))
    path = office.folder / "begun.relscreen"
    done = office.run("bundle", begun.id, "-o", path)
    assert "holds no note" in done.output
    assert open_bundle(path.read_bytes()).attachments == {}


def test_it_is_said_where_the_keys_lie(office: Office) -> None:
    told = office.run("keys", "show").output
    assert told.count("kept in a file with a password") == 2


def test_a_store_is_verified_as_a_file(office: Office) -> None:
    assert "every chain is whole" in office.run("verify", office.folder / "s.sqlite").output


def test_a_wrong_password_is_told_without_the_key(office: Office) -> None:
    line = ["--lang", "en", "keys", "show", "--keys", office.keys]
    with pytest.raises(ScreenError, match="password is another one"):
        CliRunner().invoke(cli, line, input="another invented password\n", catch_exceptions=False)


def test_the_public_key_is_written_for_others(office: Office) -> None:
    path = office.folder / "office.key"
    office.run("keys", "export", "-o", path, "--owner", "Invented office")
    assert "Invented office" in path.read_text("utf-8")


def registered(office: Office, *words: object) -> Result:
    line = ["--lang", "en", "registry", *map(str, words), "--registry", str(office.folder / "registry.sqlite")]
    return CliRunner().invoke(cli, line, catch_exceptions=False)


def test_a_bundle_counts_once_its_key_is_confirmed(office: Office) -> None:
    path = office.bundled()
    first = registered(office, "add", path)
    assert "0 added, 0 known already, 1 waiting for a key, 0 refused" in first.output
    assert "Screenings that count: 0" in registered(office, "stats").output
    fingerprint = first.output.split("confirmed: ")[1].split(" (")[0]
    registered(office, "add", office.bundled("--with-draft", name="y.relscreen"), "--confirm", fingerprint)
    assert "Screenings that count: 1" in registered(office, "stats").output
    listed = json.loads(registered(office, "list", "--json").output)
    assert [line["id"] for line in listed] == [office.screening]
    assert office.screening[:8] in registered(office, "list").output


def test_what_is_refused_is_told_and_counts_for_nothing(office: Office) -> None:
    path = office.folder / "broken.relscreen"
    path.write_bytes(b"not a bundle")
    done = registered(office, "add", path)
    assert done.exit_code == 1
    assert "broken.relscreen: " in done.output
    assert json.loads(registered(office, "stats", "--json").output)["total"] == 0


def test_a_sample_of_null_results_is_drawn_by_its_seed(office: Office) -> None:
    drawn = json.loads(registered(office, "sample", "--seed", 7, "--size", 3).output)
    assert (drawn["seed"], drawn["drawn"], drawn["drawn_from"]) == (7, [], 0)


def test_an_empty_key_to_seal_for_is_refused_instead_of_left_out(office: Office) -> None:
    with pytest.raises(ScreenError, match="not a public key"):
        office.run("bundle", office.screening, "-o", office.folder / "x.relscreen", "--to", "")
    assert not (office.folder / "x.relscreen").exists()


def test_keys_that_were_made_halfway_are_completed(office: Office) -> None:
    (office.folder / "keys" / "opening-key.protected").unlink()
    assert "kept in a file with a password" in office.run("keys", "create", passwords=2).output
    assert "Opens what is sealed for age1" in office.run("keys", "show").output


def test_a_file_that_is_not_there_is_told_as_such(office: Office) -> None:
    done = office.run("verify", office.folder / "missing.relscreen")
    assert done.exit_code == 1
    assert "was not found" in done.output
