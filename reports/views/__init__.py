"""The pages of reports. They read what runs have stored and compute nothing."""
