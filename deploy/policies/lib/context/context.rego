# METADATA
# title: Where and when
# description: >-
#   Facts about network, device and time. What nobody vouches for is `unknown`; a fact left out is a malformed
#   question.
package lib.context

# METADATA
# title: Every fact of the context is there and from its word list
well_formed if {
	input.context.environment in {"production", "development"}
	input.context.network in {"trusted", "untrusted", "unknown"}
	input.context.device in {"managed", "unmanaged", "unknown"}
	is_number(input.context.hour)
	input.context.hour >= 0
	input.context.hour <= 23
}
