"""Why a piece of a page is not the story: rules as data, first match wins."""
