// Probe is what runs inside the pods and namespaces of the test cluster: it serves, asks, resolves, tells what the kernel
// lets it do, and does nothing at all ("pause"). Standard library only, static, so that it is a whole image by itself.
package main

import (
	"fmt"
	"os"
)

var commands = map[string]func(args []string) error{
	"pause":   pause,
	"serve":   serve,
	"get":     get,
	"connect": connect,
	"resolve": resolve,
	"status":  status,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: probe pause | serve NAME ADDRESS… | get URL | connect HOST:PORT | resolve NAME | status")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
