"""Commands for the content: what is asked and known, and the plugins that bring it."""

from pathlib import Path

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _, language_in_use, told
from relational_screen.cli.shared import FILE, JSON, pass_application, print_json, print_lines


@click.command()
@JSON
@click.option("--full", is_flag=True, help="Every field of every question.")
@pass_application
def arenas(application: Application, as_json: bool, full: bool) -> None:
    """List the life arenas and their questions."""
    from relational_screen.app.arenas import arenas as list_arenas

    found = list_arenas(application.catalogue, language_in_use(), full=full)
    if as_json or full:
        print_json(found)
        return
    for arena in found:
        click.echo(f"{arena['id']:<12}{arena['title']:<36}{arena['version']:<6}{len(arena['questions'])}")


@click.command()
@JSON
@pass_application
def groups(application: Application, as_json: bool) -> None:
    """List the groups with what is known of loneliness among them."""
    from relational_screen.app.arenas import groups as list_groups

    found = list_groups(application.catalogue, language_in_use())
    if as_json:
        print_json(found)
        return
    for group in found:
        click.echo(f"{group['id']:<34}{group['label']}{' *' if group['elevated'] else ''}")


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option("--strict", is_flag=True, help="Hold checklists to every field.")
def check(files: tuple[Path, ...], strict: bool) -> None:
    """Check content files; without FILES those that ship with the program."""
    from relational_screen.app.checking import check_files, readability, shipped_files

    files = files or tuple(shipped_files())
    problems = check_files(files, strict=strict)
    if strict:
        print_lines(readability(files))
    for problem in problems:
        click.echo(told(problem), err=True)
    if problems:
        raise SystemExit(1)
    click.echo(_("No problems found."))


@click.command()
@JSON
@pass_application
def plugins(application: Application, as_json: bool) -> None:
    """List the plugins and what became of each."""
    reports = application.plugin_reports
    if as_json:
        fields = ("name", "version", "package", "hooks", "arena", "problem")
        print_json([{name: getattr(report, name) for name in fields} for report in reports])
        return
    for report in reports:
        click.echo(
            f"{report.name:<14}{report.version:<9}{report.package:<34}{report.problem or ', '.join(report.hooks)}"
        )


@click.command()
@click.argument("question", required=False)
@JSON
@pass_application
def remedies(application: Application, question: str | None, as_json: bool) -> None:
    """List what can be done about a lowering effect, for one QUESTION or all."""
    from relational_screen.app.remedies import described, remedies_for

    catalogue = application.catalogue
    found = [described(catalogue, item, language_in_use()) for item in remedies_for(catalogue, question)]
    if as_json:
        print_json(found)
        return
    for item in found:
        kind = " · ".join(item[name] for name in ("purpose", "level", "strategy") if item[name])
        print_lines(
            [
                f"{item['id']}: {item['text']}",
                f"    {kind}",
                f"    {item['evidence'] or ''}",
                *(f"    – {text}" for text in item["examples"]),
            ]
        )


@click.command()
@JSON
@pass_application
def tools(application: Application, as_json: bool) -> None:
    """List the calculators that arenas bring, with their inputs."""
    from relational_screen.app.tools import list_tools

    found = list_tools(application.plugins.tools, language_in_use())
    if as_json:
        print_json(found)
        return
    for tool in found:
        click.echo(f"{tool['id']}: {tool['title']}")
        for item in tool["inputs"]:
            click.echo(f"    {item['id']}: {item['label']} ({item['low']:.10g}–{item['high']:.10g} {item['unit']})")


@click.command()
@click.argument("tool")
@click.argument("inputs", nargs=-1, metavar="NAME=NUMBER...")
@click.option("--draft", type=FILE, help="Hold the numbers against a draft's own.")
@pass_application
def calculate(application: Application, tool: str, inputs: tuple[str, ...], draft: Path | None) -> None:
    """Run a calculator."""
    from relational_screen.app.tools import calculate as run

    print_lines(run(application.plugins.tools, tool, inputs, draft, language_in_use()))
