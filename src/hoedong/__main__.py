"""`python -m hoedong` is the command `hoedong`."""

from hoedong.cli.main import main

if __name__ == "__main__":
    main()
