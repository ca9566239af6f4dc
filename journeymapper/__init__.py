"""journeymapper: a desktop editor for customer-journey maps."""
