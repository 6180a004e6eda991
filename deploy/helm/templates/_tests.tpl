{{/* `helm test`: programs, what they call, and the hook annotations. What they need exists while they run and no longer. */}}

{{- define "sallyport.tests.hook" -}}
helm.sh/hook: test
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{- define "sallyport.tests.targets" -}}
tls: {{ ne (include "sallyport.tlsMode" .) "mesh" }}
clientAuth: {{ eq .Values.tls.clientAuth "require" }}
management:
  {{- range include "sallyport.scraped" . | fromYamlArray }}
  {{- if ne . "edge" }}
  {{ . }}: http://{{ include "sallyport.host" (dict "root" $ "component" .) }}:9090
  {{- end }}
  {{- end }}
mcp:
  {{- range list "read" "write" }}
  mcp-server-{{ . }}:
    placement: {{ . }}
    url: {{ include "sallyport.url.internal" (dict "root" $ "component" (printf "mcp-server-%s" .)) }}/mcp/{{ . }}
    host: {{ (urlParse (include "sallyport.url.mcp" $)).host | quote }}
  {{- end }}
{{- if .Values.network.enabled }}
denied:
  the gateway: {host: {{ include "sallyport.host" (dict "root" . "component" "token-broker-gateway") }}, port: 8011}
  the issuer: {host: {{ include "sallyport.host" (dict "root" . "component" "token-broker-issuer") }}, port: 8010}
  the audit service: {host: {{ include "sallyport.host" (dict "root" . "component" "audit") }}, port: 8020}
  PostgreSQL: {host: {{ .Values.database.host | default (include "sallyport.host" (dict "root" . "component" "postgresql")) }}, port: {{ .Values.database.port }}}
  Vault: {host: {{ include "sallyport.hostOf" (include "sallyport.url.vault" .) }}, port: {{ include "sallyport.vaultPort" . }}}
  {{- if eq .Values.egress.mode "proxy" }}
  the way out: {host: {{ include "sallyport.host" (dict "root" . "component" "egress-proxy") }}, port: 3128}
  {{- end }}
{{- else }}
denied: {}
{{- end }}
{{- end -}}
