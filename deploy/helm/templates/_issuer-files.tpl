{{/* What the issuer knows from the start: resources tokens are made for, and clients. */}}
{{- define "sallyport.issuer.files" -}}
resources.json: |
  {{- include "sallyport.issuer.resources" . | fromYamlArray | toPrettyJson | nindent 2 }}
clients.json: |
  {{- include "sallyport.issuer.clients" . | fromYamlArray | toPrettyJson | nindent 2 }}
{{- end -}}

{{/* Read and write are two resources: a token for one is refused by the other (C-AZ-10). */}}
{{- define "sallyport.issuer.resources" -}}
{{- $roles := list "support_engineer" "support_lead" -}}
- uri: {{ include "sallyport.url.mcp" . }}/mcp/read
  scopes:
    tickets:read: {{ toJson $roles }}
  defaultScope: [tickets:read]
- uri: {{ include "sallyport.url.mcp" . }}/mcp/write
  scopes:
    issues:create: {{ toJson $roles }}
    issues:delete: {{ toJson $roles }}
  defaultScope: [issues:create]
- uri: {{ include "sallyport.url.console" . }}
  scopes:
    audit:read: [support_lead, platform_admin]
  defaultScope: [audit:read]
{{- end -}}

{{- define "sallyport.issuer.clients" -}}
{{- range list "read" "write" }}
- kind: exchange
  service: mcp-server-{{ . }}
  resource: {{ include "sallyport.url.mcp" $ }}/mcp/{{ . }}
{{- end }}
{{- if include "sallyport.demo" . }}
- kind: agent
  id: sallyport-demo
  name: Sallyport demo agent
  # RFC 8252 §7.3: any port of the loopback interface
  redirectUris: ["http://localhost/callback", "http://127.0.0.1/callback", "http://[::1]/callback"]
{{- end }}
{{- range .Values.agents }}
- kind: agent
  id: {{ .id | quote }}
  name: {{ .name | quote }}
  redirectUris: {{ toJson .redirectUris }}
{{- end }}
{{- end -}}
