# METADATA
# title: Connecting one's own Linear account
# description: >-
#   A deed of the person at the broker's own page; no agent can ask for it, so it is no tool of the catalogue.
package lib.connect

# METADATA
# title: Its operation
operation := "connectLinear"

# METADATA
# title: The name it bears in place of a tool
tool := "connect_linear"

# METADATA
# title: Either name is used; then no rule about catalogue tools may grant anything
# scope: document
asked if input.operation == operation

asked if input.tool == tool

# METADATA
# title: Both names are used, as they must be
is_own_account if {
	input.operation == operation
	input.tool == tool
}

# METADATA
# title: A role of the subject lists a tool that needs the account
# description: Whoever cannot use the account should not leave a grant behind for it.
role_permitted if {
	some role in input.subject.roles
	some name in data.roles[role].tools
	is_object(data.tools[name].credential)
}
