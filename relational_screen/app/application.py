"""The application: one store, one catalogue with the arenas of the plugins, and the sessions that are open."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from relational_screen.app.pinned import pin, unpin_catalogue, unpin_draft
from relational_screen.app.session import Session, Surroundings, local_now
from relational_screen.app.settings import Settings
from relational_screen.app.summary import NOT_READ, summarise
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Kind
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.drafts.draft import Draft
from relational_screen.errors import N_, ScreenError
from relational_screen.plugin_loader import PluginReport, Plugins, load_plugins
from relational_screen.screening.answer_file import read_answers
from relational_screen.screening.events import make_event
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.score import score
from relational_screen.screening.signing_laws import check_reader
from relational_screen.screening.state import fold
from relational_screen.store.store import Store

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("local_plan", re.compile(r"\b(?:lokalplan|local plan)", re.IGNORECASE)),
    (
        "executive_order",
        re.compile(r"^(?:udkast til )?(?:bekendtgørelse|anordning|cirkulære)|\bregulations\b", re.IGNORECASE),
    ),
    ("plan", re.compile(r"\b(?:kommuneplan|planstrategi|handleplan|strategi for)", re.IGNORECASE)),
)
"""Titles that name their kind; any other is a bill's until the official says otherwise."""


class Application:
    """What window and command line share. Store and plugins are opened when they are first needed."""

    def __init__(self, store: Path, user: str = "", now: Callable[[], datetime] = local_now) -> None:
        self._store_path = store
        self._user = user
        self._now = now

    @cached_property
    def store(self) -> Store:
        """The store of screenings."""
        return Store(self._store_path)

    @property
    def has_store(self) -> bool:
        """Whether there is a store; asking makes none."""
        return self._store_path.exists()

    @cached_property
    def plugins(self) -> Plugins:
        """The plugins that are installed."""
        return load_plugins(read_catalogue(shipped_folder()))

    @property
    def catalogue(self) -> Catalogue:
        """The content that a screening started now will pin."""
        return self.plugins.catalogue

    @property
    def plugin_reports(self) -> list[PluginReport]:
        """A report for every plugin that was found."""
        return self.plugins.reports

    def screenings(self) -> list[dict[str, Any]]:
        """Return the summary of every screening, the latest changed first."""
        return [{**NOT_READ, **line} for line in self.store.screenings()]

    def start(self, proposal: Proposal, draft: Draft | None = None) -> Session:
        """Start a screening; it pins the catalogue as it is now."""
        name, data = pin(self.catalogue)
        fields = {"content": name, "proposal": proposal.model_dump()}
        return self._begin(fields, {name: data}, self.catalogue, draft, self._around)

    def read_blind(self, screening: str, reader: str = "") -> Session:
        """Start a second reading of a screening: the same proposal, draft and pinned content, but no answers.

        The reader, left out the user of the program, is responsible for it.

        Raises:
            ScreenError: there is no such screening, or the reader has no name or is the responsible official.
        """
        read = self.open(screening)
        reader = reader.strip() or self._around.by
        check_reader(read.state.proposal.responsible, reader)
        proposal = read.state.proposal.model_copy(update={"responsible": reader})
        fields = {"content": read.state.content, "proposal": proposal.model_dump(), "reads": read.id}
        return self._begin(fields, {}, read.catalogue, read.draft, replace(self._around, user=reader))

    def start_from(self, draft: Path, proposal: dict[str, str]) -> Session:
        """Start a screening of a draft file; a proposal without a title takes the draft's.

        Raises:
            ScreenError: the draft cannot be read.
        """
        from relational_screen.drafts.reading import read_draft

        found = read_draft(draft)
        given = Proposal.model_validate(proposal)
        title = given.title or found.title
        return self.start(given.model_copy(update={"title": title}), found)

    def screen(self, draft: Path, answers: Path) -> Session:
        """Start a screening of a draft file with the answers of a TOML file.

        Raises:
            ScreenError: the draft or the answers cannot be read; then no screening is started.
        """
        from relational_screen.drafts.reading import read_draft

        found = read_draft(draft)
        given = read_answers(answers, self.catalogue, found)
        session = self.start(Proposal(title=found.title).model_copy(update=given.proposal), found)
        session.apply(given)
        return session

    def open(self, screening: str) -> Session:
        """Open a screening by its id or the beginning of it.

        Raises:
            ScreenError: there is none, or more than one, or its chain is broken.
        """
        found = self._full_id(screening)
        problems = self.store.problems(found)
        if problems:
            raise problems[0]
        events = self.store.events(found)
        state = fold(events)
        catalogue = unpin_catalogue(self.store.content(state.content), self.catalogue.note)
        draft = unpin_draft(self.store.content(state.draft.passages)) if state.draft else None
        return Session(events, catalogue, draft, self._around)

    def verify(self, screening: str | None = None) -> list[ScreenError]:
        """Return what is wrong with the chain of one screening, or of all."""
        ids = [self._full_id(screening)] if screening else self.store.ids()
        return [problem for name in ids for problem in self.store.problems(name)]

    def is_newer(self, screening: str, content_hash: str) -> bool:
        """Whether a screening that is kept here says something else than a note with this content hash."""
        events = self.store.events(screening)
        return bool(events) and fold(events).content_hash != content_hash

    def _begin(
        self,
        fields: dict[str, Any],
        content: dict[str, bytes],
        catalogue: Catalogue,
        draft: Draft | None,
        around: Surroundings,
    ) -> Session:
        """Start a screening with the fields of its first event; `content` is what is not pinned in the store yet."""
        event = make_event(str(uuid4()), None, "started", fields, around.by, self._now())
        state = fold([event])
        self.store.append([event], content, summarise(state, score(state, catalogue)))
        session = Session([event], catalogue, None, around)
        if draft is not None:
            session.attach_draft(draft)
        return session

    @property
    def _around(self) -> Surroundings:
        return Surroundings(self.store, self.plugins, self._user, self._now)

    def _full_id(self, screening: str) -> str:
        found = [name for name in self.store.ids() if name.startswith(screening)]
        if len(found) == 1:
            return found[0]
        if screening in found:
            return screening
        what = N_("More than one screening begins with {id}.") if found else N_("There is no screening {id}.")
        raise ScreenError(what, N_("See the ids with list."), id=screening)


def new_proposal(title: str, settings: Settings) -> Proposal:
    """Return a proposal with what the settings know of the one who works, and the kind that its title names."""
    return Proposal(
        title=title,
        kind=next((kind for kind, words in _KINDS if words.search(title)), "bill"),
        authority=settings.authority,
        unit=settings.unit,
        responsible=settings.name,
    )
