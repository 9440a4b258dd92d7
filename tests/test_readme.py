"""The READMEs say what is on disk."""

import inspect
import re
import subprocess
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from relational_screen import hookspecs
from relational_screen.catalogue.checklist import Checklist, Gate, PerDirection, Question, Signals, Terms
from relational_screen.catalogue.facts import Document, Fact
from relational_screen.catalogue.groups import Group, OddsRatio, Prevalence
from relational_screen.catalogue.remedies import Remedy
from relational_screen.cli import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIELDS = (ROOT / "checklists" / "README.md").read_text(encoding="utf-8")
TREE = README.partition("<!-- tree -->")[2].partition("Imports run downward")[0]


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Path(line) for line in done.stdout.splitlines()]


def in_tree() -> set[str]:
    """Return the paths that the tree names."""
    paths: set[str] = set()
    stack: list[str] = []
    for indent, name in re.findall(r"^    ( *)([\w.]+/?)(?= |$)", TREE, re.MULTILINE):
        stack[len(indent) // 2 :] = [name]
        paths.add("".join(stack))
    return paths


def on_disk() -> set[str]:
    """Return the folders down to three levels, and the modules at the top of the package."""
    files = tracked()
    folders = {f"{'/'.join(file.parts[:depth])}/" for file in files for depth in (1, 2, 3) if len(file.parts) > depth}
    modules = {str(file) for file in files if file.parent == Path("relational_screen") and file.suffix == ".py"}
    quiet = re.compile(r"tests/(?!benchmarks/$|data/$).+|plugins/\w+/.+|.*/(da|LC_MESSAGES)/|.*__init__\.py")
    return {path for path in folders | modules if not quiet.fullmatch(path)}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout, so nothing says what belongs to it")
def test_the_tree_in_the_readme_is_the_one_on_disk() -> None:
    assert in_tree() == on_disk()


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_with_its_options_is_in_the_readme(name: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith(f"| `{name}"))
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option):
            assert any(option in line for option in parameter.opts), parameter.opts


def test_the_readme_names_no_command_that_is_not_there() -> None:
    listed = re.findall(
        r"^\| `([\w-]+)[ `]", README.partition("## From the command line")[2].partition("###")[0], re.MULTILINE
    )
    assert set(listed) == set(cli.commands)


def test_every_hook_is_in_the_readme() -> None:
    hooks = {
        name
        for name, item in vars(hookspecs).items()
        if inspect.isfunction(item) and item.__module__ == hookspecs.__name__
    }
    assert hooks == set(re.findall(r"^\| `(\w+)\(", README.partition("## Adding an arena")[2], re.MULTILINE))


def test_the_code_of_an_arena_in_the_readme_is_that_of_the_tested_one() -> None:
    code = README.partition("```python\n")[2].partition("```")[0]
    package = ROOT / "tests" / "data" / "sixth_arena" / "relational_screen_nature" / "__init__.py"
    assert code == package.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "kind",
    [Checklist, Gate, Question, Signals, Terms, PerDirection, Group, Prevalence, OddsRatio, Fact, Document, Remedy],
)
def test_every_field_of_the_content_is_explained(kind: type[BaseModel]) -> None:
    for field in kind.model_fields:
        assert re.search(rf"\b{field}\b", FIELDS), f"{kind.__name__}.{field}"
