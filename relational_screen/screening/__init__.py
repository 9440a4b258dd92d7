"""What was answered: events and their fold, what applies, the score, the review and the note's content. Pure."""
