"""How fast the report path is, as ratios against plain ways of getting the same figures."""
