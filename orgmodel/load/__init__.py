"""From files to an organisation and what is wrong with the files."""
