"""Comments in drafts that switch findings off."""
