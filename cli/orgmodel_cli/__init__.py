"""The command line of orgmodel: words in, one call of `orgmodel.api`, words out."""
