"""``python -m journeymapper``: the same as the command."""

import sys

from journeymapper.app import main

sys.exit(main())
