"""How results look: tables as text and HTML, pages from templates. Everything is loaded on use."""
