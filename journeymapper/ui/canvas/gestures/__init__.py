"""What a press of the pointer can turn into, each an object with start, move, finish and cancel."""
