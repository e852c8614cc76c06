"""WATCHING: how an operator sees the processes: ids, log lines, counts. It knows no study."""
