"""From a question to a cited answer. Start reading at `assistant.assemble`."""
