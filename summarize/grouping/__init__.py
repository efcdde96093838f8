"""Many articles: from a day's mix to its events, without a model or a comparison of all pairs."""
