{{/*
HAProxy as the demo's ingress: TLS 1.3 with AES-256-GCM and X25519, only names we know (C-PL-6), routed by host and path; it
presents a client certificate to the services. Requests and answers are streamed, never collected.
*/}}
{{- define "sallyport.edge.config" -}}
{{- $host := dict -}}
{{- range list "mcp" "login" "console" "idp" "linear" -}}
{{- $_ := set $host . (include "sallyport.host" (dict "root" $ "component" .)) -}}
{{- end -}}
global
    log stdout format raw local0 warning
    maxconn 1000
    ssl-default-bind-options ssl-min-ver TLSv1.3
    ssl-default-bind-ciphersuites TLS_AES_256_GCM_SHA384
    ssl-default-server-options ssl-min-ver TLSv1.3
    ssl-default-server-ciphersuites TLS_AES_256_GCM_SHA384
    ssl-load-extra-files key
    ssl-load-extra-del-ext

defaults
    mode http
    log global
    option httplog
    option dontlognull
    option splice-auto
    timeout connect 3s
    timeout client 65s
    timeout client-fin 5s
    timeout http-request 10s
    timeout http-keep-alive 30s
    timeout server 65s
    timeout tunnel 120s
    # A request whose answer is unknown is never sent twice: it might file an issue twice.
    retries 2
    retry-on conn-failure

resolvers cluster
    parse-resolv-conf
    hold valid 10s

frontend management
    bind :9090
    no log
    monitor-uri /healthz
    http-request use-service prometheus-exporter if { path /metrics }
    http-request return status 200 if { path /readyz }
    http-request deny deny_status 404

frontend people-and-agents
    bind :8443 ssl crt /etc/sallyport/tls/tls.crt strict-sni alpn h2,http/1.1 curves X25519
    # What a stranger says about who forwarded what is dropped.
    http-request del-header forwarded
    http-request del-header x-forwarded- -m beg
    http-request set-header x-forwarded-proto https
    http-request set-header x-forwarded-host %[req.hdr(host)]
    acl mcp hdr(host) -i {{ $host.mcp }}:8443
    acl login hdr(host) -i {{ $host.login }}:8443
    acl console hdr(host) -i {{ $host.console }}:8443
    acl idp hdr(host) -i {{ $host.idp }}:8443
    acl linear hdr(host) -i {{ $host.linear }}:8443
    acl read path -m reg ^(/\.well-known/oauth-protected-resource)?/mcp/read$
    acl write path -m reg ^(/\.well-known/oauth-protected-resource)?/mcp/write$
    # A name that is not ours, then a path that leads nowhere; all of this comes before any backend is chosen.
    http-request deny deny_status 421 unless mcp or login or console or idp or linear
    http-request deny deny_status 404 if mcp !read !write
    use_backend mcp-server-read if mcp read
    use_backend mcp-server-write if mcp write
    use_backend token-broker-issuer if login
    use_backend audit if console
    use_backend idp-simulator if idp
    use_backend linear-simulator if linear

{{- range $component := list "mcp-server-read" "mcp-server-write" "token-broker-issuer" "audit" }}

backend {{ $component }}
    {{- $facts := include "sallyport.facts" (dict "root" $ "component" $component) | fromYaml }}
    {{- include "sallyport.edge.server" (dict "root" $ "service" $component "port" $facts.port "crt" true) | nindent 4 }}
{{- end }}
{{- range $component, $service := dict "idp-simulator" "idp" "linear-simulator" "linear" }}

backend {{ $component }}
    {{- include "sallyport.edge.server" (dict "root" $ "service" $service "port" 8443 "crt" false) | nindent 4 }}
{{- end }}
{{- end -}}

{{- define "sallyport.edge.server" -}}
{{- $host := include "sallyport.host" (dict "root" .root "component" .service) -}}
server one {{ $host }}.{{ .root.Values.clusterDomain }}:{{ .port }} resolvers cluster init-addr last,libc,none resolve-prefer ipv4 ssl verify required ca-file /etc/sallyport/tls/ca.crt{{ if .crt }} crt /etc/sallyport/tls/tls.crt{{ end }} sni str({{ $host }}) verifyhost {{ $host }} alpn http/1.1
{{- end -}}
