{{/*
Annotations for a service mesh. The management port stays outside (kubelet probes and Prometheus are not members), and so
does the database, which has its own TLS. With our own TLS on, the mesh must not try to parse it.
*/}}
{{- define "sallyport.meshAnnotations" -}}
{{- $own := ne (include "sallyport.tlsMode" .root) "mesh" -}}
{{- if eq .root.Values.mesh.kind "linkerd" }}
linkerd.io/inject: enabled
config.linkerd.io/skip-inbound-ports: "9090,8282"
config.linkerd.io/skip-outbound-ports: {{ .root.Values.database.port | quote }}
{{- if $own }}
config.linkerd.io/opaque-ports: "8000,8010,8011,8020"
{{- end }}
{{- else if eq .root.Values.mesh.kind "istio" }}
sidecar.istio.io/inject: "true"
traffic.sidecar.istio.io/excludeInboundPorts: "9090,8282"
traffic.sidecar.istio.io/excludeOutboundPorts: {{ .root.Values.database.port | quote }}
proxy.istio.io/config: '{"holdApplicationUntilProxyStarts": true}'
{{- end }}
{{- end -}}

{{/* (list of edges) → their ports, each once, as a YAML list */}}
{{- define "sallyport.mesh.ports" -}}
{{- $ports := list -}}
{{- range . }}{{ $ports = concat $ports .ports }}{{ end -}}
{{- $ports | uniq | toYaml -}}
{{- end -}}
