"""Finding anything one may see: each app says what of its own can be found."""
