"""The edge for agents: a server of the Model Context Protocol.

Its tools summarise, group, verify and check articles. It reads only the folders that were named
when it was started, and fetches nothing unless that was allowed.
"""
