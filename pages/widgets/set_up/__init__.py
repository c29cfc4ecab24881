"""The parts of the screen Voorbereiden."""
