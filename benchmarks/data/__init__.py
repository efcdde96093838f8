"""What is summarised: clusters with references, and generated articles."""
