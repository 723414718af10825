"""From kept nodes to typed blocks."""
