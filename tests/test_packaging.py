import tomllib
from importlib.resources import files
from pathlib import Path

TOP = Path(__file__).parents[1]


def declared_packages() -> set[str]:
    settings = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    return set(settings["tool"]["setuptools"]["packages"])


def test_every_package_of_the_tree_goes_into_the_wheel():
    found = {
        ".".join(folder.parent.relative_to(TOP).parts)
        for folder in (TOP / "journeymapper").rglob("__init__.py")
    }
    assert declared_packages() == found | {"journeymapper.resources"}


def test_the_resources_are_found_through_the_package():
    schemas = files("journeymapper.resources").joinpath("schema").iterdir()
    assert [schema for schema in schemas if schema.name.endswith(".schema.json")]
