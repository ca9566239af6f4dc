"""The map as data: records, change, store, indexes."""
