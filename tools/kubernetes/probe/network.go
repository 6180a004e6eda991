package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"
)

const (
	patience   = 2 * time.Second
	bodyAtMost = 64 << 10
)

// serve answers every request with its own name, its host name and the address it was asked from.
func serve(args []string) error {
	if len(args) < 2 {
		return errors.New("serve needs a NAME and at least one ADDRESS")
	}
	host, err := os.Hostname()
	if err != nil {
		return err
	}
	answer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s %s %s\n", args[0], host, r.RemoteAddr)
	})
	failed := make(chan error, len(args))
	for _, address := range args[1:] {
		listener, err := net.Listen("tcp", address)
		if err != nil {
			return err
		}
		server := http.Server{Handler: answer, ReadHeaderTimeout: patience}
		go func() { failed <- server.Serve(listener) }()
	}
	return <-failed
}

// get prints the body; anything but 200 is a failure. No proxy, no redirect.
func get(args []string) error {
	if len(args) != 1 {
		return errors.New("get needs a URL")
	}
	client := http.Client{
		Timeout:       patience,
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Get(args[0])
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, bodyAtMost))
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s", response.Status)
	}
	_, err = os.Stdout.Write(body)
	return err
}

// connect opens a TCP connection and says "connected".
func connect(args []string) error {
	if len(args) != 1 {
		return errors.New("connect needs HOST:PORT")
	}
	connection, err := net.DialTimeout("tcp", args[0], patience)
	if err != nil {
		return err
	}
	fmt.Println("connected")
	return connection.Close()
}

// resolve prints the addresses of a name, one a line.
func resolve(args []string) error {
	if len(args) != 1 {
		return errors.New("resolve needs a NAME")
	}
	within, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupHost(within, args[0])
	if err != nil {
		return err
	}
	for _, address := range addresses {
		fmt.Println(address)
	}
	return nil
}
