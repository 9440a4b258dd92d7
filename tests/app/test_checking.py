"""Content files are checked on behalf of those who write them."""

from pathlib import Path

from relational_screen.app.checking import check_files, shipped_files
from relational_screen.catalogue.shipped import shipped_folder


def _copy(folder: Path, name: str, old: str = "", new: str = "") -> Path:
    content = (shipped_folder() / name).read_text(encoding="utf-8")
    assert old in content
    path = folder / name
    path.write_text(content.replace(old, new, 1) if old else content, encoding="utf-8")
    return path


def _told(*files: Path, strict: bool = False) -> list[str]:
    return [str(problem) for problem in check_files(files, strict=strict)]


def test_the_shipped_files_have_no_problem() -> None:
    assert len(shipped_files()) >= 11
    assert _told(*shipped_files()) == []


def test_every_file_is_read_as_what_its_name_says(tmp_path: Path) -> None:
    for name in ("method.toml", "groups.toml", "facts.toml", "remedies.toml", "note.toml", "common.toml"):
        assert _told(_copy(tmp_path, name)) == []


def test_problems_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    groups = _copy(tmp_path, "groups.toml", "[[groups]]", 'stray = "x"\n[[groups]]')
    housing = _copy(tmp_path, "housing.toml", 'weight = "key"', 'weight = "heavy"')
    told = _told(groups, housing, tmp_path / "none.toml")
    assert len(told) == 3
    assert told[0].startswith("groups.toml: stray")
    assert told[1].startswith("housing.toml: ")
    assert "none.toml cannot be read" in told[2]


def test_a_reference_to_nothing_is_found_in_a_plugin_s_and_in_the_common_checklist(tmp_path: Path) -> None:
    for name in ("housing.toml", "common.toml"):
        file = _copy(tmp_path, name, 'sources = ["', 'sources = ["nowhere: 1", "')
        (told,) = _told(file)
        assert told.startswith(f"{name}: ")
        assert "nowhere: 1" in told


def test_two_files_of_one_arena_are_told(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    told = _told(_copy(tmp_path, "housing.toml"), _copy(tmp_path / "other", "housing.toml"))
    assert any("housing: the id is used 2 times" in line for line in told)


def test_strict_holds_a_checklist_to_every_field(tmp_path: Path) -> None:
    file = _copy(tmp_path, "housing.toml", "complete = true", "complete = false")
    content = file.read_text(encoding="utf-8").replace('ability = "both"\n', "", 1)
    file.write_text(content, encoding="utf-8")
    assert _told(file) == []
    (told,) = _told(file, strict=True)
    assert "the field ability is missing" in told
