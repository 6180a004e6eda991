# METADATA
# title: May this credential exist?
# description: |
#   Asked by the issuer before anything is minted: one credential, one operation, one target. Connecting one's own
#   Linear account is the one deed here that is no tool of the catalogue; `lib.connect` says so in one place.
package broker.token_exchange

import data.lib.approval
import data.lib.catalogue
import data.lib.connect
import data.lib.context
import data.lib.delegation
import data.lib.subject

# METADATA
# title: The answer
# entrypoint: true
# description: All reasons, sorted; obligations only where the credential may exist.
decision := {"allow": allow, "reasons": sort(deny), "obligations": sort(obligations)}

# METADATA
# title: Default deny
# scope: document
default allow := false

# Said twice on purpose: what grants the credential, and that nothing speaks against it.
allow if {
	well_formed
	client_permitted
	deed_granted
	count(deny) == 0
}

# METADATA
# title: The question is whole
well_formed if {
	subject.well_formed
	context.well_formed
	approval.well_formed
	subject.all_strings(input.actors)
	subject.filled(input.client)
	subject.filled(input.audience)
	subject.filled(input.client_resource)
	subject.filled(input.tool)
	subject.filled(input.operation)
	subject.filled(input.target.tenant)
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
# title: Only a person's token is exchanged
# description: A workload never gets a person's credential without that person's token (C-ID-8).
# custom:
#   code: subject_not_person
deny contains code if {
	not subject.is_person
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The client may ask for this operation
# description: An unknown client, or one whose list does not name the operation (C-AZ-10).
# custom:
#   code: client_not_permitted
deny contains code if {
	not client_permitted
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: A client gets operations of its own placement only
# description: >-
#   A client of the read placement never obtains a write, even if its list were widened by mistake (C-AZ-10).
# custom:
#   code: placement_not_permitted
deny contains code if {
	not connect.asked
	catalogue.tool
	not served_to_client
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The token was made for the resource of the client that presents it
# description: >-
#   Confused deputy - a token that strayed to another server is worth nothing there (RFC 8693 §2.1, RFC 8707).
# custom:
#   code: subject_token_foreign
deny contains code if {
	not own_audience
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The token names who acts
# description: Without an actor nobody could be held to the deed. Connecting is the person's own act in a browser.
# custom:
#   code: token_claim_missing
deny contains code if {
	not connect.asked
	not delegation.present
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The actor chain is bounded
# description: A longer chain is refused, not cut.
# custom:
#   code: actor_chain_too_long
deny contains code if {
	not delegation.bounded
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The tool is on the allow-list
# description: A tool that no role lists gets no credential (C-AZ-5).
# custom:
#   code: tool_not_listed
deny contains code if {
	not connect.asked
	not catalogue.listed
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The tool is in the catalogue
# description: A name that the catalogue does not hold declares no operation.
# custom:
#   code: tool_unknown
deny contains code if {
	not connect.asked
	not catalogue.tool
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The operation exists
# description: An operation that no tool declares is not made up on request.
# custom:
#   code: operation_not_permitted
deny contains code if {
	not operation_exists
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The tool declares exactly the operation that is asked
# description: A credential for one tool's call must not do another tool's deed.
# custom:
#   code: scope_exceeds_tool
deny contains code if {
	not within_tool
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The operation is not blocked for agents
# description: Whatever is approved (C-AZ-6).
# custom:
#   code: operation_blocked
deny contains code if {
	catalogue.blocked(input.operation)
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: One of the subject's roles allows the deed
# description: For a tool, a role that lists it; for connecting, a role that lists a tool which needs the account.
# custom:
#   code: role_not_permitted
deny contains code if {
	role_asked
	not role_permitted
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The token carries the tool's scope
# description: What the person consented to bounds what may be minted.
# custom:
#   code: scope_missing
deny contains code if {
	not connect.asked
	catalogue.tool
	not catalogue.scope_held
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: Writes of tier 2 need a strong sign-in
# description: Checked again here, because a captured server would skip its own check (C-ID-9).
# custom:
#   code: acr_insufficient
deny contains code if {
	catalogue.tool
	not catalogue.acr_sufficient
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The target is the subject's tenant's
# description: Tenant A never touches B (C-AZ-11).
# custom:
#   code: tenant_mismatch
deny contains code if {
	not own_tenant
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The target is named and within the tenant's teams
# description: A credential is for one exact target; one without a target could be used on any.
# custom:
#   code: target_not_permitted
deny contains code if {
	not target_permitted
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: The approval that the tool demands is there
# description: A second person is somebody other than the subject (C-AZ-7, C-AZ-8).
# custom:
#   code: approval_missing
deny contains code if {
	catalogue.tool
	not approval.satisfied
	code := rego.metadata.rule().custom.code
}

# METADATA
# title: No credential before its record is durable
# description: C-AU-2.
obligations contains "audit_before_act" if allow
