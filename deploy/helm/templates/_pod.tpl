{{/* The walls every pod has. None of them is a value: nobody can lower them by a setting. */}}

{{- define "sallyport.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
supplementalGroups: []
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sallyport.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* (dict "root" $ "component" c "grace" seconds): everything of a pod spec but its containers and volumes */}}
{{- define "sallyport.podBase" -}}
{{- $pods := .root.Values.pods -}}
serviceAccountName: {{ include "sallyport.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- if $pods.userNamespaces }}
hostUsers: false
{{- end }}
{{- with (index .root.Values.workloads .component).runtimeClassName | default $pods.runtimeClassName }}
runtimeClassName: {{ . }}
{{- end }}
{{- with $pods.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "sallyport.podSecurity" . | nindent 2 }}
terminationGracePeriodSeconds: {{ .grace }}
{{- with $pods.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pods.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  {{- range $pods.topologySpread }}
  - maxSkew: {{ .maxSkew }}
    topologyKey: {{ .topologyKey }}
    whenUnsatisfiable: {{ .whenUnsatisfiable }}
    labelSelector:
      matchLabels:
        {{- include "sallyport.selector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end -}}

{{/* (dict "root" $ "component" c "digests" dict): annotations; digests restart a pod when what it reads at start changes */}}
{{- define "sallyport.podAnnotations" -}}
{{- range $what, $digest := .digests }}
sallyport.dev/{{ $what }}: {{ $digest | quote }}
{{- end }}
{{- include "sallyport.meshAnnotations" . }}
{{- with .root.Values.pods.annotations }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Memory-backed, sized, and counted against the memory limit of whoever writes. */}}
{{- define "sallyport.memoryVolume" -}}
- name: {{ .name }}
  emptyDir:
    medium: Memory
    sizeLimit: {{ .size }}
{{- end -}}

{{/* Management port, plain HTTP: alive, ready and started are three questions. */}}
{{- define "sallyport.managementProbes" -}}
startupProbe:
  httpGet: {path: /healthz, port: management}
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 90
livenessProbe:
  httpGet: {path: /healthz, port: management}
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /readyz, port: management}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end -}}

{{- define "sallyport.tcpProbes" -}}
startupProbe:
  tcpSocket: {port: {{ .port }}}
  periodSeconds: 1
  timeoutSeconds: 2
  failureThreshold: 120
livenessProbe:
  tcpSocket: {port: {{ .port }}}
  periodSeconds: 20
  timeoutSeconds: 3
  failureThreshold: 3
readinessProbe:
  tcpSocket: {port: {{ .port }}}
  periodSeconds: 5
  timeoutSeconds: 2
  failureThreshold: 2
{{- end -}}
