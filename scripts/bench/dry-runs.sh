#!/usr/bin/env bash
# What a person runs by hand to see what a deploy would do: helm's dry run, and one apply for base and each overlay.
set -euo pipefail
stack=$1 chart=$2
helm upgrade --install prometheus-stack "$chart" --namespace monitoring --values "$stack/upstream/values.yaml" \
  --reset-values --skip-crds --dry-run=server >/dev/null
for folder in base overlays/alerting overlays/dashboards overlays/servicemonitors; do
  kubectl kustomize "$stack/$folder" |
    kubectl apply --server-side --dry-run=server --field-manager=by-hand --force-conflicts --filename=- >/dev/null
done
