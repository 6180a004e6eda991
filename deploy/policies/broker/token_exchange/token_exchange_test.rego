package broker.token_exchange_test

import data.broker.token_exchange

# The mcp-server asks for what Ada's escalation needs: the one good question. Each test is its difference from it.
good := {
	"subject": {
		"type": "person",
		"sub": "ada",
		"tenant": "harbor",
		"roles": ["support_engineer"],
		"scopes": ["tickets:read", "issues:create", "issues:delete"],
		"acr": "mfa",
		"amr": ["pwd", "otp"],
	},
	"actors": ["desk-agent"],
	"client": "mcp-server",
	"audience": "http://localhost:8000/mcp",
	"client_resource": "http://localhost:8000/mcp",
	"tool": "escalate_ticket",
	"operation": "issueCreate",
	"target": {"tenant": "harbor", "team": "PAY", "ticket": "0197e0a0-0000-7000-8000-000000000001"},
	"approval": null,
	"context": {"environment": "production", "network": "unknown", "device": "unknown", "hour": 9},
}

# Patches of the good question into one for trashing an issue, and into one for connecting an account.
trashing := [
	{"op": "replace", "path": "tool", "value": "delete_issue"},
	{"op": "replace", "path": "operation", "value": "issueTrash"},
	{"op": "replace", "path": "target", "value": {"tenant": "harbor", "issue": "PAY-7"}},
]

connecting := [
	{"op": "replace", "path": "tool", "value": "connect_linear"},
	{"op": "replace", "path": "operation", "value": "connectLinear"},
	{"op": "replace", "path": "client", "value": "token-broker-issuer"},
	{"op": "replace", "path": "target", "value": {"tenant": "harbor"}},
	{"op": "replace", "path": "subject/scopes", "value": []},
	{"op": "replace", "path": "actors", "value": []},
]

after(patches) := answer if {
	answer := token_exchange.decision with input as json.patch(good, patches)
}

replacing(path, value) := after([{"op": "replace", "path": path, "value": value}])

without(path) := after([{"op": "remove", "path": path}])

set_to(path, value) := [{"op": "replace", "path": path, "value": value}]

refused(reasons) := {"allow": false, "reasons": reasons, "obligations": []}

issued := {"allow": true, "reasons": [], "obligations": ["audit_before_act"]}

approved_by(approvers) := set_to("approval", {"id": "ap-1", "approvers": approvers})

test_refuses_the_empty_question if {
	answer := token_exchange.decision with input as {}
	not answer.allow
	every reason in [
		"default_deny", "client_not_permitted", "operation_not_permitted",
		"subject_token_foreign", "tenant_mismatch",
	] {
		reason in answer.reasons
	}
}

test_refuses_every_question_with_a_fact_left_out if {
	every path in [
		"subject", "subject/type", "subject/sub", "subject/tenant", "subject/roles", "subject/scopes", "subject/acr",
		"subject/amr", "actors", "client", "audience", "client_resource", "tool", "operation", "target",
		"target/tenant", "approval", "context", "context/hour",
	] {
		answer := without(path)
		not answer.allow
		"default_deny" in answer.reasons
	}
}

test_refuses_a_fact_of_the_wrong_type if {
	every fact in [
		["actors", "desk-agent"], ["actors", {"a": "desk-agent"}], ["actors", [""]], ["approval", "yes"],
		["approval", {"id": "ap-1"}], ["approval", {"id": "", "approvers": ["grace"]}], ["client", ["mcp-server"]],
	] {
		answer := replacing(fact[0], fact[1])
		not answer.allow
		"default_deny" in answer.reasons
	}
}

test_refuses_a_workload if replacing("subject/type", "workload") == refused(["subject_not_person"])

test_refuses_an_unknown_client if {
	replacing("client", "stranger") == refused(["client_not_permitted", "placement_not_permitted"])
}

test_refuses_a_write_for_the_read_client if {
	replacing("client", "mcp-server-read") == refused(["client_not_permitted", "placement_not_permitted"])
}

