"""Which units are the story: the classifier, its two looks, and what is kept whole or added."""
