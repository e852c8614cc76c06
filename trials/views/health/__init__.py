"""For machines and operators: is it alive, may readers be sent here, does all run, how is the data.

Nothing here names a server's address, a version or a person.
"""
