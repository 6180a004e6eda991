{{/* Certificates, keys and meshes that would not hold. */}}
{{- define "sallyport.refuse.identity" -}}
{{- $mode := include "sallyport.tlsMode" . -}}
{{- if eq $mode "certManager" -}}
{{- include "sallyport.refuse" (list . (not .Values.tls.certManager.issuerRef.name) "tls.certManager.issuerRef.name: cert-manager must know who signs; name an Issuer of your private CA.") -}}
{{- include "sallyport.refuse" (list . (not (.Capabilities.APIVersions.Has "cert-manager.io/v1")) "tls.mode certManager: this cluster has no cert-manager; install it, or set tls.mode to existingSecret.") -}}
{{- end -}}
{{- if eq $mode "existingSecret" -}}
{{- range include "sallyport.tlsComponents" . | fromYamlArray -}}
{{- include "sallyport.refuse" (list $ (not (index $.Values.tls.existingSecrets .)) (printf "tls.existingSecrets.%s: every component has an identity of its own; name a Secret with tls.crt, tls.key and ca.crt." .)) -}}
{{- end -}}
{{- $names := values .Values.tls.existingSecrets -}}
{{- include "sallyport.refuse" (list . (ne (len $names) (len (uniq $names))) "tls.existingSecrets: two components share a certificate, so that one could pass for the other; give each its own Secret.") -}}
{{- end -}}
{{- if eq $mode "mesh" -}}
{{- include "sallyport.refuse" (list . (eq .Values.mesh.kind "none") "tls.mode mesh: without a mesh the services would speak plain HTTP; set mesh.kind to linkerd or istio.") -}}
{{- include "sallyport.refuse" (list . (not .Values.mesh.ingressIdentities) "mesh.ingressIdentities: in the mesh the ingress is known by its identity; name it, or nobody gets in.") -}}
{{- include "sallyport.refuse" (list . .Values.tests.enabled "tests.enabled: the test pods have no identity that your mesh would let in; set tests.enabled to false.") -}}
{{- $api := get (dict "linkerd" "policy.linkerd.io/v1beta3" "istio" "security.istio.io/v1") .Values.mesh.kind -}}
{{- include "sallyport.refuse" (list . (not (.Capabilities.APIVersions.Has $api)) (printf "tls.mode mesh: this cluster has no %s, so nothing would check who calls; install %s with its policy controller, or set tls.mode to certManager." $api .Values.mesh.kind)) -}}
{{- end -}}
{{- if eq (include "sallyport.keysMode" .) "existingSecrets" -}}
{{- range splitList " " (include "sallyport.services" .) -}}
{{- include "sallyport.refuse" (list $ (not (index $.Values.keys.existingSecrets .)) (printf "keys.existingSecrets.%s: the service has no key to prove itself with; name a Secret with signing.key." .)) -}}
{{- end -}}
{{- $names := values .Values.keys.existingSecrets -}}
{{- include "sallyport.refuse" (list . (ne (len $names) (len (uniq $names))) "keys.existingSecrets: two services share a key, so that one could sign as the other; give each its own Secret.") -}}
{{- include "sallyport.refuse" (list . (not .Values.keys.peersConfigMap) "keys.peersConfigMap: services know each other by public keys; name the ConfigMap that holds them.") -}}
{{- end -}}
{{- end -}}
