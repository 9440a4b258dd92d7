"""What is kept on disk: the event log in SQLite. The only place with table names."""
