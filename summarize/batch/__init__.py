"""Many clusters at a time, in any number of processes; nothing of summarising is in here."""
