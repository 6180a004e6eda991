package audit.access_test

import data.audit.access

# Ken, a platform admin, reads his tenant's records: the one good question. Each test is its difference from it.
good := {
	"subject": {
		"type": "person",
		"sub": "ken",
		"tenant": "harbor",
		"roles": ["platform_admin"],
		"scopes": ["audit:read"],
		"acr": "mfa",
		"amr": ["pwd", "otp"],
	},
	"action": "read",
	"resource": {"tenant": "harbor"},
	"context": {"environment": "production", "network": "unknown", "device": "unknown", "hour": 9},
}

after(patches) := answer if {
	answer := access.decision with input as json.patch(good, patches)
}

replacing(path, value) := after([{"op": "replace", "path": path, "value": value}])

refused(reasons) := {"allow": false, "reasons": reasons, "obligations": []}

given(obligations) := {"allow": true, "reasons": [], "obligations": obligations}

asking(role, action, tenant) := after([
	{"op": "replace", "path": "subject/roles", "value": [role]},
	{"op": "replace", "path": "action", "value": action},
	{"op": "replace", "path": "resource/tenant", "value": tenant},
])

test_refuses_the_empty_question if {
	answer := access.decision with input as {}
	answer == refused(["default_deny", "scope_missing", "subject_not_person", "tenant_mismatch"])
}

test_refuses_every_question_with_a_fact_left_out if {
	every path in ["subject", "subject/tenant", "subject/roles", "subject/scopes", "action", "resource", "context"] {
		answer := after([{"op": "remove", "path": path}])
		not answer.allow
		"default_deny" in answer.reasons
	}
}

test_refuses_an_action_that_does_not_exist if {
	replacing("action", "erase") == refused(["default_deny", "role_not_permitted"])
}

test_refuses_a_workload if replacing("subject/type", "workload") == refused(["subject_not_person"])

test_refuses_a_missing_scope if replacing("subject/scopes", ["tickets:read"]) == refused(["scope_missing"])

test_refuses_another_tenants_records if replacing("resource/tenant", "meridian") == refused(["tenant_mismatch"])

test_takes_the_platforms_records_for_nobodys_own if {
	after([
		{"op": "replace", "path": "subject/roles", "value": ["support_lead"]},
		{"op": "replace", "path": "subject/tenant", "value": "platform"},
		{"op": "replace", "path": "resource/tenant", "value": "platform"},
	]) == refused(["role_not_permitted"])
}

test_refuses_a_support_engineer if {
	asking("support_engineer", "read", "harbor") == refused(["role_not_permitted"])
}

test_refuses_a_support_lead_the_export if {
	asking("support_lead", "export", "harbor") == refused(["role_not_permitted"])
}

test_refuses_a_support_lead_the_platforms_records if {
	asking("support_lead", "read", "platform") == refused(["role_not_permitted"])
}

test_refuses_the_export_of_the_platforms_records if {
	asking("platform_admin", "export", "platform") == refused(["role_not_permitted"])
}

test_lets_a_support_lead_read_the_tenants_records if asking("support_lead", "read", "harbor") == given([])

test_lets_a_platform_admin_read_the_tenants_records if after([]) == given([])

test_lets_a_platform_admin_read_the_platforms_records if asking("platform_admin", "read", "platform") == given([])

test_lets_a_platform_admin_export_and_demands_its_record_first if {
	asking("platform_admin", "export", "harbor") == given(["audit_before_act"])
}
