# METADATA
# title: The tool that was asked for
# description: Facts about `input.tool` from the tool catalogue, and what the subject's roles and scopes say about it.
package lib.catalogue

# METADATA
# title: Its entry in the catalogue; undefined for a tool that is not in it
tool := data.tools[input.tool]

# METADATA
# title: On the allow-list
# description: Being in the catalogue is not enough; some role must list the tool (C-AZ-5).
listed if {
	some role in data.roles
	input.tool in role.tools
}

# METADATA
# title: One of the subject's roles lists the tool
role_permitted if {
	some role in input.subject.roles
	input.tool in data.roles[role].tools
}

# METADATA
# title: The subject's token carries the tool's scope
scope_held if tool.scope in input.subject.scopes

# METADATA
# title: The tool is served in this placement
# scope: document
# description: >-
#   The combined placement is the one-machine form that serves both (C-AZ-10). Two bodies, because opa 1.22.0 indexes
#   `placement in {"combined", tool.placement}` by its constants alone and misses the other.
served_in("combined")

served_in(placement) if placement == tool.placement

# METADATA
# title: The sign-in was strong enough
# scope: document
# description: Tier 2 writes need an authentication context from the list; anything else has no such demand (C-ID-9).
acr_sufficient if tool.tier < 2

acr_sufficient if tool.effect == "read"

acr_sufficient if input.subject.acr in data.acr.writes

# METADATA
# title: An operation that agents never get
# description: No approval, role or scope opens it (C-AZ-6).
blocked(operation) if operation in data.switches.blocked_operations
