"""An article for the ear: the script, spoken words, and the engines that read them out."""
