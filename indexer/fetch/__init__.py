"""Fetching originals from the web, politely, and never from where it may not look."""
