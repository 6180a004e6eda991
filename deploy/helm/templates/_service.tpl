{{/* One of the five services: its container, the OPA sidecar beside it, its volumes. */}}

{{/* (dict "root" $ "component" c) */}}
{{- define "sallyport.service.podTemplate" -}}
{{- $root := .root -}}
{{- $workload := index $root.Values.workloads .component -}}
{{- $facts := include "sallyport.facts" . | fromYaml -}}
{{- $opa := and $facts.policy (eq $root.Values.policy.engine "opa") -}}
metadata:
  labels:
    {{- include "sallyport.podLabels" . | nindent 4 }}
  {{- $digests := include "sallyport.service.digests" . | fromYaml }}
  {{- with include "sallyport.podAnnotations" (dict "root" $root "component" .component "digests" $digests) | trim }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- include "sallyport.podBase" (dict "root" $root "component" .component "grace" $root.Values.shutdown.graceSeconds) | nindent 2 }}
  {{- if $opa }}
  initContainers:
    {{- include "sallyport.opa.container" $root | nindent 4 }}
  {{- end }}
  containers:
    - {{ include "sallyport.service.container" . | nindent 6 | trim }}
  volumes:
    {{- include "sallyport.service.volumes" . | nindent 4 }}
{{- end -}}

{{- define "sallyport.service.container" -}}
{{- $root := .root -}}
{{- $facts := include "sallyport.facts" . | fromYaml -}}
{{- $workload := index $root.Values.workloads .component -}}
name: {{ .component }}
image: {{ include "sallyport.image" (dict "root" $root "image" $facts.image) }}
imagePullPolicy: {{ include "sallyport.pullPolicy" $root }}
securityContext:
  {{- include "sallyport.containerSecurity" . | nindent 2 }}
ports:
  - {name: https, containerPort: {{ $facts.port }}, protocol: TCP}
  - {name: management, containerPort: 9090, protocol: TCP}
args: [/app/main.js]
env:
  {{- include "sallyport.env" (include "sallyport.settings" . | fromYaml) | nindent 2 }}
{{ include "sallyport.managementProbes" . }}
lifecycle:
  preStop:
    # Longer than the longest tool call: calls that are under way end before the process is told to.
    sleep:
      seconds: {{ $root.Values.shutdown.preStopSeconds }}
resources:
  {{- toYaml $workload.resources | nindent 2 }}
terminationMessagePolicy: FallbackToLogsOnError
volumeMounts:
  {{- include "sallyport.service.mounts" . | nindent 2 }}
{{- end -}}

{{- define "sallyport.service.mounts" -}}
- {name: scratch, mountPath: /tmp}
- {name: keys, mountPath: /etc/sallyport/keys, readOnly: true}
{{- $facts := include "sallyport.facts" . | fromYaml }}
{{- if $facts.policy }}
- {name: policy, mountPath: /etc/sallyport/policy, readOnly: true}
- {name: policy-key, mountPath: /etc/sallyport/policy-key, readOnly: true}
{{- end }}
{{- if ne (include "sallyport.tlsMode" .root) "mesh" }}
- {name: tls, mountPath: /etc/sallyport/tls, readOnly: true}
{{- end }}
{{- if and $facts.policy (eq .root.Values.policy.engine "opa") }}
- {name: opa, mountPath: /run/opa}
{{- end }}
{{- if not (hasPrefix "mcp-server" .component) }}
- {name: peers, mountPath: /etc/sallyport/peers, readOnly: true}
{{- end }}
{{- if eq .component "audit" }}
- {name: log, mountPath: /var/lib/sallyport/log}
{{- else }}
- {name: spool, mountPath: /var/lib/sallyport/spool}
{{- end }}
{{- if eq .component "token-broker-issuer" }}
- {name: config, mountPath: /etc/sallyport/config, readOnly: true}
{{- if .root.Values.idp.clientSecret.existingSecret }}
- {name: idp, mountPath: /etc/sallyport/idp, readOnly: true}
{{- end }}
{{- end }}
{{- if and (eq .component "token-broker-gateway") .root.Values.vault.kubernetesAuth.enabled }}
- {name: vault-token, mountPath: /var/run/secrets/vault, readOnly: true}
{{- end }}
{{- end -}}

