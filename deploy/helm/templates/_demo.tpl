{{/*
A stand-in of the demo: one container, a Service, a config. (dict "root" $ "component" c "service" name "ports" list
"container" YAML "mounts" YAML "volumes" YAML "digests" dict)
*/}}
{{- define "sallyport.demo.deployment" -}}
{{- $facts := dict "root" .root "component" .component -}}
{{- $workload := index .root.Values.workloads .component -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "sallyport.name" $facts }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "sallyport.labels" $facts | nindent 4 }}
spec:
  replicas: 1
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      {{- include "sallyport.selector" $facts | nindent 6 }}
  # What it knows is in its memory or on its disk: never two at once.
  strategy:
    type: Recreate
  template:
    metadata:
      labels:
        {{- include "sallyport.podLabels" $facts | nindent 8 }}
      {{- with include "sallyport.podAnnotations" (dict "root" .root "component" .component "digests" .digests) | trim }}
      annotations:
        {{- . | nindent 8 }}
      {{- end }}
    spec:
      {{- include "sallyport.podBase" (dict "root" .root "component" .component "grace" 30) | nindent 6 }}
      containers:
        - name: {{ .component }}
          image: {{ include "sallyport.image" (dict "root" .root "image" .image) }}
          imagePullPolicy: {{ include "sallyport.pullPolicy" .root }}
          securityContext:
            {{- include "sallyport.containerSecurity" . | nindent 12 }}
          {{- .container | nindent 10 }}
          resources:
            {{- toYaml $workload.resources | nindent 12 }}
          terminationMessagePolicy: FallbackToLogsOnError
          volumeMounts:
            - {name: scratch, mountPath: /tmp}
            - {name: tls, mountPath: /etc/sallyport/tls, readOnly: true}
            {{- with .mounts }}
            {{- . | nindent 12 }}
            {{- end }}
      volumes:
        {{- include "sallyport.memoryVolume" (dict "name" "scratch" "size" $workload.scratchSize) | nindent 8 }}
        {{- include "sallyport.tlsVolume" $facts | nindent 8 }}
        {{- with .volumes }}
        {{- . | nindent 8 }}
        {{- end }}
{{- end -}}

{{/* (dict "root" $ "component" c "service" name "port" n "targetPort" name) */}}
{{- define "sallyport.demo.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "sallyport.name" (dict "root" .root "component" .service) }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "sallyport.labels" (dict "root" .root "component" .component) | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "sallyport.selector" (dict "root" .root "component" .component) | nindent 4 }}
  ports:
    - {name: {{ .targetPort }}, port: {{ .port }}, targetPort: {{ .targetPort }}, protocol: TCP}
{{- end -}}

{{- define "sallyport.demo.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "sallyport.labels" (dict "root" .root "component" .component) | nindent 4 }}
data:
  {{- range $name, $text := .files }}
  {{ $name }}: |
    {{- $text | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "sallyport.demo.databaseMounts" -}}
- {name: config, mountPath: /etc/sallyport/postgres, readOnly: true}
- {name: init, mountPath: /etc/sallyport/postgres-init, readOnly: true}
- {name: data, mountPath: /var/lib/postgresql/data}
- {name: shm, mountPath: /dev/shm}
{{- end -}}

{{- define "sallyport.demo.databaseVolumes" -}}
{{- $name := include "sallyport.name" (dict "root" . "component" "postgresql") -}}
- name: config
  configMap:
    name: {{ $name }}
- name: init
  configMap:
    name: {{ $name }}-init
- name: data
  emptyDir:
    sizeLimit: 1Gi
{{ include "sallyport.memoryVolume" (dict "name" "shm" "size" "64Mi") }}
{{- end -}}
