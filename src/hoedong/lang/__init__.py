"""Languages: one folder each, behind one protocol."""
