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
from relational_screen.screening.screening import Screening

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
        findings: list[Finding] = []
        for name, plugin in self._manager.list_name_plugin():
            hooks = self._manager.subset_hook_caller(
                "review_screening", [other for other in self._manager.get_plugins() if other is not plugin]
            )
            try:
                findings.extend(_checked(finding) for result in hooks(screening=screening) for finding in result)
            except (Exception, SystemExit) as error:
                raise ScreenError(
                    N_("The plugin {plugin} failed while it reviewed the screening ({detail})."),
                    N_("The note is not made without its findings. Update the plugin or remove it, then try again."),
                    plugin=name,
                    detail=_words(error),
                ) from error
        return findings

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
            arena = self._add_checklist(plugin, entry_point.name) if "provide_checklist" in hooks else ""
        except BaseException:
            if self._manager.is_registered(plugin):
                self._manager.unregister(plugin)
            raise
        return hooks, arena

    def _add_checklist(self, plugin: object, name: str) -> str:
        others = [other for other in self._manager.get_plugins() if other is not plugin]
        checklist = next(iter(self._manager.subset_hook_caller("provide_checklist", others)()), None)
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
