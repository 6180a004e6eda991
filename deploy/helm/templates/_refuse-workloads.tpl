{{/* Workloads that would not behave as they promise. */}}
{{- define "sallyport.refuse.workloads" -}}
{{- range $component, $workload := .Values.workloads -}}
{{- $facts := include "sallyport.facts" (dict "root" $ "component" $component) | fromYaml -}}
{{- $scales := and (hasKey $workload "autoscaling") ($workload.autoscaling | default dict).enabled -}}
{{- $many := or $scales (gt (int ($workload.replicas | default 1)) 1) -}}
{{- include "sallyport.refuse" (list $ (and $many $facts.memory (not (has "memory-stores-per-replica" $.Values.weakenings))) (printf "workloads.%s: limits and replay sets live in the memory of one replica, so that with two a limit is double and a proof works twice; keep replicas at 1 and autoscaling off, or name memory-stores-per-replica in weakenings." $component)) -}}
{{- if $scales -}}
{{- include "sallyport.refuse" (list $ (gt (int $workload.autoscaling.minReplicas) (int $workload.autoscaling.maxReplicas)) (printf "workloads.%s.autoscaling: minReplicas is above maxReplicas; turn them round." $component)) -}}
{{- end -}}
{{- end -}}
{{/* The longest tool call takes 15 s (libs/tool-catalog), draining 8 s (libs/bootstrap). */}}
{{- include "sallyport.refuse" (list . (le (int .Values.shutdown.preStopSeconds) 15) "shutdown.preStopSeconds: a tool call may take 15 seconds and would be cut off; set it above 15.") -}}
{{- include "sallyport.refuse" (list . (lt (int .Values.shutdown.graceSeconds) (add (int .Values.shutdown.preStopSeconds) 10)) "shutdown.graceSeconds: pods would be killed before they have drained; set it to at least preStopSeconds + 10.") -}}
{{- $operator := .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" -}}
{{- include "sallyport.refuse" (list . (and (or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.prometheusRule.enabled) (not $operator)) "monitoring: this cluster has no Prometheus operator; install it, or disable serviceMonitor and prometheusRule.") -}}
{{- include "sallyport.refuse" (list . (and .Values.monitoring.serviceMonitor.enabled .Values.network.enabled (not .Values.network.peers.monitoring)) "network.peers.monitoring: no policy would let Prometheus in; say who it is.") -}}
{{- end -}}
