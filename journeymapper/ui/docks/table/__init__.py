"""The table: lanes by steps, a cell its cards as lines."""
