"""Content files are read strictly, and everything that is wrong in one is told at once."""

from decimal import Decimal
from pathlib import Path

import pytest

from relational_screen.catalogue.checklist import Checklist
from relational_screen.catalogue.facts import FactFile
from relational_screen.catalogue.groups import GroupFile
from relational_screen.catalogue.method import Method
from relational_screen.catalogue.reading import load_toml, read_record
from relational_screen.catalogue.remedies import RemedyFile
from relational_screen.catalogue.shipped import shipped_folder
from relational_screen.errors import Problems, ScreenError

CHECKLIST = """
id = "invented"
version = "1.0"
order = 1
complete = false
title.da = "Opdigtet"
title.en = "Invented"
[[gates]]
id = "invented.gate-any"
question.da = "Et opdigtet spørgsmål?"
question.en = "An invented question?"
[[questions]]
id = "invented.first"
mechanism = "places"
weight = "key"
title.da = "Opdigtet"
title.en = "Invented"
question.da = "Et opdigtet spørgsmål?"
question.en = "An invented question?"
phrase.raises.da = "gøre godt"
phrase.raises.en = "do good"
phrase.lowers.da = "gøre skade"
phrase.lowers.en = "do harm"
sources = ["strategy: kapitel 5"]
"""


def _problems(tmp_path: Path, content: str) -> list[str]:
    path = tmp_path / "invented.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ScreenError) as caught:
        read_record(path, Checklist)
    return str(caught.value).splitlines()


def test_a_checklist_with_what_a_question_needs_is_read(tmp_path: Path) -> None:
    path = tmp_path / "invented.toml"
    path.write_text(CHECKLIST, encoding="utf-8")
    found = read_record(path, Checklist)
    assert found.questions[0].id == "invented.first"
    assert found.questions[0].kinds == ("bill", "executive_order", "plan", "local_plan", "budget")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('weight = "key"', 'weigth = "key"\nweight = "key"', "invented.first.weigth: the field is unknown"),
        ('title.en = "Invented"\n[[', 'title.en = "I"\nauthor = "x"\n[[', "author: the field is unknown"),
        ('version = "1.0"', "version = 1.10", "version: a text in quotation marks is wanted"),
        ('mechanism = "places"\n', "", "invented.first.mechanism: the field is missing"),
        ('phrase.lowers.en = "do harm"\n', "", "invented.first.phrase.lowers.en: the field is missing"),
        ('version = "1.0"\n', "", "version: the field is missing"),
        (
            'weight = "key"',
            'weight = "heavy"',
            "invented.first.weight: the value must be one of 'key', 'normal', 'minor'",
        ),
        ('mechanism = "places"', 'mechanism = "magic"', "invented.first.mechanism"),
        ('weight = "key"', 'weight = "key"\nkinds = ["law"]', "invented.first.kinds"),
        ('id = "invented.first"', 'id = "Invented first"', "Invented first.id"),
        ('phrase.raises.en = "do good"', 'phrase.raises.en = " "', "phrase.raises.en: the text is empty"),
        ('sources = ["strategy: kapitel 5"]', "sources = []", "invented.first.sources"),
        ('sources = ["strategy: kapitel 5"]', 'sources = ["strategy"]', 'a source reads "DOCUMENT: place"'),
        ("complete = false", "complete = 0", "complete"),
        ('id = "invented.gate-any"\n', "", "gates.no. 1.id: the field is missing"),
    ],
)
def test_a_fault_is_told_with_the_file_the_id_and_the_field(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in CHECKLIST
    (found,) = _problems(tmp_path, CHECKLIST.replace(old, new, 1))
    assert found.startswith("invented.toml: ")
    assert problem in found


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    bad = (
        CHECKLIST.replace('"key"', '"heavy"').replace('"1.0"', "1.10").replace('mechanism = "places"\n', "shape = 1\n")
    )
    found = "\n".join(_problems(tmp_path, bad))
    assert len(found.splitlines()) == 4
    for part in ("version", "invented.first.weight", "invented.first.mechanism", "invented.first.shape"):
        assert f"invented.toml: {part}" in found or f"questions.{part}" in found


def test_a_decimal_number_is_kept_exactly(tmp_path: Path) -> None:
    path = tmp_path / "any.toml"
    path.write_text("figure = 12.40", encoding="utf-8")
    assert str(load_toml(path)["figure"]) == "12.40"
    assert isinstance(load_toml(path)["figure"], Decimal)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"a = 1\na = 2", "not valid TOML"), (b'a = "\xf8"', "not text in UTF-8"), (None, "cannot be read")],
)
def test_a_file_that_is_no_toml_is_told(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "broken.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ScreenError, match=rf"broken\.toml.*{says}"):
        read_record(path, Checklist)


def _shipped(name: str) -> str:
    return (shipped_folder() / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "kind", "old", "new", "says"),
    [
        ("method.toml", Method, 'id = "few"', 'id = "handful"', "reach must hold few, some, most in this order"),
        ("method.toml", Method, "from = 10", "from = 40", "bands must start at 0 and rise"),
        ("method.toml", Method, 'version = "1.0"', "version = 1.0", "version: a text in quotation marks"),
        ("method.toml", Method, 'share = "1/3"', 'share = "a third"', "undetermined.share"),
        ("method.toml", Method, "factor = 0.75", "factor = 1.75", "factor"),
        ("groups.toml", GroupFile, "prevalence.figure = 9", "prevalence.figure = 109", "prevalence.figure"),
        ("groups.toml", GroupFile, 'measure = "often_lonely"', 'measure = "lonely"', "prevalence.measure"),
        ("facts.toml", FactFile, "year = 2023", 'year = "last"', "year"),
        ("remedies.toml", RemedyFile, "planning_law = 0", "planning_law = 99", "planning_law"),
    ],
)
def test_every_kind_of_file_is_read_strictly(
    tmp_path: Path, name: str, kind: type[Method], old: str, new: str, says: str
) -> None:
    content = _shipped(name)
    assert old in content
    path = tmp_path / name
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScreenError) as caught:
        read_record(path, kind)
    assert not isinstance(caught.value, Problems)
    assert str(caught.value).startswith(f"{name}: ")
    assert says in str(caught.value)
