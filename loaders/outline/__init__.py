"""Document → sittings, each a numbered tree of sections whose every character knows its offset."""
