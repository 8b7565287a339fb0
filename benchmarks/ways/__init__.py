"""Four ways to the same figures: ours, two that anybody would script, and the least there can be.

Each is given what is measured and answers with what it found, so that a run shows they agree.
"""
