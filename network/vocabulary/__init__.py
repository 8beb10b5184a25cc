"""Language-neutral terms with translated names: topics, target groups, formats."""