test_refuses_a_write_for_the_read_client_even_where_its_list_names_it if {
	clients := {"mcp-server-read": {"placement": "read", "operations": ["issueCreate"]}}
	answer := token_exchange.decision with input as json.patch(good, set_to("client", "mcp-server-read"))
		with data.clients as clients
	answer == refused(["placement_not_permitted"])
}

test_refuses_a_token_made_for_another_resource if {
	replacing("audience", "http://localhost:8020") == refused(["subject_token_foreign"])
}

test_refuses_a_token_without_an_actor if replacing("actors", []) == refused(["token_claim_missing"])

test_refuses_a_chain_of_five_actors if {
	replacing("actors", ["a", "b", "c", "d", "e"]) == refused(["actor_chain_too_long"])
}

test_accepts_a_chain_of_four_actors if replacing("actors", ["a", "b", "c", "d"]) == issued

test_refuses_an_unknown_tool if {
	replacing("tool", "drop_tables") == refused(["scope_exceeds_tool", "tool_not_listed", "tool_unknown"])
}

test_refuses_a_tool_that_no_role_lists if {
	answer := token_exchange.decision with input as good with data.roles as {"support_engineer": {"tools": []}}
	answer == refused(["tool_not_listed"])
}

test_refuses_an_operation_that_the_tool_does_not_declare if {
	after([
		{"op": "replace", "path": "operation", "value": "issueTrash"},
		{"op": "add", "path": "target/issue", "value": "PAY-7"},
	]) == refused(["scope_exceeds_tool"])
}

test_refuses_any_credential_for_a_tool_that_declares_none if {
	replacing("tool", "get_support_tickets") == refused(["scope_exceeds_tool"])
}

test_refuses_an_operation_that_does_not_exist if {
	replacing("operation", "issueArchive") == refused([
		"client_not_permitted", "operation_not_permitted",
		"scope_exceeds_tool", "target_not_permitted",
	])
}

test_refuses_a_missing_scope if replacing("subject/scopes", ["tickets:read"]) == refused(["scope_missing"])

test_refuses_a_role_that_does_not_list_the_tool if {
	replacing("subject/roles", ["platform_admin"]) == refused(["role_not_permitted"])
}

test_refuses_a_tool_that_only_another_role_lists if {
	roles := {"support_engineer": {"tools": ["delete_issue"]}, "support_lead": {"tools": ["escalate_ticket"]}}
	answer := token_exchange.decision with input as good with data.roles as roles
	answer == refused(["role_not_permitted"])
}

test_says_nothing_of_an_unknown_tool_but_that_it_is_unknown if {
	after([
		{"op": "replace", "path": "tool", "value": "drop_tables"},
		{"op": "replace", "path": "subject/acr", "value": "pwd"},
		{"op": "replace", "path": "subject/scopes", "value": []},
	]) == refused(["scope_exceeds_tool", "tool_not_listed", "tool_unknown"])
}

test_takes_no_other_operations_target_for_its_own if {
	after(array.concat(trashing, set_to("operation", "issueArchive"))) == refused([
		"approval_missing", "client_not_permitted", "operation_not_permitted",
		"scope_exceeds_tool", "target_not_permitted",
	])
}

test_refuses_a_weak_sign_in if replacing("subject/acr", "pwd") == refused(["acr_insufficient"])

test_refuses_another_tenants_target if replacing("target/tenant", "meridian") == refused(["tenant_mismatch"])

test_refuses_a_team_that_the_tenant_does_not_list if {
	replacing("target/team", "LEGAL") == refused(["target_not_permitted"])
}

test_refuses_a_tenant_without_teams if {
	after([
		{"op": "replace", "path": "subject/tenant", "value": "nowhere"},
		{"op": "replace", "path": "target/tenant", "value": "nowhere"},
	]) == refused(["target_not_permitted"])
}

test_refuses_issue_create_without_its_target if {
	every path in ["target/team", "target/ticket"] {
		without(path) == refused(["target_not_permitted"])
	}
}

test_refuses_a_delete_that_nobody_approved if after(trashing) == refused(["approval_missing"])

test_refuses_a_delete_approved_by_the_subject_alone if {
	after(array.concat(trashing, approved_by(["ada"]))) == refused(["approval_missing"])
}

