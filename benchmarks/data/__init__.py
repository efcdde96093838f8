"""What is summarized: clusters with references, and generated articles."""
