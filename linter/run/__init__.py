"""What a run works with: its settings, facts files and drafts, and what came of each draft."""
