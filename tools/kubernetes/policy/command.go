package policy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
)

const (
	// Events come in bursts (a rollout, a namespace going); one ruleset answers a burst.
	burst = 20 * time.Millisecond
	retry = time.Second
)

// NewCommand makes "policy-enforcer": it watches pods, namespaces and policies and keeps the kernel's table equal to what
// they say, until it is ended. The table stays when it ends, so that a restart opens nothing.
func NewCommand() *cobra.Command {
	var kubeconfig, table, podRange, socket string
	command := &cobra.Command{
		Use:  "policy-enforcer",
		Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return enforce(command.Context(), kubeconfig, table, podRange, socket)
		},
	}
	command.Flags().StringVar(&kubeconfig, "kubeconfig", "", "file with the API server's address and a credential")
	command.Flags().StringVar(&table, "table", "", "name of the nftables table to keep")
	command.Flags().StringVar(&podRange, "pod-range", "", "IPv4 range of the pods")
	command.Flags().StringVar(&socket, "announcements", "", "unix socket on which new addresses are announced")
	return command
}

func enforce(ctx context.Context, kubeconfig, table, podRange, socket string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	pods := factory.Core().V1().Pods()
	namespaces := factory.Core().V1().Namespaces()
	policies := factory.Networking().V1().NetworkPolicies()

	changed := make(chan struct{}, 1)
	notice := func() {
		select {
		case changed <- struct{}{}:
		default: // one is waiting already
		}
	}
	handler := cache.ResourceEventHandlerFuncs{
		AddFunc:    func(any) { notice() },
		UpdateFunc: func(any, any) { notice() },
		DeleteFunc: func(any) { notice() },
	}
	for _, informer := range []cache.SharedIndexInformer{pods.Informer(), namespaces.Informer(), policies.Informer()} {
		if _, err := informer.AddEventHandler(handler); err != nil {
			return err
		}
	}
	factory.Start(ctx.Done())
	for kind, synced := range factory.WaitForCacheSync(ctx.Done()) {
		if !synced {
			return fmt.Errorf("%v did not arrive from the API server", kind)
		}
	}

	announcements := NewAnnouncements(notice)
	broken := make(chan error, 1)
	go func() { broken <- announcements.Serve(socket) }()

	applied := ""
	for notice(); ; {
		select {
		case <-ctx.Done():
			return nil
		case err := <-broken:
			return err
		case <-changed:
		}
		time.Sleep(burst)
		var state State
		var failed [3]error
		state.Pods, failed[0] = pods.Lister().List(labels.Everything())
		state.Namespaces, failed[1] = namespaces.Lister().List(labels.Everything())
		state.Policies, failed[2] = policies.Lister().List(labels.Everything())
		if err := errors.Join(failed[:]...); err != nil {
			return err
		}
		state.Announced = announcements.addresses(state.Pods)
		if wanted := Ruleset(table, podRange, state); wanted != applied {
			if err := apply(ctx, wanted); err != nil {
				// What stood before still stands: a transaction of nft is whole or not at all. Nobody who waits is released.
				klog.ErrorS(err, "The table was not changed")
				time.AfterFunc(retry, notice)
				continue
			}
			applied = wanted
			klog.InfoS("Table changed", "policies", len(state.Policies), "pods", len(state.Pods))
		}
		announcements.release(state.Announced)
	}
}

func apply(ctx context.Context, ruleset string) error {
	command := exec.CommandContext(ctx, "nft", "-f", "-")
	command.Stdin = strings.NewReader(ruleset)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	if err := command.Run(); err != nil {
		return fmt.Errorf("nft: %w: %s", err, complaint.String())
	}
	return nil
}
