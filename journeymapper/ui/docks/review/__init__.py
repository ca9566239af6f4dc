"""The review: what there is to look at when a map is looked through again, and what it was before."""
