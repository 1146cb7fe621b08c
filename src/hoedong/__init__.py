"""hoedong (회동): who met whom, when, where, with whom present, about what, and what was said."""
