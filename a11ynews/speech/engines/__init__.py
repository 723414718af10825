"""Engines that turn a script into sound, behind one protocol."""
