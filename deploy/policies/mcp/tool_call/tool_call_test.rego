package mcp.tool_call_test

import data.mcp.tool_call

# Ada's agent escalates a ticket: the one good question. Each test is its difference from it.
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
	"agent": "desk-agent",
	"tool": "escalate_ticket",
	"placement": "combined",
	"resource": {"tenant": "harbor", "team": "PAY"},
	"context": {"environment": "production", "network": "unknown", "device": "unknown", "hour": 9},
}

after(patches) := answer if {
	answer := tool_call.decision with input as json.patch(good, patches)
}

replacing(path, value) := after([{"op": "replace", "path": path, "value": value}])

without(path) := after([{"op": "remove", "path": path}])

refused(reasons) := {"allow": false, "reasons": reasons, "obligations": []}

test_refuses_the_empty_question if {
	answer := tool_call.decision with input as {}
	not answer.allow
	"default_deny" in answer.reasons
	"tenant_mismatch" in answer.reasons
}

test_refuses_a_question_that_is_no_object if {
	every junk in [null, true, 7, "escalate_ticket", ["escalate_ticket"]] {
		answer := tool_call.decision with input as junk
		not answer.allow
	}
}

test_refuses_every_question_with_a_fact_left_out if {
	every path in [
		"subject", "subject/type", "subject/sub", "subject/tenant", "subject/roles", "subject/scopes", "subject/acr",
		"subject/amr", "agent", "tool", "placement", "resource", "resource/tenant", "context", "context/environment",
		"context/network", "context/device", "context/hour",
	] {
		answer := without(path)
		not answer.allow
		"default_deny" in answer.reasons
	}
}

test_refuses_a_fact_of_the_wrong_type if {
	every fact in [
		["subject/roles", {"a": "support_engineer"}], ["subject/roles", "support_engineer"],
		["subject/scopes", {"a": "issues:create"}], ["subject/sub", ""], ["subject/sub", 7],
		["context/hour", 24], ["context/hour", -1], ["context/hour", "9"],
		["context/network", "home"], ["placement", "everywhere"],
	] {
		answer := replacing(fact[0], fact[1])
		not answer.allow
		"default_deny" in answer.reasons
	}
}

test_refuses_a_workload if replacing("subject/type", "workload") == refused(["subject_not_person"])

test_refuses_an_unknown_tool if replacing("tool", "drop_tables") == refused(["tool_not_listed", "tool_unknown"])

test_says_nothing_of_an_unknown_tool_but_that_it_is_unknown if {
	after([
		{"op": "replace", "path": "tool", "value": "drop_tables"},
		{"op": "replace", "path": "placement", "value": "write"},
		{"op": "replace", "path": "subject/acr", "value": "pwd"},
	]) == refused(["tool_not_listed", "tool_unknown"])
}

test_demands_nothing_of_a_tier_0_call if {
	tools := json.patch(data.tools, [{"op": "replace", "path": "get_support_tickets/tier", "value": 0}])
	question := json.patch(good, [{"op": "replace", "path": "tool", "value": "get_support_tickets"}])
	answer := tool_call.decision with input as question with data.tools as tools
	answer == {"allow": true, "reasons": [], "obligations": []}
}

test_refuses_a_tool_that_no_role_lists if {
	answer := tool_call.decision with input as good with data.roles as {"support_engineer": {"tools": []}}
	answer == refused(["tool_not_listed"])
}

test_refuses_a_role_that_does_not_list_the_tool if {
	replacing("subject/roles", ["platform_admin"]) == refused(["role_not_permitted"])
}

test_refuses_a_subject_without_roles if replacing("subject/roles", []) == refused(["role_not_permitted"])

test_refuses_a_missing_scope if replacing("subject/scopes", ["tickets:read"]) == refused(["scope_missing"])

test_takes_a_wildcard_scope_for_no_scope if {
	replacing("subject/scopes", ["*", "issues:*"]) == refused(["scope_missing"])
}

test_refuses_another_tenants_resource if {
	replacing("resource", {"tenant": "meridian"}) == refused(["tenant_mismatch"])
}

test_refuses_a_team_that_the_tenant_does_not_list if {
	replacing("resource/team", "LEGAL") == refused(["target_not_permitted"])
}

test_refuses_a_write_in_the_read_placement if replacing("placement", "read") == refused(["placement_not_permitted"])

test_refuses_a_read_in_the_write_placement if {
	after([
		{"op": "replace", "path": "tool", "value": "get_support_tickets"},
		{"op": "replace", "path": "placement", "value": "write"},
	]) == refused(["placement_not_permitted"])
}

test_refuses_a_write_after_a_weak_sign_in if replacing("subject/acr", "pwd") == refused(["acr_insufficient"])

test_refuses_a_blocked_operation if {
	answer := tool_call.decision with input as good with data.switches.blocked_operations as ["issueCreate"]
	answer == refused(["operation_blocked"])
}

test_reports_every_reason_sorted if {
	after([
		{"op": "replace", "path": "subject/scopes", "value": []},
		{"op": "replace", "path": "subject/roles", "value": []},
		{"op": "replace", "path": "subject/acr", "value": ""},
		{"op": "replace", "path": "resource", "value": {"tenant": "meridian", "team": "LEGAL"}},
		{"op": "replace", "path": "placement", "value": "read"},
	]) == refused([
		"acr_insufficient", "placement_not_permitted", "role_not_permitted",
		"scope_missing", "target_not_permitted", "tenant_mismatch",
	])
}

test_allows_a_write_and_demands_its_record_first if {
	after([]) == {"allow": true, "reasons": [], "obligations": ["audit_before_act", "log_arguments"]}
}

test_allows_a_phishing_resistant_sign_in if replacing("subject/acr", "phr").allow

test_allows_a_read_after_a_weak_sign_in if {
	after([
		{"op": "replace", "path": "tool", "value": "get_support_tickets"},
		{"op": "replace", "path": "placement", "value": "read"},
		{"op": "replace", "path": "subject/acr", "value": "pwd"},
	]) == {"allow": true, "reasons": [], "obligations": ["log_arguments"]}
}

test_asks_no_strong_sign_in_of_a_tier_2_read if {
	tools := json.patch(data.tools, [{"op": "replace", "path": "escalate_ticket/effect", "value": "read"}])
	answer := tool_call.decision with input as json.patch(good, [{"op": "replace", "path": "subject/acr", "value": "pwd"}])
		with data.tools as tools
	answer.allow
}

test_leaves_the_approval_of_a_delete_to_the_issuer if {
	replacing("tool", "delete_issue") == {
		"allow": true,
		"reasons": [],
		"obligations": ["audit_before_act", "log_arguments"],
	}
}
