"""The desk as a person meets it: its pages, its routes and its commands."""
