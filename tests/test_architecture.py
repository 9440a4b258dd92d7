"""The house rules that can be measured: who imports whom, how long things are, where errors are caught."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
CORE = ROOT / "relational_screen"
FILES = sorted(
    path for folder in (CORE, ROOT / "plugins") for path in folder.rglob("*.py") if "build" not in path.parts
)
TREES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
ARENAS = {"housing", "education", "leisure", "labour", "health"}
MAX_FILE_LINES, MEDIAN_FILE_LINES = 400, 120
MAX_FUNCTION_LINES, MEDIAN_FUNCTION_LINES = 50, 8
CATCH_ALL_PLACES = [
    "relational_screen/cli/__init__.py",  # the outermost place
    "relational_screen/plugin_loader.py",  # a plugin that cannot be loaded
    "relational_screen/plugin_loader.py",  # a plugin that fails in a review
]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions() -> Iterator[tuple[str, Function]]:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield name, node


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _lines(node: Function) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def test_imports_run_downward_only() -> None:
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_only_the_window_imports_qt() -> None:
    found = {name for name, tree in TREES.items() if any("PySide" in module for module in _imports(tree))}
    assert {name for name in found if not name.startswith("relational_screen/gui/")} == set()


def test_without_the_window_no_part_of_qt_is_loaded() -> None:
    modules = [
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in TREES
        if name.startswith("relational_screen/") and "/gui/" not in name and not name.endswith("__main__.py")
    ]
    command = f"import importlib, sys\nfor name in {modules}: importlib.import_module(name)\n"
    command += "raise SystemExit(any('PySide' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=False).returncode == 0


def test_plugins_import_nothing_of_ours_but_the_api() -> None:
    ours = [
        (name, module)
        for name, tree in TREES.items()
        if name.startswith("plugins/")
        for module in _imports(tree)
        if module.split(".")[0] == "relational_screen" and module != "relational_screen.api"
    ]
    assert ours == []


def test_the_core_knows_no_arena_by_name() -> None:
    named = [
        (name, node.value)
        for name, tree in TREES.items()
        if name.startswith("relational_screen/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ARENAS
    ]
    assert named == []


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    named = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(named & {"Exception", "BaseException"})


def _passes_it_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_everything_is_caught_in_three_places_only() -> None:
    found = [
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node) and not _passes_it_on(node)
    ]
    assert found == CATCH_ALL_PLACES


def test_no_file_is_long_and_most_are_short() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: size for name, size in sizes.items() if size > MAX_FILE_LINES} == {}
    assert median(sizes.values()) <= MEDIAN_FILE_LINES


def test_no_function_is_long_and_most_are_short() -> None:
    sizes = [(name, function.name, _lines(function)) for name, function in _functions()]
    assert [item for item in sizes if item[2] > MAX_FUNCTION_LINES] == []
    assert median(size for _, _, size in sizes) <= MEDIAN_FUNCTION_LINES


@pytest.mark.parametrize("folder", ["relational_screen", "plugins"])
def test_there_is_something_to_measure(folder: str) -> None:
    assert [name for name in TREES if name.startswith(f"{folder}/")]


def test_sqlite_is_spoken_to_in_the_store_only() -> None:
    found = {name for name, tree in TREES.items() if {"sqlite3", "sqlite_utils"} & set(_imports(tree))}
    stores = ("relational_screen/store/", "relational_screen/registry/")  # the registry has a store of its own
    assert {name for name in found if not name.startswith(stores)} == set()


def test_no_module_opens_connections() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "asyncio"}
    found = [
        (name, module) for name, tree in TREES.items() for module in _imports(tree) if module.split(".")[0] in network
    ]
    assert found == []
