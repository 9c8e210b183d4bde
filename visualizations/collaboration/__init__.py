"""Who works together, as pictures: matrices, ranked bars and a network of agencies and cases."""
