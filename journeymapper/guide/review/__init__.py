"""The review cycle: when a map is looked through again, what there is to look at, and what it was before."""
