"""Is a language folder in order? Loads all of its data files and runs every example and case in them.

In: a language code. Out: all mistakes at once, as `file:line: what is wrong; what is allowed`. It changes nothing.
"""
