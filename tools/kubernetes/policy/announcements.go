package policy

import (
	"encoding/json"
	"net"
	"net/http"
	"net/netip"
	"os"
	"sync"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
)

// Announcements are the addresses that pods got before the API server heard of them, told by the CNI plugin "announce".
// Whoever announces waits until the rules for that pod stand.
type Announcements struct {
	notice func()

	mutex   sync.Mutex
	entries map[types.UID]*announcement
}

type announcement struct {
	address string
	// The pod was among those of the API server: when it no longer is, it is gone, and not yet to come.
	seen    bool
	waiting []chan struct{}
}

// NewAnnouncements calls notice whenever there is something new to make rules for.
func NewAnnouncements(notice func()) *Announcements {
	return &Announcements{notice: notice, entries: map[types.UID]*announcement{}}
}

// Serve answers POST /addresses {"uid", "address"} on a unix socket with 204 once the rules stand.
func (a *Announcements) Serve(socket string) error {
	if err := os.Remove(socket); err != nil && !os.IsNotExist(err) {
		return err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /addresses", func(w http.ResponseWriter, r *http.Request) {
		var told struct {
			UID     types.UID  `json:"uid"`
			Address netip.Addr `json:"address"`
		}
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<10)).Decode(&told); err != nil || told.UID == "" {
			http.Error(w, "uid and address are needed", http.StatusBadRequest)
			return
		}
		select {
		case <-a.add(told.UID, told.Address.String()):
			w.WriteHeader(http.StatusNoContent)
		case <-r.Context().Done():
		}
	})
	return http.Serve(listener, mux)
}

func (a *Announcements) add(uid types.UID, address string) <-chan struct{} {
	a.mutex.Lock()
	entry := a.entries[uid]
	if entry == nil {
		entry = &announcement{}
		a.entries[uid] = entry
	}
	// A sandbox that is made again has another address; the last one counts.
	entry.address = address
	done := make(chan struct{})
	entry.waiting = append(entry.waiting, done)
	a.mutex.Unlock()
	a.notice()
	return done
}

// addresses are those announced, of pods that the API server knows; those of pods that are gone are forgotten.
func (a *Announcements) addresses(pods []*corev1.Pod) map[types.UID]string {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	present := map[types.UID]bool{}
	for _, pod := range pods {
		present[pod.UID] = true
	}
	known := map[types.UID]string{}
	for uid, entry := range a.entries {
		switch {
		case present[uid]:
			entry.seen = true
			known[uid] = entry.address
		case entry.seen:
			delete(a.entries, uid)
		}
	}
	return known
}

// release lets those start for whose addresses rules stand.
func (a *Announcements) release(standing map[types.UID]string) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for uid, address := range standing {
		entry := a.entries[uid]
		if entry == nil || entry.address != address {
			continue
		}
		for _, done := range entry.waiting {
			close(done)
		}
		entry.waiting = nil
	}
}
