"""Records as plain values, as files and the clipboard hold them: with what this version has no field for."""

from collections.abc import Mapping
from typing import Any

from journeymapper.document.records import Card, Evidence, Record


def sifted(kind: type[Record], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record's raw values with those this version has no field for put under ``unknown``."""
    sifted = _with_unknown(raw, frozenset(kind.model_fields))
    evidence = raw.get("evidence")
    if kind is Card and isinstance(evidence, dict):
        sifted = {**sifted, "evidence": _with_unknown(evidence, frozenset(Evidence.model_fields))}
    return sifted


def _with_unknown(raw: Mapping[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    if raw.keys() <= fields and "unknown" not in raw:
        return dict(raw)
    strange = {key: value for key, value in raw.items() if key not in fields or key == "unknown"}
    return {**{key: value for key, value in raw.items() if key not in strange}, "unknown": strange}


def has_unknown(record: Record) -> bool:
    """Tell whether a record holds anything that this version has no field for."""
    return bool(record.unknown or (isinstance(record, Card) and record.evidence.unknown))


def raw_of(record: Record) -> dict[str, Any]:
    """Return a record's values for JSON, unknown ones among them, without fields that hold their default.

    ``sifted`` takes it back.
    """
    values = record.model_dump(mode="json", exclude_defaults=True)
    if isinstance(record, Card) and record.evidence.unknown:
        values["evidence"] = {**record.evidence.unknown, **values.get("evidence", {})}
    return {**record.unknown, **values}
