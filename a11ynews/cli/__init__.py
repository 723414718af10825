"""The command line: it knows everyone and decides little."""
