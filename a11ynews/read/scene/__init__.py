"""The page as units, and what is known of each: the facts that everything else is decided by."""
