{{/* Names, labels and addresses. A component is one workload; its Service, ServiceAccount and Secrets bear its name. */}}

{{- define "sallyport.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains "sallyport" .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-sallyport" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "component" c) → <fullname>-<component> */}}
{{- define "sallyport.name" -}}
{{- printf "%s-%s" (include "sallyport.fullname" .root) .component -}}
{{- end -}}

{{/* The name a Service answers to inside the cluster: <fullname>-<component>.<namespace>.svc */}}
{{- define "sallyport.host" -}}
{{- printf "%s.%s.svc" (include "sallyport.name" .) .root.Release.Namespace -}}
{{- end -}}

{{- define "sallyport.selector" -}}
app.kubernetes.io/name: sallyport
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels of an object that belongs to no single component. */}}
{{- define "sallyport.releaseLabels" -}}
app.kubernetes.io/name: sallyport
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: sallyport
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Labels of what belongs to one component; the zone is what network policy and people read. */}}
{{- define "sallyport.labels" -}}
{{ include "sallyport.releaseLabels" .root }}
app.kubernetes.io/component: {{ .component }}
sallyport.dev/zone: {{ include "sallyport.zone" . }}
{{- end -}}

{{/* Labels of a pod: nothing that changes with a chart version alone, so that an upgrade restarts only what changed. */}}
{{- define "sallyport.podLabels" -}}
{{ include "sallyport.selector" . }}
app.kubernetes.io/part-of: sallyport
sallyport.dev/zone: {{ include "sallyport.zone" . }}
{{- end -}}

{{- define "sallyport.demo" -}}
{{- if eq .Values.profile "demo" }}true{{ end -}}
{{- end -}}

{{/* (dict "root" $ "name" "bearer-tokens") → true when the operator named this weakening */}}
{{- define "sallyport.accepts" -}}
{{- if has .name .root.Values.weakenings }}true{{ end -}}
{{- end -}}
