{{/* (dict "root" $ "which" idp|linear|vault "port" n "settings" dict): container fields of a simulator */}}
{{- define "sallyport.demo.simulator" -}}
{{- $prefix := printf "%s_SIM" (upper .which) -}}
{{- $settings := merge .settings (dict
  (printf "%s_HOST" $prefix) "0.0.0.0"
  (printf "%s_PORT" $prefix) .port
  (printf "%s_MANAGEMENT_PORT" $prefix) 9090
  (printf "%s_TLS_DIR" $prefix) "/etc/sallyport/tls") -}}
args: [/app/{{ .which }}/main.js]
ports:
  - {name: https, containerPort: {{ .port }}, protocol: TCP}
  - {name: management, containerPort: 9090, protocol: TCP}
env:
  {{- include "sallyport.env" $settings | nindent 2 }}
{{ include "sallyport.managementProbes" . }}
{{- end -}}

{{/* The broker is a client of the company's IdP; its key is published in its certificate. */}}
{{- define "sallyport.demo.idpClients" -}}
- client_id: sallyport-broker
  redirect_uris: [{{ include "sallyport.url.login" . }}/signin/callback]
  token_endpoint_auth_method: private_key_jwt
  certificate_files: [/etc/sallyport/peers/token-broker-issuer.crt]
{{- end -}}
