"""Finds plugins, loads them one by one, and reports on each; none breaks another (architecture, decision 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

import pluggy

from relational_screen import hookspecs
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist
from relational_screen.catalogue.shipped import add_checklists
from relational_screen.errors import N_, ScreenError
from relational_screen.screening.findings import LEVELS, Finding
from relational_screen.screening.scope import arenas_in_scope
from relational_screen.screening.screening import Screening
from relational_screen.screening.tools import Tool

ENTRY_POINTS = "relational_screen.plugins"


@dataclass(frozen=True, slots=True)
class PluginReport:
    """What became of one plugin; `problem` is empty when it is in use."""

    name: str
    version: str
    package: str
    hooks: tuple[str, ...]
    arena: str
    problem: str


class Plugins:
    """The plugins in use, the catalogue with their checklists, and a report for each that was found."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.reports: list[PluginReport] = []
        self.tools: list[Tool] = []
        self._owners = {checklist.id: "relational-screen" for checklist in catalogue.checklists}
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)

    def load(self, found: Iterable[EntryPoint]) -> None:
        """Load plugins one by one; one that fails is reported and leaves the rest working."""
        for entry_point in sorted(found, key=lambda item: item.name):
            hooks: tuple[str, ...] = ()
            arena = problem = ""
            try:
                hooks, arena = self._add(entry_point)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - any fault of a plugin is its own, and is shown
                problem = _words(error)
            package = entry_point.dist.name if entry_point.dist else ""
            version = entry_point.dist.version if entry_point.dist else ""
            self.reports.append(PluginReport(entry_point.name, version, package, hooks, arena, problem))

    def review(self, screening: Screening) -> list[Finding]:
        """Return the findings of all plugins.

        Raises:
            ScreenError: a plugin failed, by name; a note that silently lacks findings is worse than none.
        """
        self._hold_owners(screening)
        findings: list[Finding] = []
        for name, plugin in self._manager.list_name_plugin():
            try:
                results = self._only("review_screening", plugin)(screening=screening)
                findings.extend(_checked(finding) for result in results for finding in result)
            except (Exception, SystemExit) as error:
                raise ScreenError(
                    N_("The plugin {plugin} failed while it reviewed the screening ({detail})."),
                    N_("The note is not made without its findings. Update the plugin or remove it, then try again."),
                    plugin=name,
                    detail=_words(error),
                ) from error
        return findings

    def _hold_owners(self, screening: Screening) -> None:
        """Refuse a review without the plugin of an arena in scope, which may have been removed since."""
        for arena in arenas_in_scope(screening.state, screening.catalogue):
            if arena not in self._owners:
                raise ScreenError(
                    N_("The plugin that brings the arena {arena} is not in use, so its findings would be missing."),
                    N_("Install it, or see under Plugins why it could not be loaded."),
                    arena=arena,
                )

    def _add(self, entry_point: EntryPoint) -> tuple[tuple[str, ...], str]:
        plugin = entry_point.load()
        if self._manager.has_plugin(entry_point.name) or self._manager.is_registered(plugin):
            raise ScreenError(
                N_("The plugin {plugin} is already in use."), N_("Remove one of the two."), plugin=entry_point.name
            )
        try:
            self._manager.register(plugin, name=entry_point.name)
            self._manager.check_pending()
            hooks = tuple(caller.name for caller in self._manager.get_hookcallers(plugin) or ())
            tools = self._tools_of(plugin)
            arena = self._add_checklist(plugin, entry_point.name) if "provide_checklist" in hooks else ""
        except BaseException:
            if self._manager.is_registered(plugin):
                self._manager.unregister(plugin)
            raise
        self.tools += tools
        return hooks, arena

    def _tools_of(self, plugin: object) -> list[Tool]:
        tools = [tool for found in self._only("provide_tools", plugin)() for tool in found]
        strangers = [tool for tool in tools if not isinstance(tool, Tool)]
        if strangers:
            raise ScreenError(N_("provide_tools did not return a list of Tool."), N_("Correct the plugin."))
        return tools

    def _only(self, hook: str, plugin: object) -> pluggy.HookCaller:
        """Return a hook that calls one plugin alone."""
        return self._manager.subset_hook_caller(hook, [one for one in self._manager.get_plugins() if one is not plugin])

    def _add_checklist(self, plugin: object, name: str) -> str:
        checklist = next(iter(self._only("provide_checklist", plugin)()), None)
        if not isinstance(checklist, Checklist):
            raise ScreenError(N_("provide_checklist did not return a Checklist."), N_("Correct the plugin."))
        if checklist.id in self._owners:
            raise ScreenError(
                N_("The arena {arena} is already brought by {owner}; {plugin} is left out."),
                N_("Remove one of the two."),
                arena=checklist.id,
                owner=self._owners[checklist.id],
                plugin=name,
            )
        self.catalogue = add_checklists(self.catalogue, [checklist])
        self._owners[checklist.id] = name
        return checklist.id


def load_plugins(catalogue: Catalogue) -> Plugins:
    """Load the plugins that are installed beside the program."""
    plugins = Plugins(catalogue)
    plugins.load(entry_points(group=ENTRY_POINTS))
    return plugins


def _checked(finding: object) -> Finding:
    if not isinstance(finding, Finding) or finding.level not in LEVELS:
        message = f"{type(finding).__name__} is not a finding"
        raise TypeError(message)
    return finding


def _words(error: BaseException) -> str:
    return str(error) if isinstance(error, ScreenError) else f"{type(error).__name__}: {error}"
