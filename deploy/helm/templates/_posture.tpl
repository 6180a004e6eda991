{{/* The posture in words, for NOTES. */}}

{{- define "sallyport.dpop" -}}
{{- .Values.requireDpop | default (ternary "false" "true" (eq .Values.profile "demo")) -}}
{{- end -}}

{{- define "sallyport.posture.tls" -}}
{{- $mode := include "sallyport.tlsMode" . -}}
{{- if eq $mode "mesh" -}}
mutual TLS by {{ .Values.mesh.kind }}
{{- else if eq .Values.tls.clientAuth "off" -}}
TLS 1.3, callers without a certificate are answered
{{- else -}}
TLS 1.3 with client certificates, {{ get (dict "generated" "made by this chart" "certManager" "by cert-manager" "existingSecret" "from your Secrets") $mode }}
{{- end -}}
{{- end -}}

{{- define "sallyport.posture.egress" -}}
{{- if eq .Values.egress.mode "proxy" -}}
only through the allow-listing proxy: gateway to {{ include "sallyport.egress.gatewayHosts" . | fromYamlArray | join ", " }}; issuer to {{ include "sallyport.egress.issuerHosts" . | fromYamlArray | join ", " }}
{{- else -}}
host names enforced by {{ .Values.egress.mode }}
{{- end -}}
{{- end -}}

{{- define "sallyport.posture.weakened" -}}
{{- if include "sallyport.demo" . }}
  - IdP, Linear, Vault and PostgreSQL are stand-ins inside the cluster, and forget with their pods; passwords are printed.
  - Certificates and signing keys were made by this chart and lie in Helm's release record and in Secrets.
  - The policy bundle is the demo's own.
{{- end }}
{{- if eq (include "sallyport.dpop" .) "false" }}
  - bearer-tokens: a stolen access token can be used by whoever stole it, for at most ten minutes.
{{- end }}
{{- if has "memory-stores-per-replica" .Values.weakenings }}
  - memory-stores-per-replica: each replica counts limits and remembers DPoP proofs for itself.
{{- end }}
{{- if has "images-by-tag" .Values.weakenings }}
  - images-by-tag: a tag can be moved to another image after you checked it.
{{- end }}
{{- if has "private-destinations" .Values.weakenings }}
  - private-destinations: names on the allow-list may lead to private addresses.
{{- end }}
{{- if not .Values.network.enabled }}
  - No NetworkPolicy: every pod of the cluster can call every service.
{{- end }}
{{- if eq .Values.tls.clientAuth "off" }}
  - Services answer callers without a certificate.
{{- end }}
{{- end -}}
