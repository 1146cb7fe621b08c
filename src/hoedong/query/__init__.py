"""Questions to the record: who met whom, when, where; what is claimed, what holds, what is missing."""
