"""The JSON Schema of the native file, made from the records.

``python -m journeymapper.files.schema`` prints it; a test holds ``resources/schema/`` to it.
"""

import json
import sys
from typing import Any

from pydantic.json_schema import models_json_schema

from journeymapper.document.records import KINDS, MAP_ID
from journeymapper.files.native import FORMAT, VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME = f"journey-{VERSION}.schema.json"


def schema() -> dict[str, Any]:
    """Return the schema of version ``VERSION``; what it does not name is allowed, and kept."""
    places, made = models_json_schema(
        [(kind, "validation") for kind in KINDS], ref_template="#/$defs/{model}"
    )
    definitions = made["$defs"]
    for definition in definitions.values():
        definition.pop("additionalProperties", None)
        definition["properties"].pop("unknown", None)
    properties: dict[str, Any] = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    for kind in KINDS:
        row = places[kind, "validation"]
        properties[kind.collection] = row if kind.collection == MAP_ID else {"type": "array", "items": row}
    return {
        "$schema": DIALECT,
        "title": "A customer-journey map of journeymapper",
        "type": "object",
        "required": ["format", "version"],
        "properties": properties,
        "$defs": definitions,
    }


def printed() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(printed())
