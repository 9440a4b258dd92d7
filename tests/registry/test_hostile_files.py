"""Files and folders that are no honest inbox: what waits, never ends, vanishes, or is named to steer a terminal."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.inbox import files
from relational_screen.registry.inbox.files import read_bundle_file
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.statistics import listed
from tests.registry.offices import LOWERS, bundled, everything, laid, screened, take, yes

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")


@posix
def test_a_pipe_in_place_of_a_bundle_is_refused_and_never_waited_for(registry: Registry, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.relscreen"
    os.mkfifo(pipe)
    ((name, error),) = take(registry, pipe).refused
    assert name == "pipe.relscreen"
    assert "cannot be read" in str(error)


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_in_place_of_a_bundle_is_refused(device: str) -> None:
    with pytest.raises(ScreenError, match="cannot be read"):
        read_bundle_file(Path(device))


@posix
def test_a_link_to_a_device_is_refused_like_the_device(tmp_path: Path) -> None:
    (tmp_path / "link.relscreen").symlink_to("/dev/zero")
    with pytest.raises(ScreenError, match="cannot be read"):
        read_bundle_file(tmp_path / "link.relscreen")


def test_no_more_is_read_of_a_file_than_a_bundle_can_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.relscreen"
    path.write_bytes(bytes(1001))
    monkeypatch.setattr(files, "MAX_BUNDLE", 990)
    monkeypatch.setattr(files, "SEAL", 10)
    with pytest.raises(ScreenError, match="larger than"):
        read_bundle_file(path)
    path.write_bytes(bytes(1000))
    assert len(read_bundle_file(path)) == 1000


@posix
def test_links_in_an_inbox_lead_nowhere_new(registry: Registry, tmp_path: Path) -> None:
    inbox, outside = tmp_path / "inbox", tmp_path / "outside"
    laid(outside, "outside", screened("s1", LOWERS).events)
    laid(inbox, "inside", screened("s2", LOWERS).events)
    (inbox / "round").symlink_to(inbox, target_is_directory=True)
    (inbox / "out").symlink_to(outside, target_is_directory=True)
    (inbox / "gone.relscreen").symlink_to(tmp_path / "missing")
    (inbox / "system.relscreen").symlink_to("/etc/passwd")
    report = take(registry, inbox)
    assert report.added == ["inside.relscreen"]
    assert [name for name, _ in report.refused] == ["system.relscreen"]
    assert "root" not in str(report.refused[0][1])


def test_a_folder_with_the_name_of_a_bundle_is_looked_into(registry: Registry, tmp_path: Path) -> None:
    laid(tmp_path / "folder.relscreen", "a", screened("s1", LOWERS).events)
    assert take(registry, tmp_path).added == ["a.relscreen"]


def test_a_bundle_whose_name_is_in_capitals_is_not_passed_over(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "A.RELSCREEN").write_bytes(bundled(screened("s1", LOWERS).events))
    assert take(registry, tmp_path).added == ["A.RELSCREEN"]


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"PK invented")])
def test_a_file_that_vanishes_or_changes_while_others_are_read_is_refused_alone(
    registry: Registry, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    paths = [laid(tmp_path, name, screened(name, LOWERS).events) for name in ("s1", "s2", "s3")]

    def told(done: int, _: int) -> None:
        if done == 1:
            change(paths[1])

    report = import_bundles([tmp_path], registry, yes, told)
    assert report.added == ["s1.relscreen", "s3.relscreen"]
    assert [name for name, _ in report.refused] == ["s2.relscreen"]


@posix
def test_a_name_that_steers_a_terminal_is_shown_without_what_steers(registry: Registry, tmp_path: Path) -> None:
    names = ["a\x1b[2Jb", "c\u202ed", "e\nf", "g\x07h"]
    for name in names:
        (tmp_path / f"{name}.relscreen").write_bytes(b"invented")
        laid(tmp_path / "whole", name, screened(f"s{names.index(name)}").events)
    report = take(registry, tmp_path)
    shown = ["a[2Jb.relscreen", "cd.relscreen", "e f.relscreen", "gh.relscreen"]
    assert sorted(name for name, _ in report.refused) == shown
    assert sorted(report.added) == shown
    told = "".join(str(error) for _, error in report.refused) + "".join(
        str(bundle["file"]) for number in range(4) for bundle in registry.screening(f"s{number}")["bundles"]
    )
    assert not {"\x1b", "\u202e", "\n", "\x07"} & set(told)


@posix
def test_a_missing_file_with_such_a_name_is_told_without_it(registry: Registry, tmp_path: Path) -> None:
    ((name, error),) = take(registry, tmp_path / "x\x1b[2J.relscreen").refused
    assert "\x1b" not in name + str(error)


def test_thousands_of_refused_files_change_nothing_but_the_list_of_them(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path / "whole", "s1", screened("s1", LOWERS).events))
    before, inbox = everything(registry), tmp_path / "inbox"
    inbox.mkdir()
    for number in range(1_000):
        (inbox / f"{number:05}.relscreen").write_bytes(b"invented %d" % number)
    report = take(registry, inbox)
    assert len(report.refused) == 1_000
    assert everything(registry) == before


def test_two_runs_at_once_on_one_registry_count_each_screening_once(tmp_path: Path) -> None:
    inbox, path = tmp_path / "inbox", tmp_path / "r.sqlite"
    for number in range(20):
        laid(inbox, f"s{number}", screened(f"s{number}", LOWERS).events)
    Registry(path).close()
    done: list[int] = []

    def run() -> None:
        registry = Registry(path)
        report = import_bundles([inbox], registry, yes)
        done.append(len(report.added) + len(report.known))
        registry.close()

    runs = [Thread(target=run) for _ in range(3)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    registry = Registry(path)
    assert done == [20, 20, 20]
    assert sorted(line["id"] for line in listed(registry)) == sorted(f"s{number}" for number in range(20))
    assert all(len(registry.screening(f"s{number}")["bundles"]) == 1 for number in range(20))
    registry.close()


def test_a_full_disk_stops_the_run_and_leaves_the_registry_whole(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path / "first", "s1", screened("s1", LOWERS).events))
    before = everything(registry)
    pages = registry._file.rows("pragma page_count")[0][0]
    registry._file.execute(f"pragma max_page_count = {pages}")
    large = bundled(screened("s2", LOWERS).events, attachments={"note.pdf": os.urandom(500_000)})
    (tmp_path / "b.relscreen").write_bytes(large)
    with pytest.raises(ScreenError, match="disk has room"):
        take(registry, tmp_path / "b.relscreen")
    assert everything(registry) == before
    registry._file.execute("pragma max_page_count = 1000000")
    assert take(registry, tmp_path / "b.relscreen").added == ["b.relscreen"]
