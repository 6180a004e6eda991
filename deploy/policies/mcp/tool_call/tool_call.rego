# METADATA
# title: May this tool call run?
# description: |
#   Asked by the mcp-server for every `tools/call`. A tool's approval is not asked here but where the credential
#   is made (`broker.token_exchange`).
package mcp.tool_call

import data.lib.catalogue
import data.lib.context
import data.lib.subject
import data.lib.tenancy

# METADATA
# title: The answer
# entrypoint: true
# description: All reasons, sorted; obligations only where the call may run.
decision := {"allow": allow, "reasons": sort(deny), "obligations": sort(obligations)}

# METADATA
# title: Default deny
# scope: document
default allow := false

# Said twice on purpose: what grants the call, and that nothing speaks against it.
allow if {
	well_formed
	catalogue.role_permitted
	catalogue.scope_held
	count(deny) == 0
}

# METADATA
# title: The question is whole
well_formed if {
	subject.well_formed
	context.well_formed
	subject.filled(input.agent)
	subject.filled(input.tool)
	input.placement in {"read", "write", "combined"}
	subject.filled(input.resource.tenant)
}

# METADATA
# title: The resource belongs to the caller's tenant
own_tenant if tenancy.own(input.resource.tenant)

# METADATA
# title: The tool is served in the placement that asks
served_here if catalogue.served_in(input.placement)

# METADATA
# title: The team, where one is named, is not one of the tenant's
foreign_team if {
	team := input.resource.team
	not team in tenancy.teams
}

# METADATA
# title: Nothing is allowed on a question that is not whole
# description: Missing or mistyped facts are refused, never guessed.
# custom:
#   code: default_deny
deny contains code if {
	not well_formed
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: Only people call tools
# description: A workload has no person to attribute the deed to.
# custom:
#   code: subject_not_person
deny contains code if {
	not subject.is_person
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The tool is in the catalogue
# description: A name that the catalogue does not hold has no tier, scope or approval to judge it by.
# custom:
#   code: tool_unknown
deny contains code if {
	not catalogue.tool
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The tool is on the allow-list
# description: A tool that no role lists cannot run, even if a server registers it (C-AZ-5).
# custom:
#   code: tool_not_listed
deny contains code if {
	not catalogue.listed
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: One of the caller's roles lists the tool
# description: Roles come from the company's directory through the broker, never from the agent.
# custom:
#   code: role_not_permitted
deny contains code if {
	catalogue.listed
	not catalogue.role_permitted
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The token carries the tool's scope
# description: What the person consented to bounds what the agent may do.
# custom:
#   code: scope_missing
deny contains code if {
	catalogue.tool
	not catalogue.scope_held
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The resource is the caller's tenant's
# description: Tenant A never sees B (C-AZ-11).
# custom:
#   code: tenant_mismatch
deny contains code if {
	not own_tenant
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The team is one that the tenant lists
# description: Only where the call names a team.
# custom:
#   code: target_not_permitted
deny contains code if {
	foreign_team
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The tool is served where it is called
# description: A stolen read placement cannot run a write (C-AZ-10).
# custom:
#   code: placement_not_permitted
deny contains code if {
	catalogue.tool
	not served_here
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: Writes of tier 2 need a strong sign-in
# description: The authentication context must be one of `data.acr.writes` (RFC 9470, C-ID-9).
# custom:
#   code: acr_insufficient
deny contains code if {
	catalogue.tool
	not catalogue.acr_sufficient
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The operation is not blocked for agents
# description: Checked at the call too, so that a blocked deed fails as early as it can (C-AZ-6).
# custom:
#   code: operation_blocked
deny contains code if {
	catalogue.blocked(catalogue.tool.credential.operation)
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: Log the arguments' fingerprint
obligations contains "log_arguments" if {
	allow
	catalogue.tool.tier >= 1
}

# METADATA
# title: No act before its record is durable
# description: C-AU-2.
obligations contains "audit_before_act" if {
	allow
	catalogue.tool.tier == 2
}
