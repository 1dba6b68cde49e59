"""The check: five questions that end in a list of cited sentences from the corpus."""