test_refuses_a_delete_without_its_issue if {
	patches := array.concat(array.concat(trashing, approved_by(["grace"])), [{"op": "remove", "path": "target/issue"}])
	after(patches) == refused(["target_not_permitted"])
}

test_refuses_a_delete_in_a_foreign_team if {
	patches := array.concat(
		array.concat(trashing, approved_by(["grace"])),
		[{"op": "add", "path": "target/team", "value": "LEGAL"}],
	)
	after(patches) == refused(["target_not_permitted"])
}

test_issues_a_delete_that_a_second_person_approved if {
	after(array.concat(trashing, approved_by(["ada", "grace"]))) == issued
}

test_refuses_a_blocked_operation_whatever_is_approved if {
	question := json.patch(good, array.concat(trashing, approved_by(["grace", "ken"])))
	answer := token_exchange.decision with input as question with data.switches.blocked_operations as ["issueTrash"]
	answer == refused(["operation_blocked"])
}

test_refuses_permanent_deletion_whatever_is_approved if {
	patches := array.concat(array.concat(trashing, approved_by(["grace"])), set_to("operation", "permanentDelete"))
	"operation_blocked" in after(patches).reasons
}

test_a_requesters_approval_is_the_subjects_own if {
	tools := json.patch(data.tools, set_to("escalate_ticket/approval", "requester"))
	by_grace := token_exchange.decision with input as json.patch(good, approved_by(["grace"])) with data.tools as tools
	by_grace == refused(["approval_missing"])
	by_ada := token_exchange.decision with input as json.patch(good, approved_by(["ada"])) with data.tools as tools
	by_ada == issued
}

test_an_unknown_demand_is_never_satisfied if {
	tools := json.patch(data.tools, set_to("escalate_ticket/approval", "somebody"))
	question := json.patch(good, approved_by(["ada", "grace"]))
	answer := token_exchange.decision with input as question with data.tools as tools
	answer == refused(["approval_missing"])
}

test_issues_what_an_escalation_needs if after([]) == issued

test_lets_a_person_connect_their_own_account if after(connecting) == issued

test_refuses_connecting_for_any_other_client if {
	after(array.concat(connecting, set_to("client", "mcp-server"))) == refused(["client_not_permitted"])
}

test_refuses_the_issuer_any_tool_operation if {
	replacing("client", "token-broker-issuer") == refused(["client_not_permitted", "placement_not_permitted"])
}

test_refuses_connecting_under_a_tools_name if {
	after(array.concat(connecting, set_to("tool", "escalate_ticket"))) == refused(["scope_exceeds_tool"])
}

test_refuses_a_tool_operation_under_the_connecting_name if {
	"scope_exceeds_tool" in replacing("tool", "connect_linear").reasons
}

test_refuses_a_tool_that_declares_connecting if {
	tools := json.patch(data.tools, set_to("escalate_ticket/credential/operation", "connectLinear"))
	question := json.patch(good, array.concat(connecting, set_to("tool", "escalate_ticket")))
	answer := token_exchange.decision with input as question with data.tools as tools
	answer == refused(["scope_exceeds_tool"])
}

test_refuses_connecting_to_whom_only_reads_are_listed if {
	roles := {"support_engineer": {"tools": ["get_support_tickets"]}}
	answer := token_exchange.decision with input as json.patch(good, connecting) with data.roles as roles
	answer == refused(["role_not_permitted"])
}

test_refuses_connecting_for_a_tenant_without_teams if {
	elsewhere := array.concat(set_to("subject/tenant", "nowhere"), set_to("target/tenant", "nowhere"))
	after(array.concat(connecting, elsewhere)) == refused(["target_not_permitted"])
}

test_refuses_connecting_to_whom_no_tool_needs_it if {
	after(array.concat(connecting, set_to("subject/roles", ["platform_admin"]))) == refused(["role_not_permitted"])
}

test_refuses_connecting_for_another_tenant if {
	after(array.concat(connecting, set_to("target/tenant", "meridian"))) == refused(["tenant_mismatch"])
}

test_refuses_connecting_through_a_long_chain if {
	after(array.concat(connecting, set_to("actors", ["a", "b", "c", "d", "e"]))) == refused(["actor_chain_too_long"])
}
