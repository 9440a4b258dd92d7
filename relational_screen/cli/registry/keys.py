"""Commands for what a person of the secretariat decides: which keys are an office's own, and which chain counts."""

from pathlib import Path

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _, language_in_use
from relational_screen.app.registering import open_registry, registry_path
from relational_screen.cli.registry.shared import PATH
from relational_screen.cli.shared import JSON, pass_application, print_json
from relational_screen.errors import readable

FINGERPRINT = click.argument("fingerprint", nargs=-1, required=True)
"""As it is printed, in groups, or in one word; or the file in which an office gives its public key away."""


def _fingerprint(given: tuple[str, ...]) -> str:
    """Return a fingerprint as the registry spells it."""
    from relational_screen.registry.inbox.one_line import one_line
    from relational_screen.registry.keys.public_key_text import read_public_key

    if len(given) == 1 and Path(given[0]).is_file():
        with readable(Path(given[0])):
            key, owner = read_public_key(Path(given[0]).read_text("utf-8", errors="replace"))
        click.echo(f"{key.groups}  {one_line(owner)}", err=True)
        return key.fingerprint
    return "".join(given).replace(" ", "").lower()


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
@FINGERPRINT
@PATH
def confirm(fingerprint: tuple[str, ...], registry: Path | None) -> None:
    """Say that a key is its office's own, once the fingerprint was compared with the office by another way."""
    with open_registry(registry or registry_path()) as opened:
        opened.keys.confirm(_fingerprint(fingerprint))
    click.echo(_("The key is confirmed. What it signed counts from now on."))


@click.command()
@FINGERPRINT
@PATH
def revoke(fingerprint: tuple[str, ...], registry: Path | None) -> None:
    """Say that a key is in other hands: what it signed counts no more, and new bundles of it are refused."""
    with open_registry(registry or registry_path()) as opened:
        opened.keys.revoke(_fingerprint(fingerprint))
    click.echo(_("The key is revoked. What it signed counts no more."))


@click.command()
@PATH
@JSON
@pass_application
def forks(application: Application, registry: Path | None, as_json: bool) -> None:
    """List the screenings whose chains part, with each chain that may count."""
    with open_registry(registry or registry_path()) as opened:
        found = {screening: opened.screening(screening)["chains"] for screening in opened.forks()}
    if as_json:
        print_json(found)
        return
    for screening, chains in found.items():
        click.echo(screening)
        for chain in (one for one in chains if one["ends"]):
            verdict = application.catalogue.method.label("verdict", chain["bottom_line"], language_in_use())
            click.echo(f"  {chain['head']}  {chain['changed']}  {verdict}  {chain['title']}")


@click.command()
@click.argument("screening", metavar="ID")
@click.argument("head")
@PATH
def settle(screening: str, head: str, registry: Path | None) -> None:
    """Let the chain of a screening that ends at HEAD count, and set the others aside."""
    with open_registry(registry or registry_path()) as opened:
        opened.settle_fork(screening, head)
    click.echo(_("The chain counts from now on; the others are kept and set aside."))
