"""The measures: one family in each file, one pure function of the graph for each measure."""
