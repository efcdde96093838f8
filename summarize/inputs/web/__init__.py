"""The pages that links lead to: fetched politely, and kept in a cache."""
