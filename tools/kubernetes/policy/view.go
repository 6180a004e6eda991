package policy

import (
	"net/netip"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// A side of a connection, seen from the pod that a policy selects: which header field holds the other end.
type side struct {
	kind networkingv1.PolicyType
	peer string
}

var (
	ingress = side{networkingv1.PolicyTypeIngress, "ip saddr"}
	egress  = side{networkingv1.PolicyTypeEgress, "ip daddr"}
)

type pod struct {
	name      string // namespace/name
	namespace string
	address   string
	labels    labels.Set
	ports     []corev1.ContainerPort
}

type view struct {
	pods       []pod
	namespaces map[string]labels.Set
	policies   []*networkingv1.NetworkPolicy
}

// newView keeps the pods that own an address. A finished pod has given its address back, and another may have it: of two
// that claim one address, the younger that is not being deleted owns it.
func newView(state State) view {
	owners := map[string]*corev1.Pod{}
	for _, candidate := range state.Pods {
		text, announced := state.Announced[candidate.UID]
		if !announced {
			text = candidate.Status.PodIP
		}
		address, err := netip.ParseAddr(text)
		finished := candidate.Status.Phase == corev1.PodSucceeded || candidate.Status.Phase == corev1.PodFailed
		if err != nil || !address.Is4() || finished || candidate.Spec.HostNetwork {
			continue
		}
		if owner := owners[address.String()]; owner == nil || supersedes(candidate, owner) {
			owners[address.String()] = candidate
		}
	}
	found := view{namespaces: map[string]labels.Set{}, policies: slices.Clone(state.Policies)}
	for address, owner := range owners {
		found.pods = append(found.pods, pod{
			name: owner.Namespace + "/" + owner.Name, namespace: owner.Namespace, address: address,
			labels: owner.Labels, ports: containerPorts(owner),
		})
	}
	for _, namespace := range state.Namespaces {
		found.namespaces[namespace.Name] = namespace.Labels
	}
	slices.SortFunc(found.pods, func(a, b pod) int { return strings.Compare(a.name, b.name) })
	slices.SortFunc(found.policies, func(a, b *networkingv1.NetworkPolicy) int {
		return strings.Compare(a.Namespace+"/"+a.Name, b.Namespace+"/"+b.Name)
	})
	return found
}

func supersedes(candidate, owner *corev1.Pod) bool {
	if (candidate.DeletionTimestamp == nil) != (owner.DeletionTimestamp == nil) {
		return candidate.DeletionTimestamp == nil
	}
	return owner.CreationTimestamp.Before(&candidate.CreationTimestamp)
}

// containerPorts are those of all containers; native sidecars are init containers.
func containerPorts(of *corev1.Pod) []corev1.ContainerPort {
	ports := []corev1.ContainerPort{}
	for _, container := range append(slices.Clone(of.Spec.InitContainers), of.Spec.Containers...) {
		ports = append(ports, container.Ports...)
	}
	return ports
}

// selected are the pods that a peer names by labels, in the policy's own namespace or in those the peer selects.
func (v view) selected(namespace string, peer networkingv1.NetworkPolicyPeer) []pod {
	return slices.DeleteFunc(slices.Clone(v.pods), func(candidate pod) bool {
		inNamespace := candidate.namespace == namespace
		if peer.NamespaceSelector != nil {
			inNamespace = matches(peer.NamespaceSelector, v.namespaces[candidate.namespace])
		}
		return !inNamespace || (peer.PodSelector != nil && !matches(peer.PodSelector, candidate.labels))
	})
}

// matches is false for a selector that does not parse: the API server refuses those, and a doubt grants nothing.
func matches(selector *metav1.LabelSelector, set labels.Set) bool {
	parsed, err := metav1.LabelSelectorAsSelector(selector)
	return err == nil && parsed.Matches(set)
}
