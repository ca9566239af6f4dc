"""The theme: colours, spacing and type sizes by name."""
