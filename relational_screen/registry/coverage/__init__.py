"""Lists of proposals: read, matched by a person, and held against the screenings."""
