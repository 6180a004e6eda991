# METADATA
# title: Policy about policies
# description: >-
#   Judges the syntax trees of the decisions. Asked at lint time with `{"modules": [...], "reasons": [...]}`: what
#   `opa parse` prints, and the one word list of reason codes.
package checks.rules

# METADATA
# title: Where a rule stands
place(rule) := sprintf("%s:%d", [rule.location.file, rule.location.row])

# METADATA
# title: All deny rules
denials contains rule if {
	some module in input.modules
	some rule in module.rules
	rule.head.name == "deny"
}

# METADATA
# title: The reason code that a rule's annotation declares
code(rule) := rule.annotations[0].custom.code

# METADATA
# title: Rules that say `default allow := false`
default_denials(module) := {rule |
	some rule in module.rules
	rule.default
	rule.head.name == "allow"
	rule.head.value.value == false
}

# METADATA
# title: Every deny rule says what it demands, why, and under which code
violations contains message if {
	some rule in denials
	some key in ["title", "description", "custom"]
	object.get(rule, ["annotations", 0, key], "") == ""
	message := sprintf("%s: deny rule without %s in METADATA", [place(rule), key])
}

# METADATA
# title: Codes come from the one word list
violations contains message if {
	some rule in denials
	found := object.get(rule, ["annotations", 0, "custom", "code"], "")
	not found in {reason | some reason in input.reasons}
	message := sprintf("%s: code %q is not in the word list", [place(rule), found])
}

# METADATA
# title: One rule, one code
violations contains message if {
	some module in input.modules
	some i, j
	module.rules[i].head.name == "deny"
	module.rules[j].head.name == "deny"
	i < j
	code(module.rules[i]) == code(module.rules[j])
	message := sprintf("%s: code %q is used twice", [place(module.rules[j]), code(module.rules[j])])
}

# METADATA
# title: The code is read from the annotation, not written again
violations contains message if {
	some rule in denials
	object.get(rule.head, ["key", "type"], "") != "var"
	message := sprintf("%s: deny rule with its code written out", [place(rule)])
}

# METADATA
# title: What decides, denies by default
violations contains message if {
	some module in input.modules
	some rule in module.rules
	rule.head.name == "decision"
	count(default_denials(module)) == 0
	message := sprintf("%s: no `default allow := false`", [place(rule)])
}

# METADATA
# title: Negation stands before a rule, never before a call on facts
# description: >-
#   `not f(input.x)` and `not input.x in xs` do not hold when the fact is missing: the rule falls silent, and a question
#   that leaves the fact out is not refused. A rule of its own, `not is_f`, holds.
violations contains message if {
	some module in input.modules
	some rule in module.rules
	some expression in rule.body
	expression.negated
	is_array(expression.terms)
	some term in array.slice(expression.terms, 1, count(expression.terms))
	term.type == "ref"
	term.value[0].value in {"input", "data"}
	message := sprintf("%s: negated call on a fact that may be missing", [place(rule)])
}
