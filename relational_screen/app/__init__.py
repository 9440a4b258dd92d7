"""The application without a window: screenings, changes, settings, language."""
