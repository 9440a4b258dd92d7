"""What is told of a screening's chains: what they say, who signed them, and how they were made."""

from collections.abc import Iterator
from typing import Any

from relational_screen.app.language import _
from relational_screen.gui.register.labels import Labels

Chain = dict[str, Any]
Lines = tuple[str, ...]
"""A heading and the lines below it."""


def chain_lines(found: dict[str, Any], labels: Labels) -> Iterator[Lines]:
    """Yield what is known of a screening, from `Register.screening`: the screening, then each of its chains."""
    chain = next((one for one in found["chains"] if one["counted"]), found["chains"][0])
    yield screening_lines(found["id"], chain, labels)
    for number, one in enumerate(found["chains"], start=1):
        title = _("Chain {number} of {count}").format(number=number, count=len(found["chains"]))
        yield title, *told_chain(one, found, labels)


def screening_lines(screening: str, chain: Chain, labels: Labels) -> Lines:
    """Return what a chain says of the proposal."""
    kind, stage = labels.of("kind", chain["kind"]), labels.of("stage", chain["stage"])
    people = ", ".join(filter(None, (chain["responsible"], chain["unit"], chain["authority"])))
    return (
        _("The screening"),
        _("Id: {id}").format(id=screening),
        _("Proposal: {kind} · {stage}").format(kind=kind, stage=stage),
        _("Responsible: {people}").format(people=people or labels.authority("")),
        _("Started {started}, last changed {changed}").format(
            started=told_time(chain["started"]), changed=told_time(chain["changed"])
        ),
        _("Method version {version}").format(version=chain["method"]),
    )


def told_chain(chain: Chain, found: dict[str, Any], labels: Labels) -> Iterator[str]:
    """Yield what a chain amounts to and which bundles brought it."""
    yield _("It counts.") if chain["counted"] else _("It does not count.")
    yield told_verdict(chain, labels)
    yield _(
        "{answered} of {asked} questions answered, {not_examined} not examined, {open} relevance questions left open"
    ).format(
        answered=chain["answered"], asked=chain["asked"], not_examined=chain["not_examined"], open=chain["open_gates"]
    )
    for arena, told in chain["arenas"].items():
        yield f"{labels.arena(arena)}: {labels.of('verdict', told['verdict'])}"
    yield from told_quality(chain)
    for bundle in found["bundles"]:
        if bundle["head"] == chain["head"]:
            yield _("Bundle {file}: {events} events, received {received}").format(
                file=bundle["file"], events=bundle["events"], received=told_time(bundle["received"])
            )
            yield _("Signed with the key {key} ({owner}), {status}").format(
                key=grouped(bundle["key"]),
                owner=labels.authority(bundle["owner"]),
                status=told_status(bundle["status"]),
            )


def told_quality(chain: Chain) -> Iterator[str]:
    """Yield how a chain was made: time, what its effects rest on, and what happened after it was finished."""
    made = chain["quality"]
    passages, basis = made["effects_with_passages"], made["effects_with_basis"]
    yield _("At least {minutes} minutes of work, with {pauses} pauses").format(
        minutes=made["active_seconds"] // 60, pauses=made["pauses"]
    )
    yield _("Of {count} effects {passages} have passages, {basis} rest on more than an assumption").format(
        count=passages["of"], passages=passages["part"], basis=basis["part"]
    )
    traits = {
        _("Signed off"): chain["signed_off"],
        _("Signed off without another reader's approval"): chain.get("signed_off_alone"),
        _("The sign-off has lapsed"): chain["lapsed"],
        _("Changed after it was first signed off"): made["changed_after_sign_off"],
        _("Answered otherwise after the last note"): made["changed_after_export"],
        _("First tested when the proposal was final"): made["after_consultation"],
        _("Contradictions were left open"): made["core_contradictions"],
        _("The clock went back while it was made"): made["clock_went_back"],
        _("Dated more than a day after it was received"): chain.get("dated_ahead"),
        _("Signed with the key of another authority"): chain.get("other_authority"),
    }
    yield from (words for words, holds in traits.items() if holds)


def told_verdict(chain: Chain, labels: Labels) -> str:
    """Return a chain's bottom line."""
    words = _("Bottom line: {verdict}").format(verdict=labels.of("verdict", chain["bottom_line"]))
    return _("{verdict} · must be addressed").format(verdict=words) if chain["must_be_addressed"] else words


def told_time(at: str) -> str:
    """Return a moment without seconds, as the calendar was where it was written."""
    return at[:16].replace("T", " ")


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in groups of four, as people compare it."""
    return " ".join(fingerprint[place : place + 4] for place in range(0, len(fingerprint), 4))


def told_status(status: str) -> str:
    """Return in words what was decided of a key."""
    return {
        "pending": _("waits for confirmation"),
        "confirmed": _("confirmed"),
        "revoked": _("revoked"),
    }[status]
