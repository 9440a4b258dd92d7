"""A bundle holds a screening wholly, and is the same bytes wherever it is made."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import make_bundle, open_bundle
from relational_screen.registry.bundle.collecting import collect
from relational_screen.registry.bundle.packing import packed
from relational_screen.screening.canonical import digest
from relational_screen.screening.state import fold
from relational_screen.store.store import Store
from tests.registry.samples import CATALOGUE, FIRST, NOTE, SECOND, bundle, chain, files_of, office, parts, relinked
from tests.registry.samples import with_events as bundle_of

ROOT = Path(__file__).parent.parent.parent
GOLDEN = "08b5c7c032518678bc97fc47dced208f4fbbf14d71cbadbced83d3c6ed9885fb"
"""The SHA-256 of the invented bundle: a change of it is a change of the format."""


def test_an_opened_bundle_holds_what_went_in() -> None:
    made = parts()
    opened = open_bundle(make_bundle(made, office()))
    assert list(opened.events) == list(made.events)
    assert opened.state == fold(made.events)
    assert opened.content == made.content
    assert opened.attachments == made.attachments
    assert opened.signed_by == office().public
    assert (opened.screening, opened.manifest.program, opened.manifest.withheld) == ("s1", "0.1.0", ())
    assert opened.id == digest(files_of(bundle())["manifest.json"])


def test_the_bytes_of_a_bundle_never_change() -> None:
    assert digest(bundle()) == GOLDEN


def test_another_process_makes_the_same_bytes() -> None:
    command = "from tests.registry.samples import bundle; import sys; sys.stdout.buffer.write(bundle())"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == bundle()


def test_another_system_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    made = bundle()
    monkeypatch.setattr(sys, "platform", "win32")
    assert packed(files_of(made)) == made


def test_the_order_in_which_parts_are_given_does_not_matter() -> None:
    backwards = {digest(data): data for data in (SECOND, FIRST, CATALOGUE)}
    assert list(backwards) == list(parts().content)[::-1]
    notes = {"note.json": b"{}", "Notat æøå 1.docx": NOTE}
    made = parts(SECOND, FIRST, CATALOGUE, attachments=notes)
    assert make_bundle(made, office()) == bundle()


def test_a_bundle_is_an_ordinary_zip_file_of_plain_files(tmp_path: Path) -> None:
    path = tmp_path / "s1.relscreen"
    path.write_bytes(bundle())
    with ZipFile(path) as zipped:
        assert zipped.testzip() is None
        assert {info.compress_type for info in zipped.infolist()} == {ZIP_STORED}
        assert zipped.read("attachments/Notat æøå 1.docx") == NOTE


def test_passages_that_are_withheld_are_named_and_nowhere_in_the_bundle() -> None:
    data = make_bundle(parts(CATALOGUE, SECOND), office())
    opened = open_bundle(data)
    assert opened.manifest.withheld == (digest(FIRST),)
    assert opened.content.keys() == {digest(CATALOGUE), digest(SECOND)}
    assert FIRST not in data
    assert open_bundle(make_bundle(parts(CATALOGUE), office())).manifest.withheld == tuple(
        sorted([digest(FIRST), digest(SECOND)])
    )


def test_a_screening_without_answers_or_draft_is_bundled_like_any_other() -> None:
    made = parts(CATALOGUE, attachments={})
    made = type(made)(chain().events[:1], made.content)
    opened = open_bundle(make_bundle(made, office()))
    assert len(opened.events) == 1
    assert opened.attachments == {}


def test_a_bundle_without_the_catalogue_is_not_made() -> None:
    with pytest.raises(ScreenError, match="other content than its events pin"):
        make_bundle(parts(FIRST, SECOND), office())


def test_a_bundle_with_content_that_nothing_pins_is_not_made() -> None:
    with pytest.raises(ScreenError, match="other content than its events pin"):
        make_bundle(parts(CATALOGUE, b"{}"), office())


@pytest.mark.parametrize(
    "name",
    [
        "../note.docx",
        "a/note.docx",
        "a\\note.docx",
        ".docx",
        "note.exe",
        "C:note.pdf",
        "note.pdf\n",
        "\u202enote.pdf",
        "x" * 101 + ".pdf",
    ],
)
def test_an_attachment_whose_name_is_a_path_or_a_program_is_refused(name: str) -> None:
    with pytest.raises(ScreenError, match="cannot stand in a bundle"):
        make_bundle(parts(attachments={name: NOTE}), office())


def test_an_attachment_may_have_a_decomposed_danish_name() -> None:
    opened = open_bundle(make_bundle(parts(attachments={"A\u030arhus.pdf": NOTE}), office()))
    assert list(opened.attachments) == ["\u00c5rhus.pdf"]


def test_a_clock_that_ran_backwards_is_shown() -> None:
    assert open_bundle(bundle()).clock_went_back == ()
    lines = relinked(chain().events, at="2026-03-01T12:00:00+00:00")
    assert open_bundle(bundle_of(lines)).clock_went_back == (6,)


def test_times_are_compared_across_time_zones() -> None:
    lines = relinked(chain().events, at="2027-03-01T13:06:00+02:00")  # 11:06 where the events before are 12:04
    assert open_bundle(bundle_of(lines)).clock_went_back == (6,)


@pytest.mark.parametrize(("with_draft", "withheld"), [(True, 0), (False, 2)])
def test_a_screening_is_taken_out_of_the_store_with_or_without_its_draft(
    tmp_path: Path, with_draft: bool, withheld: int
) -> None:
    store = Store(tmp_path / "screenings.sqlite")
    store.append(chain().events, {digest(data): data for data in (CATALOGUE, FIRST, SECOND)}, {})
    opened = open_bundle(make_bundle(collect(store, "s1", {"note.pdf": NOTE}, with_draft=with_draft), office()))
    assert list(opened.events) == store.events("s1")
    assert len(opened.manifest.withheld) == withheld
    assert opened.attachments == {"note.pdf": NOTE}
    store.close()


def test_a_damaged_screening_is_not_bundled(tmp_path: Path) -> None:
    store = Store(tmp_path / "screenings.sqlite")
    store.append(chain().events, {digest(CATALOGUE): CATALOGUE}, {})
    with pytest.raises(ScreenError, match="missing or changed"):
        collect(store, "s1", {}, with_draft=True)
    store.close()
