"""From the bytes of a document to its text in reading order: one file per format."""
