"""What was decided on a page, and why, in words."""
