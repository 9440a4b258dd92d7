"""Commands for what comes in: taking bundles in, and what was refused."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relational_screen.app.language import _, told
from relational_screen.app.registering import open_registry, registry_path, told_oddities
from relational_screen.app.settings import keys_folder
from relational_screen.cli.registry.shared import PATH
from relational_screen.cli.shared import FILE, JSON, KEYS, ask_password, print_json

if TYPE_CHECKING:
    from relational_screen.registry.inbox.inbox import ImportReport
    from relational_screen.registry.keys.sealing import OpeningKey

STEP = 500
"""Files after which a long run says how far it is."""


@click.command()
@click.argument("paths", nargs=-1, type=FILE, required=True)
@click.option("--confirm", multiple=True, metavar="FINGERPRINT", help="A key that was compared with its office's own.")
@KEYS
@PATH
@JSON
def add(
    paths: tuple[Path, ...], confirm: tuple[str, ...], folder: Path | None, registry: Path | None, as_json: bool
) -> None:
    """Take in bundles from files and folders, sealed ones too; what is refused is told with its reason."""
    from relational_screen.app.auditing import opening_key
    from relational_screen.registry.inbox.inbox import import_bundles

    @cache
    def opening() -> "OpeningKey":
        return opening_key(folder or keys_folder(), ask_password)

    compared = {fingerprint.replace(" ", "").lower() for fingerprint in confirm}
    with open_registry(registry or registry_path()) as opened:
        for known in opened.keys.pending():
            if known.key.fingerprint in compared:
                opened.keys.confirm(known.key.fingerprint)
        report = import_bundles(
            paths, opened, lambda known: known.key.fingerprint in compared, tell_progress, opening=opening
        )
    if as_json:
        print_json(report.as_json())
    else:
        _tell(report)
    if report.refused:
        raise SystemExit(1)


@click.command()
@PATH
@JSON
def refused(registry: Path | None, as_json: bool) -> None:
    """List the files that were refused, with the reason."""
    with open_registry(registry or registry_path()) as opened:
        found = opened.refusals()
    if as_json:
        rows = [{"file": one.file, "sha256": one.hash, "at": one.at, "reason": str(one.error)} for one in found]
        print_json(rows)
        return
    for one in found:
        click.echo(f"{one.at[:10]}  {one.file}: {told(one.error)}")


def tell_progress(done: int, total: int) -> None:
    """Say how far a long run is, beside the output."""
    if done % STEP == 0 and total > STEP:
        click.echo(f"{done}/{total}", err=True)


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
    if report.pending_keys:
        next_step = _("Compare each with the office by another way than e-mail, then: registry confirm FINGERPRINT")
        click.echo(next_step, err=True)
    for file, words in told_oddities(report):
        click.echo(f"{file}: {words}", err=True)
    for screening in report.forks:
        fork = _("Two chains of screening {id} contradict each other; neither counts.")
        click.echo(fork.format(id=screening), err=True)
