"""Each article on its own: from its text to sentences; text is marked and never rewritten."""
