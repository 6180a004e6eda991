// Agnhost is the two commands of Kubernetes' own test image that its NetworkPolicy tests run in their pods: serve on ports,
// connect to one.
package main

import (
	"os"

	"github.com/spf13/cobra"
	"k8s.io/kubernetes/test/images/agnhost/connect"
	"k8s.io/kubernetes/test/images/agnhost/porter"
)

func main() {
	root := &cobra.Command{Use: "agnhost"}
	root.AddCommand(connect.CmdConnect, porter.CmdPorter)
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
