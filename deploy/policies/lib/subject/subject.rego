# METADATA
# title: Who asks
# description: The subject of any question, as vouched for by a verified token or a session at the broker.
package lib.subject

# METADATA
# title: Every fact about the subject is there and of its type
# description: A list given as a string, or a role given as an object, must not slip past rules that only look inside.
well_formed if {
	person := input.subject
	is_string(person.type)
	filled(person.sub)
	filled(person.tenant)
	all_strings(person.roles)
	all_strings(person.scopes)
	is_string(person.acr)
	all_strings(person.amr)
}

# METADATA
# title: A person, not a workload
is_person if input.subject.type == "person"

# METADATA
# title: A string with something in it
filled(value) if {
	is_string(value)
	value != ""
}

# METADATA
# title: A list of non-empty strings
all_strings(list) if {
	is_array(list)
	every item in list { filled(item) }
}
