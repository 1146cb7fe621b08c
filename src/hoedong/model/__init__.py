"""The nouns of hoedong: frozen values that every stage takes and returns.

Nothing here reads, decides or stores; nothing here imports another part of hoedong or a third party.
"""
