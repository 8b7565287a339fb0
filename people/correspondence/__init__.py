"""Letters to people of an organisation: when each wishes them, and what became of them."""
