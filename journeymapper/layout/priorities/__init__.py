"""The chart of priorities: rated cards on a field of three by three, and its printed pages."""
