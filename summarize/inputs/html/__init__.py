"""What HTML says: its tree, its main text or all its text, its title, and whether it is a wall."""
