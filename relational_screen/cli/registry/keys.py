"""Commands for what a person of the secretariat decides: which keys are an office's own, and which chain counts."""

from pathlib import Path

import click

from relational_screen.app.language import _
from relational_screen.app.registering import open_registry, registry_path
from relational_screen.cli.registry.shared import PATH
from relational_screen.cli.shared import JSON, print_json


def _plain(fingerprint: str) -> str:
    return fingerprint.replace(" ", "").lower()


@click.command(name="keys")
@PATH
@JSON
def list_keys(registry: Path | None, as_json: bool) -> None:
    """List the keys that bundles were signed with, and what was decided of each."""
    with open_registry(registry or registry_path()) as opened:
        found = opened.keys.all()
    if as_json:
        print_json(
            [
                {
                    "fingerprint": known.key.fingerprint,
                    "owner": known.owner,
                    "status": known.status,
                    "seen": known.seen,
                    "decided": known.decided,
                    "bundles": known.bundles,
                }
                for known in found
            ]
        )
        return
    words = {"pending": _("waits to be confirmed"), "confirmed": _("confirmed"), "revoked": _("revoked")}
    for known in found:
        click.echo(f"{known.key.groups}  {words[known.status]:<24}  {known.bundles:>6}  {known.owner}")


@click.command()
@click.argument("fingerprint")
@PATH
def confirm(fingerprint: str, registry: Path | None) -> None:
    """Say that a key is its office's own, once the fingerprint was compared with the office by another way."""
    with open_registry(registry or registry_path()) as opened:
        opened.keys.confirm(_plain(fingerprint))
    click.echo(_("The key is confirmed. What it signed counts from now on."))


@click.command()
@click.argument("fingerprint")
@PATH
def revoke(fingerprint: str, registry: Path | None) -> None:
    """Say that a key is in other hands: what it signed counts no more, and new bundles of it are refused."""
    with open_registry(registry or registry_path()) as opened:
        opened.keys.revoke(_plain(fingerprint))
    click.echo(_("The key is revoked. What it signed counts no more."))


@click.command()
@PATH
@JSON
def forks(registry: Path | None, as_json: bool) -> None:
    """List the screenings whose chains part, with each chain that may count."""
    with open_registry(registry or registry_path()) as opened:
        found = {screening: opened.screening(screening)["chains"] for screening in opened.forks()}
    if as_json:
        print_json(found)
        return
    for screening, chains in found.items():
        click.echo(screening)
        for chain in (one for one in chains if one["ends"]):
            click.echo(f"  {chain['head']}  {chain['changed']}  {chain['bottom_line']}  {chain['title']}")


@click.command()
@click.argument("screening", metavar="ID")
@click.argument("head")
@PATH
def settle(screening: str, head: str, registry: Path | None) -> None:
    """Let the chain of a screening that ends at HEAD count, and set the others aside."""
    with open_registry(registry or registry_path()) as opened:
        opened.settle_fork(screening, head)
    click.echo(_("The chain counts from now on; the others are kept and set aside."))
