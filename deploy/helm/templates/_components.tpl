{{/*
What each component is. `prefix` is that of its settings in the environment; `dns` says whether it ever looks a name up;
`policy` whether it asks policy (the gateway redeems what the issuer decided, and asks nothing itself);
`memory` whether it keeps limits or replay sets in its own memory, so that two replicas would each keep their own.
*/}}
{{- define "sallyport.components" -}}
mcp-server-read: {zone: fleet, image: mcp-server, prefix: MCP, port: 8000, database: mcp, policy: true, memory: true, dns: true}
mcp-server-write: {zone: fleet, image: mcp-server, prefix: MCP, port: 8000, database: mcp, policy: true, memory: true, dns: true}
token-broker-issuer: {zone: control, image: token-broker, prefix: BROKER, port: 8010, database: issuer, policy: true, memory: true, dns: true}
token-broker-gateway: {zone: edge, image: token-broker, prefix: BROKER, port: 8011, database: gateway, memory: true, dns: true}
audit: {zone: control, image: audit, prefix: AUDIT, port: 8020, database: audit, policy: true, memory: true, dns: true}
egress-proxy: {zone: egress, image: egress-proxy, dns: true}
edge: {zone: ingress, image: edge, port: 8443, dns: true}
idp-simulator: {zone: downstream, image: simulators, port: 8443, dns: false}
linear-simulator: {zone: downstream, image: simulators, port: 8443, dns: false}
vault: {zone: control, image: simulators, port: 8200, dns: true}
postgresql: {zone: data, image: postgresql, port: 5432, dns: false}
migrations: {zone: control, dns: true}
helm-test: {zone: test, image: mcp-server, dns: true}
{{- end -}}

{{/* The five services of Sallyport, space separated. */}}
{{- define "sallyport.services" -}}
mcp-server-read mcp-server-write token-broker-issuer token-broker-gateway audit
{{- end -}}

{{/* What stands in for a company's own systems in the demo, space separated. */}}
{{- define "sallyport.standIns" -}}
edge idp-simulator linear-simulator vault postgresql
{{- end -}}

{{- define "sallyport.facts" -}}
{{- index (include "sallyport.components" .root | fromYaml) .component | toYaml -}}
{{- end -}}

{{- define "sallyport.zone" -}}
{{- (include "sallyport.facts" . | fromYaml).zone -}}
{{- end -}}

{{/* Every component this release runs for as long as it is installed, as a YAML list. */}}
{{- define "sallyport.running" -}}
{{- $all := splitList " " (include "sallyport.services" .) -}}
{{- if eq .Values.egress.mode "proxy" }}{{ $all = append $all "egress-proxy" }}{{ end -}}
{{- if include "sallyport.demo" . }}{{ $all = concat $all (splitList " " (include "sallyport.standIns" .)) }}{{ end -}}
{{- append $all "migrations" | toYaml -}}
{{- end -}}

{{/* (dict "root" $ "image" "mcp-server") → the reference; a digest wins over a tag */}}
{{- define "sallyport.image" -}}
{{- $own := index .root.Values.images .image -}}
{{- $registry := .root.Values.image.registry | default (ternary "sallyport.local" "" (eq .root.Values.profile "demo")) -}}
{{- $repository := ternary (printf "%s/%s" $registry $own.repository) $own.repository (ne $registry "") -}}
{{- if $own.digest -}}
{{- printf "%s@%s" $repository $own.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (coalesce $own.tag .root.Values.image.tag .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "sallyport.pullPolicy" -}}
{{- .Values.image.pullPolicy | default (ternary "Never" "IfNotPresent" (eq .Values.profile "demo")) -}}
{{- end -}}
