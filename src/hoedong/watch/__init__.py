"""Watching: sources of the web visited again and again, what is new kept, and encounters of the watched reported."""
