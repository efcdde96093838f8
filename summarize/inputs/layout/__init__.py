"""The layout of printed pages: pieces of text at places become paragraphs in reading order.

`heads` removes what is repeated on the pages, `columns` puts the rest in order, and `paragraphs`
joins its lines. None of them reads a file.
"""
