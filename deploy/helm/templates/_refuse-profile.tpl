{{/* What production cannot do without, and what a demo must never be. */}}
{{- define "sallyport.refuse.profile" -}}
{{- $demo := include "sallyport.demo" . -}}
{{- $accepts := .Values.weakenings -}}
{{- include "sallyport.refuse" (list . (has .Release.Namespace (list "kube-system" "kube-public" "kube-node-lease")) "namespace: the cluster's own namespaces are no place for a gate; install with --namespace and --create-namespace.") -}}
{{- if $demo -}}
{{- include "sallyport.refuse" (list . (or .Values.ingress.enabled .Values.gatewayApi.enabled) "ingress: the demo prints its people's passwords on the login page; do not expose it. Set ingress.enabled and gatewayApi.enabled to false, or profile to production.") -}}
{{- include "sallyport.refuse" (list . (ne (include "sallyport.tlsMode" .) "generated") "tls.mode: the demo makes its own certificates, those of its stand-ins too; set tls.mode to generated.") -}}
{{- include "sallyport.refuse" (list . (ne (include "sallyport.keysMode" .) "generated") "keys.mode: the demo makes its own keys; set keys.mode to generated.") -}}
{{- include "sallyport.refuse" (list . (ne .Values.egress.mode "proxy") "egress.mode: the demo's outside is inside the cluster, where names of hosts mean nothing to cilium or calico; set egress.mode to proxy.") -}}
{{- include "sallyport.refuse" (list . (not (.Files.Get "files/policy/bundle.tar.gz")) "policy.bundle: this chart was packaged without the demo's policy bundle; package it again after building deploy/policies.") -}}
{{- else -}}
{{- include "sallyport.refuse" (list . (not .Values.image.registry) "image.registry: nothing says where the images are; set it to the registry you mirror them to.") -}}
{{- range $what, $url := .Values.publicUrls -}}
{{- include "sallyport.refuse" (list $ (not $url) (printf "publicUrls.%s: tokens are made for exactly this address, so it cannot be guessed; set it to the https:// address people use." $what)) -}}
{{- end -}}
{{- include "sallyport.refuse" (list . (not .Values.tenants) "tenants: nobody could sign in; list the tenants whose people use this installation.") -}}
{{- include "sallyport.refuse" (list . (not .Values.idp.issuer) "idp.issuer: people sign in at your identity provider; set its issuer URL.") -}}
{{- include "sallyport.refuse" (list . (not .Values.vault.url) "vault.url: the grants of people live in Vault and nowhere else; set the URL of your Vault or OpenBao.") -}}
{{- include "sallyport.refuse" (list . (not .Values.database.host) "database.host: set the host of your PostgreSQL, with the roles of files/postgresql/roles.sql.") -}}
{{- include "sallyport.refuse" (list . (not .Values.policy.bundle.existingConfigMap) "policy.bundle.existingConfigMap: the demo's bundle is signed by a key nobody keeps; give the ConfigMap with the bundle that you signed.") -}}
{{- include "sallyport.refuse" (list . (not (or .Values.policy.publicKey.pem .Values.policy.publicKey.existingConfigMap)) "policy.publicKey: without your public key every bundle would be as good as yours; set policy.publicKey.pem or policy.publicKey.existingConfigMap.") -}}
{{- include "sallyport.refuse" (list . (eq (include "sallyport.tlsMode" .) "generated") "tls.mode: a CA whose key lies in a Secret beside what it certifies proves little; set tls.mode to certManager, existingSecret or mesh.") -}}
{{- include "sallyport.refuse" (list . (eq (include "sallyport.keysMode" .) "generated") "keys.mode: keys made by a template pass through Helm's release record; set keys.mode to existingSecrets.") -}}
{{- include "sallyport.refuse" (list . (eq .Values.tls.clientAuth "off") "tls.clientAuth: services would answer anybody who can reach them; set it to require, or tls.mode to mesh.") -}}
{{- include "sallyport.refuse" (list . (and (eq .Values.requireDpop "false") (not (has "bearer-tokens" $accepts))) "requireDpop: a stolen bearer token can be used by whoever stole it; set requireDpop to \"true\", or name bearer-tokens in weakenings.") -}}
{{- include "sallyport.refuse" (list . (not .Values.network.enabled) "network.enabled: without policies every pod of the cluster can call every service; set it to true.") -}}
{{- include "sallyport.refuse" (list . (eq (include "sallyport.audit.persistence" .) "emptyDir") "audit.persistence.mode: the log's files would end with the pod; set it to volumeClaim.") -}}
{{- if not (has "images-by-tag" $accepts) -}}
{{- range $name := list "mcp-server" "token-broker" "audit" "opa" "egress-proxy" -}}
{{- $needed := or (not (has $name (list "opa" "egress-proxy"))) (and (eq $name "opa") (eq $.Values.policy.engine "opa")) (and (eq $name "egress-proxy") (eq $.Values.egress.mode "proxy")) -}}
{{- include "sallyport.refuse" (list $ (and $needed (not (index $.Values.images $name).digest)) (printf "images.%s.digest: a tag can be moved to another image after you checked it; set the digest (sha256:…), or name images-by-tag in weakenings." $name)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
