"""The same application without a screen. Exit 0: fine; 1: something the user can act on; 2: wrong usage."""

import json
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from relational_screen import __version__
from relational_screen.app.application import Application
from relational_screen.app.files import check_note_path
from relational_screen.app.language import LANGUAGES, _, language_in_use, told, use_language
from relational_screen.app.settings import load_settings, settings_path
from relational_screen.app.telling import Telling
from relational_screen.catalogue.method import SCALES
from relational_screen.errors import ScreenError

FILE = click.Path(path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
KIND = click.Choice(SCALES["kind"])
Window = Callable[[Path | None, str | None, bool], int]
"""Opens the window with a store, a language and whether to show the example; returns the exit code."""

pass_application = click.make_pass_decorator(Application)


@click.group(invoke_without_command=True)
@click.option("--store", type=FILE, help="The file that holds the screenings.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of words and notes.")
@click.option("--example", is_flag=True, help="Open the window with the invented example.")
@click.version_option(__version__)
@click.pass_context
def cli(context: click.Context, store: Path | None, lang: str | None, example: bool) -> None:
    """Relational Screen: what a draft does to people's relations. Without a command the window opens."""
    settings = load_settings(settings_path())
    use_language("en" if (lang or settings.language) == "en" else "da")
    open_window: Window = context.obj
    context.obj = Application(store or settings.store_path, settings.name)
    if context.invoked_subcommand is None:
        raise SystemExit(open_window(store, lang, example))


@cli.command()
@JSON
@click.option("--full", is_flag=True, help="Every field of every question.")
@pass_application
def arenas(application: Application, as_json: bool, full: bool) -> None:
    """List the life arenas and their questions."""
    from relational_screen.app.arenas import arenas as list_arenas

    found = list_arenas(application.catalogue, language_in_use(), full=full)
    if as_json or full:
        _print_json(found)
        return
    for arena in found:
        click.echo(f"{arena['id']:<12}{arena['title']:<36}{arena['version']:<6}{len(arena['questions'])}")


@cli.command()
@JSON
@pass_application
def groups(application: Application, as_json: bool) -> None:
    """List the groups with what is known of loneliness among them."""
    from relational_screen.app.arenas import groups as list_groups

    found = list_groups(application.catalogue, language_in_use())
    if as_json:
        _print_json(found)
        return
    for group in found:
        click.echo(f"{group['id']:<34}{group['label']}{' *' if group['elevated'] else ''}")


@cli.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option("--strict", is_flag=True, help="Hold checklists to every field.")
def check(files: tuple[Path, ...], strict: bool) -> None:
    """Check content files; without FILES those that ship with the program."""
    from relational_screen.app.checking import check_files, readability, shipped_files

    files = files or tuple(shipped_files())
    problems = check_files(files, strict=strict)
    if strict:
        _print_lines(readability(files))
    for problem in problems:
        click.echo(told(problem), err=True)
    if problems:
        raise SystemExit(1)
    click.echo(_("No problems found."))


@cli.command()
@click.argument("draft", type=FILE)
@JSON
def read(draft: Path, as_json: bool) -> None:
    """Show how a draft is read: its passages and their labels."""
    from relational_screen.drafts.reading import read_draft

    found = read_draft(draft)
    if as_json:
        _print_json(found.model_dump(mode="json"))
        return
    for passage in found.passages:
        click.echo(f"{passage.label}: {passage.text}")


@cli.command()
@click.argument("draft", type=FILE)
@click.option("--kind", type=KIND, required=True)
@click.option("--title")
@click.option("--authority", default="")
@pass_application
def new(application: Application, draft: Path, kind: str, title: str | None, authority: str) -> None:
    """Start a screening of a draft and print its id."""
    session = application.start_from(draft, {"kind": kind, "title": title or "", "authority": authority})
    click.echo(session.id)


@cli.command()
@click.argument("screening", metavar="ID")
@click.argument("answers", type=FILE)
@pass_application
def apply(application: Application, screening: str, answers: Path) -> None:
    """Take over the answers of a TOML file."""
    application.open(screening).apply_file(answers)


@cli.command()
@click.argument("screening", metavar="ID")
@JSON
@pass_application
def score(application: Application, screening: str, as_json: bool) -> None:
    """Print the result of a screening."""
    session = application.open(screening)
    if as_json:
        _print_json(session.result_json())
        return
    _print_lines(Telling(session).result())


@cli.command()
@click.argument("screening", metavar="ID")
@JSON
@pass_application
def review(application: Application, screening: str, as_json: bool) -> None:
    """Print what a review finds: gaps, contradictions and doubts."""
    findings = application.open(screening).review()
    lines = [
        {"level": item.level, "place": item.place, "text": item.text.get(language_in_use()), "passages": item.passages}
        for item in findings
    ]
    if as_json:
        _print_json(lines)
        return
    _print_lines([f"{line['level']:<14} {line['text']}" for line in lines])


@cli.command()
@click.argument("screening", metavar="ID")
@click.option("-o", "--output", type=FILE, required=True, help="A .docx or .pdf file.")
@click.option("--form", type=click.Choice(["bill"]), default="bill")
@pass_application
def note(application: Application, screening: str, output: Path, form: Any) -> None:
    """Write the consequence note."""
    application.open(screening).export(output, form, language_in_use())
    click.echo(output)


@cli.command()
@click.argument("draft", type=FILE)
@click.option("--answers", type=FILE, required=True)
@click.option("-o", "--output", type=FILE, required=True, multiple=True, help="A .docx or .pdf file.")
@click.option("--form", type=click.Choice(["bill"]), default="bill")
@pass_application
def screen(application: Application, draft: Path, answers: Path, output: tuple[Path, ...], form: Any) -> None:
    """Screen a draft with an answers file: start, answer, and write the note."""
    for path in output:
        check_note_path(path)
    session = application.screen(draft, answers)
    click.echo(session.id)
    for path in output:
        session.export(path, form, language_in_use())
    _print_lines(Telling(session).bottom_line())


@cli.command(name="list")
@JSON
@pass_application
def list_screenings(application: Application, as_json: bool) -> None:
    """List the screenings."""
    found = application.screenings()
    if as_json:
        _print_json(found)
        return
    label = application.catalogue.method.label
    for line in found:
        verdict = label("verdict", line["bottom_line"], language_in_use())
        click.echo(f"{line['id'][:8]}  {line['answered']:>3}/{line['asked']:<3}  {verdict:<24}  {line['title']}")


@cli.command()
@click.argument("screening", metavar="[ID]", required=False)
@pass_application
def verify(application: Application, screening: str | None) -> None:
    """Verify that no screening was changed outside the program."""
    problems = application.verify(screening)
    for problem in problems:
        click.echo(told(problem), err=True)
    if problems:
        raise SystemExit(1)
    click.echo(_("The chain is whole."))


@cli.command()
@JSON
@pass_application
def plugins(application: Application, as_json: bool) -> None:
    """List the plugins and what became of each."""
    reports = application.plugin_reports
    if as_json:
        fields = ("name", "version", "package", "hooks", "arena", "problem")
        _print_json([{name: getattr(report, name) for name in fields} for report in reports])
        return
    for report in reports:
        click.echo(
            f"{report.name:<14}{report.version:<9}{report.package:<34}{report.problem or ', '.join(report.hooks)}"
        )


@cli.command()
@click.argument("question", required=False)
@JSON
@pass_application
def remedies(application: Application, question: str | None, as_json: bool) -> None:
    """List what can be done about a lowering effect, for one QUESTION or all."""
    from relational_screen.app.remedies import described, remedies_for

    catalogue = application.catalogue
    found = [described(catalogue, item, language_in_use()) for item in remedies_for(catalogue, question)]
    if as_json:
        _print_json(found)
        return
    for item in found:
        kind = " · ".join(item[name] for name in ("purpose", "level", "strategy") if item[name])
        _print_lines(
            [
                f"{item['id']}: {item['text']}",
                f"    {kind}",
                f"    {item['evidence'] or ''}",
                *(f"    – {text}" for text in item["examples"]),
            ]
        )


@cli.command()
@JSON
@pass_application
def tools(application: Application, as_json: bool) -> None:
    """List the calculators that arenas bring, with their inputs."""
    from relational_screen.app.tools import list_tools

    found = list_tools(application.plugins.tools, language_in_use())
    if as_json:
        _print_json(found)
        return
    for tool in found:
        click.echo(f"{tool['id']}: {tool['title']}")
        for item in tool["inputs"]:
            click.echo(f"    {item['id']}: {item['label']} ({item['low']:.10g}–{item['high']:.10g} {item['unit']})")


@cli.command()
@click.argument("tool")
@click.argument("inputs", nargs=-1, metavar="NAME=NUMBER...")
@click.option("--draft", type=FILE, help="Hold the numbers against a draft's own.")
@pass_application
def calculate(application: Application, tool: str, inputs: tuple[str, ...], draft: Path | None) -> None:
    """Run a calculator."""
    from relational_screen.app.tools import calculate as run

    _print_lines(run(application.plugins.tools, tool, inputs, draft, language_in_use()))


@cli.command()
@click.option("-o", "--output", type=FILE, default=Path("out"), help="The folder that the notes are written to.")
@click.pass_context
def demo(context: click.Context, output: Path) -> None:
    """Screen the invented example bill and local plan, and write both notes as Word and PDF."""
    from relational_screen.app.examples import example_application, screen_examples

    given = context.parent is not None and context.parent.params["store"] is not None
    application = context.obj if given else example_application(output)
    for session, paths in screen_examples(application, output, language_in_use()):
        _print_lines([*Telling(session).bottom_line(), *(str(path) for path in paths), ""])


def run(open_window: Window) -> None:
    """Run a command; what a user can act on is told in one message without a traceback."""
    try:
        cli(standalone_mode=False, obj=open_window)
    except ScreenError as error:
        click.echo(told(error), err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the outermost place: a bug is loud, and says that it is one
        traceback.print_tb(error.__traceback__)  # without the error's own words, which may hold words of a draft
        click.echo(type(error).__name__, err=True)
        click.echo(_("This is a fault in the program. Nothing that was saved is lost."), err=True)
        sys.exit(70)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _print_lines(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)
