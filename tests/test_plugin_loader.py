"""Plugins: each that fails is reported, and the rest works."""

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from relational_screen.app.application import Application
from relational_screen.errors import ScreenError
from relational_screen.plugin_loader import ENTRY_POINTS, PluginReport, Plugins, load_plugins
from relational_screen.screening.screening import Screening
from tests.builders import catalogue, checklist, state

IMPORTS = """
from relational_screen.api import Checklist, Finding, Text, hookimpl
from tests.builders import checklist, question
"""
GOOD = """
@hookimpl
def provide_checklist():
    return checklist("{arena}")

@hookimpl
def review_screening(screening):
    return [Finding("warning", Text(da="opdigtet", en="invented {arena}"), "proposal")]
"""
FAULTS = {
    "raises on import": ("raise RuntimeError('invented fault')", "RuntimeError: invented fault"),
    "is no Python": ("def (", "SyntaxError"),
    "imports what is not there": ("import invented_library", "ModuleNotFoundError"),
    "exits on import": ("import sys\nsys.exit(3)", "SystemExit: 3"),
    "misspells a hook": ("@hookimpl\ndef provide_checklst():\n    return checklist('x')", "provide_checklst"),
    "misspells an argument": ("@hookimpl\ndef review_screening(screenings):\n    return []", "screenings"),
    "misspells both": (
        "@hookimpl\ndef provide_checklst():\n    pass\n\n@hookimpl\ndef review_screening(screenings):\n    return []",
        "screenings",
    ),
    "claims an arena that is taken": (GOOD.format(arena="core-arena"), "already brought by relational-screen"),
    "returns nothing": ("@hookimpl\ndef provide_checklist():\n    return None", "did not return a Checklist"),
    "returns nonsense": ("@hookimpl\ndef provide_checklist():\n    return {'id': 'x'}", "did not return a Checklist"),
    "raises in its hook": ("@hookimpl\ndef provide_checklist():\n    return 1 / 0", "ZeroDivisionError"),
    "exits in its hook": ("@hookimpl\ndef provide_checklist():\n    raise SystemExit", "SystemExit"),
    "refers to what is not there": (
        "@hookimpl\ndef provide_checklist():\n"
        "    return checklist('x', [question('x.one').model_copy(update={'groups': ('nobody',)})])",
        "groups names nobody",
    ),
}
Install = Callable[..., EntryPoint]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put an invented plugin with its dist-info where Python finds it."""
    monkeypatch.syspath_prepend(tmp_path)
    made: list[str] = []

    def installed(name: str, code: str) -> EntryPoint:
        module = f"invented_{tmp_path.name.replace('-', '_')}_{name.replace('-', '_')}"
        made.append(module)
        (tmp_path / f"{module}.py").write_text(IMPORTS + code, encoding="utf-8")
        info = tmp_path / f"{module}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.2\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{ENTRY_POINTS}]\n{name} = {module}\n", encoding="utf-8")
        return EntryPoint(name, module, ENTRY_POINTS)

    yield installed
    for module in made:
        sys.modules.pop(module, None)


def _loaded(*found: EntryPoint) -> Plugins:
    plugins = Plugins(catalogue(checklist("core-arena")))
    plugins.load(found)
    return plugins


def _screening(plugins: Plugins) -> Screening:
    return Screening(state(plugins.catalogue), plugins.catalogue, None)


def test_a_plugin_brings_its_arena_and_its_findings(install: Install) -> None:
    plugins = _loaded(install("good", GOOD.format(arena="new")))
    assert [item.id for item in plugins.catalogue.checklists] == ["core-arena", "new"]
    assert [item.text.en for item in plugins.review(_screening(plugins))] == ["invented new"]
    (report,) = plugins.reports
    assert (report.name, report.arena, report.problem) == ("good", "new", "")
    assert sorted(report.hooks) == ["provide_checklist", "review_screening"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_plugin_that_fails_is_reported_and_the_rest_works(install: Install, fault: str) -> None:
    code, says = FAULTS[fault]
    first, bad, last = (
        install("a-first", GOOD.format(arena="first")),
        install("b-bad", code),
        install("c-last", GOOD.format(arena="last")),
    )
    plugins = _loaded(last, bad, first)
    assert [(report.name, bool(report.problem)) for report in plugins.reports] == [
        ("a-first", False),
        ("b-bad", True),
        ("c-last", False),
    ]
    assert says in plugins.reports[1].problem
    assert (plugins.reports[1].arena, plugins.reports[1].hooks) == ("", ())
    assert [item.id for item in plugins.catalogue.checklists] == ["core-arena", "first", "last"]
    assert sorted(item.text.en for item in plugins.review(_screening(plugins))) == ["invented first", "invented last"]


def test_of_two_plugins_with_one_arena_the_second_is_left_out_and_the_first_is_named(install: Install) -> None:
    plugins = _loaded(install("one", GOOD.format(arena="new")), install("two", GOOD.format(arena="new")))
    assert "The arena new is already brought by one; two is left out." in plugins.reports[1].problem
    assert [item.text.en for item in plugins.review(_screening(plugins))] == ["invented new"]


def test_of_two_plugins_with_one_name_or_one_module_the_second_is_left_out_and_the_first_stays(
    install: Install,
) -> None:
    first = install("same", GOOD.format(arena="new"))
    renamed = EntryPoint("zz-other-name", first.value, ENTRY_POINTS)
    namesake = EntryPoint("same", install("other", GOOD.format(arena="other")).value, ENTRY_POINTS)
    plugins = _loaded(first, renamed, namesake)
    assert [report.problem.partition(" is already")[0] for report in plugins.reports] == [
        "",
        "The plugin same",
        "The plugin zz-other-name",
    ]
    assert len(plugins.review(_screening(plugins))) == 1


REVIEWS = {
    "raises": ("raise ValueError('invented fault')", "ValueError: invented fault"),
    "exits": ("raise SystemExit('bye')", "SystemExit: bye"),
    "returns what cannot be read through": ("return 5", "TypeError"),
    "returns words": ("return ['careful!']", "str is not a finding"),
    "returns an unknown level": ("return [Finding('loud', Text(da='x', en='x'), 'proposal')]", "is not a finding"),
    "fails half way through": (
        "yield Finding('open', Text(da='x', en='x'), 'proposal')\n    1 / 0",
        "ZeroDivisionError",
    ),
}


@pytest.mark.parametrize("how", REVIEWS)
def test_a_plugin_that_fails_in_a_review_is_named(install: Install, how: str) -> None:
    body, says = REVIEWS[how]
    plugins = _loaded(
        install("good", GOOD.format(arena="new")),
        install("bad-one", f"@hookimpl\ndef review_screening(screening):\n    {body}\n"),
    )
    with pytest.raises(ScreenError) as caught:
        plugins.review(_screening(plugins))
    assert "The plugin bad-one failed while it reviewed the screening" in str(caught.value)
    assert says in str(caught.value)


def test_a_plugin_that_fails_in_a_review_stops_the_export(install: Install, tmp_path: Path) -> None:
    application = Application(tmp_path / "screenings.sqlite", "Invented Person")
    application.plugins = _loaded(install("bad-one", "@hookimpl\ndef review_screening(screening):\n    return 1 / 0\n"))
    session = application.start(state(application.catalogue).proposal)
    session.answer_gate("core-arena.gate-any", "yes")
    with pytest.raises(ScreenError, match=r"The plugin bad-one failed .*The note is not made without its findings"):
        session.export(tmp_path / "note.docx", "bill", "da")
    assert not (tmp_path / "note.docx").exists()
    assert session.state.exports == ()


def test_a_plugin_that_returns_nothing_from_a_review_has_no_finding(install: Install) -> None:
    plugins = _loaded(install("silent", "@hookimpl\ndef review_screening(screening):\n    return None\n"))
    assert plugins.review(_screening(plugins)) == []


def test_installed_plugins_are_found_with_their_package_and_version(install: Install) -> None:
    install("invented-arena", GOOD.format(arena="invented-arena"))
    plugins = load_plugins(catalogue(checklist("core-arena")))
    (report,) = [report for report in plugins.reports if report.name == "invented-arena"]
    assert report.package.startswith("invented_")
    assert (report.version, report.problem) == ("1.2", "")


def test_our_own_arenas_are_plugins_like_any_other(tmp_path: Path) -> None:
    reports: list[PluginReport] = Application(tmp_path / "screenings.sqlite").plugin_reports
    ours = {report.name: report for report in reports if report.package.startswith("relational-screen-")}
    if not ours:
        pytest.skip("our plugins are not installed here")
    assert {name: report.arena for name, report in ours.items()} == {name: name for name in ours}
    assert [report.problem for report in ours.values() if report.problem] == []
