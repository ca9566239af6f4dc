"""Ids of records: short, readable in a diff, and unlikely to clash when two files are merged."""

import secrets

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def random_identifier(kind: str) -> str:
    """Return ``kind`` with eight random letters, such as "card-7k2mq9xa"."""
    return f"{kind}-" + "".join(secrets.choice(_LETTERS) for _ in range(8))
