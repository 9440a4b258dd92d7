"""Commands for the secretariat's registry: what came in, and what it says."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _, language_in_use, told
from relational_screen.app.registering import null_sample, open_registry, registry_path, told_statistics
from relational_screen.cli.shared import FILE, JSON, print_json, print_lines

if TYPE_CHECKING:
    from relational_screen.registry.inbox import ImportReport

PATH = click.option("--registry", "path", type=FILE, help="The registry's file; else the usual place of this system.")


@click.group()
def registry() -> None:
    """The secretariat's registry of bundles."""


@registry.command()
@click.argument("paths", nargs=-1, type=FILE, required=True)
@click.option("--confirm", multiple=True, metavar="FINGERPRINT", help="A key that was compared with its office's own.")
@PATH
@JSON
def add(paths: tuple[Path, ...], confirm: tuple[str, ...], path: Path | None, as_json: bool) -> None:
    """Take in bundles from files and folders; what is refused is told with its reason."""
    from relational_screen.registry.inbox import import_bundles

    compared = {fingerprint.replace(" ", "").lower() for fingerprint in confirm}
    with open_registry(path or registry_path()) as opened:
        report = import_bundles(paths, opened, lambda known: known.key.fingerprint in compared)
    if as_json:
        print_json(report.as_json())
    else:
        _tell(report)
    if report.refused:
        raise SystemExit(1)


@registry.command(name="list")
@PATH
@JSON
@click.pass_context
def list_registered(context: click.Context, path: Path | None, as_json: bool) -> None:
    """List the screenings that count."""
    from relational_screen.registry.statistics import listed

    with open_registry(path or registry_path()) as opened:
        lines = listed(opened)
    if as_json:
        print_json(lines)
        return
    label = context.ensure_object(Application).catalogue.method.label
    for line in lines:
        verdict = label("verdict", line["bottom_line"], language_in_use())
        click.echo(f"{line['id'][:8]}  {line['authority']:<30}  {verdict:<24}  {line['title']}")


@registry.command()
@click.option("--authority", "authorities", multiple=True, help="Only of this authority; may be given again.")
@click.option("--kind", "kinds", multiple=True, help="Only of this kind of proposal; may be given again.")
@click.option("--since", default="", metavar="DATE", help="Last changed on this day or later.")
@click.option("--until", default="", metavar="DATE", help="Last changed before this day.")
@click.option("--arena", default="", help="Only those that touch this arena.")
@PATH
@JSON
@click.pass_context
def stats(
    context: click.Context,
    authorities: tuple[str, ...],
    kinds: tuple[str, ...],
    since: str,
    until: str,
    arena: str,
    path: Path | None,
    as_json: bool,
) -> None:
    """Count verdicts, arenas, groups and remedies; with --json every figure."""
    from relational_screen.registry.figures import Filter
    from relational_screen.registry.statistics import statistics

    with open_registry(path or registry_path()) as opened:
        found = statistics(opened, Filter(authorities, kinds, since, until, arena))
    if as_json:
        print_json(found.as_json())
    else:
        print_lines(told_statistics(found, context.ensure_object(Application).catalogue, language_in_use()))


@registry.command()
@click.option("--seed", type=int, required=True, help="Draws the same screenings again.")
@click.option("--size", type=click.IntRange(min=1), default=10, help="How many are drawn.")
@PATH
def sample(seed: int, size: int, path: Path | None) -> None:
    """Draw screenings that found nothing, for control; what is printed is enough to draw them again."""
    with open_registry(path or registry_path()) as opened:
        print_json(null_sample(opened, seed, size))


def _tell(report: "ImportReport") -> None:
    counts = (
        (_("added"), report.added),
        (_("known already"), report.known),
        (_("waiting for a key"), report.pending),
        (_("refused"), report.refused),
    )
    click.echo(", ".join(f"{len(found)} {words}" for words, found in counts))
    for file, error in report.refused:
        click.echo(f"{file}: {told(error)}", err=True)
    for key in report.pending_keys:
        waits = _("A key waits to be confirmed: {fingerprint} ({owner})")
        click.echo(waits.format(fingerprint=key.key.groups, owner=key.owner), err=True)
    for screening in report.forks:
        fork = _("Two chains of screening {id} contradict each other; neither counts.")
        click.echo(fork.format(id=screening), err=True)
