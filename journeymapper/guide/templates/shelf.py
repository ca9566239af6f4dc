"""The shelf of templates: those that come with the program, then the user's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from journeymapper.document.roles import AUDIENCES, MAP_KINDS
from journeymapper.files import native
from journeymapper.files.problems import BadFileError
from journeymapper.guide.folders import TEMPLATES, built_in, templates_folder
from journeymapper.guide.resources import Problem, bytes_of, listed, problem_of
from journeymapper.guide.templates.template import Template, template_of
from journeymapper.guide.translating import translated

_KINDS: Final = tuple(kind for kind in MAP_KINDS if kind)
_AUDIENCES: Final = tuple(audience for audience in AUDIENCES if audience)


def shelf(user: Path) -> tuple[list[Template], list[Problem]]:
    """Return all templates, and a line for each file that was left out; ``user`` is the user's folder.

    The program's own are in the user's language, by kind of map, those for consumers first. The user's own
    follow by name, as they are. A folder that is not there is empty.
    """
    templates: list[Template] = []
    problems: list[Problem] = []
    for found in read_templates(user):
        if isinstance(found, Template):
            templates.append(found)
        else:
            problems.append(found)
    return in_order(templates), problems


def read_templates(user: Path) -> Iterator[Template | Problem]:
    """Read one template after the other, and give each, or the line that says why it was left out."""
    for folder, is_own in ((built_in(TEMPLATES), False), (templates_folder(user), True)):
        paths, problems = listed(folder, native.SUFFIX)
        yield from problems
        for path in paths:
            try:
                yield read_template(path, is_own)
            except (BadFileError, OSError) as error:
                yield problem_of(path, error)


def read_template(path: Path, is_own: bool) -> Template:
    """Return the template in a file; one that comes with the program in the user's language.

    Raises:
        OSError: the file cannot be read.
        BadFileError: it holds no map, or a damaged one.
    """
    document = native.read(bytes_of(path), path)
    return template_of(document if is_own else translated(document), path, is_own)


def in_order(templates: list[Template]) -> list[Template]:
    """Return templates as they stand on the shelf."""
    return sorted(templates, key=_place)


def _place(template: Template) -> tuple[bool, int, int, str]:
    if template.is_own:
        return (True, 0, 0, template.name.casefold())
    return (False, _place_in(_KINDS, template.map_kind), _place_in(_AUDIENCES, template.audience), "")


def _place_in(known: tuple[str, ...], value: str) -> int:
    return known.index(value) if value in known else len(known)
