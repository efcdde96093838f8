"""What a release needs besides the code: man pages, completions, and the lowest versions."""
