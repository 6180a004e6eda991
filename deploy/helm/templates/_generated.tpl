{{/*
Demo identities, made once. What stands in the cluster is taken again (lookup), so that applying twice changes nothing; only
what is missing is made. Kept in .Values for the length of one rendering, because a key and the ConfigMap that publishes its
other half must come from the same throw.
*/}}
{{- define "sallyport.generate" -}}
{{- if not (hasKey .Values "generated") -}}
{{- $_ := set .Values "generated" (dict "tls" dict "keys" dict "peers" dict) -}}
{{- if eq (include "sallyport.tlsMode" .) "generated" }}{{ include "sallyport.generateTls" . }}{{ end -}}
{{- if eq (include "sallyport.keysMode" .) "generated" }}{{ include "sallyport.generateKeys" . }}{{ end -}}
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "name" secret) → its data, or an empty map */}}
{{- define "sallyport.secretData" -}}
{{- ((lookup "v1" "Secret" .root.Release.Namespace .name) | default dict).data | default dict | toYaml -}}
{{- end -}}

{{- define "sallyport.generateTls" -}}
{{- $root := . -}}
{{- $fullname := include "sallyport.fullname" . -}}
{{- $old := include "sallyport.secretData" (dict "root" . "name" (printf "%s-ca" $fullname)) | fromYaml -}}
{{- $ca := genCAWithKey (printf "%s demo CA" $fullname) 3650 (genPrivateKey "ecdsa") -}}
{{- $new := true -}}
{{- if $old }}{{ $ca = buildCustomCert (index $old "tls.crt") (index $old "tls.key") }}{{ $new = false }}{{ end -}}
{{- $_ := set .Values.generated "ca" (dict "tls.crt" ($ca.Cert | b64enc) "tls.key" ($ca.Key | b64enc)) -}}
{{- range include "sallyport.tlsComponents" . | fromYamlArray -}}
{{- $facts := dict "root" $root "component" . -}}
{{- $data := include "sallyport.secretData" (dict "root" $root "name" (include "sallyport.tlsSecret" $facts)) | fromYaml -}}
{{- if or $new (not $data) -}}
{{- $leaf := genSignedCertWithKey . nil (include "sallyport.dnsNames" $facts | fromYamlArray) 825 $ca (genPrivateKey "ecdsa") -}}
{{- $data = dict "tls.crt" ($leaf.Cert | b64enc) "tls.key" ($leaf.Key | b64enc) "ca.crt" ($ca.Cert | b64enc) -}}
{{- end -}}
{{- $_ := set $root.Values.generated.tls . $data -}}
{{- end -}}
{{- end -}}

{{/* Private halves by component, public halves (as self-signed certificates) by file name. */}}
{{- define "sallyport.generateKeys" -}}
{{- $root := . -}}
{{- $generated := .Values.generated -}}
{{- range splitList " " (include "sallyport.services" .) -}}
{{- $secret := include "sallyport.keysSecret" (dict "root" $root "component" .) -}}
{{- $data := include "sallyport.secretData" (dict "root" $root "name" $secret) | fromYaml -}}
{{- if not (hasKey $data "signing.key") -}}
{{- $pair := genSelfSignedCertWithKey . nil (list .) 3650 (genPrivateKey "ecdsa") -}}
{{- $data = dict "signing.key" ($pair.Key | b64enc) "signing.crt" ($pair.Cert | b64enc) -}}
{{- if eq . "token-broker-gateway" -}}
{{- $box := genSelfSignedCertWithKey . nil (list .) 3650 (genPrivateKey "ecdsa") -}}
{{- $_ := set $data "encryption.key" ($box.Key | b64enc) -}}
{{- $_ := set $data "encryption.crt" ($box.Cert | b64enc) -}}
{{- $_ := set $data "issue-id.key" (randBytes 48) -}}
{{- end -}}
{{- if eq . "audit" }}{{ $_ := set $data "checkpoint.key" (genPrivateKey "ed25519" | b64enc) }}{{ end -}}
{{- end -}}
{{- $_ := set $generated.keys . $data -}}
{{- $_ := set $generated.peers (printf "%s.crt" .) (index $data "signing.crt" | b64dec) -}}
{{- if hasKey $data "encryption.crt" -}}
{{- $_ := set $generated.peers (printf "%s.enc.crt" .) (index $data "encryption.crt" | b64dec) -}}
{{- end -}}
{{- end -}}
{{- end -}}
