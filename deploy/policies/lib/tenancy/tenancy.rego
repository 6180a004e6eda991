# METADATA
# title: Whose it is
# description: >-
#   A subject touches what belongs to its own tenant and, inside it, the teams that the tenant lists (C-AZ-11).
package lib.tenancy

# METADATA
# title: The subject's own tenant
own(tenant) if tenant == input.subject.tenant

# METADATA
# title: The teams that the subject's tenant lists; none for a tenant that nobody configured
teams contains team if some team in data.teams[input.subject.tenant]
