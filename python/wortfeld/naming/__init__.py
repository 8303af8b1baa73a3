"""Where names come from: files, rows, tables, mappings and patterns become rows of a gazetteer."""
