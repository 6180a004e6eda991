{{/* Ways out and in that would be wider than they look. */}}
{{- define "sallyport.refuse.network" -}}
{{- $demo := include "sallyport.demo" . -}}
{{- range concat .Values.egress.gatewayHosts .Values.egress.issuerHosts -}}
{{- include "sallyport.refuse" (list $ (or (contains "*" .) (hasPrefix "." .)) (printf "egress: %q is a wildcard, and whoever can make a name below it is let out; list hosts one by one." .)) -}}
{{- end -}}
{{- include "sallyport.refuse" (list . (and (not $demo) (not .Values.egress.gatewayHosts)) "egress.gatewayHosts: the gateway could reach nothing; list the hosts of the downstream, e.g. api.linear.app.") -}}
{{- include "sallyport.refuse" (list . (and (eq .Values.egress.mode "cilium") (not (.Capabilities.APIVersions.Has "cilium.io/v2"))) "egress.mode cilium: this cluster has no CiliumNetworkPolicy, so nothing would enforce the host names; install Cilium, or set egress.mode to proxy.") -}}
{{- include "sallyport.refuse" (list . (and (eq .Values.egress.mode "calico") (not (.Capabilities.APIVersions.Has "projectcalico.org/v3"))) "egress.mode calico: this cluster has no Calico policy API, so nothing would enforce the host names; install it, or set egress.mode to proxy.") -}}
{{- if and .Values.network.enabled (not $demo) -}}
{{- range list "dns" "ingressController" "postgresql" "vault" -}}
{{- include "sallyport.refuse" (list $ (not (index $.Values.network.peers .)) (printf "network.peers.%s: the edge table needs to know who that is; give a cidr, or a namespaceSelector with a podSelector." .)) -}}
{{- end -}}
{{- end -}}
{{- include "sallyport.refuse" (list . (and .Values.telemetry.otlpUrl .Values.network.enabled (not .Values.network.peers.otlp)) "network.peers.otlp: traces would be sent where no policy lets them; say who the collector is, or unset telemetry.otlpUrl.") -}}
{{- range $name, $peers := .Values.network.peers -}}
{{- range $peers -}}
{{- if .cidr -}}
{{- $width := splitList "/" .cidr | last | int -}}
{{- $v6 := contains ":" .cidr -}}
{{- include "sallyport.refuse" (list $ (lt $width (ternary 16 8 $v6)) (printf "network.peers.%s: %s is the whole world or near it; give the network of that system alone." $name .cidr)) -}}
{{- include "sallyport.refuse" (list $ (and (hasPrefix "169." .cidr) (or (lt $width 16) (and (hasPrefix "169.254." .cidr) (or (lt $width 32) (hasPrefix "169.254.169.254/" .cidr))))) (printf "network.peers.%s: %s holds the metadata address of clouds, which hands out credentials; give a network without it." $name .cidr)) -}}
{{- include "sallyport.refuse" (list $ (and $v6 (or (hasPrefix "fd00:ec2:" (lower .cidr)) (and (hasPrefix "fd00:" (lower .cidr)) (lt $width 33)))) (printf "network.peers.%s: %s holds the metadata address of clouds, which hands out credentials; give a network without it." $name .cidr)) -}}
{{- else -}}
{{- include "sallyport.refuse" (list $ (and .namespaceSelector (not .podSelector)) (printf "network.peers.%s: every pod of a namespace is let in; add a podSelector." $name)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if .Values.ingress.enabled -}}
{{- include "sallyport.refuse" (list . .Values.gatewayApi.enabled "ingress and gatewayApi: two ways in for one address; enable one of them.") -}}
{{- range $what, $secret := .Values.ingress.tlsSecrets -}}
{{- include "sallyport.refuse" (list $ (not $secret) (printf "ingress.tlsSecrets.%s: tokens would cross the network in the clear; name the Secret with that host's certificate." $what)) -}}
{{- end -}}
{{- end -}}
{{- if .Values.gatewayApi.enabled -}}
{{- include "sallyport.refuse" (list . (not .Values.gatewayApi.parentRefs) "gatewayApi.parentRefs: routes attach to a Gateway; name it.") -}}
{{- include "sallyport.refuse" (list . (not (.Capabilities.APIVersions.Has "gateway.networking.k8s.io/v1")) "gatewayApi: this cluster has no Gateway API; install it, or use ingress.") -}}
{{- end -}}
{{- end -}}
