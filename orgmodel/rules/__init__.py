"""The rules: one in each file, named as the rule. `base` says what a rule is, `engine` runs them."""
