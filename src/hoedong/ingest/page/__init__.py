"""A saved HTML page in steps: tree, marks of the markup, blocks, what scripts hold, votes on what is the article."""
