{{/*
Settings of the services as a map of name → text; rendered sorted, so that the same values give the same manifest.
Addresses, names and paths only: what is secret is a file (C-CR-6).
*/}}

{{- define "sallyport.env" -}}
{{- range $name := keys . | sortAlpha }}
- name: {{ $name }}
  value: {{ index $ $name | toString | quote }}
{{- end }}
{{- end -}}

{{/* (dict "root" $ "component" c) → every setting of that service, as a YAML map */}}
{{- define "sallyport.settings" -}}
{{- $root := .root -}}
{{- $facts := include "sallyport.facts" . | fromYaml -}}
{{- $own := include (printf "sallyport.settings.%s" .component) $root | fromYaml -}}
{{- $all := merge $own (include "sallyport.settings.every" . | fromYaml) -}}
{{- range $key, $value := (index $root.Values.workloads .component).settings -}}
{{- $_ := set $all (snakecase $key | upper) (ternary ($value | toString) (int64 $value | toString) (not (kindIs "float64" $value))) -}}
{{- end -}}
{{- /* Node's own list of roots: Linear and the IdP of the demo show certificates of the demo's CA. */ -}}
{{- $outward := and (include "sallyport.demo" $root) (hasPrefix "token-broker" .component) -}}
{{- $named := ternary (dict "NODE_EXTRA_CA_CERTS" "/etc/sallyport/tls/ca.crt") dict (eq ($outward | toString) "true") -}}
{{- range $key, $value := $all -}}
{{- $_ := set $named (printf "%s_%s" $facts.prefix $key) $value -}}
{{- end -}}
{{- toYaml $named -}}
{{- end -}}

{{/* What every service is told, without its prefix. */}}
{{- define "sallyport.settings.every" -}}
{{- $facts := include "sallyport.facts" . | fromYaml -}}
HOST: 0.0.0.0
PORT: {{ $facts.port | quote }}
MANAGEMENT_PORT: "9090"
LOG_LEVEL: {{ .root.Values.logLevel }}
MIGRATIONS: check
DATABASE_URL: {{ include "sallyport.url.database" (dict "root" .root "role" .component "database" $facts.database) | quote }}
SIGNING_KEY_FILE: /etc/sallyport/keys/signing.key
{{- if $facts.policy }}
ENVIRONMENT: production
POLICY_ENGINE: {{ .root.Values.policy.engine }}
POLICY_DIR: /etc/sallyport/policy
POLICY_BUNDLE_KEY_FILE: /etc/sallyport/policy-key/bundle-key.pem
{{- if eq .root.Values.policy.engine "opa" }}
POLICY_OPA_SOCKET: /run/opa/opa.sock
{{- end }}
{{- end }}
{{- if ne (include "sallyport.tlsMode" .root) "mesh" }}
TLS_DIR: /etc/sallyport/tls
TLS_CLIENT_AUTH: {{ .root.Values.tls.clientAuth }}
{{- end }}
{{- with .root.Values.telemetry.otlpUrl }}
OTLP_URL: {{ . | quote }}
{{- end }}
{{- end -}}

{{- define "sallyport.settings.auditClient" -}}
AUDIT_URL: {{ include "sallyport.url.internal" (dict "root" . "component" "audit") | quote }}
AUDIT_SPOOL_DIR: /var/lib/sallyport/spool
{{- end -}}

{{- define "sallyport.settings.mcp-server-read" -}}
{{ include "sallyport.settings.mcp" (dict "root" . "placement" "read") }}
{{- end -}}

{{- define "sallyport.settings.mcp-server-write" -}}
{{ include "sallyport.settings.mcp" (dict "root" . "placement" "write") }}
GATEWAY_URL: {{ include "sallyport.url.internal" (dict "root" . "component" "token-broker-gateway") | quote }}
{{- end -}}

{{/* Two placements of one image: each its own resource, client and database role (C-AZ-10). */}}
{{- define "sallyport.settings.mcp" -}}
{{- $issuer := include "sallyport.url.internal" (dict "root" .root "component" "token-broker-issuer") -}}
PLACEMENT: {{ .placement }}
RESOURCE_URL: {{ printf "%s/mcp/%s" (include "sallyport.url.mcp" .root) .placement | quote }}
CLIENT_ID: mcp-server-{{ .placement }}
ISSUER_URL: {{ include "sallyport.url.login" .root | quote }}
ISSUER_INTERNAL_URL: {{ $issuer | quote }}
ISSUER_JWKS_URL: {{ printf "%s/jwks" $issuer | quote }}
REQUIRE_DPOP: {{ include "sallyport.dpop" .root | quote }}
{{ include "sallyport.settings.auditClient" .root }}
{{- end -}}

