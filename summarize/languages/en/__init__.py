"""English: `words.json` has its words, `pages` what its web pages say about themselves."""
