"""The record for assistants, over the Model Context Protocol: questions, and texts to read; nothing is changed."""
