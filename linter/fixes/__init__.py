"""Which findings have one surely right correction, and how it is written."""
