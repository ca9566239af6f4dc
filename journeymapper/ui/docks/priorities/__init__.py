"""The dock of priorities: cards on a field of two ratings, to be dragged about, and what comes first."""
