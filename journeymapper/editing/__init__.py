"""Every edit of a map as a plain function, and their history."""
