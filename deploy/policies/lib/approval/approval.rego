# METADATA
# title: Who approved
# description: >-
#   What the tool demands against who has approved. Binding an approval to its arguments is the broker's part.
package lib.approval

import data.lib.catalogue
import data.lib.subject

# METADATA
# title: None, or an approval with its approvers
# scope: document
well_formed if is_null(input.approval)

well_formed if {
	subject.filled(input.approval.id)
	subject.all_strings(input.approval.approvers)
}

# METADATA
# title: The approval that the tool demands is there
# scope: document
# description: An unknown demand is never satisfied. Two persons means somebody other than the subject (C-AZ-8).
satisfied if catalogue.tool.approval == "none"

satisfied if {
	catalogue.tool.approval == "requester"
	input.subject.sub in input.approval.approvers
}

satisfied if {
	catalogue.tool.approval == "second_person"
	some approver in input.approval.approvers
	approver != input.subject.sub
}
