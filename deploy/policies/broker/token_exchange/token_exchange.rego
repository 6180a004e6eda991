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
import data.lib.tenancy

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
# title: What grants the deed
# scope: document
deed_granted if {
	connect.is_own_account
	connect.role_permitted
}

deed_granted if {
	not connect.asked
	catalogue.role_permitted
	catalogue.scope_held
}

# METADATA
# title: The client may ask for the operation
client_permitted if input.operation in data.clients[input.client].operations

# METADATA
# title: Every operation that exists
# scope: document
operations contains operation if some operation in {tool.credential.operation | some tool in data.tools}

operations contains connect.operation

# METADATA
# title: The operation is one of those
operation_exists if input.operation in operations

# METADATA
# title: The tool is served in the placement of the client that asks
served_to_client if catalogue.served_in(data.clients[input.client].placement)

# METADATA
# title: The token was made for the resource of the client that presents it
own_audience if input.audience == input.client_resource

# METADATA
# title: The target belongs to the subject's tenant
own_tenant if tenancy.own(input.target.tenant)

# METADATA
# title: The tool declares exactly this operation
# scope: document
within_tool if connect.is_own_account

within_tool if {
	not connect.asked
	catalogue.tool.credential.operation == input.operation
}

# METADATA
# title: There is a deed that roles speak about
# scope: document
role_asked if connect.asked

role_asked if catalogue.listed

# METADATA
# title: The role allows the deed
# scope: document
role_permitted if {
	connect.asked
	connect.role_permitted
}

role_permitted if {
	not connect.asked
	catalogue.role_permitted
}

# METADATA
# title: The operation's own target is named, and lies within the tenant's teams
# scope: document
target_permitted if {
	input.operation == "issueCreate"
	subject.filled(input.target.ticket)
	input.target.team in tenancy.teams
}

target_permitted if {
	input.operation == "issueTrash"
	subject.filled(input.target.issue)
	not foreign_team
}

target_permitted if {
	input.operation == connect.operation
	data.teams[input.subject.tenant]
}

# METADATA
# title: A team is named that the tenant does not list
foreign_team if {
	team := input.target.team
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
