"""What every picture is made of: shapes in points, text that is measured, colours that are checked, and SVG."""
