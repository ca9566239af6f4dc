"""A building block: a card ready to be put into a map."""

from typing import Annotated, Final

from pydantic import Field, StrictBool, StrictInt

from journeymapper.document.records import Number, Text
from journeymapper.guide.keys import Audience, StageKey
from journeymapper.guide.resources import Resource, WordList, Words

#: The category of the user's blocks that name none.
OWN: Final = "own"


class Block(Resource):
    """A building block.

    ``text`` to ``tags`` become the card's fields; ``role`` is that of the lane where it fits. ``words`` are
    further ones by which it is found, with commas between them. It fits the ``stages`` named, or any where
    none is; the ``audience`` and the ``businesses`` (their ids) likewise. ``note`` teaches in one line.
    """

    text: Annotated[Words, Field(min_length=1)]
    words: Words = ""
    category: Text = ""
    role: Text = ""
    stages: tuple[StageKey, ...] = ()
    channel: Words = ""
    online: StrictBool | None = None
    unit: Words = ""
    value: Number | None = None
    tags: WordList = ()
    note: Words = ""
    audience: Audience = ""
    businesses: tuple[Text, ...] = ()


class BlockFile(Resource):
    """A file of blocks. They are of its ``category``, and fit its ``role``, unless they say otherwise.

    ``name`` is what the category is called; categories stand by ``place``.
    """

    category: Text = OWN
    name: Words = ""
    place: StrictInt = 0
    role: Text = ""
    blocks: tuple[Block, ...]

    def filled(self) -> tuple[Block, ...]:
        """Return the blocks with what they have from the file."""
        return tuple(
            block.model_copy(
                update={"category": block.category or self.category, "role": block.role or self.role}
            )
            for block in self.blocks
        )
