"""What the features of the decision say, in words."""
def meaning(name: str) -> str:
    return ""
