"""The HTTP API, version 1: questions, texts to read, judgements; docs/reference/http-api.md lists it."""
