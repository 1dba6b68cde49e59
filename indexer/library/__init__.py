"""The operator's own sources: added, read, kept with their versions, ready to be indexed."""
