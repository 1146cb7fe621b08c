"""Pages of the web, asked for politely and safely: HTTP alone, nothing of what is read or kept."""
