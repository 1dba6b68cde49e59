"""Who may see the desk: accounts, sessions and keys as a person or a program meets them."""
