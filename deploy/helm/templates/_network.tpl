{{/*
Who may call whom: the one table the policies are made from. A name that is a component of this release is its pods; any other
name is outside and stands in network.peers (or is the world, for the egress proxy).
*/}}
{{- define "sallyport.edges" -}}
{{- $demo := include "sallyport.demo" . -}}
{{- $ingress := ternary "edge" "ingressController" (eq .Values.profile "demo") -}}
{{- $fleet := list "mcp-server-read" "mcp-server-write" -}}
{{- range $fleet }}
- {from: {{ $ingress }}, to: {{ . }}, ports: [8000]}
- {from: {{ . }}, to: token-broker-issuer, ports: [8010]}
- {from: {{ . }}, to: audit, ports: [8020]}
- {from: {{ . }}, to: postgresql, ports: [{{ $.Values.database.port }}]}
{{- end }}
- {from: mcp-server-write, to: token-broker-gateway, ports: [8011]}
- {from: {{ $ingress }}, to: token-broker-issuer, ports: [8010]}
- {from: {{ $ingress }}, to: audit, ports: [8020]}
- {from: token-broker-issuer, to: token-broker-gateway, ports: [8011]}
- {from: token-broker-issuer, to: audit, ports: [8020]}
- {from: token-broker-issuer, to: postgresql, ports: [{{ .Values.database.port }}]}
- {from: token-broker-gateway, to: vault, ports: [{{ include "sallyport.vaultPort" . }}]}
- {from: token-broker-gateway, to: audit, ports: [8020]}
- {from: token-broker-gateway, to: token-broker-issuer, ports: [8010]}
- {from: token-broker-gateway, to: postgresql, ports: [{{ .Values.database.port }}]}
- {from: audit, to: token-broker-issuer, ports: [8010]}
- {from: audit, to: postgresql, ports: [{{ .Values.database.port }}]}
- {from: migrations, to: postgresql, ports: [{{ .Values.database.port }}]}
{{- if eq .Values.egress.mode "proxy" }}
- {from: token-broker-gateway, to: egress-proxy, ports: [3128]}
- {from: token-broker-issuer, to: egress-proxy, ports: [3129]}
{{- if not $demo }}
- {from: egress-proxy, to: world, ports: {{ include "sallyport.egress.ports" . | fromYamlArray | toJson }}}
{{- end }}
{{- end }}
{{- if $demo }}
- {from: edge, to: idp-simulator, ports: [8443]}
- {from: edge, to: linear-simulator, ports: [8443]}
- {from: egress-proxy, to: idp-simulator, ports: [8443]}
- {from: egress-proxy, to: linear-simulator, ports: [8443]}
- {from: vault, to: linear-simulator, ports: [8443]}
{{- end }}
{{- if .Values.telemetry.otlpUrl }}
{{- range splitList " " (include "sallyport.services" .) }}
- {from: {{ . }}, to: otlp, ports: [{{ include "sallyport.portOf" $.Values.telemetry.otlpUrl }}]}
{{- end }}
{{- end }}
{{- if .Values.network.peers.monitoring }}
{{- range include "sallyport.scraped" . | fromYamlArray }}
- {from: monitoring, to: {{ . }}, ports: [9090]}
{{- end }}
{{- end }}
{{- end -}}

{{/* Components with a management port, as a YAML list. */}}
{{- define "sallyport.scraped" -}}
{{- $all := splitList " " (include "sallyport.services" .) -}}
{{- if include "sallyport.demo" . }}{{ $all = append $all "edge" }}{{ end -}}
{{- toYaml $all -}}
{{- end -}}

{{- define "sallyport.portOf" -}}
{{- $url := urlParse . -}}
{{- $port := trimPrefix ":" (trimPrefix $url.hostname $url.host) -}}
{{- $port | default (ternary "443" "80" (eq $url.scheme "https")) -}}
{{- end -}}

{{- define "sallyport.vaultPort" -}}
{{- include "sallyport.portOf" (include "sallyport.url.vault" .) -}}
{{- end -}}

{{/* (dict "root" $ "name" n) → NetworkPolicy peers */}}
{{- define "sallyport.peers" -}}
{{- if has .name (include "sallyport.running" .root | fromYamlArray) -}}
- podSelector:
    matchLabels:
      {{- include "sallyport.selector" (dict "root" .root "component" .name) | nindent 6 }}
{{- else if eq .name "world" -}}
{{- $except := dict "v4" (list "169.254.0.0/16" "100.100.100.200/32") "v6" (list "fe80::/10" "fd00:ec2::/32") -}}
{{- $private := not (include "sallyport.egress.privateAllowed" .root) -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except: {{ $except.v4 | concat (ternary (list "10.0.0.0/8" "172.16.0.0/12" "192.168.0.0/16" "100.64.0.0/10") list $private) | toJson }}
- ipBlock:
    cidr: ::/0
    except: {{ ternary (list "fe80::/10" "fc00::/7") $except.v6 $private | toJson }}
{{- else -}}
{{- range index .root.Values.network.peers .name }}
{{- if .cidr }}
- ipBlock:
    cidr: {{ .cidr }}
{{- else }}
- {{ toYaml . | nindent 2 | trim }}
{{- end }}
{{- end }}
{{- end -}}
{{- end -}}