{{- define "sallyport.service.volumes" -}}
{{- $root := .root -}}
{{- $workload := index $root.Values.workloads .component -}}
{{ include "sallyport.memoryVolume" (dict "name" "scratch" "size" $workload.scratchSize) }}
- name: keys
  secret:
    secretName: {{ include "sallyport.keysSecret" . }}
    defaultMode: 288 # 0440, which YAML 1.2 would read as 440
    items:
      - {key: signing.key, path: signing.key}
      {{- if eq .component "token-broker-gateway" }}
      - {key: encryption.key, path: encryption.key}
      - {key: issue-id.key, path: issue-id.key}
      {{- else if eq .component "audit" }}
      - {key: checkpoint.key, path: checkpoint.key}
      {{- end }}
{{- $facts := include "sallyport.facts" . | fromYaml }}
{{- if $facts.policy }}
- name: policy
  configMap:
    name: {{ include "sallyport.policy.bundleConfigMap" $root }}
- name: policy-key
  configMap:
    name: {{ include "sallyport.policy.keyConfigMap" $root }}
{{- end }}
{{- if ne (include "sallyport.tlsMode" $root) "mesh" }}
{{ include "sallyport.tlsVolume" . }}
{{- end }}
{{- if and $facts.policy (eq $root.Values.policy.engine "opa") }}
{{ include "sallyport.opa.volumes" $root }}
{{- end }}
{{- if not (hasPrefix "mcp-server" .component) }}
- name: peers
  configMap:
    name: {{ include "sallyport.peersConfigMap" $root }}
{{- end }}
{{- if ne .component "audit" }}
{{ include "sallyport.memoryVolume" (dict "name" "spool" "size" $workload.spoolSize) }}
{{- else if eq (include "sallyport.audit.persistence" $root) "emptyDir" }}
- name: log
  emptyDir:
    sizeLimit: {{ $root.Values.audit.persistence.size }}
{{- end }}
{{- if eq .component "token-broker-issuer" }}
- name: config
  configMap:
    name: {{ include "sallyport.name" . }}
{{- with $root.Values.idp.clientSecret }}
{{- if .existingSecret }}
- name: idp
  secret:
    secretName: {{ .existingSecret }}
    defaultMode: 288 # 0440, which YAML 1.2 would read as 440
    items:
      - {key: {{ .key }}, path: client-secret}
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq .component "token-broker-gateway") $root.Values.vault.kubernetesAuth.enabled }}
# The only service-account token of the release: for Vault alone, useless at the API server (C-CR-6).
- name: vault-token
  projected:
    defaultMode: 288 # 0440, which YAML 1.2 would read as 440
    sources:
      - serviceAccountToken: {audience: vault, expirationSeconds: 600, path: token}
{{- end }}
{{- end -}}

{{- define "sallyport.tlsVolume" -}}
- name: tls
  secret:
    secretName: {{ include "sallyport.tlsSecret" . }}
    defaultMode: 288 # 0440, which YAML 1.2 would read as 440
    items:
      - {key: tls.crt, path: tls.crt}
      - {key: tls.key, path: tls.key}
      - {key: ca.crt, path: ca.crt}
{{- end -}}

{{/* What a service reads once, at its start. Certificates are not here: those are watched. */}}
{{- define "sallyport.service.digests" -}}
{{- include "sallyport.generate" .root -}}
{{- if eq .component "token-broker-issuer" -}}
config: {{ include "sallyport.issuer.files" .root | sha256sum }}
{{ end -}}
{{- with .root.Values.generated.peers -}}
peers: {{ toYaml . | sha256sum }}
{{ end -}}
{{- $facts := include "sallyport.facts" . | fromYaml -}}
{{- if and $facts.policy (not .root.Values.policy.bundle.existingConfigMap) -}}
policy-bundle: {{ .root.Files.Get "files/policy/bundle.tar.gz" | b64enc | sha256sum }}
{{ end -}}
{{- if and $facts.policy (include "sallyport.policy.key" .root) -}}
policy-key: {{ include "sallyport.policy.key" .root | sha256sum }}
{{ end -}}
{{- end -}}

{{/* The log as files: a claim where it must outlive the pod, else room that the database fills again. */}}
{{- define "sallyport.audit.persistence" -}}
{{- .Values.audit.persistence.mode | default (ternary "emptyDir" "volumeClaim" (eq .Values.profile "demo")) -}}
{{- end -}}
