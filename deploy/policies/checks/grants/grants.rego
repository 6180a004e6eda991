# METADATA
# title: Policy about grants
# description: Judges the data that the decisions rest on. Whatever it finds refuses the build.
package checks.grants

# METADATA
# title: Everything that grants something
everything := {
	"acr": data.acr,
	"clients": data.clients,
	"roles": data.roles,
	"switches": data.switches,
	"teams": data.teams,
	"tools": data.tools,
}

# METADATA
# title: A name that means exactly itself
# description: Letters, digits and the separators of names and URLs. No star, question mark, bracket or blank.
exact(name) if {
	regex.match(`^[A-Za-z][A-Za-z0-9_.:/-]*$`, name)
	not lower(name) in {"all", "any"}
}

# METADATA
# title: Every key and every string of the grants
# scope: document
names contains name if {
	walk(everything, [_, name])
	is_string(name)
}

names contains name if {
	walk(everything, [path, _])
	some name in path
	is_string(name)
}

# METADATA
# title: Every part is there and holds something to look into
complete if {
	every part in everything { is_object(part) }
}

# METADATA
# title: No wildcards
# description: Refused when data is loaded, not only when used (C-AZ-2).
violations contains message if {
	some name in names
	not exact(name)
	message := sprintf("%q is not an exact name", [name])
}

# METADATA
# title: All of it is there
# description: A missing file would leave nothing to judge.
violations contains "a data file is missing" if not complete

# METADATA
# title: No role lists a tool that does not exist
violations contains message if {
	some role, grant in data.roles
	some tool in grant.tools
	not data.tools[tool]
	message := sprintf("role %s lists the unknown tool %s", [role, tool])
}

# METADATA
# title: No client of the read placement obtains a write
# description: C-AZ-10.
violations contains message if {
	some client, grant in data.clients
	grant.placement == "read"
	some operation in grant.operations
	message := sprintf("read client %s is given %s", [client, operation])
}

# METADATA
# title: Whatever deletes needs a second person
# description: C-AZ-8.
violations contains message if {
	some name, tool in data.tools
	tool.effect == "delete"
	tool.approval != "second_person"
	message := sprintf("tool %s deletes without a second person", [name])
}

# METADATA
# title: Whatever changes something is tier 2 and served in the write placement
violations contains message if {
	some name, tool in data.tools
	tool.effect != "read"
	[tool.tier, tool.placement] != [2, "write"]
	message := sprintf("tool %s writes outside tier 2 or the write placement", [name])
}

# METADATA
# title: The platform's name is no tenant's
violations contains "a tenant is named platform" if data.teams.platform
