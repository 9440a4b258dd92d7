"""What is asked and known: checklists, groups, facts, remedies and the constants of the method."""
