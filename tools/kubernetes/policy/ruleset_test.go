package policy

import (
	"slices"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

const pods = "10.91.0.0/16"

func aPod(namespace, name, address string) *corev1.Pod {
	return &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: name, Labels: map[string]string{"app": name}},
		Spec: corev1.PodSpec{Containers: []corev1.Container{{Ports: []corev1.ContainerPort{
			{Name: "http", ContainerPort: 8080, Protocol: corev1.ProtocolTCP},
		}}}},
		Status: corev1.PodStatus{PodIP: address, Phase: corev1.PodRunning},
	}
}

func app(name string) *metav1.LabelSelector {
	return &metav1.LabelSelector{MatchLabels: map[string]string{"app": name}}
}

func policyOf(namespace string, spec networkingv1.NetworkPolicySpec) *networkingv1.NetworkPolicy {
	return &networkingv1.NetworkPolicy{ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: "p"}, Spec: spec}
}

func named(namespace string) *corev1.Namespace {
	return &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: namespace, Labels: map[string]string{"name": namespace}}}
}

func onlyEgress(rules ...networkingv1.NetworkPolicyEgressRule) networkingv1.NetworkPolicySpec {
	return networkingv1.NetworkPolicySpec{
		PodSelector: *app("a"), PolicyTypes: []networkingv1.PolicyType{networkingv1.PolicyTypeEgress}, Egress: rules,
	}
}

func to(peers ...networkingv1.NetworkPolicyPeer) networkingv1.NetworkPolicyEgressRule {
	return networkingv1.NetworkPolicyEgressRule{To: peers}
}

// state: pods a and b in one namespace, b again in another.
func state(policies ...*networkingv1.NetworkPolicy) State {
	return State{
		Pods:       []*corev1.Pod{aPod("one", "a", "10.91.0.2"), aPod("one", "b", "10.91.0.3"), aPod("two", "b", "10.91.0.4")},
		Namespaces: []*corev1.Namespace{named("one"), named("two")},
		Policies:   policies,
	}
}

// returns are the lines of a's chain that let something through, itself left out.
func returns(t *testing.T, kind string, state State) []string {
	t.Helper()
	_, chain, found := strings.Cut(Ruleset("t", pods, state), "chain "+kind+"-0 { # one/a\n")
	if !found {
		t.Fatalf("a is not isolated for %s", kind)
	}
	chain, _, _ = strings.Cut(chain, "\t\tcounter reject\n")
	lines := []string{}
	for line := range strings.Lines(chain) {
		lines = append(lines, strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(line), "return")))
	}
	return lines[1:]
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAPodThatNoPolicySelectsIsFree(t *testing.T) {
	text := Ruleset("t", pods, state())
	if strings.Contains(text, "jump") || strings.Contains(text, "reject") {
		t.Errorf("something is closed:\n%s", text)
	}
}

func TestAnEmptyPolicyClosesBothWaysOfItsOwnNamespaceOnly(t *testing.T) {
	closed := policyOf("one", networkingv1.NetworkPolicySpec{PolicyTypes: []networkingv1.PolicyType{ingress.kind, egress.kind}})
	expect(t, returns(t, "ingress", state(closed)))
	expect(t, returns(t, "egress", state(closed)))
	if strings.Contains(Ruleset("t", pods, state(closed)), "10.91.0.4 : jump") {
		t.Error("a pod of another namespace is closed")
	}
}

func TestTypesThatAreNotNamedFollowTheRules(t *testing.T) {
	expect(t, returns(t, "ingress", state(policyOf("one", networkingv1.NetworkPolicySpec{}))))
	if strings.Contains(Ruleset("t", pods, state(policyOf("one", networkingv1.NetworkPolicySpec{}))), "chain egress-") {
		t.Error("egress is closed without an egress rule")
	}
	both := policyOf("one", networkingv1.NetworkPolicySpec{Egress: []networkingv1.NetworkPolicyEgressRule{to()}})
	expect(t, returns(t, "egress", state(both)), "")
	expect(t, returns(t, "ingress", state(both)))
}

func TestAPodSelectorAloneMeansTheSameNamespace(t *testing.T) {
	expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(to(networkingv1.NetworkPolicyPeer{PodSelector: app("b")}))))),
		"ip daddr { 10.91.0.3 }")
}

func TestBothSelectorsMeanPodsOfThoseNamespaces(t *testing.T) {
	two := &metav1.LabelSelector{MatchLabels: map[string]string{"name": "two"}}
	peer := networkingv1.NetworkPolicyPeer{NamespaceSelector: two, PodSelector: app("b")}
	expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(to(peer))))), "ip daddr { 10.91.0.4 }")
	peer.PodSelector = app("nobody")
	expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(to(peer))))))
}

func TestAnEmptyNamespaceSelectorMeansEveryPod(t *testing.T) {
	peer := networkingv1.NetworkPolicyPeer{NamespaceSelector: &metav1.LabelSelector{}}
	expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(to(peer))))), "ip daddr { 10.91.0.2, 10.91.0.3, 10.91.0.4 }")
}

