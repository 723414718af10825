"""What plain text and Markdown share: lines, cells and words for a display that shows characters only."""
