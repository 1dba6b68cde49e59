"""The same answer through three doors: command line, REST and chat page."""
