"""Speed and memory of the line from transcript to edition: reported, never asserted."""
