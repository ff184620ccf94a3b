"""From a folder of tables to the content of an organisation file."""
