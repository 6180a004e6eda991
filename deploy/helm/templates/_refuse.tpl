{{/* One sentence each: what is wrong, why, and what to set. (list $ condition sentence) */}}
{{- define "sallyport.refuse" -}}
{{- if index . 1 }}{{ fail (printf "\n\nsallyport: %s\n" (index . 2)) }}{{ end -}}
{{- end -}}
