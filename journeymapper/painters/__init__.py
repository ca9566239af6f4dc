"""Painters of display lists: they paint, they never decide or measure."""
