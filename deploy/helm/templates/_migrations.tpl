{{/* One container for each database, one after the other, each from the image of the service whose schema it is. */}}
{{- define "sallyport.migrations.spec" -}}
{{- $root := . -}}
metadata:
  labels:
    {{- include "sallyport.podLabels" (dict "root" . "component" "migrations") | nindent 4 }}
  {{- $annotations := include "sallyport.podAnnotations" (dict "root" . "component" "migrations" "digests" dict) }}
  {{- with trim $annotations }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- include "sallyport.podBase" (dict "root" . "component" "migrations" "grace" 30) | nindent 2 }}
  restartPolicy: OnFailure
  initContainers:
    {{- include "sallyport.migrations.wait" . | nindent 4 }}
    {{- range list "mcp-server-write" "token-broker-issuer" "token-broker-gateway" }}
    {{- include "sallyport.migrations.container" (dict "root" $root "component" .) | nindent 4 }}
    {{- end }}
  containers:
    {{- include "sallyport.migrations.container" (dict "root" . "component" "audit") | nindent 4 }}
  volumes:
    {{- include "sallyport.memoryVolume" (dict "name" "scratch" "size" "16Mi") | nindent 4 }}
    {{- if ne (include "sallyport.tlsMode" .) "mesh" }}
    {{- include "sallyport.tlsVolume" (dict "root" . "component" "migrations") | nindent 4 }}
    {{- end }}
{{- end -}}

{{- define "sallyport.migrations.container" -}}
{{- $facts := include "sallyport.facts" . | fromYaml -}}
{{- $settings := include "sallyport.settings" . | fromYaml -}}
{{- $url := include "sallyport.url.database" (dict "root" .root "role" "migrations" "database" $facts.database) -}}
{{- $_ := set $settings (printf "%s_DATABASE_URL" $facts.prefix) $url -}}
{{- $_ := set $settings (printf "%s_MIGRATIONS" $facts.prefix) "apply" -}}
{{- $seeds := and (eq .component "mcp-server-write") (include "sallyport.demo" .root) -}}
{{- if $seeds }}{{ $_ := set $settings "MCP_TICKETS_SEED_FILE" "/app/seed/tickets.json" }}{{ end -}}
- name: {{ $facts.database }}
  image: {{ include "sallyport.image" (dict "root" .root "image" $facts.image) }}
  imagePullPolicy: {{ include "sallyport.pullPolicy" .root }}
  args: [/app/migrate.js]
  securityContext:
    {{- include "sallyport.containerSecurity" . | nindent 4 }}
  env:
    {{- include "sallyport.env" $settings | nindent 4 }}
  resources:
    {{- toYaml .root.Values.workloads.migrations.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  volumeMounts:
    - {name: scratch, mountPath: /tmp}
    {{- if ne (include "sallyport.tlsMode" .root) "mesh" }}
    - {name: tls, mountPath: /etc/sallyport/tls, readOnly: true}
    {{- end }}
{{- end -}}

{{- define "sallyport.migrations.wait" -}}
{{- $address := urlParse (include "sallyport.url.database" (dict "root" . "role" "migrations" "database" "mcp")) -}}
- name: wait
  image: {{ include "sallyport.image" (dict "root" . "image" "mcp-server") }}
  imagePullPolicy: {{ include "sallyport.pullPolicy" . }}
  args:
    - --input-type=module
    - --eval
    - |
      {{- .Files.Get "files/migrations/wait.mjs" | nindent 6 }}
    - {{ $address.hostname }}
    - {{ .Values.database.port | quote }}
  securityContext:
    {{- include "sallyport.containerSecurity" . | nindent 4 }}
  resources:
    {{- toYaml .Values.workloads.migrations.resources | nindent 4 }}
  volumeMounts:
    - {name: scratch, mountPath: /tmp}
{{- end -}}
