"""Are answers found, complete, proven and safe? `python -m evals`."""
