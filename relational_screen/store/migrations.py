"""The store's shape, as named steps that are only ever added to."""

from sqlite_utils import Database, Migrations

migrations = Migrations("relational_screen")


@migrations()
def m001_events(db: Database) -> None:
    """Create the event log, the pinned content and the overview that start pages list."""
    for statement in (
        "create table event (screening text not null, seq integer not null, hash text not null, content blob not null, "
        "primary key (screening, seq)) strict, without rowid",
        "create table content (hash text primary key, bytes blob not null) strict, without rowid",
        "create table overview (screening text primary key, summary text not null) strict",
        "create trigger event_is_never_changed before update on event "
        "begin select raise(abort, 'events are never changed'); end",
        "create trigger event_is_never_deleted before delete on event "
        "begin select raise(abort, 'events are never deleted'); end",
    ):
        db.execute(statement)
