"""The content that ships: read, held together, complete, and never losing an id."""

import re
from pathlib import Path
from unicodedata import is_normalized

import pytest

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist, Gate, Question
from relational_screen.catalogue.checks import find_gaps, find_problems
from relational_screen.catalogue.model import KINDS, Kind
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.shipped import add_checklists, content_file, read_catalogue, shipped_folder
from relational_screen.errors import Problems
from relational_screen.screening.scope import COMMON
from tests.builders import core

RELEASED = Path(__file__).parent.parent / "data" / "released_ids.txt"
ARENAS = ("housing", "education", "leisure", "labour", "health")
WEIGHTS = {"K": "key", "N": "normal", "M": "minor"}
LETTERS = dict(zip("BOPLU", KINDS, strict=True))
ROW = re.compile(r"\| [A-Z]\d+ (?P<name>[a-z-]+) \| (?P<mechanism>\w+) \| (?P<weight>[KNM]) \| (?P<asks>[^|]*) \|")


def _whole() -> Catalogue:
    folder = shipped_folder()
    return add_checklists(core(), [read_record(folder / f"{arena}.toml", Checklist) for arena in ARENAS])


WHOLE = _whole()


def _asked(checklist: Checklist) -> list[Gate | Question]:
    return [*checklist.gates, *checklist.questions]


def test_the_shipped_files_hold_together() -> None:
    assert [item.id for item in WHOLE.checklists] == [*ARENAS, COMMON]
    assert list(find_problems(WHOLE)) == []


@pytest.mark.parametrize("arena", ["housing", COMMON])
def test_a_checklist_that_is_said_to_be_complete_is(arena: str) -> None:
    assert WHOLE.checklist(arena).complete
    assert list(find_gaps(WHOLE.checklist(arena))) == []


@pytest.mark.parametrize("checklist", WHOLE.checklists, ids=lambda item: item.id)
def test_every_arena_has_two_to_four_gates_named_as_such(checklist: Checklist) -> None:
    assert 2 <= len(checklist.gates) <= 4
    assert all(gate.id.startswith(f"{checklist.id}.gate-") for gate in checklist.gates)


def test_no_question_is_named_like_a_gate() -> None:
    assert not [item.id for found in WHOLE.checklists for item in found.questions if ".gate-" in item.id]


def test_shipped_texts_are_composed_unicode() -> None:
    for path in shipped_folder().glob("*.toml"):
        assert is_normalized("NFC", path.read_text(encoding="utf-8")), path.name


def test_an_id_that_was_ever_released_still_exists_or_is_retired() -> None:
    present = {item.id for found in WHOLE.checklists for item in _asked(found)}
    present |= {name for found in WHOLE.checklists for name in found.retired}
    present |= {f"groups/{group.id}" for group in WHOLE.groups}
    released = RELEASED.read_text(encoding="utf-8").split()
    assert [name for name in released if name not in present] == []
    assert len(released) == len(set(released)) > 100


def test_every_present_question_gate_and_group_is_on_the_list_of_released_ids() -> None:
    released = RELEASED.read_text(encoding="utf-8").split()
    present = [item.id for found in WHOLE.checklists for item in _asked(found)]
    present += [f"groups/{group.id}" for group in WHOLE.groups]
    assert [name for name in present if name not in released] == []


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for path in shipped_folder().glob("*.toml"):
        content = path.read_text(encoding="utf-8")
        if path.name in ("groups.toml", "remedies.toml"):
            content = content.replace("[[", 'stray = "x"\n[[', 1)
        (tmp_path / path.name).write_text(content, encoding="utf-8")
    (tmp_path / "facts.toml").unlink()
    with pytest.raises(Problems) as caught:
        read_catalogue(tmp_path)
    told = str(caught.value)
    assert len(caught.value.problems) == 3
    for name in ("groups.toml: stray", "remedies.toml: stray", "facts.toml cannot be read"):
        assert name in told


def test_content_is_taken_from_beside_the_module_before_the_source_checkout(tmp_path: Path) -> None:
    beside = tmp_path / "housing.toml"
    assert content_file(str(tmp_path / "module.py"), "housing.toml") == beside
    beside.touch()
    assert content_file(str(tmp_path / "module.py"), "housing.toml") == beside
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "method.toml").touch()
    below = tmp_path / "plugins" / "module.py"
    assert content_file(str(below), "housing.toml") == tmp_path.resolve() / "checklists" / "housing.toml"


@pytest.fixture(scope="session")
def content_map() -> str:
    path = Path(__file__).parents[3] / "shared" / "content-map.md"
    if not path.exists():
        pytest.skip(f"the content map is not at {path}")
    return path.read_text(encoding="utf-8")


def _mapped(content_map: str) -> list[tuple[str, str, str, tuple[Kind, ...]]]:
    """(id, mechanism, weight, kinds) of every question in the map's tables."""
    found: list[tuple[str, str, str, tuple[Kind, ...]]] = []
    for section in re.split(r"^## ", content_map, flags=re.MULTILINE)[1:]:
        arena = section.split(maxsplit=1)[0]
        for row in ROW.finditer(section):
            letters = re.search(r"\(([BOPLU](?:,[BOPLU])*)\)", row["asks"])
            kinds = tuple(LETTERS[letter] for letter in letters[1].split(",")) if letters else KINDS
            found.append((f"{arena}.{row['name']}", row["mechanism"], WEIGHTS[row["weight"]], kinds))
    return found


def test_the_questions_of_the_content_map_are_all_there_as_it_says(content_map: str) -> None:
    mapped = _mapped(content_map)
    assert len(mapped) == 10 + 16 + 15 + 12 + 14 + 14
    questions = {item.id: item for found in WHOLE.checklists for item in found.questions}
    there = {name: (item.mechanism, item.weight, item.kinds) for name, item in questions.items()}
    wrong = [(name, said, there.get(name)) for name, *said in mapped if there.get(name) != tuple(said)]
    assert wrong == []
