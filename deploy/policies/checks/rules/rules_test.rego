package checks.rules_test

import data.checks.rules

sound := {
	"modules": [{"rules": [
		{"location": {"file": "x.rego", "row": 1}, "head": {"name": "allow", "value": {"value": false}}, "default": true},
		{"location": {"file": "x.rego", "row": 2}, "head": {"name": "decision"}},
		denial,
	]}],
	"reasons": ["scope_missing"],
}

denial := {
	"location": {"file": "x.rego", "row": 3},
	"head": {"name": "deny", "key": {"type": "var", "value": "code"}},
	"body": [{"negated": true, "terms": {"type": "ref"}}],
	"annotations": [{"title": "t", "description": "d", "custom": {"code": "scope_missing"}}],
}

after(patch) := found if {
	found := rules.violations with input as json.patch(sound, [patch])
}

test_finds_nothing_in_a_sound_rule if {
	count(rules.violations) == 0 with input as sound
}

test_refuses_a_deny_rule_without_annotation if {
	after({"op": "remove", "path": "modules/0/rules/2/annotations"}) == {
		"x.rego:3: deny rule without title in METADATA",
		"x.rego:3: deny rule without description in METADATA",
		"x.rego:3: deny rule without custom in METADATA",
		"x.rego:3: code \"\" is not in the word list",
	}
}

test_refuses_a_deny_rule_without_description if {
	found := after({"op": "remove", "path": "modules/0/rules/2/annotations/0/description"})
	found == {"x.rego:3: deny rule without description in METADATA"}
}

test_refuses_a_code_that_is_not_in_the_word_list if {
	found := after({"op": "replace", "path": "reasons", "value": []})
	found == {"x.rego:3: code \"scope_missing\" is not in the word list"}
}

test_refuses_a_code_used_twice if {
	found := after({"op": "add", "path": "modules/0/rules/-", "value": denial})
	found == {"x.rego:3: code \"scope_missing\" is used twice"}
}

test_refuses_a_code_written_out if {
	found := after({"op": "replace", "path": "modules/0/rules/2/head/key/type", "value": "string"})
	found == {"x.rego:3: deny rule with its code written out"}
}

test_refuses_a_decision_that_does_not_deny_by_default if {
	found := after({"op": "replace", "path": "modules/0/rules/0/head/value/value", "value": true})
	found == {"x.rego:2: no `default allow := false`"}
}

test_refuses_a_negated_call_on_a_fact if {
	call := [{"type": "ref", "value": [{"value": "f"}]}, {"type": "ref", "value": [{"value": "input"}]}]
	found := after({"op": "replace", "path": "modules/0/rules/2/body/0/terms", "value": call})
	found == {"x.rego:3: negated call on a fact that may be missing"}
}
