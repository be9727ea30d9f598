"""The rules as data: reading them, and their examples."""
