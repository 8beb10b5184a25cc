"""Districts, WIR regions, postcodes and distances in Hessen."""
