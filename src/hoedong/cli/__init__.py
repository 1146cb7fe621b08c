"""The command line: thin commands over the library, each with an example in its help.

Exit codes: 0 done, 1 done with findings (a source or line that could not be read), 2 wrong usage or a wrong data file.
"""
