{{/* Where things answer: what people and agents know (public), and where our own services meet (internal). */}}

{{- define "sallyport.url.mcp" -}}
{{- .Values.publicUrls.mcp | default (printf "https://%s:8443" (include "sallyport.host" (dict "root" . "component" "mcp"))) -}}
{{- end -}}
{{- define "sallyport.url.login" -}}
{{- .Values.publicUrls.login | default (printf "https://%s:8443" (include "sallyport.host" (dict "root" . "component" "login"))) -}}
{{- end -}}
{{- define "sallyport.url.console" -}}
{{- .Values.publicUrls.console | default (printf "https://%s:8443" (include "sallyport.host" (dict "root" . "component" "console"))) -}}
{{- end -}}

{{/* In a mesh the proxies beside the services speak TLS; everywhere else the services do. */}}
{{- define "sallyport.scheme" -}}
{{- ternary "http" "https" (eq (include "sallyport.tlsMode" .) "mesh") -}}
{{- end -}}

{{/* (dict "root" $ "component" c) → base URL inside the cluster; also the audience of assertions made for that service */}}
{{- define "sallyport.url.internal" -}}
{{- $port := (include "sallyport.facts" . | fromYaml).port -}}
{{- printf "%s://%s:%v" (include "sallyport.scheme" .root) (include "sallyport.host" .) $port -}}
{{- end -}}

{{- define "sallyport.url.idp" -}}
{{- if include "sallyport.demo" . -}}
{{- printf "https://%s:8443" (include "sallyport.host" (dict "root" . "component" "idp")) -}}
{{- else -}}
{{- .Values.idp.issuer -}}
{{- end -}}
{{- end -}}

{{- define "sallyport.url.linear" -}}
{{- printf "https://%s:8443" (include "sallyport.host" (dict "root" . "component" "linear")) -}}
{{- end -}}

{{- define "sallyport.url.vault" -}}
{{- if include "sallyport.demo" . -}}
{{- include "sallyport.url.internal" (dict "root" . "component" "vault") -}}
{{- else -}}
{{- .Values.vault.url -}}
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "role" r "database" d) → no password: the client certificate names the role */}}
{{- define "sallyport.url.database" -}}
{{- $host := .root.Values.database.host | default (include "sallyport.host" (dict "root" .root "component" "postgresql")) -}}
{{- printf "postgres://%s@%s:%v/%s" .role $host .root.Values.database.port (index .root.Values.database.names .database) -}}
{{- end -}}

{{/* (dict "root" $ "for" "gateway"|"issuer") → that placement's own door of the egress proxy */}}
{{- define "sallyport.url.egress" -}}
{{- $port := ternary 3128 3129 (eq .for "gateway") -}}
{{- printf "http://%s:%v" (include "sallyport.host" (dict "root" .root "component" "egress-proxy")) $port -}}
{{- end -}}

{{/* The host name of a URL, without scheme, port and path. */}}
{{- define "sallyport.hostOf" -}}
{{- (urlParse .).hostname -}}
{{- end -}}
