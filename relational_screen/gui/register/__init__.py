"""The secretariat's pages: what the register holds, what came in, and what is missing."""
