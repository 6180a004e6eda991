package checks.grants_test

import data.checks.grants

test_the_shipped_grants_are_sound if count(grants.violations) == 0

test_refuses_a_wildcard_tool_in_a_role if {
	"\"tools.*\" is not an exact name" in grants.violations with data.roles as {"support_engineer": {"tools": ["tools.*"]}}
}

test_refuses_a_wildcard_as_a_key if {
	some message in grants.violations with data.teams as {"*": ["PAY"]}
	message == "\"*\" is not an exact name"
}

test_refuses_every_form_of_wildcard if {
	every name in ["*", "?", "issues:*", "PA?", "[a-z]", "%", "PAY OPS", "all", "Any", "", "ticket.**"] {
		not grants.exact(name)
	}
}

test_accepts_exact_names if {
	every name in ["PAY", "issues:create", "mcp-server", "https://api.linear.app", "second_person"] {
		grants.exact(name)
	}
}

test_refuses_missing_data if {
	"a data file is missing" in grants.violations with data.switches as false
}

test_refuses_a_role_that_lists_an_unknown_tool if {
	roles := {"support_engineer": {"tools": ["drop_tables"]}}
	"role support_engineer lists the unknown tool drop_tables" in grants.violations with data.roles as roles
}

test_refuses_an_operation_for_a_read_client if {
	clients := {"mcp-server-read": {"placement": "read", "operations": ["issueCreate"]}}
	"read client mcp-server-read is given issueCreate" in grants.violations with data.clients as clients
}

test_refuses_a_deletion_without_a_second_person if {
	tools := json.patch(data.tools, [{"op": "replace", "path": "delete_issue/approval", "value": "none"}])
	"tool delete_issue deletes without a second person" in grants.violations with data.tools as tools
}

test_refuses_a_write_outside_tier_2 if {
	tools := json.patch(data.tools, [{"op": "replace", "path": "escalate_ticket/tier", "value": 1}])
	"tool escalate_ticket writes outside tier 2 or the write placement" in grants.violations with data.tools as tools
}

test_refuses_a_tenant_named_platform if {
	"a tenant is named platform" in grants.violations with data.teams as {"platform": ["PAY"]}
}
