// Package policy enforces networking.k8s.io/v1 NetworkPolicy on one node with nftables, for a cluster whose pods all sit on
// one bridge. It has two rules of its own, both stricter than the API asks: a pod starts only when the rules for its address
// stand, and an address of no pod is dropped; and egress policies hold towards the node too, where the API server listens.
// Traffic from the node to a pod is free, as probes need.
package policy

import (
	"fmt"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/types"
)

// State is what the API server says now, and the addresses that it does not know yet.
type State struct {
	Pods       []*corev1.Pod
	Namespaces []*corev1.Namespace
	Policies   []*networkingv1.NetworkPolicy
	Announced  map[types.UID]string
}

// Ruleset is the whole table as one nft transaction: what stood before is replaced at once. Equal states in another order
// give equal text.
func Ruleset(table, podRange string, state State) string {
	view := newView(state)
	known := []string{}
	verdicts := map[networkingv1.PolicyType][]string{}
	chains := strings.Builder{}
	for number, target := range view.pods {
		known = append(known, target.address)
		for _, side := range []side{ingress, egress} {
			lines, isolated := view.allowed(side, target)
			if !isolated {
				continue
			}
			chain := fmt.Sprintf("%s-%d", strings.ToLower(string(side.kind)), number)
			verdicts[side.kind] = append(verdicts[side.kind], fmt.Sprintf("%s : jump %s", target.address, chain))
			fmt.Fprintf(&chains, "\tchain %s { # %s\n", chain, target.name)
			// A pod may always talk to itself, through a service too.
			fmt.Fprintf(&chains, "\t\t%s %s return\n", side.peer, target.address)
			for _, line := range lines {
				fmt.Fprintf(&chains, "\t\t%s return\n", line)
			}
			chains.WriteString("\t\tcounter reject\n\t}\n")
		}
	}

	text := strings.Builder{}
	fmt.Fprintf(&text, "table ip %s {}\ndelete table ip %s\ntable ip %s {\n", table, table, table)
	fmt.Fprintf(&text, "\tset known { type ipv4_addr; %s}\n", elements(known))
	fmt.Fprintf(&text, "\tmap ingress { type ipv4_addr : verdict; %s}\n", elements(verdicts[ingress.kind]))
	fmt.Fprintf(&text, "\tmap egress { type ipv4_addr : verdict; %s}\n", elements(verdicts[egress.kind]))
	text.WriteString(chains.String())
	text.WriteString("\tchain forward {\n\t\ttype filter hook forward priority filter + 10; policy accept;\n")
	text.WriteString("\t\tct state established,related accept\n")
	fmt.Fprintf(&text, "\t\tip saddr %s ip saddr != @known counter drop\n", podRange)
	fmt.Fprintf(&text, "\t\tip daddr %s ip daddr != @known counter drop\n", podRange)
	text.WriteString("\t\tip saddr vmap @egress\n\t\tip daddr vmap @ingress\n\t}\n")
	text.WriteString("\tchain input {\n\t\ttype filter hook input priority filter + 10; policy accept;\n")
	text.WriteString("\t\tct state established,related accept\n")
	fmt.Fprintf(&text, "\t\tip saddr %s ip saddr != @known counter drop\n", podRange)
	text.WriteString("\t\tip saddr vmap @egress\n\t}\n}\n")
	return text.String()
}

func elements(of []string) string {
	if len(of) == 0 {
		return ""
	}
	slices.Sort(of)
	return fmt.Sprintf("elements = { %s }; ", strings.Join(of, ", "))
}
