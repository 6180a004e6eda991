// Testkube is every program of a one-node Kubernetes in one: etcd, kube-apiserver, kube-controller-manager, kube-scheduler,
// kubelet, kube-proxy and the enforcer of NetworkPolicy. What they share is compiled and linked once, which is most of the
// time a cold build takes. The first argument names the component, the rest are its own flags.
package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/server/v3/etcdmain"

	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo" // metrics of the API client
	_ "k8s.io/component-base/metrics/prometheus/version"  // build_info
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	proxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app"

	"sallyport.example/tools/kubernetes/policy"
)

// components make their command only when asked: each registers flags and feature gates in the process.
var components = map[string]func() *cobra.Command{
	"etcd":                    etcd,
	"kube-apiserver":          apiserver.NewAPIServerCommand,
	"kube-controller-manager": controllermanager.NewControllerManagerCommand,
	"kube-scheduler":          func() *cobra.Command { return scheduler.NewSchedulerCommand() },
	// The command installs the signal handler itself; a second one panics ("close of closed channel").
	"kubelet":         func() *cobra.Command { return kubelet.NewKubeletCommand(context.Background()) },
	"kube-proxy":      proxy.NewProxyCommand,
	"policy-enforcer": policy.NewCommand,
}

// etcd parses its own arguments, program name first.
func etcd() *cobra.Command {
	return &cobra.Command{
		Use:                "etcd",
		DisableFlagParsing: true,
		Run:                func(_ *cobra.Command, args []string) { etcdmain.Main(append([]string{"etcd"}, args...)) },
	}
}

func main() {
	if len(os.Args) < 2 || components[os.Args[1]] == nil {
		names := []string{}
		for name := range components {
			names = append(names, name)
		}
		slices.Sort(names)
		fmt.Fprintf(os.Stderr, "usage: testkube COMPONENT [flags]\ncomponents: %v\n", names)
		os.Exit(2)
	}
	newCommand := components[os.Args[1]]
	os.Args = os.Args[1:]
	os.Exit(cli.Run(newCommand()))
}
