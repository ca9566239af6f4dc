"""Finders: what rules can look for, each told by parameters where and how much."""
