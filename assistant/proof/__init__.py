"""Does a text support a sentence? Pure functions, used for answers and for the corpus alike."""
