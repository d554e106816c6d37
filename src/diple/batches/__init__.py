"""Many documents at once: folders, ZIP files, and files that hold several documents in a row."""
