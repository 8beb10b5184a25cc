"""Images and documents with credit, licence and the unit they belong to."""
