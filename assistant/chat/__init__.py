"""The optional language model: it drafts, and what it drafts is never trusted."""
