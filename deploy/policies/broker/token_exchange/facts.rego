package broker.token_exchange

import data.lib.catalogue
import data.lib.connect
import data.lib.subject
import data.lib.tenancy

# What the rules of this decision ask of a question, one rule each: negating a rule holds where a fact is missing.

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
