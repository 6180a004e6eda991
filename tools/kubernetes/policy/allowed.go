package policy

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// allowed are nft matches of the connections that policies let through, and whether any policy selects the pod at all:
// an isolated pod with no match may talk to nobody.
func (v view) allowed(side side, target pod) (matched []string, isolated bool) {
	for _, policy := range v.policies {
		if policy.Namespace != target.namespace || !matches(&policy.Spec.PodSelector, target.labels) {
			continue
		}
		if !slices.Contains(typesOf(policy), side.kind) {
			continue
		}
		isolated = true
		if side == ingress {
			for _, rule := range policy.Spec.Ingress {
				matched = append(matched, v.rule(side, target, rule.From, rule.Ports)...)
			}
		} else {
			for _, rule := range policy.Spec.Egress {
				matched = append(matched, v.rule(side, target, rule.To, rule.Ports)...)
			}
		}
	}
	return matched, isolated
}

// typesOf follows the API's default for an absent list: always Ingress, and Egress when there are egress rules.
func typesOf(policy *networkingv1.NetworkPolicy) []networkingv1.PolicyType {
	if len(policy.Spec.PolicyTypes) > 0 {
		return policy.Spec.PolicyTypes
	}
	if len(policy.Spec.Egress) > 0 {
		return []networkingv1.PolicyType{ingress.kind, egress.kind}
	}
	return []networkingv1.PolicyType{ingress.kind}
}

// ends are one peer of a rule: an nft match of its addresses, and its pods, which named egress ports are looked up in.
type ends struct {
	match string
	pods  []pod
}

func (v view) rule(side side, target pod, peers []networkingv1.NetworkPolicyPeer, ports []networkingv1.NetworkPolicyPort) []string {
	others := []ends{}
	if len(peers) == 0 {
		others = append(others, ends{"", v.pods})
	}
	for _, peer := range peers {
		if peer.IPBlock != nil {
			if match, ok := block(side, peer.IPBlock); ok {
				others = append(others, ends{match, nil})
			}
		} else if pods := v.selected(target.namespace, peer); len(pods) > 0 {
			others = append(others, ends{addresses(side, pods), pods})
		}
	}
	lines := []string{}
	for _, other := range others {
		if len(ports) == 0 {
			lines = append(lines, other.match)
		}
		for _, port := range ports {
			lines = append(lines, portLines(side, target, other, port)...)
		}
	}
	return lines
}

func portLines(side side, target pod, other ends, port networkingv1.NetworkPolicyPort) []string {
	protocol := corev1.ProtocolTCP
	if port.Protocol != nil {
		protocol = *port.Protocol
	}
	name := strings.ToLower(string(protocol))
	join := func(addresses, ports string) string { return strings.TrimSpace(addresses + " " + ports) }
	switch {
	case port.Port == nil:
		return []string{join(other.match, "meta l4proto "+name)}
	case port.Port.Type == intstr.Int && port.EndPort != nil:
		return []string{join(other.match, fmt.Sprintf("%s dport %d-%d", name, port.Port.IntVal, *port.EndPort))}
	case port.Port.Type == intstr.Int:
		return []string{join(other.match, fmt.Sprintf("%s dport %d", name, port.Port.IntVal))}
	}
	// A named port is a number of the pod that is connected to.
	lines := []string{}
	if side == ingress {
		for _, number := range numbers(target, protocol, port.Port.StrVal) {
			lines = append(lines, join(other.match, fmt.Sprintf("%s dport %d", name, number)))
		}
		return lines
	}
	for _, peer := range other.pods {
		for _, number := range numbers(peer, protocol, port.Port.StrVal) {
			lines = append(lines, join(addresses(side, []pod{peer}), fmt.Sprintf("%s dport %d", name, number)))
		}
	}
	return lines
}

func numbers(of pod, protocol corev1.Protocol, name string) []int32 {
	found := []int32{}
	for _, port := range of.ports {
		if port.Name == name && (port.Protocol == protocol || (port.Protocol == "" && protocol == corev1.ProtocolTCP)) {
			found = append(found, port.ContainerPort)
		}
	}
	return found
}

func addresses(side side, pods []pod) string {
	list := []string{}
	for _, pod := range pods {
		list = append(list, pod.address)
	}
	slices.Sort(list)
	return fmt.Sprintf("%s { %s }", side.peer, strings.Join(list, ", "))
}

// block matches an IPv4 block less its exceptions. One that cannot be read grants nothing.
func block(side side, of *networkingv1.IPBlock) (string, bool) {
	prefix, err := netip.ParsePrefix(of.CIDR)
	if err != nil || !prefix.Addr().Is4() {
		return "", false
	}
	match := fmt.Sprintf("%s %s", side.peer, prefix.Masked())
	for _, except := range of.Except {
		hole, err := netip.ParsePrefix(except)
		if err != nil || !hole.Addr().Is4() {
			return "", false
		}
		match += fmt.Sprintf(" %s != %s", side.peer, hole.Masked())
	}
	return match, true
}
