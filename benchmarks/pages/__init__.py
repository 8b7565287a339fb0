"""How long pages take, as ratios to a page that asks nothing, served as the site is."""
