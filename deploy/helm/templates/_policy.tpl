{{/* The signed policy bundle and the key that proves it: two ConfigMaps, so that whoever can change one cannot change both. */}}

{{- define "sallyport.policy.bundleConfigMap" -}}
{{- .Values.policy.bundle.existingConfigMap | default (printf "%s-policy" (include "sallyport.fullname" .)) -}}
{{- end -}}
{{- define "sallyport.policy.keyConfigMap" -}}
{{- .Values.policy.publicKey.existingConfigMap | default (printf "%s-policy-key" (include "sallyport.fullname" .)) -}}
{{- end -}}

{{- define "sallyport.policy.key" -}}
{{- .Values.policy.publicKey.pem | default (ternary (.Files.Get "files/policy/bundle-key.pem") "" (eq .Values.profile "demo")) -}}
{{- end -}}

{{/* Native sidecar: it is up, with a verified bundle, before the service starts, and outlives it at the end. */}}
{{- define "sallyport.opa.container" -}}
- name: opa
  image: {{ include "sallyport.image" (dict "root" . "image" "opa") }}
  imagePullPolicy: {{ include "sallyport.pullPolicy" . }}
  restartPolicy: Always
  args:
    - run
    - --server
    - --addr=unix:///run/opa/opa.sock
    - --diagnostic-addr=0.0.0.0:8282
    - --skip-version-check
    - --log-level=error
    - --config-file=/etc/sallyport/opa/config.yaml
    - --set-file=keys.sallyport.key=/etc/sallyport/policy-key/bundle-key.pem
  securityContext:
    {{- include "sallyport.containerSecurity" . | nindent 4 }}
  env:
    - {name: GOMAXPROCS, value: "1"}
  ports:
    - {name: opa-health, containerPort: 8282, protocol: TCP}
  startupProbe:
    httpGet: {path: "/health?bundles", port: opa-health}
    periodSeconds: 1
    timeoutSeconds: 2
    failureThreshold: 60
  livenessProbe:
    httpGet: {path: /health, port: opa-health}
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 3
  readinessProbe:
    httpGet: {path: "/health?bundles&plugins", port: opa-health}
    periodSeconds: 5
    timeoutSeconds: 2
    failureThreshold: 2
  resources:
    {{- toYaml .Values.policy.opa.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  volumeMounts:
    - {name: opa, mountPath: /run/opa}
    - {name: opa-config, mountPath: /etc/sallyport/opa, readOnly: true}
    - {name: policy, mountPath: /etc/sallyport/policy, readOnly: true}
    - {name: policy-key, mountPath: /etc/sallyport/policy-key, readOnly: true}
{{- end -}}

{{- define "sallyport.opa.volumes" -}}
{{ include "sallyport.memoryVolume" (dict "name" "opa" "size" "1Mi") }}
- name: opa-config
  configMap:
    name: {{ include "sallyport.fullname" . }}-opa
{{- end -}}
