// Announce is a CNI plugin (CNI specification 1.0.0), last in its chain: it tells the policy enforcer which pod has just got
// which address, and lets the pod start only when the policies for that address stand. Without an answer the pod does not
// start; the kubelet tries again.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"time"
)

const patience = 15 * time.Second

type configuration struct {
	CNIVersion string          `json:"cniVersion"`
	Socket     string          `json:"socket"`
	PrevResult json.RawMessage `json:"prevResult"`
}

func main() {
	if err := run(os.Getenv("CNI_COMMAND"), os.Stdin, os.Stdout); err != nil {
		// CNI specification, section 5, "Error": codes from 100 are the plugin's own.
		_ = json.NewEncoder(os.Stdout).Encode(map[string]any{"cniVersion": "1.0.0", "code": 100, "msg": err.Error()})
		os.Exit(1)
	}
}

func run(command string, stdin io.Reader, stdout io.Writer) error {
	switch command {
	case "VERSION":
		_, err := io.WriteString(stdout, `{"cniVersion":"1.0.0","supportedVersions":["0.4.0","1.0.0"]}`)
		return err
	case "ADD":
		return add(stdin, stdout)
	default: // DEL and CHECK: the enforcer forgets a pod when the API server does
		return nil
	}
}

func add(stdin io.Reader, stdout io.Writer) error {
	var config configuration
	if err := json.NewDecoder(stdin).Decode(&config); err != nil {
		return err
	}
	address, err := addressOf(config.PrevResult)
	if err != nil {
		return err
	}
	if err := announce(config.Socket, argument(os.Getenv("CNI_ARGS"), "K8S_POD_UID"), address); err != nil {
		return err
	}
	_, err = stdout.Write(config.PrevResult)
	return err
}

// addressOf is the pod's first address in what the plugins before said.
func addressOf(result json.RawMessage) (string, error) {
	var previous struct {
		IPs []struct {
			Address netip.Prefix `json:"address"`
		} `json:"ips"`
	}
	if err := json.Unmarshal(result, &previous); err != nil {
		return "", err
	}
	if len(previous.IPs) == 0 {
		return "", errors.New("the pod has no address")
	}
	return previous.IPs[0].Address.Addr().String(), nil
}

// argument reads KEY=VALUE;KEY=VALUE.
func argument(arguments, key string) string {
	for pair := range strings.SplitSeq(arguments, ";") {
		if name, value, _ := strings.Cut(pair, "="); name == key {
			return value
		}
	}
	return ""
}

func announce(socket, uid, address string) error {
	body, err := json.Marshal(map[string]string{"uid": uid, "address": address})
	if err != nil {
		return err
	}
	client := http.Client{Timeout: patience, Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", socket)
		},
	}}
	response, err := client.Post("http://policy-enforcer/addresses", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusNoContent {
		return fmt.Errorf("the policy enforcer says %s", response.Status)
	}
	return nil
}
