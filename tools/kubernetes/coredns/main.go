// CoreDNS with the plugins that the test cluster needs and no other. Without "forward" it cannot ask anyone: it knows the
// cluster's names and the extra hosts it is given.
package main

import (
	"github.com/coredns/coredns/core/dnsserver"
	"github.com/coredns/coredns/coremain"

	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/hosts"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/ready"
	_ "github.com/coredns/coredns/plugin/template"
)

func main() {
	// A query passes the plugins in this order.
	dnsserver.Directives = []string{"errors", "health", "ready", "kubernetes", "hosts", "template"}
	coremain.Run()
}
