"""The health check: what a map lacks to be of use, by rules that are data."""
