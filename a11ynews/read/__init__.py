"""From a page to an article: features, choice, build, account."""
