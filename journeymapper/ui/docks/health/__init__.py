"""The dock of the health check: what was found, why it matters, and what can be done about it."""
