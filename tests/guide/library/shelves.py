"""A small shelf of blocks for tests, whatever the program's own are."""

from journeymapper.guide.library.block import Block
from journeymapper.guide.library.shelf import Category, Shelf

SEARCH = Block(
    text="Search result",
    category="touchpoints",
    role="touchpoints",
    stages=("awareness", "consideration"),
    channel="search",
    online=True,
    words="Google, SEO",
    note="Often the first sight of a business",
)
CHAT = Block(text="Live chat", category="touchpoints", role="touchpoints", channel="chat", online=True)
COURIER = Block(
    text="Courier", category="touchpoints", role="touchpoints", stages=("retention",), online=False
)
REMINDER = Block(
    text="E-mail about the full cart",
    category="automations",
    role="automations",
    stages=("purchase",),
    channel="e-mail",
    tags=("cart",),
)
CONVERSION = Block(text="Conversion rate", category="metrics", role="metrics", unit="%")
DEMO = Block(text="Demo", category="content", role="content", stages=("purchase",), audience="businesses")
VOUCHER = Block(
    text="Voucher", category="content", role="content", stages=("purchase",), audience="consumers"
)
THAI = Block(text="เปรียบเทียบราคาสินค้า", category="content", role="content", stages=("consideration",))
CAFE = Block(text="Réservation au café", role="actions", stages=("purchase",))


def shelf(*own: Block) -> Shelf:
    """Return a shelf with these blocks of the user's."""
    return Shelf(
        categories=(
            *(Category("touchpoints", "Touchpoints"), Category("content", "Content")),
            *(Category("automations", "Automations"), Category("metrics", "Metrics")),
        ),
        built_in=(SEARCH, CHAT, COURIER, DEMO, VOUCHER, THAI, REMINDER, CONVERSION),
        own=own,
        problems=(),
    )
