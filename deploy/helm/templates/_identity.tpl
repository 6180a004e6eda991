{{/* Who is who: modes of TLS and of signing keys, and the names of the Secrets. */}}

{{- define "sallyport.tlsMode" -}}
{{- .Values.tls.mode | default (ternary "generated" "certManager" (eq .Values.profile "demo")) -}}
{{- end -}}
{{- define "sallyport.keysMode" -}}
{{- .Values.keys.mode | default (ternary "generated" "existingSecrets" (eq .Values.profile "demo")) -}}
{{- end -}}

{{/* (dict "root" $ "component" c) → Secret with tls.crt, tls.key, ca.crt */}}
{{- define "sallyport.tlsSecret" -}}
{{- if eq (include "sallyport.tlsMode" .root) "existingSecret" -}}
{{- index .root.Values.tls.existingSecrets .component -}}
{{- else -}}
{{- include "sallyport.name" . }}-tls
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "component" c) → Secret with signing.key and, where the service has them, its other private keys */}}
{{- define "sallyport.keysSecret" -}}
{{- if eq (include "sallyport.keysMode" .root) "existingSecrets" -}}
{{- index .root.Values.keys.existingSecrets .component -}}
{{- else -}}
{{- include "sallyport.name" . }}-keys
{{- end -}}
{{- end -}}

{{- define "sallyport.peersConfigMap" -}}
{{- if eq (include "sallyport.keysMode" .) "existingSecrets" -}}
{{- .Values.keys.peersConfigMap -}}
{{- else -}}
{{- include "sallyport.fullname" . }}-peer-keys
{{- end -}}
{{- end -}}

{{/* Components that hold a TLS certificate, as a YAML list. In a mesh the mesh gives the identities. */}}
{{- define "sallyport.tlsComponents" -}}
{{- if eq (include "sallyport.tlsMode" .) "mesh" -}}
[]
{{- else -}}
{{- $all := concat (splitList " " (include "sallyport.services" .)) (list "migrations") -}}
{{- if .Values.tests.enabled }}{{ $all = append $all "helm-test" }}{{ end -}}
{{- if include "sallyport.demo" . }}{{ $all = concat $all (splitList " " (include "sallyport.standIns" .)) }}{{ end -}}
{{- toYaml $all -}}
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "component" c) → the DNS names of its certificate, as a YAML list */}}
{{- define "sallyport.dnsNames" -}}
{{- $root := .root -}}
{{- $services := list .component -}}
{{- if eq .component "edge" }}{{ $services = list "mcp" "login" "console" "idp" "linear" "edge" }}{{ end -}}
{{- if eq .component "idp-simulator" }}{{ $services = list "idp" }}{{ end -}}
{{- if eq .component "linear-simulator" }}{{ $services = list "linear" }}{{ end -}}
{{- $names := list -}}
{{- range $services -}}
{{- $short := include "sallyport.name" (dict "root" $root "component" .) -}}
{{- $names = concat $names (list $short (printf "%s.%s.svc" $short $root.Release.Namespace) (printf "%s.%s.svc.%s" $short $root.Release.Namespace $root.Values.clusterDomain)) -}}
{{- end -}}
{{- toYaml $names -}}
{{- end -}}
