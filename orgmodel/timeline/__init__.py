"""How an organisation changed over its versions in git. It joins reading, measuring and comparing."""
