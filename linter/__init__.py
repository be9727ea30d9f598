"""medlint: a consistency-checking linter for medical copy."""

__version__ = "0.1.0"
