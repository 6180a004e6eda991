package policy

import (
	"testing"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
)

func released(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func withUID(pod *corev1.Pod, uid types.UID) *corev1.Pod {
	pod.UID = uid
	return pod
}

func TestAPodWaitsUntilTheServerKnowsItAndItsRulesStand(t *testing.T) {
	noticed := 0
	announcements := NewAnnouncements(func() { noticed++ })
	done := announcements.add("u", "10.91.0.9")
	if noticed != 1 {
		t.Error("nobody was told")
	}
	announcements.release(announcements.addresses(nil))
	if released(done) {
		t.Error("released before the API server knew the pod")
	}
	known := announcements.addresses([]*corev1.Pod{withUID(aPod("one", "a", ""), "u")})
	if released(done) {
		t.Error("released before its rules stood")
	}
	announcements.release(known)
	if !released(done) {
		t.Error("not released")
	}
}

func TestRulesForAnOlderAddressReleaseNobody(t *testing.T) {
	announcements := NewAnnouncements(func() {})
	announcements.add("u", "10.91.0.9")
	old := announcements.addresses([]*corev1.Pod{withUID(aPod("one", "a", ""), "u")})
	done := announcements.add("u", "10.91.0.10")
	announcements.release(old)
	if released(done) {
		t.Error("released by rules for an address it no longer has")
	}
}

func TestAPodThatIsGoneIsForgotten(t *testing.T) {
	announcements := NewAnnouncements(func() {})
	announcements.add("u", "10.91.0.9")
	announcements.addresses([]*corev1.Pod{withUID(aPod("one", "a", ""), "u")})
	announcements.addresses(nil)
	if known := announcements.addresses([]*corev1.Pod{withUID(aPod("one", "a", ""), "u")}); len(known) != 0 {
		t.Errorf("still known: %v", known)
	}
}

func TestAnAnnouncedAddressCountsBeforeTheServersOwn(t *testing.T) {
	now := state(policyOf("one", onlyEgress()))
	withUID(now.Pods[0], "u").Status.PodIP = "10.91.0.99"
	now.Announced = map[types.UID]string{"u": "10.91.0.2"}
	expect(t, returns(t, "egress", now))
	if view := newView(now); view.pods[0].address != "10.91.0.2" {
		t.Errorf("it has %s", view.pods[0].address)
	}
}