{{- define "sallyport.settings.token-broker-issuer" -}}
PLACEMENT: issuer
PUBLIC_URL: {{ include "sallyport.url.login" . | quote }}
GATEWAY_URL: {{ include "sallyport.url.internal" (dict "root" . "component" "token-broker-gateway") | quote }}
PEER_KEYS_DIR: /etc/sallyport/peers
RESOURCES_FILE: /etc/sallyport/config/resources.json
CLIENTS_FILE: /etc/sallyport/config/clients.json
IDP_ISSUER: {{ include "sallyport.url.idp" . | quote }}
TENANTS: {{ include "sallyport.tenants" . | quote }}
{{- if include "sallyport.demo" . }}
LINEAR_AUTHORIZE_URL: {{ printf "%s/oauth/authorize" (include "sallyport.url.linear" .) | quote }}
DYNAMIC_REGISTRATION: loopback
{{- end }}
{{- if eq .Values.egress.mode "proxy" }}
EGRESS_PROXY_URL: {{ include "sallyport.url.egress" (dict "root" . "for" "issuer") | quote }}
{{- end }}
{{- if .Values.idp.clientSecret.existingSecret }}
IDP_CLIENT_SECRET_FILE: /etc/sallyport/idp/client-secret
{{- end }}
{{- with .Values.idp.clientId }}
IDP_CLIENT_ID: {{ . | quote }}
{{- end }}
{{ include "sallyport.settings.auditClient" . }}
{{- end -}}

{{- define "sallyport.settings.token-broker-gateway" -}}
{{- $issuer := include "sallyport.url.internal" (dict "root" . "component" "token-broker-issuer") -}}
PLACEMENT: gateway
GATEWAY_URL: {{ include "sallyport.url.internal" (dict "root" . "component" "token-broker-gateway") | quote }}
ISSUER_URL: {{ include "sallyport.url.login" . | quote }}
ISSUER_INTERNAL_URL: {{ $issuer | quote }}
ISSUER_JWKS_URL: {{ printf "%s/jwks" $issuer | quote }}
PEER_KEYS_DIR: /etc/sallyport/peers
ENCRYPTION_KEY_FILE: /etc/sallyport/keys/encryption.key
ISSUE_ID_KEY_FILE: /etc/sallyport/keys/issue-id.key
VAULT_URL: {{ include "sallyport.url.vault" . | quote }}
ALLOW_PRIVATE_SERVICES: "true"
{{- if eq (include "sallyport.tlsMode" .) "mesh" }}
ALLOW_PLAIN_SERVICES: "true"
{{- end }}
{{- if include "sallyport.demo" . }}
LINEAR_API_URL: {{ printf "%s/graphql" (include "sallyport.url.linear" .) | quote }}
LINEAR_TOKEN_URL: {{ printf "%s/oauth/token" (include "sallyport.url.linear" .) | quote }}
{{- end }}
{{- if eq .Values.egress.mode "proxy" }}
EGRESS_PROXY_URL: {{ include "sallyport.url.egress" (dict "root" . "for" "gateway") | quote }}
{{- end }}
{{ include "sallyport.settings.auditClient" . }}
{{- end -}}

{{- define "sallyport.settings.audit" -}}
{{- $issuer := include "sallyport.url.internal" (dict "root" . "component" "token-broker-issuer") -}}
PUBLIC_URL: {{ include "sallyport.url.console" . | quote }}
INTERNAL_URL: {{ include "sallyport.url.internal" (dict "root" . "component" "audit") | quote }}
ISSUER_URL: {{ include "sallyport.url.login" . | quote }}
ISSUER_JWKS_URL: {{ printf "%s/jwks" $issuer | quote }}
PEER_KEYS_DIR: /etc/sallyport/peers
LOG_DIR: /var/lib/sallyport/log
CHECKPOINT_KEY_FILE: /etc/sallyport/keys/checkpoint.key
REQUIRE_DPOP: {{ include "sallyport.dpop" . | quote }}
{{- end -}}

{{- define "sallyport.tenants" -}}
{{- join "," (.Values.tenants | default (ternary (list "harbor" "meridian") list (eq .Values.profile "demo"))) -}}
{{- end -}}
