"""Records as plain values, as files and the clipboard hold them: with what this version has no field for."""

from collections.abc import Mapping
from typing import Any

from journeymapper.document.records import Card, Evidence, Record, Source

#: The fields that evidence had when it held one source, and what they are called now.
_ONE_SOURCE = {"source": "name", "count": "count", "quote": "quote"}


def sifted(kind: type[Record], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record's raw values with those this version has no field for put under ``unknown``."""
    sifted = _with_unknown(raw, frozenset(kind.model_fields))
    evidence = raw.get("evidence")
    if kind is Card and isinstance(evidence, dict):
        sifted = {**sifted, "evidence": _sifted_evidence(evidence)}
    return sifted


def _sifted_evidence(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return raw evidence likewise; what an earlier version wrote of its one source becomes a source."""
    if raw.keys().isdisjoint(_ONE_SOURCE) or "sources" in raw:
        sources = raw.get("sources")
    else:
        sources = [{name: raw[old] for old, name in _ONE_SOURCE.items() if old in raw}]
        raw = {key: value for key, value in raw.items() if key not in _ONE_SOURCE}
    fit = _with_unknown(raw, frozenset(Evidence.model_fields))
    if isinstance(sources, list):
        fields = frozenset(Source.model_fields)
        fit["sources"] = [_with_unknown(one, fields) if isinstance(one, dict) else one for one in sources]
    return fit


def _with_unknown(raw: Mapping[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    if raw.keys() <= fields and "unknown" not in raw:
        return dict(raw)
    strange = {key: value for key, value in raw.items() if key not in fields or key == "unknown"}
    return {**{key: value for key, value in raw.items() if key not in strange}, "unknown": strange}


def has_unknown(record: Record) -> bool:
    """Tell whether a record holds anything that this version has no field for."""
    if not isinstance(record, Card):
        return bool(record.unknown)
    evidence = record.evidence
    return bool(record.unknown or evidence.unknown or any(source.unknown for source in evidence.sources))


def raw_of(record: Record) -> dict[str, Any]:
    """Return a record's values for JSON, unknown ones among them, without fields that hold their default.

    ``sifted`` takes it back.
    """
    values = record.model_dump(mode="json", exclude_defaults=True)
    if isinstance(record, Card) and (record.evidence.unknown or record.evidence.sources):
        values["evidence"] = _raw_evidence(record.evidence, values.get("evidence", {}))
    return {**record.unknown, **values}


def _raw_evidence(evidence: Evidence, values: dict[str, Any]) -> dict[str, Any]:
    if evidence.sources:
        rows = zip(evidence.sources, values["sources"], strict=True)
        values["sources"] = [{**source.unknown, **row} for source, row in rows]
    return {**evidence.unknown, **values}
