{{/* Which hosts each placement may reach outside, and on which ports: the allow-list (C-OUT-7). */}}

{{- define "sallyport.egress.gatewayHosts" -}}
{{- if include "sallyport.demo" . -}}
{{- list (include "sallyport.hostOf" (include "sallyport.url.linear" .)) | toYaml -}}
{{- else -}}
{{- .Values.egress.gatewayHosts | toYaml -}}
{{- end -}}
{{- end -}}

{{- define "sallyport.egress.issuerHosts" -}}
{{- $idp := list (include "sallyport.hostOf" (include "sallyport.url.idp" .)) -}}
{{- concat $idp .Values.egress.issuerHosts | uniq | toYaml -}}
{{- end -}}

{{- define "sallyport.egress.ports" -}}
{{- ternary (list 8443) .Values.egress.ports (eq .Values.profile "demo") | toYaml -}}
{{- end -}}

{{/*
Squid as a CONNECT-only proxy with two doors. Order matters: refusals first. Names are compared as they were asked for
(-n: no reverse look-up that would let a foreign resolver vouch for an address).
*/}}
{{- define "sallyport.egress.squid" -}}
# One door for each placement; network policy decides who reaches which.
http_port 3128
http_port 3129
acl gateway_door localport 3128
acl issuer_door localport 3129

acl CONNECT method CONNECT
acl tls_ports port {{ join " " (include "sallyport.egress.ports" . | fromYamlArray) }}
# IP literals in any notation: dotted, bracketed, one number, hexadecimal (attack: allow-lists of names passed by).
acl ip_literal dstdom_regex -n ^[0-9.]+$ ^\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\]?$ ^0[xX][0-9a-fA-F.xX]+$
# Where a name may never lead, whatever DNS says (rebinding, C-OUT-7).
acl metadata dst 169.254.0.0/16 fe80::/10 fd00:ec2::/32 100.100.100.200/32 127.0.0.0/8 ::1/128 0.0.0.0/8
{{- if not (include "sallyport.egress.privateAllowed" .) }}
acl private dst 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 fc00::/7
{{- end }}
acl gateway_hosts dstdomain -n "/etc/sallyport/squid/gateway-hosts.txt"
acl issuer_hosts dstdomain -n "/etc/sallyport/squid/issuer-hosts.txt"

http_access deny !CONNECT
http_access deny ip_literal
http_access deny !tls_ports
http_access deny gateway_door !gateway_hosts
http_access deny issuer_door !issuer_hosts
http_access deny metadata
{{- if not (include "sallyport.egress.privateAllowed" .) }}
http_access deny private
{{- end }}
http_access allow gateway_door gateway_hosts
http_access allow issuer_door issuer_hosts
http_access deny all

# Says nothing about itself or about who asks, keeps nothing.
visible_hostname egress-proxy
httpd_suppress_version_string on
via off
forwarded_for delete
cache deny all
cache_mem 0 MB
cache_log stdio:/dev/stderr
logformat decision %ts.%03tu %>lp %rm %ru %>Hs %Ss %<st
# The kubelet's probes connect and say nothing; they are no decisions.
acl asked has request
access_log stdio:/dev/stdout logformat=decision asked
pid_filename none
coredump_dir /tmp
pinger_enable off
icp_port 0
htcp_port 0
snmp_port 0
max_filedescriptors 1024
client_lifetime 10 minutes
connect_timeout 5 seconds
shutdown_lifetime 1 seconds
dns_timeout 5 seconds
# Cluster names need the search list of resolv.conf; outside names do not.
dns_defnames {{ ternary "on" "off" (eq .Values.profile "demo") }}
{{- end -}}

{{- define "sallyport.egress.privateAllowed" -}}
{{- if or (include "sallyport.demo" .) (include "sallyport.accepts" (dict "root" . "name" "private-destinations")) }}true{{ end -}}
{{- end -}}
