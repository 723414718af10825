"""What a page says about its story: read from every place that says it, then weighed."""

from a11ynews.read.metadata.found import Found, HeaderNode
from a11ynews.read.metadata.merge import read_metadata

__all__ = ["Found", "HeaderNode", "read_metadata"]
