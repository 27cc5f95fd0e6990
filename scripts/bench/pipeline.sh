#!/usr/bin/env bash
# What a team would write by hand instead: every command once, one after the other. It stops at the first failure.
# Arguments: stack folder, chart, Kubernetes version, folder of Kubernetes schemas, folder of CRD schemas, values file, temporary folder.
set -euo pipefail
stack=$1 chart=$2 version=$3 schemas=$4 crds=$5 values=$6 out=$7

for folder in base overlays/dashboards overlays/alerting overlays/servicemonitors; do
  kubectl kustomize "$stack/$folder" >"$out/${folder//\//-}.yaml"
done
helm template prometheus-stack "$chart" --namespace monitoring --kube-version "$version" \
  --api-versions monitoring.coreos.com/v1 --values "$values" >"$out/chart.yaml"
kubeconform -strict -kubernetes-version "$version" -schema-location "$schemas" -schema-location "$crds" -summary "$out"/*.yaml
promtool check rules "$out/rules"/*.yaml
