"""The steps from question to answer, one file each; `assistant.assemble` puts them in order."""
