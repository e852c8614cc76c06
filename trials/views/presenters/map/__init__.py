"""The search on a map: counted, placed, drawn and worded on the server."""
