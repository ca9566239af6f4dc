"""Compiles the translations whenever the package is built, so that a wheel carries them."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools.command.build_py import build_py


class BuildWithCatalogues(build_py):
    """Setuptools' collecting of modules and data, with the message catalogues compiled first."""

    def run(self) -> None:
        """Compile every ``journeymapper.po`` to the ``.mo`` beside it, then collect."""
        for words in Path("journeymapper", "locale").glob("*/LC_MESSAGES/journeymapper.po"):
            with words.open("rb") as source, words.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(source, locale=words.parts[2]))
        super().run()

    def get_source_files(self) -> list[str]:
        """Count this module among the sources, so that a source archive can be built from too."""
        return [*super().get_source_files(), "packaging/catalogues.py"]
