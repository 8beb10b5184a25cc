"""Editorial units (beramí, lagfa), their groups and what these may do."""
