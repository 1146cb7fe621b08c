"""The pages: each module asks the record one thing and answers with one frozen value, shown as HTML and as JSON."""
