# METADATA
# title: May this person see or export this?
# description: |
#   Asked by the audit service. Records belong to a tenant, or to the platform itself (tenant `platform`: starts,
#   refusals before anyone was known).
package audit.access

import data.lib.context
import data.lib.subject
import data.lib.tenancy

# METADATA
# title: The answer
# entrypoint: true
# description: All reasons, sorted; obligations only where access is given.
decision := {"allow": allow, "reasons": sort(deny), "obligations": sort(obligations)}

# METADATA
# title: Default deny
# scope: document
default allow := false

# Said twice on purpose: what grants access, and that nothing speaks against it.
allow if {
	well_formed
	role_permitted
	count(deny) == 0
}

# METADATA
# title: The question is whole
well_formed if {
	subject.well_formed
	context.well_formed
	input.action in {"read", "export"}
	subject.filled(input.resource.tenant)
}

# METADATA
# title: Whose records they are, seen from the subject
# scope: document
# description: Undefined for another tenant's. No tenant may bear the platform's name (`checks.grants`).
records := "platform" if input.resource.tenant == "platform"

records := "own_tenant" if {
	input.resource.tenant != "platform"
	tenancy.own(input.resource.tenant)
}

# METADATA
# title: The token carries the audit scope
scope_held if "audit:read" in input.subject.scopes

# METADATA
# title: One of the subject's roles permits the action on these records
role_permitted if {
	some role in input.subject.roles
	input.action in data.roles[role].audit[records]
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
# title: Only people read the audit log
# description: Machines get it through sinks, each with its own cursor.
# custom:
#   code: subject_not_person
deny contains code if {
	not subject.is_person
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The token carries the audit scope
# description: An agent's token for tools does not open the log.
# custom:
#   code: scope_missing
deny contains code if {
	not scope_held
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The records are the subject's tenant's, or the platform's
# description: Tenant A never sees B (C-AZ-11).
# custom:
#   code: tenant_mismatch
deny contains code if {
	not records
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: One of the subject's roles permits the action on these records
# description: Reading and exporting are granted apart, and apart for the tenant's and the platform's records.
# custom:
#   code: role_not_permitted
deny contains code if {
	records
	not role_permitted
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: What leaves the house is recorded first
# description: C-AU-2.
obligations contains "audit_before_act" if {
	allow
	input.action == "export"
}
