# METADATA
# title: Through whom
# description: >-
#   The actors of the subject token, outermost first (RFC 8693 §4.1). Nested actors are history, not authority.
package lib.delegation

# METADATA
# title: Longest actor chain accepted; a longer one is refused, not cut
max_actors := 4

# METADATA
# title: Somebody acts
present if count(input.actors) > 0

# METADATA
# title: The chain is short enough to be read by a human in an incident
bounded if count(input.actors) <= max_actors
