"""What each command of ``medlint`` does."""
