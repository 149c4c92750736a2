"""The page: an auditor for people without a shell.

The files in `static/` are the page; `engine` answers it, in a process of its own behind `server` (`audit serve`) or in the
reader's browser (`audit site`). Both are asked in the same words and give the same answers.
"""
