{{/*
Public address → paths → component, as a YAML list. The MCP host has four exact paths and no more: the two resources and
their metadata (RFC 9728 §3.1).
*/}}
{{- define "sallyport.routes" -}}
{{- if eq . "mcp" -}}
{{- range list "read" "write" }}
- {path: /mcp/{{ . }}, type: Exact, component: mcp-server-{{ . }}}
- {path: /.well-known/oauth-protected-resource/mcp/{{ . }}, type: Exact, component: mcp-server-{{ . }}}
{{- end }}
{{- else if eq . "login" -}}
- {path: /, type: Prefix, component: token-broker-issuer}
{{- else -}}
- {path: /, type: Prefix, component: audit}
{{- end -}}
{{- end -}}