func TestABlockLeavesItsExceptionsOut(t *testing.T) {
	block := &networkingv1.IPBlock{CIDR: "0.0.0.0/0", Except: []string{"169.254.0.0/16", "10.0.0.0/8"}}
	peer := networkingv1.NetworkPolicyPeer{IPBlock: block}
	expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(to(peer))))),
		"ip daddr 0.0.0.0/0 ip daddr != 169.254.0.0/16 ip daddr != 10.0.0.0/8")
}

func TestABlockThatCannotBeReadGrantsNothing(t *testing.T) {
	for _, block := range []networkingv1.IPBlock{{CIDR: "fd00::/8"}, {CIDR: "10.0.0.0/8", Except: []string{"?"}}} {
		peer := networkingv1.NetworkPolicyPeer{IPBlock: &block}
		expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(to(peer))))))
	}
}

func TestPortsByNumberRangeNameAndProtocolAlone(t *testing.T) {
	udp, end := corev1.ProtocolUDP, int32(9090)
	number, first, name, unknown := intstr.FromInt32(53), intstr.FromInt32(9000), intstr.FromString("http"), intstr.FromString("no")
	rule := to(networkingv1.NetworkPolicyPeer{PodSelector: app("b")})
	rule.Ports = []networkingv1.NetworkPolicyPort{
		{Protocol: &udp, Port: &number}, {Port: &first, EndPort: &end}, {Port: &name}, {Port: &unknown}, {Protocol: &udp},
	}
	expect(t, returns(t, "egress", state(policyOf("one", onlyEgress(rule)))),
		"ip daddr { 10.91.0.3 } udp dport 53",
		"ip daddr { 10.91.0.3 } tcp dport 9000-9090",
		"ip daddr { 10.91.0.3 } tcp dport 8080",
		"ip daddr { 10.91.0.3 } meta l4proto udp")
}

func TestANamedIngressPortIsTheSelectedPodsOwn(t *testing.T) {
	name := intstr.FromString("http")
	spec := networkingv1.NetworkPolicySpec{PodSelector: *app("a"), Ingress: []networkingv1.NetworkPolicyIngressRule{{
		From:  []networkingv1.NetworkPolicyPeer{{IPBlock: &networkingv1.IPBlock{CIDR: "203.0.113.0/24"}}},
		Ports: []networkingv1.NetworkPolicyPort{{Port: &name}},
	}}}
	expect(t, returns(t, "ingress", state(policyOf("one", spec))), "ip saddr 203.0.113.0/24 tcp dport 8080")
}

func TestAFinishedPodOwnsNoAddress(t *testing.T) {
	now := state(policyOf("one", onlyEgress(to(networkingv1.NetworkPolicyPeer{PodSelector: app("b")}))))
	now.Pods[1].Status.Phase = corev1.PodSucceeded
	expect(t, returns(t, "egress", now))
	if strings.Contains(Ruleset("t", pods, now), "10.91.0.3") {
		t.Error("its address is known")
	}
}

func TestAnAddressThatIsUsedAgainBelongsToTheLivingPod(t *testing.T) {
	now := state(policyOf("one", onlyEgress(to(networkingv1.NetworkPolicyPeer{PodSelector: app("heir")}))))
	heir := aPod("one", "heir", "10.91.0.3")
	heir.CreationTimestamp = metav1.NewTime(time.Unix(1, 0))
	now.Pods[1].CreationTimestamp = metav1.NewTime(time.Unix(2, 0))
	now.Pods[1].DeletionTimestamp = &metav1.Time{Time: time.Unix(3, 0)}
	now.Pods = append(now.Pods, heir)
	expect(t, returns(t, "egress", now), "ip daddr { 10.91.0.3 }")
	if strings.Count(Ruleset("t", pods, now), "set known { type ipv4_addr; elements = { 10.91.0.2, 10.91.0.3, 10.91.0.4 }") != 1 {
		t.Error("an address is listed twice or not at all")
	}
}

func TestAddressesThatNobodyKnowsYetAreDropped(t *testing.T) {
	text := Ruleset("t", pods, State{})
	for _, want := range []string{"ip saddr 10.91.0.0/16 ip saddr != @known counter drop", "ip daddr 10.91.0.0/16 ip daddr != @known counter drop"} {
		if !strings.Contains(text, want) {
			t.Errorf("missing: %s", want)
		}
	}
}

func TestTheOrderOfWhatTheServerSaysChangesNothing(t *testing.T) {
	now := state(policyOf("one", onlyEgress(to(networkingv1.NetworkPolicyPeer{PodSelector: app("b")}))), policyOf("two", onlyEgress()))
	before := Ruleset("t", pods, now)
	slices.Reverse(now.Pods)
	slices.Reverse(now.Policies)
	if Ruleset("t", pods, now) != before {
		t.Error("the text differs")
	}
}
