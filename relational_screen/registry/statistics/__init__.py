"""Figures over all screenings that count, how they were made, and how far readers agree."""
