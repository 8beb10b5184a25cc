"""What is stored about people, and what they may do about it: see, correct, take back, have erased."""
