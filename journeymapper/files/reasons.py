"""Why a value was refused, in the user's words: pydantic's first error as one place and one line."""

from pydantic import ValidationError

from journeymapper.i18n import _, mark

_WORDS: dict[str, str] = {
    "missing": mark("this is missing"),
    "extra_forbidden": mark("there is no field of this name"),
    "string_type": mark("text is expected here"),
    "string_unicode": mark("this text holds half a character"),
    "string_too_short": mark("this must not be empty"),
    "string_too_long": mark("this is too long"),
    "string_pattern_mismatch": mark("this is no order key (letters and digits)"),
    "int_type": mark("a whole number is expected here"),
    "int_from_float": mark("a whole number is expected here"),
    "float_type": mark("a number is expected here"),
    "float_parsing": mark("a number is expected here"),
    "finite_number": mark("a number is expected here"),
    "bool_type": mark("true or false is expected here"),
    "bool_parsing": mark("true or false is expected here"),
    "tuple_type": mark("a list is expected here"),
    "mapping_type": mark("a record is expected here"),
    "model_type": mark("a record is expected here"),
}

_DAYS = ("due", "reviewed", "next_review", "day")


def reason(error: ValidationError) -> tuple[str, str]:
    """Return the place (such as "evidence.count") and the reason of the first error."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    kind, limits = first["type"], first.get("ctx", {})
    if kind in _WORDS:
        return place, _(_WORDS[kind])
    if kind == "greater_than_equal":
        return place, _("this is less than {limit}").format(limit=limits["ge"])
    if kind == "less_than_equal":
        return place, _("this is more than {limit}").format(limit=limits["le"])
    if kind == "literal_error":
        return place, _("one of {values} is expected here").format(values=limits["expected"])
    if kind.startswith("date") or (kind == "value_error" and str(first["loc"][-1]) in _DAYS):
        return place, _("a date such as 2026-11-30 is expected here")
    return place, _("this value does not fit")
