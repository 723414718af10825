"""Where input comes from, and whether it is text at all."""
