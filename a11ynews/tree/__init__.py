"""Bytes to text, and text to a page: the only package that knows an HTML parser."""
