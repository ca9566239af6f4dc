"""Data that comes with journeymapper: examples and the schema of its files."""
