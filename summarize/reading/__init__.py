"""Each article by itself: from what came to sentences, marked and never rewritten."""
