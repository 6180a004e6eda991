package main

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

const result = `{"cniVersion":"1.0.0","ips":[{"address":"10.91.0.7/24","gateway":"10.91.0.1"}]}`

// enforcer answers every announcement with the status, and gives what it was told.
func enforcer(t *testing.T, status int) (socket string, told chan map[string]string) {
	t.Helper()
	socket = filepath.Join(t.TempDir(), "socket")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	told = make(chan map[string]string, 1)
	server := http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body map[string]string
		_ = json.NewDecoder(r.Body).Decode(&body)
		told <- body
		w.WriteHeader(status)
	})}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return socket, told
}

func input(socket, previous string) io.Reader {
	return strings.NewReader(`{"cniVersion":"1.0.0","socket":"` + socket + `","prevResult":` + previous + `}`)
}

func TestAPodDoesNotStartWithoutTheEnforcer(t *testing.T) {
	var out strings.Builder
	if err := run("ADD", input(filepath.Join(t.TempDir(), "none"), result), &out); err == nil || out.Len() > 0 {
		t.Errorf("it starts: %v %q", err, out.String())
	}
	socket, _ := enforcer(t, http.StatusBadRequest)
	if err := run("ADD", input(socket, result), &out); err == nil || out.Len() > 0 {
		t.Errorf("it starts: %v %q", err, out.String())
	}
}

func TestAPodWithoutAnAddressDoesNotStart(t *testing.T) {
	socket, _ := enforcer(t, http.StatusNoContent)
	if err := run("ADD", input(socket, `{"cniVersion":"1.0.0"}`), io.Discard); err == nil {
		t.Error("it starts")
	}
}

func TestItTellsPodAndAddressAndPassesTheResultOn(t *testing.T) {
	t.Setenv("CNI_ARGS", "IgnoreUnknown=1;K8S_POD_UID=u-1;K8S_POD_NAME=a")
	socket, told := enforcer(t, http.StatusNoContent)
	var out strings.Builder
	if err := run("ADD", input(socket, result), &out); err != nil {
		t.Fatal(err)
	}
	if body := <-told; body["uid"] != "u-1" || body["address"] != "10.91.0.7" {
		t.Errorf("told %v", body)
	}
	if out.String() != result {
		t.Errorf("passed on %s", out.String())
	}
}

func TestTheEndOfAPodNeedsNobody(t *testing.T) {
	for _, command := range []string{"DEL", "CHECK"} {
		if err := run(command, strings.NewReader("{}"), io.Discard); err != nil {
			t.Errorf("%s: %v", command, err)
		}
	}
}
